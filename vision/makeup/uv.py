"""The face's texture coordinates, pixel by pixel: what is painted on them moves with the skin, not with the screen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.landmarks import MESH_COUNT
from vision.makeup.brush import SIDE
from vision.makeup.patch import smoothstep
from vision.pose import camera_seen_from

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.geometry import Rect
    from vision.mesh import FaceMesh

_FIELD_OF_VIEW: Final = math.pi / 2
_NEAR, _FAR = 0.5, 4.0
_CAMERA: Final = np.eye(4, dtype=np.float32)
_DISTANCE: Final = 2.0
"""The plane that the face is set on before the rasteriser, which wants a perspective; pixels are exact at any depth."""
_DEPTH: Final = 0.5
"""Depth of the rasterised face around that plane, for what lies in front of what."""
_EDGE_ON, _FACING = 0.12, 0.4
"""Cosines between which skin that turns away is lost from sight."""
_LONGEST_EDGE: Final = 0.2
"""Of the mesh's triangles, over the size of the face."""
_NOSE_TIP: Final = 1
_PARTICLES_SIDE: Final = 512
_PARTICLES_SEED: Final = 20
_PARTICLES_SHARE: Final = 0.4
_PARTICLES_RARITY: Final = 5


@dataclass(frozen=True, slots=True)
class UvMap:
    """Texture coordinates over a rectangle.

    Attributes:
        u, v: float32, shape (H, W), texels of a texture of ``brush.SIDE``; 0 off the face.
        facing: float32, shape (H, W): 0 where the skin is seen edge-on or off the face, 1 where it faces the camera.
    """

    u: NDArray[np.float32]
    v: NDArray[np.float32]
    facing: NDArray[np.float32]

    def part(self, rows_and_columns: tuple[slice, slice]) -> UvMap:
        """A part of it."""
        return UvMap(self.u[rows_and_columns], self.v[rows_and_columns], self.facing[rows_and_columns])

    def sample(self, texture: NDArray[np.float32]) -> NDArray[np.float32]:
        """A texture of shape (side, side), as the face carries it, shape (H, W)."""
        u, v = self.u, self.v
        if len(texture) != SIDE:
            texels = np.float32((len(texture) - 1) / (SIDE - 1))
            u, v = u * texels, v * texels
        return np.asarray(cv2.remap(texture, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT), np.float32)


