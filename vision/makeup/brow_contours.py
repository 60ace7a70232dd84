"""Where a brow's hairs end: looked for across the brow's axis, as the darkest band between the skin above and below.

The mesh draws every brow alike. People's brows are thinner, thicker, lower and longer than that, and a pencil follows
the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.makeup.splines import arc, normals, resample

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.makeup.face_view import Eye
    from vision.makeup.splines import Points

COLUMNS: Final = 48
"""Places along the axis, from the tail inwards."""
_ROWS: Final = 41
"""Places across it."""
_REACH: Final = 0.14
"""How far from the axis is looked, over the eye distance."""
_TAIL: Final = 0.15
"""How much longer than the mesh's the axis is at the tail, over the brow's length."""
_SOFTNESS: Final = 0.012
"""Over the eye distance: finer detail than this is single hairs."""
_LEAST_CONTRAST: Final = 3.0
"""Lightness between hair and skin below which there is no telling."""
_THRESHOLD: Final = 0.22
"""Share of the full contrast from which on it is brow: people call the sparse fringe brow too."""
_PRIOR: Final = 0.5
"""What lying at the end of the reach counts against a place, in shares of the contrast."""
_LEAST_WEIGHT: Final = 0.3
"""Sum of contrast shares over a column's rows that makes the column a part of the brow."""
_GAP: Final = 2
"""Columns without hair that do not end the brow."""
_THINNEST, _THICKEST = 0.025, 0.17
"""Over the eye distance; what is thicker is a fringe of hair hanging over the brow."""
_LEAST_LENGTH: Final = 0.5
"""Of the axis."""


@dataclass(frozen=True, slots=True)
class BrowAxis:
    """The line along a brow, from the tail inwards.

    Attributes:
        points: float32, shape (48, 2), pixels.
        up: unit vectors away from the eye, same shape.
        mesh_edges: the mesh's lower and upper edge, over the eye distance from the axis, shape (2, 48).
    """

    points: Points
    up: Points
    mesh_edges: NDArray[np.float32]


def brow_axis(landmarks: NDArray[np.float32], eye: Eye, eyes: float) -> BrowAxis:
    """The axis of the landmarks, shape (478, 3), made longer at the tail; ``eyes`` is the eye distance, pixels."""
    upper, lower = arc(landmarks, eye.brow_upper), arc(landmarks, eye.brow_lower)
    middle = (upper + lower) / 2
    length = float(np.linalg.norm(np.diff(middle, axis=0), axis=1).sum())
    outward = middle[0] - middle[4]
    tail = middle[0] + outward / max(float(np.linalg.norm(outward)), 1e-6) * np.float32(_TAIL * length)
    points = resample(np.vstack([tail[None], middle]).astype(np.float32), COLUMNS)
    half = np.linalg.norm(upper - lower, axis=1).mean() / 2 / eyes
    pointed = np.clip(np.linspace(0, 1, COLUMNS) / (2 * _TAIL), 0, 1)
    edges = np.stack([-half * pointed, half * pointed]).astype(np.float32)
    return BrowAxis(points, normals(points, landmarks[list(eye.upper), :2].mean(axis=0)), edges)


def outline(axis: BrowAxis, edges: NDArray[np.float32], eyes: float) -> Points:
    """The closed outline of a brow whose edges, shape (2, 48), are given over the eye distance from the axis."""
    below, above = (axis.points + axis.up * (edge * np.float32(eyes))[:, None] for edge in edges)
    return np.vstack([above, below[::-1]]).astype(np.float32)


def brow_edges(image: NDArray[np.uint8], axis: BrowAxis, eyes: float) -> NDArray[np.float32] | None:
    """The lower and the upper edge of the hair, over the eye distance from the axis, shape (2, 48).

    Where there is no hair the two edges meet. None where hair and skin cannot be told apart: under a fringe, in the
    dark, on brows as light as the skin.
    """
    across = np.linspace(-_REACH, _REACH, _ROWS, dtype=np.float32)
    darkness = _darkness(image, axis, across, eyes)
    if darkness is None:
        return None
    score = darkness - _THRESHOLD - np.float32(_PRIOR) * (across / _REACH) ** 2
    low, high, weight = _darkest_bands(score)
    found = _longest_run(weight > _LEAST_WEIGHT)
    if found is None:
        return None
    step = across[1] - across[0]
    below, above = (across[0] - step / 2 + edge[found] * step for edge in (low, high))
    thickness = float(np.median(above - below))
    if not _THINNEST <= thickness <= _THICKEST or len(below) < _LEAST_LENGTH * COLUMNS:
        return None
    return _whole_axis(_smooth(below), _smooth(above), found)


