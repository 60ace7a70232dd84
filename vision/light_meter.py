"""Reads the light on a face out of a picture, so that a swatch is shown as it would look there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.light import Light
from vision.makeup.face_view import LEFT_EYE, RIGHT_EYE
from vision.makeup.splines import arc, ring

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.makeup.face_view import Eye

_WHITE: Final = 140.0
"""Of 255: eye whites at least this bright are well lit. They are of one colour in all people, as skin is not."""
_SCENE_WHITE: Final = 178.0
"""The same for the brightest surfaces of the picture, where the eyes are too small or shut."""
_LEAST_PIXELS: Final = 40
_OPEN: Final = 0.16
"""Height of the eye over its width from which on its white shows."""
_LEAST: Final = 0.05
_GAMMA: Final = 2.2
_EVERY: Final = 5
"""Frames between readings."""
_FOLLOW: Final = 0.3
"""Share of the way that the estimate goes to a new reading: lamps do not flicker because somebody looked aside."""


class LightMeter:
    """Reads the light on one person's face, in a photo or over the frames of a video."""

    def __init__(self) -> None:
        """Begin without a reading."""
        self._level: float | None = None
        self._frames = 0

    def read(self, image: NDArray[np.uint8], landmarks: NDArray[np.float32]) -> Light:
        """The light relative to a well-lit scene's: level 0.05..1.

        Args:
            image: BGR, shape (H, W, 3), bare.
            landmarks: shape (478, 3), pixels of the image.
        """
        self._frames += 1
        if self._level is None or self._frames % _EVERY == 0:
            self._level = self._follow(image, landmarks)
        return Light(self._level, self._level, self._level)

    def _follow(self, image: NDArray[np.uint8], landmarks: NDArray[np.float32]) -> float:
        whites = [white for eye in (RIGHT_EYE, LEFT_EYE) if (white := _eye_white(image, landmarks, eye)) is not None]
        if whites:
            seen = max(whites) / _WHITE
        elif self._level is not None:
            return self._level
        else:
            seen = float(np.percentile(image[::16, ::16].max(axis=2), 98)) / _SCENE_WHITE
        level = float(np.clip(seen**_GAMMA, _LEAST, 1.0))
        return level if self._level is None else self._level + _FOLLOW * (level - self._level)


def _eye_white(image: NDArray[np.uint8], landmarks: NDArray[np.float32], eye: Eye) -> float | None:
    """The brightness, 0..255, that a twentieth of an open eye exceeds; None where it is shut, small or out of sight."""
    upper, lower = arc(landmarks, eye.upper), arc(landmarks, eye.lower)
    width = float(np.linalg.norm(upper[0] - upper[-1]))
    if float(np.linalg.norm(upper - lower, axis=1).max()) < _OPEN * width:
        return None
    outline = ring(upper, lower)
    rect = Rect.around(outline).clipped(Rect.of(image))
    if rect.empty:
        return None
    inside = np.zeros((rect.height, rect.width), np.uint8)
    cv2.fillPoly(inside, [np.round(outline - (rect.left, rect.top)).astype(np.int32)], 1)
    pixels = image[rect.slices][inside > 0]
    if len(pixels) < _LEAST_PIXELS:
        return None
    brightest = pixels.max(axis=1)
    rank = len(brightest) * 19 // 20
    return float(np.partition(brightest, rank)[rank])
