"""What of a face is hidden by somebody who stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.landmarks import FACE_OVAL
from vision.makeup.occlusion import Visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vision.frames import Face

_SIDE: Final = 64
"""Pixels of the small picture of a face."""
_HAIR: Final = 0.1
"""How far a head reaches over the oval of its face, over the face's size: paint must not lie on a passer-by's hair."""


def hidden_by_nearer(face: Face, faces: Sequence[Face]) -> list[Visible]:
    """Where a face is seen beside each of ``faces`` that is nearer (taller) and reaches over it."""
    box = Rect.around(face.landmarks)
    others = ((other, Rect.around(other.landmarks)) for other in faces if other is not face)
    return [
        _beside(other, around)
        for other, around in others
        if around.height > box.height and not around.grown(_HAIR).clipped(box).empty
    ]


def _beside(face: Face, box: Rect) -> Visible:
    rect = box.grown(_HAIR)
    scale = np.array((_SIDE / rect.width, _SIDE / rect.height), np.float32)
    oval = (face.landmarks[list(FACE_OVAL), :2] - (rect.left, rect.top)) * scale
    seen = np.ones((_SIDE, _SIDE), np.float32)
    cv2.fillConvexPoly(seen, cv2.convexHull(np.round(oval).astype(np.int32)), 0.0)
    reach = 2 * round(_HAIR * _SIDE / 2) + 1
    return Visible(rect, np.asarray(cv2.erode(seen, np.ones((reach, reach), np.uint8)), np.float32))
