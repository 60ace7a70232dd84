"""What a kiosk asks the hub about orders while a shopper waits for it."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from uuid import UUID

from pydantic import BaseModel, ValidationError

from kiosk.hub.errors import HubError
from kiosk.orders.code import read_code
from kiosk.orders.order import OrderError, OrderState
from kiosk.orders.payment import Outcome, PaymentUnknownError
from kiosk.orders.wire import OrderStatusDocument
from kiosk.sync.errors import BusyError, RefusedError, UnreachableError

if TYPE_CHECKING:
    from kiosk.orders.order import OrderStatus
    from kiosk.orders.payment import PaymentIntent
    from kiosk.sync.http import Answer, HubConnection

_LONGEST_ANSWER: Final = 2**17
_LEASED: Final = "urn:vitrine:leased"
"""The kind of problem of a cart that another device is about to pay."""
_JSON: Final = {"Content-Type": "application/json"}


class _LeaseWish(BaseModel):
    order: UUID


class HubOrders:
    """Orders behind the hub's `/v1`. For one thread, which waits; every method may raise ``HubError``."""

    def __init__(self, connection: HubConnection) -> None:
        """Ask by ``connection``."""
        self._connection = connection

    def page(self, code: str) -> str:
        """The address of an order's page, as a phone opens it."""
        return f"{self._connection.address().public_url}/o/{code}"

    def track(self, typed: str) -> OrderStatus | None:
        """Where the order stands whose code somebody typed or scanned; None when there is none."""
        code = read_code(typed)
        return None if code is None else self._status("GET", f"/v1/order-codes/{code}")

    def find(self, order: UUID) -> OrderStatus | None:
        """Where an order stands; None when the hub does not have it."""
        return self._status("GET", f"/v1/orders/{order}")

    def cancel(self, order: UUID) -> OrderStatus | None:
        """Cancel an order; None when the hub does not have it.

        Raises:
            OrderError: it is paid, or over.
        """
        return self._status("POST", f"/v1/orders/{order}/cancellation")

    def lease(self, cart: UUID, order: UUID) -> bool:
        """Keep other devices from paying a cart for two minutes; false when one of them is about to.

        A cart that the hub does not have yet is on no other device. A hub that cannot be reached keeps nobody from it:
        of two orders of one cart it takes the first.

        Raises:
            OrderError: the cart was ordered elsewhere, or is gone.
        """
        wish = _LeaseWish(order=order).model_dump_json().encode()
        try:
            self._connection.ask("POST", f"/v1/carts/{cart}/lease", wish, headers=_JSON)
        except (UnreachableError, BusyError):
            return True
        except RefusedError as error:
            if error.kind == _LEASED:
                return False
            if error.status == HTTPStatus.CONFLICT:
                raise OrderError(str(error)) from error
            if error.status != HTTPStatus.NOT_FOUND:
                raise
        return True

    def release(self, cart: UUID) -> None:
        """Let other devices pay a cart again."""
        self._connection.ask("DELETE", f"/v1/carts/{cart}/lease")

    def _status(self, method: str, path: str) -> OrderStatus | None:
        try:
            answer = self._connection.ask(method, path, longest=_LONGEST_ANSWER)
        except RefusedError as error:
            if error.status == HTTPStatus.NOT_FOUND:
                return None
            if error.status == HTTPStatus.CONFLICT:
                raise OrderError(str(error)) from error
            raise
        return _read_status(answer)


class PayAtTill:
    """A ``kiosk.orders.payment.Cashpoint``: the till takes the money for an order that it scans, and the hub knows."""

    def __init__(self, orders: HubOrders) -> None:
        """Learn from ``orders`` what the till did."""
        self._orders = orders

    def begin(self, intent: PaymentIntent) -> Outcome:
        """Nothing is asked of the till: the shopper brings the code."""
        return self.find(intent)

    def find(self, intent: PaymentIntent) -> Outcome:
        """Whether the till has taken the money; an order that the hub does not have yet is on its way there."""
        try:
            return _outcome(self._orders.find(intent.order))
        except HubError as error:
            raise PaymentUnknownError from error

    def cancel(self, intent: PaymentIntent) -> Outcome:
        """Have the order cancelled, which the till then takes no money for."""
        try:
            return _outcome(self._orders.cancel(intent.order))
        except OrderError:
            return self.find(intent)
        except HubError as error:
            raise PaymentUnknownError from error


def _outcome(status: OrderStatus | None) -> Outcome:
    states = () if status is None else [step.state for step in status.steps]
    if OrderState.PAID in states:
        return Outcome.APPROVED
    return Outcome.CANCELLED if OrderState.CANCELLED in states else Outcome.PENDING


def _read_status(answer: Answer) -> OrderStatus:
    try:
        return OrderStatusDocument.model_validate_json(answer.body).value()
    except ValidationError as error:
        raise HubError("the hub's answer is not what it should be") from error
