"""Colour differences, against the published pairs and another's implementation."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from skimage.color import deltaE_ciede2000, rgb2lab

from kiosk.lab import Lab, ciede2000
from vision.looks import Color

channels = st.integers(0, 255)
colors = st.builds(Color, channels, channels, channels)
labs = st.builds(Lab, st.floats(0, 100), st.floats(-100, 100), st.floats(-100, 100))


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.4900, -0.0010), (50, -2.4900, 0.0009), 7.1792),
        ((50, 2.4900, -0.0010), (50, -2.4900, 0.0011), 7.2195),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((90.9257, -0.5406, -0.9208), (88.6381, -0.8985, -0.7239), 1.5381),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_differences_are_those_of_the_paper(
    one: tuple[float, float, float], other: tuple[float, float, float], difference: float
) -> None:
    assert ciede2000(Lab(*one), Lab(*other)) == pytest.approx(difference, abs=1e-4)


@given(colors)
def test_swatches_are_where_others_put_them(color: Color) -> None:
    lab = Lab.of(color)
    theirs = rgb2lab(np.array([[[color.red, color.green, color.blue]]]) / 255)[0, 0]
    assert (lab.lightness, lab.green_red, lab.blue_yellow) == pytest.approx(theirs, abs=0.05)


@given(labs, labs)
def test_differences_are_those_of_another_implementation(one: Lab, other: Lab) -> None:
    ours = ciede2000(one, other)
    theirs = float(
        deltaE_ciede2000(
            np.array([one.lightness, one.green_red, one.blue_yellow]),
            np.array([other.lightness, other.green_red, other.blue_yellow]),
        )
    )
    # Hues that are just opposite have two means.
    if abs(abs(one.hue - other.hue) - 180) > 1:
        assert ours == pytest.approx(theirs, abs=1e-3, rel=1e-3)


@given(labs, labs)
def test_a_difference_is_the_same_either_way_and_none_from_itself(one: Lab, other: Lab) -> None:
    assert ciede2000(one, other) == pytest.approx(ciede2000(other, one), abs=1e-6)
    assert ciede2000(one, one) == 0
    assert math.isfinite(ciede2000(one, other))
