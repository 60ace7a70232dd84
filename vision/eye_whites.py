"""The whites of the eyes: the one surface of a face that is of nearly one colour in all people."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.illuminant import Illuminant
from vision.light import to_linear
from vision.makeup.face_view import LEFT_EYE, RIGHT_EYE
from vision.makeup.splines import arc, ring

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.makeup.face_view import Eye

_BLUE_OVER_GREEN: Final = -0.02
"""Natural logarithm of blue over green in eye whites under neutral light. Measured on the Face Research Lab London Set
(DeBruine & Jones 2017): over 51 people it spreads by 0.06, or 10 mired, and stays put from 130 to 600 px of face. Red
over green spreads by 0.10 and rises as the face shrinks: vessels, and skin that the lids throw on the white."""
_RED, _GREEN = 0.45, 0.40
"""Linear channels of well-lit eye whites, measured likewise; red spreads by 0.31 stops, green by 0.39."""
_BRIGHTEST: Final = 95
_BAND: Final = (70, 97)
"""Percentiles of green: below lie lashes and the lid's shade, above lie mirrored lamps."""
_CLIPPED: Final = 250
_CLIPPED_LINEAR: Final = 0.956
"""The same of linear values, 0..1."""
_LEAST_PIXELS: Final = 20
_OPEN: Final = 0.16
"""Height of the eye over its width from which on its white shows."""
_IRIS: Final = 1.1
"""Of the landmarks' iris, so that none of its rim is left."""
_CHEEKS: Final = (50, 101, 118, 123, 205, 280, 330, 347, 352, 425)


@dataclass(frozen=True, slots=True)
class EyeWhites:
    """What a picture shows of them.

    Attributes:
        blue_over_green: natural logarithm, of linear values.
        red, green: linear, 0..1, where the better lit eye is brightest.
    """

    blue_over_green: float
    red: float
    green: float

    @property
    def clipped(self) -> bool:
        """Whether they are too bright for the picture to say how bright."""
        return self.green >= _CLIPPED_LINEAR

    @classmethod
    def read(cls, image: NDArray[np.uint8], landmarks: NDArray[np.float32]) -> EyeWhites | None:
        """Those of one face; None when the eyes are shut, small, out of the picture, or behind dark glasses.

        Args:
            image: BGR, shape (H, W, 3), bare.
            landmarks: shape (478, 3), pixels of the image.
        """
        eyes = [eye for one in (RIGHT_EYE, LEFT_EYE) if (eye := _pixels(image, landmarks, one)) is not None]
        if not eyes:
            return None
        ratios = [ratio for eye in eyes if (ratio := _blue_over_green(eye)) is not None]
        if not ratios:
            return None
        brightest = np.max([np.percentile(eye, _BRIGHTEST, axis=0) for eye in eyes], axis=0) / 255
        _, green, red = to_linear(brightest.astype(np.float32)).tolist()
        whites = cls(float(np.mean(ratios)), red, green)
        # Skin that were brighter than white in this light shows that it was no eye white.
        return whites if whites.clipped or _cheek(image, landmarks) < whites.illuminant().light().green else None

    def illuminant(self) -> Illuminant:
        """The light that shows them so: right to 10 mired and to a third of a stop, as eyes differ by that much."""
        lamp = Illuminant.of_colour(self.blue_over_green - _BLUE_OVER_GREEN, 0.0)
        tint = lamp.light()
        level = self.red / (_RED * tint.red) if self.red < _CLIPPED_LINEAR else self.green / (_GREEN * tint.green)
        return Illuminant(lamp.mired, math.log2(max(level, 1e-4)))


def _pixels(image: NDArray[np.uint8], landmarks: NDArray[np.float32], eye: Eye) -> NDArray[np.uint8] | None:
    """An open eye without its iris, shape (N, 3)."""
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
    iris = landmarks[list(eye.iris), :2] - (rect.left, rect.top)
    radius = float(np.linalg.norm(iris[1:] - iris[0], axis=1).mean()) * _IRIS
    cv2.circle(inside, (round(float(iris[0, 0])), round(float(iris[0, 1]))), int(np.ceil(radius)), 0, -1)
    pixels = image[rect.slices][inside > 0]
    return pixels if len(pixels) >= _LEAST_PIXELS else None


def _blue_over_green(eye: NDArray[np.uint8]) -> float | None:
    low, high = np.percentile(eye[:, 1], _BAND)
    # A black pixel has no colour, nor has a clipped one.
    whites = eye[(eye[:, 1] >= low) & (eye[:, 1] <= high) & (eye.max(axis=1) < _CLIPPED) & (eye.min(axis=1) > 0)]
    if len(whites) < _LEAST_PIXELS // 5:
        return None
    linear = to_linear(whites.astype(np.float32) / np.float32(255))
    return float(np.median(np.log(linear[:, 0] / linear[:, 1])))


def _cheek(image: NDArray[np.uint8], landmarks: NDArray[np.float32]) -> float:
    """The green that half of the cheeks' landmarks exceed, linear, 0..1."""
    frame = Rect.of(image)
    points = landmarks[list(_CHEEKS), :2].round().astype(int)
    seen = [image[y, x, 1] for x, y in points if frame.left <= x < frame.right and frame.top <= y < frame.bottom]
    return float(to_linear(np.array(np.median(seen) / 255, np.float32))) if seen else 0.0
