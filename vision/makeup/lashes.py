"""Mascara: hairs that grow along the lids, each style with its own rhythm."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from vision.makeup.hairs import outlines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from vision.makeup.eye_frames import EyeFrames

    Values = NDArray[np.float32]

WIDTH: Final = 0.0065
"""Of a long lash at its root, over the eye distance."""
_LEAST_WIDTH: Final = 0.0025
_SLENDER: Final = 0.045
"""What a lash is wider at its root than the least, over its length."""
_LINE_POINTS: Final = 33
_DOWN, _LEAST_REACH = -0.65, 0.45
"""How far down the lashes of a closed lid point, in shares of their length, and how much of it shows halfway."""
_SWINGS: Final = 64
"""Steps from closed to open: each moves a tip by less than half a pixel on a face that fills a mirror."""
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


def lashes(frames: EyeFrames, style: str) -> NDArray[np.float32]:
    """Outlines of the hairs of each eye, shape (E, N, 7, 2), pixels."""
    eyes = []
    for eye, openness in enumerate(frames.openness.ravel().tolist()):
        axes = np.concatenate([frames.along[eye], frames.up[eye]]) * np.float32(frames.unit)
        hairs = _hairs(style, round(openness * _SWINGS))
        roots = hairs.place @ np.concatenate([frames.upper[eye], frames.lower[eye]])
        eyes.append(roots[:, None] + (hairs.shape @ axes))
    return np.stack(eyes)


@dataclass(frozen=True, slots=True)
class _Hairs:
    """The hairs of one eye.

    Attributes:
        place: the share of each point of the upper and the lower lash line in each root, shape (N, 66).
        shape: outlines around the roots, outwards and upwards, over the eye distance, shape (N, 7, 2).
    """

    place: Values
    shape: Values


@functools.lru_cache(maxsize=512)
def _hairs(style: str, swing: int) -> _Hairs:
    """The hairs of a style on an eye that is open by ``swing`` of 64 steps."""
    chosen = _STYLES[style]
    # A lid that closes swings its lashes from above the eye, past the camera, to below it.
    rise = _DOWN + (1 - _DOWN) * swing / _SWINGS
    upper = _lid(chosen, chosen.count, (0.0, 0.9), chosen.length, rise)
    nowhere = np.zeros_like(upper.place)
    place = np.concatenate([upper.place, nowhere], axis=1)
    if not chosen.lower:
        return _Hairs(place, upper.shape)
    lower = _lid(chosen, chosen.count // 2, (0.06, 0.78), chosen.length * chosen.lower, -_LOWER_DROP)
    below = np.concatenate([np.zeros_like(lower.place), lower.place], axis=1)
    rim = np.array([0, -_RIM], np.float32)
    return _Hairs(np.concatenate([place, below]), np.concatenate([upper.shape, lower.shape + rim]))


def _lid(style: _Style, count: int, ends: tuple[float, float], longest: float, rise: float) -> _Hairs:
    """Hairs between two shares of a lid's length, no two alike, and alike in every frame.

    Args:
        style: its rhythm.
        count: how many.
        ends: of the part of the lid that they grow on.
        longest: over the eye distance.
        rise: how far up they point, over their length.
    """
    rng = np.random.default_rng(count)
    at = np.linspace(*ends, count) + rng.uniform(-0.45, 0.45, count) * (ends[1] - ends[0]) / count
    lean = style.fan[0] + (style.fan[1] - style.fan[0]) * at + rng.uniform(-0.22, 0.22, count)
    length = style.profile(np.clip(at, 0, 1).astype(np.float32)) * rng.uniform(0.6, 1.0, count) * longest
    if style.cluster > 1:
        within = np.arange(count) % style.cluster - style.cluster // 2
        # A clump's hairs lean towards the one in its middle, which is the longest.
        lean += within * 0.16
        length *= np.where(within == 0, 1.0, 0.72 - 0.06 * np.abs(within))
    height = math.copysign(max(abs(rise), _LEAST_REACH), rise)
    tips = np.stack([0.75 * lean * length, height * length], axis=1)
    knees = np.stack([0.55 * lean * length, _CURL * rise * length], axis=1)
    # Short lashes are fine ones.
    width = _SLENDER * length + _LEAST_WIDTH
    roots = np.zeros_like(tips)
    root, knee, tip = (np.asarray(each[None], np.float32) for each in (roots, knees, tips))
    shape = outlines(root, knee, tip, np.asarray(width[None, :, None], np.float32))[0]
    return _Hairs(_interpolation(np.clip(at, 0, 1)), shape)


def _interpolation(at: NDArray[np.float64]) -> Values:
    """The share of each of a line's 33 points in the points at shares of its length, shape (N, 33)."""
    place = at * (_LINE_POINTS - 1)
    return np.asarray(np.maximum(1 - np.abs(place[:, None] - np.arange(_LINE_POINTS)), 0), np.float32)
