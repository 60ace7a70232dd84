"""Finding where bars stand close together in a picture, and drawing them as one profile.

Where bars are nearly as narrow as pixels, no row of pixels shows them. But the rows cross the bars at places that
differ by parts of a pixel: put together along the bars, they say more than any of them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

STEPS: Final = 4
"""Samples of a profile to a pixel."""

MOST_PATCHES: Final = 4
"""Of a picture, the clearest; each takes as long to read as a third of the picture's look for codes."""

_CELL: Final = 4
"""Pixels of a side of what is looked at as one."""
_NEIGHBOURS: Final = 7
"""Cells of the side of the square whose slopes are compared."""
_SLOPE: Final = 40.0
"""Of brightness, by OpenCV's Sobel: a sixth of it is grey levels a pixel. Less is no bar's edge."""
_AGREEMENT: Final = 0.45
"""Share of a square's pixels that slope, in one direction or its opposite."""
_SHORTEST: Final = 24
_LOWEST: Final = 10
"""Pixels across the bars and along them."""
_FILLED: Final = 0.5
"""Share of its bounding rectangle that a patch of bars fills."""
_BEYOND: Final = 12
"""Pixels of a profile before the first bar and after the last, at most."""
_INSIDE: Final = 2
"""Pixels that rows stay away from the ends of bars."""
_FEW: Final = 8
"""Rows that are enough to see how bars lean."""
_UNGLARED: Final = 0.5
"""Share of the rows, the darkest, that count: a lamp's reflection only adds."""


@dataclass(frozen=True, slots=True)
class BarPatch:
    """A part of a picture with bars in it.

    Attributes:
        angle: of the axis across the bars, radians from the picture's rightward axis towards its downward one.
        across: where the patch begins and ends on that axis, pixels from the picture's corner.
        along: the same on the axis a quarter turn further.
    """

    angle: float
    across: tuple[float, float]
    along: tuple[float, float]

    def corners(self) -> NDArray[np.float64]:
        """Its corners in the picture, pixels, shape (4, 2)."""
        axes = np.array([[math.cos(self.angle), math.sin(self.angle)], [-math.sin(self.angle), math.cos(self.angle)]])
        return np.asarray(np.array([(u, v) for u in self.across for v in self.along]) @ axes, np.float64)


def find_bars(grey: NDArray[np.uint8]) -> list[BarPatch]:
    """The patches of bars in a picture, shape (H, W), the clearest first.

    The slopes of brightness are doubled in angle, so that the two sides of a bar agree, as in M. Kass and A. Witkin,
    "Analyzing Oriented Patterns" (1987). Each slope counts alike, however steep: the edge of a sleeve is steeper than
    narrow bars, but bars slope nearly everywhere.
    """
    slopes_x, slopes_y = (np.asarray(slopes, np.float32) for slopes in cv2.spatialGradient(grey))
    squares_x, squares_y = slopes_x * slopes_x, slopes_y * slopes_y
    steepness = squares_x + squares_y
    weight = (steepness > _SLOPE * _SLOPE) / (steepness + 1)
    east, south = _gathered((squares_x - squares_y) * weight), _gathered(2 * slopes_x * slopes_y * weight)
    agreement = np.hypot(east, south)
    agreed = (agreement > _AGREEMENT).astype(np.uint8)
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(agreed, connectivity=4)
    found = list(_patches(np.asarray(labels, np.int32), np.asarray(boxes, np.int32), east, south, agreement))
    found.sort(key=lambda patch: patch[0], reverse=True)
    return [patch for _, patch in found[:MOST_PATCHES]]


def profile_of(grey: NDArray[np.uint8], patch: BarPatch) -> NDArray[np.float32]:
    """The brightness across a patch's bars, ``STEPS`` samples a pixel, put together along the bars.

    Bars of something that is tilted are not quite parallel, and not quite where the patch says: they are followed by
    what makes the profile most lively.
    """
    across = np.arange(patch.across[0], patch.across[1], 1 / STEPS, dtype=np.float32)
    along = np.arange(patch.along[0] + _INSIDE, patch.along[1] - _INSIDE + 0.1, dtype=np.float32)
    slant, spread = 0.0, 0.0
    few, coarse = along[:: max(1, len(along) // _FEW)], across[::2]
    for slant_step, spread_step in ((0.03, 0.0006), (0.01, 0.0003), (0.005, 0.00015)):
        tries = [(slant + i * slant_step, spread + j * spread_step) for i in range(-2, 3) for j in range(-1, 2)]
        slant, spread = max(tries, key=lambda lean: _liveliness(_rows(grey, patch.angle, coarse, few, *lean)))
    rows = np.sort(_rows(grey, patch.angle, across, along, slant, spread), axis=0)
    return np.asarray(rows[: max(1, round(len(rows) * _UNGLARED))].mean(axis=0, dtype=np.float32), np.float32)


def _gathered(field: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean around each cell."""
    height, width = field.shape
    cells = cv2.resize(field, (width // _CELL, height // _CELL), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.boxFilter(cells, -1, (_NEIGHBOURS, _NEIGHBOURS)), np.float32)


def _patches(
    labels: NDArray[np.int32],
    boxes: NDArray[np.int32],
    east: NDArray[np.float32],
    south: NDArray[np.float32],
    agreement: NDArray[np.float32],
) -> Iterator[tuple[float, BarPatch]]:
    """Each component of the size and shape of bars, with how clear it is."""
    for label in range(1, len(boxes)):
        left, top, width, height, area = boxes[label].tolist()
        if area * _CELL * _CELL < _SHORTEST * _LOWEST:
            continue
        box = slice(top, top + height), slice(left, left + width)
        inside = labels[box] == label
        angle = math.atan2(float(south[box][inside].sum()), float(east[box][inside].sum())) / 2
        rows, columns = np.nonzero(inside)
        x, y = (columns + left + 0.5) * _CELL, (rows + top + 0.5) * _CELL
        across = x * math.cos(angle) + y * math.sin(angle)
        along = y * math.cos(angle) - x * math.sin(angle)
        length, breadth = np.ptp(across) + _CELL, np.ptp(along) + _CELL
        if length >= _SHORTEST and breadth >= _LOWEST and area * _CELL * _CELL >= _FILLED * length * breadth:
            yield (
                float(agreement[box][inside].sum()),
                BarPatch(
                    angle,
                    (float(across.min()) - _BEYOND, float(across.max()) + _BEYOND),
                    (float(along.min()) - _INSIDE, float(along.max()) + _INSIDE),
                ),
            )


def _rows(
    grey: NDArray[np.uint8],
    angle: float,
    across: NDArray[np.float32],
    along: NDArray[np.float32],
    slant: float,
    spread: float,
) -> NDArray[np.uint8]:
    """The picture's brightness on rows across the bars, shape (len(along), len(across)).

    ``slant`` is how far bars lean, ``spread`` how much more of it they do with each pixel across.
    """
    lean = slant + spread * (across - across.mean())
    u = across + np.outer(along - along.mean(), lean)
    x = u * math.cos(angle) - along[:, np.newaxis] * math.sin(angle)
    y = u * math.sin(angle) + along[:, np.newaxis] * math.cos(angle)
    drawn = cv2.remap(
        grey, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(drawn, np.uint8)


def _liveliness(rows: NDArray[np.uint8]) -> float:
    steps = np.diff(rows.mean(axis=0, dtype=np.float32))
    return float(steps @ steps)
