"""Words for a colour: how deep, how warm, which hue.

A shade's name ("Vesper") says nothing to a shopper who cannot see the swatch, so the screen also says "deep cool red".
The keys here are what the screen translates.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from vision.looks import Color


class Depth(StrEnum):
    """How light or dark a colour is."""

    PALE = "pale"
    LIGHT = "light"
    MEDIUM = "medium"
    DEEP = "deep"
    VERY_DEEP = "very_deep"


class Temperature(StrEnum):
    """Towards yellow or towards blue, within its hue."""

    WARM = "warm"
    NEUTRAL = "neutral"
    COOL = "cool"


class Hue(StrEnum):
    """The family that a shopper would file a colour under."""

    BLACK = "black"
    GREY = "grey"
    WHITE = "white"
    BEIGE = "beige"
    BROWN = "brown"
    PINK = "pink"
    RED = "red"
    ORANGE = "orange"
    GOLD = "gold"
    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    PURPLE = "purple"


@dataclass(frozen=True, slots=True)
class Tone:
    """A colour in three words."""

    depth: Depth
    temperature: Temperature
    hue: Hue


@dataclass(frozen=True, slots=True)
class _Lch:
    """CIELAB under D65 in polar form: lightness 0..100, chroma 0 and up, hue in degrees 0..360."""

    lightness: float
    chroma: float
    hue: float


_WHITE_POINT: Final = (0.95047, 1.0, 1.08883)
_GREY_CHROMA: Final = 7.0
_MUTED_CHROMA: Final = 38.0
_DEPTHS: Final = ((22.0, Depth.VERY_DEEP), (40.0, Depth.DEEP), (62.0, Depth.MEDIUM), (80.0, Depth.LIGHT))
_HUES: Final = (
    (14.0, Hue.PINK),
    (46.0, Hue.RED),
    (68.0, Hue.ORANGE),
    (105.0, Hue.GOLD),
    (170.0, Hue.GREEN),
    (225.0, Hue.TEAL),
    (295.0, Hue.BLUE),
    (340.0, Hue.PURPLE),
    (360.0, Hue.PINK),
)
"""Where each family ends, in degrees of CIELAB hue."""

_WARM_AXIS: Final = 62.0
"""The hue (between orange and gold) that painters call warmest; its opposite is coldest."""


def tone_of(color: Color) -> Tone:
    """The words for a swatch."""
    lch = _lch(color)
    return Tone(_depth(lch), _temperature(lch), _hue(lch))


def _depth(lch: _Lch) -> Depth:
    return next((depth for below, depth in _DEPTHS if lch.lightness < below), Depth.PALE)


def _temperature(lch: _Lch) -> Temperature:
    if lch.chroma < _GREY_CHROMA:
        return Temperature.NEUTRAL
    distance = abs((lch.hue - _WARM_AXIS + 180.0) % 360.0 - 180.0)
    if distance < 33.0:
        return Temperature.WARM
    return Temperature.NEUTRAL if distance < 42.0 else Temperature.COOL


def _hue(lch: _Lch) -> Hue:
    if lch.chroma < _GREY_CHROMA:
        return Hue.BLACK if lch.lightness < 25.0 else Hue.WHITE if lch.lightness > 85.0 else Hue.GREY
    family = next(hue for below, hue in _HUES if lch.hue <= below)
    if family in {Hue.ORANGE, Hue.GOLD} and lch.chroma < _MUTED_CHROMA:
        return Hue.BEIGE if lch.lightness > 65.0 else Hue.BROWN
    if family is Hue.RED:
        return _red(lch)
    return family


def _red(lch: _Lch) -> Hue:
    """Light or muted reds have names of their own."""
    if lch.lightness > 55.0:
        return Hue.PINK if lch.hue < 36.0 or lch.chroma > _MUTED_CHROMA else Hue.BEIGE
    return Hue.BROWN if lch.chroma < 24.0 and lch.hue > 25.0 else Hue.RED


def _lch(color: Color) -> _Lch:
    red, green, blue = (_linear(channel / 255.0) for channel in (color.red, color.green, color.blue))
    x = _cube_root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / _WHITE_POINT[0])
    y = _cube_root((0.2126729 * red + 0.7151522 * green + 0.0721750 * blue) / _WHITE_POINT[1])
    z = _cube_root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / _WHITE_POINT[2])
    a, b = 500.0 * (x - y), 200.0 * (y - z)
    return _Lch(116.0 * y - 16.0, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360.0)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _cube_root(value: float) -> float:
    return value ** (1.0 / 3.0) if value > 0.008856 else 7.787 * value + 16.0 / 116.0
