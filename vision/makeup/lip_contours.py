"""The outlines of the lips: the mesh's, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from vision import landmarks as lm
from vision.makeup.patch import smoothstep
from vision.makeup.splines import arc, normals, ring

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.makeup.splines import Points

POINTS: Final = 32
"""Points an arc."""
_SHUT, _OPEN = 0.015, 0.035
"""Height of the gap between the lips, over the eye distance: painted over up to the first, bare from the second."""
_INSET: Final = 0.0055
"""Paint ends this far inside the lip's edge, over the eye distance, as a steady hand ends it."""
_CORNER_INSET: Final = 0.004
_CORNER_SHARE: Final = 0.12


@dataclass(frozen=True, slots=True)
class LipContours:
    """The four arcs of the mouth, each (32, 2) pixels from the person's right corner to the left.

    Attributes:
        upper_outer, lower_outer, upper_inner, lower_inner: the arcs.
        openness: 0 when the lips touch, 1 when there is a gap that must stay free of paint.
    """

    upper_outer: Points
    lower_outer: Points
    upper_inner: Points
    lower_inner: Points
    openness: float

    @property
    def outer(self) -> Points:
        """The closed outline of the lips."""
        return ring(self.upper_outer, self.lower_outer)

    @property
    def inner(self) -> Points:
        """The closed outline of the gap between them."""
        return ring(self.upper_inner, self.lower_inner)

    def gap(self, margin: float) -> Points:
        """The gap's outline, so many pixels wider on both sides."""
        centre = (self.upper_inner + self.lower_inner) / 2
        across = self.upper_inner - self.lower_inner
        across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-6)
        half = np.linalg.norm(self.upper_inner - self.lower_inner, axis=1, keepdims=True) / 2 + np.float32(margin)
        return ring(centre + across * half, centre - across * half)

    def moved(self, upper: NDArray[np.float32], lower: NDArray[np.float32]) -> LipContours:
        """The outer arcs moved outwards by so many pixels at each of their points, shape (32,)."""
        centre = (self.upper_outer.mean(axis=0) + self.lower_outer.mean(axis=0)) / 2
        return LipContours(
            self.upper_outer + normals(self.upper_outer, centre) * upper[:, None],
            self.lower_outer + normals(self.lower_outer, centre) * lower[:, None],
            self.upper_inner,
            self.lower_inner,
            self.openness,
        )

    def inset(self, eyes: float) -> LipContours:
        """Where paint ends: inside the edge, more so at the thin corners; ``eyes``: the eye distance, pixels."""
        along = np.linspace(0, 1, POINTS, dtype=np.float32)
        corner = np.clip(1 - np.minimum(along, 1 - along) / _CORNER_SHARE, 0, 1)
        by = np.asarray(-eyes * (_INSET + _CORNER_INSET * corner), np.float32)
        return self.moved(by, by)


def mesh_contours(landmarks: NDArray[np.float32], eyes: float) -> LipContours:
    """The contours that the landmarks draw, shape (478, 3); ``eyes`` is the eye distance in pixels."""
    arcs = [
        arc(landmarks, indices, POINTS)
        for indices in (lm.LIPS_UPPER_OUTER, lm.LIPS_LOWER_OUTER, lm.LIPS_UPPER_INNER, lm.LIPS_LOWER_INNER)
    ]
    gap = np.linalg.norm(landmarks[13, :2] - landmarks[14, :2]) / eyes
    return LipContours(arcs[0], arcs[1], arcs[2], arcs[3], float(smoothstep(_SHUT, _OPEN, np.array(gap, np.float32))))
