"""The shop's data as screens ask for it: by key, by the page, by what is in stock; never all of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from kiosk.catalogue import Catalogue, Category
from kiosk.catalogue_documents import product_of
from kiosk.catalogue_schema import ProductDocument
from kiosk.local.catalogue_writer import CATALOGUE_REVISION, HERE, STOCK_AS_OF
from kiosk.store_schema import StoreTable, store_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.catalogue import Product, Variant
    from kiosk.local.database import LocalDatabase
    from kiosk.stores import Store

_MOST_A_PAGE: Final = 100


class Order(StrEnum):
    """In which order products are shown."""

    SHELF = "shelf"
    PRICE = "price"
    UNIT_PRICE = "unit_price"


_KEYS: Final = {Order.SHELF: "position", Order.PRICE: "price", Order.UNIT_PRICE: "unit_rank"}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which products a shopper wants to see: those that fit everything that is named.

    Attributes:
        category: of this shelf; None for all.
        brands, finishes, hues: of one of these; empty for all. A product has a hue when one of its variants has it.
        tags: with all of these.
        price_below: with a variant that costs less, in minor units; None for all.
        in_stock_at: with a variant of which this store has one; None for all.
    """

    category: Category | None = None
    brands: frozenset[str] = frozenset()
    finishes: frozenset[str] = frozenset()
    hues: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    price_below: int | None = None
    in_stock_at: str | None = None

    def condition(self) -> tuple[str, list[object]]:
        """The same in SQL about ``product``, and its parameters."""
        parts: list[str] = ["1"]
        parameters: list[object] = []

        def add(part: str, *values: object) -> None:
            parts.append(part)
            parameters.extend(values)

        if self.category is not None:
            add("product.category = ?", self.category)
        for column, wanted in (("brand", self.brands), ("finish", self.finishes)):
            if wanted:
                add(f"product.{column} IN ({_marks(wanted)})", *sorted(wanted))
        if self.hues:
            chosen = f"SELECT 1 FROM variant WHERE variant.product = product.number AND hue IN ({_marks(self.hues)})"  # noqa: S608 - marks only
            add(f"EXISTS ({chosen})", *sorted(self.hues))
        for tag in sorted(self.tags):
            add("EXISTS (SELECT 1 FROM tag WHERE tag.product = product.number AND tag = ?)", tag)
        if self.price_below is not None:
            add("product.price < ?", self.price_below)
        if self.in_stock_at is not None:
            add(
                "EXISTS (SELECT 1 FROM variant JOIN stock USING (sku)"
                " WHERE variant.product = product.number AND store = ? AND quantity > 0)",
                self.in_stock_at,
            )
        return " AND ".join(parts), parameters


@dataclass(frozen=True, slots=True)
class After:
    """Where a page ended, for the one that follows."""

    key: int
    number: int


@dataclass(frozen=True, slots=True)
class Page:
    """Some products, and where to go on; None at the end."""

    products: tuple[Product, ...]
    after: After | None


@dataclass(frozen=True, slots=True)
class Facets:
    """What there is to choose among, and how many products each choice leaves; the most first.

    The counts of a choice are those under all others: what else could have been chosen in its place.
    """

    categories: Mapping[str, int] = field(default_factory=dict)
    brands: Mapping[str, int] = field(default_factory=dict)
    finishes: Mapping[str, int] = field(default_factory=dict)
    hues: Mapping[str, int] = field(default_factory=dict)
    tags: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StockLevel:
    """How many of a SKU a store has.

    Attributes:
        store: which.
        quantity: 0 or more; None where that is not known.
        as_of_ms: when that was so, milliseconds since 1970 in UTC; None where it is not known.
    """

    store: Store
    quantity: int | None
    as_of_ms: int | None


