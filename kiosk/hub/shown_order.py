"""An order as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from sqlalchemy import select

from kiosk.cart.cart import Cart, CartLine
from kiosk.cart.clock import Stamp
from kiosk.hub.held_orders import find_order
from kiosk.hub.order_contacts import has_contact
from kiosk.hub.tables.orders import orders
from kiosk.money import Money
from kiosk.orders.order import RETURNABLE, WAYS, OrderState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from kiosk.cart.views import ItemName
    from kiosk.hub.held_orders import HeldOrder
    from kiosk.orders.order import OrderLine
    from kiosk.stores import Store

MOST_RECEIPTS: Final = 3
"""E-mails about one order."""


class Names(Protocol):
    """What things are called; a ``kiosk.hub.pricing.HubPricing``."""

    def names(self, connection: Connection, cart: Cart) -> Mapping[str, ItemName]:
        """What is written on a cart's lines, of each SKU that the shop has."""


class Stores(Protocol):
    """Where the stores are; a ``kiosk.hub.order_shop.OrderShop``."""

    def store(self, connection: Connection, store: str) -> Store | None:
        """The store with this id; None when there is none."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One step of an order's way.

    Attributes:
        state: where it leads.
        at_ms: when the order came there, milliseconds since 1970 in UTC; None while it has not.
    """

    state: OrderState
    at_ms: int | None


@dataclass(frozen=True, slots=True)
class ShownOrder:
    """One order as it is now.

    Attributes:
        held: the order.
        names: of each of its SKUs that the shop still has.
        store: where it is handed over; None for one that there is no more.
        has_address: it is known where it goes.
        receipts_left: how often a receipt may still be sent.
    """

    held: HeldOrder
    names: Mapping[str, ItemName]
    store: Store | None
    has_address: bool
    receipts_left: int

    @property
    def timezone(self) -> str:
        """Whose clock tells its times."""
        return "UTC" if self.store is None else self.store.timezone

    @property
    def is_paid(self) -> bool:
        """Whether there is something to give a receipt for."""
        return any(step.state is OrderState.PAID for step in self.held.steps)

    @property
    def is_returnable(self) -> bool:
        """Whether a return can be started."""
        return self.held.state in RETURNABLE[self.held.order.kind]

    @property
    def needs_code(self) -> bool:
        """Whether somebody in the shop still has to scan its code."""
        return self.held.state in {
            OrderState.AWAITING_PAYMENT,
            OrderState.PREPARING,
            OrderState.READY,
            OrderState.RETURN_STARTED,
        }

    @property
    def savings(self) -> Money:
        """What offers took off."""
        return Money(sum(line.discount.minor for line in self.held.lines), self.held.charged.currency)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Where it has been and, unless it went astray, what lies before it."""
        reached = {step.state: step.at_ms for step in self.held.steps}
        way = WAYS[self.held.order.kind]
        is_cancelled = OrderState.CANCELLED in reached
        further = [state for state in way if state not in reached and not is_cancelled]
        return (*(Mark(step.state, step.at_ms) for step in self.held.steps), *(Mark(state, None) for state in further))


def show_order(connection: Connection, names: Names, stores: Stores, code: str) -> ShownOrder:
    """The order with this code.

    Raises:
        UnknownOrderError: there is none.
    """
    held = find_order(connection, orders.c.code == code)
    sent = connection.scalar(select(orders.c.receipts_sent).where(orders.c.id == held.order.id)) or 0
    return ShownOrder(
        held,
        names.names(connection, Cart(tuple(_cart_line(line) for line in held.lines))),
        stores.store(connection, held.order.store),
        has_contact(connection, held.order.id),
        max(0, MOST_RECEIPTS - sent),
    )


def _cart_line(line: OrderLine) -> CartLine:
    return CartLine(line.sku, line.quantity, line.options, line.unit_price, Stamp(0, 0, ""))
