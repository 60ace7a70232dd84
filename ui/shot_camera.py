"""What stands before the mirror while its pictures are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from assets.manifest import locate
from ui.cameras import SAMPLE_FACE
from vision.camera_spec import PhotoCamera
from vision.supervisor import Supervisor, WorkerConfig

if TYPE_CHECKING:
    from pathlib import Path

    from vision.messages import Wish
    from vision.supervisor import MirrorListener

_HEAD: Final = QRect(148, 0, 152, 420)
"""The sample's head and neck, pixels."""
_FARTHER: Final = 0.86


class ShotCamera:
    """A worker that sees a photo; another photo is another worker."""

    def __init__(self, listener: MirrorListener, people: int) -> None:
        """Nothing is shown yet; up to ``people`` are followed."""
        self._listener = listener
        self._people = people
        self._photo: Path | None = None
        self._supervisor: Supervisor | None = None

    def show(self, photo: Path) -> None:
        """Have this photo before the mirror."""
        if photo != self._photo:
            self.stop()
            config = WorkerConfig.mirror(PhotoCamera(photo, 1280, 720, 30), self._people)
            self._photo, self._supervisor = photo, Supervisor(config, self._listener)
            self._supervisor.start()

    def send(self, wish: Wish) -> None:
        """Tell the worker."""
        if self._supervisor is not None:
            self._supervisor.send(wish)

    def stop(self) -> None:
        """Have nothing before the mirror."""
        if self._supervisor is not None:
            self._supervisor.stop()
        self._photo = self._supervisor = None


def draw_pair(photo: Path) -> None:
    """Write a photo of two people: the sample, and beside her, a little farther, her mirror image.

    Raises:
        AssetError: the sample is missing.
    """
    head = QImage(str(locate(SAMPLE_FACE))).copy(_HEAD)
    friend = head.flipped(Qt.Orientation.Horizontal)
    width, height = round(friend.width() * _FARTHER), round(friend.height() * _FARTHER)
    pair = QImage(head.width() + width, head.height(), QImage.Format.Format_RGB32)
    pair.fill(head.pixelColor(2, 2))
    painter = QPainter(pair)
    painter.drawImage(0, 0, head)
    painter.drawImage(QRect(head.width(), head.height() - height, width, height), friend)
    painter.end()
    pair.save(str(photo))
