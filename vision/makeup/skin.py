"""Soft products on the skin: foundation, contour, bronzer, blush, highlighter, eyeshadow.

They change the skin's low-pass colour only. The change is worked out on a small picture of the face and added to the
frame at full size, so pores, hairs and freckles stay as they are and the cost of a layer does not grow with the face.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.looks import Finish, Kind
from vision.makeup.patch import Patch, fill, smoothstep
from vision.makeup.patterns import pattern
from vision.makeup.shrink import Shrunk
from vision.makeup.splines import arc, ring
from vision.makeup.uv import sample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from vision.looks import Layer
    from vision.makeup.face_view import FaceView
    from vision.makeup.uv import UvRaster

SOFT_KINDS: Final = frozenset(
    {Kind.FOUNDATION, Kind.CONTOUR, Kind.BRONZER, Kind.BLUSH, Kind.HIGHLIGHTER, Kind.EYESHADOW}
)
_FACE_WIDTH: Final = 120
_EYES_WIDTH: Final = 160
"""Pixels of the small picture's width."""
_MARGIN: Final = 0.06
_EYE_MARGIN: Final = 0.42
"""Of the eye distance, around the lash lines: up to the brow."""
_EDGE_ON, _FACING = 0.12, 0.4
"""Cosines between which a product fades on skin that turns away."""
_HAIR, _SKIN = 0.35, 0.6
"""Luma over the skin's median between which hair ends and skin begins."""
_LUMA: Final = np.array([0.114, 0.587, 0.299], np.float32)
"""Of BGR (ITU-R BT.601)."""
_MATTE_SHINE: Final = 1.12
"""Matte products cut shading above this, relative to the skin's median."""
_POWDER_LIFT: Final = 1.3
"""How much lighter than the skin a blush may look."""
_DEPTH: Final = {
    Kind.FOUNDATION: 0.9,
    Kind.CONTOUR: 0.6,
    Kind.BRONZER: 0.5,
    Kind.BLUSH: 0.6,
    Kind.HIGHLIGHTER: 0.55,
    Kind.EYESHADOW: 0.9,
}
"""Share of the swatch that full coverage shows where the pattern is at its strongest: powder lets skin through."""


@dataclass(frozen=True, slots=True)
class SoftCoverage:
    """One layer's coverage on the small picture, float32 (h, w), for the rectangle of the frame it stands for."""

    layer: Layer
    rect: Rect
    alpha: NDArray[np.float32]

    def patch(self) -> Patch:
        """The coverage at the frame's size."""
        full = cv2.resize(self.alpha, (self.rect.width, self.rect.height), interpolation=cv2.INTER_LINEAR)
        return Patch(self.rect, np.asarray(full, np.float32))


def paint_skin(image: NDArray[np.uint8], view: FaceView, layers: Sequence[Layer], uv: UvRaster) -> list[SoftCoverage]:
    """Put soft layers on the picture, in place and in order; returns where each of them went."""
    face = [layer for layer in layers if layer.kind is not Kind.EYESHADOW]
    eyes = [layer for layer in layers if layer.kind is Kind.EYESHADOW]
    done: list[SoftCoverage] = []
    if face:
        rect = Rect.around(view.landmarks).grown(_MARGIN).clipped(view.frame)
        done += _paint(image, view, face, uv, rect, _FACE_WIDTH)
    in_view = view.eyes_in_view()
    if eyes and in_view:
        points = view.landmarks[[n for eye, _ in in_view for n in (*eye.upper, *eye.lower)]]
        rect = Rect.around(points, view.eyes * _EYE_MARGIN).clipped(view.frame)
        done += _paint(image, view, eyes, uv, rect, _EYES_WIDTH)
    return done


