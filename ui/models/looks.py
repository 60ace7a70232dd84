"""The looks' shelf: whole faces to begin from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.wearing import in_paint_order
from ui.models.rows import Rows
from vision.looks import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.catalogue import Catalogue
    from kiosk.looks import BundledLook
    from kiosk.wearing import Worn
    from ui.models.language import Language
    from ui.models.live_visit import LiveVisit

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_STROKES: Final = (Kind.LIPSTICK, Kind.BLUSH, Kind.EYESHADOW)
_POWDERS: Final = (Kind.HIGHLIGHTER, Kind.FOUNDATION, Kind.BRONZER)


@dataclass(frozen=True, slots=True)
class LookRow:
    """A look's card; ``colors`` from the lips up."""

    lookId: str
    name: str
    colors: list[str]
    worn: bool


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """A look as a still life for the attract screen: three strokes and a powder."""

    name: str
    colors: list[str]


@QmlElement
@QmlUncreatable("the kiosk has one")
class Looks(QObject):
    """The bundled looks that this shop can make from its products.

    Attributes:
        rows: their cards.
        palettes: those that have the colours for a still life.
    """

    def __init__(
        self,
        looks: Sequence[BundledLook],
        catalogue: Catalogue,
        live: LiveVisit,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        """Keep the looks of which the shop sells at least one product."""
        super().__init__(parent)
        self._live = live
        self._language = language
        self._bundled = tuple(looks)
        self._looks: dict[str, tuple[BundledLook, tuple[Worn, ...]]] = {}
        self._rows = Rows(LookRow, self)
        self._palettes = Rows(PaletteRow, self)
        live.changed.connect(self._refresh)
        language.changed.connect(self._refresh)
        self.restock(catalogue)

    def restock(self, catalogue: Catalogue) -> None:
        """Make the looks of these products."""
        steps = ((look, in_paint_order(look.steps(catalogue))) for look in self._bundled)
        self._looks = {look.id: (look, worn) for look, worn in steps if worn}
        self._refresh()

    @Slot(str)
    def wear(self, look_id: str) -> None:
        """Wear exactly this look; an id that is not on the shelf changes nothing."""
        if look_id in self._looks:
            _, steps = self._looks[look_id]
            self._live.change(lambda visit: visit.wear(steps))

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """The looks' cards."""
        return self._rows

    @Property(Rows, constant=True)
    def palettes(self) -> Rows:
        """The looks as still lifes."""
        return self._palettes

    @Slot()
    def _refresh(self) -> None:
        self._palettes.show(
            [
                PaletteRow(look.name.in_language(self._language.current), colors)
                for look, steps in sorted(self._looks.values(), key=lambda entry: _paleness(entry[1]))
                if (colors := _still_life(steps))
            ]
        )
        self._rows.show(
            [
                LookRow(
                    look.id,
                    look.name.in_language(self._language.current),
                    [str(item.shade.color) for item in reversed(steps)],
                    self._live.visit.worn == steps,
                )
                for look, steps in self._looks.values()
            ]
        )


def _still_life(steps: Sequence[Worn]) -> list[str]:
    """The colours of three strokes and a powder; none when the look has too few."""
    worn = {item.kind: str(item.shade.color) for item in steps}
    powder = next((worn[kind] for kind in _POWDERS if kind in worn), "")
    return [*(worn[kind] for kind in _STROKES), powder] if powder and all(kind in worn for kind in _STROKES) else []


def _paleness(steps: Sequence[Worn]) -> float:
    """What the lips lack of a deep strong red; looks with strong lips come first."""
    lips = [item.shade.color for item in steps if item.kind is Kind.LIPSTICK]
    return min((0.9 * (c.green + c.blue) / 2 - 0.5 * (c.red - c.green) for c in lips), default=255.0)
