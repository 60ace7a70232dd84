"""A hub that keeps what it is sent in memory, in the order of the rules, and breaks when it is told to."""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kiosk.cart.views import CartState
from kiosk.cart.wire import OperationDocument
from kiosk.local.cart_store import CartNews
from kiosk.orders.wire import OrderStatusDocument
from kiosk.sync.errors import RefusedError
from kiosk.sync.hub import StepResult

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.cart.operation import Operation
    from kiosk.hub.errors import HubError
    from kiosk.orders.order import OrderStatus


class ScriptedHub:
    """See the module.

    Attributes:
        troubles: what the next questions meet instead of an answer, in order; None is an answer.
        refusals: why steps on a SKU are refused.
        unreadable: SKUs for which the hub refuses all that is sent with them.
        stuck_orders: orders over which the hub breaks.
        odd_event: one that it cannot read.
        events: what it took.
        steps: what it took, by cart and device, in order.
        asked: what it was asked, in order.
    """

    def __init__(self) -> None:
        self.troubles: deque[HubError | None] = deque()
        self.refusals: dict[str, str] = {}
        self.unreadable: dict[str, HubError] = {}
        self.stuck_orders: dict[UUID, HubError] = {}
        self.steps: dict[tuple[UUID, str], list[dict[str, Any]]] = {}
        self.odd_event = ""
        self.events: list[str] = []
        self.asked: list[str] = []

    def send_steps(self, documents: Sequence[str]) -> list[StepResult]:
        self._ask("steps")
        operations = [json.loads(document) for document in documents]
        for operation in operations:
            if trouble := self.unreadable.get(operation["action"]["sku"]):
                raise trouble
        return [self._take(operation) for operation in operations]

    def take(self, operation: Operation) -> None:
        """What another device did."""
        self._take(OperationDocument.of(operation).model_dump(mode="json"))

    def _take(self, operation: dict[str, Any]) -> StepResult:
        taken = self.steps.setdefault((UUID(operation["cart"]), operation["device"]), [])
        if any(one["id"] == operation["id"] for one in taken):
            return StepResult("duplicate")
        if operation["sequence"] != len(taken) + 1:
            return StepResult("gap", expected=len(taken) + 1)
        taken.append(operation)
        reason = self.refusals.get(operation["action"]["sku"])
        return StepResult("accepted") if reason is None else StepResult("refused", reason)

    def changes(self, cart: UUID, after: int, wait_s: float) -> CartNews:
        del wait_s
        self._ask("changes")
        taken = [step for (which, _), steps in self.steps.items() if which == cart for step in steps]
        operations = tuple(OperationDocument.model_validate(step).value() for step in taken[after:])
        return CartNews(operations, len(taken), CartState.OPEN, None)

    def abandon(self, cart: UUID) -> None:
        self._ask(f"abandon {cart}")

    def put_order(self, order: UUID, document: str) -> OrderStatus:
        self._ask(f"order {order}")
        if trouble := self.stuck_orders.get(order):
            raise trouble
        return OrderStatusDocument.model_validate_json(document).value()

    def send_events(self, documents: Sequence[str]) -> None:
        self._ask(f"events {','.join(documents)}")
        if self.odd_event in documents:
            raise RefusedError("the hub answers 422", 422, "about:blank")
        self.events += documents

    def _ask(self, what: str) -> None:
        self.asked.append(what)
        if self.troubles and (trouble := self.troubles.popleft()) is not None:
            raise trouble


class Notes:
    """What the hub said of orders."""

    def __init__(self) -> None:
        self.noted: list[UUID] = []

    def note(self, status: OrderStatus) -> None:
        self.noted.append(status.id)
