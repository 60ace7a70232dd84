"""Words for a colour: how deep, how warm, which hue.

A shade's name ("Vesper") says nothing to a shopper who cannot see the swatch, so the screen also says "deep cool red".
The keys here are what the screen translates.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kiosk.lab import Lab

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
    PLUM = "plum"
    RED = "red"
    CORAL = "coral"
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
class _Family:
    """A region of the colour space, and which of its hues are its warm and its cool ones.

    Attributes:
        lightness, chroma: from, and below.
        hues, warm, cool: arcs of hue, degrees, from and below, passing 0 where the second is the smaller; empty arcs
            leave the family neutral.
    """

    hue: Hue
    lightness: tuple[float, float] = (0.0, 101.0)
    chroma: tuple[float, float] = (0.0, 200.0)
    hues: tuple[float, float] = (0.0, 360.0)
    warm: tuple[float, float] = (0.0, 0.0)
    cool: tuple[float, float] = (0.0, 0.0)

    def __contains__(self, lab: Lab) -> bool:
        return (
            self.lightness[0] <= lab.lightness < self.lightness[1]
            and self.chroma[0] <= lab.chroma < self.chroma[1]
            and (self.hues == (0.0, 360.0) or _on_arc(lab.hue, self.hues))
        )


_GREYISH: Final = (0.0, 7.0)
_FAMILIES: Final = (
    _Family(Hue.BLACK, lightness=(0.0, 25.0), chroma=_GREYISH),
    _Family(Hue.WHITE, lightness=(85.0, 101.0), chroma=_GREYISH),
    _Family(Hue.GREY, chroma=_GREYISH),
    _Family(Hue.BROWN, (0.0, 62.0), (20.0, 34.0), (28.0, 50.0), warm=(28.0, 50.0)),
    _Family(Hue.BROWN, (0.0, 62.0), (7.0, 34.0), (28.0, 105.0), warm=(64.0, 105.0), cool=(28.0, 55.0)),
    _Family(Hue.BEIGE, (62.0, 101.0), (7.0, 30.0), (20.0, 105.0), warm=(64.0, 105.0), cool=(20.0, 58.0)),
    _Family(Hue.CORAL, lightness=(55.0, 101.0), hues=(26.0, 58.0), warm=(34.0, 58.0)),
    _Family(Hue.PLUM, lightness=(0.0, 45.0), hues=(325.0, 15.0), warm=(5.0, 15.0), cool=(325.0, 355.0)),
    _Family(Hue.PINK, lightness=(45.0, 101.0), hues=(335.0, 15.0), warm=(12.0, 15.0), cool=(335.0, 5.0)),
    _Family(Hue.PINK, lightness=(50.0, 101.0), hues=(15.0, 26.0), warm=(18.0, 26.0)),
    _Family(Hue.RED, hues=(335.0, 46.0), warm=(32.0, 46.0), cool=(335.0, 25.0)),
    _Family(Hue.ORANGE, hues=(46.0, 68.0), warm=(46.0, 68.0)),
    _Family(Hue.GOLD, hues=(68.0, 105.0), warm=(68.0, 92.0)),
    _Family(Hue.GREEN, hues=(105.0, 170.0), warm=(105.0, 128.0), cool=(145.0, 170.0)),
    _Family(Hue.TEAL, hues=(170.0, 225.0), cool=(180.0, 225.0)),
    _Family(Hue.BLUE, hues=(225.0, 295.0), cool=(225.0, 290.0)),
    _Family(Hue.PURPLE, hues=(295.0, 335.0), warm=(322.0, 335.0), cool=(295.0, 312.0)),
)
"""The first that a colour lies in names it; muted and light colours have names of their own before their hue does."""

_DEPTHS: Final = ((22.0, Depth.VERY_DEEP), (40.0, Depth.DEEP), (62.0, Depth.MEDIUM), (80.0, Depth.LIGHT))
"""Where each depth ends, in CIELAB lightness."""


def tone_of(color: Color) -> Tone:
    """The words for a swatch."""
    lab = Lab.of(color)
    family = next(family for family in _FAMILIES if lab in family)
    depth = next((depth for below, depth in _DEPTHS if lab.lightness < below), Depth.PALE)
    return Tone(depth, _temperature(lab, family), family.hue)


def _temperature(lab: Lab, family: _Family) -> Temperature:
    if _on_arc(lab.hue, family.warm):
        return Temperature.WARM
    return Temperature.COOL if _on_arc(lab.hue, family.cool) else Temperature.NEUTRAL


def _on_arc(hue: float, arc: tuple[float, float]) -> bool:
    start, end = arc
    return (hue - start) % 360.0 < (end - start) % 360.0
