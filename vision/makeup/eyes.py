"""What is drawn on the eyes with a fine tip: eyeliner, lashes, brows, coloured lenses."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.looks import Finish, Kind
from vision.makeup.coat import LUMA, Surface, coat, lay
from vision.makeup.patch import Patch, fill, smoothstep
from vision.makeup.splines import arc, ring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from vision.looks import Layer
    from vision.makeup.face_view import Eye, FaceView
    from vision.makeup.splines import Points

EYE_KINDS: Final = frozenset({Kind.EYELINER, Kind.LASHES, Kind.BROWS, Kind.LENS})
_POINTS: Final = 24
_FEATHER: Final = 0.006
_INNER_SHARE: Final = 0.15
"""Of a liner's thickness that is left at the inner corner."""
_GRAIN: Final = 0.04
"""Over the eye distance: what is finer is the skin's fine shading."""
_METAL: Final = 0.6
"""Share of the skin's fine shading that shows on a metallic line."""
_LINER: Final = {
    "classic": (0.035, 0.0),
    "tight": (0.018, 0.0),
    "wing": (0.042, 0.13),
    "cat": (0.045, 0.18),
    "smudged": (0.05, 0.0),
    "graphic": (0.03, 0.13),
}
"""Thickness at the outer third and length of the wing, over the eye distance."""
_LASHES: Final = {
    "natural": (0.06, 30),
    "full": (0.088, 44),
    "wispy": (0.08, 24),
    "cat": (0.09, 36),
    "doll": (0.085, 32),
}
"""Length over the eye distance, and how many."""
_HAIR_WIDTH: Final = 0.006
"""At the root, over the eye distance."""
_HAIR_OPACITY: Final = 0.6
_IRIS_SHARE: Final = 0.93
"""The landmarks' iris is 8 per cent too wide."""
_PUPIL: Final = 0.38


def eye_patches(view: FaceView, layer: Layer) -> Iterator[Patch]:
    """Where one layer lies, a patch an eye."""
    for eye, share in view.eyes_in_view():
        if layer.kind is Kind.EYELINER:
            patch = _liner(view, eye, layer.style)
        elif layer.kind is Kind.LASHES:
            patch = _lashes(view, eye, layer.style)
        elif layer.kind is Kind.BROWS:
            patch = _brow(view, eye)
        else:
            patch = _iris(view, eye)
        if patch is not None:
            yield Patch(patch.rect, patch.alpha * np.float32(layer.coverage * share))


def paint_eyes(image: NDArray[np.uint8], view: FaceView, patch: Patch, layer: Layer) -> None:
    """Put one eye's layer on the picture, in place."""
    color = view.light.on(layer.color)
    if layer.kind in (Kind.BROWS, Kind.LENS):
        # Hair and iris keep their drawing: the swatch tints them.
        surface = Surface(image, patch.rect, patch.alpha, view.eyes)
        painted = coat(surface, color, Finish.SATIN)
        if layer.kind is Kind.BROWS:
            _deepen_only(painted, surface.bare)
    else:
        # Ink covers what is under it, but for the light on a metal.
        painted = np.empty((*patch.alpha.shape, 3), np.float32)
        painted[...] = color
        if layer.finish in (Finish.METALLIC, Finish.SHIMMER):
            pixels = image[patch.rect.slices]
            shade = pixels.mean(axis=2) - cv2.GaussianBlur(pixels, (0, 0), view.eyes * _GRAIN).mean(axis=2)
            painted += (_METAL * shade)[..., None].astype(np.float32)
    lay(image, patch.rect, painted, patch.alpha)


def _deepen_only(painted: NDArray[np.float32], bare: NDArray[np.float32]) -> None:
    """A pencil never bleaches: where hair is darker it keeps its lightness, and the pencil's colour dims with it."""
    hair, pencil = cv2.transform(bare, LUMA[None]), cv2.transform(painted, LUMA[None])
    painted *= np.minimum(hair / np.maximum(pencil, 1), 1)[..., None]


def _clipped(view: FaceView, points: Points, margin: float) -> Rect | None:
    rect = Rect.around(points, margin).clipped(view.frame)
    return None if rect.empty else rect


def _outward(view: FaceView, eye: Eye) -> tuple[Points, Points]:
    """Unit vectors of an eye: from its inner to its outer corner, and from the lower to the upper lid."""
    outer, inner = view.landmarks[eye.upper[0], :2], view.landmarks[eye.upper[-1], :2]
    along = (outer - inner) / max(float(np.linalg.norm(outer - inner)), 1e-6)
    up = np.array([along[1], -along[0]], np.float32)
    brow = view.landmarks[list(eye.brow_lower), :2].mean(axis=0)
    if float(up @ (brow - (outer + inner) / 2)) < 0:
        up = -up
    return along, up


