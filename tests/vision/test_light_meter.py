"""Reading the light out of a picture: warm, cool and dim scenes, and people whom it must not mistake for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vision.faces import drawn_head, relit
from vision.illuminant import Illuminant
from vision.landmarks import LEFT_EYE_UPPER, RIGHT_EYE_UPPER
from vision.light import NEUTRAL, Light
from vision.light_meter import LightMeter

if TYPE_CHECKING:
    from vision.frames import Face

FAIR, DEEP = (150, 175, 215), (35, 50, 80)


@pytest.mark.parametrize("skin", [FAIR, DEEP])
def test_a_well_lit_neutral_scene_leaves_swatches_exactly_as_printed(
    sample_face: Face, skin: tuple[int, int, int]
) -> None:
    image, landmarks = drawn_head(sample_face, skin)
    assert LightMeter(NEUTRAL).read(image, landmarks) == NEUTRAL


@pytest.mark.parametrize("skin", [FAIR, DEEP])
@pytest.mark.parametrize("mired", [-80, -40, 40, 80, 150])
@pytest.mark.parametrize("stops", [-2.0, -1.2, 0.0])
def test_warm_cool_and_dim_light_is_told_within_what_an_eye_sees(
    sample_face: Face, skin: tuple[int, int, int], mired: float, stops: float
) -> None:
    image, landmarks = drawn_head(sample_face, skin)
    there = Illuminant(mired, stops).light()
    told = LightMeter(NEUTRAL).read(relit(image, there), landmarks)
    for channel in ("blue", "green", "red"):
        assert getattr(told, channel) == pytest.approx(getattr(there, channel), rel=0.12), channel


def test_a_warm_wall_does_not_make_the_light_warm(sample_face: Face) -> None:
    image, landmarks = drawn_head(sample_face, FAIR)
    wall = image[:, :, 0] == 150
    image[wall] = (60, 140, 240)
    assert LightMeter(NEUTRAL).read(image, landmarks) == NEUTRAL


def test_dark_glasses_are_not_taken_for_a_dark_room(sample_face: Face) -> None:
    image, landmarks = drawn_head(sample_face, FAIR, wall=200)
    eyes = landmarks[[*RIGHT_EYE_UPPER, *LEFT_EYE_UPPER], :2]
    low, high = eyes.min(axis=0).astype(int) - 30, eyes.max(axis=0).astype(int) + 30
    image[low[1] : high[1], low[0] : high[0]] = 25
    assert LightMeter(NEUTRAL).read(image, landmarks) == NEUTRAL


def test_a_calibrated_mirror_shows_swatches_in_its_own_light(sample_face: Face) -> None:
    image, landmarks = drawn_head(sample_face, FAIR)
    home = Illuminant(60, -0.4).light()
    greenish = Light(home.blue, home.green * 1.1, home.red)
    assert LightMeter(greenish).read(relit(image, greenish), landmarks) == greenish


def test_the_light_of_a_video_moves_smoothly_and_arrives(sample_face: Face) -> None:
    image, landmarks = drawn_head(sample_face, FAIR)
    meter = LightMeter(NEUTRAL)
    meter.read(image, landmarks)
    dim = relit(image, Illuminant(0, -2).light())
    levels = [meter.read(dim, landmarks).level for _ in range(150)]
    steps = -np.diff([1.0, *levels])
    assert (steps >= -1e-6).all()
    assert steps.max() < 0.4
    assert levels[-1] == pytest.approx(0.25, rel=0.1)


@given(st.floats(-100, 250), st.floats(-4, 1))
def test_a_lamp_is_known_by_its_blue_and_green(mired: float, stops: float) -> None:
    light = Illuminant(mired, stops).light()
    assert Illuminant.of_colour(float(np.log(light.blue / light.green)), stops).mired == pytest.approx(mired, abs=0.1)
    assert light.level == pytest.approx(2.0**stops, rel=0.01)


@given(st.floats(-90, 240))
def test_a_warmer_lamp_has_less_blue_and_more_red(mired: float) -> None:
    cooler, warmer = Illuminant(mired, 0).light(), Illuminant(mired + 10, 0).light()
    assert warmer.blue < cooler.blue
    assert warmer.red > cooler.red


def test_lamps_have_the_colours_of_the_tables() -> None:
    # CIE 15: illuminant A (2856 K) against a 6500 K black body in linear sRGB.
    lamp = Illuminant(1e6 / 2856 - 1e6 / 6500, 0).light()
    assert (lamp.blue, lamp.green, lamp.red) == pytest.approx((0.23, 0.84, 1.80), abs=0.03)
