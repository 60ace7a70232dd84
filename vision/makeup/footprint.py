"""Which part of the face's mesh a product lies on: no more than that is looked at when it is painted."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.looks import Color, Layer
from vision.makeup.patterns import parts
from vision.mesh import canonical_mesh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from vision.looks import Kind

    Placement = tuple[Kind, str, int]
    """What decides where a layer's colours go: its kind, its style and how many they are."""

_SEEN: Final = 1 / 255
"""Coverage below which a pattern changes no pixel."""
_ANY: Final = Color(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Footprint:
    """A part of the canonical mesh.

    Attributes:
        vertices: their numbers, shape (M,).
        triangles: int32, shape (N, 3).
    """

    vertices: NDArray[np.int32]
    triangles: NDArray[np.int32]


def footprint(layers: Iterable[Layer]) -> Footprint:
    """What some soft products lie on together."""
    return _footprint(frozenset((layer.kind, layer.style, 1 + len(layer.accents)) for layer in layers))


@functools.lru_cache(maxsize=256)
def _footprint(placements: frozenset[Placement]) -> Footprint:
    mesh = canonical_mesh()
    touched = np.any([_touched(placement) for placement in placements], axis=0)
    triangles = np.ascontiguousarray(mesh.triangles[touched])
    return Footprint(np.unique(triangles), triangles)


@functools.cache
def _touched(placement: Placement) -> NDArray[np.bool_]:
    """For each triangle of the mesh, whether a placement's patterns reach into its bounding box."""
    kind, style, colors = placement
    textures = [part.alpha for part in parts(Layer(kind, _ANY, style=style, accents=(_ANY,) * (colors - 1)))]
    seen = (np.max(textures, axis=0) > _SEEN).view(np.uint8)
    counted = cv2.integral(seen)
    mesh = canonical_mesh()
    corners = mesh.uv[mesh.triangles] * np.float32(len(seen) - 1)
    left, top = np.floor(corners.min(axis=1)).astype(int).T
    right, bottom = np.ceil(corners.max(axis=1)).astype(int).T + 1
    inside = counted[bottom, right] - counted[top, right] - counted[bottom, left] + counted[top, left]
    return np.asarray(inside > 0, np.bool_)
