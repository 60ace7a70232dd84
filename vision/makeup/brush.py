"""A brush on the canonical face's texture: strokes, and areas filled between curves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.makeup.splines import spline
from vision.mesh import canonical_mesh

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from vision.makeup.splines import Points

    Texture = NDArray[np.float32]
    """Shape (SIDE, SIDE), 0..1."""

SIDE: Final = 256
"""Pixels of a texture's side: three times as fine as the small picture that soft products are laid on, and small enough
to stay in the processor's cache beside the landmark model."""
_SHIFT: Final = 4
"""Sub-pixel bits of vertices."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke of a brush on the right half of the face.

    Attributes:
        path: landmarks that the brush goes through; one lies under a dab.
        width: of the brush, over the width of the texture.
        softness: standard deviation of its edge, in the same unit.
        strength: 0..1.
    """

    path: tuple[int, ...]
    width: float
    softness: float
    strength: float = 1.0

    def draw(self) -> Texture:
        """Its coverage."""
        points = at(self.path)
        curve = spline(points) if len(points) > 1 else np.vstack([points, points])
        return drawn(curve, self.width, self.softness) * np.float32(self.strength)


def at(indices: Sequence[int]) -> Points:
    """Where landmarks lie on the texture, pixels, shape (N, 2)."""
    return np.asarray(canonical_mesh().uv[list(indices)] * (SIDE - 1), np.float32)


def drawn(curve: Points, width: float, softness: float) -> Texture:
    """Coverage of a stroke along a curve, 1 where it is strongest; width and softness over the texture's width."""
    line = np.zeros((SIDE, SIDE), np.uint8)
    vertices = np.round(curve * (1 << _SHIFT)).astype(np.int32)
    cv2.polylines(line, [vertices], False, 255, max(1, round(width * SIDE)), cv2.LINE_AA, _SHIFT)
    soft = cv2.GaussianBlur(line.astype(np.float32), (0, 0), softness * SIDE)
    return np.asarray(soft / max(float(soft.max()), 1e-6), np.float32)


def filled(outline: Points, softness: float) -> Texture:
    """Coverage of the area inside a closed outline; the softness over the texture's width."""
    out = np.zeros((SIDE, SIDE), np.uint8)
    cv2.fillPoly(out, [np.round(outline * (1 << _SHIFT)).astype(np.int32)], 255, cv2.LINE_AA, _SHIFT)
    return np.asarray(cv2.GaussianBlur(out.astype(np.float32) / 255, (0, 0), softness * SIDE), np.float32)


def over(textures: Iterable[Texture]) -> Texture:
    """The strongest of several, everywhere."""
    return np.asarray(np.maximum.reduce(list(textures)), np.float32)


def on_both_sides(right: Texture) -> Texture:
    """The same on the left half of the face, read-only from here on."""
    both = np.ascontiguousarray(np.maximum(right, right[:, ::-1]), np.float32)
    both.flags.writeable = False
    return both
