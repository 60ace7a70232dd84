"""A hand scanner that is plugged in as a keyboard: it types faster than anybody and ends with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Callable

_BETWEEN_KEYS: Final = 0.05
"""Seconds; people take 0.1 and more."""
_SHORTEST: Final = 4
_LONGEST: Final = 300
_ENDS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class KeyboardScanner(QObject):
    """An event filter for the window; while a text field has the focus, keys are the field's.

    The keys of a code are taken from the second one on, so that a control does not act on them; the first may have
    been anybody's.

    Signals:
        scanned: a code of 4 to 300 printable characters.
    """

    scanned = Signal(str)

    def __init__(self, clock: Callable[[], float]) -> None:
        """``clock`` counts seconds and never runs backwards."""
        super().__init__()
        self._clock = clock
        self._text = ""
        self._last = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: take what a scanner types."""
        del watched  # there is only the window
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or _is_writing():
            return False
        now, before = self._clock(), self._last
        self._last = now
        if now - before > _BETWEEN_KEYS:
            self._text = ""
        if event.key() in _ENDS:
            return self._end()
        typed = event.text()
        if not typed.isprintable():
            return False  # Shift, for one, is pressed between the letters.
        self._text = (self._text + typed)[: _LONGEST + 1]
        return len(self._text) > 1

    def _end(self) -> bool:
        text, self._text = self._text, ""
        if not _SHORTEST <= len(text) <= _LONGEST:
            return False
        self.scanned.emit(text)
        return True


def _is_writing() -> bool:
    """Whether keys go to a text field."""
    field: QObject | None = QGuiApplication.focusObject()  # None while the window is not in front
    return field is not None and bool(field.inherits("QQuickTextInput") or field.inherits("QQuickTextEdit"))
