"""Carts, prices and offers for tests, as they are needed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from kiosk.cart.cart import Cart, CartLine
from kiosk.cart.clock import Stamp
from kiosk.local_text import LocalText
from kiosk.money import Money
from kiosk.offers.facts import Context
from kiosk.offers.offer import Offer, Target
from kiosk.offers.price_book import ShopItem
from kiosk.offers.pricing import price_cart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.offers.offer import Terms
    from kiosk.offers.priced_cart import PricedCart

CONTEXT: Final = Context("athens", datetime(2026, 11, 23, 18, 30))  # noqa: DTZ001 - the store's wall clock; a Monday

LIPS: Final = Target(categories=frozenset({"lips"}))
EYES: Final = Target(categories=frozenset({"eyes"}))
FACE: Final = Target(categories=frozenset({"face"}))


class Prices:
    """A price list written by hand: SKU, category, price in cents."""

    currency = "EUR"

    def __init__(self, *items: ShopItem) -> None:
        self._items = {item.sku: item for item in items}

    def item(self, sku: str) -> ShopItem | None:
        return self._items.get(sku)


def item(sku: str, category: str = "lips", cents: int = 1000, brand: str = "Meltemi", tax: int = 240) -> ShopItem:
    """A thing that is a product of its own."""
    return ShopItem(sku, f"product-{sku}", brand, category, Money(cents, "EUR"), tax)


SHOP: Final = Prices(
    item("red", "lips", 3000),
    item("pink", "lips", 2000, "Kohl & Quill"),
    item("liner", "lips", 999),
    item("shadow", "eyes", 2500),
    item("lashes", "eyes", 1200, tax=130),
    item("blush", "face", 1800, "Kohl & Quill"),
)


def cart(*coupons: str, seen: int | None = None, **quantities: int) -> Cart:
    """So many of each SKU, seen at the shop's price or at ``seen`` cents."""
    lines = []
    for number, (sku, quantity) in enumerate(quantities.items()):
        known = SHOP.item(sku)
        price = Money(seen, "EUR") if seen is not None else (known.price if known else Money(100, "EUR"))
        lines.append(CartLine(sku, quantity, {}, price, Stamp(number, 0, "kiosk")))
    return Cart(tuple(lines), coupons)


def offer(terms: Terms, offer_id: str = "offer", **fields: Any) -> Offer:
    """An offer in euros that says how much it saves."""
    text = LocalText({"en": f"You save {{amount}} with {offer_id}."})
    return Offer(offer_id, text, text, terms, "EUR", **fields)


def priced(one: Cart, *offers: Offer, context: Context = CONTEXT) -> PricedCart:
    """What a cart costs in the shop above."""
    return price_cart(one, SHOP, offers, context)


def total(one: Cart, *offers: Offer, context: Context = CONTEXT) -> int:
    """The same in cents."""
    return priced(one, *offers, context=context).total.minor


def taken_off(result: PricedCart) -> dict[str, int]:
    """What each offer takes off, in cents."""
    return {discount.offer_id: discount.amount.minor for discount in result.offers}


def sums(amounts: Iterable[Money]) -> int:
    """What amounts come to in cents."""
    return sum(amount.minor for amount in amounts)
