"""Regions of pixels: what people marked, what was painted, how far the two agree, and where they do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tests.quality.people import Points

    Region = NDArray[np.bool_]
    """Shape (H, W)."""

_SUBPIXEL_BITS: Final = 3
_CORNER: Final = 0.15
"""Share of a region's length, from either end, that is its corner."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a painted region agrees with the true one.

    Attributes:
        iou: intersection over union, 0..1.
        spill: share of the paint that lies outside, 0..1; 0 when there is no paint.
        bare: share of the true region without paint, 0..1.
    """

    iou: float
    spill: float
    bare: float


@dataclass(frozen=True, slots=True)
class Flaw:
    """The place where a painted region disagrees most with the true one.

    Attributes:
        over: paint goes beyond the region there; else the region stays bare there.
        place: in words, such as "the upper edge".
        share: pixels that disagree, over the true region's area.
    """

    over: bool
    place: str
    share: float


def polygon(shape: tuple[int, int], ring: Points, *holes: Points) -> Region:
    """The pixels of a polygon, those on its line included, without those of the holes.

    Args:
        shape: rows and columns.
        ring: the outline; vertices count to an eighth of a pixel.
        holes: outlines of what is cut out.
    """
    mask = np.zeros(shape, np.uint8)
    cv2.fillPoly(mask, [_fixed_point(ring)], 1, shift=_SUBPIXEL_BITS)
    for hole in holes:
        cv2.fillPoly(mask, [_fixed_point(hole)], 0, shift=_SUBPIXEL_BITS)
    return mask > 0


def _fixed_point(ring: Points) -> NDArray[np.int32]:
    return np.round(ring * (1 << _SUBPIXEL_BITS)).astype(np.int32)


def agreement(truth: Region, painted: Region) -> Agreement:
    """Compare two regions of one shape; the true one must not be empty."""
    both = int(np.count_nonzero(truth & painted))
    true, paint = int(np.count_nonzero(truth)), int(np.count_nonzero(painted))
    return Agreement(both / (true + paint - both), (paint - both) / max(1, paint), (true - both) / true)


def worst_flaw(truth: Region, painted: Region, ring: Points, places: Sequence[str], gap: Region | None = None) -> Flaw:
    """Where a painted region goes wrong most.

    Args:
        truth, painted: the regions.
        ring: the true region's outline, which gives its axis.
        places: what to call its left and right end, its upper and lower edge, and its gap.
        gap: what lies within the outline and is not of the region.
    """
    shape = truth.shape
    rows, columns = np.indices(shape, np.float32)
    centre, along = _axis(ring)
    across = np.array([-along[1], along[0]])
    x = (columns - centre[0]) * along[0] + (rows - centre[1]) * along[1]
    y = (columns - centre[0]) * across[0] + (rows - centre[1]) * across[1]
    reach = (ring - centre) @ along
    length = reach.max() - reach.min()
    left, right = x < reach.min() + _CORNER * length, x > reach.max() - _CORNER * length
    inside = np.zeros(shape, bool) if gap is None else gap
    middle = ~left & ~right & ~inside
    sectors = (left & ~inside, right & ~inside, middle & (y < 0), middle & (y >= 0), inside)
    area = max(1, int(np.count_nonzero(truth)))
    flaws = [
        Flaw(over, place, int(np.count_nonzero(wrong & sector)) / area)
        for over, wrong in ((True, painted & ~truth), (False, truth & ~painted))
        for place, sector in zip(places, sectors, strict=False)
    ]
    return max(flaws, key=lambda flaw: flaw.share)


def _axis(ring: Points) -> tuple[Points, Points]:
    """The centre of an outline, and the direction in which it is longest, to the right."""
    centre = ring.mean(axis=0)
    along = np.linalg.svd(ring - centre)[2][0]
    return centre, along if along[0] >= 0 else -along
