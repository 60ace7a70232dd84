"""Where soft products go on a face: patterns drawn once on the canonical face's texture coordinates."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision import landmarks as lm
from vision.looks import Kind
from vision.makeup.patch import smoothstep
from vision.makeup.splines import spline
from vision.mesh import canonical_mesh

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

SIDE: Final = 512
"""Pixels of a pattern's side."""

_CREASE: Final = (33, 247, 30, 29, 27, 28, 56, 190, 133)
"""The lid's fold on the person's right, outer corner first; as many points as the upper lash line."""
_BELOW_BROW: Final = (33, 113, 225, 224, 223, 222, 221, 189, 133)


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


_STROKES: Final[Mapping[tuple[Kind, str], tuple[Stroke, ...]]] = {
    (Kind.BLUSH, "apples"): (Stroke((205, 50, 117, 123), 0.06, 0.043),),
    (Kind.BLUSH, "draped"): (Stroke((50, 117, 111, 35, 156), 0.04, 0.034),),
    (Kind.BRONZER, ""): (
        Stroke((103, 54, 21, 162), 0.07, 0.035, 0.9),
        Stroke((127, 116, 123, 187), 0.05, 0.035),
        Stroke((172, 136, 150), 0.05, 0.03, 0.7),
    ),
    (Kind.CONTOUR, ""): (
        Stroke((93, 137, 147, 187), 0.03, 0.024),
        Stroke((58, 172, 136, 150, 149), 0.03, 0.024, 0.6),
        Stroke((103, 54, 21), 0.04, 0.028, 0.5),
        Stroke((193, 122, 196, 3, 51, 45), 0.008, 0.009, 0.4),
    ),
    (Kind.HIGHLIGHTER, ""): (
        Stroke((117, 111, 143, 156), 0.022, 0.015),
        Stroke((6, 197, 195, 5), 0.014, 0.01, 0.8),
        Stroke((164,), 0.018, 0.008, 0.6),
        Stroke((222, 223, 224), 0.012, 0.008, 0.5),
    ),
}


@functools.cache
def pattern(kind: Kind, style: str) -> NDArray[np.float32]:
    """Coverage of a soft product over the texture, float32, shape (512, 512), 0..1.

    Raises:
        KeyError: the kind is not a soft product.
    """
    if kind is Kind.FOUNDATION:
        return _frozen(_foundation())
    half = _eyeshadow(style) if kind is Kind.EYESHADOW else _brushed(_STROKES[kind, style])
    return _frozen(np.maximum(half, half[:, ::-1]))


def _frozen(texture: NDArray[np.float32]) -> NDArray[np.float32]:
    texture = np.ascontiguousarray(texture, np.float32)
    texture.flags.writeable = False
    return texture


def _at(indices: tuple[int, ...]) -> NDArray[np.float32]:
    return np.asarray(canonical_mesh().uv[list(indices)] * (SIDE - 1), np.float32)


def _brushed(strokes: tuple[Stroke, ...]) -> NDArray[np.float32]:
    out = np.zeros((SIDE, SIDE), np.float32)
    for stroke in strokes:
        points = _at(stroke.path)
        curve = spline(points) if len(points) > 1 else np.vstack([points, points])
        line = np.zeros((SIDE, SIDE), np.uint8)
        cv2.polylines(
            line,
            [np.round(curve * 16).astype(np.int32)],
            False,
            255,
            max(1, round(stroke.width * SIDE)),
            cv2.LINE_AA,
            4,
        )
        soft = cv2.GaussianBlur(line.astype(np.float32), (0, 0), stroke.softness * SIDE)
        out = np.maximum(out, soft * np.float32(stroke.strength / max(float(soft.max()), 1e-6)))
    return out


def _filled(rings: list[NDArray[np.float32]], softness: float) -> NDArray[np.float32]:
    out = np.zeros((SIDE, SIDE), np.uint8)
    for ring in rings:
        cv2.fillPoly(out, [np.round(ring * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    return np.asarray(cv2.GaussianBlur(out.astype(np.float32) / 255, (0, 0), softness * SIDE), np.float32)


def _foundation() -> NDArray[np.float32]:
    """The whole face, fading at the jaw, and slowly up the forehead, where the mesh ends below the hair."""
    oval = _at(lm.FACE_OVAL)
    centre = oval.mean(axis=0)
    face = np.minimum(1, _filled([centre + (oval - centre) * np.float32(0.96)], 0.025) * np.float32(1.05))
    top, brows = oval[:, 1].min(), _at((105,))[0, 1]
    rows = (np.arange(SIDE, dtype=np.float32) - top) / np.float32(brows - top)
    return np.asarray(face * smoothstep(0.05, 0.95, rows)[:, None], np.float32)


def _eyeshadow(style: str) -> NDArray[np.float32]:
    lashes, crease, brow = _at(lm.RIGHT_EYE_UPPER), _at(_CREASE), _at(_BELOW_BROW)
    # The wash begins under the lashes' roots: the eye itself is cut out of the picture, not of the pattern.
    rim = lashes + (_at(lm.RIGHT_EYE_LOWER) - lashes) * np.float32(0.35)
    top = crease + (brow - crease) * np.float32(0.3)
    lid = _filled([np.vstack([spline(rim), spline(top)[::-1]])], 0.007)
    if style == "lid":
        return lid
    if style == "crease":
        fold = _brushed((Stroke((113, 247, 30, 29, 27), 0.022, 0.012),))
        return np.asarray(np.maximum(lid * np.float32(0.55), fold), np.float32)
    outer = _brushed((Stroke((33, 7, 163, 144), 0.012, 0.006, 0.8),))
    inner = _brushed((Stroke((145, 153, 154), 0.008, 0.006, 0.4),))
    return np.asarray(np.maximum(lid, np.maximum(outer, inner)), np.float32)
