"""Who is there: attract, visit, warning, goodbye; the visit's clock on Qt's timers."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.attention import IN_VISIT, Attention, Patience, Phase

if TYPE_CHECKING:
    from collections.abc import Callable

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("the kiosk has one")
class Session(QObject):
    """The phases between one shopper and the next.

    Attributes:
        phase: "attract", "active", "warning" or "goodbye".
        secondsLeft: in the warning, whole seconds until the visit ends.

    Signals:
        phaseChanged: another phase.
        secondsLeftChanged: a second of the warning went by.
        visitChanged: a visit began or ended; whatever the one before held must go.
    """

    phaseChanged = Signal()
    secondsLeftChanged = Signal()
    visitChanged = Signal()

    def __init__(self, patience: Patience, clock: Callable[[], float], parent: QObject | None = None) -> None:
        """Nobody is there yet; ``clock`` counts seconds and never runs backwards."""
        super().__init__(parent)
        self._attention = Attention(patience)
        self._clock = clock
        self._shown: tuple[Phase, int | None] = (Phase.ATTRACT, None)
        self._seconds_left = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.check)

    @Slot()
    def start(self) -> None:
        """Somebody touched the attract screen, or said that they are still here."""
        self._attention.touch(self._clock())
        self._follow()

    @Slot()
    def stir(self) -> None:
        """A touch anywhere: goes on with the visit that is open, and begins none.

        The clock is looked at first, so that a visit whose timer came late is over and not somebody else's.
        """
        self.check()
        if self._attention.phase in IN_VISIT:
            self.start()

    @Slot()
    def end(self) -> None:
        """The shopper is done."""
        self._attention.end(self._clock())
        self._follow()

    def hold(self, *, held: bool) -> None:
        """Keep the visit from going quiet while something is under way that must not be cut off, or no longer."""
        now = self._clock()
        if held:
            self._attention.hold(now)
        else:
            self._attention.release(now)
        self._follow()

    @Slot()
    def check(self) -> None:
        """Look at the clock."""
        self._attention.tick(self._clock())
        self._follow()

    @Property(str, notify=phaseChanged)
    def phase(self) -> str:
        """Where the mirror stands between shoppers."""
        return self._attention.phase

    @Property(int, notify=secondsLeftChanged)
    def secondsLeft(self) -> int:
        """Until the visit ends, in the warning."""
        return self._seconds_left

    def _follow(self) -> None:
        attention = self._attention
        phase, visit = attention.phase, attention.visit if attention.phase in IN_VISIT else None
        before, self._shown = self._shown, (phase, visit)
        self._count_down()
        if before[1] != visit:
            self.visitChanged.emit()
        if before[0] != phase:
            self.phaseChanged.emit()

    def _count_down(self) -> None:
        left = self._attention.seconds_left(self._clock())
        if self._attention.deadline is None:
            self._timer.stop()
        else:
            step = min(left, left % 1.0 or 1.0) if self._attention.phase is Phase.WARNING else left
            self._timer.start(ceil(step * 1000))
        seconds = ceil(left) if self._attention.phase is Phase.WARNING else 0
        if seconds != self._seconds_left:
            self._seconds_left = seconds
            self.secondsLeftChanged.emit()
