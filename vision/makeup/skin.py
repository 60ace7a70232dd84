"""Soft products on the skin: foundation, concealer, contour, bronzer, blush, highlighter, eyeshadow.

They change the skin's low-pass colour only. The change is worked out on a small picture of the face and added to the
frame at full size, so pores, hairs and freckles stay as they are and the cost of a layer does not grow with the face.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.looks import Finish, Kind
from vision.makeup.brush import SIDE
from vision.makeup.canvas import spread
from vision.makeup.coat import LUMA
from vision.makeup.face_view import LEFT_EYE, RIGHT_EYE
from vision.makeup.footprint import footprint
from vision.makeup.patch import Patch, fill, smoothstep
from vision.makeup.patterns import parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from vision.geometry import Rect
    from vision.looks import Layer
    from vision.makeup.canvas import Canvas
    from vision.makeup.face_view import FaceView
    from vision.makeup.shrink import Shrunk
    from vision.makeup.uv import UvMap

SOFT_KINDS: Final = frozenset(
    {Kind.FOUNDATION, Kind.CONCEALER, Kind.CONTOUR, Kind.BRONZER, Kind.BLUSH, Kind.HIGHLIGHTER, Kind.EYESHADOW}
)
_FACING: Final = 0.99
"""How far skin must face the camera to tell of the light."""
_HAIR, _SKIN = 0.35, 0.6
"""Luma over the skin's median between which hair ends and skin begins."""
_DARKEST: Final = 8.0
"""Luma of skin at least: below, noise is all that there is."""
_MATTE_SHINE: Final = 1.12
"""Matte products cut shading above this, relative to the skin's median."""
_DEWY: Final = 1.6
"""How much a glossy product raises the light above the skin's median."""
_CONCEALED: Final = 0.5
"""How much of the shadow under an eye shows through a concealer that covers it."""
_METAL_CONTRAST: Final = 1.6
_SHADE: Final = {Kind.CONTOUR: 0.72, Kind.BRONZER: 0.85}
"""How light they look at most, over the skin."""
_FAIR, _LEAST_GLOW = 130.0, 0.45
"""Luma of skin on which a highlighter glows in full, and the share of its glow on the deepest."""
_GLOW, _GLOW_SHADING = 0.55, 1.2
"""Light that a highlighter sends back, and the shading from which on it sends no more."""
_POWDER_LIFT: Final = 1.3
"""How much lighter than the skin a blush may look."""
_SPARKLE: Final = {Finish.SHIMMER: np.float32(70.0), Finish.METALLIC: np.float32(35.0)}
"""What the brightest particle adds to each channel."""
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
    """Where one layer went.

    Attributes:
        layer: what was laid.
        frame: the frame's rectangle.
        shrunk: the small picture.
        share: of the swatch that is seen at each place of it, float32 (h, w).
    """

    layer: Layer
    frame: Rect
    shrunk: Shrunk
    share: NDArray[np.float32]

    @property
    def alpha(self) -> NDArray[np.float32]:
        """The coverage on the small picture, float32 (h, w)."""
        return self.share * np.float32(1 / _DEPTH[self.layer.kind])

    def patch(self) -> Patch:
        """The coverage at the frame's size."""
        seen = self.shrunk.rect.clipped(self.frame)
        return Patch(seen, np.ascontiguousarray(self.shrunk.enlarged(self.alpha, seen)))


def paint_skin(image: NDArray[np.uint8], view: FaceView, layers: Sequence[Layer], canvas: Canvas) -> list[SoftCoverage]:
    """Put soft layers on the picture, in place and in order; returns where each of them went."""
    if not view.eyes_in_view():
        layers = [layer for layer in layers if layer.kind is not Kind.EYESHADOW]
    if not layers:
        return []
    place = footprint(layers)
    shrunk = canvas.shrunk(place)
    if shrunk is None:
        return []
    coordinates = canvas.map(shrunk, place)
    before = shrunk.pixels.astype(np.float32)
    skin = _Skin(shrunk, coordinates, view)
    after = before.copy()
    done = [SoftCoverage(layer, view.frame, shrunk, _lay(after, skin, layer, view)) for layer in layers]
    spread(after - before, image, shrunk)
    for cover in done:
        if cover.layer.finish in _SPARKLE:
            for rect, glint in canvas.glitter(coordinates, cover.alpha, shrunk):
                _sparkle(image[rect.slices], glint, view.light.white * _SPARKLE[cover.layer.finish])
    return done


def _sparkle(pixels: NDArray[np.uint8], glint: NDArray[np.uint8], white: NDArray[np.float32]) -> None:
    """Particles at the frame's own size, 0..255; ``white`` is what the brightest adds, BGR 0..255."""
    lights = [cv2.convertScaleAbs(glint, alpha=float(gain) / 255) for gain in white]
    cv2.add(pixels, cv2.merge(lights), dst=pixels)


def _lay(small: NDArray[np.float32], skin: _Skin, layer: Layer, view: FaceView) -> NDArray[np.float32]:
    """Put one layer on the small picture (BGR 0..255), in place; returns the share of the swatch that is seen there."""
    shading = _shading(skin, layer.finish)
    if layer.kind is Kind.CONCEALER:
        shading = np.asarray(1 + (shading - 1) * np.float32(_CONCEALED), np.float32)
    weight = skin.lids if layer.kind is Kind.EYESHADOW else skin.weight
    weight = weight * np.float32(layer.coverage * _DEPTH[layer.kind])
    shares = []
    for part in parts(layer):
        share = skin.coordinates.sample(part.alpha)
        share *= weight
        painted = _painted(small, skin, shading, layer.kind, view.light.on(part.color))
        cv2.blendLinear(small, painted, 1 - share, share, dst=small)
        shares.append(share)
    return shares[0] if len(shares) == 1 else np.asarray(np.max(shares, axis=0), np.float32)


