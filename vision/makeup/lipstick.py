"""Lipstick in six finishes, and lip liner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision import landmarks as lm
from vision.geometry import Rect
from vision.looks import Finish, Kind
from vision.makeup.patch import Patch, fill, smoothstep
from vision.makeup.pigment import Surface, lit, repaint, to_bgr, to_lab

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
_GLOSS_OWN, _GLOSS_BAND = 0.45, 0.4
"""White that gloss mirrors: in the lips' own highlights, and where the lower lip is roundest."""
_SHINE_GRAIN: Final = 0.012
"""Over the eye distance: what is finer is grain, and gloss that mirrors grain looks frosted."""
_LEAST_SHINE: Final = 3.0
"""Lightness above the surroundings from which on it is shine."""
_SHEEN: Final = {Finish.SATIN: np.float32(0.25), Finish.GLOSS: np.float32(1.0)}
"""Share of gloss's reflection that a finish shows."""
_SPARKLE: Final = 26.0
"""Lightness of the brightest shimmer."""


class BareLips:
    """The lips before any colour is on them; every lip layer reads its light here.

    Attributes:
        rect: the part of the frame.
        pixels: a copy, BGR uint8.
        cover: where lipstick goes, float32 (H, W), 0..1.
        surface: their colour and form.
    """

    def __init__(self, image: NDArray[np.uint8], view: FaceView, rect: Rect) -> None:
        """Take the lips out of a picture; ``rect`` must not be empty."""
        self.rect = rect
        self.pixels = image[rect.slices].copy()
        self.cover = _without_gap(view, rect, fill(rect, [view.lips.outer], view.eyes * _FEATHER))
        self.surface = Surface(to_lab(self.pixels), self.cover, view.eyes * GRAIN)

    @classmethod
    def of(cls, image: NDArray[np.uint8], view: FaceView) -> BareLips | None:
        """The lips of a face; None when they are outside the frame."""
        rect = Rect.around(view.lips.outer, 3 * view.eyes * _FEATHER + 1).clipped(view.frame)
        return None if rect.empty else cls(image, view, rect)


def lip_patch(view: FaceView, lips: BareLips, layer: Layer) -> Patch:
    """Where a layer of lipstick or lip liner lies."""
    alpha = lips.cover if layer.kind is Kind.LIPSTICK else _line(view, lips)
    return Patch(lips.rect, np.asarray(alpha * np.float32(layer.coverage), np.float32))


def _line(view: FaceView, lips: BareLips) -> NDArray[np.float32]:
    """A soft line just inside the outer contour."""
    width = view.eyes * _LINER_WIDTH
    by = np.full(len(view.lips.upper_outer), -width, np.float32)
    within = fill(lips.rect, [view.lips.moved(by, by).outer], width * 0.45)
    return np.asarray(np.clip(lips.cover - within, 0, 1), np.float32)


def _without_gap(view: FaceView, rect: Rect, alpha: NDArray[np.float32]) -> NDArray[np.float32]:
    """Coverage less what would lie on teeth and tongue."""
    if view.lips.openness == 0:
        return alpha
    gap = fill(rect, [view.lips.gap(view.eyes * _TEETH_MARGIN)], view.eyes * _FEATHER * 0.7)
    return np.asarray(alpha * (1 - np.float32(view.lips.openness) * gap), np.float32)


def paint_lips(
    image: NDArray[np.uint8], view: FaceView, lips: BareLips, patch: Patch, layer: Layer, uv: UvRaster
) -> None:
    """Put lipstick or liner on the picture, in place."""
    if layer.finish is Finish.SHEER:
        painted = _film(lips.pixels, layer)
    else:
        out = repaint(lips.surface, lit(layer.color, view.light), layer.finish)
        if layer.finish in (Finish.SHIMMER, Finish.METALLIC):
            sparkle = uv.sparkle(view.landmarks, view.pose, lips.rect)
            out[..., 0] = np.minimum(out[..., 0] + np.float32(_SPARKLE * view.light.level ** (1 / 3)) * sparkle, 100)
        painted = to_bgr(out)
        if layer.finish in _SHEEN:
            painted += (255 - painted) * (_SHEEN[layer.finish] * _reflection(view, lips))[..., None] * view.light.white
    mix(image[patch.rect.slices], painted, patch.alpha)


def mix(pixels: NDArray[np.uint8], painted: NDArray[np.float32], alpha: NDArray[np.float32]) -> None:
    """Move a part of the picture towards what is painted, in place; ``painted`` is 0..255."""
    base = pixels.astype(np.float32)
    change = cv2.multiply(cv2.subtract(painted, base), cv2.merge([alpha, alpha, alpha]))
    cv2.add(pixels, change, dst=pixels, dtype=cv2.CV_8U)


def _film(pixels: NDArray[np.uint8], layer: Layer) -> NDArray[np.float32]:
    """A film that only absorbs, in linear light: deep swatches take more of it than pale ones, none takes all."""
    swatch = np.array([layer.color.blue, layer.color.green, layer.color.red], np.float32) / 255
    linear = swatch**2.2
    transmitted = (1 - _SHEER_DEPTH) + _SHEER_DEPTH * linear / np.sqrt(max(float(linear.max()), 1e-3))
    return np.asarray(pixels.astype(np.float32) * np.minimum(transmitted, 1) ** (1 / 2.2), np.float32)


def _reflection(view: FaceView, lips: BareLips) -> NDArray[np.float32]:
    """Share of the light that gloss reflects, 0..1: the lips' own highlights, and a soft lamp on the roundest parts."""
    detail = cv2.GaussianBlur(lips.surface.lab[..., 0], (0, 0), max(0.5, view.eyes * _SHINE_GRAIN)) - lips.surface.base
    on_lips = detail[lips.cover > 0.5]  # noqa: PLR2004 - half covered
    if len(on_lips) == 0:
        return np.zeros_like(detail)
    ranks = [len(on_lips) * share // 100 for share in (85, 99)]
    low, high = np.partition(on_lips, ranks)[ranks]
    floor = max(float(low), _LEAST_SHINE)
    own = smoothstep(floor, max(float(high), floor + 2.0), np.asarray(detail, np.float32)) * np.float32(_GLOSS_OWN)
    lamp = _lamp(view, lips.rect, lm.LIPS_LOWER_INNER, lm.LIPS_LOWER_OUTER, (0.42, 0.64)) * np.float32(_GLOSS_BAND)
    bow = _lamp(view, lips.rect, lm.LIPS_UPPER_INNER, lm.LIPS_UPPER_OUTER, (0.6, 0.75)) * np.float32(_GLOSS_BAND / 2)
    return np.asarray(np.maximum(np.maximum(own, lamp), bow), np.float32)


def _lamp(
    view: FaceView, rect: Rect, inner: tuple[int, ...], outer: tuple[int, ...], between: tuple[float, float]
) -> NDArray[np.float32]:
    """A lamp's soft reflection on the middle of a lip, between two shares of the way from inner to outer edge."""
    start, end = view.landmarks[list(inner[3:-3]), :2], view.landmarks[list(outer[3:-3]), :2]
    near, far = (start + (end - start) * np.float32(share) for share in between)
    return fill(rect, [np.vstack([near, far[::-1]])], view.eyes * 0.018)
