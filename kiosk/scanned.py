"""What a code that is held up means: an article, a cart on a phone, an order, a coupon, or nothing of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from kiosk.barcodes import gtin13
from kiosk.cart.wire import LONGEST_COUPON
from kiosk.orders.code import read_code

if TYPE_CHECKING:
    from kiosk.catalogue import Catalogue, Product, Variant

_CART_PAGE: Final = re.compile(r"https?://[^\s?#@]+/c/[A-Za-z0-9_-]{24}", re.ASCII)
_COUPON: Final = re.compile(rf"COUPON:([A-Z0-9-]{{1,{LONGEST_COUPON}}})", re.ASCII)
_ORDER_PAGE: Final = re.compile(r"https?://[^\s?#]+/o/([0-9A-Za-z-]{10,12})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Article:
    """Something that the shop sells."""

    product: Product
    variant: Variant


@dataclass(frozen=True, slots=True)
class UnknownArticle:
    """An article that the shop does not sell; ``gtin`` is its number of 13 digits."""

    gtin: str


@dataclass(frozen=True, slots=True)
class CartLink:
    """A cart that a phone hands over, at some hub; ``text`` is what the code says."""

    text: str


@dataclass(frozen=True, slots=True)
class OrderCode:
    """An order, by its public code."""

    code: str


@dataclass(frozen=True, slots=True)
class Coupon:
    """A coupon, of which only the shop's offers know whether it is worth something."""

    code: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A code that means nothing here."""


Meaning = Article | UnknownArticle | CartLink | OrderCode | Coupon | Foreign


class Articles(Protocol):
    """What the shop sells, by the number on its package."""

    def by_gtin(self, gtin: str) -> tuple[Product, Variant] | None:
        """The variant with these 13 digits and its product; None when the shop does not sell it."""


class CatalogueArticles:
    """The articles of a catalogue in memory."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Index them by their numbers."""
        self._by_gtin = {
            variant.ean13: (product, variant) for product in catalogue.products for variant in product.variants
        }

    def by_gtin(self, gtin: str) -> tuple[Product, Variant] | None:
        """The variant with these 13 digits and its product; None when the shop does not sell it."""
        return self._by_gtin.get(gtin)


class CodeReader:
    """Says what codes mean in this shop."""

    def __init__(self, articles: Articles) -> None:
        """Know what the shop sells."""
        self._articles = articles

    def meaning(self, text: str) -> Meaning:
        """What a code means; anybody may have printed it."""
        if gtin := gtin13(text):
            found = self._articles.by_gtin(gtin)
            return Article(*found) if found else UnknownArticle(gtin)
        if _CART_PAGE.fullmatch(text):
            return CartLink(text)
        if coupon := _COUPON.fullmatch(text):
            return Coupon(coupon[1])
        page = _ORDER_PAGE.fullmatch(text)
        code = read_code(page[1] if page else text)
        return OrderCode(code) if code else Foreign()
