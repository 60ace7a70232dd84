"""Keeping landmarks still on a still face, without holding them back on a moving one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEAST_CUTOFF: Final = 1.0
"""Hz; of a landmark at rest."""
_CUTOFF_PER_SPEED: Final = 450.0
"""Hz for each eye distance a second. At a steady speed a landmark trails by 1 / (2 pi 450) of the eye distance at most,
however fast it moves: a twentieth of a pixel on a face that fills a mirror."""
_SPEED_CUTOFF: Final = 3.0
"""Hz; speed itself is smoothed, or noise would pass for motion."""


class LandmarkFilter:
    """The One Euro filter, each landmark by its own speed over the face's size.

    Casiez, Roussel and Vogel, "1 € Filter: a simple speed-based low-pass filter for noisy input in interactive
    systems" (CHI 2012). What the landmark model leaves of a camera's noise moves a point by some thousandths of the eye
    distance a second, and the slowest motion that anybody sees by some hundredths.
    """

    def __init__(self, points: NDArray[np.float32], at: float) -> None:
        """Begin with landmarks, shape (N, 3), pixels, seen ``at`` seconds."""
        self._seen = self._steady = points
        self._speed = np.zeros((len(points), 2), np.float32)
        self._at = at

    def step(self, points: NDArray[np.float32], eyes: float, at: float) -> NDArray[np.float32]:
        """The steadied landmarks of the next frame.

        Args:
            points: shape (N, 3), pixels.
            eyes: the eye distance, pixels, over 0.
            at: seconds, later than the frame before.
        """
        elapsed = at - self._at
        turn = 2 * math.pi * elapsed  # a first-order low-pass filter goes r / (1 + r) of the way, r = turn * cutoff
        speed = (points[:, :2] - self._seen[:, :2]) * np.float32(1 / (eyes * elapsed))
        self._speed += (speed - self._speed) * np.float32(turn * _SPEED_CUTOFF / (1 + turn * _SPEED_CUTOFF))
        rate = np.hypot(self._speed[:, 0], self._speed[:, 1]) * np.float32(turn * _CUTOFF_PER_SPEED)
        rate += np.float32(turn * _LEAST_CUTOFF)
        self._steady = self._steady + (points - self._steady) * (rate / (1 + rate))[:, None]
        self._seen, self._at = points, at
        return self._steady
