"""What pigment does to light: swatches in CIELAB, and repainting a surface with a swatch while keeping its form."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.looks import Finish

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.light import Light
    from vision.looks import Color

_OFFSET: Final = 16.0
"""L* + 16 is proportional to the cube root of luminance, and so are a* and b* of a surface of one colour: scaling the
three together is scaling the light on it (CIE 15:2018, 8.2.1, above the linear toe)."""
_CHROMA_KEPT: Final = 0.25
"""Of the surface's own variation in a* and b*."""
_OUTSIDE: Final = 0.02
"""What a place outside the surface counts in its low-pass, so that there is one everywhere."""
_HIGHLIGHT: Final = 1.18
"""Shading above this, relative to the mean, is shine rather than form."""


def to_lab(bgr: NDArray[np.uint8]) -> NDArray[np.float32]:
    """CIELAB of 8-bit BGR, shape (H, W, 3): L 0..100."""
    return np.asarray(cv2.cvtColor(bgr.astype(np.float32) * np.float32(1 / 255), cv2.COLOR_BGR2LAB), np.float32)


def to_bgr(lab: NDArray[np.float32]) -> NDArray[np.float32]:
    """BGR 0..255 (float32, clipped) of CIELAB."""
    return np.clip(cv2.cvtColor(lab, cv2.COLOR_LAB2BGR), 0, 1) * np.float32(255)


@functools.lru_cache(maxsize=256)
def lit(color: Color, light: Light) -> tuple[float, float, float]:
    """A swatch in CIELAB under a scene's light."""
    pixel = light.on(color)[None, None] / np.float32(255)
    lightness, green_red, blue_yellow = cv2.cvtColor(pixel, cv2.COLOR_BGR2LAB)[0, 0]
    return float(lightness), float(green_red), float(blue_yellow)


def mean_lab(lab: NDArray[np.float32], weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean colour under a weight, shape (3,)."""
    total = max(float(weight.sum()), 1e-6)
    return np.asarray(np.tensordot(weight, lab, 2) / total, np.float32)


class Surface:
    """A painted surface as it is without paint.

    Attributes:
        lab: CIELAB, shape (H, W, 3).
        mean: its mean colour, shape (3,).
        base: its low-pass lightness, shape (H, W): form without texture.
    """

    def __init__(self, lab: NDArray[np.float32], weight: NDArray[np.float32], grain: float) -> None:
        """Measure it.

        Args:
            lab: the picture, shape (H, W, 3).
            weight: what belongs to the surface, shape (H, W), 0..1.
            grain: standard deviation that parts form from texture, pixels.
        """
        self.lab = lab
        self.mean = mean_lab(lab, weight)
        self.base = _low_pass(lab[..., 0], weight, max(grain, 0.6))


def repaint(surface: Surface, target: tuple[float, float, float], finish: Finish) -> NDArray[np.float32]:
    """The surface as if it were of the target colour under the same light.

    Shading is the surface's low-pass lightness relative to its mean and multiplies the target. Shine, the part of it
    far above the mean, is white and is kept, dulled or raised by the finish. Fine detail stays, in proportion.

    Args:
        surface: what is painted.
        target: the swatch, already under the scene's light.
        finish: the product's surface.

    Returns:
        CIELAB, shape (H, W, 3).
    """
    lab, mean, base = surface.lab, surface.mean, surface.base
    own = max(float(mean[0]) + _OFFSET, 1.0)
    shading = (base + np.float32(_OFFSET)) * np.float32(1 / own)
    form = np.minimum(shading, _HIGHLIGHT)
    shine = shading - form
    form = 1 + (form - 1) * np.float32(_CONTRAST[finish])
    wanted = np.float32(target[0] + _OFFSET)
    detail = (lab[..., 0] - base) * (np.float32(_GRAIN[finish]) * wanted / np.float32(own))
    out = np.empty_like(lab)
    out[..., 0] = np.clip(
        wanted * form + shine * np.float32(_SHINE[finish] * own) + detail - np.float32(_OFFSET), 0, 100
    )
    fade = form * (1 - np.clip(shine * np.float32(_BLEACH[finish]), 0, 0.8))
    out[..., 1] = target[1] * fade + _CHROMA_KEPT * (lab[..., 1] - mean[1])
    out[..., 2] = target[2] * fade + _CHROMA_KEPT * (lab[..., 2] - mean[2])
    return out


def _low_pass(lightness: NDArray[np.float32], weight: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
    """Lightness blurred among what belongs to the surface, so that the skin beside it does not light its rim."""
    inside = weight + np.float32(_OUTSIDE)
    blurred = cv2.GaussianBlur(lightness * inside, (0, 0), sigma)
    return np.asarray(blurred / cv2.GaussianBlur(inside, (0, 0), sigma), np.float32)


_CONTRAST: Final = {
    Finish.MATTE: 0.85,
    Finish.SATIN: 1.0,
    Finish.GLOSS: 1.0,
    Finish.SHEER: 1.0,
    Finish.METALLIC: 1.45,
    Finish.SHIMMER: 1.1,
}
"""How much of the form's contrast the finish shows."""
_GRAIN: Final = {**dict.fromkeys(Finish, 1.0), Finish.METALLIC: 1.3}
"""How much of the fine detail's contrast the finish shows."""
_SHINE: Final = {
    Finish.MATTE: 0.35,
    Finish.SATIN: 1.0,
    Finish.GLOSS: 1.25,
    Finish.SHEER: 1.0,
    Finish.METALLIC: 1.2,
    Finish.SHIMMER: 1.0,
}
"""How much of the surface's own shine stays."""
_BLEACH: Final = {
    Finish.MATTE: 0.5,
    Finish.SATIN: 1.5,
    Finish.GLOSS: 2.0,
    Finish.SHEER: 1.5,
    Finish.METALLIC: 0.0,
    Finish.SHIMMER: 1.0,
}
"""How much colour a highlight loses; a metal's highlight keeps the metal's colour."""
