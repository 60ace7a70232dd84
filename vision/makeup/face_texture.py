"""The face's skin, unrolled: the same spot of the face is at the same texel in every frame."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision import landmarks as lm
from vision.mesh import canonical_mesh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from vision.mesh import FaceMesh

SIDE: Final = 64
"""Texels of the unrolled face's side: a finger is several of them wide, and so are lips."""
_EVERY: Final = 3
"""The coarse texels are those of every third row and column."""
_TAPS: Final = np.array([[-0.25], [0.25]], np.float32)
"""Where along its diagonal a texel is sampled, over its own size."""
_EYES: Final = (
    lm.RIGHT_EYE_UPPER + lm.RIGHT_EYE_LOWER[::-1],
    lm.LEFT_EYE_UPPER + lm.LEFT_EYE_LOWER[::-1],
)
_LIPS: Final = lm.LIPS_UPPER_OUTER + lm.LIPS_LOWER_OUTER[::-1]
_GAP: Final = lm.LIPS_UPPER_INNER + lm.LIPS_LOWER_INNER[::-1]
_AROUND: Final = 4
"""Texels of skin around the lips that show their outline."""
_LIDS: Final = 2
"""Texels around the eyes that lids and lashes sweep."""


class FaceTexture:
    """The texels of the canonical face that lie on its mesh, where they are in a frame and what it shows there.

    Attributes:
        rows, columns: of each texel, shape (N,).
        steady: which show skin or lips whatever the face does, shape (N,): eyes and mouths open and close.
        lips: which of them are lips, shape (N,).
        mouth: which are lips or the skin around them, shape (N,).
        coarse: the numbers of steady ones that are enough for a first look, shape (M,).
        normals: out of the canonical face, unit vectors, shape (N, 3).
    """

    def __init__(self, mesh: FaceMesh) -> None:
        """Find the texels' places on the mesh's triangles."""
        self.rows, self.columns, corners, shares = _on_mesh(mesh)
        self.steady = _steady(mesh)[self.rows, self.columns]
        self.coarse = np.flatnonzero(self.steady & (self.rows % _EVERY == 0) & (self.columns % _EVERY == 0))
        self.lips = self.steady & (_filled(mesh, _LIPS)[self.rows, self.columns] > 0)
        around = cv2.dilate(_filled(mesh, _LIPS), np.ones((2 * _AROUND + 1,) * 2, np.uint8))
        self.mouth = self.steady & (around[self.rows, self.columns] > 0)
        self.normals = _normals(mesh.vertices[corners])
        self._flat = self.rows * SIDE + self.columns
        self._all = _Spots(corners, shares)
        self._few = _Spots(corners[self.coarse], shares[self.coarse])

    def places(self, landmarks: NDArray[np.float32], *, coarse: bool) -> NDArray[np.float32]:
        """Where the texels, or the coarse ones, lie in the frame, shape (N or M, 2), pixels."""
        return (self._few if coarse else self._all).places(np.ascontiguousarray(landmarks[:, :2]))

    def grid(self, values: NDArray[np.float32], rest: float) -> NDArray[np.float32]:
        """Values of the texels, shape (N,) or (N, c), as a picture of the unrolled face; ``rest`` is off the mesh."""
        picture = np.full((SIDE * SIDE, *values.shape[1:]), rest, np.float32)
        picture[self._flat] = values
        return picture.reshape(SIDE, SIDE, *values.shape[1:])

    def texels(self, picture: NDArray[np.float32]) -> NDArray[np.float32]:
        """The texels' values in a picture of the unrolled face, shape (N,) or (N, c)."""
        return picture.reshape(SIDE * SIDE, *picture.shape[2:]).take(self._flat, axis=0)


@functools.cache
def face_texture() -> FaceTexture:
    """The texels of the installed landmark model's face.

    Raises:
        AssetError: the model file is missing or holds no mesh.
    """
    return FaceTexture(canonical_mesh())