def _liner(view: FaceView, eye: Eye, style: str) -> Patch | None:
    thickness, wing = _LINER[style]
    line = arc(view.landmarks, eye.upper, _POINTS)
    along, up = _outward(view, eye)
    # A hair's breadth at the inner corner, full at the outer third.
    profile = np.linspace(1, _INNER_SHARE, _POINTS, dtype=np.float32) * np.float32(thickness * view.eyes)
    if wing == 0:
        profile *= smoothstep(0, 0.12, np.linspace(0, 1, _POINTS, dtype=np.float32)) * 0.7 + 0.3
    top = line + up * profile[:, None]
    shape = np.vstack([top, line[::-1]]) if wing == 0 else _winged(view, eye, top, line, along, up, wing)
    rect = _clipped(view, shape, 4 * view.eyes * _FEATHER + 1)
    return None if rect is None else Patch(rect, fill(rect, [shape], view.eyes * _FEATHER))


def _winged(view: FaceView, eye: Eye, top: Points, line: Points, along: Points, up: Points, length: float) -> Points:
    """A liner that goes on past the corner where the lower lashes point, in one sweep of the upper edge."""
    lower = view.landmarks[list(eye.lower[:4]), :2]
    rise = lower[0] - lower[3]
    steep = float(np.clip(rise @ up / max(float(rise @ along), 1e-3), 0.35, 0.7))
    tip = line[0] + (along + up * np.float32(steep)) * np.float32(length * view.eyes)
    joint = _POINTS // 4
    share = np.linspace(0, 1, 8, dtype=np.float32)[:, None]
    # A quadratic from the tip that leaves towards the lid and arrives along it.
    bend = top[joint] + (top[joint] - top[joint + 2]) * np.float32(1.5)
    sweep = tip * (1 - share) ** 2 + bend * (2 * share * (1 - share)) + top[joint] * share**2
    return np.vstack([sweep, top[joint + 1 :], line[::-1]]).astype(np.float32)


def _lashes(view: FaceView, eye: Eye, style: str) -> Patch | None:
    """Tapered hairs that fan outwards from the lash line, longest in its outer third, no two alike."""
    length, count = _LASHES[style]
    along, up = _outward(view, eye)
    lengths, leans, shifts = _hairs(count)
    line = arc(view.landmarks, eye.upper, count)
    roots = line + shifts[:, None] * np.gradient(line, axis=0).astype(np.float32)
    reach = lengths[:, None] * np.float32(length * view.eyes)
    knees = roots + (along * leans[:, None] * 0.65 + up * 0.4) * reach
    tips = roots + (along * leans[:, None] + up * 0.85) * reach
    half = along * np.float32(0.5 * _HAIR_WIDTH * view.eyes)
    outlines = np.stack([roots - half, knees - half * 0.7, tips, knees + half * 0.7, roots + half], axis=1)
    rect = _clipped(view, outlines.reshape(-1, 2), 3)
    if rect is None:
        return None
    drawn = np.zeros((rect.height, rect.width), np.float32)
    for hairs in (outlines[::2], outlines[1::2]):
        # Two passes, so that neighbouring roots add up to a soft line instead of a comb.
        drawn = 1 - (1 - drawn) * (1 - np.float32(_HAIR_OPACITY) * fill(rect, list(hairs), view.eyes * 0.003))
    return Patch(rect, np.asarray(drawn, np.float32))


@functools.cache
def _hairs(count: int) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Each hair's relative length, outward lean, and shift in shares of the spacing, from the outer corner inwards."""
    along = np.linspace(0, 1, count, dtype=np.float32)
    rng = np.random.default_rng(count)
    lengths = (0.2 + 0.8 * np.sin(np.pi * (0.25 + 0.7 * along))) * rng.uniform(0.7, 1.1, count)
    leans = (1.1 - 1.3 * along) + rng.uniform(-0.2, 0.2, count)
    shifts = rng.uniform(-0.4, 0.4, count)
    return lengths.astype(np.float32), leans.astype(np.float32), shifts.astype(np.float32)


def _brow(view: FaceView, eye: Eye) -> Patch | None:
    feather = view.eyes * 0.012
    rect = _clipped(view, view.brows[eye], 4 * feather + 1)
    return None if rect is None else Patch(rect, fill(rect, [view.brows[eye]], feather))


def _iris(view: FaceView, eye: Eye) -> Patch | None:
    centre = view.landmarks[eye.iris[0], :2]
    radius = float(np.linalg.norm(view.landmarks[list(eye.iris[1:]), :2] - centre, axis=1).mean()) * _IRIS_SHARE
    opening = ring(arc(view.landmarks, eye.upper), arc(view.landmarks, eye.lower))
    rect = _clipped(view, np.vstack([centre - radius, centre + radius]), 2)
    if rect is None:
        return None
    rows, columns = np.mgrid[rect.top : rect.bottom, rect.left : rect.right].astype(np.float32)
    distance = np.hypot(columns - centre[0], rows - centre[1]) / max(radius, 1e-3)
    disc = (1 - smoothstep(0.9, 1.05, distance)) * smoothstep(_PUPIL - 0.06, _PUPIL + 0.06, distance)
    return Patch(rect, np.asarray(disc * fill(rect, [opening], view.eyes * 0.004), np.float32))