class UvRaster:
    """Draws the canonical mesh's texture coordinates where a face's landmarks put them."""

    def __init__(self, mesh: FaceMesh) -> None:
        """Prepare the triangles and the texture of shimmer."""
        self._uv = mesh.uv
        self._values = np.column_stack([mesh.uv * (SIDE - 1), np.zeros(len(mesh.uv))]).astype(np.float32)
        self._triangles = mesh.triangles
        self._normals = _normals(mesh)
        self._settings = (
            cv2.TriangleRasterizeSettings()
            .setShadingType(cv2.RASTERIZE_SHADING_SHADED)
            .setCullingMode(cv2.RASTERIZE_CULLING_NONE)
        )
        self._particles = _particles()

    def map(
        self,
        landmarks: NDArray[np.float32],
        pose: NDArray[np.float32],
        rect: Rect,
        scale: float = 1.0,
        triangles: NDArray[np.int32] | None = None,
    ) -> UvMap:
        """Texture coordinates and facing over a rectangle.

        Args:
            landmarks: shape (478, 3), pixels of the frame.
            pose: shape (4, 4), canonical face to camera.
            rect: the part of the frame.
            scale: size of the result over that of the rectangle.
            triangles: those to draw, shape (N, 3); None for all that lie in the rectangle.
        """
        height, width = max(1, round(rect.height * scale)), max(1, round(rect.width * scale))
        points = landmarks[:MESH_COUNT]
        if triangles is None:
            triangles = self._within(points, rect)
        out = np.zeros((height, width, 3), np.float32)
        if len(triangles) > 0:
            values = self._values.copy()
            values[:, 2] = smoothstep(_EDGE_ON, _FACING, self._normals @ camera_seen_from(pose))
            depth = np.full((height, width), _FAR, np.float32)
            placed = _placed(points, rect, width, height)
            cv2.triangleRasterize(
                placed, triangles, values, out, depth, _CAMERA, _FIELD_OF_VIEW, _NEAR, _FAR, self._settings
            )
        u, v, facing = cv2.split(out)
        return UvMap(np.asarray(u, np.float32), np.asarray(v, np.float32), np.asarray(facing, np.float32))

    def particles(self, coordinates: UvMap, size: tuple[int, int]) -> NDArray[np.uint8]:
        """Shimmer's particles, 0..255, as large as ``size`` (width, height): each stays on its spot of the skin."""
        finer = np.float32((_PARTICLES_SIDE - 1) / (SIDE - 1))
        u, v = (
            cv2.resize(axis * finer, size, interpolation=cv2.INTER_LINEAR) for axis in (coordinates.u, coordinates.v)
        )
        particles = cv2.remap(self._particles, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
        return np.asarray(particles, np.uint8)

    def _within(self, points: NDArray[np.float32], rect: Rect) -> NDArray[np.int32]:
        """The triangles with a corner in the rectangle or near it."""
        low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
        reach = (high - low) * np.float32(_LONGEST_EDGE)
        corner = np.array([rect.left, rect.top], np.float32) - reach
        opposite = np.array([rect.right, rect.bottom], np.float32) + reach
        near = ((points[:, :2] >= corner) & (points[:, :2] <= opposite)).all(axis=1)
        if near.all():
            return self._triangles
        first, second, third = self._triangles.T
        return np.ascontiguousarray(self._triangles[near[first] | near[second] | near[third]])


def _normals(mesh: FaceMesh) -> NDArray[np.float32]:
    """Unit vertex normals of the canonical face, pointing out of it, shape (468, 3)."""
    first, second, third = (mesh.vertices[mesh.triangles[:, n]] for n in range(3))
    across = np.cross(second - first, third - first)
    flat = mesh.triangles.ravel()
    normals = np.column_stack([np.bincount(flat, np.repeat(across[:, axis], 3), MESH_COUNT) for axis in range(3)])
    unit = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6)
    return np.asarray(unit * np.sign(unit[_NOSE_TIP, 2]), np.float32)


def _placed(points: NDArray[np.float32], rect: Rect, width: int, height: int) -> NDArray[np.float32]:
    """Vertices before the rasteriser's camera, such that each falls on its own pixel of the result."""
    nearest, farthest = float(points[:, 2].min()), float(points[:, 2].max())
    slope = _DEPTH / max(farthest - nearest, 1e-3)
    distance = points[:, 2] * np.float32(slope) + np.float32(_DISTANCE - slope * nearest)
    # A pixel of the frame in half heights of the result, from its middle, y up.
    across, down = 2 * width / (rect.width * height), -2 / rect.height
    left, top = (0.5 - rect.left) * across - width / height, (0.5 - rect.top) * down + 1
    placed = np.empty((len(points), 3), np.float32)
    seen = points[:, :2] * np.array([across, down], np.float32) + np.array([left, top], np.float32)
    np.multiply(seen, distance[:, None], out=placed[:, :2])
    np.negative(distance, out=placed[:, 2])
    return placed


def _particles() -> NDArray[np.uint8]:
    """Particles as they lie in a powder: many that glimmer and few that flash."""
    rng = np.random.default_rng(_PARTICLES_SEED)
    lying = rng.random((_PARTICLES_SIDE, _PARTICLES_SIDE)) < _PARTICLES_SHARE
    strength = rng.random((_PARTICLES_SIDE, _PARTICLES_SIDE)) ** _PARTICLES_RARITY * lying
    soft = cv2.GaussianBlur(strength.astype(np.float32), (0, 0), 0.5)
    return np.asarray(np.clip(soft * (255 / np.percentile(soft, 99.7)), 0, 255), np.uint8)
