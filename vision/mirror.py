"""The mirror: puts a look on the faces of a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from vision.geometry import Rect
from vision.light import LightMeter
from vision.looks import BARE, Kind
from vision.makeup.edge_follower import EdgeFollower
from vision.makeup.eyes import EYE_KINDS, eye_patches, paint_eyes
from vision.makeup.face_view import FaceView, eye_distance, yaw_degrees
from vision.makeup.lip_contours import lip_edges, mesh_contours
from vision.makeup.lipstick import liner_coverage, lip_coverage, paint_lips
from vision.makeup.skin import SOFT_KINDS, paint_skin
from vision.makeup.uv import UvRaster
from vision.mesh import canonical_mesh

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from vision.frames import Face
    from vision.looks import Layer, Look
    from vision.makeup.lip_contours import LipContours
    from vision.makeup.patch import Patch

    Observer = Callable[[str, Patch], None]
    """Told each region that was painted, by name, and the coverage there."""

REGIONS: Final = {
    Kind.LIPSTICK: "lips",
    Kind.LIP_LINER: "lips",
    Kind.EYESHADOW: "eyeshadow",
    Kind.EYELINER: "eyeliner",
    Kind.LASHES: "lashes",
    Kind.BROWS: "brows",
    Kind.BLUSH: "blush",
    Kind.BRONZER: "contour",
    Kind.CONTOUR: "contour",
    Kind.HIGHLIGHTER: "highlighter",
    Kind.FOUNDATION: "foundation",
    Kind.LENS: "iris",
}
"""The name of the region that each kind paints."""

_LIP_KINDS: Final = frozenset({Kind.LIPSTICK, Kind.LIP_LINER})


class Mirror:
    """Paints a look on every face of a frame.

    Skin products are laid first, then what is drawn with a fine tip, then lips; within each, in the look's order.
    """

    def __init__(self, *, video: bool = True) -> None:
        """Prepare the painters; ``video``: frames follow each other, so that what was learned of a face is kept.

        Raises:
            AssetError: the landmark model, which carries the mesh, is missing.
        """
        self._look = BARE
        self._video = video
        self._uv = UvRaster(canonical_mesh())
        self._light = LightMeter()
        self._edges: dict[int, EdgeFollower] = {}

    def set_look(self, look: Look) -> None:
        """Wear this from the next frame on."""
        self._look = look

    def render(
        self,
        image: NDArray[np.uint8],
        faces: Sequence[Face],
        split: float | None = None,
        observer: Observer | None = None,
    ) -> None:
        """Paint the look on an image, in place.

        Args:
            image: BGR, shape (H, W, 3).
            faces: the faces found in this very image.
            split: leave the picture bare left of this share of its width.
            observer: told of every region painted.
        """
        self._edges = {face.id: self._edges[face.id] for face in faces if face.id in self._edges}
        layers = [layer for layer in self._look.layers if layer.coverage > 0]
        if not layers or not faces:
            return
        if not self._video:
            self._light = LightMeter()
        light = self._light.read(image)
        bare_until = 0 if split is None else round(min(max(split, 0.0), 1.0) * image.shape[1])
        canvas = image[:, bare_until:]
        for face in faces:
            self._paint(canvas, face, _shifted(face.landmarks, bare_until), layers, light, observer)

    def _paint(
        self,
        image: NDArray[np.uint8],
        face: Face,
        landmarks: NDArray[np.float32],
        layers: Sequence[Layer],
        light: float,
        observer: Observer | None,
    ) -> None:
        eyes = eye_distance(face)
        lips = mesh_contours(landmarks, eyes)
        if any(layer.kind in _LIP_KINDS for layer in layers):
            lips = self._refined(image, face.id, lips, eyes)
        view = FaceView(landmarks, eyes, Rect.of(image), lips.inset(eyes), light, face.pose, yaw_degrees(face))
        for done in paint_skin(image, view, [layer for layer in layers if layer.kind in SOFT_KINDS], self._uv):
            if observer is not None:
                _report(observer, done.layer, done.patch())
        for layer in layers:
            if layer.kind in EYE_KINDS:
                for patch in eye_patches(view, layer):
                    paint_eyes(image, view, patch, layer)
                    _report(observer, layer, patch)
            elif layer.kind in _LIP_KINDS:
                cover = lip_coverage if layer.kind is Kind.LIPSTICK else liner_coverage
                lip_patch = cover(view, layer.coverage)
                if lip_patch is not None:
                    paint_lips(image, view, lip_patch, layer, self._uv)
                    _report(observer, layer, lip_patch)

    def _refined(self, image: NDArray[np.uint8], face: int, lips: LipContours, eyes: float) -> LipContours:
        """The lips' contours moved to the picture's edges, which are followed over time in a video."""
        edges = self._edges.get(face)
        if edges is None:
            edges = self._edges[face] = EdgeFollower()
        if edges.due() or not self._video:
            edges.saw(lip_edges(image, lips, eyes))
        upper, lower = edges.step()
        return lips.moved(upper * np.float32(eyes), lower * np.float32(eyes))


def _shifted(landmarks: NDArray[np.float32], left: int) -> NDArray[np.float32]:
    return landmarks if left == 0 else landmarks - np.array([left, 0, 0], np.float32)


def _report(observer: Observer | None, layer: Layer, patch: Patch) -> None:
    if observer is not None:
        observer(REGIONS[layer.kind], patch)
