"""What Qt's binding must not do to the interpreter."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class _Sender(QObject):
    sent = Signal(bool)


def test_sending_signals_uses_up_no_references() -> None:
    """PySide6 6.12.0 gives away a reference to True with every signal: on Python 3.11 a kiosk dies of it in minutes."""
    sender = _Sender()
    sender.sent.emit(True)
    before = sys.getrefcount(True)
    for _ in range(500):
        sender.sent.emit(True)
    assert sys.getrefcount(True) > before - 50
