"""Finding the landmarks of a tilted face in a photo: once more in a picture that is turned until the face is upright.

The landmark model is handed its crop turned upright, by the eyes that the face detector saw. In a video the crop
follows the landmarks of the frame before; in a photo the detector's rough eyes are all there is, and the more a head is
tilted the farther off the landmarks are.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.landmarks import LEFT_IRIS, RIGHT_IRIS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.faces import Landmarker, Landmarks

_LEAST_TILT: Final = 12.0
"""Degrees; up to here the landmarks of a first look are as good as those of a second."""
_SIDE: Final = 2.5
"""Of the turned picture, over the face's longer side."""
_SAME_FACE: Final = 0.3
"""Overlap of the face found again with where it must be."""
_MOST_PIXELS: Final = 768
"""Side of the turned picture; the landmark model sees a face in 256."""


def tilt_degrees(points: NDArray[np.float32]) -> float:
    """How far a face with these landmarks, shape (478, 3), is tilted towards the picture's right and down."""
    across = points[LEFT_IRIS[0]] - points[RIGHT_IRIS[0]]
    return math.degrees(math.atan2(float(across[1]), float(across[0])))


def found_upright(landmarker: Landmarker, image: NDArray[np.uint8], face: Landmarks) -> Landmarks:
    """The face, looked for again when it is tilted; as it was when it is not, or is not found again.

    Args:
        landmarker: one for photos.
        image: BGR, shape (H, W, 3).
        face: as a first look at this image found it.
    """
    tilt = tilt_degrees(face.points)
    if abs(tilt) < _LEAST_TILT:
        return face
    longer = max(face.box.width, face.box.height) * _SIDE
    side = round(min(longer, _MOST_PIXELS))
    scale = side / longer
    centre = face.points[:, :2].mean(axis=0)
    turn = cv2.getRotationMatrix2D((float(centre[0]), float(centre[1])), tilt, scale)
    turn[:, 2] += side / 2 - centre
    turned = np.asarray(cv2.warpAffine(image, turn, (side, side), borderMode=cv2.BORDER_REPLICATE), np.uint8)
    room = round((side - side / _SIDE) / 2)
    middle = Rect(room, room, side - room, side - room)
    again = max(landmarker.find(turned, Rect.of(turned), 0), key=lambda one: one.box.overlap(middle), default=None)
    if again is None or again.box.overlap(middle) < _SAME_FACE:
        return face
    back = cv2.invertAffineTransform(turn).astype(np.float32)
    points = np.empty_like(again.points)
    points[:, :2] = again.points[:, :2] @ back[:, :2].T + back[:, 2]
    points[:, 2] = again.points[:, 2] / np.float32(scale)
    return replace(again, points=points, box=Rect.around(points))
