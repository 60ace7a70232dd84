"""Finding fine print: where bars, or the squares of a matrix, stand so close that a reader may not tell them apart."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

import cv2
import numpy as np

from vision.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

Place = TypeVar("Place")

MOST_PATCHES: Final = 4
"""Of bars, and of squares, in a picture: the clearest. Each takes as long to read as the whole picture at once."""

_CELL: Final = 4
"""Pixels of a side of what is looked at as one."""
_BAND: Final = 18
"""Rows of cells that are worked on at a time."""
_NEIGHBOURS: Final = 7
"""Cells of the side of the square that is looked at around each."""
_SLOPE: Final = 40.0
"""Of brightness, as OpenCV's Sobel has it, which is 8 times grey levels a pixel. Less is no edge of print."""

_AGREEMENT: Final = 0.45
"""Of bars: the share of pixels that slope, those in one direction, or its opposite, less those across it."""
_SHORTEST: Final = 24
_LOWEST: Final = 10
"""Pixels across the bars and along them."""
_FILLED: Final = 0.5
"""Share of its bounding rectangle that a patch fills."""
_BEYOND: Final = 12
"""Pixels around a patch of bars, across them, in which the first and the last may lie."""

_CROWD: Final = 0.72
"""Of squares: the share of pixels that slope, in whatever direction."""
_SMALLEST: Final = 16
_LARGEST: Final = 160
"""Pixels of a side of a matrix; the squares of larger ones are coarse enough for a reader."""
_SQUARE: Final = 2.2
"""How much longer than the other a side of its bounding box may be, however it is turned and tilted."""
_AROUND: Final = 12
"""Pixels around a matrix."""


@dataclass(frozen=True, slots=True)
class BarPatch:
    """A part of a picture with bars in it.

    Attributes:
        angle: of the axis across the bars, radians from the picture's rightward axis towards its downward one.
        across: where the patch begins and ends on that axis, pixels from the picture's corner.
        along: the same on the axis a quarter turn further, at the middle of ``across``.
        skew: how much further along the bars lie with each pixel across: those of something tilted are no rectangle.
    """

    angle: float
    across: tuple[float, float]
    along: tuple[float, float]
    skew: float

    def corners(self) -> NDArray[np.float32]:
        """Its corners in the picture, pixels, shape (4, 2)."""
        cosine, sine = math.cos(self.angle), math.sin(self.angle)
        axes = np.array([[cosine, sine], [-sine, cosine]])
        middle = sum(self.across) / 2
        corners = [(u, v + self.skew * (u - middle)) for u in self.across for v in self.along]
        return np.asarray(np.array(corners) @ axes, np.float32)


@dataclass(frozen=True, slots=True)
class FinePrint:
    """Where to look closer, the clearest first.

    Attributes:
        bars: patches of bars.
        squares: rectangles around what may be a matrix, within the picture.
    """

    bars: tuple[BarPatch, ...]
    squares: tuple[Rect, ...]


def find_fine_print(grey: NDArray[np.uint8]) -> FinePrint:
    """The fine print in a picture, shape (H, W).

    Print slopes nearly everywhere, and each slope counts alike, however steep: the edge of a sleeve is steeper than
    narrow bars, but narrow. For bars, slopes are doubled in angle, so that the two sides of a bar agree, as in M. Kass
    and A. Witkin, "Analyzing Oriented Patterns" (1987).
    """
    east, south, crowd = _directions(grey)
    return FinePrint(_bars(east, south), _squares(crowd, Rect.of(grey)))


