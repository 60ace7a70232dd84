"""A portrait in place of a camera: framed as a person stands at a mirror, and never quite still."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Final, cast

import cv2
import numpy as np

from assets.manifest import AssetError
from vision.camera_spec import CameraError
from vision.cameras.orientation import oriented
from vision.cameras.pace import Pace
from vision.detector import FaceDetector
from vision.pictures import PictureError, read_picture

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.camera_spec import PhotoCamera

_FACE_HEIGHT: Final = 0.42
"""Of the frame's height."""
_FACE_CENTRE: Final = 0.45
"""Of the frame's height, from its top: hair above, shoulders below."""

_MARGIN: Final = 0.04
"""Canvas beyond each edge of the frame, of the frame's longer side: what the sway uncovers."""
_FEATHER: Final = 0.05
_BLUR: Final = 0.03
"""How softly, of the frame's longer side, the photo ends and what continues it is drawn."""
_BLUR_SHRINK: Final = 8
"""What is blurred that much looks the same when it is blurred small, and takes a tenth of the time."""

_SWAY: Final = ((0.0070, 7.3), (0.0025, 3.1))
_BOB: Final = ((0.0040, 5.7), (0.0015, 2.3))
"""Sideways and upward motion: waves of (amplitude, of the frame's shorter side; period, seconds)."""
_LEAN: Final = ((0.012, 9.7),)
"""The same for size, as a factor around 1."""
_TILT: Final = ((0.7, 8.3), (0.3, 3.7))
"""The same for the turn, degrees."""


class Photo:
    """A prepared canvas, drawn a little differently each time."""

    def __init__(self, canvas: NDArray[np.uint8], spec: PhotoCamera) -> None:
        """Move about in ``canvas``, BGR, whose middle is the frame's middle."""
        self._canvas = canvas
        self._size = (spec.width, spec.height)
        self._pace = Pace(spec.fps)
        self._started = time.monotonic()

    def read(self) -> NDArray[np.uint8]:
        """Wait until the next picture is due."""
        self._pace.wait()
        motion = motion_at(time.monotonic() - self._started, self._canvas.shape, self._size)
        picture = cv2.warpAffine(self._canvas, motion, self._size, borderMode=cv2.BORDER_REPLICATE)
        return cast("NDArray[np.uint8]", picture)

    def skip(self) -> None:
        """Wait until the next picture is due."""
        self._pace.wait()

    def close(self) -> None:
        """Nothing is held open."""


def open_photo(spec: PhotoCamera) -> Photo:
    """Read the photo, find its face and prepare the canvas.

    Raises:
        CameraError: the file is missing, is not a picture or a huge one, or the face detector's model is missing.
    """
    if not spec.path.is_file():
        raise CameraError(f"{spec.name} is not there, or is not a file")
    try:
        upright = oriented(read_picture(spec.path), 0, mirror=spec.mirror)
    except PictureError as error:
        raise CameraError(f"{spec.name} {error}") from error
    try:
        placement = _placement(upright, spec.width, spec.height)
    except AssetError as error:
        raise CameraError(f"{spec.name} cannot be framed: {error}") from error
    return Photo(_canvas(upright, placement, spec.width, spec.height), spec)


def motion_at(seconds: float, canvas: tuple[int, ...], size: tuple[int, int]) -> NDArray[np.float64]:
    """The affine map, shape (2, 3), that draws the frame of ``size`` (width, height) from the canvas at a time."""
    width, height = size
    middle = canvas[1] / 2, canvas[0] / 2
    motion = cv2.getRotationMatrix2D(middle, _wave(_TILT, seconds), 1 + _wave(_LEAN, seconds))
    motion[0, 2] += width / 2 - middle[0] + _wave(_SWAY, seconds) * min(size)
    motion[1, 2] += height / 2 - middle[1] + _wave(_BOB, seconds) * min(size)
    return cast("NDArray[np.float64]", motion)


def _wave(waves: tuple[tuple[float, float], ...], seconds: float) -> float:
    return sum(amplitude * math.sin(math.tau * seconds / period) for amplitude, period in waves)


def _placement(photo: NDArray[np.uint8], width: int, height: int) -> NDArray[np.float64]:
    """The affine map, shape (2, 3), from the photo to the frame.

    Raises:
        AssetError: the face detector's model is missing.
    """
    rows, columns = photo.shape[:2]
    faces = FaceDetector().find(photo)
    if not faces:
        scale = max(width / columns, height / rows)
        return np.array([[scale, 0, (width - columns * scale) / 2], [0, scale, (height - rows * scale) / 2]])
    face = faces[0]
    scale = _FACE_HEIGHT * height / face.height
    return np.array(
        [
            [scale, 0, width / 2 - (face.left + face.right) / 2 * scale],
            [0, scale, _FACE_CENTRE * height - (face.top + face.bottom) / 2 * scale],
        ]
    )


def _canvas(photo: NDArray[np.uint8], placement: NDArray[np.float64], width: int, height: int) -> NDArray[np.uint8]:
    """The photo on a canvas that is a margin larger than the frame all round, continued softly where it ends."""
    margin = math.ceil(_MARGIN * max(width, height))
    size = width + 2 * margin, height + 2 * margin
    shifted = placement + np.array([[0, 0, margin], [0, 0, margin]])
    sharp = cv2.warpAffine(photo, shifted, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101)
    small = cv2.resize(sharp, (size[0] // _BLUR_SHRINK, size[1] // _BLUR_SHRINK), interpolation=cv2.INTER_AREA)
    soft = cv2.resize(cv2.GaussianBlur(small, (0, 0), _BLUR * max(width, height) / _BLUR_SHRINK), size)
    # 1 inside the photo, falling to 0 at its edges: the blend begins inside, so that no seam shows.
    inside = cv2.warpAffine(np.full(photo.shape[:2], 255, np.uint8), shifted, size)
    depth = cv2.distanceTransform(inside, cv2.DIST_L2, 3)
    weight = np.minimum(depth / np.float32(_FEATHER * max(width, height)), 1)
    return cast("NDArray[np.uint8]", cv2.blendLinear(sharp, soft, weight, 1 - weight))
