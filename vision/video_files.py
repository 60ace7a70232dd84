"""Reading videos that anybody may have made, from the first frame to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import cv2

from vision.errors import TryOnError
from vision.frames import Frame
from vision.opencv_files import frame_rate, opencv_name
from vision.opencv_settings import MOST_MEGAPIXELS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

_LONGEST_PAUSE: Final = 60.0
"""Seconds between two frames; what says more is not a time."""


class VideoFile:
    """A video's frames, one after the other.

    Attributes:
        rate: frames a second.
        expected: how many frames the file says it has, if it says so.
    """

    def __init__(self, path: Path) -> None:
        """Open the file; a broken one has no frames.

        Raises:
            TryOnError: OpenCV could not even be told its name, or its pictures are too large.
        """
        self._path = path
        try:
            # From the root, lest FFmpeg takes what stands before a colon for a protocol.
            name = opencv_name(path.absolute())
        except ValueError as error:
            raise TryOnError(f"{path}: {error}") from error
        self._capture = cv2.VideoCapture(name, cv2.CAP_FFMPEG)
        pixels = self._capture.get(cv2.CAP_PROP_FRAME_WIDTH) * self._capture.get(cv2.CAP_PROP_FRAME_HEIGHT)
        if pixels > MOST_MEGAPIXELS * 1e6:
            self.close()
            raise TryOnError(f"{path}: has pictures of more than {MOST_MEGAPIXELS} megapixels")
        self.rate = frame_rate(self._capture)
        self.expected = max(0, int(self._capture.get(cv2.CAP_PROP_FRAME_COUNT))) or None

    def close(self) -> None:
        """Let go of the file."""
        self._capture.release()

    def frames(self) -> Iterator[Frame]:
        """Every frame that can be read, from the first on; times are the file's own where they rise.

        Raises:
            TryOnError: a frame is broken in a way that OpenCV cannot pass over.
        """
        number = 0
        at = -1 / self.rate
        while True:
            try:
                given, image = self._capture.read()
            except cv2.error as error:
                raise TryOnError(f"{self._path}: cannot be decoded from frame {number} on") from error
            if not given:
                return
            stamp = self._capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
            at = stamp if at < stamp <= at + _LONGEST_PAUSE else at + 1 / self.rate
            yield Frame(cast("NDArray[np.uint8]", image), at, number)
            number += 1
