"""A scene's light: what it makes of a swatch."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vision.light import Light, to_linear, to_srgb
from vision.looks import Color

channels = st.integers(0, 255)
colors = st.builds(Color, channels, channels, channels)
gains = st.floats(0.05, 1.5)
lights = st.builds(Light, gains, gains, gains)


@given(colors)
def test_a_well_lit_neutral_scene_shows_a_swatch_as_it_is_printed(color: Color) -> None:
    assert Light(1, 1, 1).on(color) == pytest.approx((color.blue, color.green, color.red), abs=0.01)


@given(colors, lights)
def test_more_light_of_a_channel_never_darkens_it_and_leaves_the_others(color: Color, light: Light) -> None:
    more = Light(light.blue * 1.2, light.green, light.red)
    before, after = light.on(color), more.on(color)
    assert after[0] >= before[0]
    assert np.array_equal(after[1:], before[1:])


def test_half_the_light_shows_white_as_srgb_stores_half() -> None:
    dim = Light(0.5, 0.5, 0.5)
    assert dim.level == pytest.approx(0.5)
    assert dim.white == pytest.approx([0.7354] * 3, abs=1e-3)


def test_warm_light_shows_white_warm() -> None:
    blue, green, red = Light(0.7, 0.95, 1.0).white
    assert blue < green < red


@given(st.floats(0, 1))
def test_linear_light_and_srgb_are_each_others_inverse(value: float) -> None:
    there = to_linear(np.array([value], np.float32))
    assert to_srgb(there) == pytest.approx([value], abs=1e-4)
