"""Where the lips end: the mesh's contours, moved to where the picture's colour says that lip turns into skin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision import landmarks as lm
from vision.geometry import Rect
from vision.makeup.patch import fill, smoothstep
from vision.makeup.pigment import to_lab
from vision.makeup.shrink import Shrunk
from vision.makeup.splines import arc, normals, ring

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.makeup.splines import Points

POINTS: Final = 32
"""Points an arc."""
_SHUT, _OPEN = 0.015, 0.035
"""Height of the gap between the lips, over the eye distance: painted over up to the first, bare from the second."""
_REACH: Final = 0.06
"""How far a contour may move, over the eye distance."""
_PRIOR: Final = 0.5
"""Cost of moving by the whole reach; a profile that contradicts the contour entirely costs 1."""
_OFFSETS: Final = np.linspace(-1, 1, 25, dtype=np.float32)
_SMOOTH: Final = 2.0
"""Points of the arc over which neighbours agree."""
_WORK_WIDTH: Final = 160
"""Pixels; the picture is looked at no larger than this."""
_LEAST_PIXELS: Final = 16
_INSET: Final = 0.006
"""Paint ends this far inside the lip's edge, over the eye distance, as a steady hand ends it."""
_CORNER_INSET: Final = 0.008
_CORNER_SHARE: Final = 0.15
_VARIANCE_FLOOR: Final = np.diag([50.0, 2.0, 2.0])
"""Lightness tells least between lip and skin: shadows under the lip and moustaches change it as much."""


@dataclass(frozen=True, slots=True)
class LipContours:
    """The four arcs of the mouth, each (32, 2) pixels from the person's right corner to the left.

    Attributes:
        upper_outer, lower_outer, upper_inner, lower_inner: the arcs.
        openness: 0 when the lips touch, 1 when there is a gap that must stay free of paint.
    """

    upper_outer: Points
    lower_outer: Points
    upper_inner: Points
    lower_inner: Points
    openness: float

    @property
    def outer(self) -> Points:
        """The closed outline of the lips."""
        return ring(self.upper_outer, self.lower_outer)

    @property
    def inner(self) -> Points:
        """The closed outline of the gap between them."""
        return ring(self.upper_inner, self.lower_inner)

    def gap(self, margin: float) -> Points:
        """The gap's outline, so many pixels wider on both sides."""
        centre = (self.upper_inner + self.lower_inner) / 2
        across = self.upper_inner - self.lower_inner
        across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-6)
        half = np.linalg.norm(self.upper_inner - self.lower_inner, axis=1, keepdims=True) / 2 + np.float32(margin)
        return ring(centre + across * half, centre - across * half)

    def moved(self, upper: NDArray[np.float32], lower: NDArray[np.float32]) -> LipContours:
        """The outer arcs moved outwards by so many pixels at each of their points, shape (32,)."""
        centre = (self.upper_outer.mean(axis=0) + self.lower_outer.mean(axis=0)) / 2
        return LipContours(
            self.upper_outer + normals(self.upper_outer, centre) * upper[:, None],
            self.lower_outer + normals(self.lower_outer, centre) * lower[:, None],
            self.upper_inner,
            self.lower_inner,
            self.openness,
        )

    def inset(self, eyes: float) -> LipContours:
        """Where paint ends: inside the edge, more so at the thin corners; ``eyes``: the eye distance, pixels."""
        along = np.linspace(0, 1, POINTS, dtype=np.float32)
        corner = np.clip(1 - np.minimum(along, 1 - along) / _CORNER_SHARE, 0, 1)
        by = np.asarray(-eyes * (_INSET + _CORNER_INSET * corner), np.float32)
        return self.moved(by, by)


def mesh_contours(landmarks: NDArray[np.float32], eyes: float) -> LipContours:
    """The contours that the landmarks draw, shape (478, 3); ``eyes`` is the eye distance in pixels."""
    arcs = [
        arc(landmarks, indices, POINTS)
        for indices in (lm.LIPS_UPPER_OUTER, lm.LIPS_LOWER_OUTER, lm.LIPS_UPPER_INNER, lm.LIPS_LOWER_INNER)
    ]
    gap = np.linalg.norm(landmarks[13, :2] - landmarks[14, :2]) / eyes
    return LipContours(arcs[0], arcs[1], arcs[2], arcs[3], float(smoothstep(_SHUT, _OPEN, np.array(gap, np.float32))))


