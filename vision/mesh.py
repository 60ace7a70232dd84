"""The canonical face: vertices, triangles and texture coordinates, as the landmark model's own bundle carries them."""

from __future__ import annotations

import functools
import struct
import zipfile
import zlib
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
_VARINT: Final = 0
_BYTES: Final = 2
_FIXED_SIZES: Final = {1: 8, 5: 4}
"""Bytes of the wire types that have always as many."""
_LONGEST_SHIFT: Final = 63
"""A varint has 64 bits at most."""
_FLOATS_A_VERTEX: Final = 5
_WRONG: Final = (
    *(OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error),  # no zip, or one of a kind that cannot be read
    *(IndexError, KeyError, OverflowError, ValueError, struct.error),  # no such member, no such message
)


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
            return _parse(bundle.read(_METADATA))
    except _WRONG as error:
        raise AssetError(f"{task.name} holds no face mesh: {error}; run `vitrine models`") from error


def _parse(message: bytes) -> FaceMesh:
    """Read the metadata's message.

    Raises:
        IndexError, OverflowError, ValueError, struct.error: it is not one, or holds another face than the landmarks'.
    """
    meshes = [value for field, value in _fields(message) if field == _MESH_FIELD and isinstance(value, bytes)]
    if not meshes:
        raise ValueError("its message has none")
    fields = list(_fields(meshes[0]))
    floats = [
        struct.unpack("<f", value)[0] for field, value in fields if field == _VERTEX_FIELD and isinstance(value, bytes)
    ]
    vertices = np.array(floats, np.float32).reshape(-1, _FLOATS_A_VERTEX)
    triangles = np.array([value for field, value in fields if field == _INDEX_FIELD], np.int32).reshape(-1, 3)
    if len(vertices) != MESH_COUNT or not np.isfinite(vertices).all():
        raise ValueError(f"it has {len(vertices)} vertices, or some that are nowhere")
    if not triangles.size or triangles.min() < 0 or triangles.max() >= MESH_COUNT:
        raise ValueError("its triangles have corners that are not there")
    return FaceMesh(vertices[:, :3].copy(), vertices[:, 3:].copy(), triangles)


def _fields(message: bytes) -> Iterator[tuple[int, bytes | int]]:
    """Walk the fields of a protobuf message: number and raw value.

    Raises:
        IndexError, ValueError: it is not one.
    """
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
        elif wire in _FIXED_SIZES:
            size = _FIXED_SIZES[wire]
        else:
            raise ValueError(f"no field is of wire type {wire}")
        if at + size > len(message):
            raise ValueError("it ends in the middle of a field")
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
        if shift > _LONGEST_SHIFT:
            raise ValueError("it has a number without an end")
