"""Curves through landmarks."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Points = NDArray[np.float32]
    """Shape (N, 2), x and y in pixels."""


def spline(points: Points, steps: int = 4) -> Points:
    """A uniform Catmull-Rom spline through an open arc of N points: (N - 1) * steps + 1 points, the N among them."""
    return np.asarray(_weights(len(points), (len(points) - 1) * steps + 1) @ points, np.float32)


def arc(landmarks: NDArray[np.float32], indices: Sequence[int], count: int = 33) -> Points:
    """``count`` points of the spline through some landmarks, evenly spaced from landmark to landmark."""
    return np.asarray(_weights(len(indices), count) @ landmarks[list(indices), :2], np.float32)


def arcs(landmarks: NDArray[np.float32], indices: Sequence[Sequence[int]], count: int = 33) -> Sequence[Points]:
    """The same for several arcs of as many landmarks each, at the price of one."""
    return list(np.asarray(_weights(len(indices[0]), count) @ landmarks[np.array(indices), :2], np.float32))


@functools.cache
def _weights(points: int, count: int) -> NDArray[np.float32]:
    """The share of each of ``points`` control points in each of ``count`` spline points, shape (count, points)."""
    # The phantom points before the first and after the last go on in a straight line.
    padded = np.zeros((points + 2, points), np.float32)
    padded[1:-1] = np.eye(points)
    padded[0, :2], padded[-1, -2:] = (2, -1), (-1, 2)
    at = np.linspace(0, points - 1, count)
    start = np.minimum(at.astype(int), points - 2)
    t = (at - start)[:, None]
    before, first, second, after = (padded[start + n] for n in range(4))
    return np.asarray(
        0.5
        * (
            2 * first
            + (second - before) * t
            + (2 * before - 5 * first + 4 * second - after) * t**2
            + (3 * first - before - 3 * second + after) * t**3
        ),
        np.float32,
    )


def resample(curve: Points, count: int) -> Points:
    """``count`` points at equal distances along a curve."""
    steps = curve[1:] - curve[:-1]
    along = np.zeros(len(curve), np.float32)
    np.cumsum(np.hypot(steps[:, 0], steps[:, 1]), out=along[1:])
    at = _shares(count) * along[-1]
    points = np.empty((count, 2), np.float32)
    points[:, 0], points[:, 1] = np.interp(at, along, curve[:, 0]), np.interp(at, along, curve[:, 1])
    return points


@functools.cache
def _shares(count: int) -> NDArray[np.float64]:
    return np.linspace(0, 1, count)


def ring(first: Points, second: Points) -> Points:
    """The closed outline of two arcs that share both ends."""
    return np.vstack([first, second[-2:0:-1]])


def normals(curves: NDArray[np.float32], away_from: Points) -> NDArray[np.float32]:
    """Unit vectors across curves, shape (..., N, 2), each curve's on the side that faces away from a point."""
    across = np.empty_like(curves)
    ahead, behind = curves[..., 2:, :], curves[..., :-2, :]
    across[..., 1:-1, 0], across[..., 1:-1, 1] = ahead[..., 1] - behind[..., 1], behind[..., 0] - ahead[..., 0]
    for end, step in ((0, curves[..., 1, :] - curves[..., 0, :]), (-1, curves[..., -1, :] - curves[..., -2, :])):
        across[..., end, 0], across[..., end, 1] = step[..., 1], -step[..., 0]
    length = np.maximum(np.hypot(across[..., 0], across[..., 1]), np.float32(1e-6))
    outward = np.einsum("...ni,...ni->...", curves - away_from, across)
    across /= (length * np.copysign(np.float32(1), outward)[..., None])[..., None]
    return across
