"""Filling the kiosk's catalogue: all of a change, or nothing of it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from kiosk.catalogue import PaintedProduct
from kiosk.catalogue_documents import document_of, product_of
from kiosk.catalogue_schema import ProductDocument
from kiosk.local_text import LANGUAGES
from kiosk.search.product_words import hues_of, load_concepts, product_words
from kiosk.store_schema import store_document
from kiosk.unit_price import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kiosk.catalogue import Product
    from kiosk.local.database import LocalDatabase
    from kiosk.stores import Store

CATALOGUE_REVISION: Final = "catalogue_revision"
"""Under which name is remembered which of the hub's catalogues this is; nothing while it is none of the hub's."""

HERE: Final = "here"
"""Under which name is remembered in which store the kiosk stands."""

STOCK_AS_OF: Final = "stock_as_of:"
"""Before a store's id: under which name is remembered how old its stock is."""

WORDS_VERSION: Final = "words_version"
"""Under which name is counted how often products changed."""

_DEAREST: Final = 10**9
"""More minor units than any price by the unit, so that units stay apart in one order."""

_UNITS: Final = tuple(Unit)


class CatalogueWriter:
    """Writes the shop's data; readers see what was before until a change is whole."""

    def __init__(self, database: LocalDatabase) -> None:
        """Write here; the database is somebody else's to close."""
        self._database = database
        self._concepts = load_concepts()

    def state(self, name: str) -> str | None:
        """What was remembered under a name."""
        rows = self._database.rows("SELECT value FROM state WHERE name = ?", (name,))
        return rows[0][0] if rows else None

    def remember(self, **values: str | None) -> None:
        """Remember values by name, until they are None."""
        with self._database.transaction():
            for name, value in values.items():
                if value is None:
                    self._database.execute("DELETE FROM state WHERE name = ?", (name,))
                else:
                    self._database.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def replace(self, products: Iterable[Product]) -> None:
        """Sell exactly these, in this order."""
        with self._database.transaction():
            self._database.execute("DELETE FROM arrived")
            self.receive([document_of(product) for product in products])
            self.take_over()

    def receive(self, documents: Sequence[ProductDocument]) -> None:
        """Put aside what came of a catalogue, after what came before; nobody sees it yet."""
        with self._database.transaction():
            ((first,),) = self._database.rows("SELECT coalesce(max(position) + 1, 0) FROM arrived")
            self._database.execute_many(
                "INSERT OR REPLACE INTO arrived VALUES (?, ?, ?)",
                [
                    (document.id, position, document.model_dump_json(exclude_defaults=True))
                    for position, document in enumerate(documents, first)
                ],
            )

    def forget_arrived(self) -> None:
        """Begin a catalogue anew."""
        self._database.execute("DELETE FROM arrived")

    def take_over(self) -> None:
        """Sell what arrived and nothing else; what has not changed is not touched."""
        with self._database.transaction():
            gone = self._database.rows("SELECT number FROM product WHERE id NOT IN (SELECT id FROM arrived)")
            self._delete([number for (number,) in gone])
            self._database.execute(
                "UPDATE product SET position = arrived.position FROM arrived"
                " WHERE arrived.id = product.id AND arrived.position != product.position"
            )
            changed = self._database.rows(
                "SELECT arrived.position, arrived.document FROM arrived LEFT JOIN product USING (id)"
                " WHERE product.document IS NOT arrived.document"
            )
            self._put([(position, ProductDocument.model_validate_json(text)) for position, text in changed])
            self.forget_arrived()

    def merge(self, removed: Sequence[str]) -> None:
        """Sell what arrived beside what is sold already, and those no more."""
        with self._database.transaction():
            arrived = self._database.rows("SELECT document FROM arrived ORDER BY position")
            self.change([ProductDocument.model_validate_json(text) for (text,) in arrived], removed)
            self.forget_arrived()

    def change(self, documents: Sequence[ProductDocument], removed: Sequence[str]) -> None:
        """Sell these, whether they were sold before or not, and those no more; what is new stands last."""
        with self._database.transaction():
            places = {product_id: (number, position) for product_id, number, position in self._places()}
            self._delete([places[product_id][0] for product_id in removed if product_id in places])
            ((end,),) = self._database.rows("SELECT coalesce(max(position) + 1, 0) FROM product")
            new = (end + n for n in range(len(documents)))
            self._put([(places[one.id][1] if one.id in places else next(new), one) for one in documents])

    def replace_stores(self, stores: Sequence[Store]) -> None:
        """Have exactly these stores, in this order."""
        with self._database.transaction():
            self._database.execute("DELETE FROM store")
            rows = [
                (store.id, position, store_document(store).model_dump_json()) for position, store in enumerate(stores)
            ]
            self._database.execute_many("INSERT INTO store VALUES (?, ?, ?)", rows)

    def replace_stock(self, store: str, levels: Mapping[str, int], as_of_ms: int) -> None:
        """A store has exactly this, as of a time in milliseconds since 1970 in UTC."""
        with self._database.transaction():
            self._database.execute("DELETE FROM stock WHERE store = ?", (store,))
            self.change_stock(store, levels, as_of_ms)

    def change_stock(self, store: str, levels: Mapping[str, int], as_of_ms: int) -> None:
        """A store has so many of these, and of others as many as before, as of a time."""
        with self._database.transaction():
            self._database.execute_many(
                "INSERT OR REPLACE INTO stock VALUES (?, ?, ?)",
                [(store, sku, quantity) for sku, quantity in levels.items()],
            )
            self.remember(**{f"{STOCK_AS_OF}{store}": str(as_of_ms)})

    def replace_offers(self, documents: Sequence[str]) -> None:
        """Offer exactly what these documents say, in this order."""
        with self._database.transaction():
            self._database.execute("DELETE FROM offer")
            self._database.execute_many("INSERT INTO offer VALUES (?, ?)", list(enumerate(documents)))

    def _places(self) -> list[tuple[str, int, int]]:
        return self._database.rows("SELECT id, number, position FROM product")

    def _delete(self, numbers: Sequence[int]) -> None:
        if numbers:
            self._note_new_words()
        each = [(number,) for number in numbers]
        for language in LANGUAGES:
            self._database.execute_many(f"DELETE FROM words_{language} WHERE rowid = ?", each)  # noqa: S608 - a constant
        self._database.execute_many("DELETE FROM product WHERE number = ?", each)

    def _put(self, placed: Sequence[tuple[int, ProductDocument]]) -> None:
        """Sell these at their places in the place of what had their ids."""
        numbers = {product_id: number for product_id, number, _ in self._places()}
        # All that goes goes first: a SKU or a barcode may move from one product to another.
        self._delete([numbers[document.id] for _, document in placed if document.id in numbers])
        if placed:
            self._note_new_words()
        unused = count(max(numbers.values(), default=0) + 1)
        for position, document in placed:
            number = numbers.get(document.id)
            self._insert(next(unused) if number is None else number, position, document)

    def _note_new_words(self) -> None:
        """Have searches learn the words anew."""
        self.remember(**{WORDS_VERSION: str(int(self.state(WORDS_VERSION) or 0) + 1)})

    def _insert(self, number: int, position: int, document: ProductDocument) -> None:
        product = product_of(document, document.currency)
        painted = (product.kind, product.finish) if isinstance(product, PaintedProduct) else ("", "")
        self._database.execute(
            "INSERT INTO product VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                product.id,
                position,
                product.category,
                painted[0],
                product.brand,
                painted[1],
                min(product.price_of(variant).minor for variant in product.variants),
                _unit_rank(product),
                document.model_dump_json(exclude_defaults=True),
            ),
        )
        self._database.execute_many(
            "INSERT INTO variant VALUES (?, ?, ?, ?)",
            [
                (variant.sku, variant.ean13, number, hue)
                for variant, hue in zip(product.variants, hues_of(product), strict=True)
            ],
        )
        self._database.execute_many("INSERT INTO tag VALUES (?, ?)", [(number, tag) for tag in product.tags])
        for language in LANGUAGES:
            found = product_words(product, language, self._concepts)
            self._database.execute(
                f"INSERT INTO words_{language} (rowid, name, shade, brand, about) VALUES (?, ?, ?, ?, ?)",  # noqa: S608 - a constant
                (number, found.name, found.shade, found.brand, found.about),
            )


def _unit_rank(product: Product) -> int:
    """Where the product stands among those of its unit, by its cheapest; what has no unit price stands last."""
    prices = [price for variant in product.variants if (price := product.unit_price_of(variant)) is not None]
    if not prices:
        return len(_UNITS) * _DEAREST
    cheapest = min(prices, key=lambda price: (_UNITS.index(price.per.unit), price.price.minor))
    return _UNITS.index(cheapest.per.unit) * _DEAREST + min(cheapest.price.minor, _DEAREST - 1)