# --- The skin beneath -------------------------------------------------------------------------------------------------


class _Skin:
    """What is skin in a small picture, and how its light falls.

    Attributes:
        coordinates: where it lies on the canonical face.
        weight: float32 (h, w), 0 where nothing may be painted.
        lids: the same for what is painted around the eyes, which an eye that is turned away does not get.
        luma: the skin's median, 0..255.
        shading: float32 (h, w), luma over the skin's median.
    """

    def __init__(self, shrunk: Shrunk, coordinates: UvMap, view: FaceView) -> None:
        luma = cv2.cvtColor(shrunk.pixels, cv2.COLOR_BGR2GRAY).astype(np.float32)
        on_face = luma[::2, ::2][coordinates.facing[::2, ::2] > _FACING]
        self.luma = max(_median(on_face) if len(on_face) > 0 else float(luma.mean()), _DARKEST)
        self.coordinates = coordinates
        self.shading = luma * np.float32(1 / self.luma)
        skin = smoothstep(_HAIR, _SKIN, self.shading)
        skin *= coordinates.facing
        self.weight = _without_holes(skin, view, shrunk)
        self.lids = self.weight * _near_side(coordinates, view) if view.turned_away else self.weight


def _median(values: NDArray[np.float32]) -> float:
    return float(np.partition(values, len(values) // 2)[len(values) // 2])


def _without_holes(skin: NDArray[np.float32], view: FaceView, shrunk: Shrunk) -> NDArray[np.float32]:
    """The same without eyes and lips."""
    rings = [view.opening(eye) for eye, _ in view.eyes_in_view()]
    placed = [shrunk.place(outline) for outline in (*rings, view.lips.outer)]
    # No feather: half-covered pixels of a small picture are soft enough once they are large.
    return np.asarray(skin * (1 - fill(shrunk.local, placed, 0)), np.float32)


def _near_side(coordinates: UvMap, view: FaceView) -> NDArray[np.float32]:
    """How much of its paint each eye shows, over the half of the face that it is in."""
    shares = dict(view.eyes_in_view())
    right, left = np.float32(shares.get(RIGHT_EYE, 0.0)), np.float32(shares.get(LEFT_EYE, 0.0))
    return np.where(coordinates.u < SIDE / 2, right, left)


# --- What products look like on it ------------------------------------------------------------------------------------


def _shading(skin: _Skin, finish: Finish) -> NDArray[np.float32]:
    """The light on the skin, over its median, as a finish answers it."""
    if finish is Finish.MATTE:
        return np.asarray(np.minimum(skin.shading, np.float32(_MATTE_SHINE)), np.float32)
    if finish is Finish.METALLIC:
        return np.asarray(1 + (skin.shading - 1) * np.float32(_METAL_CONTRAST), np.float32)
    if finish is Finish.GLOSS:
        return np.asarray(np.maximum(skin.shading, 1 + (skin.shading - 1) * np.float32(_DEWY)), np.float32)
    return skin.shading


def _painted(
    small: NDArray[np.float32], skin: _Skin, shading: NDArray[np.float32], kind: Kind, swatch: NDArray[np.float32]
) -> NDArray[np.float32]:
    """What the small picture looks like under a product that covers it, BGR 0..255; the swatch is under its light."""
    if kind is Kind.HIGHLIGHTER:
        return _glow(small, skin, swatch)
    of_skin = skin.luma / max(float(swatch @ LUMA), 1.0)
    if kind in _SHADE:
        # It only takes light: no lighter than a share of the skin, and nowhere lighter than what it lies on.
        shadow = _lit(skin.shading, swatch * np.float32(min(1.0, _SHADE[kind] * of_skin)))
        return np.asarray(cv2.min(small, shadow), np.float32)
    if kind is Kind.BLUSH:
        # A thin powder scatters little light of its own: on deep skin it shows its hue, not a pale cast.
        swatch = swatch * np.float32(min(1.0, _POWDER_LIFT * of_skin))
    painted = _lit(shading, swatch)
    return np.minimum(painted, 255, out=painted)


def _lit(shading: NDArray[np.float32], swatch: NDArray[np.float32]) -> NDArray[np.float32]:
    """A colour under the light that falls on the skin, shape (h, w, 3)."""
    return np.asarray(cv2.merge([shading * channel for channel in swatch]), np.float32)


def _glow(small: NDArray[np.float32], skin: _Skin, swatch: NDArray[np.float32]) -> NDArray[np.float32]:
    """Screen: light added in the swatch's colour, most where light already falls.

    Deep skin gets less of it: the particles that glow on fair skin look like ash there.
    """
    strength = swatch * np.float32(np.clip(skin.luma / _FAIR, _LEAST_GLOW, 1) * _GLOW / 255)
    added = _lit(np.minimum(skin.shading, np.float32(_GLOW_SHADING)), strength)
    return np.asarray(small + (255 - small) * added, np.float32)
