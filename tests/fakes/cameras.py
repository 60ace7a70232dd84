"""A camera that misbehaves as it is told, also from another process: by the word in a small file."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, cast

import numpy as np

from vision.camera_spec import CameraError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from vision.camera_spec import Camera

FOR_EVER = 3600.0
SLOW_START = 1.7


class Mood(StrEnum):
    WELL = "well"
    MISSING = "missing"
    UNPLUGGED = "unplugged"
    HANGS = "hangs"
    WAKES_SLOWLY = "wakes slowly"
    HANGS_ON_OPENING = "hangs on opening"
    REPEATS = "repeats"
    GIVES_GARBAGE = "gives garbage"
    BREAKS_THE_CODE = "breaks the code"


@dataclass(frozen=True, slots=True)
class MoodyCamera:
    """The spec. ``mood_file`` holds a ``Mood``; the camera reads it before every picture."""

    mood_file: Path
    width: int = 320
    height: int = 240
    fps: int = 60
    live: ClassVar[bool] = True
    open_seconds: ClassVar[float] = 2.5
    name: ClassVar[str] = "the moody camera"

    @property
    def max_size(self) -> tuple[int, int]:
        return self.width, self.height

    def feel(self, mood: Mood) -> None:
        """Set the mood at once and whole: a reader sees the old word or the new one."""
        new = self.mood_file.with_suffix(".new")
        new.write_text(mood)
        new.replace(self.mood_file)

    def open(self) -> Camera:
        mood = Mood(self.mood_file.read_text())
        if mood in (Mood.MISSING, Mood.UNPLUGGED):
            raise CameraError(f"{self.name} is {'not there' if mood is Mood.MISSING else 'unplugged'}")
        if mood is Mood.HANGS_ON_OPENING:
            time.sleep(FOR_EVER)
        if mood is Mood.WAKES_SLOWLY:
            time.sleep(SLOW_START)
        return OpenMoodyCamera(self)


class OpenMoodyCamera:
    """Pictures of a grey that counts up, so that no two in a row are alike."""

    def __init__(self, spec: MoodyCamera) -> None:
        self._spec = spec
        self._count = 0

    def read(self) -> NDArray[np.uint8]:
        time.sleep(1 / self._spec.fps)
        shape = (self._spec.height, self._spec.width, 3)
        match Mood(self._spec.mood_file.read_text()):
            case Mood.HANGS | Mood.HANGS_ON_OPENING:
                time.sleep(FOR_EVER)
            case Mood.MISSING | Mood.UNPLUGGED:
                raise CameraError(f"{self._spec.name} is unplugged")
            case Mood.REPEATS:
                return np.full(shape, 7, np.uint8)
            case Mood.GIVES_GARBAGE:
                return self._garbage()
            case Mood.BREAKS_THE_CODE:
                raise ZeroDivisionError
            case Mood.WELL | Mood.WAKES_SLOWLY:
                pass
        self._count += 1
        return np.full(shape, 10 + self._count % 200, np.uint8)

    def skip(self) -> None:
        self.read()

    def close(self) -> None:
        pass

    def _garbage(self) -> NDArray[np.uint8]:
        self._count += 1
        kinds: list[object] = [
            None,
            "picture",
            np.zeros((0, 0, 3), np.uint8),
            np.zeros((3, 7, 3), np.uint8),
            np.zeros((self._spec.height, self._spec.width), np.uint8),
            np.zeros((self._spec.height, self._spec.width, 4), np.uint8),
            np.zeros((self._spec.height, self._spec.width, 3), np.float32),
            np.zeros((9000, 9000, 3), np.uint8),
        ]
        return cast("NDArray[np.uint8]", kinds[self._count % len(kinds)])


@dataclass(frozen=True, slots=True)
class StillCamera:
    """The spec of a camera before which nothing moves: it shows a PNG, which may be exchanged."""

    path: Path
    fps: int = 30
    live: ClassVar[bool] = False
    open_seconds: ClassVar[float] = 2.5
    name: ClassVar[str] = "the still camera"
    max_size: ClassVar[tuple[int, int]] = (1280, 720)

    def open(self) -> Camera:
        return OpenStillCamera(self)


class OpenStillCamera:
    def __init__(self, spec: StillCamera) -> None:
        self._spec = spec

    def read(self) -> NDArray[np.uint8]:
        from vision.pictures import read_picture  # noqa: PLC0415 - a process that only names the camera needs no OpenCV

        time.sleep(1 / self._spec.fps)
        return read_picture(self._spec.path)

    def skip(self) -> None:
        time.sleep(1 / self._spec.fps)

    def close(self) -> None:
        pass
