"""What a kiosk asks of the hub about carts and orders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Final, Literal, Protocol, TypeVar
from uuid import UUID

from pydantic import BaseModel, Field, ValidationError

from kiosk.cart.views import CartState, Lease
from kiosk.cart.wire import OperationDocument
from kiosk.hub.errors import HubError
from kiosk.local.cart_store import CartNews
from kiosk.orders.wire import OrderStatusDocument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.orders.order import OrderStatus
    from kiosk.sync.http import HubConnection
    from kiosk.sync.hub_time import HubTime

MOST_STEPS: Final = 500
"""That the hub takes at once."""

_LONGEST_STATUS: Final = 2**16
_LONGEST_CHANGES: Final = 8 * 2**20
"""The hub tells 1000 steps at once, and a removal may name 64 devices."""

_LONGEST_RESULTS: Final = 2**18
_CHANGES_PATIENCE_S: Final = 1.5
_Model = TypeVar("_Model", bound=BaseModel)
_JSON: Final = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class StepResult:
    """What became of one step.

    Attributes:
        status: ``accepted``; ``duplicate``: it was there; ``refused``: it will never be taken; ``gap``: others of its
            device come before it.
        reason: why it was refused.
        expected: at a gap, the sequence that comes next.
    """

    status: Literal["accepted", "duplicate", "refused", "gap"]
    reason: str = ""
    expected: int = 0


class Hub(Protocol):
    """The hub as carts need it; every method may raise the errors of ``HubConnection.ask``."""

    def send_steps(self, documents: Sequence[str]) -> Sequence[StepResult]:
        """Hand in steps on carts, JSON, ``MOST_STEPS`` at most; gives what became of each, in the same order."""

    def changes(self, cart: UUID, after: int, wait_s: float) -> CartNews:
        """What was done to a cart after a version; waited for so long where there is nothing yet."""

    def abandon(self, cart: UUID) -> None:
        """Let a cart go; again is the same."""

    def put_order(self, order: UUID, document: str) -> OrderStatus:
        """Hand in an order, JSON, again or for the first time; gives where it stands."""

    def send_events(self, documents: Sequence[str]) -> None:
        """Hand in things that happened, JSON each."""


def whole_cart(hub: Hub, cart: UUID) -> CartNews:
    """All that was ever done to a cart, of which this kiosk is a member.

    Raises:
        HubError: the hub does not tell.
    """
    whole = hub.changes(cart, 0, 0.0)
    while (news := hub.changes(cart, whole.version, 0.0)).version > whole.version:
        whole = replace(news, operations=whole.operations + news.operations)
    return whole


class _Result(BaseModel):
    status: Literal["accepted", "duplicate", "refused", "gap"]
    reason: str | None = None
    expected: int | None = None


class _Results(BaseModel):
    results: list[_Result]


class _Change(BaseModel):
    operation: OperationDocument


class _Lease(BaseModel):
    device: str
    is_own: bool
    order: UUID
    remaining_s: float


class _News(BaseModel):
    changes: list[_Change]
    version: Annotated[int, Field(ge=0)]
    state: CartState
    lease: _Lease | None


class HttpHub:
    """The hub behind its `/v1`."""

    def __init__(self, connection: HubConnection, hub_time: HubTime) -> None:
        """Ask by ``connection``; ``hub_time`` dates leases."""
        self._connection = connection
        self._hub_time = hub_time

    def send_steps(self, documents: Sequence[str]) -> list[StepResult]:
        """See ``Hub``."""
        body = f'{{"operations":[{",".join(documents)}]}}'.encode()
        answer = self._connection.ask("POST", "/v1/operations", body, headers=_JSON, longest=_LONGEST_RESULTS)
        results = _read(_Results, answer.body).results
        if len(results) != len(documents):
            raise HubError("the hub's answer does not tell of every step")
        return [StepResult(one.status, one.reason or "", one.expected or 0) for one in results]

    def changes(self, cart: UUID, after: int, wait_s: float) -> CartNews:
        """See ``Hub``."""
        answer = self._connection.ask(
            "GET",
            f"/v1/carts/{cart}/changes?after={after}&wait={wait_s:g}",
            longest=_LONGEST_CHANGES,
            patience_s=wait_s + _CHANGES_PATIENCE_S,
        )
        news = _read(_News, answer.body)
        operations = tuple(change.operation.value() for change in news.changes)
        if any(operation.cart != cart for operation in operations):
            raise HubError("the hub's answer is about another cart")
        return CartNews(operations, news.version, news.state, self._lease(news.lease))

    def abandon(self, cart: UUID) -> None:
        """See ``Hub``."""
        self._connection.ask("DELETE", f"/v1/carts/{cart}")

    def put_order(self, order: UUID, document: str) -> OrderStatus:
        """See ``Hub``."""
        answer = self._connection.ask(
            "PUT", f"/v1/orders/{order}", document.encode(), headers=_JSON, longest=_LONGEST_STATUS
        )
        return _read(OrderStatusDocument, answer.body).value()

    def send_events(self, documents: Sequence[str]) -> None:
        """See ``Hub``."""
        body = f'{{"events":[{",".join(documents)}]}}'.encode()
        self._connection.ask("POST", "/v1/events", body, headers=_JSON)

    def _lease(self, lease: _Lease | None) -> Lease | None:
        if lease is None:
            return None
        until_ms = self._hub_time.now_ms() + round(lease.remaining_s * 1000)
        return Lease(lease.order, lease.device, lease.is_own, until_ms)


def _read(wanted: type[_Model], body: bytes) -> _Model:
    try:
        return wanted.model_validate_json(body)
    except ValidationError as error:
        raise HubError("the hub's answer is not what it should be") from error
