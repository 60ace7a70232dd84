"""A video file in place of a camera."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import cv2

from vision.camera_spec import CameraError
from vision.cameras.fitting import fitted
from vision.cameras.orientation import oriented
from vision.cameras.pace import Pace
from vision.opencv_files import frame_rate, opencv_name

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from vision.camera_spec import VideoCamera

_MAX_RATE: Final = 120.0


class Video:
    """An open video, played for ever at its own rate."""

    def __init__(self, capture: cv2.VideoCapture, spec: VideoCamera) -> None:
        self._capture = capture
        self._spec = spec
        self._pace = Pace(min(frame_rate(capture), _MAX_RATE))

    def read(self) -> NDArray[np.uint8]:
        """Wait until the next picture is due; after the last comes the first.

        Raises:
            CameraError: the file cannot be decoded.
        """
        self._pace.wait()
        image = self._decoded()
        if image is None:
            self._capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
            image = self._decoded()
        if image is None:
            raise CameraError(f"{self._spec.name} cannot be decoded")
        picture = fitted(image, self._spec.width, self._spec.height)
        return oriented(picture, 0, mirror=self._spec.mirror)

    def skip(self) -> None:
        """Wait until the next picture is due, and pass it over; after the last comes the first.

        Raises:
            CameraError: the file cannot be decoded.
        """
        self._pace.wait()
        if not self._passed():
            self._capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
            if not self._passed():
                raise CameraError(f"{self._spec.name} cannot be decoded")

    def close(self) -> None:
        """Let go of the file."""
        self._capture.release()

    def _decoded(self) -> NDArray[np.uint8] | None:
        try:
            given, image = self._capture.read()
        except cv2.error:
            return None  # a broken frame ends the round; the file is only given up where its start is broken too
        return cast("NDArray[np.uint8]", image) if given else None

    def _passed(self) -> bool:
        try:
            return self._capture.grab()
        except cv2.error:
            return False  # as above


def open_video(spec: VideoCamera) -> Video:
    """Open the file.

    Raises:
        CameraError: it is missing or is not a video.
    """
    if not spec.path.is_file():
        raise CameraError(f"{spec.name} is not there, or is not a file")
    try:
        name = opencv_name(spec.path.absolute())  # lest FFmpeg takes what stands before a colon for a protocol
    except ValueError as error:
        raise CameraError(f"{spec.name} {error}") from error
    capture = cv2.VideoCapture(name, cv2.CAP_FFMPEG)
    if not capture.isOpened():
        capture.release()
        raise CameraError(f"{spec.name} is not a video that can be played")
    return Video(capture, spec)
