"""Where a brow's hairs end: looked for across the brow's axis, as the dark band between the skin above and below.

The mesh draws every brow alike. People's brows are thinner, thicker, lower and longer than that, and a pencil follows
the person. What brows look like on average is the prior, and all there is where hair and skin cannot be told apart.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.makeup.shrink import Shrunk
from vision.makeup.splines import normals, resample, spline

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.makeup.face_view import Eye
    from vision.makeup.splines import Points

COLUMNS: Final = 48
"""Places along the axis, from the tail inwards."""
_STEP: Final = 0.007
_ROWS: Final = np.arange(-20, 21, dtype=np.float32) * np.float32(_STEP)
"""Places across the axis, upwards, over the eye distance."""
_BETWEEN: Final = np.arange(-20.5, 21, dtype=np.float32) * np.float32(_STEP)
"""Where an edge may lie: between two of the rows, or beyond them."""
_ALONG: Final = np.linspace(0, 1, COLUMNS)
_KNOTS: Final = (0.0, 0.06, 0.19, 0.31, 0.45, 0.6, 0.8, 1.0)
TYPICAL: Final = np.stack(
    [
        np.interp(_ALONG, _KNOTS, (-0.03, -0.028, -0.043, -0.06, -0.07, -0.076, -0.077, -0.07)),
        np.interp(_ALONG, _KNOTS, (-0.015, 0.0, 0.022, 0.037, 0.047, 0.05, 0.04, 0.018)),
    ]
).astype(np.float32)
"""The lower and the upper edge of adults' brows on average, over the eye distance from the axis, shape (2, 48).

They are those of 51 people of the Face Research Lab London Set (DeBruine and Jones, 2017), outlined by hand.
"""
_SPREAD, _FREEDOM = 0.022, 5
"""An edge about the typical one: Student's t, its scale over the eye distance and its degrees of freedom. Nowhere is it
so steep that a clear band of hair cannot outweigh it."""
_AGAINST: Final = np.log1p(((_BETWEEN - TYPICAL[:, :, None]) / np.float32(_SPREAD)) ** 2 / _FREEDOM) * np.float32(
    (_FREEDOM + 1) / 2
)
"""What the prior has against each place of an edge, in natural logarithms, shape (2, 48, 42)."""
_HAIR_ENDS: Final = 0.33
"""Share of the full contrast from which on it is brow rather than single hairs about it."""
_WORTH: Final = 2.0
"""Natural logarithm of the odds that a row of full contrast gives."""
_TAIL: Final = 0.15
"""How much longer than the mesh's the axis is at the tail, over the brow's length."""
_PRESENCE: Final = np.interp(_ALONG, (0.0, 0.06, 0.15, 0.3, 1.0), (-2.0, 0.0, 2.0, 4.0, 4.0)).astype(np.float32)
"""Natural logarithm of the odds that a brow reaches a column, before looking: tails end anywhere beyond the mesh's."""
_GAP: Final = 2
"""Columns without hair that do not end the brow."""
_LEAST_LENGTH: Final = 0.5
"""Of the axis."""
_THINNEST, _THICKEST = 0.025, 0.17
"""Over the eye distance, in the middle of a run."""
_FRINGE: Final = 0.25
"""How far above a brow it is lighter than hair, over how far it is below: less is a fringe that hangs over the brow."""
_SOFTNESS: Final = 0.01
"""Over the eye distance: finer detail than this is single hairs."""
_WORK_WIDTH: Final = 144
"""Pixels; a brow is looked at no larger than this."""
_LEAST_PIXELS: Final = 10
_LEAST_CONTRAST: Final = 7
"""Between hair and skin, of 255, below which there is no telling."""


@dataclass(frozen=True, slots=True)
class BrowAxis:
    """The line along a brow, from the tail inwards.

    Attributes:
        points: float32, shape (48, 2), pixels.
        up: unit vectors away from the eye, same shape.
    """

    points: Points
    up: Points


def brow_axis(landmarks: NDArray[np.float32], eye: Eye) -> BrowAxis:
    """The axis that the landmarks draw, shape (478, 3), made longer at the tail."""
    middle = spline((landmarks[list(eye.brow_upper), :2] + landmarks[list(eye.brow_lower), :2]) * np.float32(0.5))
    steps = middle[1:] - middle[:-1]
    outward = middle[0] - middle[2]
    longer = _TAIL * float(np.hypot(steps[:, 0], steps[:, 1]).sum()) / max(math.hypot(outward[0], outward[1]), 1e-6)
    points = resample(np.concatenate([middle[:1] + outward * np.float32(longer), middle]), COLUMNS)
    return BrowAxis(points, normals(points, landmarks[eye.iris[0], :2]))


def outline(axis: BrowAxis, edges: NDArray[np.float32], eyes: float) -> Points:
    """The closed outline of a brow whose edges, shape (2, 48), are given over the eye distance from the axis."""
    below, above = (axis.points + axis.up * (edge * np.float32(eyes))[:, None] for edge in edges)
    return np.vstack([above, below[::-1]]).astype(np.float32)


