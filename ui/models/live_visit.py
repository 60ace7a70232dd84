"""The visit that is open now, and the word that it changed; what the other view models share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Callable


class LiveVisit(QObject):
    """Holds one shopper's visit and drops it at its end.

    Signals:
        changed: what is worn or picked is another, or the visit is.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with a fresh visit."""
        super().__init__(parent)
        self._visit = Visit()

    @property
    def visit(self) -> Visit:
        """To be read; changes go through ``change``."""
        return self._visit

    def renew(self) -> None:
        """Drop everything the visit held."""
        self._visit = Visit()
        self.changed.emit()

    def change(self, step: Callable[[Visit], None]) -> None:
        """Apply one change and tell everybody."""
        step(self._visit)
        self.changed.emit()
