"""Going through the shop: what a shopper asks for, and what is shown to them."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from kiosk.local.catalogue_database import open_catalogue
from kiosk.local.catalogue_store import CatalogueStore, Facets, Filter, Order, StockLevel
from kiosk.local.catalogue_writer import CatalogueWriter
from kiosk.search.searcher import Searcher

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from kiosk.catalogue import Product, Variant
    from kiosk.local.catalogue_store import After
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
        here: the store in which they stand.
    """

    text: str
    language: str
    wanted: Filter
    order: Order
    after: After | None
    limit: int
    here: str


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
    """

    cards: tuple[Card, ...]
    after: After | None
    count: int


@dataclass(frozen=True, slots=True)
class Details:
    """One product, and what else is worth knowing about it.

    Attributes:
        product: what it is.
        stock: of each SKU how many each store has.
        companions: what is used with it and is sold here.
    """

    product: Product
    stock: Mapping[str, tuple[StockLevel, ...]] = field(default_factory=dict)
    companions: tuple[Card, ...] = ()


class ShopReader:
    """Answers questions about the shop from the kiosk's own disk. For one thread, as its database is."""

    def __init__(self, database: LocalDatabase) -> None:
        """Read here; the database is somebody else's to close."""
        self._store = CatalogueStore(database)
        self._searcher = Searcher(database)

    def browse(self, question: Question) -> Listing:
        """A page of what fits."""
        if question.text.strip():
            hits = self._searcher.search(question.text, question.language, question.wanted, question.limit)
            return Listing(self._cards([(hit.product, hit.variant) for hit in hits], question.here), None, len(hits))
        page = self._store.page(question.wanted, question.order, question.after, question.limit)
        cards = self._cards([(product, product.variants[0]) for product in page.products], question.here)
        return Listing(cards, page.after, self._store.count(question.wanted))

    def facets(self, wanted: Filter) -> Facets:
        """What could be chosen."""
        return self._store.facets(wanted)

    def details(self, product_id: str, here: str) -> Details | None:
        """All about a product; None when it is not sold any more."""
        product = self._store.product(product_id)
        if product is None:
            return None
        others = [other for other in map(self._store.product, product.goes_with) if other is not None]
        return Details(
            product,
            {variant.sku: self._store.stock(variant.sku) for variant in product.variants},
            self._cards([(other, other.variants[0]) for other in others], here),
        )

    def _cards(self, chosen: Sequence[tuple[Product, Variant]], here: str) -> tuple[Card, ...]:
        skus = [variant.sku for product, _ in chosen for variant in product.variants]
        there = self._store.in_stock(here, skus)
        known = self._store.knows_stock(here)
        return tuple(
            Card(product, variant, any(one.sku in there for one in product.variants) if known else None)
            for product, variant in chosen
        )


@contextmanager
def open_shop(folder: Path, seed: Sequence[Product], stores: Sequence[Store]) -> Iterator[ShopReader]:
    """The shop as this kiosk's disk has it; as the kiosk's own files have it while no hub has told otherwise.

    Args:
        folder: where the kiosk keeps its data.
        seed: the products of the kiosk's files.
        stores: the stores of the kiosk's files.

    Raises:
        LocalDataError: the database cannot be had.
    """
    with closing(open_catalogue(folder)) as database:
        _seed(database, seed, stores)
        yield ShopReader(database)


def _seed(database: LocalDatabase, products: Sequence[Product], stores: Sequence[Store]) -> None:
    writer = CatalogueWriter(database)
    if writer.state(REVISION) is not None:
        return
    digest = sha256(repr((products, stores)).encode()).hexdigest()
    if writer.state(_SEED) == digest:
        return
    with database.transaction():
        writer.replace(products)
        writer.replace_stores(stores)
        writer.remember(**{_SEED: digest})
