"""Which part of the camera's picture is shown: it follows the face, slowly, so that it never leaves the glass."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from vision.messages import FaceSummary

_FACE_HEIGHT: Final = 0.5
"""The face's share of the height that is shown, where the picture has the pixels for it."""

_FACES_WIDTH: Final = 0.72
"""The share of the width that several faces together may fill."""

_FACE_CENTRE: Final = 0.47
"""Where the face's middle stands, from the top: hair needs more room than a neck."""

_MOST_ZOOM: Final = 2.0
_DEAD_ZONE: Final = 0.07
"""The face may wander this far, in shares of what is shown, before the picture follows."""

_DEAD_ZOOM: Final = 1.15
_SETTLED: Final = 0.01
_SAME: Final = 1e-6
_SECONDS: Final = 0.7
"""The time constant of following."""

_PATIENCE: Final = 3.0
"""So long, in seconds, nobody needs to be there before the picture goes back to the middle."""


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of the picture, in fractions 0..1 of its width and height."""

    x: float
    y: float
    width: float
    height: float

    def frame_x(self, share: float) -> float:
        """Where a share 0..1 of the crop's width lies in the whole picture's width."""
        return self.x + share * self.width

    def frame_y(self, share: float) -> float:
        """Where a share 0..1 of the crop's height lies in the whole picture's height."""
        return self.y + share * self.height


class Framing:
    """Follows a face with a crop of a given shape."""

    def __init__(self) -> None:
        """Show the middle until there is a face."""
        self._at: Crop | None = None
        self._goal: Crop | None = None
        self._time = 0.0
        self._seen_at = 0.0

    def update(self, face: FaceSummary | None, frame_aspect: float, area_aspect: float, now: float) -> Crop:
        """The part to show now.

        Args:
            face: the box around those who take part, in fractions of the frame; None when nobody is there.
            frame_aspect, area_aspect: width over height of the camera's picture and of the place where it is shown.
            now: seconds, never running backwards.
        """
        widest = _widest(frame_aspect, area_aspect)
        if self._at is None or not _same_shape(self._at, widest):
            self._at = self._goal = _around(face, widest) if face else widest
        elif face is not None:
            self._seen_at = now
            wanted = _around(face, widest)
            if self._goal is None or _far(wanted, self._goal):
                self._goal = wanted
        elif now - self._seen_at > _PATIENCE:
            self._goal = widest
        share = 1 - exp(-max(0.0, now - self._time) / _SECONDS)
        self._time = now
        self._at = _towards(self._at, self._goal or widest, share)
        return self._at


def _widest(frame_aspect: float, area_aspect: float) -> Crop:
    width = min(1.0, area_aspect / frame_aspect)
    height = min(1.0, frame_aspect / area_aspect)
    return Crop((1 - width) / 2, (1 - height) / 2, width, height)


def _around(face: FaceSummary, widest: Crop) -> Crop:
    tall = _FACE_HEIGHT * widest.height / max(face.bottom - face.top, 1e-3)
    wide = _FACES_WIDTH * widest.width / max(face.right - face.left, 1e-3)
    zoom = min(_MOST_ZOOM, max(1.0, min(tall, wide)))
    width, height = widest.width / zoom, widest.height / zoom
    x = (face.left + face.right) / 2 - width / 2
    y = (face.top + face.bottom) / 2 - height * _FACE_CENTRE
    return Crop(min(max(x, 0.0), 1 - width), min(max(y, 0.0), 1 - height), width, height)


def _same_shape(crop: Crop, widest: Crop) -> bool:
    return abs(crop.width * widest.height - crop.height * widest.width) < _SAME


def _far(wanted: Crop, goal: Crop) -> bool:
    zoom = wanted.height / goal.height
    dx = abs(wanted.x + wanted.width / 2 - goal.x - goal.width / 2) / goal.width
    dy = abs(wanted.y + wanted.height / 2 - goal.y - goal.height / 2) / goal.height
    return max(dx, dy) > _DEAD_ZONE or not 1 / _DEAD_ZOOM < zoom < _DEAD_ZOOM


def _towards(at: Crop, goal: Crop, share: float) -> Crop:
    if abs(goal.width - at.width) + abs(goal.x - at.x) + abs(goal.y - at.y) < _SETTLED * goal.width * 0.1:
        return goal
    return Crop(
        at.x + (goal.x - at.x) * share,
        at.y + (goal.y - at.y) * share,
        at.width + (goal.width - at.width) * share,
        at.height + (goal.height - at.height) * share,
    )
