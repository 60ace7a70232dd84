"""Lamps and daylight: how far a scene's light is from a well-lit neutral one, as two numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from vision.light import LUMINANCE, Light

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NEUTRAL_KELVIN: Final = 6500.0
"""Where sRGB's white lies."""
_COOLEST, _WARMEST = -100.0, 250.0
"""Mired from neutral: an open blue sky, and a dim incandescent bulb."""
_STEP: Final = 10.0
_XYZ_TO_BGR: Final = np.array(
    [
        [0.0556434, -0.2040259, 1.0572252],
        [-0.9692660, 1.8760108, 0.0415560],
        [3.2404542, -1.5371385, -0.4985314],
    ]
)
"""IEC 61966-2-1, with the rows in OpenCV's order."""


@dataclass(frozen=True, slots=True)
class Illuminant:
    """A light of a black body's colour.

    Attributes:
        mired: reciprocal megakelvins from a neutral light; a warm lamp is positive, the blue sky negative.
        stops: doublings of light from a well-lit scene; below 0 is dim.
    """

    mired: float
    stops: float

    @classmethod
    def of_colour(cls, blue_over_green: float, stops: float) -> Illuminant:
        """The one with this natural logarithm of blue over green, both linear; clamped to lamps that there are."""
        # The table falls; np.interp wants it to rise.
        return cls(float(np.interp(-blue_over_green, -_BLUE_OVER_GREEN, _MIREDS)), stops)

    def light(self) -> Light:
        """What it does to each channel; its colour leaves white's luminance as it is."""
        blue, green, red = (
            float(np.exp(np.interp(self.mired, _MIREDS, _LOG_GAINS[:, channel]))) * 2.0**self.stops
            for channel in range(3)
        )
        return Light(blue, green, red)


def _planckian_bgr(kelvin: float) -> NDArray[np.float64]:
    """Linear BGR of a black body at luminance 1.

    Kim et al., US patent 7024034 (2006): cubic splines of the Planckian locus in CIE 1931 x, y, 1667..25000 K.
    """
    t = 1000.0 / kelvin
    if kelvin <= 4000:  # noqa: PLR2004 - where the splines meet
        x = -0.2661239 * t**3 - 0.2343589 * t**2 + 0.8776956 * t + 0.179910
    else:
        x = -3.0258469 * t**3 + 2.1070379 * t**2 + 0.2226347 * t + 0.240390
    if kelvin <= 2222:  # noqa: PLR2004
        y = -1.1063814 * x**3 - 1.34811020 * x**2 + 2.18555832 * x - 0.20219683
    elif kelvin <= 4000:  # noqa: PLR2004
        y = -0.9549476 * x**3 - 1.37418593 * x**2 + 2.09137015 * x - 0.16748867
    else:
        y = 3.0817580 * x**3 - 5.87338670 * x**2 + 3.75112997 * x - 0.37001483
    return np.asarray(_XYZ_TO_BGR @ np.array([x / y, 1.0, (1 - x - y) / y]))


def _log_gains() -> NDArray[np.float64]:
    """Natural logarithms of BGR gains for each of ``_MIREDS``, shape (N, 3)."""
    neutral = _planckian_bgr(_NEUTRAL_KELVIN)
    lamps = np.array([_planckian_bgr(1e6 / (1e6 / _NEUTRAL_KELVIN + mired)) for mired in _MIREDS]) / neutral
    return np.asarray(np.log(lamps / (lamps @ np.array(LUMINANCE))[:, None]))


_MIREDS: Final = np.arange(_COOLEST, _WARMEST + 1, _STEP)
_LOG_GAINS: Final = _log_gains()
_BLUE_OVER_GREEN: Final = _LOG_GAINS[:, 0] - _LOG_GAINS[:, 1]
