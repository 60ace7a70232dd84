"""The page of one product: its variants, what is in it, where there is some, and what goes with it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalogue import PaintedProduct, Shade
from ui.models.product_rows import CardRow, card_row, unit_price_words
from ui.models.rows import Rows

if TYPE_CHECKING:
    from kiosk.browsing import Details
    from kiosk.catalogue import Product, Variant
    from kiosk.local.catalogue_store import StockLevel
    from ui.desk import VisitDesk
    from ui.models.browse import ShopCounter
    from ui.models.language import Language
    from ui.models.live_visit import LiveVisit
    from ui.models.shelf import Shelf

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_FEW: Final = 3
"""Up to so many, the number is told."""
_MS_A_MINUTE: Final = 60_000


@dataclass(frozen=True, slots=True)
class VariantRow:
    """A shade or a size; the colours are empty for what has none."""

    sku: str
    code: str
    name: str
    colors: list[str]
    price: str
    size: str
    inStock: bool


@dataclass(frozen=True, slots=True)
class StoreRow:
    """What one store has of the variant that is shown.

    Attributes:
        isHere: it is the store in which the mirror stands.
        level: ``none``, ``few``, ``plenty`` or, where it is not known, empty.
        quantity: how many, where they are few.
        minutes: how old the figure is.
    """

    name: str
    city: str
    isHere: bool
    level: str
    quantity: int
    minutes: int


@dataclass(frozen=True, slots=True)
class TagRow:
    """What a product is or does; the key that the screen translates."""

    tag: str


@QmlElement
@QmlUncreatable("the kiosk has one")
class ProductDetails(QObject):
    """One product of the shop, whether the mirror can paint it or not.

    Attributes:
        productId, brand, name, description, ingredients, category: of the product; empty until it is there.
        kind, finish: of what the mirror can paint; else empty.
        canTry: the mirror can paint it.
        shades, sizes: ``VariantRow``; what the mirror can paint has shades, all else has sizes.
        variantIndex: which of them is shown.
        sku, variantName, size, price, unitPrice, unit: of that one.
        depth, temperature, hue: of its colour in words, keys; empty where it has none.
        stores: ``StoreRow``, this one first.
        tags: ``TagRow``.
        companions: ``CardRow``: what is used with it.
        wished: this variant is on the wish list.
        gone: it is not sold any more.
        trouble: why nothing can be told of it, a sentence; empty where something can.

    Signals:
        changed: one of these is another.
        tried: it is on the face.
    """

    changed = Signal()
    tried = Signal()

    def __init__(
        self,
        desk: VisitDesk[ShopCounter],
        shelf: Shelf,
        live: LiveVisit,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        """Ask at ``desk``; what is tried goes to ``shelf``."""
        super().__init__(parent)
        self._desk = desk
        self._shelf = shelf
        self._live = live
        self._language = language
        self._shades = Rows(VariantRow, self)
        self._sizes = Rows(VariantRow, self)
        self._stores = Rows(StoreRow, self)
        self._tags = Rows(TagRow, self)
        self._companions = Rows(CardRow, self)
        self._details: Details | None = None
        self._index = 0
        self._wanted = ""
        self._gone = False
        self._trouble = ""
        live.changed.connect(self._retell)
        language.changed.connect(self._retell)

    def reset(self) -> None:
        """No product is open."""
        self._details, self._index, self._wanted, self._gone, self._trouble = None, 0, "", False, ""
        self._retell()

    @Slot(str, str)
    def open(self, product_id: str, sku: str) -> None:
        """Turn to a product, and to this variant of it; to its first where ``sku`` is none of it."""
        self._wanted = product_id
        self._gone = False
        self._desk.do(
            lambda shop: shop.details(product_id), lambda found: self._show(product_id, sku, found), self._refuse
        )

    @Slot(int)
    def choose(self, index: int) -> None:
        """Look at another variant; an index outside changes nothing."""
        product = self._product
        if product is not None and 0 <= index < len(product.variants) and index != self._index:
            self._index = index
            self._retell()

    @Slot()
    def tryOn(self) -> None:
        """Wear it, if the mirror can paint it."""
        match self._product, self._variant:
            case (PaintedProduct() as product, Shade() as shade):
                taken = self._shelf.take(product)
                worn = next((one for one in taken.shades if one.sku == shade.sku), shade)
                self._live.change(lambda visit: visit.try_on(taken, worn))
                self.tried.emit()

    @Slot()
    def wish(self) -> None:
        """Put this variant on the wish list; once more takes it off."""
        product, variant = self._product, self._variant
        if product is None or variant is None:
            return
        if self.wished:
            self._live.change(lambda visit: visit.unpick(variant))
        else:
            self._live.change(lambda visit: visit.pick(product, variant))

    @Property(str, notify=changed)
    def productId(self) -> str:
        """The catalogue's key."""
        return self._product.id if self._product else ""

    @Property(str, notify=changed)
    def brand(self) -> str:
        """Whose it is."""
        return self._product.brand if self._product else ""

    @Property(str, notify=changed)
    def name(self) -> str:
        """In the language of the screen."""
        return self._product.name.in_language(self._language.current) if self._product else ""

    @Property(str, notify=changed)
    def description(self) -> str:
        """One sentence, in the language of the screen."""
        return self._product.description.in_language(self._language.current) if self._product else ""

    @Property(str, notify=changed)
    def ingredients(self) -> str:
        """The INCI list, which is the same in every language."""
        return self._product.ingredients if self._product else ""

    @Property(str, notify=changed)
    def category(self) -> str:
        """The shelf's key."""
        return self._product.category if self._product else ""

    @Property(str, notify=changed)
    def kind(self) -> str:
        """What the mirror paints, a key."""
        return self._product.kind if isinstance(self._product, PaintedProduct) else ""

    @Property(str, notify=changed)
    def finish(self) -> str:
        """Its surface, a key."""
        return self._product.finish if isinstance(self._product, PaintedProduct) else ""

    @Property(bool, notify=changed)
    def canTry(self) -> bool:
        """Whether the mirror can paint it."""
        return isinstance(self._product, PaintedProduct)

    @Property(Rows, constant=True)
    def shades(self) -> Rows:
        """The shades of what the mirror can paint."""
        return self._shades

    @Property(Rows, constant=True)
    def sizes(self) -> Rows:
        """The sizes of what it cannot."""
        return self._sizes

    @Property(int, notify=changed)
    def variantIndex(self) -> int:
        """Which of them is shown."""
        return self._index

    @Property(str, notify=changed)
    def sku(self) -> str:
        """Of the variant that is shown."""
        return self._variant.sku if self._variant else ""

    @Property(str, notify=changed)
    def variantName(self) -> str:
        """In the language of the screen."""
        return self._variant.name.in_language(self._language.current) if self._variant else ""

    @Property(str, notify=changed)
    def size(self) -> str:
        """What is in the package."""
        return self._product.size_of(self._variant) if self._product and self._variant else ""

    @Property(str, notify=changed)
    def price(self) -> str:
        """As the language writes it."""
        if self._product is None or self._variant is None:
            return ""
        return self._product.price_of(self._variant).in_language(self._language.current)

    @Property(str, notify=changed)
    def unitPrice(self) -> str:
        """What the price comes to by the unit."""
        return self._unit_price[0]

    @Property(str, notify=changed)
    def unit(self) -> str:
        """Which unit that is, a key."""
        return self._unit_price[1]

    @Property(str, notify=changed)
    def depth(self) -> str:
        """How deep the colour is, a key."""
        return self._variant.tone.depth if isinstance(self._variant, Shade) else ""

    @Property(str, notify=changed)
    def temperature(self) -> str:
        """How warm the colour is, a key."""
        return self._variant.tone.temperature if isinstance(self._variant, Shade) else ""

    @Property(str, notify=changed)
    def hue(self) -> str:
        """The colour's family, a key."""
        return self._variant.tone.hue if isinstance(self._variant, Shade) else ""

    @Property(Rows, constant=True)
    def stores(self) -> Rows:
        """Where there is some."""
        return self._stores

    @Property(Rows, constant=True)
    def tags(self) -> Rows:
        """What it is or does."""
        return self._tags

    @Property(Rows, constant=True)
    def companions(self) -> Rows:
        """What is used with it."""
        return self._companions

    @Property(bool, notify=changed)
    def wished(self) -> bool:
        """Whether this variant is on the wish list."""
        return self._variant is not None and self._live.visit.has_picked(self._variant)

    @Property(bool, notify=changed)
    def gone(self) -> bool:
        """Whether it is not sold any more."""
        return self._gone

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why nothing can be told of it."""
        return self._trouble

    @property
    def _product(self) -> Product | None:
        return self._details.product if self._details else None

    @property
    def _variant(self) -> Variant | None:
        return self._details.product.variants[self._index] if self._details else None

    @property
    def _unit_price(self) -> tuple[str, str]:
        if self._product is None or self._variant is None:
            return "", ""
        return unit_price_words(self._product, self._variant, self._language.current)

    def _show(self, product_id: str, sku: str, details: Details | None) -> None:
        if product_id != self._wanted:
            return
        self._details = details
        self._gone, self._trouble = details is None, ""
        skus = [variant.sku for variant in details.product.variants] if details else []
        self._index = skus.index(sku) if sku in skus else 0
        self._retell()

    def _refuse(self, trouble: str) -> None:
        self._details, self._trouble = None, trouble
        self._retell()

    @Slot()
    def _retell(self) -> None:
        details, language = self._details, self._language.current
        if details is not None:
            product = details.product
            rows = [self._variant_row(details, variant) for variant in product.variants]
            self._shades.show(rows if self.canTry else [])
            self._sizes.show([] if self.canTry else rows)
            levels = details.stock[product.variants[self._index].sku]
            self._stores.show([self._store_row(level, is_here=level.store.id == details.here) for level in levels])
            self._tags.show([TagRow(tag) for tag in product.tags])
            self._companions.show([card_row(card, language) for card in details.companions])
        self.changed.emit()

    def _variant_row(self, details: Details, variant: Variant) -> VariantRow:
        product, language = details.product, self._language.current
        return VariantRow(
            sku=variant.sku,
            code=variant.code,
            name=variant.name.in_language(language),
            colors=[str(color) for color in variant.colors] if isinstance(variant, Shade) else [],
            price=product.price_of(variant).in_language(language),
            size=product.size_of(variant),
            inStock=all(one.quantity != 0 for one in details.stock[variant.sku] if one.store.id == details.here),
        )

    def _store_row(self, level: StockLevel, *, is_here: bool) -> StoreRow:
        language = self._language.current
        quantity = level.quantity
        known = "" if quantity is None else "none" if quantity == 0 else "few" if quantity <= _FEW else "plenty"
        age = 0 if level.as_of_ms is None else max(0, round(time.time() * 1000) - level.as_of_ms)
        return StoreRow(
            name=level.store.name.in_language(language),
            city=level.store.address.city.in_language(language),
            isHere=is_here,
            level=known,
            quantity=quantity if quantity is not None and known == "few" else 0,
            minutes=age // _MS_A_MINUTE,
        )
