"""The One Euro filter over an array: still when the face is still, prompt when it moves.

Casiez, Roussel and Vogel, "1 € Filter: A Simple Speed-based Low-pass Filter for Noisy Input in Interactive Systems",
CHI 2012.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class OneEuroFilter:
    """A low-pass filter whose cut-off rises with speed, one for all values of an array."""

    def __init__(self, min_cutoff: float, beta: float, derivative_cutoff: float = 1.0) -> None:
        """Set the cut-off at rest (Hz), its growth per unit of speed, and the cut-off of the speed itself (Hz)."""
        self._min_cutoff = min_cutoff
        self._beta = beta
        self._derivative_cutoff = derivative_cutoff
        self._value: NDArray[np.float32] | None = None
        self._speed: NDArray[np.float32] = np.zeros(0, np.float32)
        self._at = 0.0

    def smooth(self, value: NDArray[np.float32], at: float, scale: float) -> NDArray[np.float32]:
        """Filter one more array, taken ``at`` seconds; ``scale`` is the length that counts as 1 in speeds."""
        if self._value is None or self._value.shape != value.shape or at <= self._at:
            self._value, self._speed, self._at = value, np.zeros_like(value), at
            return value
        step = at - self._at
        speed = (value - self._value) / (step * scale)
        blend = _blend(self._derivative_cutoff, step)
        self._speed = np.asarray(self._speed + blend * (speed - self._speed), np.float32)
        cutoff = self._min_cutoff + self._beta * np.abs(self._speed)
        weight = 1 / (1 + 1 / (2 * math.pi * cutoff * step))
        self._value = np.asarray(self._value + weight * (value - self._value), np.float32)
        self._at = at
        return self._value


def _blend(cutoff: float, step: float) -> float:
    return 1 / (1 + 1 / (2 * math.pi * cutoff * step))
