"""The canonical face: vertices, triangles and texture coordinates, as the landmark model's own bundle carries them."""

from __future__ import annotations

import functools
import struct
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from assets.manifest import AssetError, locate
from vision.landmarks import MESH_COUNT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

_METADATA: Final = "geometry_pipeline_metadata_landmarks.binarypb"
_MESH_FIELD: Final = 1
_VERTEX_FIELD: Final = 3
_INDEX_FIELD: Final = 4
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_FLOATS_A_VERTEX: Final = 5


@dataclass(frozen=True, slots=True)
class FaceMesh:
    """The canonical face.

    Attributes:
        vertices: float32, shape (468, 3), centimetres, y up, z towards the viewer.
        uv: float32, shape (468, 2), texture coordinates 0..1, v down.
        triangles: int32, shape (898, 3).
    """

    vertices: NDArray[np.float32]
    uv: NDArray[np.float32]
    triangles: NDArray[np.int32]


@functools.cache
def canonical_mesh() -> FaceMesh:
    """The mesh of the installed landmark model.

    Raises:
        AssetError: the model file is missing or holds no mesh.
    """
    return read_mesh(locate("face_landmarker.task"))


def read_mesh(task: Path) -> FaceMesh:
    """Read the mesh from a ``.task`` bundle, which is a zip with a protobuf message inside.

    Raises:
        AssetError: the file is not such a bundle.
    """
    try:
        with zipfile.ZipFile(task) as bundle:
            message = bundle.read(_METADATA)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise AssetError(f"{task.name} holds no face mesh: {error}; run `vitrine models`") from error
    mesh = next(value for field, value in _fields(message) if field == _MESH_FIELD and isinstance(value, bytes))
    floats = [
        struct.unpack("<f", value)[0]
        for field, value in _fields(mesh)
        if field == _VERTEX_FIELD and isinstance(value, bytes)
    ]
    indices = [value for field, value in _fields(mesh) if field == _INDEX_FIELD]
    vertices = np.array(floats, np.float32).reshape(-1, _FLOATS_A_VERTEX)
    if len(vertices) != MESH_COUNT:
        raise AssetError(f"{task.name} holds a mesh of {len(vertices)} vertices; run `vitrine models`")
    return FaceMesh(vertices[:, :3].copy(), vertices[:, 3:].copy(), np.array(indices, np.int32).reshape(-1, 3))


def _fields(message: bytes) -> Iterator[tuple[int, bytes | int]]:
    """Walk the fields of a protobuf message: number and raw value."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        field, wire = key >> 3, key & 7
        if wire == _VARINT:
            number, at = _varint(message, at)
            yield field, number
            continue
        if wire == _BYTES:
            size, at = _varint(message, at)
        else:
            size = {_FIXED32: 4, _FIXED64: 8}[wire]
        yield field, message[at : at + size]
        at += size


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:  # noqa: PLR2004 - the continuation bit of a varint
            return value, at
        shift += 7
