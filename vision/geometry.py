"""Rectangles of pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle of whole pixels; ``right`` and ``bottom`` lie just outside it."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def around(cls, points: NDArray[np.float32], margin: float = 0.0) -> Rect:
        """The smallest rectangle that holds ``points``, shape (N, 2 or more), and ``margin`` pixels around them."""
        low = np.floor(points[:, :2].min(axis=0) - margin)
        high = np.ceil(points[:, :2].max(axis=0) + margin) + 1
        return cls(int(low[0]), int(low[1]), int(high[0]), int(high[1]))

    @classmethod
    def of(cls, image: NDArray[np.uint8]) -> Rect:
        """The whole of an image, shape (H, W, ...)."""
        return cls(0, 0, image.shape[1], image.shape[0])

    @property
    def width(self) -> int:
        """Pixels from left to right; 0 or less when empty."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels from top to bottom; 0 or less when empty."""
        return self.bottom - self.top

    @property
    def empty(self) -> bool:
        """Whether it holds no pixel."""
        return self.width <= 0 or self.height <= 0

    @property
    def slices(self) -> tuple[slice, slice]:
        """Rows and columns, to index an image with."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def clipped(self, other: Rect) -> Rect:
        """The part that lies in ``other``; empty when they do not meet."""
        return Rect(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def holds(self, other: Rect) -> bool:
        """Whether ``other`` lies in it altogether."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def grown(self, share: float) -> Rect:
        """The same centre, each side longer by ``share`` of the longer side on both ends."""
        by = round(max(self.width, self.height) * share)
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlap(self, other: Rect) -> float:
        """Intersection over union, 0..1."""
        common = self.clipped(other)
        if common.empty:
            return 0.0
        shared = common.width * common.height
        return shared / (self.width * self.height + other.width * other.height - shared)
