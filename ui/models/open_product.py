"""The product in the shopper's hand: its words, its shades, and how it is worn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.models.rows import Rows
from vision.looks import STYLES

if TYPE_CHECKING:
    from kiosk.catalogue import PaintedProduct, Shade
    from kiosk.wearing import Worn
    from ui.models.language import Language
    from ui.models.live_visit import LiveVisit
    from ui.models.shelf import Shelf

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ShadeRow:
    """A swatch, one colour or a palette's, and the three keys of its first colour in words."""

    sku: str
    code: str
    name: str
    color: str
    colors: list[str]
    depth: str
    temperature: str
    hue: str


@dataclass(frozen=True, slots=True)
class StyleRow:
    """A placement that the kind offers; the key that the screen translates."""

    style: str


@QmlElement
@QmlUncreatable("the kiosk has one")
class OpenProduct(QObject):
    """What the sheet under the picture says and does about one product.

    Attributes:
        productId, brand, name, description, price, size, kind, finish: of the product; empty when there is none.
        shades: rows of its swatches; while there is no product, those of the one before.
        shadeIndex: of the shade that is worn, -1 when none of this product is.
        sku, shadeCode, shadeName, shadeColor, depth, temperature, hue: of that shade; empty when there is none.
        worn: this product is on the face.
        coverage: how much of it, 0..1.
        styles, style: the placements of its kind and the one in use.
        picked: the worn shade is among the picks.

    Signals:
        changed: another product, shade, coverage, style or language.
    """

    changed = Signal()

    def __init__(self, shelf: Shelf, live: LiveVisit, language: Language, parent: QObject | None = None) -> None:
        """Follow the shelf's product."""
        super().__init__(parent)
        self._shelf = shelf
        self._live = live
        self._language = language
        self._shades = Rows(ShadeRow, self)
        self._styles = Rows(StyleRow, self)
        shelf.productChanged.connect(self._refresh)
        live.changed.connect(self._refresh)
        language.changed.connect(self._refresh)
        self._refresh()

    @Slot(int)
    def tryShade(self, index: int) -> None:
        """Wear a shade; the face changes at once. An index outside the shades changes nothing."""
        product = self._product
        if product is not None and 0 <= index < len(product.shades) and index != self.shadeIndex:
            self._live.change(lambda visit: visit.try_on(product, product.shades[index]))

    @Slot()
    def beginGesture(self) -> None:
        """A finger went down on the swatches or the slider: what it does is one step to undo."""
        self._live.visit.begin_gesture()

    @Slot()
    def endGesture(self) -> None:
        """The finger is up."""
        self._live.change(lambda visit: visit.end_gesture())

    @Slot(float)
    def wearAmount(self, coverage: float) -> None:
        """Wear more or less, 0..1."""
        worn = self._worn
        if worn is not None:
            self._live.change(lambda visit: visit.set_coverage(worn.kind, min(1.0, max(0.0, coverage))))

    @Slot(str)
    def wearStyle(self, style: str) -> None:
        """Place it differently; a placement that the kind does not have changes nothing."""
        worn = self._worn
        if worn is not None and style in STYLES.get(worn.kind, ()):
            self._live.change(lambda visit: visit.set_style(worn.kind, style))

    @Slot()
    def takeOff(self) -> None:
        """Wear it no longer."""
        worn = self._worn
        if worn is not None:
            self._live.change(lambda visit: visit.take_off(worn.kind))

    @Slot()
    def pick(self) -> None:
        """Remember the worn shade; once more forgets it."""
        worn = self._worn
        if worn is None:
            return
        if self._live.visit.has_picked(worn.shade):
            self._live.change(lambda visit: visit.unpick(worn.shade))
        else:
            self._live.change(lambda visit: visit.pick(worn.product, worn.shade))

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
    def price(self) -> str:
        """As the language writes it."""
        return self._product.price.in_language(self._language.current) if self._product else ""

    @Property(str, notify=changed)
    def size(self) -> str:
        """What is in the package."""
        return self._product.size if self._product else ""

    @Property(str, notify=changed)
    def kind(self) -> str:
        """What it is, a key."""
        return self._product.kind if self._product else ""

    @Property(str, notify=changed)
    def finish(self) -> str:
        """Its surface, a key."""
        return self._product.finish if self._product else ""

    @Property(Rows, constant=True)
    def shades(self) -> Rows:
        """The swatches."""
        return self._shades

    @Property(Rows, constant=True)
    def styles(self) -> Rows:
        """The placements; none for a kind with a single one."""
        return self._styles

    @Property(int, notify=changed)
    def shadeIndex(self) -> int:
        """Which shade is worn."""
        product, worn = self._product, self._worn
        return product.shades.index(worn.shade) if product and worn else -1

    @Property(str, notify=changed)
    def sku(self) -> str:
        """The worn shade's key."""
        return self._worn.shade.sku if self._worn else ""

    @Property(str, notify=changed)
    def shadeCode(self) -> str:
        """What the package of the worn shade says."""
        return self._worn.shade.code if self._worn else ""

    @Property(str, notify=changed)
    def shadeName(self) -> str:
        """The worn shade, in the language of the screen."""
        return self._worn.shade.name.in_language(self._language.current) if self._worn else ""

    @Property(str, notify=changed)
    def shadeColor(self) -> str:
        """The worn shade's swatch, ``#RRGGBB``; empty when there is none."""
        return str(self._worn.shade.color) if self._worn else ""

    @Property(str, notify=changed)
    def depth(self) -> str:
        """How deep the worn shade is, a key."""
        return self._worn.shade.tone.depth if self._worn else ""

    @Property(str, notify=changed)
    def temperature(self) -> str:
        """How warm the worn shade is, a key."""
        return self._worn.shade.tone.temperature if self._worn else ""

    @Property(str, notify=changed)
    def hue(self) -> str:
        """The worn shade's family, a key."""
        return self._worn.shade.tone.hue if self._worn else ""

    @Property(bool, notify=changed)
    def worn(self) -> bool:
        """Whether it is on the face."""
        return self._worn is not None

    @Property(float, notify=changed)
    def coverage(self) -> float:
        """How much of it is worn."""
        return self._worn.coverage if self._worn else 0.0

    @Property(str, notify=changed)
    def style(self) -> str:
        """Where it is placed, a key."""
        return self._worn.style if self._worn else ""

    @Property(bool, notify=changed)
    def picked(self) -> bool:
        """Whether the worn shade is among the picks."""
        return self._worn is not None and self._live.visit.has_picked(self._worn.shade)

    @property
    def _product(self) -> PaintedProduct | None:
        return self._shelf.product

    @property
    def _worn(self) -> Worn | None:
        product = self._product
        worn = self._live.visit.wearing(product.kind) if product else None
        return worn if worn is not None and worn.product is product else None

    @Slot()
    def _refresh(self) -> None:
        product = self._product
        if product is not None:
            self._shades.show([self._shade_row(shade) for shade in product.shades])
            self._styles.show([StyleRow(style) for style in STYLES.get(product.kind, ())])
        self.changed.emit()

    def _shade_row(self, shade: Shade) -> ShadeRow:
        tone = shade.tone
        name = shade.name.in_language(self._language.current)
        return ShadeRow(
            sku=shade.sku,
            code=shade.code,
            name=name,
            color=str(shade.color),
            colors=[str(color) for color in shade.colors],
            depth=tone.depth,
            temperature=tone.temperature,
            hue=tone.hue,
        )
