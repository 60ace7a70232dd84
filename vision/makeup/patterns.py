"""Where soft products go on a face: patterns drawn once on the canonical face's texture coordinates."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from vision import landmarks as lm
from vision.looks import Kind
from vision.makeup.brush import SIDE, Stroke, at, filled, on_both_sides, over
from vision.makeup.patch import smoothstep
from vision.makeup.shadow_patterns import shadow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vision.looks import Color, Layer
    from vision.makeup.brush import Texture

_NOSE: Final = Stroke((193, 122, 196, 3, 51, 45), 0.008, 0.009, 0.4)
"""Down both sides of the bridge."""

_STROKES: Final[Mapping[tuple[Kind, str], tuple[Stroke, ...]]] = {
    (Kind.BLUSH, "apples"): (Stroke((205, 50, 117, 123), 0.06, 0.043),),
    (Kind.BLUSH, "draped"): (Stroke((50, 117, 111, 35, 156), 0.04, 0.034),),
    (Kind.BLUSH, "lifted"): (Stroke((50, 116, 143, 34), 0.035, 0.028),),
    (Kind.BLUSH, "sun_kissed"): (
        Stroke((123, 118, 101, 142), 0.05, 0.033),
        Stroke((142, 198, 236, 195), 0.028, 0.022, 0.55),
    ),
    (Kind.BRONZER, ""): (
        Stroke((103, 54, 21, 162), 0.07, 0.035, 0.9),
        Stroke((127, 116, 123, 187), 0.05, 0.035),
        Stroke((172, 136, 150), 0.05, 0.03, 0.7),
    ),
    # What is broad is narrowed and what is long is shortened, towards an oval.
    (Kind.CONTOUR, "oval"): (
        Stroke((93, 137, 147, 187), 0.03, 0.024),
        Stroke((58, 172, 136, 150, 149), 0.03, 0.024, 0.6),
        Stroke((103, 54, 21), 0.04, 0.028, 0.5),
        _NOSE,
    ),
    (Kind.CONTOUR, "round"): (
        Stroke((93, 137, 147, 187, 207), 0.034, 0.024),
        Stroke((71, 139, 34, 227), 0.04, 0.028, 0.8),
        Stroke((177, 215, 138, 135, 169), 0.036, 0.026, 0.85),
        _NOSE,
    ),
    (Kind.CONTOUR, "square"): (
        Stroke((215, 138, 135, 169), 0.05, 0.028),
        Stroke((68, 71, 139), 0.045, 0.028, 0.8),
        Stroke((93, 137, 147), 0.028, 0.024, 0.7),
        _NOSE,
    ),
    (Kind.CONTOUR, "heart"): (
        Stroke((104, 68, 71, 139), 0.05, 0.03, 0.9),
        Stroke((137, 147, 187), 0.028, 0.024, 0.7),
        Stroke((140, 171, 175), 0.026, 0.02, 0.6),
        _NOSE,
    ),
    (Kind.CONTOUR, "long"): (
        Stroke((170, 140, 171, 175), 0.036, 0.024, 0.7),
        Stroke((137, 123, 50), 0.028, 0.024, 0.8),
    ),
    (Kind.HIGHLIGHTER, ""): (
        Stroke((117, 111, 143, 156), 0.022, 0.015),
        Stroke((6, 197, 195, 5), 0.014, 0.01, 0.8),
        Stroke((164,), 0.018, 0.008, 0.6),
        Stroke((222, 223, 224), 0.012, 0.008, 0.5),
    ),
}

_UNDER_EYE: Final = (25, 110, 24, 23, 22, 26, 112, 243, 244, 128, 121, 120, 119, 118, 228)
"""From the lower lashes to where the shadow under the eye ends, and into the corner by the nose."""
_NOSE_WING: Final = Stroke((49, 129, 98), 0.012, 0.01, 0.8)


@dataclass(frozen=True, slots=True)
class Part:
    """One colour of a soft product and where it goes.

    Attributes:
        alpha: coverage over the texture, float32, shape (SIDE, SIDE), 0..1, read-only.
        color: the swatch.
    """

    alpha: Texture
    color: Color


def parts(layer: Layer) -> tuple[Part, ...]:
    """A soft product's colours, in the order in which they are laid on.

    Raises:
        KeyError: the layer's kind is not a soft product.
    """
    colors = (layer.color, *layer.accents)
    alphas = _patterns(layer.kind, layer.style, len(colors))
    return tuple(Part(alpha, color) for alpha, color in zip(alphas, colors, strict=True))


@functools.cache
def _patterns(kind: Kind, style: str, colors: int) -> tuple[Texture, ...]:
    if kind is Kind.EYESHADOW:
        return tuple(on_both_sides(alpha) for alpha in shadow(style, colors))
    if kind is Kind.FOUNDATION:
        return (on_both_sides(_foundation()),)
    if kind is Kind.CONCEALER:
        return (on_both_sides(over((filled(at(_UNDER_EYE), 0.014), _NOSE_WING.draw()))),)
    if (kind, style) == (Kind.CONTOUR, "fitted"):
        # Until a face's shape is known it wears what suits most.
        return _patterns(kind, "oval", colors)
    brushed = over(stroke.draw() for stroke in _STROKES[kind, style])
    return (on_both_sides(brushed * _inside()),)


@functools.cache
def _inside() -> Texture:
    """1 on the face, 0 at the rim of the mesh: on the forehead, no edge of a face is there."""
    oval = at(lm.FACE_OVAL)
    centre = oval.mean(axis=0)
    return smoothstep(0.5, 1.0, filled(centre + (oval - centre) * np.float32(0.985), 0.022))


def _foundation() -> Texture:
    """The whole face, fading at the jaw, and slowly up the forehead, where the mesh ends below the hair."""
    oval = at(lm.FACE_OVAL)
    centre = oval.mean(axis=0)
    face = np.minimum(1, filled(centre + (oval - centre) * np.float32(0.96), 0.025) * np.float32(1.05))
    top, brows = oval[:, 1].min(), at((105,))[0, 1]
    rows = (np.arange(SIDE, dtype=np.float32) - top) / np.float32(brows - top)
    return np.asarray(face * smoothstep(0.05, 0.95, rows)[:, None], np.float32)
