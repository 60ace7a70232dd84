"""From a cart to an order, on the kiosk's own disk: it needs no network, and is done when it says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pydantic import ValidationError

from kiosk.money import Money
from kiosk.orders.order import Order, OrderError, OrderKind, OrderLine, OrderStatus
from kiosk.orders.wire import OrderDocument

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kiosk.cart.views import CartView
    from kiosk.offers.priced_cart import PricedCart, PricedLine


class Orders(Protocol):
    """Where orders are kept; a ``kiosk.local.order_store.OrderStore``."""

    def place(self, order: Order) -> None:
        """Keep an order, that it is to be paid, close its cart and have the hub told, all or nothing."""

    def of_cart(self, cart: UUID) -> Order | None:
        """What a cart was ordered as."""

    def is_sent(self, order: UUID) -> bool:
        """Whether the hub has said what became of it."""

    def refusal(self, order: UUID) -> str | None:
        """Why the hub does not take it."""

    def is_paid(self, order: UUID) -> bool:
        """Whether it is known here that the money was taken."""

    def status(self, order: UUID) -> OrderStatus | None:
        """What the hub told last of it."""


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """An order that was made here.

    Attributes:
        order: what was ordered; its code is what the till scans.
        sent: the hub has it, or has refused it.
        paid: the till has taken the money, as far as is known here.
        refusal: why the hub does not take it; None where that is not so.
        status: where it stands, as far as the hub told; None before it did.
    """

    order: Order
    sent: bool
    paid: bool
    refusal: str | None
    status: OrderStatus | None


class Checkout:
    """Makes orders of carts. For one thread, as its orders are."""

    def __init__(self, orders: Orders, now_ms: Callable[[], int], new_code: Callable[[], str]) -> None:
        """Keep them in ``orders``.

        Args:
            orders: where.
            now_ms: milliseconds since 1970 in UTC.
            new_code: makes up an order's code (``kiosk.orders.code``).
        """
        self._orders = orders
        self._now_ms = now_ms
        self._new_code = new_code

    def place_till(self, view: CartView, order: UUID, store: str) -> PlacedOrder:
        """Order what the shopper carries, to be paid at the till of the store that they are in.

        Placed again, a cart is the order that it was.

        Args:
            view: the cart as the shopper saw it, with something in it.
            order: a UUIDv7; that of the lease, where another device has the cart too.
            store: where the kiosk is.

        Raises:
            OrderError: it is more than one order may be.
            LocalDataError: the machine does not let us; nothing was done.
        """
        return self._place(view, order, OrderKind.TILL, store)

    def place_collect(self, view: CartView, order: UUID, store: str) -> PlacedOrder:
        """Order what a store is to lay ready; else as ``place_till``."""
        return self._place(view, order, OrderKind.COLLECT, store)

    def placed(self, cart: UUID) -> PlacedOrder | None:
        """What a cart was ordered as, and what is known of it now; None where it was not ordered here."""
        order = self._orders.of_cart(cart)
        if order is None:
            return None
        return PlacedOrder(
            order,
            sent=self._orders.is_sent(order.id),
            paid=self._orders.is_paid(order.id),
            refusal=self._orders.refusal(order.id),
            status=self._orders.status(order.id),
        )

    def _place(self, view: CartView, order: UUID, kind: OrderKind, store: str) -> PlacedOrder:
        if view.cart is None:
            raise ValueError("a cart that was never begun cannot be ordered")
        if (already := self.placed(view.cart)) is not None:
            return already
        code, now_ms = self._new_code(), self._now_ms()
        coupons = tuple(coupon.code for coupon in view.priced.coupons)
        lines = order_lines(view.priced)
        made = Order(order, code, kind, view.cart, store, lines, coupons, view.priced.total, now_ms)
        expect_sendable(made)
        self._orders.place(made)
        return PlacedOrder(made, sent=False, paid=False, refusal=None, status=None)


def order_lines(priced: PricedCart) -> tuple[OrderLine, ...]:
    """The lines of an order of a cart, without what cannot be bought."""
    return tuple(_order_line(line) for line in priced.lines)


def _order_line(line: PricedLine) -> OrderLine:
    discount = Money(line.list_total.minor - line.total.minor, line.total.currency)
    return OrderLine(line.sku, line.quantity, line.options, line.unit_price, discount, line.total)


def expect_sendable(order: Order) -> None:
    """See that an order is one that can be sent.

    Raises:
        OrderError: it is more than one order may be, or its store's id is none.
    """
    try:
        OrderDocument.of(order)
    except ValidationError as error:
        raise OrderError("this is more than one order may be") from error
