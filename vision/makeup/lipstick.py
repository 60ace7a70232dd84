"""Lipstick in six finishes, and lip liner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision import landmarks as lm
from vision.geometry import Rect
from vision.looks import Finish
from vision.makeup.patch import Patch, fill, smoothstep
from vision.makeup.pigment import lit, repaint, to_bgr, to_lab

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.looks import Layer
    from vision.makeup.face_view import FaceView
    from vision.makeup.uv import UvRaster

_FEATHER: Final = 0.013
"""Of the eye distance."""
GRAIN: Final = 0.04
"""Of the eye distance: what is finer than this is the lips' texture rather than their form."""
_TEETH_MARGIN: Final = 0.008
"""Of the eye distance: the gap between open lips is widened by this, for a painted tooth is worse than a bare edge."""
_LINER_WIDTH: Final = 0.035
_SHEER_DEPTH: Final = 0.75
"""How far full coverage of a sheer film takes the light towards the swatch's own."""
_GLOSS_OWN, _GLOSS_BAND = 0.4, 0.3
"""White that gloss mirrors: in the lips' own highlights, and where the lower lip is roundest."""
_SHEEN: Final = {Finish.SATIN: np.float32(0.25), Finish.GLOSS: np.float32(1.0)}
"""Share of gloss's reflection that a finish shows."""
_SPARKLE: Final = 26.0
"""Lightness of the brightest shimmer."""


def lip_coverage(view: FaceView, coverage: float) -> Patch | None:
    """Where lipstick lies; None when the lips are outside the frame."""
    rect = Rect.around(view.lips.outer, 3 * view.eyes * _FEATHER + 1).clipped(view.frame)
    if rect.empty:
        return None
    alpha = fill(rect, [view.lips.outer], view.eyes * _FEATHER)
    return Patch(rect, _without_gap(view, rect, alpha) * np.float32(coverage))


def liner_coverage(view: FaceView, coverage: float) -> Patch | None:
    """Where lip liner lies: a soft line just inside the outer contour."""
    width = view.eyes * _LINER_WIDTH
    rect = Rect.around(view.lips.outer, width).clipped(view.frame)
    if rect.empty:
        return None
    by = np.full(len(view.lips.upper_outer), -width, np.float32)
    within = view.lips.moved(by, by)
    feather = view.eyes * _FEATHER
    line = fill(rect, [view.lips.outer], feather) - fill(rect, [within.outer], width * 0.45)
    return Patch(rect, _without_gap(view, rect, np.clip(line, 0, 1)) * np.float32(coverage))


def _without_gap(view: FaceView, rect: Rect, alpha: NDArray[np.float32]) -> NDArray[np.float32]:
    """Coverage less what would lie on teeth and tongue."""
    if view.lips.openness == 0:
        return alpha
    gap = fill(rect, [view.lips.gap(view.eyes * _TEETH_MARGIN)], view.eyes * _FEATHER * 0.7)
    return np.asarray(alpha * (1 - np.float32(view.lips.openness) * gap), np.float32)


def paint_lips(image: NDArray[np.uint8], view: FaceView, patch: Patch, layer: Layer, uv: UvRaster) -> None:
    """Put lipstick or liner on the picture, in place."""
    pixels = image[patch.rect.slices]
    if layer.finish is Finish.SHEER:
        painted = _film(pixels, layer)
    else:
        lab = to_lab(pixels)
        out = repaint(lab, patch.alpha, lit(layer.color, view.light), layer.finish, view.eyes * GRAIN)
        if layer.finish in (Finish.SHIMMER, Finish.METALLIC):
            out[..., 0] = np.clip(
                out[..., 0] + _SPARKLE * view.light * uv.sparkle(view.landmarks, view.pose, patch.rect), 0, 100
            )
        painted = to_bgr(out)
        if layer.finish in _SHEEN:
            painted += (255 - painted) * (_SHEEN[layer.finish] * _reflection(view, patch, lab))[..., None]
    mix(pixels, painted, patch.alpha)


def mix(pixels: NDArray[np.uint8], painted: NDArray[np.float32], alpha: NDArray[np.float32]) -> None:
    """Move a part of the picture towards what is painted, in place; ``painted`` is 0..255."""
    base = pixels.astype(np.float32)
    base += (painted - base) * alpha[..., None]
    np.rint(base, out=base)
    pixels[...] = base.astype(np.uint8)


def _film(pixels: NDArray[np.uint8], layer: Layer) -> NDArray[np.float32]:
    """A film that only absorbs: multiply in linear light by the swatch's hue at full brightness."""
    swatch = np.array([layer.color.blue, layer.color.green, layer.color.red], np.float32) / 255
    linear = swatch**2.2
    transmitted = (1 - _SHEER_DEPTH) + _SHEER_DEPTH * linear / max(float(linear.max()), 1e-3)
    return np.asarray(pixels.astype(np.float32) * transmitted ** (1 / 2.2), np.float32)


def _reflection(view: FaceView, patch: Patch, lab: NDArray[np.float32]) -> NDArray[np.float32]:
    """White light that gloss reflects, 0..1: the lips' own highlights, and a soft lamp on the lower lip."""
    lightness = lab[..., 0]
    detail = lightness - cv2.GaussianBlur(lightness, (0, 0), view.eyes * 0.05)
    on_lips = detail[patch.alpha > 0.5]  # noqa: PLR2004 - half covered
    if len(on_lips) == 0:
        return np.zeros_like(lightness)
    ranks = [len(on_lips) * share // 100 for share in (85, 99)]
    low, high = np.partition(on_lips, ranks)[ranks]
    own = smoothstep(float(low), max(float(high), float(low) + 2.0), detail) * np.float32(_GLOSS_OWN)
    inner = view.landmarks[list(lm.LIPS_LOWER_INNER[3:-3]), :2]
    outer = view.landmarks[list(lm.LIPS_LOWER_OUTER[3:-3]), :2]
    near, far = inner + (outer - inner) * 0.42, inner + (outer - inner) * 0.62
    band = fill(patch.rect, [np.vstack([near, far[::-1]])], view.eyes * 0.018) * np.float32(_GLOSS_BAND)
    return np.asarray(np.maximum(own, band) * view.light, np.float32)
