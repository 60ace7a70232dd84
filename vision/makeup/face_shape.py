"""Which contour suits a face: by how its length, jaw and forehead compare with its width.

It is used to place a contour, and told to nobody.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from vision.looks import Kind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.looks import Layer

_WIDTH: Final = (234, 454)
_LENGTH, _JAW, _FOREHEAD = (10, 152), (172, 397), (54, 284)
"""Landmarks at both ends of each measure: across the cheekbones, from forehead to chin, across the jaw's corners, and
across the forehead."""
_AVERAGE: Final = np.array([1.205, 0.792, 0.858], np.float32)
_SPREAD: Final = np.array([0.05, 0.022, 0.03], np.float32)
"""Length, jaw and forehead over the width: mean and standard deviation of adults' faces as the landmarks show them."""
_REMARKABLE: Final = 0.8
"""Standard deviations from the average below which a face is an oval."""
_HOLD: Final = 0.4
"""Standard deviations by which another shape must suit better than the one that is worn."""
_MEMORY: Final = 0.03
"""What a new frame counts in the mean."""
_FRONTAL: Final = 20.0
"""Degrees of yaw beyond which the far side's landmarks are guesses."""


class FaceShape:
    """What is known of one face's shape; it settles within a second and holds on to what it found."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._measures: NDArray[np.float32] | None = None
        self._shape = "oval"

    def read(self, landmarks: NDArray[np.float32], yaw: float) -> None:
        """Learn from one frame.

        Args:
            landmarks: shape (478, 3), pixels. Distances are taken in space, so that a tilt does not change them.
            yaw: degrees that the head is turned; much of it teaches nothing.
        """
        if abs(yaw) > _FRONTAL:
            return
        seen = measures(landmarks)
        if self._measures is None:
            self._measures = seen
            self._shape = max(suits(seen).items(), key=lambda item: item[1])[0]
            return
        self._measures = self._measures + (seen - self._measures) * np.float32(_MEMORY)
        fits = suits(self._measures)
        best = max(fits, key=lambda shape: fits[shape])
        if fits[best] > fits[self._shape] + _HOLD:
            self._shape = best

    def fit(self, layer: Layer) -> Layer:
        """A fitted contour as the one for this face; any other layer as it is."""
        if layer.kind is Kind.CONTOUR and layer.style == "fitted":
            return replace(layer, style=self._shape)
        return layer


def measures(landmarks: NDArray[np.float32]) -> NDArray[np.float32]:
    """Length, jaw and forehead over the width, shape (3,), of landmarks of shape (468 or more, 3)."""
    ends = landmarks[np.array((_LENGTH, _JAW, _FOREHEAD, _WIDTH))]
    spans = np.linalg.norm(ends[:, 0] - ends[:, 1], axis=1)
    return np.asarray(spans[:3] / max(float(spans[3]), 1e-3), np.float32)


def suits(measured: NDArray[np.float32]) -> dict[str, float]:
    """How well each shape's contour suits a face, in standard deviations: a shape is what is least like the average.

    Long and round faces differ in length, as the facial index divides them (Martin and Saller, 1957); in a square one
    the jaw is broad, and in a heart the forehead is broader than the jaw.
    """
    length, jaw, forehead = ((measured - _AVERAGE) / _SPREAD).tolist()
    return {
        "oval": _REMARKABLE,
        "round": -length,
        "square": jaw,
        "heart": (forehead - jaw) / 2**0.5,
        "long": length,
    }
