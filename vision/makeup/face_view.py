"""One face of one frame, as the painters see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from vision import landmarks as lm
from vision.makeup.patch import smoothstep
from vision.makeup.splines import arcs, ring

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from vision.frames import Face
    from vision.geometry import Rect
    from vision.light import Light
    from vision.makeup.lip_contours import LipContours
    from vision.makeup.splines import Points

_TURN_BEGINS, _TURN_ENDS = 30.0, 50.0
"""Degrees of yaw between which the far eye's paint fades: beyond, the landmarks there are guesses."""


@dataclass(frozen=True, slots=True)
class Eye:
    """One eye's landmarks.

    Attributes:
        upper, lower: lash lines, outer corner first.
        brow_upper, brow_lower: the brow's edges, outer end first.
        iris: the centre, then four points on its rim.
    """

    upper: tuple[int, ...]
    lower: tuple[int, ...]
    brow_upper: tuple[int, ...]
    brow_lower: tuple[int, ...]
    iris: tuple[int, ...]


RIGHT_EYE: Final = Eye(lm.RIGHT_EYE_UPPER, lm.RIGHT_EYE_LOWER, lm.RIGHT_BROW_UPPER, lm.RIGHT_BROW_LOWER, lm.RIGHT_IRIS)
LEFT_EYE: Final = Eye(lm.LEFT_EYE_UPPER, lm.LEFT_EYE_LOWER, lm.LEFT_BROW_UPPER, lm.LEFT_BROW_LOWER, lm.LEFT_IRIS)


_LIDS: Final = (RIGHT_EYE.upper, RIGHT_EYE.lower, LEFT_EYE.upper, LEFT_EYE.lower)


@dataclass(frozen=True, slots=True)
class FaceView:
    """What painting a face needs.

    Attributes:
        landmarks: float32, shape (478, 3), pixels of the frame.
        eyes: the eye distance, pixels: the unit of every width and feather.
        frame: the frame's rectangle.
        lips: where the lips' paint ends.
        brows: the outline of each eye's brow; empty when the look leaves brows alone.
        light: the scene's light.
        pose: float32, shape (4, 4), canonical face to camera.
        lids: each eye's upper and lower lash line, (33, 2) pixels each, outer corner first.
        yaw: degrees that the face looks past the camera to the picture's right; its left side turns away then.
    """

    landmarks: NDArray[np.float32]
    eyes: float
    frame: Rect
    lips: LipContours
    brows: Mapping[Eye, Points]
    light: Light
    pose: NDArray[np.float32]
    lids: Mapping[Eye, tuple[Points, Points]]
    yaw: float

    @property
    def turned_away(self) -> bool:
        """Whether the head is turned so far that one eye shows less of its paint."""
        return abs(self.yaw) > _TURN_BEGINS

    def opening(self, eye: Eye) -> Points:
        """The outline of an eye between its lids, shape (64, 2), pixels."""
        upper, lower = self.lids[eye]
        return ring(upper, lower)

    def eyes_in_view(self) -> tuple[tuple[Eye, float], ...]:
        """The eyes that can be painted, each with how much of its paint to show, 0..1."""
        away = smoothstep(_TURN_BEGINS, _TURN_ENDS, np.array([-self.yaw, self.yaw], np.float32))
        both = ((RIGHT_EYE, 1 - float(away[0])), (LEFT_EYE, 1 - float(away[1])))
        return tuple((eye, share) for eye, share in both if share > 0)


def lids(landmarks: NDArray[np.float32]) -> dict[Eye, tuple[Points, Points]]:
    """The lash lines that the landmarks draw, shape (478, 3)."""
    upper_right, lower_right, upper_left, lower_left = arcs(landmarks, _LIDS)
    return {RIGHT_EYE: (upper_right, lower_right), LEFT_EYE: (upper_left, lower_left)}


def eye_distance(face: Face) -> float:
    """Pixels between the pupils, in three dimensions so that a turned head keeps its size; at least 1."""
    return max(1.0, float(np.linalg.norm(face.landmarks[lm.RIGHT_IRIS[0]] - face.landmarks[lm.LEFT_IRIS[0]])))
