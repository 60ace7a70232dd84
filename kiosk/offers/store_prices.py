"""The prices of one store, from what is sold there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kiosk.offers.price_book import ShopItem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.catalogue import Product, TaxClass, Variant


class Articles(Protocol):
    """What is sold, by SKU: a ``kiosk.catalogue.Catalogue``, or what has one on its disk."""

    def by_sku(self, sku: str) -> tuple[Product, Variant] | None:
        """The article with this SKU and its product; None when it is not sold."""


class StorePrices:
    """What articles cost in a store that takes one currency."""

    def __init__(self, articles: Articles, tax: Mapping[TaxClass, int], currency: str) -> None:
        """Look prices up in ``articles``.

        Args:
            articles: what is sold.
            tax: what part of a net price is tax in the store, in thousandths, for each class.
            currency: what the store is paid in.
        """
        self._articles = articles
        self._tax = tax
        self._currency = currency

    @property
    def currency(self) -> str:
        """What the store is paid in, ISO 4217."""
        return self._currency

    def item(self, sku: str) -> ShopItem | None:
        """The article with this SKU; None when the store does not sell it."""
        found = self._articles.by_sku(sku)
        return None if found is None else item_of(*found, self._tax)


def item_of(product: Product, variant: Variant, tax: Mapping[TaxClass, int]) -> ShopItem:
    """One article of a product as pricing sees it; a class that ``tax`` does not have is not taxed."""
    return ShopItem(
        sku=variant.sku,
        product_id=product.id,
        brand=product.brand,
        category=str(product.category),
        price=variant.price or product.price,
        tax_permille=tax.get(product.tax, 0),
    )
