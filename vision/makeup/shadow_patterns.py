"""Where the colours of an eyeshadow go: zones of the lid, laid on in the order in which an artist does."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

import numpy as np

from vision import landmarks as lm
from vision.makeup.brush import at, drawn, filled, over
from vision.makeup.patch import smoothstep
from vision.makeup.splines import spline

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vision.makeup.brush import Texture
    from vision.makeup.splines import Points

_CREASE: Final = (33, 247, 30, 29, 27, 28, 56, 190, 133)
"""The lid's fold on the person's right, outer corner first; as many points as the upper lash line."""
_BELOW_BROW: Final = (33, 113, 225, 224, 223, 222, 221, 189, 133)
_BELOW_LASHES: Final = (33, 25, 110, 24, 23, 22, 26, 112, 133)
"""A finger's breadth under the lower lash line."""
_LASHES, _FOLD, _BONE = 0.0, 1.0, 2.0
"""Levels of the lid: the upper lash line, the fold, and the bone under the brow."""
_ROOTS: Final = 0.35
"""Under the lash line, in shares of the open eye: colour begins beneath the roots of the lashes. The eye itself is cut
out of the picture, not of the pattern."""
_STEPS: Final = 33


def shadow(style: str, colors: int) -> tuple[Texture, ...]:
    """Coverage of each colour on the right lid, in the order of painting.

    Raises:
        KeyError: there is no such placement.
    """
    alone, palette = _PLACEMENTS[style]
    chosen = (alone,) if colors == 1 else palette[:colors]
    return tuple(_mixed(zones) for zones in chosen)


def _mixed(zones: Mapping[str, float]) -> Texture:
    return over(_ZONES[zone]() * np.float32(strength) for zone, strength in zones.items())


def _level(height: float, start: float = 0.0, end: float = 1.0) -> Points:
    """A line along the lid at a height between its levels, from a share of its length (0 outer, 1 inner) to another."""
    lashes, crease, bone = at(lm.RIGHT_EYE_UPPER), at(_CREASE), at(_BELOW_BROW)
    if height < _LASHES:
        line = lashes + (lashes - at(lm.RIGHT_EYE_LOWER)) * np.float32(height)
    elif height < _FOLD:
        line = lashes + (crease - lashes) * np.float32(height)
    else:
        line = crease + (bone - crease) * np.float32(height - _FOLD)
    curve = spline(line)
    first, last = (round(share * (_STEPS - 1)) for share in (start, end))
    return curve[first : last + 1]


def _band(low: float, high: float, softness: float, start: float = 0.0, end: float = 1.0) -> Texture:
    return filled(np.vstack([_level(low, start, end), _level(high, start, end)[::-1]]), softness)


@functools.cache
def _wash() -> Texture:
    return _band(-_ROOTS, 1.3, 0.007)


@functools.cache
def _lid() -> Texture:
    return _band(-_ROOTS, 1.12, 0.005)


@functools.cache
def _flat() -> Texture:
    """The lid up to a clean line above the fold."""
    return _band(-_ROOTS, 1.25, 0.0025)


@functools.cache
def _fold() -> Texture:
    corner = at((113,))[0] * np.float32(0.4) + at((247,))[0] * np.float32(0.6)
    return drawn(np.vstack([corner[None], _level(1.25, 0.1, 0.78)]), 0.016, 0.0105)


@functools.cache
def _cut() -> Texture:
    """Above a clean line over the fold, fading to the brow."""
    above = over((_band(1.25, 1.6, 0.004, 0.0, 0.92), drawn(_level(1.6, 0.06, 0.82), 0.02, 0.011) * np.float32(0.9)))
    return np.asarray(above * (1 - _flat()), np.float32)


@functools.cache
def _upper() -> Texture:
    """The whole lid, densest at the lashes and gone under the brow."""
    steps = ((1.85, 0.014, 0.4), (1.55, 0.011, 0.7), (1.15, 0.007, 1.0))
    return over(_band(-_ROOTS, high, softness) * np.float32(strength) for high, softness, strength in steps)


@functools.cache
def _outer() -> Texture:
    """The outer V: the corner, a third of the lash line, and the outer fold."""
    corner = at((33, 130, 226, 113))
    wing = corner[0] * np.float32(0.35) + corner[2] * np.float32(0.25) + corner[3] * np.float32(0.4)
    outline = np.vstack([_level(-0.1, 0.0, 0.3)[::-1], wing[None], _level(1.35, 0.12, 0.34)])
    return filled(outline.astype(np.float32), 0.0085)


@functools.cache
def _inner_third() -> Texture:
    return _band(-_ROOTS, 1.2, 0.0075, 0.72, 0.97)


@functools.cache
def _inner_corner() -> Texture:
    return drawn(at((155, 243, 173)), 0.008, 0.006)


@functools.cache
def _centre() -> Texture:
    return _band(-_ROOTS, 1.15, 0.009, 0.4, 0.68)


@functools.cache
def _brow_bone() -> Texture:
    return drawn(_level(1.85, 0.2, 0.55), 0.008, 0.008)


@functools.cache
def _lower() -> Texture:
    """Along the lower lash line, fading inwards."""
    lashes, below = at(lm.RIGHT_EYE_LOWER), at(_BELOW_LASHES)
    line = spline(lashes + (below - lashes) * np.float32(0.25))
    inwards = smoothstep(0.45, 1.0, np.linspace(0, 1, len(line), dtype=np.float32))
    fading = [drawn(line[: n + 2], 0.009, 0.006) * (1 - inwards[n]) for n in (14, 20, 26)]
    return over(fading)


_ZONES: Final[Mapping[str, Callable[[], Texture]]] = {
    "wash": _wash,
    "lid": _lid,
    "flat": _flat,
    "fold": _fold,
    "cut": _cut,
    "upper": _upper,
    "outer": _outer,
    "inner_third": _inner_third,
    "inner_corner": _inner_corner,
    "centre": _centre,
    "brow_bone": _brow_bone,
    "lower": _lower,
}

_LIGHT: Final = {"inner_corner": 0.85, "brow_bone": 0.45}
_PLACEMENTS: Final[Mapping[str, tuple[Mapping[str, float], tuple[Mapping[str, float], ...]]]] = {
    "lid": ({"wash": 1.0}, ({"wash": 1.0}, {"fold": 0.75}, {"outer": 0.85}, _LIGHT, {"lower": 0.8})),
    "crease": (
        {"fold": 1.0, "lid": 0.5},
        ({"lid": 0.8}, {"fold": 1.0}, {"outer": 0.9}, _LIGHT, {"lower": 0.8}),
    ),
    "halo": (
        {"inner_third": 0.95, "outer": 1.0, "fold": 0.8, "lid": 0.3},
        (
            {"lid": 1.0},
            {"inner_third": 0.9, "outer": 0.9, "fold": 0.85},
            {"outer": 0.9, "inner_third": 0.5},
            {"centre": 0.9},
            {"lower": 0.8},
        ),
    ),
    "smoky": (
        {"upper": 1.0, "outer": 1.0, "lower": 1.0},
        (
            {"upper": 1.0, "lower": 0.7},
            {"fold": 0.85},
            {"outer": 1.0, "lower": 0.35},
            {"inner_corner": 0.7},
            {"lower": 1.0},
        ),
    ),
    "cut_crease": (
        {"cut": 1.0, "outer": 0.7},
        ({"flat": 1.0}, {"cut": 1.0}, {"outer": 0.9}, _LIGHT, {"lower": 0.8}),
    ),
}
"""For each placement, how strong a single colour is in which zones, and then the colours of a palette in their order:
lid, fold, outer corner, light, lower lash line."""
