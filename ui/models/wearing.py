"""Everything on the face, layer by layer, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.models.rows import Rows
from vision.looks import Kind

if TYPE_CHECKING:
    from ui.models.language import Language
    from ui.models.live_visit import LiveVisit

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class WornRow:
    """One product on the face."""

    kind: str
    productId: str
    name: str
    shade: str
    color: str
    colors: list[str]
    coverage: float


@QmlElement
@QmlUncreatable("the kiosk has one")
class Wearing(QObject):
    """What is worn, the last laid on first.

    Attributes:
        worn: rows of the products on the face.
        count: how many there are.
        canUndo: there is a step to take back.

    Signals:
        changed: what is worn is another.
    """

    changed = Signal()

    def __init__(self, live: LiveVisit, language: Language, parent: QObject | None = None) -> None:
        """Follow the visit."""
        super().__init__(parent)
        self._live = live
        self._language = language
        self._worn = Rows(WornRow, self)
        live.changed.connect(self._refresh)
        language.changed.connect(self._refresh)

    @Slot(str, float)
    def wearAmount(self, kind: str, coverage: float) -> None:
        """Wear more or less of a layer, 0..1; a kind that is not worn changes nothing."""
        if self._live.visit.wearing(Kind(kind)) is not None:
            self._live.change(lambda visit: visit.set_coverage(Kind(kind), min(1.0, max(0.0, coverage))))

    @Slot()
    def beginGesture(self) -> None:
        """A finger went down on a slider: what it does is one step to undo."""
        self._live.visit.begin_gesture()

    @Slot()
    def endGesture(self) -> None:
        """The finger is up."""
        self._live.change(lambda visit: visit.end_gesture())

    @Slot(str)
    def takeOff(self, kind: str) -> None:
        """Take one product off."""
        self._live.change(lambda visit: visit.take_off(Kind(kind)))

    @Slot()
    def clear(self) -> None:
        """Take everything off."""
        self._live.change(lambda visit: visit.clear())

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        self._live.change(lambda visit: visit.undo())

    @Property(Rows, constant=True)
    def worn(self) -> Rows:
        """The products on the face."""
        return self._worn

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many products are on the face."""
        return len(self._live.visit.worn)

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:
        """Whether there is a step to take back."""
        return self._live.visit.can_undo

    @Slot()
    def _refresh(self) -> None:
        language = self._language.current
        self._worn.show(
            [
                WornRow(
                    item.kind,
                    item.product.id,
                    item.product.name.in_language(language),
                    f"{item.shade.code} · {item.shade.name.in_language(language)}",
                    str(item.shade.color),
                    [str(color) for color in item.shade.colors],
                    item.coverage,
                )
                for item in reversed(self._live.visit.worn)
            ]
        )
        self.changed.emit()
