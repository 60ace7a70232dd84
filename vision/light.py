"""The light of a scene, as it changes what a camera shows of a colour."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from vision.looks import Color

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WHITE: Final = Color(255, 255, 255)
LUMINANCE: Final = (0.0722, 0.7152, 0.2126)
"""Of linear blue, green and red (ITU-R BT.709, which sRGB shares)."""
_KNEE, _SLOPE = 0.0031308, 12.92
"""Below the knee, of linear light, sRGB is a straight line."""


@dataclass(frozen=True, slots=True)
class Light:
    """How the camera shows a surface, over how it shows it in a well-lit neutral scene.

    Attributes:
        blue, green, red: factors of the linear channels, above 0; all three are 1 in a well-lit neutral scene.
    """

    blue: float
    green: float
    red: float

    @property
    def level(self) -> float:
        """The luminance of white there, 1 being well lit."""
        return sum(weight * gain for weight, gain in zip(LUMINANCE, (self.blue, self.green, self.red), strict=True))

    @property
    def white(self) -> NDArray[np.float32]:
        """How white looks there, BGR 0..1 as stored in pictures, shape (3,); read-only."""
        return np.divide(self.on(_WHITE), 255, dtype=np.float32)

    def on(self, color: Color) -> NDArray[np.float32]:
        """How a swatch looks there, BGR 0..255, shape (3,); read-only."""
        return _seen(color, self)


NEUTRAL: Final = Light(1.0, 1.0, 1.0)
"""A well-lit neutral scene: swatches look as they are printed."""


def to_linear(srgb: NDArray[np.float32]) -> NDArray[np.float32]:
    """Linear light of sRGB values, both 0..1 (IEC 61966-2-1)."""
    return np.where(srgb <= _KNEE * _SLOPE, srgb / _SLOPE, ((srgb + 0.055) / 1.055) ** 2.4).astype(np.float32)


def to_srgb(linear: NDArray[np.float32]) -> NDArray[np.float32]:
    """What a picture stores of linear light, both 0..1 (IEC 61966-2-1)."""
    return np.where(linear <= _KNEE, linear * _SLOPE, 1.055 * linear ** (1 / 2.4) - 0.055).astype(np.float32)


@functools.lru_cache(maxsize=256)
def _seen(color: Color, light: Light) -> NDArray[np.float32]:
    swatch = to_linear(np.array((color.blue, color.green, color.red), np.float32) / np.float32(255))
    seen = to_srgb(np.clip(swatch * np.array((light.blue, light.green, light.red), np.float32), 0, 1)) * 255
    seen.setflags(write=False)
    return np.asarray(seen, np.float32)
