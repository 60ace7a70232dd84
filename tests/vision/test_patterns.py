"""Where soft products go: patterns on the face's texture, and how a palette is divided over a lid."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from vision.looks import MOST_ACCENTS, STYLES, Color, Kind, Layer
from vision.makeup.brush import SIDE
from vision.makeup.patterns import parts
from vision.makeup.skin import SOFT_KINDS
from vision.mesh import canonical_mesh

_COLORS = tuple(Color(40 * n, 30, 200 - 40 * n) for n in range(5))
_HAIRLINE = (54, 103, 67, 109, 10, 338, 297, 332, 284)
"""Landmarks of the mesh's upper rim, which is on the forehead and not at the hair."""
_LAYERS = [
    Layer(kind, _COLORS[0], style=style, accents=_COLORS[1 : 1 + accents])
    for kind in sorted(SOFT_KINDS)
    for style in STYLES.get(kind, ("",))
    for accents in range(MOST_ACCENTS.get(kind, 0) + 1)
]


@pytest.mark.parametrize("layer", _LAYERS, ids=lambda layer: f"{layer.kind}-{layer.style}-{1 + len(layer.accents)}")
def test_every_colour_has_its_place_alike_on_both_sides(layer: Layer) -> None:
    laid = parts(layer)
    assert [part.color for part in laid] == [layer.color, *layer.accents]
    for part in laid:
        assert part.alpha.shape == (SIDE, SIDE)
        assert part.alpha.dtype == np.float32
        assert part.alpha.min() >= 0
        assert 0.4 < part.alpha.max() <= 1
        assert np.array_equal(part.alpha, part.alpha[:, ::-1])
        with pytest.raises(ValueError, match="read-only"):
            part.alpha[0, 0] = 1


@pytest.mark.parametrize("layer", _LAYERS, ids=lambda layer: f"{layer.kind}-{layer.style}-{1 + len(layer.accents)}")
def test_no_edge_is_seen_on_the_forehead_where_the_mesh_ends(layer: Layer) -> None:
    across, down = np.round(canonical_mesh().uv[list(_HAIRLINE)].T * (SIDE - 1)).astype(int)
    for part in parts(layer):
        assert part.alpha[down, across].max() < 0.2


@pytest.mark.parametrize("style", STYLES[Kind.EYESHADOW])
def test_no_colour_of_a_palette_is_lost_under_the_next(style: str) -> None:
    laid = parts(Layer(Kind.EYESHADOW, _COLORS[0], style=style, accents=_COLORS[1:]))
    shown = np.zeros((len(laid), SIDE, SIDE), np.float32)
    for n, part in enumerate(laid):
        shown *= 1 - part.alpha
        shown[n] += part.alpha
    strongest = shown.reshape(len(laid), -1).max(axis=1)
    assert strongest.min() > 0.4


def test_each_placement_of_a_kind_is_a_place_of_its_own() -> None:
    for kind in SOFT_KINDS & STYLES.keys():
        places = [parts(Layer(kind, _COLORS[0], style=style))[0].alpha for style in STYLES[kind] if style != "fitted"]
        for one, other in itertools.combinations(places, 2):
            assert np.minimum(one, other).sum() < 0.9 * np.maximum(one, other).sum()
