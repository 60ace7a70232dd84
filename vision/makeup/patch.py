"""A layer's coverage: how much of it lies on each pixel of a small rectangle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from vision.geometry import Rect

_SHIFT: Final = 4
"""Sub-pixel bits of polygon vertices."""


@dataclass(frozen=True, slots=True)
class Patch:
    """Coverage inside a rectangle of the frame; there is none outside.

    Attributes:
        rect: lies in the frame.
        alpha: float32, shape (rect.height, rect.width), 0..1.
    """

    rect: Rect
    alpha: NDArray[np.float32]


def fill(rect: Rect, rings: Sequence[NDArray[np.float32]], feather: float) -> NDArray[np.float32]:
    """Coverage of polygons, in one rectangle.

    Args:
        rect: the pixels wanted.
        rings: each shape (N, 2), pixels of the frame; overlaps count once.
        feather: standard deviation of the soft edge, pixels; half of the coverage is reached on the outline.
    """
    mask = np.zeros((rect.height, rect.width), np.uint8)
    origin = np.array([rect.left, rect.top], np.float32)
    for ring in rings:
        vertices = np.round((ring - origin) * (1 << _SHIFT)).astype(np.int32)
        cv2.fillPoly(mask, [vertices], 255, cv2.LINE_AA, _SHIFT)
    alpha = mask.astype(np.float32)
    alpha *= np.float32(1 / 255)
    if feather > 0:
        # OpenCV blurs floats in half the time that it takes for bytes.
        cv2.GaussianBlur(alpha, (0, 0), feather, dst=alpha)
        np.minimum(alpha, 1, out=alpha)
    return alpha


def smoothstep(low: float, high: float, value: NDArray[np.float32]) -> NDArray[np.float32]:
    """0 up to ``low``, 1 from ``high``, a smooth S between."""
    t = np.clip((value - low) / (high - low), 0.0, 1.0)
    return np.asarray(t * t * (3 - 2 * t), np.float32)
