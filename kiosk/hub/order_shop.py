"""What taking an order asks of the rest of the shop: what things cost, and where its stores are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sqlalchemy import select

from kiosk.cart.cart import Cart, CartLine
from kiosk.cart.clock import Stamp
from kiosk.hub.tables.shop import stores
from kiosk.orders.checkout import order_lines
from kiosk.store_schema import StoreTable, store_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kiosk.offers.priced_cart import PricedCart
    from kiosk.orders.order import Order, OrderLine
    from kiosk.stores import Store


class Pricing(Protocol):
    """What things cost in the shop; a ``kiosk.hub.pricing.HubPricing``."""

    def price(self, connection: Connection, cart: Cart, store: str) -> PricedCart:
        """What a cart costs in a store now."""


class OrderShop:
    """A ``kiosk.hub.orders.Shop``."""

    def __init__(self, pricing: Pricing) -> None:
        """Price by ``pricing``."""
        self._pricing = pricing

    def reprice(self, connection: Connection, order: Order) -> tuple[OrderLine, ...] | None:
        """An order's lines at the shop's own prices; None where it does not sell them all."""
        lines = (
            # In the order in which they were in the cart.
            CartLine(line.sku, line.quantity, line.options, line.unit_price, Stamp(order.placed_ms, number, ""))
            for number, line in enumerate(order.lines)
        )
        priced = self._pricing.price(connection, Cart(tuple(lines), order.coupons), order.store)
        return None if priced.unknown else order_lines(priced)

    def store(self, connection: Connection, store: str) -> Store | None:
        """The store with this id; None when there is none."""
        return next((found for found in self.stores(connection) if found.id == store), None)

    def stores(self, connection: Connection) -> tuple[Store, ...]:
        """All of them, in the shop's order."""
        documents = connection.scalars(select(stores.c.document).order_by(stores.c.position))
        return tuple(store_of(StoreTable.model_validate_json(document)) for document in documents)
