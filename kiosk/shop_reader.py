"""Who knows the shop: answers what shoppers ask from the kiosk's own disk, and what is on that disk to begin with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from kiosk.browsing import Card, Details, Listing, Rail
from kiosk.local.catalogue_store import CatalogueStore
from kiosk.local.catalogue_writer import CATALOGUE_REVISION, CatalogueWriter
from kiosk.mirror_catalogue import AT_MIRROR
from kiosk.search.searcher import Searcher
from kiosk.wall_clock import wall_ms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.browsing import Question
    from kiosk.catalogue import Product, Variant
    from kiosk.local.catalogue_store import StockLevel
    from kiosk.local.database import LocalDatabase
    from kiosk.stores import Store

_SEED: Final = "catalogue_seed"


class ShopReader:
    """Answers questions about the shop from the kiosk's own disk. For one thread, as its database is."""

    def __init__(self, database: LocalDatabase) -> None:
        """Read here; the database is somebody else's to close."""
        self._store = CatalogueStore(database)
        self._searcher = Searcher(database)

    def browse(self, question: Question) -> Listing:
        """A page of what fits."""
        here = self._store.here().id
        wanted = replace(question.wanted, in_stock_at=here if question.only_here else None)
        facets = self._store.facets(wanted) if question.after is None else None
        if question.text.strip():
            hits = self._searcher.search(question.text, question.language, wanted, question.limit)
            return Listing(self._cards([(hit.product, hit.variant) for hit in hits], here), None, len(hits), facets)
        page = self._store.page(wanted, question.order, question.after, question.limit)
        cards = self._cards([(product, product.variants[0]) for product in page.products], here)
        return Listing(cards, page.after, self._store.count(wanted), facets)

    def details(self, product_id: str) -> Details | None:
        """All about a product; None when it is not sold any more."""
        product = self._store.product(product_id)
        if product is None:
            return None
        here = self._store.here().id
        others = [other for other in map(self._store.product, product.goes_with) if other is not None]
        return Details(
            product,
            here,
            {variant.sku: self._stock(variant.sku, here) for variant in product.variants},
            self._cards([(other, other.variants[0]) for other in others], here),
        )

    def rail(self, revision: int, skus: Sequence[str]) -> Rail | None:
        """What lies at the mirror now.

        Args:
            revision: of what lay there; where the hub has told of no other, there is no answer.
            skus: of what looks are made of, which lies there in any case.
        """
        told = self._store.told_revision()
        return None if told in {0, revision} else Rail(told, self._store.to_try(AT_MIRROR, skus))

    def _stock(self, sku: str, here: str) -> tuple[StockLevel, ...]:
        return tuple(sorted(self._store.stock(sku), key=lambda level: level.store.id != here))

    def _cards(self, chosen: Sequence[tuple[Product, Variant]], here: str) -> tuple[Card, ...]:
        skus = [variant.sku for product, _ in chosen for variant in product.variants]
        there = self._store.in_stock(here, skus)
        known = self._store.knows_stock(here)
        return tuple(
            Card(product, variant, any(one.sku in there for one in product.variants) if known else None)
            for product, variant in chosen
        )


@dataclass(frozen=True, slots=True)
class Seed:
    """The shop as the kiosk's own files have it, until a hub tells otherwise.

    Attributes:
        products, stores: in the shop's order.
        stock: how many of each SKU each store has, as far as that is known.
        offers: their documents, in the shop's order.
    """

    products: Sequence[Product]
    stores: Sequence[Store]
    stock: Mapping[str, Mapping[str, int]]
    offers: Sequence[str]


def sow(database: LocalDatabase, seed: Seed) -> None:
    """Have the shop as its files have it, unless it is so already or a hub has told otherwise."""
    writer = CatalogueWriter(database)
    if writer.state(CATALOGUE_REVISION) is not None:
        return
    digest = sha256(repr(seed).encode()).hexdigest()
    if writer.state(_SEED) == digest:
        return
    now_ms = wall_ms()
    with database.transaction():
        writer.replace(seed.products)
        writer.replace_stores(seed.stores)
        writer.replace_offers(seed.offers)
        for store, levels in seed.stock.items():
            writer.replace_stock(store, levels, now_ms)
        writer.remember(**{_SEED: digest})
