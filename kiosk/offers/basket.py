"""A cart as pricing sees it: what of it the store sells, at the store's prices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.cart.cart import Cart
    from kiosk.offers.offer import Target
    from kiosk.offers.price_book import PriceBook, ShopItem


@dataclass(frozen=True, slots=True)
class BasketLine:
    """So many of one thing.

    Attributes:
        item: what.
        quantity: how many, 1 or more.
        unit: what one costs in minor units, before offers.
    """

    item: ShopItem
    quantity: int
    unit: int

    @property
    def sku(self) -> str:
        """Whose line it is."""
        return self.item.sku

    @property
    def list_total(self) -> int:
        """What all cost in minor units, before offers."""
        return self.quantity * self.unit


@dataclass(frozen=True, slots=True)
class Basket:
    """The lines that the store sells, the costliest pieces first and then by SKU: the same whatever the cart's order.

    Attributes:
        lines: at most one of each SKU.
        currency: of every amount.
    """

    lines: tuple[BasketLine, ...]
    currency: str

    @property
    def list_total(self) -> int:
        """What everything costs in minor units, before offers."""
        return sum(line.list_total for line in self.lines)

    @property
    def quantities(self) -> Mapping[str, int]:
        """How many there are of each SKU."""
        return {line.sku: line.quantity for line in self.lines}

    def targeted(self, target: Target) -> tuple[BasketLine, ...]:
        """The lines of what ``target`` names."""
        return tuple(line for line in self.lines if target.has(line.item))

    def has(self, target: Target) -> bool:
        """Whether there is any of what ``target`` names."""
        return any(target.has(line.item) for line in self.lines)


def basket_of(cart: Cart, shop: PriceBook) -> Basket:
    """What of a cart the store sells in its currency."""
    items = [(shop.item(line.sku), line.quantity) for line in cart.lines]
    lines = [
        BasketLine(item, quantity, item.price.minor)
        for item, quantity in items
        if item is not None and item.price.currency == shop.currency
    ]
    return Basket(tuple(sorted(lines, key=lambda line: (-line.unit, line.sku))), shop.currency)
