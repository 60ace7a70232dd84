"""A part of the frame, made small by a whole factor: what is soft is worked out there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from vision.geometry import Rect

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.makeup.splines import Points


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A small picture of a rectangle.

    Attributes:
        rect: of the frame; its sides are multiples of the factor.
        scale: 1 over the factor. Whole factors are averaged exactly, and ten times quicker than others.
        pixels: BGR uint8, shape (rect.height * scale, rect.width * scale, 3).
    """

    rect: Rect
    scale: float
    pixels: NDArray[np.uint8]

    @classmethod
    def to_width(cls, image: NDArray[np.uint8], rect: Rect, width: int) -> Shrunk:
        """A rectangle that is not empty, at most about ``width`` pixels wide; it may lose a factor's rest."""
        factor = max(1, min(-(-rect.width // width), rect.width, rect.height))
        whole = Rect(
            rect.left,
            rect.top,
            rect.left + rect.width // factor * factor,
            rect.top + rect.height // factor * factor,
        )
        pixels = image[whole.slices]
        if factor > 1:
            size = (whole.width // factor, whole.height // factor)
            pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
        return cls(whole, 1 / factor, pixels)

    @property
    def local(self) -> Rect:
        """The small picture's own rectangle."""
        return Rect.of(self.pixels)

    def place(self, points: Points) -> Points:
        """Where points of the frame lie in the small picture, pixel centres at whole numbers."""
        origin = np.array([self.rect.left, self.rect.top], np.float32)
        return np.asarray((points - origin + 0.5) * np.float32(self.scale) - 0.5, np.float32)
