"""Which shades of a foundation come nearest to a skin, and how each differs from it, in words and in figures."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kiosk.lab import Lab, ciede2000

if TYPE_CHECKING:
    from kiosk.catalogue import PaintedProduct, Shade

PROPOSED: Final = 3
"""Shades, nearest first."""

CLOSE: Final = 5.0
"""CIEDE2000 up to which a shade comes close to a skin: beyond it two colours side by side are plainly different."""

_SEEN, _PLAIN = 1.5, 5.0
"""CIELAB lightness: a smaller difference is not seen on a face; a larger one is more than a touch."""
_WARM_SEEN, _WARM_PLAIN = 1.5, 4.0
"""The same across hues, towards yellow."""


class Depth(StrEnum):
    """How deep a shade is beside the skin."""

    MUCH_LIGHTER = "lighter"
    A_TOUCH_LIGHTER = "touch_lighter"
    SAME = "same"
    A_TOUCH_DEEPER = "touch_deeper"
    MUCH_DEEPER = "deeper"


class Warmth(StrEnum):
    """How golden or rosy a shade is beside the skin."""

    MUCH_WARMER = "warmer"
    A_TOUCH_WARMER = "touch_warmer"
    SAME = "same"
    A_TOUCH_COOLER = "touch_cooler"
    MUCH_COOLER = "cooler"


@dataclass(frozen=True, slots=True)
class Match:
    """A shade beside a skin.

    Attributes:
        shade: one of the product's.
        difference: CIEDE2000.
        depth, warmth: what the difference is made of.
    """

    shade: Shade
    difference: float
    depth: Depth
    warmth: Warmth


def nearest_shades(product: PaintedProduct, skin: Lab) -> tuple[Match, ...]:
    """The three shades that come nearest to a skin, the nearest first; fewer where the product has fewer."""
    matches = sorted((_match(shade, skin) for shade in product.shades), key=lambda match: match.difference)
    return tuple(matches[:PROPOSED])


def _match(shade: Shade, skin: Lab) -> Match:
    swatch = Lab.of(shade.color)
    # Across hues, as a distance, so that a degree counts for more the stronger the colours are.
    turn = math.radians(swatch.hue - skin.hue)
    yellower = 2 * math.sqrt(swatch.chroma * skin.chroma) * math.sin(turn / 2)
    return Match(shade, ciede2000(swatch, skin), _depth(swatch.lightness - skin.lightness), _warmth(yellower))


def _depth(lighter: float) -> Depth:
    if abs(lighter) < _SEEN:
        return Depth.SAME
    if lighter > 0:
        return Depth.A_TOUCH_LIGHTER if lighter < _PLAIN else Depth.MUCH_LIGHTER
    return Depth.A_TOUCH_DEEPER if lighter > -_PLAIN else Depth.MUCH_DEEPER


def _warmth(yellower: float) -> Warmth:
    if abs(yellower) < _WARM_SEEN:
        return Warmth.SAME
    if yellower > 0:
        return Warmth.A_TOUCH_WARMER if yellower < _WARM_PLAIN else Warmth.MUCH_WARMER
    return Warmth.A_TOUCH_COOLER if yellower > -_WARM_PLAIN else Warmth.MUCH_COOLER
