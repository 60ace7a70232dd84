"""Going through the shop: what a shopper asks for, and what is shown to them."""

from __future__ import annotations

import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from kiosk.local.catalogue_database import open_catalogue
from kiosk.local.catalogue_store import CatalogueStore
from kiosk.local.catalogue_writer import CatalogueWriter
from kiosk.search.searcher import Searcher

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from kiosk.catalogue import Product, Variant
    from kiosk.local.catalogue_store import After, Facets, Filter, Order, StockLevel
    from kiosk.local.database import LocalDatabase
    from kiosk.stores import Store

REVISION: Final = "catalogue_revision"
"""Under which name the database remembers which of the hub's catalogues it has."""

_SEED: Final = "catalogue_seed"


@dataclass(frozen=True, slots=True)
class Question:
    """What a shopper wants to see.

    Attributes:
        text: what they typed; blank to go through everything.
        language: of the screen.
        wanted: what they chose.
        order: how it is to lie; what was typed lies by how well it fits.
        after: where the page before ended; None for the first.
        limit: how many at most.
        only_here: only what the store has in which they stand.
    """

    text: str
    language: str
    wanted: Filter
    order: Order
    after: After | None
    limit: int
    only_here: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A product as it lies among others.

    Attributes:
        product: what it is.
        variant: the one that is meant, or the first.
        in_stock: whether the store has any variant of it; None where that is not known.
    """

    product: Product
    variant: Variant
    in_stock: bool | None


@dataclass(frozen=True, slots=True)
class Listing:
    """What answers a question.

    Attributes:
        cards: a page of it.
        after: where the next begins; None at the end.
        count: how many there are on all pages.
        facets: what could be chosen; with the first page only, for it is the same for all.
    """

    cards: tuple[Card, ...]
    after: After | None
    count: int
    facets: Facets | None


@dataclass(frozen=True, slots=True)
class Details:
    """One product, and what else is worth knowing about it.

    Attributes:
        product: what it is.
        here: the id of the store in which the shopper stands.
        stock: of each SKU how many each store has, this store first.
        companions: what is used with it and is sold here.
    """

    product: Product
    here: str
    stock: Mapping[str, tuple[StockLevel, ...]]
    companions: tuple[Card, ...]


class ShopReader:
    """Answers questions about the shop from the kiosk's own disk. For one thread, as its database is."""

    def __init__(self, database: LocalDatabase, here: str) -> None:
        """Read in ``database``, which is somebody else's to close; ``here`` is the id of the store."""
        self._store = CatalogueStore(database)
        self._searcher = Searcher(database)
        self._here = here

    def browse(self, question: Question) -> Listing:
        """A page of what fits."""
        wanted = replace(question.wanted, in_stock_at=self._here if question.only_here else None)
        facets = self._store.facets(wanted) if question.after is None else None
        if question.text.strip():
            hits = self._searcher.search(question.text, question.language, wanted, question.limit)
            return Listing(self._cards([(hit.product, hit.variant) for hit in hits]), None, len(hits), facets)
        page = self._store.page(wanted, question.order, question.after, question.limit)
        cards = self._cards([(product, product.variants[0]) for product in page.products])
        return Listing(cards, page.after, self._store.count(wanted), facets)

    def details(self, product_id: str) -> Details | None:
        """All about a product; None when it is not sold any more."""
        product = self._store.product(product_id)
        if product is None:
            return None
        others = [other for other in map(self._store.product, product.goes_with) if other is not None]
        return Details(
            product,
            self._here,
            {variant.sku: self._stock(variant.sku) for variant in product.variants},
            self._cards([(other, other.variants[0]) for other in others]),
        )

    def _stock(self, sku: str) -> tuple[StockLevel, ...]:
        return tuple(sorted(self._store.stock(sku), key=lambda level: level.store.id != self._here))

    def _cards(self, chosen: Sequence[tuple[Product, Variant]]) -> tuple[Card, ...]:
        skus = [variant.sku for product, _ in chosen for variant in product.variants]
        there = self._store.in_stock(self._here, skus)
        known = self._store.knows_stock(self._here)
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
        here: the id of the store in which the kiosk stands.
    """

    products: Sequence[Product]
    stores: Sequence[Store]
    stock: Mapping[str, Mapping[str, int]]
    here: str


@contextmanager
def open_shop(folder: Path, seed: Seed) -> Iterator[ShopReader]:
    """The shop as this kiosk's disk has it.

    Args:
        folder: where the kiosk keeps its data.
        seed: what it begins with.

    Raises:
        LocalDataError: the database cannot be had.
    """
    with closing(open_catalogue(folder)) as database:
        sow(database, seed)
        yield ShopReader(database, seed.here)


def sow(database: LocalDatabase, seed: Seed) -> None:
    """Have the shop as its files have it, unless it is so already or a hub has told otherwise."""
    writer = CatalogueWriter(database)
    if writer.state(REVISION) is not None:
        return
    digest = sha256(repr(seed).encode()).hexdigest()
    if writer.state(_SEED) == digest:
        return
    now_ms = time.time_ns() // 1_000_000
    with database.transaction():
        writer.replace(seed.products)
        writer.replace_stores(seed.stores)
        for store, levels in seed.stock.items():
            writer.replace_stock(store, levels, now_ms)
        writer.remember(**{_SEED: digest})
