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
        rect: its sides are multiples of the factor, so it may reach over the frame's right and lower edge.
        scale: 1 over the factor. Whole factors are averaged exactly, and several times quicker than others.
        pixels: BGR uint8, shape (rect.height * scale, rect.width * scale, 3).
    """

    rect: Rect
    scale: float
    pixels: NDArray[np.uint8]

    @classmethod
    def to_width(cls, image: NDArray[np.uint8], rect: Rect, width: int) -> Shrunk:
        """A rectangle of the image that is not empty, at most ``width`` pixels wide; it may gain less than a factor."""
        return cls.by(image, rect, max(1, -(-rect.width // width)))

    @classmethod
    def by(cls, image: NDArray[np.uint8], rect: Rect, factor: int) -> Shrunk:
        """A rectangle of the image that is not empty, smaller by a factor; it may gain less than the factor."""
        small = (-(-rect.width // factor), -(-rect.height // factor))
        whole = Rect(rect.left, rect.top, rect.left + small[0] * factor, rect.top + small[1] * factor)
        pixels = image[rect.slices]
        right, below = whole.right - rect.right, whole.bottom - rect.bottom
        if right or below:
            pixels = image[whole.clipped(Rect.of(image)).slices]
            right, below = whole.width - pixels.shape[1], whole.height - pixels.shape[0]
        if right or below:
            pixels = np.asarray(cv2.copyMakeBorder(pixels, 0, below, 0, right, cv2.BORDER_REPLICATE), np.uint8)
        if factor > 1:
            pixels = np.asarray(cv2.resize(pixels, small, interpolation=cv2.INTER_AREA), np.uint8)
        return cls(whole, 1 / factor, pixels)

    def enlarged(self, values: NDArray[np.float32], rect: Rect) -> NDArray[np.float32]:
        """Values of the small picture, shape (h, w) or (h, w, n), over a part of its rectangle at the frame's size."""
        large = cv2.resize(values, (self.rect.width, self.rect.height), interpolation=cv2.INTER_LINEAR)
        left, top = rect.left - self.rect.left, rect.top - self.rect.top
        return np.asarray(large[top : top + rect.height, left : left + rect.width], np.float32)

    @property
    def local(self) -> Rect:
        """The small picture's own rectangle."""
        return Rect.of(self.pixels)

    def place(self, points: Points) -> Points:
        """Where points of the frame lie in the small picture, pixel centres at whole numbers."""
        origin = np.array([self.rect.left, self.rect.top], np.float32)
        return np.asarray((points - origin + 0.5) * np.float32(self.scale) - 0.5, np.float32)
