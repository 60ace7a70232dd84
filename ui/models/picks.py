"""The wish list: the shades and products that a shopper wants to remember."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalogue import PaintedProduct, Shade
from kiosk.visit import Pick
from ui.models.rows import Rows

if TYPE_CHECKING:
    from ui.models.language import Language
    from ui.models.live_visit import LiveVisit

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PickRow:
    """One remembered shade or product; ``color`` is empty for what has none."""

    productId: str
    sku: str
    brand: str
    category: str
    name: str
    shade: str
    color: str
    price: str
    worn: bool


@QmlElement
@QmlUncreatable("the kiosk has one")
class Picks(QObject):
    """The plain list, the oldest first.

    Attributes:
        rows: the remembered shades.
        count: how many there are.
        total: what they cost together, as the language writes it; empty when there are none.

    Signals:
        changed: the list is another.
    """

    changed = Signal()

    def __init__(self, live: LiveVisit, language: Language, parent: QObject | None = None) -> None:
        """Follow the visit."""
        super().__init__(parent)
        self._live = live
        self._language = language
        self._rows = Rows(PickRow, self)
        live.changed.connect(self._refresh)
        language.changed.connect(self._refresh)

    @Slot(str)
    def remove(self, sku: str) -> None:
        """Forget one shade."""
        pick = self._find(sku)
        if pick is not None:
            self._live.change(lambda visit: visit.unpick(pick.variant))

    @Slot(str)
    def tryOn(self, sku: str) -> None:
        """Wear one of the picks, if the mirror can paint it."""
        match self._find(sku):
            case Pick(PaintedProduct() as product, Shade() as shade):
                self._live.change(lambda visit: visit.try_on(product, shade))

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """The remembered shades."""
        return self._rows

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many shades are remembered."""
        return len(self._live.visit.picks)

    @Property(str, notify=changed)
    def total(self) -> str:
        """What they cost together."""
        prices = [pick.product.price_of(pick.variant) for pick in self._live.visit.picks]
        return reduce(add, prices).in_language(self._language.current) if prices else ""

    def _find(self, sku: str) -> Pick | None:
        return next((pick for pick in self._live.visit.picks if pick.variant.sku == sku), None)

    @Slot()
    def _refresh(self) -> None:
        language = self._language.current
        worn = {item.shade.sku for item in self._live.visit.worn}
        self._rows.show(
            [
                PickRow(
                    pick.product.id,
                    pick.variant.sku,
                    pick.product.brand,
                    pick.product.category,
                    pick.product.name.in_language(language),
                    f"{pick.variant.code} · {pick.variant.name.in_language(language)}",
                    str(pick.variant.color) if isinstance(pick.variant, Shade) else "",
                    pick.product.price_of(pick.variant).in_language(language),
                    pick.variant.sku in worn,
                )
                for pick in self._live.visit.picks
            ]
        )
        self.changed.emit()