class _Spots:
    """Spots on the mesh's triangles."""

    def __init__(self, corners: NDArray[np.int32], shares: NDArray[np.float32]) -> None:
        """Take each one's triangle, shape (N, 3), and barycentric shares, (N, 3)."""
        self._corners = [np.ascontiguousarray(corners[:, n]) for n in range(3)]
        self._shares = [np.ascontiguousarray(shares[:, n, None]) for n in range(3)]

    def places(self, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """Where they lie when the mesh's vertices lie at ``points``, shape (468 or more, 2)."""
        # Corner by corner: numpy picks rows three times quicker than it sums over a short axis.
        places = points.take(self._corners[0], axis=0) * self._shares[0]
        for corner, share in zip(self._corners[1:], self._shares[1:], strict=True):
            places += points.take(corner, axis=0) * share
        return places


def sample(image: NDArray[np.uint8], places: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The colours of texels in a BGR image, shape (N, 3), each averaged over much of its texel."""
    # All texels lie between the first and the last row of the mesh, whatever the face's turn: a size that moves little.
    size = float(np.abs(places[-1] - places[0]).max()) / SIDE
    x, y = (places[:, axis] + _TAPS * np.float32(size) for axis in (0, 1))
    colours = cv2.remap(image, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(colours, (len(places), 1), interpolation=cv2.INTER_AREA)[0], np.uint8)


def _on_mesh(
    mesh: FaceMesh,
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.int32], NDArray[np.float32]]:
    """Rows, columns, triangle corners (N, 3) and barycentric shares (N, 3) of the texels that lie on the mesh."""
    at = np.arange(SIDE) / (SIDE - 1)
    rows, columns, corners, shares = [], [], [], []
    taken = np.zeros((SIDE, SIDE), np.bool_)
    for triangle in mesh.triangles:
        a, b, c = mesh.uv[triangle].astype(np.float64)
        area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        if area == 0:
            continue
        x, y = at[None, :] - a[0], at[:, None] - a[1]
        second = (x * (c[1] - a[1]) - y * (c[0] - a[0])) / area
        third = (y * (b[0] - a[0]) - x * (b[1] - a[1])) / area
        inside = (second >= 0) & (third >= 0) & (second + third <= 1) & ~taken
        taken |= inside
        row, column = np.nonzero(inside)
        rows.append(row)
        columns.append(column)
        corners.append(np.broadcast_to(triangle, (len(row), 3)))
        shares.append(np.stack([1 - second - third, second, third], axis=-1)[inside])
    return (
        np.concatenate(rows),
        np.concatenate(columns),
        np.concatenate(corners),
        np.concatenate(shares).astype(np.float32),
    )


def _normals(triangles: NDArray[np.float32]) -> NDArray[np.float32]:
    """Unit normals of triangles of the canonical face, shape (N, 3, 3), that point out of it, shape (N, 3)."""
    across = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
    unit = across / np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    # The mesh's triangles all turn one way, and most of the face looks ahead.
    return np.asarray(unit * np.sign(unit[:, 2].sum()), np.float32)


def _steady(mesh: FaceMesh) -> NDArray[np.bool_]:
    """Which texels show skin or lips whatever the face does, shape (64, 64)."""
    oval = _filled(mesh, lm.FACE_OVAL)
    lids = cv2.dilate(np.maximum(*(_filled(mesh, eye) for eye in _EYES)), np.ones((2 * _LIDS - 1,) * 2, np.uint8))
    inner = cv2.erode(oval, np.ones((3, 3), np.uint8))
    return np.asarray((inner > 0) & (lids == 0) & (_filled(mesh, _GAP) == 0), np.bool_)


def _filled(mesh: FaceMesh, ring: Sequence[int]) -> NDArray[np.uint8]:
    picture = np.zeros((SIDE, SIDE), np.uint8)
    cv2.fillPoly(picture, [np.round(mesh.uv[list(ring)] * (SIDE - 1)).astype(np.int32)], 1)
    return picture
