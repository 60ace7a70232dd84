"""What is sold here, as this kiosk's disk has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kiosk.local.catalogue_store import CatalogueStore
from kiosk.offers.offer_documents import read_offers
from kiosk.offers.store_prices import StorePrices
from kiosk.shopping import Shop

if TYPE_CHECKING:
    from kiosk.catalogue import Product, Variant
    from kiosk.local.database import LocalDatabase

_MOST_KEPT: Final = 500
"""Articles that are looked up again and again while a cart is open."""


class LocalShop:
    """Gives the shop as it is now. For one thread, as its database is."""

    def __init__(self, database: LocalDatabase) -> None:
        """Read here; the database is somebody else's to close."""
        self._store = CatalogueStore(database)
        self._version: int | None = None
        self._shop: Shop | None = None

    def __call__(self) -> Shop:
        """The shop; the same one until something of it changes on the disk.

        Raises:
            LocalDataError: the machine does not let us read it.
        """
        version = self._store.version()
        if self._shop is None or version != self._version:
            self._shop, self._version = self._read(), version
        return self._shop

    def _read(self) -> Shop:
        here = self._store.here()
        shelves = _Shelves(self._store)
        offers, _ = read_offers(self._store.offers())
        return Shop(
            shelves=shelves,
            prices=StorePrices(shelves, here.tax, self._store.currency()),
            offers=offers,
            here=here,
            stores=self._store.stores(),
            stock=self._store.quantity,
        )


class _Shelves:
    """What is sold, by key; what was looked up is kept."""

    def __init__(self, store: CatalogueStore) -> None:
        self._store = store
        self._articles: dict[str, tuple[Product, Variant] | None] = {}

    def by_sku(self, sku: str) -> tuple[Product, Variant] | None:
        """The article with this SKU and its product; None when it is not sold."""
        if sku not in self._articles:
            if len(self._articles) >= _MOST_KEPT:
                self._articles.clear()
            self._articles[sku] = self._store.by_sku(sku)
        return self._articles[sku]

    def product(self, product_id: str) -> Product | None:
        """The product with this id; None when it is not sold."""
        return self._store.product(product_id)
