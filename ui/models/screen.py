"""The pane of glass: how big a millimetre is, what is in reach, and how a shopper likes to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

if TYPE_CHECKING:
    from kiosk.settings import ScreenSettings

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_UNITS_ACROSS: Final = 300
"""A large panel is laid out as if its short side were this many millimetres, so that the design fills it."""

REACH_MM: Final = 1120
"""The highest control over the floor that everybody reaches past an obstruction (unobstructed: 1220)."""

_SMALLEST_CONTROLS: Final = 150
"""The controls need this many units of height, however low the reach line is."""


@QmlElement
@QmlUncreatable("the kiosk has one")
class Screen(QObject):
    """Sizes and the shopper's comfort settings.

    Attributes:
        unit: pixels of one layout unit: a millimetre, or 1/300 of the short side where that is more.
        portrait: the display stands upright.
        controlsTop: in reach mode no control lies above this line, in pixels from the top; else 0.
        reach, highContrast, largerType: the shopper's choices, off for each new visit.

    Signals:
        sizeChanged: the window has another size.
        comfortChanged: a choice was made.
    """

    sizeChanged = Signal()
    comfortChanged = Signal()

    def __init__(self, panel: ScreenSettings, parent: QObject | None = None) -> None:
        """Begin with a full HD portrait display until the window says its size."""
        super().__init__(parent)
        self._panel = panel
        self._width, self._height = 1080.0, 1920.0
        self._reach = self._high_contrast = self._larger_type = False

    @Slot(float, float)
    def resize(self, width: float, height: float) -> None:
        """The window is this big, in pixels."""
        if width > 0 and height > 0 and (width, height) != (self._width, self._height):
            self._width, self._height = width, height
            self.sizeChanged.emit()
            self.comfortChanged.emit()

    def reset(self) -> None:
        """Back to how the next shopper expects it."""
        self._reach = self._high_contrast = self._larger_type = False
        self.comfortChanged.emit()

    @property
    def pixels_per_mm(self) -> float:
        """Of the panel as it hangs."""
        return 1 / self._panel.mm_per_pixel(round(self._width), round(self._height))

    @Property(float, notify=sizeChanged)
    def unit(self) -> float:
        """Pixels of one layout unit."""
        return max(self.pixels_per_mm, min(self._width, self._height) / _UNITS_ACROSS)

    @Property(bool, notify=sizeChanged)
    def portrait(self) -> bool:
        """Whether the display stands upright."""
        return self._height >= self._width

    @Property(float, notify=comfortChanged)
    def controlsTop(self) -> float:
        """The highest line for a control, pixels from the top of the window; 0 when reach mode is off."""
        if not self._reach:
            return 0.0
        in_reach = (REACH_MM - self._panel.floor_to_bottom_mm) * self.pixels_per_mm
        return max(0.0, self._height - max(in_reach, _SMALLEST_CONTROLS * self.unit))

    def _get_reach(self) -> bool:
        return self._reach

    def _set_reach(self, on: bool) -> None:
        if on != self._reach:
            self._reach = on
            self.comfortChanged.emit()

    def _get_high_contrast(self) -> bool:
        return self._high_contrast

    def _set_high_contrast(self, on: bool) -> None:
        if on != self._high_contrast:
            self._high_contrast = on
            self.comfortChanged.emit()

    def _get_larger_type(self) -> bool:
        return self._larger_type

    def _set_larger_type(self, on: bool) -> None:
        if on != self._larger_type:
            self._larger_type = on
            self.comfortChanged.emit()

    reach = Property(bool, _get_reach, _set_reach, notify=comfortChanged)
    highContrast = Property(bool, _get_high_contrast, _set_high_contrast, notify=comfortChanged)
    largerType = Property(bool, _get_larger_type, _set_larger_type, notify=comfortChanged)
