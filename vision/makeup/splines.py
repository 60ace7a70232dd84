"""Curves through landmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Points = NDArray[np.float32]
    """Shape (N, 2), x and y in pixels."""


def spline(points: Points, steps: int = 4) -> Points:
    """A uniform Catmull-Rom spline through an open arc of N points: (N - 1) * steps + 1 points, the given ones among them."""
    padded = np.vstack([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    before, start, end, after = padded[:-3, None], padded[1:-2, None], padded[2:-1, None], padded[3:, None]
    t = np.linspace(0, 1, steps, endpoint=False, dtype=np.float32)[None, :, None]
    curve = 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t**2
        + (3 * start - before - 3 * end + after) * t**3
    )
    return np.vstack([curve.reshape(-1, 2), points[-1:]]).astype(np.float32)


def resample(curve: Points, count: int) -> Points:
    """``count`` points at equal distances along a curve."""
    lengths = np.linalg.norm(np.diff(curve, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    at = np.linspace(0, along[-1], count)
    return np.stack([np.interp(at, along, curve[:, 0]), np.interp(at, along, curve[:, 1])], axis=1).astype(np.float32)


def arc(landmarks: NDArray[np.float32], indices: Sequence[int], steps: int = 4) -> Points:
    """The spline through some landmarks."""
    return spline(landmarks[list(indices), :2], steps)


def ring(first: Points, second: Points) -> Points:
    """The closed outline of two arcs that share both ends."""
    return np.vstack([first, second[-2:0:-1]])


def normals(curve: Points, away_from: Points) -> Points:
    """Unit vectors across a curve, on the side that faces away from a point."""
    tangents = np.gradient(curve, axis=0)
    across = np.stack([tangents[:, 1], -tangents[:, 0]], axis=1)
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-6)
    outward = float(((curve - away_from) * across).sum()) >= 0
    return np.asarray(across if outward else -across, np.float32)
