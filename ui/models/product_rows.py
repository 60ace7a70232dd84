"""What cards and lists of products show, as the language writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kiosk.catalogue import PaintedProduct, Shade
from kiosk.unit_price import Unit

if TYPE_CHECKING:
    from kiosk.browsing import Card
    from kiosk.catalogue import Product, Variant

_FAN: Final = 4
"""So many shades stand for a product on its card."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """A product's card.

    Attributes:
        sku: of the variant that is meant.
        colors: a few of its shades; empty for what has none.
        hasPrices: some variants cost more than ``price``.
        unitPrice: what the cheapest by the unit comes to; empty where that would tell nothing.
        unit: which unit that is, a key.
        stock: ``here``, ``elsewhere`` or, where it is not known, empty.
    """

    productId: str
    sku: str
    brand: str
    name: str
    shade: str
    category: str
    colors: list[str]
    price: str
    hasPrices: bool
    unitPrice: str
    unit: str
    stock: str


def card_row(card: Card, language: str) -> CardRow:
    """The card of a product; with the price of its cheapest variant, since it stands for all."""
    product = card.product
    cheapest = min(product.variants, key=lambda variant: product.price_of(variant).minor)
    amount, unit = lowest_unit_price(product, language)
    return CardRow(
        productId=product.id,
        sku=card.variant.sku,
        brand=product.brand,
        name=product.name.in_language(language),
        shade=card.variant.name.in_language(language) if len(product.variants) > 1 else "",
        category=product.category,
        colors=fan(product, card.variant),
        price=product.price_of(cheapest).in_language(language),
        hasPrices=len({product.price_of(variant) for variant in product.variants}) > 1,
        unitPrice=amount,
        unit=unit,
        stock="" if card.in_stock is None else "here" if card.in_stock else "elsewhere",
    )


def unit_price_words(product: Product, variant: Variant, language: str) -> tuple[str, str]:
    """What a variant costs by the unit, and the key of the unit; both empty where that would tell nothing."""
    found = product.unit_price_of(variant)
    return ("", "") if found is None else (found.price.in_language(language), found.per.unit.value)


def lowest_unit_price(product: Product, language: str) -> tuple[str, str]:
    """The same of the variant that costs least by the unit; where there are several units, by the first."""
    units = list(Unit)
    prices = [price for variant in product.variants if (price := product.unit_price_of(variant)) is not None]
    lowest = min(prices, key=lambda price: (units.index(price.per.unit), price.price.minor), default=None)
    return ("", "") if lowest is None else (lowest.price.in_language(language), lowest.per.unit.value)


def fan(product: Product, meant: Variant | None = None) -> list[str]:
    """A few colours of a product, spread evenly over its range, the one that is meant first.

    Of palettes, the colours of one.
    """
    if not isinstance(product, PaintedProduct):
        return []
    shades = product.shades
    if shades[0].accents:
        palette = meant if isinstance(meant, Shade) else shades[0]
        return [str(color) for color in palette.colors[:_FAN]]
    count = len(shades)
    chosen = range(count) if count <= _FAN else [round(n * (count - 1) / (_FAN - 1)) for n in range(_FAN)]
    colors = [shades[n].color for n in chosen]
    if isinstance(meant, Shade) and meant is not shades[0]:
        colors = [meant.color, *(color for color in colors if color != meant.color)][:_FAN]
    return [str(color) for color in colors]