def _darkness(
    image: NDArray[np.uint8], axis: BrowAxis, across: NDArray[np.float32], eyes: float
) -> NDArray[np.float32] | None:
    """How dark each place is between the skin around (0) and the brow's hair (1), shape (48, 41)."""
    grid = axis.points[:, None] + axis.up[:, None] * (across * np.float32(eyes))[None, :, None]
    rect = Rect.around(grid.reshape(-1, 2), 2).clipped(Rect.of(image))
    if rect.width < _ROWS // 4 or rect.height < _ROWS // 4:
        return None
    lab = cv2.cvtColor(image[rect.slices].astype(np.float32) * np.float32(1 / 255), cv2.COLOR_BGR2LAB)
    lightness = cv2.GaussianBlur(lab[..., 0], (0, 0), max(0.5, eyes * _SOFTNESS))
    x, y = grid[..., 0] - np.float32(rect.left), grid[..., 1] - np.float32(rect.top)
    seen = cv2.remap(lightness, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    below = _along(np.percentile(seen[:, :16], 80, axis=1))
    above = _along(np.percentile(seen[:, -10:], 70, axis=1))
    share = np.linspace(0, 1, _ROWS, dtype=np.float32)
    skin = below[:, None] * (1 - share) + above[:, None] * share
    difference = skin - seen
    contrast = float(np.percentile(difference[8:-8, _ROWS // 2 - 6 : _ROWS // 2 + 7], 85))
    if contrast < _LEAST_CONTRAST:
        return None
    shares = np.clip(difference / np.float32(contrast), -0.3, 1.3).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(shares, (0, 0), sigmaX=1.5, sigmaY=1.2), np.float32)


def _along(values: NDArray[np.floating]) -> NDArray[np.float32]:
    column = values.astype(np.float32)[:, None]
    return np.asarray(cv2.GaussianBlur(column, (1, 15), 1e-3, sigmaY=4.0, borderType=cv2.BORDER_REPLICATE)[:, 0])


def _darkest_bands(score: NDArray[np.float32]) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """In each column the band of rows with the greatest sum: first row, row after the last, and the sum."""
    sums = np.concatenate([np.zeros((len(score), 1), np.float32), np.cumsum(score, axis=1)], axis=1)
    # The best band that ends at a row begins where the sum before it was least.
    least = np.minimum.accumulate(sums, axis=1)
    gain = sums - least
    high = gain.argmax(axis=1)
    rows = np.arange(len(score))
    before = np.where(np.arange(sums.shape[1])[None, :] <= high[:, None], sums, np.inf)
    return before.argmin(axis=1), high, np.asarray(gain[rows, high], np.float32)


def _longest_run(present: NDArray[np.bool_]) -> slice | None:
    """The longest stretch of columns with hair, small gaps included."""
    columns = np.flatnonzero(present)
    if len(columns) == 0:
        return None
    runs = np.split(columns, np.flatnonzero(np.diff(columns) > _GAP) + 1)
    longest = max(runs, key=len)
    return slice(int(longest[0]), int(longest[-1]) + 1)


def _smooth(edge: NDArray[np.float32]) -> NDArray[np.float32]:
    column = np.ascontiguousarray(edge, np.float32)[:, None]
    steady = cv2.medianBlur(column, 5)
    return np.asarray(cv2.GaussianBlur(steady, (1, 9), 1e-3, sigmaY=1.5, borderType=cv2.BORDER_REPLICATE)[:, 0])


def _whole_axis(below: NDArray[np.float32], above: NDArray[np.float32], found: slice) -> NDArray[np.float32]:
    """Edges for every column; beyond the hair's ends they meet in the middle of the last column with hair."""
    edges = np.empty((2, COLUMNS), np.float32)
    edges[:, found] = below, above
    edges[:, : found.start] = (below[0] + above[0]) / 2
    edges[:, found.stop :] = (below[-1] + above[-1]) / 2
    return edges