def _paint(
    image: NDArray[np.uint8], view: FaceView, layers: Sequence[Layer], uv: UvRaster, rect: Rect, width: int
) -> list[SoftCoverage]:
    if rect.empty:
        return []
    shrunk = Shrunk.to_width(image, rect, width)
    coordinates = uv.map(view.landmarks, view.pose, shrunk.rect, shrunk.scale)
    before = shrunk.pixels.astype(np.float32)
    skin = _Skin(before, coordinates, _holes(view, shrunk))
    after = before.copy()
    done = []
    for layer in layers:
        alpha = sample(pattern(layer.kind, layer.style), coordinates)
        alpha *= skin.weight
        alpha *= np.float32(layer.coverage)
        _lay(after, skin, alpha * np.float32(_DEPTH[layer.kind]), layer, view.light)
        done.append(SoftCoverage(layer, shrunk.rect, alpha))
    change = cv2.resize(after - before, (shrunk.rect.width, shrunk.rect.height), interpolation=cv2.INTER_LINEAR)
    pixels = image[shrunk.rect.slices]
    cv2.add(pixels, change, dst=pixels, dtype=cv2.CV_8U)
    return done


class _Skin:
    """What is skin in a small picture, and how its light falls.

    Attributes:
        weight: float32 (h, w), 0 where nothing may be painted.
        luma: the skin's median, 0..255.
        shading: float32 (h, w, 1), luma over the skin's median.
    """

    def __init__(
        self, small: NDArray[np.float32], coordinates: NDArray[np.float32], holes: NDArray[np.float32]
    ) -> None:
        luma = small @ _LUMA
        on_face = coordinates[..., 2] > _FACING
        self.luma = max(_median(luma[on_face]) if on_face.any() else float(luma.mean()), 8.0)
        shading = luma / np.float32(self.luma)
        facing = smoothstep(_EDGE_ON, _FACING, coordinates[..., 2])
        self.weight = np.asarray(facing * holes * smoothstep(_HAIR, _SKIN, shading), np.float32)
        self.shading = shading[..., None]


def _median(values: NDArray[np.float32]) -> float:
    return float(np.partition(values, len(values) // 2)[len(values) // 2])


def _holes(view: FaceView, shrunk: Shrunk) -> NDArray[np.float32]:
    """0 on eyes and lips, 1 elsewhere, on the small picture."""
    rings = [ring(arc(view.landmarks, eye.upper), arc(view.landmarks, eye.lower)) for eye, _ in view.eyes_in_view()]
    rings.append(view.lips.outer)
    placed = [shrunk.place(outline) for outline in rings]
    return 1 - fill(shrunk.local, placed, max(0.4, view.eyes * shrunk.scale * 0.008))


def _lay(small: NDArray[np.float32], skin: _Skin, alpha: NDArray[np.float32], layer: Layer, light: float) -> None:
    """Put one layer on the small picture (BGR 0..255), in place."""
    swatch = np.array([layer.color.blue, layer.color.green, layer.color.red], np.float32)
    weight = alpha[..., None]
    if layer.kind is Kind.HIGHLIGHTER:
        # Screen: light added in the swatch's colour, most where light already falls.
        glow = 255 - (255 - small) * (1 - swatch / 255 * np.float32(light) * np.clip(skin.shading, 0, 1.2) * 0.55)
        small += (glow - small) * weight
        return
    if layer.kind in (Kind.CONTOUR, Kind.BRONZER):
        small += (small * (swatch / max(float(swatch.max()), 1.0)) * np.float32(0.92) - small) * weight
        return
    shading = np.minimum(skin.shading, _MATTE_SHINE) if layer.finish is Finish.MATTE else skin.shading
    if layer.kind is Kind.BLUSH:
        # A thin powder scatters little light of its own: on deep skin it shows its hue, not a pale cast.
        swatch = swatch * np.float32(min(1.0, _POWDER_LIFT * skin.luma / max(float(swatch @ _LUMA), 1.0)))
    pigment = np.minimum(swatch * np.float32(light ** (1 / 2.2)) * shading, 255)
    small += (pigment - small) * weight
