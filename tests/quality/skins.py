"""The sample portrait in skins from fair to deep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from tests.vision.faces import moved, portrait
from vision.geometry import Rect
from vision.light import to_linear, to_srgb
from vision.looks import Color
from vision.makeup.face_view import LEFT_EYE, RIGHT_EYE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.frames import Face

SKINS: Final = {
    "fair": Color.parse("#ECCDBB"),
    "medium": Color.parse("#C89878"),
    "tan": Color.parse("#9C6A4A"),
    "deep": Color.parse("#5E3C2C"),
}
SCALE: Final = 3
_CHEEKS: Final = (50, 101, 118, 280, 330, 347)
_MARGIN: Final = 0.4
"""Around the face, of its size."""
_SOFT: Final = 0.03
"""Of the face's width."""
_RELIEF: Final = 0.06
"""Standard deviation of the light on pores and lines, which the enlarged portrait has lost, over its mean."""


def enlarged(face: Face) -> Face:
    """The sample portrait's face, where it is in a picture from ``recoloured``."""
    at, around = (SCALE - 1) / 2, _around(face)
    return moved(face, SCALE, at - around.left * SCALE, at - around.top * SCALE)


def recoloured(face: Face, skin: Color) -> NDArray[np.uint8]:
    """The portrait's head three times as large, skin and lips as dark and as warm as if the cheeks were of a colour.

    Eyes and surroundings stay: the light is the same.
    """
    head = portrait()[_around(face).slices]
    image = cv2.resize(head, None, fx=SCALE, fy=SCALE, interpolation=cv2.INTER_CUBIC)
    linear = to_linear(image.astype(np.float32) / np.float32(255))
    at = np.round(enlarged(face).landmarks[list(_CHEEKS), :2]).astype(int)
    wanted = to_linear(np.array([skin.blue, skin.green, skin.red], np.float32) / np.float32(255))
    gains = wanted / np.median(linear[at[:, 1], at[:, 0]], axis=0)
    change = 1 + _skin(enlarged(face), (image.shape[0], image.shape[1]))[..., None] * (gains - 1)
    relief = 1 + np.random.default_rng(0).normal(0, _RELIEF, (*image.shape[:2], 1)).astype(np.float32)
    return np.rint(to_srgb(np.clip(linear * change * relief, 0, 1)) * 255).astype(np.uint8)


def _around(face: Face) -> Rect:
    return Rect.around(face.landmarks).grown(_MARGIN).clipped(Rect.of(portrait()))


def _skin(face: Face, shape: tuple[int, int]) -> NDArray[np.float32]:
    """1 on the face, 0 on its eyes and around it, soft between."""
    mask = np.zeros(shape, np.float32)
    points = np.round(face.landmarks[:, :2]).astype(np.int32)
    cv2.fillConvexPoly(mask, cv2.convexHull(points), 1.0)
    for eye in (RIGHT_EYE, LEFT_EYE):
        cv2.fillConvexPoly(mask, cv2.convexHull(points[[*eye.upper, *eye.lower]]), 0.0)
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), _SOFT * np.ptp(points[:, 0])), np.float32)
