"""The face's texture coordinates, pixel by pixel: what is painted on them moves with the skin, never with the screen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.landmarks import MESH_COUNT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.geometry import Rect
    from vision.mesh import FaceMesh

_FIELD_OF_VIEW: Final = math.pi / 2
_NEAR, _FAR = 0.5, 4.0
_DISTANCE: Final = 2.0
"""The plane that the face is set on before the rasteriser, which wants a perspective; pixels stay exact at any depth."""
_DEPTH: Final = 0.5
"""Depth of the rasterised face around that plane, for what lies in front of what."""
_SPARKLE_SIDE: Final = 1024
_SPARKLE_SEED: Final = 20
_SPARKLE_SHARE: Final = 0.012


class UvRaster:
    """Draws the canonical mesh's texture coordinates where a face's landmarks put them."""

    def __init__(self, mesh: FaceMesh) -> None:
        """Prepare the triangles and the texture of shimmer."""
        self._uv = mesh.uv
        self._triangles = mesh.triangles
        self._settings = (
            cv2.TriangleRasterizeSettings()
            .setShadingType(cv2.RASTERIZE_SHADING_SHADED)
            .setCullingMode(cv2.RASTERIZE_CULLING_NONE)
        )
        self._sparkles = _sparkle_texture()

    def map(self, landmarks: NDArray[np.float32], rect: Rect, scale: float = 1.0) -> NDArray[np.float32]:
        """Texture coordinates and facing over a rectangle.

        Args:
            landmarks: shape (478, 3), pixels of the frame.
            rect: the part of the frame.
            scale: size of the result over that of the rectangle.

        Returns:
            float32, shape (H, W, 3): u, v, and how squarely the skin faces the camera (0 edge-on or off the face, 1 facing).
        """
        height, width = max(1, round(rect.height * scale)), max(1, round(rect.width * scale))
        points = landmarks[:MESH_COUNT]
        triangles = self._within(points, rect)
        out = np.zeros((height, width, 3), np.float32)
        if len(triangles) == 0:
            return out
        facing = self._facing(points)
        values = np.concatenate([self._uv, facing[:, None]], axis=1).astype(np.float32)
        depth = np.full((height, width), _FAR, np.float32)
        placed = _placed(points, rect, width, height)
        eye = np.eye(4, dtype=np.float32)
        cv2.triangleRasterize(
            placed, triangles, values, out, depth, eye, _FIELD_OF_VIEW, _NEAR, _FAR, self._settings
        )
        return out

    def sparkle(self, landmarks: NDArray[np.float32], rect: Rect) -> NDArray[np.float32]:
        """Shimmer particles over a rectangle, 0..1, shape (H, W); each stays on its spot of the skin."""
        uv = self.map(landmarks, rect)
        return sample(self._sparkles, uv)

    def _within(self, points: NDArray[np.float32], rect: Rect) -> NDArray[np.int32]:
        corners = points[self._triangles, :2]
        low, high = corners.min(axis=1), corners.max(axis=1)
        meets = (high[:, 0] >= rect.left) & (low[:, 0] <= rect.right) & (high[:, 1] >= rect.top) & (low[:, 1] <= rect.bottom)
        return np.ascontiguousarray(self._triangles[meets])

    def _facing(self, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosine between each vertex normal and the direction to the camera, 0..1, shape (468,)."""
        first, second, third = (points[self._triangles[:, n]] for n in range(3))
        across = np.cross(second - first, third - first)
        flat = self._triangles.ravel()
        normal = np.stack(
            [np.bincount(flat, np.repeat(across[:, axis], 3), MESH_COUNT) for axis in range(3)], axis=1
        )
        length = np.maximum(np.linalg.norm(normal, axis=1), 1e-6)
        return np.asarray(np.clip(np.abs(normal[:, 2]) / length, 0, 1), np.float32)


def sample(texture: NDArray[np.float32], uv: NDArray[np.float32]) -> NDArray[np.float32]:
    """A square texture at the given texture coordinates, shape (H, W); 0 off the face."""
    side = np.float32(texture.shape[0] - 1)
    return np.asarray(
        cv2.remap(texture, uv[..., 0] * side, uv[..., 1] * side, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT), np.float32
    )


def _placed(points: NDArray[np.float32], rect: Rect, width: int, height: int) -> NDArray[np.float32]:
    """Vertices before the rasteriser's camera, such that each falls on its own pixel of the result."""
    scale = np.array([width / rect.width, height / rect.height], np.float32)
    pixels = (points[:, :2] - np.array([rect.left, rect.top], np.float32) + 0.5) * scale
    z = points[:, 2] - points[:, 2].min()
    distance = _DISTANCE + _DEPTH * z / max(float(z.max()), 1e-3)
    half = height / 2
    x = (pixels[:, 0] - width / 2) / half * distance
    y = (height / 2 - pixels[:, 1]) / half * distance
    return np.asarray(np.stack([x, y, -distance], axis=1), np.float32)


def _sparkle_texture() -> NDArray[np.float32]:
    rng = np.random.default_rng(_SPARKLE_SEED)
    lit = rng.random((_SPARKLE_SIDE, _SPARKLE_SIDE)) < _SPARKLE_SHARE
    strength = rng.random((_SPARKLE_SIDE, _SPARKLE_SIDE)) * lit
    soft = cv2.GaussianBlur(strength.astype(np.float32), (0, 0), 0.8)
    return np.asarray(np.clip(soft / soft.max(), 0, 1), np.float32)
