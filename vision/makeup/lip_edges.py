"""Where the picture has the edge of the lips: looked for across the mesh's contour, as where lip colour ends.

Lip and skin colours are learned from the picture itself, for the upper and the lower lip apart: from the strip between
the mesh's contours, and from a strip of skin around them. How much likelier a place is lip than skin, summed along a
line across the contour, is greatest at the edge; what is known of lips before looking is added as a prior.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.makeup.lip_contours import POINTS
from vision.makeup.shrink import Shrunk
from vision.makeup.splines import normals

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.makeup.lip_contours import LipContours

_WORK_WIDTH: Final = 160
"""Pixels; the mouth is looked at no larger than this."""
_LEAST_PIXELS: Final = 16
_MARGIN: Final = 0.15
"""Room around the contours, over the eye distance."""
_SOFTNESS: Final = 0.01
"""Over the eye distance: finer detail than this is grain, hair and noise."""
_STEP: Final = 0.005
_SHIFTS: Final = np.arange(-12, 13, dtype=np.float32) * np.float32(_STEP)
"""Where across the contour is looked, outwards, over the eye distance."""
_BETWEEN: Final = np.arange(-12.5, 13, dtype=np.float32) * np.float32(_STEP)
"""Where the edge may lie: between two of the shifts, or beyond them."""
_LIP: Final = np.linspace(0.3, 0.95, 6, dtype=np.float32)
"""Shares of the way from the outer to the inner contour where it is surely lip."""
_SKIN: Final = np.linspace(0.045, 0.12, 8, dtype=np.float32)
"""Over the eye distance outside the contour: surely not lip."""
_CORNERS: Final = 5
"""Points of an arc at either end that teach no lip colour: corners lie in shadow."""
_POOLED: Final = 0.5
"""How far the two colours' covariances are taken to be one: regularised discriminant analysis (Friedman, 1989). The
rim of deep lips has another colour than their middle, so that lips vary more than skin."""
_LEAST_VARIANCE: Final = np.diag([80.0, 2.0, 2.0])
"""Lightness tells least between lip and skin: shadows under the lip and moustaches change it as much."""
_SKIN_LESS_LIP: Final = np.array([-0.5, -0.5, -0.5, 0.5, 0.5, 0.5], np.float32)
_MOST_EVIDENCE: Final = 4.0
"""Natural logarithm of the odds that one place can give: a highlight or a hair must not outvote the rest."""
_WORTH: Final = 1 / 7
"""What a place tells beside its neighbours: a blur makes 2 sqrt(pi) ``_SOFTNESS`` / ``_STEP`` of them alike."""
_SPREAD, _FREEDOM = 0.012, 5
"""The edge about the prior: Student's t, its scale over the eye distance and its degrees of freedom. The mesh is mostly
nearly right and now and then far off; nowhere is the prior so steep that clear evidence cannot outweigh it."""
_AREAS: Final = np.array([[0.095], [0.121]], np.float32)
"""Of the red of the upper and the lower lip, over the eye distance squared: mean height between the corners by width,
of the adults of the Face Research Lab London Set (DeBruine and Jones, 2017). Lips that smile are as much wider as they
are thinner, so their areas are compared rather than their heights."""
_TO_MEAN: Final = 0.25
"""How far the mesh's lips are nearer to the mean in truth: who is measured as far out is so partly by error."""
_LEAST_WIDTH: Final = 0.7
"""Over the eye distance: of a mouth at rest. One that is narrower is pursed or turned away, and its lips come forward
or are seen from the side instead of being higher."""
_ALIKE: Final = 2.0
"""Points of the arc over which neighbours agree."""
_TAPER: Final = np.sqrt(np.clip(np.sin(np.linspace(0, np.pi, POINTS)), 0, 1)).astype(np.float32)
"""Share of the shift along an arc: both arcs end in the corners, where the mesh has them."""


def lip_edges(image: NDArray[np.uint8], contours: LipContours, eyes: float) -> NDArray[np.float32] | None:
    """How far the picture's lip edge lies outside the contours.

    Args:
        image: BGR, shape (H, W, 3).
        contours: where the mesh has the lips.
        eyes: the eye distance, pixels.

    Returns:
        Shift of the upper and of the lower outer contour, over the eye distance, shape (2, 32); None when too little of
        the mouth is in the picture to learn from.
    """
    rect = Rect.around(contours.outer, eyes * _MARGIN).clipped(Rect.of(image))
    if rect.width < _LEAST_PIXELS or rect.height < _LEAST_PIXELS // 2:
        return None
    lip, across, skin = _colors(Shrunk.to_width(image, rect, _WORK_WIDTH), contours, eyes)
    evidence = np.stack([_evidence(*colors) for colors in zip(lip, across, skin, strict=True)])
    return _likeliest(evidence, _expected(contours, eyes))


