"""The shelf: the shop's categories and the products of the one that is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalogue import Catalogue, Category, PaintedProduct
from ui.models.product_rows import fan
from ui.models.rows import Rows

if TYPE_CHECKING:
    from ui.models.language import Language
    from ui.models.live_visit import LiveVisit

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

LOOKS: Final = "looks"
"""The shelf beside the categories, on which the bundled looks lie."""

_RAIL: Final = 60
"""So many products of a category lie on its rail, the shop's first; the others are found in the shop."""


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A tab: the key that the screen translates."""

    category: str


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product's card."""

    productId: str
    brand: str
    name: str
    kind: str
    finish: str
    price: str
    colors: list[str]
    worn: bool


@QmlElement
@QmlUncreatable("the kiosk has one")
class Shelf(QObject):
    """Which shelf is open, what stands on it, and which product is in the shopper's hand.

    Attributes:
        categories: rows of ``category``.
        category: the open one.
        products: rows of the open category; on the looks' shelf, those of the one before.
        productIndex: of the product in hand among ``products``; -1 where there is none.

    Signals:
        categoryChanged: another shelf is open.
        productChanged: another product is in hand.
    """

    categoryChanged = Signal()
    productChanged = Signal()

    def __init__(
        self, catalogue: Catalogue, live: LiveVisit, language: Language, parent: QObject | None = None
    ) -> None:
        """Open the first shelf that has something on it."""
        super().__init__(parent)
        self._catalogue = catalogue
        self._live = live
        self._language = language
        self._categories = Rows(CategoryRow, self)
        self._products = Rows(ProductRow, self)
        self._category = LOOKS
        self._product: PaintedProduct | None = None
        live.changed.connect(self._refresh)
        language.changed.connect(self._refresh)
        self.restock(catalogue)

    def restock(self, catalogue: Catalogue) -> None:
        """Have these products lie here, and go to the first shelf."""
        self._catalogue = catalogue
        stocked = [category for category in Category if catalogue.to_try(category)]
        self._categories.show([CategoryRow(category) for category in [*stocked, LOOKS]])
        self.reset()

    def reset(self) -> None:
        """Back to the first shelf."""
        self._open_category(self._first)

    @property
    def is_reset(self) -> bool:
        """Whether nothing else was taken up since."""
        first = self._first
        product = None if first == LOOKS else self._catalogue.to_try(Category(first))[0]
        return (self._category, self._product) == (first, product)

    @property
    def product(self) -> PaintedProduct | None:
        """The product in hand."""
        return self._product

    @Slot(str)
    def openCategory(self, category: str) -> None:
        """Go to another shelf and take up what is worn of it, else its first product."""
        if any(row.category == category for row in self._categories.rows):
            self._open_category(category)

    @Slot(str)
    def openProduct(self, product_id: str) -> None:
        """Take up a product that can be tried, wherever it stands."""
        product = self._catalogue.painted_by_id(product_id)
        if product is not None:
            self._open(product.category, product)

    def take(self, product: PaintedProduct) -> PaintedProduct:
        """Take up a product that was found in the shop, and give it as the shelf has it.

        It lies on its rail while it is in hand or on somebody.
        """
        taken = self._catalogue.painted_by_id(product.id) or product
        self._open(product.category, taken)
        return taken

    @Property(Rows, constant=True)
    def categories(self) -> Rows:
        """The tabs."""
        return self._categories

    @Property(Rows, constant=True)
    def products(self) -> Rows:
        """The products of the open shelf."""
        return self._products

    @Property(str, notify=categoryChanged)
    def category(self) -> str:
        """The key of the open shelf."""
        return self._category

    @Property(int, notify=productChanged)
    def productIndex(self) -> int:
        """Where the product in hand stands on the open shelf."""
        ids = [row.productId for row in self._products.rows]
        return ids.index(self._product.id) if self._product and self._product.id in ids else -1

    @property
    def _first(self) -> str:
        return str(self._categories.rows[0].category)

    def _open_category(self, category: str) -> None:
        if category == LOOKS:
            self._open(LOOKS, None)
            return
        worn = [item.product for item in self._live.visit.worn if item.product.category == category]
        self._open(category, worn[-1] if worn else self._catalogue.to_try(Category(category))[0])

    def _rail(self, category: str) -> tuple[PaintedProduct, ...]:
        """What lies on a shelf: its first products, and whatever else of it is worn or in hand."""
        products = self._catalogue.to_try(Category(category))[:_RAIL]
        others = [item.product for item in self._live.visit.worn]
        if self._product is not None:
            others.append(self._product)
        ids = {product.id for product in products}
        found = {other.id: other for other in others if other.category == category and other.id not in ids}
        return (*products, *found.values())

    def _open(self, category: str, product: PaintedProduct | None) -> None:
        moved = category != self._category
        self._category, self._product = category, product
        self._refresh()
        if moved:
            self.categoryChanged.emit()
        self.productChanged.emit()

    @Slot()
    def _refresh(self) -> None:
        if self._category == LOOKS:
            return  # The rail is not on the screen; rows that went now would be missed while it is taken down.
        language = self._language.current
        worn = {item.product.id for item in self._live.visit.worn}
        self._products.show(
            [
                ProductRow(
                    product.id,
                    product.brand,
                    product.name.in_language(language),
                    product.kind,
                    product.finish,
                    product.price.in_language(language),
                    fan(product),
                    product.id in worn,
                )
                for product in self._rail(self._category)
            ]
        )