def lip_edges(image: NDArray[np.uint8], contours: LipContours, eyes: float) -> NDArray[np.float32] | None:
    """How far the picture's lip edge lies outside the contours.

    Lip and skin colours are learned from this picture, for the upper and the lower lip apart, and told apart by
    Fisher's linear discriminant in CIELAB.

    Returns:
        Shift of the upper and of the lower outer contour, over the eye distance, shape (2, 32); None when too little of
        the mouth is in the picture to learn from.
    """
    rect = Rect.around(contours.outer, eyes * 0.35).clipped(Rect.of(image))
    if rect.width < _LEAST_PIXELS or rect.height < _LEAST_PIXELS // 2:
        return None
    small = Shrunk.to_width(image, rect, _WORK_WIDTH)
    scale = small.scale
    lab = np.asarray(cv2.GaussianBlur(to_lab(small.pixels), (0, 0), max(0.5, eyes * scale * 0.008)), np.float32)
    local = _Local(contours, small)
    unit = eyes * scale
    lips = fill(local.rect, [local.outer], 0) > 0.5  # noqa: PLR2004 - half covered
    gap = fill(local.rect, [local.inner], unit * 0.01) > 0.1  # noqa: PLR2004 - anything but traces
    inside = (cv2.erode(lips.astype(np.uint8), _disc(unit * 0.02)) > 0) & ~gap
    near = cv2.dilate(lips.astype(np.uint8), _disc(unit * 0.05))
    around = (cv2.dilate(near, _disc(unit * 0.1)) > 0) & (near == 0)
    rows = np.arange(local.rect.height)[:, None]
    edges = []
    for curve, half in ((local.upper, rows < local.middle), (local.lower, rows >= local.middle)):
        lipness = _lipness(lab, inside & half, around & half)
        if lipness is None:
            return None
        edges.append(_edge(lipness, curve, local.centre, unit))
    return np.stack(edges)


class _Local:
    """The contours in the pixels of the small picture."""

    def __init__(self, contours: LipContours, small: Shrunk) -> None:
        to_local = small.place
        self.rect = small.local
        self.upper, self.lower = to_local(contours.upper_outer), to_local(contours.lower_outer)
        self.outer, self.inner = to_local(contours.outer), to_local(contours.inner)
        seam = to_local((contours.upper_inner + contours.lower_inner) * np.float32(0.5))
        order = np.argsort(seam[:, 0])
        columns = np.arange(self.rect.width)
        self.middle = np.interp(columns, seam[order, 0], seam[order, 1])[None, :]
        self.centre = (self.upper.mean(axis=0) + self.lower.mean(axis=0)) / 2


def _disc(radius: float) -> NDArray[np.uint8]:
    size = 2 * max(1, round(radius)) + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)), np.uint8)


def _lipness(
    lab: NDArray[np.float32], inside: NDArray[np.bool_], around: NDArray[np.bool_]
) -> NDArray[np.float32] | None:
    """1 where the colour is the lip's, 0 where it is the skin's; None with too few pixels of either."""
    lip, skin = lab[inside], lab[around]
    if min(len(lip), len(skin)) < _LEAST_PIXELS:
        return None
    lip, skin = _trimmed(lip), _trimmed(skin)
    lip_mean, skin_mean = lip.mean(axis=0), skin.mean(axis=0)
    spread = (_covariance(lip, lip_mean) + _covariance(skin, skin_mean)) / 2 + _VARIANCE_FLOOR
    direction = np.linalg.solve(spread, lip_mean - skin_mean)
    of_skin, of_lip = skin_mean @ direction, lip_mean @ direction
    score = (lab @ direction.astype(np.float32) - of_skin) / max(float(of_lip - of_skin), 1e-6)
    return np.asarray(np.clip(score, -0.5, 1.5), np.float32)


def _covariance(colours: NDArray[np.float32], mean: NDArray[np.float32]) -> NDArray[np.float32]:
    centred = colours - mean
    return np.asarray(centred.T @ centred / np.float32(len(colours)), np.float32)


def _trimmed(colours: NDArray[np.float32]) -> NDArray[np.float32]:
    """The four fifths nearest to the median: beard, shine and teeth fall away."""
    median = np.partition(colours, len(colours) // 2, axis=0)[len(colours) // 2]
    distance = np.abs(colours - median).sum(axis=1)
    most = len(colours) * 4 // 5
    return colours[np.argpartition(distance, most)[:most]]


def _edge(lipness: NDArray[np.float32], curve: Points, centre: Points, eyes: float) -> NDArray[np.float32]:
    """Each point's shift along the normal, over the eye distance, that best parts lip from skin and is near 0."""
    across = normals(curve, centre)
    reach = _REACH * eyes
    at = curve[:, None] + across[:, None] * (_OFFSETS * reach)[None, :, None]
    profile = cv2.remap(lipness, at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    count = len(_OFFSETS)
    as_lip = np.cumsum((1 - profile) ** 2, axis=1)
    as_skin = np.cumsum((profile**2)[:, ::-1], axis=1)[:, ::-1]
    cost = as_skin / count + _PRIOR * _OFFSETS**2
    cost[:, 1:] += as_lip[:, :-1] / count
    cost = cv2.GaussianBlur(cost, (1, 13), 1e-3, sigmaY=_SMOOTH, borderType=cv2.BORDER_REPLICATE)
    best = np.clip(cost.argmin(axis=1), 1, count - 2)
    rows = np.arange(len(curve))
    left, middle, right = cost[rows, best - 1], cost[rows, best], cost[rows, best + 1]
    bend = np.maximum(left + right - 2 * middle, 1e-9)
    fine = np.clip((left - right) / (2 * bend), -1, 1) * (_OFFSETS[1] - _OFFSETS[0])
    shift = ((_OFFSETS[best] + fine) * _REACH).astype(np.float32)
    shift = cv2.GaussianBlur(shift[:, None], (1, 9), 1e-3, sigmaY=1.5, borderType=cv2.BORDER_REPLICATE)[:, 0]
    taper = np.sqrt(np.clip(np.sin(np.linspace(0, np.pi, len(curve))), 0, 1))
    return np.asarray(shift * taper, np.float32)
