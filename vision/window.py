"""The part of the frame that the landmarker sees: it follows the face, so that a far face fills more of it.

The landmarker remembers where the face was as a fraction of the image it was given. The window therefore stands still
while the face stays well inside it, and moves in one step when it no longer does.
"""

from __future__ import annotations

from typing import Final

from vision.geometry import Rect

_SIDE_IN_FACES: Final = 4.0
"""Window side over face width when it is set anew."""
_LEAST_SHARE: Final = 0.16
_SIDE_IN_A_CROWD: Final = 2.5
"""The same while other faces are in the frame: the landmarker, which wants one, must not be shown its neighbours."""
_MOST_SHARE: Final = 0.6
"""The face's share of the window's width within which the window stays."""
_ROOM: Final = 0.3
"""Of the face's longer side, kept free around it."""
_LEAST_SIDE: Final = 192
"""Pixels; the landmarker's detector works on a picture of this size."""


class FaceWindow:
    """Where to look for the face next.

    Attributes:
        crowded: others are in the frame, so that the window is set closer.
    """

    def __init__(self) -> None:
        """Begin with the whole frame."""
        self.crowded = False
        self._frame = Rect(0, 0, 0, 0)
        self._region = self._frame

    def region(self, frame: Rect) -> Rect:
        """The window in a frame; the whole of it at first and whenever the frame's size changes."""
        if frame != self._frame:
            self._frame = self._region = frame
        return self._region

    def open(self) -> Rect:
        """Go back to the whole frame."""
        self._region = self._frame
        return self._region

    def aim(self, face: Rect) -> Rect:
        """Set the window around a face."""
        faces = _SIDE_IN_A_CROWD if self.crowded else _SIDE_IN_FACES
        side = max(_LEAST_SIDE, round(max(face.width, face.height) * faces))
        if side >= min(self._frame.width, self._frame.height):
            return self.open()
        left = min(max((face.left + face.right - side) // 2, 0), self._frame.width - side)
        top = min(max((face.top + face.bottom - side) // 2, 0), self._frame.height - side)
        self._region = Rect(left, top, left + side, top + side)
        return self._region

    def follow(self, face: Rect) -> None:
        """Stay while the face is well inside; otherwise aim anew."""
        share = face.width / max(1, self._region.width)
        room = face.grown(_ROOM).clipped(self._frame)
        least = 0.0 if self._region.width <= _LEAST_SIDE else _LEAST_SHARE
        if not (least <= share <= _MOST_SHARE and self._region.holds(room)):
            self.aim(face)
