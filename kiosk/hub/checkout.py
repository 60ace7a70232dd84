"""From a cart on a phone to an order at the hub, in one transaction."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select
from uuid6 import uuid7

from kiosk.cart.views import CartState
from kiosk.hub.cart_state import find_cart
from kiosk.hub.order_contacts import keep_contact
from kiosk.hub.order_stock import available
from kiosk.hub.orders import take_order
from kiosk.hub.shown_cart import show_cart
from kiosk.hub.tables.orders import orders
from kiosk.orders.checkout import expect_sendable, order_lines
from kiosk.orders.code import new_code
from kiosk.orders.collecting import collect_choices
from kiosk.orders.order import Order, OrderKind

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from kiosk.hub.devices import Device
    from kiosk.hub.order_contacts import Contact
    from kiosk.hub.order_shop import OrderShop
    from kiosk.hub.shown_cart import Shop, ShownCart
    from kiosk.orders.collecting import CollectChoice
    from kiosk.stores import Store


@dataclass(frozen=True, slots=True)
class Wish:
    """How a shopper wants what is in their cart.

    Attributes:
        kind: collected or sent.
        store: where it is collected; None for what is sent.
        contact: where it is sent; None for what is collected.
        total_minor: what the shopper saw that it comes to.
    """

    kind: OrderKind
    store: str | None
    contact: Contact | None
    total_minor: int


@dataclass(frozen=True, slots=True)
class CheckoutView:
    """A cart on its way to be an order.

    Attributes:
        cart: as the phone shows it.
        choices: the stores in which it can be collected.
        code: of the order that it was made into already; None while it was not.
    """

    cart: ShownCart
    choices: tuple[CollectChoice, ...]
    code: str | None

    @property
    def stores(self) -> tuple[Store, ...]:
        """All of the shop's."""
        return tuple(choice.store for choice in self.choices)

    @property
    def countries(self) -> tuple[str, ...]:
        """Where it can be sent: where the shop is."""
        return tuple(dict.fromkeys(store.address.country for store in self.stores))

    @property
    def is_orderable(self) -> bool:
        """Whether there is something in it, and nobody has ordered it or is about to."""
        return self.cart.cart.state is CartState.OPEN and bool(self.cart.priced.lines)


class PhoneCheckout:
    """Makes orders of the carts that phones see."""

    def __init__(self, shop: Shop, order_shop: OrderShop) -> None:
        """Price by ``shop``; ``order_shop`` takes the orders."""
        self._shop = shop
        self._order_shop = order_shop

    def view(self, connection: Connection, cart: UUID, phone: Device, now_ms: int) -> CheckoutView:
        """A cart on its way to be an order.

        Raises:
            NoCartError: the phone has no part in it.
        """
        shown = show_cart(connection, self._shop, cart, phone, now_ms)
        wanted = {line.sku: line.quantity for line in shown.priced.lines}
        stores = self._order_shop.stores(connection)
        levels = {store.id: available(connection, store.id, frozenset(wanted)) for store in stores}
        choices = collect_choices(
            stores,
            wanted,
            lambda store, sku: levels[store].get(sku, 0),
            shown.cart.store,
            datetime.fromtimestamp(now_ms / 1000, UTC),
        )
        code = connection.scalar(select(orders.c.code).where(orders.c.cart == cart))
        return CheckoutView(shown, choices, code)

    def place(self, connection: Connection, cart: UUID, phone: Device, wish: Wish, now_ms: int) -> CheckoutView:
        """Order what is in a cart, once; where that cannot be, or the total is not what was seen, nothing is done.

        Raises:
            NoCartError: the phone has no part in it.
            OrderError: it is more than one order may be, or the store is none of the shop's.
        """
        find_cart(connection, cart, phone, now_ms, locked=True)
        view = self.view(connection, cart, phone, now_ms)
        priced = view.cart.priced
        if view.code is not None or not view.is_orderable or priced.total.minor != wish.total_minor:
            return view
        order = Order(
            uuid7(),
            new_code(secrets.randbelow),
            wish.kind,
            cart,
            wish.store or view.cart.cart.store,
            order_lines(priced),
            tuple(coupon.code for coupon in priced.coupons),
            priced.total,
            now_ms,
        )
        expect_sendable(order)
        take_order(connection, self._order_shop, order, phone, now_ms)
        if wish.contact is not None:
            keep_contact(connection, order.id, wish.contact, now_ms)
        return self.view(connection, cart, phone, now_ms)
