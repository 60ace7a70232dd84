"""CIELAB colours and how different two of them look."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from vision.looks import Color

_WHITE_POINT: Final = (0.95047, 1.0, 1.08883)
_SRGB_LINEAR_BELOW: Final = 0.04045
_LAB_LINEAR_BELOW: Final = 0.008856
_TO_THE_7TH: Final = 25.0**7


@dataclass(frozen=True, slots=True)
class Lab:
    """A colour in CIELAB under D65.

    Attributes:
        lightness: 0..100.
        green_red, blue_yellow: a* and b*.
    """

    lightness: float
    green_red: float
    blue_yellow: float

    @classmethod
    def of(cls, color: Color) -> Lab:
        """A swatch's."""
        red, green, blue = (_linear(channel / 255.0) for channel in (color.red, color.green, color.blue))
        x = _cube_root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / _WHITE_POINT[0])
        y = _cube_root((0.2126729 * red + 0.7151522 * green + 0.0721750 * blue) / _WHITE_POINT[1])
        z = _cube_root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / _WHITE_POINT[2])
        return cls(116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z))

    @property
    def chroma(self) -> float:
        """Distance from grey."""
        return math.hypot(self.green_red, self.blue_yellow)

    @property
    def hue(self) -> float:
        """Degrees, 0..360: red at 0, yellow at 90."""
        return math.degrees(math.atan2(self.blue_yellow, self.green_red)) % 360.0


def ciede2000(one: Lab, other: Lab) -> float:
    """How different two colours look; 1 is just to be seen side by side.

    CIE 142:2001 in the notation of Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula" (2005), with all
    weights 1.
    """
    mean_chroma = (one.chroma + other.chroma) / 2
    stretch = 1 + 0.5 * (1 - math.sqrt(mean_chroma**7 / (mean_chroma**7 + _TO_THE_7TH)))
    first = Lab(one.lightness, one.green_red * stretch, one.blue_yellow)
    second = Lab(other.lightness, other.green_red * stretch, other.blue_yellow)
    chroma, turn = (first.chroma + second.chroma) / 2, _turn(first, second)
    hue = _mean_hue(first, second)
    lightness_apart = (second.lightness - first.lightness) / _lightness_weight((first.lightness + second.lightness) / 2)
    chroma_apart = (second.chroma - first.chroma) / (1 + 0.045 * chroma)
    hue_apart = 2 * math.sqrt(first.chroma * second.chroma) * math.sin(math.radians(turn) / 2)
    hue_apart /= 1 + 0.015 * chroma * _hue_weight(hue)
    rotation = 2 * math.sqrt(chroma**7 / (chroma**7 + _TO_THE_7TH))
    rotation *= -math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    squares = lightness_apart**2 + chroma_apart**2 + hue_apart**2 + rotation * chroma_apart * hue_apart
    return math.sqrt(max(squares, 0.0))


def _turn(first: Lab, second: Lab) -> float:
    """Degrees from one hue to the other, the shorter way; 0 where one of them is grey."""
    if first.chroma * second.chroma == 0:
        return 0.0
    turn = second.hue - first.hue
    return turn - 360 if turn > 180 else turn + 360 if turn < -180 else turn  # noqa: PLR2004 - half a circle


def _mean_hue(first: Lab, second: Lab) -> float:
    if first.chroma * second.chroma == 0:
        return first.hue + second.hue
    total = first.hue + second.hue
    if abs(first.hue - second.hue) <= 180:  # noqa: PLR2004 - half a circle
        return total / 2
    return (total + 360) / 2 if total < 360 else (total - 360) / 2  # noqa: PLR2004 - a circle


def _lightness_weight(lightness: float) -> float:
    off = (lightness - 50) ** 2
    return 1 + 0.015 * off / math.sqrt(20 + off)


def _hue_weight(hue: float) -> float:
    return (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _SRGB_LINEAR_BELOW else float(((channel + 0.055) / 1.055) ** 2.4)


def _cube_root(value: float) -> float:
    return value ** (1.0 / 3.0) if value > _LAB_LINEAR_BELOW else 7.787 * value + 16.0 / 116.0
