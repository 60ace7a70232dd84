"""What the try-on is given: photos, folders of them, videos."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import cv2
import numpy as np

from vision.errors import TryOnError
from vision.frames import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

IMAGE_SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"})
VIDEO_SUFFIXES: Final = frozenset({".mp4", ".mkv", ".mov", ".avi", ".webm", ".m4v"})
_FALLBACK_RATE: Final = 30.0


def is_video(path: Path) -> bool:
    """Whether a file's name says that it is a video."""
    return path.suffix.lower() in VIDEO_SUFFIXES


def output_name(path: Path) -> str:
    """What an input becomes in the output folder."""
    return path.stem + (".mp4" if is_video(path) else ".png")


def find_sources(inputs: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """The files to work on, folders opened, and what is wrong with the rest."""
    files: list[Path] = []
    problems: list[str] = []
    for path in inputs:
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.suffix.lower() in IMAGE_SUFFIXES | VIDEO_SUFFIXES)
            files += inside
            if not inside:
                problems.append(f"{path}: holds no pictures and no videos")
        elif not path.exists():
            problems.append(f"{path}: no such file")
        else:
            files.append(path)
    sources: list[Path] = []
    taken: dict[str, Path] = {}
    for path in files:
        name = output_name(path)
        if name in taken:
            problems.append(f"{path}: left out, for {taken[name]} already becomes {name}")
            continue
        taken[name] = path
        sources.append(path)
    return sources, problems


def read_photo(path: Path) -> NDArray[np.uint8]:
    """A photo as BGR, turned upright.

    Raises:
        TryOnError: it cannot be read.
    """
    try:
        data = np.fromfile(path, np.uint8)
    except OSError as error:
        raise TryOnError(f"{path}: cannot be read: {error.strerror}") from error
    if data.size == 0:
        raise TryOnError(f"{path}: is empty (0 bytes)")
    try:
        image = cv2.imdecode(data, cv2.IMREAD_COLOR)
    except cv2.error:
        image = None
    if image is None:
        raise TryOnError(f"{path}: is not a picture that can be read")
    return np.asarray(image, np.uint8)


class VideoFile:
    """A video's frames, one after the other.

    Attributes:
        rate: frames a second.
        expected: how many frames the file says it has, if it says so.
    """

    def __init__(self, path: Path) -> None:
        """Open the file; a broken one has no frames."""
        self._capture = cv2.VideoCapture(str(path))
        self.rate = self._capture.get(cv2.CAP_PROP_FPS) or _FALLBACK_RATE
        self.expected = max(0, int(self._capture.get(cv2.CAP_PROP_FRAME_COUNT))) or None

    def close(self) -> None:
        """Let go of the file."""
        self._capture.release()

    def frames(self) -> Iterator[Frame]:
        """Every frame that can be read, from the first on; times are the file's own."""
        number = 0
        while True:
            given, image = self._capture.read()
            if not given:
                return
            yield Frame(cast("NDArray[np.uint8]", image), number / self.rate, number)
            number += 1