def brow_edges(image: NDArray[np.uint8], axis: BrowAxis, eyes: float) -> NDArray[np.float32] | None:
    """The lower and the upper edge of the hair, over the eye distance from the axis, shape (2, 48).

    Where there is no hair the two edges meet. None where hair and skin cannot be told apart: under a fringe, in the
    dark, on brows as light as the skin.
    """
    darkness = _darkness(image, axis, eyes)
    if darkness is None:
        return None
    edges, evidence = _bands((darkness - np.float32(_HAIR_ENDS)) * np.float32(_WORTH))
    found = _longest_run((edges[1] > edges[0]) & (evidence + _PRESENCE > 0))
    if found is None or found.stop - found.start < _LEAST_LENGTH * COLUMNS:
        return None
    below, above = edges[:, found]
    if not _THINNEST <= float(np.median(above - below)) <= _THICKEST:
        return None
    return _whole_axis(_smooth(below), _smooth(above), found)


def _darkness(image: NDArray[np.uint8], axis: BrowAxis, eyes: float) -> NDArray[np.float32] | None:
    """How dark each place is between the skin around (0) and the brow's hair (1), shape (48, 41)."""
    grid = axis.points[:, None] + axis.up[:, None] * (_ROWS * np.float32(eyes))[:, None]
    rect = Rect.around(grid.reshape(-1, 2), 2).clipped(Rect.of(image))
    if rect.width < _LEAST_PIXELS or rect.height < _LEAST_PIXELS:
        return None
    small = Shrunk.to_width(image, rect, _WORK_WIDTH)
    grey = np.asarray(cv2.cvtColor(small.pixels, cv2.COLOR_BGR2GRAY), np.float32)
    soft = cv2.GaussianBlur(grey, (0, 0), max(0.5, eyes * small.scale * _SOFTNESS))
    at = small.place(grid.reshape(-1, 2)).reshape(grid.shape)
    seen = np.asarray(
        cv2.remap(soft, at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32
    )
    below, above = _along(_ranked(seen[:, :16], 0.8)), _along(_ranked(seen[:, -14:], 0.7))
    hair = _ranked(seen[:, 14:30], 0.15)
    if np.median((above - hair) / np.maximum(below - hair, 1)) < _FRINGE:
        return None
    share = np.linspace(0, 1, len(_ROWS), dtype=np.float32)
    difference = below[:, None] * (1 - share) + above[:, None] * share - seen
    middle = difference[COLUMNS // 6 : -COLUMNS // 6, len(_ROWS) // 2 - 6 : len(_ROWS) // 2 + 7]
    contrast = float(_ranked(middle.reshape(1, -1), 0.85)[0])
    if contrast < _LEAST_CONTRAST:
        return None
    shares = np.clip(difference / np.float32(contrast), -0.3, 1.3).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(shares, (0, 0), sigmaX=1.0, sigmaY=2.0), np.float32)


def _ranked(values: NDArray[np.float32], share: float) -> NDArray[np.float32]:
    """In each row the value that so great a share of the others is less than."""
    rank = int(values.shape[1] * share)
    return np.asarray(np.partition(values, rank, axis=1)[:, rank], np.float32)


def _along(values: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(
        cv2.GaussianBlur(values[:, None], (1, 15), 1e-3, sigmaY=4.0, borderType=cv2.BORDER_REPLICATE)[:, 0]
    )


def _bands(odds: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """In each column the likeliest lower and upper edge, shape (2, 48), and the odds of hair between them, (48,)."""
    sums = np.zeros((COLUMNS, len(_BETWEEN)), np.float32)
    np.cumsum(odds, axis=1, out=sums[:, 1:])
    lower, upper = -sums - _AGAINST[0], sums - _AGAINST[1]
    # The best lower edge for an upper one is the best of those at or below it.
    high = (upper + np.maximum.accumulate(lower, axis=1)).argmax(axis=1)
    low = np.where(np.arange(len(_BETWEEN)) <= high[:, None], lower, -np.inf).argmax(axis=1)
    rows = np.arange(COLUMNS)
    return np.stack([_BETWEEN[low], _BETWEEN[high]]), np.asarray(sums[rows, high] - sums[rows, low], np.float32)


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
    return np.asarray(cv2.GaussianBlur(steady, (1, 15), 1e-3, sigmaY=2.5, borderType=cv2.BORDER_REPLICATE)[:, 0])


def _whole_axis(below: NDArray[np.float32], above: NDArray[np.float32], found: slice) -> NDArray[np.float32]:
    """Edges for every column; beyond the hair's ends they meet in the middle of the last column with hair."""
    edges = np.empty((2, COLUMNS), np.float32)
    edges[:, found] = below, above
    edges[:, : found.start] = (below[0] + above[0]) / 2
    edges[:, found.stop :] = (below[-1] + above[-1]) / 2
    return edges
