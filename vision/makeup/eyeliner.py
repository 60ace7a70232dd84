"""Eyeliner in six styles: what the tip of the brush covers.

Every point of a line is a sum of points of the lids and of directions of the eye. The shares of that sum are worked out
once for each style; on a frame there is one product of matrices left to do.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from vision.makeup.patch import smoothstep
from vision.makeup.splines import spline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from vision.makeup.eye_frames import EyeFrames

    Shares = NDArray[np.float32]
    """Shape (N, 70): N points, each as a sum of the lids' 2 x 33 points and of four directions."""

_POINTS: Final = 33
_BASIS: Final = np.eye(2 * _POINTS + 4, dtype=np.float32)
_UPPER, _LOWER = _BASIS[:_POINTS], _BASIS[_POINTS : 2 * _POINTS]
_UP, _ALONG, _HIGH, _STEEP = (_BASIS[n : n + 1] for n in range(2 * _POINTS, 2 * _POINTS + 4))
"""Up by the eye distance; outwards by the eye's width; up by the eye's width; up by that times the wing's slope."""
_SHARE: Final = np.linspace(0, 1, _POINTS, dtype=np.float32)[:, None]
"""Along a lash line, 0 being the outer corner."""
_INNER: Final = 0.18
"""Of a liner's thickness that is left at the inner corner."""
_ROOTS: Final = 0.006
"""Over the eye distance: liner reaches down between the roots of the lashes, so that no skin shows there."""
_LEAST_RISE, _MOST_RISE = 0.3, 0.75
"""Slope of a wing against the line between the corners."""
_OUTER_LOWER: Final = 12
"""The point of the lower lash line from which on to the corner it points where the wing goes."""
_CURVE: Final = np.linspace(0, 1, 9, dtype=np.float32)[:, None]
_FOLD: Final = ((0.06, 0.33), (0.38, 0.43), (0.66, 0.4), (0.86, 0.29))
"""Where the socket's fold lies: along from the outer corner, and above the line between the corners, over the eye's
width."""


@dataclass(frozen=True, slots=True)
class _Style:
    """One way to draw a line.

    Attributes:
        thickness: at its thickest, over the eye distance.
        wing: its length beyond the corner, over the eye's width; 0 for none.
        lower: thickness on the lower lid, over the eye distance; 0 for none.
        feather: standard deviation of the edge, over the eye distance.
        floating: thickness of a second line in the fold, that meets the wing; 0 for none.
        inner: how far the line goes on past the inner corner, over the eye's width.
    """

    thickness: float
    wing: float = 0.0
    lower: float = 0.0
    feather: float = 0.0055
    floating: float = 0.0
    inner: float = 0.0


_STYLES: Final[Mapping[str, _Style]] = {
    "classic": _Style(0.034, wing=0.05),
    "tight": _Style(0.015),
    "wing": _Style(0.04, wing=0.27),
    "cat": _Style(0.05, wing=0.38, lower=0.016, inner=0.05),
    "smudged": _Style(0.048, lower=0.036, feather=0.016),
    "graphic": _Style(0.026, wing=0.3, floating=0.02),
}


def feather(style: str) -> float:
    """Standard deviation of a line's edge, over the eye distance."""
    return _STYLES[style].feather


def liner(frames: EyeFrames, style: str) -> list[NDArray[np.float32]]:
    """The closed outlines that make up a line, shape (E, N, 2) each, pixels."""
    high = frames.up * frames.width
    directions = (frames.up * np.float32(frames.unit), frames.along * frames.width, high, high * _rise(frames))
    basis = np.concatenate([frames.upper, frames.lower, *directions], axis=1)
    shares, ends = _drawing(style)
    return np.split(shares @ basis, ends, axis=1)


def _rise(frames: EyeFrames) -> np.float32:
    """The slope of both wings: where the lower lashes point, the same on both sides so that the eyes match."""
    outer = frames.lower[:, 0] - frames.lower[:, _OUTER_LOWER]
    ahead, above = (float(np.vdot(outer, direction[:, 0])) for direction in (frames.along, frames.up))
    return np.float32(min(max(above / max(ahead, 1e-3), _LEAST_RISE), _MOST_RISE))


@functools.cache
def _drawing(style: str) -> tuple[Shares, tuple[int, ...]]:
    """All outlines of a style one after the other, and where in them each but the last ends."""
    chosen = _STYLES[style]
    profile = (_INNER + (1 - _INNER) * smoothstep(1.0, 0.3, _SHARE)) * np.float32(chosen.thickness)
    if chosen.wing == 0:
        profile = profile * (0.35 + 0.65 * smoothstep(0.0, 0.14, _SHARE))
    roots, tops = _UPPER - _UP * np.float32(_ROOTS), _UPPER + _UP * profile
    tip = _UPPER[:1] + (_ALONG + _STEEP) * np.float32(chosen.wing)
    drawn = [_winged(tip, roots, tops, chosen.inner) if chosen.wing else np.concatenate([tops, roots[::-1]])]
    if chosen.floating:
        drawn.append(_in_the_fold(tip, chosen.floating))
    if chosen.lower:
        below = _UP * (smoothstep(0.78, 0.2, _SHARE) * np.float32(chosen.lower))
        drawn.append(np.concatenate([_LOWER, (_LOWER - below)[::-1]]))
    ends = np.cumsum([len(outline) for outline in drawn])[:-1]
    return np.concatenate(drawn), tuple(ends.tolist())


def _winged(tip: Shares, roots: Shares, tops: Shares, inner: float) -> Shares:
    """A line that goes on past the corner in one sweep of the upper edge."""
    joint = _POINTS // 4
    arrival = tops[joint : joint + 1]
    # The sweep leaves the tip towards the lid and arrives along it (a quadratic curve of Bezier's).
    bend = arrival + (arrival - tops[joint + 2 : joint + 3]) * np.float32(1.6)
    sweep = tip * (1 - _CURVE) ** 2 + bend * (2 * _CURVE * (1 - _CURVE)) + arrival * _CURVE**2
    corner = roots[-1:] - _ALONG * np.float32(inner)
    return np.concatenate([sweep, tops[joint + 1 :], corner, roots[::-1]])


def _in_the_fold(tip: Shares, thickness: float) -> Shares:
    """A line of its own in the socket's fold, from the tip of the wing to above the inner corner.

    It hangs from the corners, not from the lid, which moves.
    """
    outer, inner = _UPPER[:1], _UPPER[-1:]
    marks = [outer + (inner - outer) * np.float32(at) + _HIGH * np.float32(high) for at, high in _FOLD]
    curve = spline(np.concatenate([tip, *marks]))
    taper = np.sin(np.pi * np.linspace(0.02, 0.98, len(curve), dtype=np.float32))[:, None] ** np.float32(0.6)
    half = _UP * (taper * np.float32(thickness / 2))
    return np.concatenate([curve + half, (curve - half)[::-1]])
