"""Mascara: hairs that grow along the lids, each style with its own rhythm."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from vision.makeup.hairs import outlines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from vision.makeup.eye_frames import EyeFrames, Lines

    Values = NDArray[np.float32]

WIDTH: Final = 0.0065
"""Of a long lash at its root, over the eye distance."""
_LEAST_WIDTH: Final = 0.0025
_SLENDER: Final = 0.045
"""What a lash is wider at its root than the least, over its length."""
_LINE_POINTS: Final = 33
_DOWN, _LEAST_REACH = -0.65, 0.45
"""How far down the lashes of a closed lid point, in shares of their length, and how much of it shows halfway."""
_CURL: Final = 0.3
"""How far a lash bows outwards before it turns up, over its length."""
_RIM: Final = 0.014
"""Over the eye distance: how far below the eye's white the lower lashes grow."""
_LOWER_DROP: Final = 0.75
"""How far down the lower lashes point, over their length."""


@dataclass(frozen=True, slots=True)
class _Style:
    """One way to wear mascara.

    Attributes:
        count: hairs on the upper lid.
        length: of the longest, over the eye distance.
        profile: each hair's relative length along the lid, 0 being the outer corner.
        fan: how far the outermost lean outwards and the innermost inwards, over their height.
        cluster: so many hairs meet in one tip; 1 for none.
        lower: the lower lashes' length over the upper ones'.
    """

    count: int
    length: float
    profile: Callable[[Values], Values]
    fan: tuple[float, float] = (1.5, -0.5)
    cluster: int = 1
    lower: float = 0.0


def _outer_third(at: Values) -> Values:
    return np.asarray(0.35 + 0.65 * np.sin(np.pi * np.clip(0.28 + 0.72 * at, 0, 1)), np.float32)


def _outermost(at: Values) -> Values:
    return np.asarray(1 - 0.72 * at**0.8, np.float32)


def _middle(at: Values) -> Values:
    return np.asarray(0.5 + 0.5 * np.sin(np.pi * at) ** 1.5, np.float32)


_STYLES: Final[Mapping[str, _Style]] = {
    "natural": _Style(30, 0.066, _outer_third),
    "full": _Style(44, 0.088, _outer_third, lower=0.45),
    "wispy": _Style(40, 0.09, _outer_third, cluster=5),
    "cat": _Style(36, 0.104, _outermost, fan=(2.0, 0.2)),
    "doll": _Style(36, 0.094, _middle, fan=(1.3, -0.9), cluster=3, lower=0.6),
}


@dataclass(frozen=True, slots=True)
class _Hairs:
    """The hairs of one lid of one style, in shares of the longest, each shape (N, 1) but the first, (N, 33)."""

    place: Values
    length: Values
    lean: Values


def lashes(frames: EyeFrames, style: str) -> list[NDArray[np.float32]]:
    """Outlines of the hairs of each lid that has mascara, shape (E, N, 7, 2) each."""
    chosen = _STYLES[style]
    longest = np.float32(chosen.length * frames.unit)
    # A lid that closes swings its lashes from above the eye, past the camera, to below it.
    swing = np.float32(_DOWN) + np.float32(1 - _DOWN) * frames.openness
    lids = [_grown(_upper(style), frames, frames.upper, longest, swing)]
    if chosen.lower:
        rim = frames.lower - frames.up * np.float32(_RIM * frames.unit)
        drop = np.full_like(swing, -_LOWER_DROP)
        lids.append(_grown(_lower(style), frames, rim, longest * np.float32(chosen.lower), drop))
    return lids


def _grown(hairs: _Hairs, frames: EyeFrames, line: Lines, longest: np.float32, rise: Values) -> NDArray[np.float32]:
    roots = hairs.place @ line
    reach = hairs.length * longest
    aside = frames.along * (hairs.lean * reach)
    height = np.maximum(np.abs(rise), np.float32(_LEAST_REACH)) * np.sign(rise + np.float32(1e-6))
    tips = roots + aside * np.float32(0.75) + frames.up * (reach * height)
    knees = roots + aside * np.float32(0.55) + frames.up * (reach * (rise * np.float32(_CURL)))
    # Short lashes are fine ones.
    width = hairs.length * (longest * np.float32(_SLENDER)) + np.float32(_LEAST_WIDTH * frames.unit)
    return outlines(roots, knees, tips, width)


@functools.cache
def _upper(style: str) -> _Hairs:
    chosen = _STYLES[style]
    return _hairs(chosen, chosen.count, 0.0, 0.9)


@functools.cache
def _lower(style: str) -> _Hairs:
    chosen = _STYLES[style]
    return _hairs(chosen, chosen.count // 2, 0.06, 0.78)


def _hairs(style: _Style, count: int, first: float, last: float) -> _Hairs:
    """Hairs between two shares of the lid's length, no two alike, and alike in every frame."""
    rng = np.random.default_rng(count)
    spacing = (last - first) / count
    at = np.linspace(first, last, count) + rng.uniform(-0.45, 0.45, count) * spacing
    lean = style.fan[0] + (style.fan[1] - style.fan[0]) * at + rng.uniform(-0.22, 0.22, count)
    length = style.profile(np.clip(at, 0, 1).astype(np.float32)) * rng.uniform(0.6, 1.0, count)
    if style.cluster > 1:
        within = np.arange(count) % style.cluster - style.cluster // 2
        # A clump's hairs lean towards the one in its middle, which is the longest.
        lean += within * 0.16
        length *= np.where(within == 0, 1.0, 0.72 - 0.06 * np.abs(within))
    return _Hairs(_interpolation(np.clip(at, 0, 1)), _column(length), _column(lean))


def _interpolation(at: NDArray[np.float64]) -> Values:
    """The share of each of a line's 33 points in the points at shares of its length, shape (N, 33)."""
    place = at * (_LINE_POINTS - 1)
    return np.asarray(np.maximum(1 - np.abs(place[:, None] - np.arange(_LINE_POINTS)), 0), np.float32)


def _column(values: NDArray[np.floating]) -> Values:
    return np.asarray(values[:, None], np.float32)
