"""Where a head is and how it is turned, from its landmarks.

MediaPipe's own matrices take the picture that it is given for the whole of the camera's view. The tracker gives it a
window, so the pose is solved here, in the frame.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from vision.mesh import canonical_mesh

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.frames import Face

FIELD_OF_VIEW: Final = math.radians(63)
"""Vertical, of a camera that nobody calibrated."""

_RIGID: Final = {
    4: 0.0709, 6: 0.0321, 10: 0.0084, 33: 0.0587, 54: 0.0077, 67: 0.0091, 117: 0.0098, 119: 0.0146, 121: 0.0186,
    127: 0.0052, 129: 0.1206, 132: 0.0056, 133: 0.0533, 136: 0.0669, 143: 0.0148, 147: 0.0143, 198: 0.0255,
    205: 0.0473, 263: 0.0587, 284: 0.0077, 297: 0.0091, 346: 0.0098, 348: 0.0146, 350: 0.0186, 356: 0.0052,
    358: 0.1206, 361: 0.0056, 362: 0.0533, 365: 0.0669, 372: 0.0148, 376: 0.0143, 420: 0.0255, 425: 0.0473,
}  # fmt: skip
"""Landmarks that move with the skull, and how much each counts, as the landmark model's metadata has them."""

_ON_BEHALF_OF_THE_CAMERA: Final = np.array([1, -1, -1], np.float32)
"""Pixels have y down and z away from the camera; the canonical face has y up and z towards it."""


class PoseSolver:
    """Solves poses in frames of any size."""

    def __init__(self) -> None:
        """Take the skull's points of the canonical face.

        Raises:
            AssetError: the landmark model, which carries the face, is missing.
        """
        self._indices = np.array(list(_RIGID))
        weights = np.array(list(_RIGID.values()), np.float32)
        self._weights = (weights / weights.sum())[:, None]
        vertices = canonical_mesh().vertices[self._indices]
        self._centre = (self._weights * vertices).sum(axis=0)
        self._centred = vertices - self._centre
        self._size = float((self._weights * self._centred**2).sum())

    def solve(self, landmarks: NDArray[np.float32], width: int, height: int) -> NDArray[np.float32]:
        """The canonical face's way into the camera's space.

        The points are laid on the canonical face by weighted similarity (Umeyama 1991) as if seen from afar. The size
        tells the distance, and the ray to the face tells how much of the turn is only where it stands.

        Args:
            landmarks: shape (478, 3), pixels of the frame.
            width, height: of the frame.

        Returns:
            float32, shape (4, 4), centimetres; the camera looks along -z with y up.
        """
        points = landmarks[self._indices] * _ON_BEHALF_OF_THE_CAMERA
        middle = (self._weights * points).sum(axis=0)
        covariance = (self._weights * (points - middle)).T @ self._centred
        left, strengths, right = np.linalg.svd(covariance)
        sign = np.array([1, 1, np.sign(np.linalg.det(left @ right))], np.float32)
        seen = (left * sign) @ right
        scale = max(float((strengths * sign).sum()) / self._size, 1e-6)
        focal = height / 2 / math.tan(FIELD_OF_VIEW / 2)
        depth = focal / scale
        ray = np.array([middle[0] - width / 2, middle[1] + height / 2, -focal], np.float32)
        pose = np.eye(4, dtype=np.float32)
        pose[:3, :3] = _turn_to(ray) @ seen
        pose[:3, 3] = ray * np.float32(depth / focal) - pose[:3, :3] @ self._centre
        return pose


def _turn_to(ray: NDArray[np.float32]) -> NDArray[np.float32]:
    """The smallest rotation that takes the camera's axis, -z, to a ray (Rodrigues)."""
    unit = ray / np.linalg.norm(ray)
    x, y, z = (float(value) for value in unit)
    # The axis is (-z) x ray = (y, -x, 0), and the cosine is -z.
    skew = np.array([[0, 0, -x], [0, 0, -y], [x, y, 0]], np.float32)
    return np.asarray(np.eye(3, dtype=np.float32) + skew + skew @ skew / np.float32(1 - z), np.float32)


def camera_seen_from(pose: NDArray[np.float32]) -> NDArray[np.float32]:
    """The direction from the face to the camera in the face's own space, x to its left, z ahead; unit vector (3,)."""
    towards = -pose[:3, :3].T @ pose[:3, 3]
    return np.asarray(towards / max(float(np.linalg.norm(towards)), 1e-6), np.float32)


def turned_degrees(face: Face) -> tuple[float, float]:
    """How far a face looks past the camera: to the picture's right, and upwards; degrees."""
    x, y, z = (float(value) for value in camera_seen_from(face.pose))
    return math.degrees(math.atan2(-x, z)), math.degrees(math.atan2(-y, math.hypot(x, z)))
