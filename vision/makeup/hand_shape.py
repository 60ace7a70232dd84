"""The shape of a hand in a picture, drawn around its 21 points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.geometry import Rect

_PALM: Final = (0, 1, 2, 5, 9, 13, 17)
_FINGERS: Final = ((1, 2, 3, 4), (5, 6, 7, 8), (9, 10, 11, 12), (13, 14, 15, 16), (17, 18, 19, 20))
"""Points from the palm to the tip, the thumb first."""
_KNUCKLES: Final = (5, 17)
_BREADTH: Final = 0.42
"""A finger's breadth over that of the four knuckles' outer joints, with what points miss of a moving one."""
_WRIST_TO_KNUCKLE: Final = (0, 9)
_SHORTENED: Final = 0.6
"""The knuckles' breadth over the palm's length: the larger of the two counts where a hand is seen from its edge."""


def hand_shape(points: NDArray[np.float32], rect: Rect, scale: float, margin: float = 0.0) -> NDArray[np.uint8]:
    """Where a hand is, over a rectangle of the frame.

    Args:
        points: shape (21, 2), pixels of the frame.
        rect: the part of the frame.
        scale: size of the result over that of the rectangle.
        margin: added all around, over the breadth of the knuckles.

    Returns:
        1 on the hand, 0 elsewhere, uint8.
    """
    placed = np.round((points - (rect.left, rect.top)) * scale).astype(np.int32)
    size = hand_size(points) * scale
    shape = np.zeros((max(1, round(rect.height * scale)), max(1, round(rect.width * scale))), np.uint8)
    breadth = max(1, round(size * (_BREADTH + 2 * margin)))
    palm = cv2.convexHull(placed[list(_PALM)])
    cv2.fillConvexPoly(shape, palm, 1)
    cv2.polylines(shape, [palm], isClosed=True, color=1, thickness=breadth)
    cv2.polylines(shape, [placed[list(finger)] for finger in _FINGERS], isClosed=False, color=1, thickness=breadth)
    return shape


def hand_size(points: NDArray[np.float32]) -> float:
    """The breadth of a hand's knuckles, pixels, also where it is seen from its edge."""
    across = np.linalg.norm(points[_KNUCKLES[0]] - points[_KNUCKLES[1]])
    along = np.linalg.norm(points[_WRIST_TO_KNUCKLE[0]] - points[_WRIST_TO_KNUCKLE[1]])
    return float(max(across, _SHORTENED * along))