def _directions(grey: NDArray[np.uint8]) -> tuple[Floats, Floats, Floats]:
    """Of the pixels around each cell, the mean direction of those that slope, doubled, and the share of them."""
    slopes_x, slopes_y = (np.asarray(slopes, np.int16) for slopes in cv2.spatialGradient(grey))
    height, width = (side // _CELL for side in grey.shape)
    fields = [np.empty((height, width), np.float32) for _ in range(3)]
    # In bands whose fields fit a processor's cache together: the whole of a frame takes five times as long.
    for top in range(0, height, _BAND):
        band = slice(top, min(top + _BAND, height))
        pixels = slice(band.start * _CELL, band.stop * _CELL)
        for field, part in zip(fields, _sloping(slopes_x[pixels], slopes_y[pixels]), strict=True):
            cv2.resize(part, (width, band.stop - band.start), dst=field[band], interpolation=cv2.INTER_AREA)
    around = (_NEIGHBOURS, _NEIGHBOURS)
    east, south, crowd = (np.asarray(cv2.boxFilter(field, -1, around), np.float32) for field in fields)
    return east, south, crowd


def _sloping(slopes_x: NDArray[np.int16], slopes_y: NDArray[np.int16]) -> tuple[Floats, Floats, Floats]:
    """The doubled direction of each pixel that slopes, as the cosine and the sine, and 1; of others three times 0."""
    x, y = slopes_x.astype(np.float32), slopes_y.astype(np.float32)
    squares_x, squares_y = x * x, y * y
    steepness = squares_x + squares_y
    slopes = steepness > _SLOPE * _SLOPE
    weight = slopes / (steepness + 1)
    return (squares_x - squares_y) * weight, 2 * x * y * weight, slopes.astype(np.float32)


def _bars(east: Floats, south: Floats) -> tuple[BarPatch, ...]:
    agreement = np.hypot(east, south)
    found: list[tuple[float, BarPatch]] = []
    for box, inside in _components(agreement > _AGREEMENT):
        angle = math.atan2(float(south[box][inside].sum()), float(east[box][inside].sum())) / 2
        rows, columns = np.nonzero(inside)
        x, y = (columns + box[1].start + 0.5) * _CELL, (rows + box[0].start + 0.5) * _CELL
        across = x * math.cos(angle) + y * math.sin(angle)
        along = y * math.cos(angle) - x * math.sin(angle)
        aside = across - across.mean()
        skew = float(aside @ along) / float(aside @ aside + 1)
        level = along - skew * (across - (across.min() + across.max()) / 2)
        length, breadth = np.ptp(across) + _CELL, np.ptp(level) + _CELL
        if length >= _SHORTEST and breadth >= _LOWEST and len(rows) * _CELL * _CELL >= _FILLED * length * breadth:
            patch = BarPatch(
                angle,
                (float(across.min()) - _BEYOND, float(across.max()) + _BEYOND),
                (float(level.min()) - _CELL / 2, float(level.max()) + _CELL / 2),
                skew,
            )
            found.append((float(agreement[box][inside].sum()), patch))
    return _clearest(found)


def _squares(crowd: Floats, picture: Rect) -> tuple[Rect, ...]:
    found: list[tuple[float, Rect]] = []
    for (rows, columns), inside in _components(crowd > _CROWD):
        height, width = (side * _CELL for side in inside.shape)
        least, most = min(height, width), max(height, width)
        if least >= _SMALLEST and most <= min(_LARGEST, _SQUARE * least) and inside.mean() >= _FILLED:
            corners = np.array([(columns.start, rows.start), (columns.stop, rows.stop)], np.float32) * _CELL
            place = Rect.around(corners, _AROUND).clipped(picture)
            found.append((float(crowd[rows, columns][inside].max()), place))
    return _clearest(found)


def _components(there: NDArray[np.bool_]) -> Iterator[tuple[tuple[slice, slice], NDArray[np.bool_]]]:
    """Each part that hangs together and could be print by its size: its box of cells, and which of those it is."""
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(there.astype(np.uint8), connectivity=4)
    for label, (left, top, width, height, area) in enumerate(np.asarray(boxes).tolist()):
        if label and area * _CELL * _CELL >= _SMALLEST * _SMALLEST * _FILLED:
            box = slice(top, top + height), slice(left, left + width)
            yield box, np.asarray(labels[box]) == label


def _clearest(found: list[tuple[float, Place]]) -> tuple[Place, ...]:
    return tuple(place for _, place in sorted(found, key=lambda each: each[0], reverse=True)[:MOST_PATCHES])