def _colors(
    small: Shrunk, contours: LipContours, eyes: float
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """CIELAB of lip, across the contour and of skin, of both arcs, each shape (2, 32, N, 3)."""
    outer = np.stack([contours.upper_outer, contours.lower_outer])
    inner = np.stack([contours.upper_inner, contours.lower_inner])
    outward = normals(outer, outer.mean(axis=(0, 1))) * np.float32(eyes)
    within = outer[:, :, None] + (inner - outer)[:, :, None] * _LIP[:, None]
    beyond = outer[:, :, None] + outward[:, :, None] * np.concatenate([_SHIFTS, _SKIN])[:, None]
    at = small.place(np.concatenate([within, beyond], axis=2).reshape(2 * POINTS, -1, 2))
    soft = cv2.GaussianBlur(small.pixels, (0, 0), max(0.5, eyes * small.scale * _SOFTNESS))
    seen = cv2.remap(soft, at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    lab = np.asarray(cv2.cvtColor(seen.astype(np.float32) * np.float32(1 / 255), cv2.COLOR_BGR2LAB), np.float32)
    lab = lab.reshape(2, POINTS, -1, 3)
    first, last = len(_LIP), len(_LIP) + len(_SHIFTS)
    return lab[:, _CORNERS:-_CORNERS, :first], lab[:, :, first:last], lab[:, :, last:]


def _evidence(lip: NDArray[np.float32], across: NDArray[np.float32], skin: NDArray[np.float32]) -> NDArray[np.float32]:
    """Natural logarithm of the odds that a colour across the contour is lip rather than skin, shape (32, 25)."""
    means, spreads = zip(*(_normal(_trimmed(colors.reshape(-1, 3))) for colors in (lip, skin)), strict=True)
    pooled = (spreads[0] + spreads[1]) * np.float32(_POOLED / 2) + _LEAST_VARIANCE
    # With the inverses' Cholesky factors both log-likelihoods are one product, squares, and their weighted sum.
    factors = np.linalg.cholesky(np.linalg.inv(np.stack(spreads) * np.float32(1 - _POOLED) + pooled))
    factor = np.concatenate(factors, axis=1).astype(np.float32)
    from_means = across.reshape(-1, 3) @ factor
    from_means -= np.concatenate([mean @ one for mean, one in zip(means, factors, strict=True)]).astype(np.float32)
    np.square(from_means, out=from_means)
    spread = float(np.log(np.diagonal(factors, axis1=1, axis2=2)).sum(axis=1) @ (1, -1))
    odds = (from_means @ _SKIN_LESS_LIP).reshape(across.shape[:2]) + np.float32(spread)
    return np.asarray(np.clip(odds, -_MOST_EVIDENCE, _MOST_EVIDENCE), np.float32)


def _trimmed(colors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The four fifths nearest to the median: beard, shine and teeth fall away."""
    median = np.partition(colors, len(colors) // 2, axis=0)[len(colors) // 2]
    distance = np.abs(colors - median) @ np.ones(3, np.float32)
    most = len(colors) * 4 // 5
    return colors[np.argpartition(distance, most)[:most]]


def _normal(colors: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mean and covariance of colours, shape (N, 3)."""
    mean = np.full(len(colors), 1 / len(colors), np.float32) @ colors
    centred = colors - mean
    return mean, np.asarray(centred.T @ centred / np.float32(len(colors)), np.float32)


def _expected(contours: LipContours, eyes: float) -> NDArray[np.float32]:
    """Where the edge is before looking, for both lips, over the eye distance from the contour, shape (2, 1)."""
    middle = slice(POINTS // 4, -POINTS // 4)
    upper, lower = contours.upper_outer - contours.upper_inner, contours.lower_outer - contours.lower_inner
    heights = np.linalg.norm(np.stack([upper[middle], lower[middle]]), axis=2).mean(axis=1, keepdims=True) / eyes
    width = float(np.linalg.norm(contours.upper_outer[0] - contours.upper_outer[-1])) / eyes
    return np.asarray((_AREAS / max(width, _LEAST_WIDTH) - heights) * _TO_MEAN, np.float32)


def _likeliest(evidence: NDArray[np.float32], expected: NDArray[np.float32]) -> NDArray[np.float32]:
    """The likeliest edge of each arc, shape (2, 32), over the eye distance."""
    cost = np.empty((2, POINTS, len(_BETWEEN)), np.float32)
    cost[..., 0] = 0
    np.cumsum(evidence * np.float32(-_WORTH), axis=2, out=cost[..., 1:])
    away = (_BETWEEN - expected) / np.float32(_SPREAD)
    cost += (np.log1p(away**2 / _FREEDOM) * np.float32((_FREEDOM + 1) / 2))[:, None]
    return np.stack([_edge(one) for one in cost])


def _edge(cost: NDArray[np.float32]) -> NDArray[np.float32]:
    """The cheapest place for each point of one arc, smooth along it, and back on the contour at the corners."""
    cost = np.asarray(_smooth(cost, _ALIKE))
    best = np.clip(cost.argmin(axis=1), 1, len(_BETWEEN) - 2)
    rows = np.arange(POINTS)
    left, middle, right = cost[rows, best - 1], cost[rows, best], cost[rows, best + 1]
    bend = np.maximum(left + right - 2 * middle, 1e-9)
    fine = np.clip((left - right) / (2 * bend), -1, 1) * np.float32(_STEP)
    shift = _smooth((_BETWEEN[best] + fine)[:, None], 1.5)[:, 0]
    return np.asarray(shift * _TAPER, np.float32)


def _smooth(along: NDArray[np.float32], points: float) -> NDArray[np.float32]:
    """Values of shape (32, N), blurred along the arc."""
    size = (1, 2 * int(3 * points) + 1)
    blurred = cv2.GaussianBlur(along, size, 1e-3, sigmaY=points, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(blurred, np.float32).reshape(along.shape)
