"""Light that a photograph was not taken in: warmer, cooler, brighter or dimmer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from vision.light import to_linear, to_srgb

if TYPE_CHECKING:
    from numpy.typing import NDArray

_DAYLIGHT: Final = 6500.0
"""Kelvin; what pictures are balanced for."""
_TO_SRGB: Final = np.array(
    [[3.2404542, -1.5371385, -0.4985314], [-0.9692660, 1.8760108, 0.0415560], [0.0556434, -0.2040259, 1.0572252]]
)
"""XYZ to linear red, green, blue (IEC 61966-2-1)."""
_LUMINANCE: Final = np.array([0.0722, 0.7152, 0.2126])
"""Of linear blue, green, red (ITU-R BT.709)."""


def lamp(mired: float) -> NDArray[np.float64]:
    """Gains of linear blue, green and red under a lamp that is warmer than 6500 K by so many mired, white as bright.

    Args:
        mired: a million over the colour temperature, less that of 6500 K; above 0 is warmer.
    """
    kelvin = 1e6 / (1e6 / _DAYLIGHT + mired)
    gains = (_planckian(kelvin) / _planckian(_DAYLIGHT))[::-1]
    return np.asarray(gains / (gains @ _LUMINANCE))


def _planckian(kelvin: float) -> NDArray[np.float64]:
    """Linear red, green, blue of a black body, its luminance 1.

    Chromaticity by the cubic of Kim et al., US patent 7024034 B2 (2006), for 4000 to 25000 K.
    """
    t = 1e3 / kelvin
    x = -3.0258469 * t**3 + 2.1070379 * t**2 + 0.2226347 * t + 0.240390
    y = 3.0817580 * x**3 - 5.87338670 * x**2 + 3.75112997 * x - 0.37001483
    return np.asarray(_TO_SRGB @ np.array([x / y, 1.0, (1 - x - y) / y]))


def relit(image: NDArray[np.uint8], gains: NDArray[np.float64]) -> NDArray[np.uint8]:
    """An image (BGR, shape (H, W, 3)), its linear channels multiplied by gains, shape (3,), and clipped."""
    stored = np.arange(256, dtype=np.float32) / np.float32(255)
    curves = to_srgb(np.clip(to_linear(stored)[:, None] * gains.astype(np.float32), 0, 1))
    levels = np.rint(curves * 255).astype(np.uint8)
    return np.stack([levels[image[..., channel], channel] for channel in range(3)], axis=-1)
