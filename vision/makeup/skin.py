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
from vision.makeup.patterns import parts
from vision.makeup.shrink import Shrunk
from vision.makeup.splines import arc, ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from vision.looks import Layer
    from vision.makeup.face_view import FaceView
    from vision.makeup.uv import UvMap, UvRaster

SOFT_KINDS: Final = frozenset(
    {Kind.FOUNDATION, Kind.CONCEALER, Kind.CONTOUR, Kind.BRONZER, Kind.BLUSH, Kind.HIGHLIGHTER, Kind.EYESHADOW}
)
_FACE_WIDTH: Final = 72
_EYES_WIDTH: Final = 80
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
_SHADE: Final = {Kind.CONTOUR: 0.72, Kind.BRONZER: 0.85}
"""How light they look at most, over the skin."""
_FAIR, _LEAST_GLOW = 130.0, 0.45
"""Luma of skin on which a highlighter glows in full, and the share of its glow on the deepest."""
_GLOW, _GLOW_SHADING = 0.55, 1.2
"""Light that a highlighter sends back, and the shading from which on it sends no more."""
_POWDER_LIFT: Final = 1.3
"""How much lighter than the skin a blush may look."""
_METAL_CONTRAST: Final = 1.6
_SPARKLE: Final = 70.0
"""What the brightest particle of shimmer adds to each channel."""
_SPARKLING: Final = {Finish.SHIMMER: 1.0, Finish.METALLIC: 0.5}
_DEPTH: Final = {
    Kind.FOUNDATION: 0.9,
    Kind.CONCEALER: 0.9,
    Kind.CONTOUR: 0.6,
    Kind.BRONZER: 0.5,
    Kind.BLUSH: 0.5,
    Kind.HIGHLIGHTER: 0.55,
    Kind.EYESHADOW: 0.9,
}
"""Share of the swatch that full coverage shows where the pattern is at its strongest: powder lets skin through."""


@dataclass(frozen=True, slots=True)
class SoftCoverage:
    """One layer's coverage on the small picture, float32 (h, w), for the rectangle it stands for.

    The rectangle may reach over the frame's right and lower edge by less than the factor.
    """

    layer: Layer
    frame: Rect
    rect: Rect
    alpha: NDArray[np.float32]

    def patch(self) -> Patch:
        """The coverage at the frame's size."""
        full = cv2.resize(self.alpha, (self.rect.width, self.rect.height), interpolation=cv2.INTER_LINEAR)
        seen = self.rect.clipped(self.frame)
        return Patch(seen, np.ascontiguousarray(full[: seen.height, : seen.width], np.float32))


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
        alpha = np.zeros_like(skin.weight)
        for part in parts(layer):
            of_color = coordinates.sample(part.alpha)
            of_color *= skin.weight
            of_color *= np.float32(layer.coverage)
            _lay(after, skin, of_color * np.float32(_DEPTH[layer.kind]), layer, view.light.on(part.color))
            np.maximum(alpha, of_color, out=alpha)
        done.append(SoftCoverage(layer, view.frame, shrunk.rect, alpha))
    _add(image, shrunk, after - before)
    for cover in done:
        if cover.layer.kind is Kind.EYESHADOW and cover.layer.finish in _SPARKLING:
            _sparkle(image, view, cover, uv)
    return done


def _add(image: NDArray[np.uint8], shrunk: Shrunk, change: NDArray[np.float32]) -> None:
    """Add a change of the small picture to the frame."""
    large = cv2.resize(change, (shrunk.rect.width, shrunk.rect.height), interpolation=cv2.INTER_LINEAR)
    seen = shrunk.rect.clipped(Rect.of(image))
    pixels = image[seen.slices]
    cv2.add(pixels, large[: seen.height, : seen.width], dst=pixels, dtype=cv2.CV_8U)


def _sparkle(image: NDArray[np.uint8], view: FaceView, cover: SoftCoverage, uv: UvRaster) -> None:
    """Particles at the frame's own size; on lids only, for a whole face of them costs more than it shows."""
    patch = cover.patch()
    strength = np.float32(_SPARKLE * _SPARKLING[cover.layer.finish])
    glint = uv.sparkle(view.landmarks, view.pose, patch.rect) * patch.alpha * strength
    pixels = image[patch.rect.slices]
    cv2.add(pixels, cv2.merge([glint * gain for gain in view.light.white]), dst=pixels, dtype=cv2.CV_8U)


