"""What of a face is hidden by somebody who stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.landmarks import FACE_OVAL
from vision.makeup.occlusion import Visible
from vision.messages import UNSURE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from vision.frames import Face

_SIDE: Final = 64
"""Pixels of the small picture of a face."""
_HAIR: Final = 0.1
"""How far a head reaches over the oval of its face, over the face's size: paint must not lie on a passer-by's hair."""
_CLEARLY: Final = 0.1
"""Share of the distance by which somebody must be nearer, or farther, for another order than before.

Heads do not pass through each other: whoever comes to stand before somebody is nearer by a head's depth, 20 cm, which
is more than this up to 2 m. Distances are told from the size of faces, which sways by less.
"""


class DepthOrder:
    """Who stands before whom, remembered for each two, so that noise does not make two at like distance change over."""

    def __init__(self) -> None:
        """Nobody is known."""
        self._nearer: dict[tuple[int, int], bool] = {}

    def keep(self, numbers: Collection[int]) -> None:
        """Forget everybody but these."""
        self._nearer = {pair: nearer for pair, nearer in self._nearer.items() if all(n in numbers for n in pair)}

    def hiding(self, face: Face, faces: Sequence[Face]) -> list[Visible]:
        """Where a face is seen beside each of ``faces`` that is nearer to the camera and reaches over it."""
        box = Rect.around(face.landmarks)
        nearer = [other for other in faces if other is not face and self._is_nearer(other, face)]
        around = ((other, Rect.around(other.landmarks)) for other in nearer)
        return [_beside(other, rect) for other, rect in around if not rect.grown(_HAIR).clipped(box).empty]

    def _is_nearer(self, one: Face, other: Face) -> bool:
        if one.id > other.id:
            return not self._is_nearer(other, one)
        mine, theirs = _distance(one), _distance(other)
        nearer = mine <= theirs
        if abs(mine - theirs) < _CLEARLY * max(mine, theirs):
            nearer = self._nearer.get((one.id, other.id), nearer)
        if one.id != UNSURE:
            self._nearer[one.id, other.id] = nearer
        return nearer


def _distance(face: Face) -> float:
    """From the camera, centimetres."""
    return float(-face.pose[2, 3])


def _beside(face: Face, box: Rect) -> Visible:
    rect = box.grown(_HAIR)
    scale = np.array((_SIDE / rect.width, _SIDE / rect.height), np.float32)
    oval = (face.landmarks[list(FACE_OVAL), :2] - (rect.left, rect.top)) * scale
    seen = np.ones((_SIDE, _SIDE), np.float32)
    cv2.fillConvexPoly(seen, cv2.convexHull(np.round(oval).astype(np.int32)), 0.0)
    reach = 2 * round(_HAIR * _SIDE) + 1
    return Visible(rect, np.asarray(cv2.erode(seen, np.ones((reach, reach), np.uint8)), np.float32))
