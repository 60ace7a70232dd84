"""What a code that is held up means: an article, a cart on a phone, an order, a coupon, or nothing of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from kiosk.barcodes import gtin13
from kiosk.orders.code import read_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.catalogue import Catalogue, Product, Variant

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
    """A cart that a phone hands over; ``text`` is what the code says."""

    text: str


@dataclass(frozen=True, slots=True)
class OrderCode:
    """An order, by its public code."""

    code: str


@dataclass(frozen=True, slots=True)
class Coupon:
    """A coupon that there is an offer for."""

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

    def __init__(
        self, articles: Articles, is_cart_link: Callable[[str], bool], is_coupon: Callable[[str], bool]
    ) -> None:
        """Know the shop.

        Args:
            articles: what it sells.
            is_cart_link: whether a text is a cart's link of this shop's hub.
            is_coupon: whether there is an offer for a code.
        """
        self._articles = articles
        self._is_cart_link = is_cart_link
        self._is_coupon = is_coupon

    def meaning(self, text: str) -> Meaning:
        """What a code means; anybody may have printed it."""
        if gtin := gtin13(text):
            found = self._articles.by_gtin(gtin)
            return Article(*found) if found else UnknownArticle(gtin)
        if self._is_cart_link(text):
            return CartLink(text)
        page = _ORDER_PAGE.match(text)
        if code := read_code(page[1] if page else text):
            return OrderCode(code)
        return Coupon(text) if self._is_coupon(text) else Foreign()
