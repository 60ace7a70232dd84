"""The picture that ``--shot`` asks for: the mirror, wearing a bundled look, shortly before the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtQuick import QQuickWindow

    from ui.models.kiosk import Kiosk

_LOOK: Final = "soft-glam"
"""So that the picture shows what the mirror is for."""
_SHELF: Final = "lips"
_BEFORE_THE_END: Final = 1.0
"""Seconds."""


class ShotError(Exception):
    """The picture cannot be written; one sentence that names its file."""


class Shot:
    """A visit that is begun for the picture's sake, and the picture."""

    def __init__(self, path: Path) -> None:
        """Check the folder now rather than at the end.

        Raises:
            ShotError: there is no such folder.
        """
        if not path.parent.is_dir():
            raise ShotError(f"{path}: there is no folder {path.parent} to write the picture to")
        self._path = path
        self._taken = False

    def plan(self, kiosk: Kiosk, window: QQuickWindow, seconds: float) -> None:
        """Begin the visit, and take the picture a second before ``seconds`` have passed."""
        kiosk.session.start()
        kiosk.looks.wear(_LOOK)
        kiosk.shelf.openCategory(_SHELF)
        QTimer.singleShot(round(max(0.0, seconds - _BEFORE_THE_END) * 1000), lambda: self._take(window))

    def _take(self, window: QQuickWindow) -> None:
        self._taken = window.grabWindow().save(str(self._path))

    def check(self) -> None:
        """See that there is a picture.

        Raises:
            ShotError: there is none.
        """
        if not self._taken:
            raise ShotError(f"{self._path}: the picture cannot be written there")
