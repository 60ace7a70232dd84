"""Brow colour: the hair tinted, and what is bare between the hairs filled; the brow's own shape is kept."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.makeup.coat import LUMA
from vision.makeup.hairs import draw, outlines
from vision.makeup.patch import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from vision.geometry import Rect
    from vision.makeup.splines import Points

_STROKE_WIDTH: Final = 0.008
"""Over the eye distance."""
_STROKES: Final = 22
"""In each of the two rows."""
_GREYS: Final = np.arange(256, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Style:
    """One way to fill a brow.

    Attributes:
        feather: standard deviation of the edge, over the eye distance.
        fill: coverage between the strokes, 0..1.
        contrast: how much of the hair's own light and dark shows.
        strokes: whether single hairs are drawn.
        front: coverage at the inner end, where brows are thin, over that of the tail.
        ramp: where coverage is whole, from the inner end, over the brow's length.
    """

    feather: float
    fill: float
    contrast: float
    front: float
    ramp: float
    strokes: bool = False


_STYLES: Final[Mapping[str, _Style]] = {
    "natural": _Style(feather=0.013, fill=0.75, contrast=1.0, front=0.5, ramp=0.2),
    "defined": _Style(feather=0.008, fill=0.7, contrast=0.5, front=0.55, ramp=0.15, strokes=True),
    "ombre": _Style(feather=0.013, fill=1.0, contrast=0.45, front=0.2, ramp=0.6),
}


def feather(style: str) -> float:
    """Standard deviation of a brow's edge, over the eye distance."""
    return _STYLES[style].feather


def covered(rect: Rect, outline: Points, unit: float, style: str) -> NDArray[np.float32]:
    """Where a brow is, 0..1, over a rectangle of the frame; ``outline`` closed, ``unit`` the eye distance, pixels."""
    return fill(rect, [outline], unit * _STYLES[style].feather)


def density(rect: Rect, outline: Points, unit: float, style: str) -> NDArray[np.float32]:
    """How much of the pencil's colour lies on a brow, over a rectangle of the frame, 0..1.

    Args:
        rect: not empty.
        outline: closed, the upper edge from the tail inwards and the lower one back, as many points each.
        unit: the eye distance, pixels.
        style: one of the kind's.
    """
    chosen = _STYLES[style]
    dense = _fading(rect, outline, chosen)
    if chosen.strokes:
        hairs = draw(rect, _strokes(outline, unit), _STROKE_WIDTH * unit)
        dense *= 1 + hairs * np.float32((1 / chosen.fill - 1) / 255)
    return dense


def _fading(rect: Rect, outline: Points, style: _Style) -> NDArray[np.float32]:
    """How full the brow is from its inner end to its tail."""
    half = len(outline) // 2
    inner = (outline[half - 1] + outline[half]) / 2
    way = outline[0] - inner
    rise = np.float32(style.fill * (1 - style.front) / max(float(way @ way) * style.ramp, 1e-3)) * way
    columns = (np.arange(rect.left, rect.right, dtype=np.float32) - inner[0]) * rise[0]
    rows = (np.arange(rect.top, rect.bottom, dtype=np.float32) - inner[1]) * rise[1]
    least = np.float32(style.fill * style.front)
    fading = (rows + least)[:, None] + columns
    np.maximum(fading, least, out=fading)
    return np.asarray(np.minimum(fading, np.float32(style.fill), out=fading), np.float32)


def _strokes(outline: Points, unit: float) -> NDArray[np.float32]:
    """Outlines of hairs that grow upwards at the inner end and outwards at the tail, shape (N, 7, 2)."""
    half = len(outline) // 2
    edges = np.concatenate([outline[:half], outline[half:][::-1]])
    marks = (_growth(half) @ edges).reshape(3, 1, -1, 2)
    return np.asarray(outlines(marks[0], marks[1], marks[2], _STROKE_WIDTH * unit)[0], np.float32)


@functools.cache
def _growth(points: int) -> NDArray[np.float32]:
    """The share of each point of the upper and the lower edge in the roots, knees and tips, shape (3 N, 2 points)."""
    rng = np.random.default_rng(points)
    at = np.concatenate([np.linspace(0.1, 0.97, _STROKES), np.linspace(0.16, 0.99, _STROKES)])
    at = np.clip(at + rng.uniform(-0.012, 0.012, len(at)), 0, 1)
    low = np.repeat([0.06, 0.42], _STROKES) + rng.uniform(-0.05, 0.08, len(at))
    out = 0.05 + 0.1 * (1 - at)
    rise = np.repeat([0.5, 0.48], _STROKES)
    return np.concatenate(
        [
            _shares(at, low, points),
            _shares(at - 0.35 * out, low + 0.6 * rise, points),
            _shares(at - out, low + rise, points),
        ]
    )


def _shares(at: NDArray[np.float64], height: NDArray[np.float64], points: int) -> NDArray[np.float32]:
    place = np.clip(at, 0, 1) * (points - 1)
    along = np.maximum(1 - np.abs(place[:, None] - np.arange(points)), 0)
    up = np.clip(height, 0, 1)[:, None]
    return np.concatenate([along * up, along * (1 - up)], axis=1).astype(np.float32)


def tinted(
    pixels: NDArray[np.uint8], alpha: NDArray[np.float32], color: NDArray[np.float32], style: str
) -> NDArray[np.uint8]:
    """A brow in the pencil's colour, BGR, shape (H, W, 3).

    The hair's light and dark stays, in proportion, around the pencil's own. A pencil never bleaches: where hair is
    darker it keeps its lightness, and little of the pencil's colour shows.

    Args:
        pixels: the brow as it is.
        alpha: what of it is brow, 0..1.
        color: the pencil's under the scene's light, BGR 0..255, shape (3,).
        style: one of the kind's.
    """
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    mean = max(cv2.mean(grey, (alpha > 0.5).view(np.uint8))[0], 1.0)  # noqa: PLR2004 - half covered
    tints = _tints(_STYLES[style].contrast, round(mean), *(round(channel) for channel in color.tolist()))
    return np.asarray(cv2.LUT(cv2.merge([grey, grey, grey]), tints), np.uint8)


@functools.lru_cache(maxsize=256)
def _tints(contrast: float, mean: int, *color: int) -> NDArray[np.uint8]:
    """What becomes of each grey of a brow, shape (1, 256, 3)."""
    swatch = np.array(color, np.float32)
    own_light = _GREYS / np.float32(max(float(swatch @ LUMA), 1.0))
    shade = np.minimum(1 + (_GREYS / np.float32(mean) - 1) * np.float32(contrast), own_light)
    shown = np.minimum(own_light, 1)[:, None]
    table = shade[:, None] * swatch * shown + _GREYS[:, None] * (1 - shown)
    return np.asarray(np.minimum(table + np.float32(0.5), 255)[None], np.uint8)
