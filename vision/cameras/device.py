"""Cameras of this machine, by V4L2 on Linux and Media Foundation on Windows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import cv2

from vision.camera_spec import CameraError
from vision.cameras.fitting import fitted
from vision.cameras.orientation import oriented
from vision.opencv_files import opencv_name

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from vision.camera_spec import DeviceCamera

_BACKEND: Final = cv2.CAP_MSMF if sys.platform == "win32" else cv2.CAP_V4L2
_MJPG: Final = cv2.VideoWriter.fourcc(*"MJPG")
"""What lets a USB 2 camera send 30 pictures a second above 640 x 480."""


class Device:
    """An open camera device."""

    def __init__(self, capture: cv2.VideoCapture, spec: DeviceCamera) -> None:
        self._capture = capture
        self._spec = spec

    def read(self) -> NDArray[np.uint8]:
        """Wait for the next picture, upright and mirrored as the spec says.

        Raises:
            CameraError: the device gave none.
        """
        try:
            given, image = self._capture.read()
        except cv2.error as error:
            raise CameraError(f"{self._spec.name} fails: {error.err}") from error
        if not given or image is None:
            raise CameraError(f"{self._spec.name} gives no picture; is it plugged in?")
        picture = fitted(cast("NDArray[np.uint8]", image), self._spec.width, self._spec.height)
        return oriented(picture, self._spec.rotation, mirror=self._spec.mirror)

    def skip(self) -> None:
        """Wait for the next picture and leave it undecoded.

        Raises:
            CameraError: the device gave none.
        """
        try:
            given = self._capture.grab()
        except cv2.error as error:
            raise CameraError(f"{self._spec.name} fails: {error.err}") from error
        if not given:
            raise CameraError(f"{self._spec.name} gives no picture; is it plugged in?")

    def close(self) -> None:
        """Let go of the device."""
        self._capture.release()


def open_device(spec: DeviceCamera) -> Device:
    """Open the device and ask it for MJPEG of the spec's size and rate.

    Raises:
        CameraError: no such device, or it is in use, or it is not a camera.
    """
    path = _device_file(spec.device)
    if path is not None and not path.exists():
        raise CameraError(f"{spec.name} is not there: no {path}")
    try:
        device = opencv_name(spec.device) if isinstance(spec.device, str) else spec.device
    except ValueError as error:
        raise CameraError(f"{spec.name} {error}") from error
    capture = cv2.VideoCapture(device, _BACKEND)
    if not capture.isOpened():
        capture.release()
        raise CameraError(f"{spec.name} cannot be opened: it is in use, not permitted, or not a camera")
    capture.set(cv2.CAP_PROP_FOURCC, _MJPG)
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, spec.width)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, spec.height)
    capture.set(cv2.CAP_PROP_FPS, spec.fps)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return Device(capture, spec)


def _device_file(device: int | str) -> Path | None:
    """Where the system shows the device as a file, if it does."""
    if isinstance(device, str):
        return Path(device)
    return Path(f"/dev/video{device}") if sys.platform == "linux" else None
