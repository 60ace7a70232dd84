"""The outlines of the lips: the mesh's, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from vision import landmarks as lm
from vision.makeup.patch import smoothstep
from vision.makeup.splines import arcs, normals, ring

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.makeup.splines import Points

POINTS: Final = 32
"""Points an arc."""
_SHUT, _OPEN = 0.015, 0.035
"""Height of the gap between the lips, over the eye distance: painted over up to the first, bare from the second."""
_ARCS: Final = (lm.LIPS_UPPER_OUTER, lm.LIPS_LOWER_OUTER, lm.LIPS_UPPER_INNER, lm.LIPS_LOWER_INNER)
_INSETS: Final = np.interp(np.abs(np.linspace(-0.5, 0.5, POINTS)), (0.0, 0.38, 0.5), (0.0055, 0.0055, 0.0095)).astype(
    np.float32
)
"""Paint ends this far inside the lip's edge, over the eye distance, as a steady hand ends it; more at the corners."""


@dataclass(frozen=True, slots=True)
class LipContours:
    """The four arcs of the mouth, each (32, 2) pixels from the person's right corner to the left.

    Attributes:
        upper_outer, lower_outer, upper_inner, lower_inner: the arcs.
        openness: 0 when the lips touch, 1 when there is a gap that must stay free of paint.
        across: unit vectors out of the mouth at each point of the outer arcs, the upper one's first, shape (2, 32, 2).
    """

    upper_outer: Points
    lower_outer: Points
    upper_inner: Points
    lower_inner: Points
    openness: float
    across: NDArray[np.float32]

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
        # So short a way does not turn the arcs: what lay across them still does.
        return replace(
            self,
            upper_outer=self.upper_outer + self.across[0] * upper[:, None],
            lower_outer=self.lower_outer + self.across[1] * lower[:, None],
        )

    def inset(self, eyes: float) -> LipContours:
        """Where paint ends: inside the edge, more so at the thin corners; ``eyes``: the eye distance, pixels."""
        by = _INSETS * np.float32(-eyes)
        return self.moved(by, by)


def mesh_contours(landmarks: NDArray[np.float32], eyes: float) -> LipContours:
    """The contours that the landmarks draw, shape (478, 3); ``eyes`` is the eye distance in pixels."""
    gap = np.linalg.norm(landmarks[13, :2] - landmarks[14, :2]) / eyes
    upper, lower, upper_inner, lower_inner = arcs(landmarks, _ARCS, POINTS)
    openness = float(smoothstep(_SHUT, _OPEN, np.array(gap, np.float32)))
    outer = np.stack([upper, lower])
    across = normals(outer, outer.mean(axis=(0, 1)))
    return LipContours(upper, lower, upper_inner, lower_inner, openness, across)