class _Skin:
    """What is skin in a small picture, and how its light falls.

    Attributes:
        weight: float32 (h, w), 0 where nothing may be painted.
        luma: the skin's median, 0..255.
        shading: float32 (h, w, 3), luma over the skin's median, the same in each channel.
    """

    def __init__(self, small: NDArray[np.float32], coordinates: UvMap, holes: NDArray[np.float32]) -> None:
        luma = small @ _LUMA
        on_face = coordinates.facing > _FACING
        self.luma = max(_median(luma[on_face]) if on_face.any() else float(luma.mean()), 8.0)
        shading = luma / np.float32(self.luma)
        facing = smoothstep(_EDGE_ON, _FACING, coordinates.facing)
        self.weight = np.asarray(facing * holes * smoothstep(_HAIR, _SKIN, shading), np.float32)
        self.shading = np.asarray(cv2.merge([shading, shading, shading]), np.float32)


def _median(values: NDArray[np.float32]) -> float:
    return float(np.partition(values, len(values) // 2)[len(values) // 2])


def _holes(view: FaceView, shrunk: Shrunk) -> NDArray[np.float32]:
    """0 on eyes and lips, 1 elsewhere, on the small picture."""
    rings = [ring(arc(view.landmarks, eye.upper), arc(view.landmarks, eye.lower)) for eye, _ in view.eyes_in_view()]
    rings.append(view.lips.outer)
    placed = [shrunk.place(outline) for outline in rings]
    # No feather: half-covered pixels of a small picture are soft enough once they are large.
    return 1 - fill(shrunk.local, placed, 0)


def _lay(
    small: NDArray[np.float32], skin: _Skin, alpha: NDArray[np.float32], layer: Layer, swatch: NDArray[np.float32]
) -> None:
    """Put one layer on the small picture (BGR 0..255), in place."""
    if layer.kind is Kind.HIGHLIGHTER:
        painted = _glow(small, skin, swatch)
    elif layer.kind in (Kind.CONTOUR, Kind.BRONZER):
        painted = _shadow(small, skin, swatch, _SHADE[layer.kind])
    else:
        painted = _pigment(skin, swatch, layer)
    # OpenCV's operators, for numpy is five times slower where the last axis is as short as a pixel.
    cv2.subtract(painted, small, dst=painted)
    cv2.multiply(painted, cv2.merge([alpha, alpha, alpha]), dst=painted)
    cv2.add(small, painted, dst=small)


def _pigment(skin: _Skin, swatch: NDArray[np.float32], layer: Layer) -> NDArray[np.float32]:
    """The swatch under the light that falls on the skin."""
    if layer.kind is Kind.BLUSH:
        # A thin powder scatters little light of its own: on deep skin it shows its hue, not a pale cast.
        swatch = swatch * np.float32(min(1.0, _POWDER_LIFT * skin.luma / max(float(swatch @ _LUMA), 1.0)))
    shading = skin.shading
    if layer.finish is Finish.MATTE:
        shading = np.minimum(shading, _MATTE_SHINE)
    elif layer.finish is Finish.METALLIC:
        shading = np.asarray(1 + (shading - 1) * np.float32(_METAL_CONTRAST), np.float32)
    painted = np.asarray(shading * swatch, np.float32)
    return np.minimum(painted, 255, out=painted)


def _shadow(small: NDArray[np.float32], skin: _Skin, swatch: NDArray[np.float32], shade: float) -> NDArray[np.float32]:
    """The swatch no lighter than a share of the skin, and nowhere lighter than what it lies on: it only takes light."""
    swatch = swatch * np.float32(min(1.0, shade * skin.luma / max(float(swatch @ _LUMA), 1.0)))
    return np.minimum(small, np.asarray(skin.shading * swatch, np.float32))


def _glow(small: NDArray[np.float32], skin: _Skin, swatch: NDArray[np.float32]) -> NDArray[np.float32]:
    """Screen: light added in the swatch's colour, most where light already falls.

    Deep skin gets less of it: the particles that glow on fair skin look like ash there.
    """
    swatch = swatch * np.float32(np.clip(skin.luma / _FAIR, _LEAST_GLOW, 1))
    added = np.minimum(skin.shading, _GLOW_SHADING) * (swatch * np.float32(_GLOW / 255))
    return np.asarray(small + (255 - small) * added, np.float32)
