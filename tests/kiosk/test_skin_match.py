"""Proposing shades for a skin."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.manifest import DATA
from kiosk.catalogue_files import load_catalogue
from kiosk.lab import Lab
from kiosk.skin_match import Depth, Warmth, nearest_shades
from vision.looks import Kind

if TYPE_CHECKING:
    from kiosk.catalogue import PaintedProduct

skins = st.builds(Lab, st.floats(20, 80), st.floats(2, 20), st.floats(2, 30))


@pytest.fixture(scope="module")
def foundation() -> PaintedProduct:
    catalogue = load_catalogue(DATA / "catalogue")
    return next(product for product in catalogue.painted if product.kind is Kind.FOUNDATION)


def test_a_skin_of_a_shades_own_colour_is_that_shades(foundation: PaintedProduct) -> None:
    for shade in foundation.shades:
        first = nearest_shades(foundation, Lab.of(shade.color))[0]
        assert (first.shade, first.depth, first.warmth) == (shade, Depth.SAME, Warmth.SAME)
        assert first.difference == pytest.approx(0, abs=1e-9)


@given(skins)
def test_proposes_three_the_nearest_first_and_none_is_nearer(foundation: PaintedProduct, skin: Lab) -> None:
    proposed = nearest_shades(foundation, skin)
    differences = [match.difference for match in proposed]
    assert len({match.shade.sku for match in proposed}) == 3
    assert differences == sorted(differences)
    others = [shade for shade in foundation.shades if shade not in {match.shade for match in proposed}]
    assert nearest_shades(replace(foundation, variants=tuple(others)), skin)[0].difference >= differences[-1]


@pytest.mark.parametrize(
    ("lighter", "yellower", "depth", "warmth"),
    [
        (0, 0, Depth.SAME, Warmth.SAME),
        (3, 0, Depth.A_TOUCH_LIGHTER, Warmth.SAME),
        (9, 0, Depth.MUCH_LIGHTER, Warmth.SAME),
        (-3, 0, Depth.A_TOUCH_DEEPER, Warmth.SAME),
        (-9, 0, Depth.MUCH_DEEPER, Warmth.SAME),
        (0, 3, Depth.SAME, Warmth.A_TOUCH_WARMER),
        (0, 9, Depth.SAME, Warmth.MUCH_WARMER),
        (0, -3, Depth.SAME, Warmth.A_TOUCH_COOLER),
        (0, -9, Depth.SAME, Warmth.MUCH_COOLER),
    ],
)
def test_says_how_the_shade_differs_from_the_skin(
    foundation: PaintedProduct, lighter: float, yellower: float, depth: Depth, warmth: Warmth
) -> None:
    only = replace(foundation, variants=foundation.shades[8:9])
    shade = Lab.of(only.shades[0].color)
    skin = Lab(shade.lightness - lighter, shade.green_red + yellower / 1.4, shade.blue_yellow - yellower / 1.4)
    (match,) = nearest_shades(only, skin)
    assert (match.depth, match.warmth) == (depth, warmth)


def test_a_product_of_two_shades_has_two_to_propose(foundation: PaintedProduct) -> None:
    assert len(nearest_shades(replace(foundation, variants=foundation.shades[:2]), Lab(60, 10, 15))) == 2