class CatalogueStore:
    """Reads the shop's data, each time what is there now."""

    def __init__(self, database: LocalDatabase) -> None:
        """Read here; the database is somebody else's to close."""
        self._database = database

    def product(self, product_id: str) -> Product | None:
        """The product with this id; None when the shop does not sell it."""
        return next(iter(self._products("id = ?", (product_id,))), None)

    def by_sku(self, sku: str) -> tuple[Product, Variant] | None:
        """The variant with this SKU and its product; None when the shop does not sell it."""
        product = next(iter(self._products("number = (SELECT product FROM variant WHERE sku = ?)", (sku,))), None)
        return None if product is None else (product, next(each for each in product.variants if each.sku == sku))

    def by_gtin(self, gtin: str) -> tuple[Product, Variant] | None:
        """The variant with this barcode, of 8 to 14 digits, and its product; None when the shop does not sell it."""
        digits = gtin.lstrip("0").rjust(13, "0")
        rows = self._database.rows("SELECT sku FROM variant WHERE ean13 = ?", (digits,))
        return self.by_sku(rows[0][0]) if rows else None

    def by_numbers(self, numbers: Sequence[int]) -> tuple[Product, ...]:
        """The products with these numbers of this database, in the order of the numbers given."""
        rows = self._database.rows(f"SELECT number, document FROM product WHERE number IN ({_marks(numbers)})", numbers)  # noqa: S608 - marks only
        texts = dict(rows)
        return tuple(_product(texts[number]) for number in numbers if number in texts)

    def page(self, wanted: Filter, order: Order, after: After | None, limit: int) -> Page:
        """The next products that fit, at most ``limit`` (1 to 100) of them; from the first when ``after`` is None."""
        limit = max(1, min(limit, _MOST_A_PAGE))
        condition, parameters = wanted.condition()
        key = _KEYS[order]
        if after is not None:
            condition += f" AND ({key}, number) > (?, ?)"
            parameters += [after.key, after.number]
        rows = self._database.rows(
            f"SELECT document, {key}, number FROM product WHERE {condition} ORDER BY {key}, number LIMIT ?",  # noqa: S608 - constants and marks
            [*parameters, limit + 1],
        )
        products = tuple(_product(text) for text, _, _ in rows[:limit])
        return Page(products, After(*rows[limit - 1][1:]) if len(rows) > limit else None)

    def count(self, wanted: Filter) -> int:
        """How many products fit."""
        condition, parameters = wanted.condition()
        ((number,),) = self._database.rows(f"SELECT count(*) FROM product WHERE {condition}", parameters)  # noqa: S608 - constants and marks
        return int(number)

    def facets(self, wanted: Filter) -> Facets:
        """What could be chosen beside and in the place of what is."""
        return Facets(
            categories=self._column("category", replace(wanted, category=None)),
            brands=self._column("brand", replace(wanted, brands=frozenset())),
            finishes=self._column("finish", replace(wanted, finishes=frozenset())),
            hues=self._joined("variant", "hue", replace(wanted, hues=frozenset())),
            tags=self._joined("tag", "tag", wanted),
        )

    def stores(self) -> tuple[Store, ...]:
        """The stores, in the shop's order."""
        rows = self._database.rows("SELECT document FROM store ORDER BY position")
        return tuple(store_of(StoreTable.model_validate_json(text)) for (text,) in rows)

    def here(self) -> Store:
        """The store in which the kiosk stands: the one that the hub told, else the shop's first.

        Raises:
            LookupError: there is no store, which no shop's data are without.
        """
        stores = self.stores()
        told = self._state(HERE)
        return next((store for store in stores if store.id == told), stores[0])

    def told_revision(self) -> int:
        """Which of the hub's catalogues this is; 0 where it is what the kiosk began with."""
        return int(self._state(CATALOGUE_REVISION) or 0)

    def currency(self) -> str:
        """What the shop is paid in; empty while nothing is sold."""
        rows = self._database.rows("SELECT document FROM product LIMIT 1")
        return _product(rows[0][0]).price.currency if rows else ""

    def version(self) -> int:
        """Another number when something may be another than it was, to this connection."""
        ((version,),) = self._database.rows("PRAGMA data_version")
        return int(version)

    def stock(self, sku: str) -> tuple[StockLevel, ...]:
        """How many of a SKU each store has, in the shop's order; a store whose stock came without it has none."""
        levels = dict(self._database.rows("SELECT store, quantity FROM stock WHERE sku = ?", (sku,)))
        ages = [(store, self._state(f"{STOCK_AS_OF}{store.id}")) for store in self.stores()]
        return tuple(
            StockLevel(store, None, None) if at is None else StockLevel(store, levels.get(store.id, 0), int(at))
            for store, at in ages
        )

    def quantity(self, store: str, sku: str) -> int:
        """How many of a SKU a store has, as far as is known here."""
        rows = self._database.rows("SELECT quantity FROM stock WHERE store = ? AND sku = ?", (store, sku))
        return int(rows[0][0]) if rows else 0

    def knows_stock(self, store: str) -> bool:
        """Whether it was ever told what a store has."""
        return self._state(f"{STOCK_AS_OF}{store}") is not None

    def in_stock(self, store: str, skus: Sequence[str]) -> frozenset[str]:
        """Those of ``skus`` of which a store has at least one."""
        rows = self._database.rows(
            f"SELECT sku FROM stock WHERE store = ? AND quantity > 0 AND sku IN ({_marks(skus)})",  # noqa: S608 - marks only
            [store, *skus],
        )
        return frozenset(sku for (sku,) in rows)

    def offers(self) -> tuple[str, ...]:
        """The documents of what is offered, in the shop's order."""
        return tuple(text for (text,) in self._database.rows("SELECT document FROM offer ORDER BY position"))

    def to_try(self, most: int, skus: Sequence[str]) -> Catalogue:
        """What lies at the mirror: of each shelf the first products that it can paint, and those with these SKUs.

        Args:
            most: so many of each shelf.
            skus: of what is there besides.
        """
        products: list[Product] = []
        for category in Category:
            products += self._products(
                "category = ? AND kind != '' ORDER BY position, number LIMIT ?", (category, most)
            )
        there = {product.id for product in products}
        named = (found[0] for sku in skus if (found := self.by_sku(sku)) is not None)
        products += {product.id: product for product in named if product.id not in there}.values()
        return Catalogue(tuple(products))

    def _products(self, condition: str, parameters: Sequence[object]) -> list[Product]:
        rows = self._database.rows(f"SELECT document FROM product WHERE {condition}", parameters)  # noqa: S608 - constants
        return [_product(text) for (text,) in rows]

    def _column(self, column: str, wanted: Filter) -> Mapping[str, int]:
        condition, parameters = wanted.condition()
        return _counted(
            self._database.rows(
                f"SELECT {column}, count(*) FROM product WHERE {condition} AND {column} != '' GROUP BY 1",  # noqa: S608 - constants and marks
                parameters,
            )
        )

    def _joined(self, table: str, column: str, wanted: Filter) -> Mapping[str, int]:
        condition, parameters = wanted.condition()
        return _counted(
            self._database.rows(
                f"SELECT {table}.{column}, count(DISTINCT number) FROM product JOIN {table} ON {table}.product = number"  # noqa: S608 - the same
                f" WHERE {condition} AND {table}.{column} != '' GROUP BY 1",
                parameters,
            )
        )

    def _state(self, name: str) -> str | None:
        rows = self._database.rows("SELECT value FROM state WHERE name = ?", (name,))
        return rows[0][0] if rows else None


def _product(text: str) -> Product:
    document = ProductDocument.model_validate_json(text)
    return product_of(document, document.currency)


def _counted(rows: list[tuple[Any, ...]]) -> Mapping[str, int]:
    return dict(sorted(rows, key=lambda row: (-row[1], row[0])))


def _marks(values: Sequence[object] | frozenset[str]) -> str:
    return ", ".join("?" * len(values))
