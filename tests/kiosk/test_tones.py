from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.tones import Depth, Hue, Temperature, Tone, tone_of
from vision.looks import Color

channels = st.integers(0, 255)
colors = st.builds(Color, channels, channels, channels)


@pytest.mark.parametrize(
    ("swatch", "depth", "temperature", "hue"),
    [
        ("#8A1430", Depth.DEEP, Temperature.COOL, Hue.RED),
        ("#C0392F", Depth.MEDIUM, Temperature.WARM, Hue.RED),
        ("#E0705A", Depth.MEDIUM, Temperature.WARM, Hue.CORAL),
        ("#6B1A35", Depth.DEEP, Temperature.WARM, Hue.PLUM),
        ("#EE9CA4", Depth.LIGHT, Temperature.NEUTRAL, Hue.PINK),
        ("#8A5A3E", Depth.MEDIUM, Temperature.NEUTRAL, Hue.BROWN),
        ("#E3CDBB", Depth.PALE, Temperature.WARM, Hue.BEIGE),
        ("#121014", Depth.VERY_DEEP, Temperature.NEUTRAL, Hue.BLACK),
        ("#FFFFFF", Depth.PALE, Temperature.NEUTRAL, Hue.WHITE),
        ("#808080", Depth.MEDIUM, Temperature.NEUTRAL, Hue.GREY),
        ("#3F7C8C", Depth.MEDIUM, Temperature.COOL, Hue.TEAL),
        ("#33507C", Depth.DEEP, Temperature.COOL, Hue.BLUE),
        ("#4A3A86", Depth.DEEP, Temperature.COOL, Hue.PURPLE),
        ("#C9A24A", Depth.LIGHT, Temperature.WARM, Hue.GOLD),
        ("#2E8B3A", Depth.MEDIUM, Temperature.NEUTRAL, Hue.GREEN),
    ],
)
def test_a_swatch_has_the_words_that_people_use(swatch: str, depth: Depth, temperature: Temperature, hue: Hue) -> None:
    assert tone_of(Color.parse(swatch)) == Tone(depth, temperature, hue)


@given(colors)
def test_every_colour_has_words(color: Color) -> None:
    assert tone_of(color).hue in Hue


@given(channels)
def test_greys_are_neutral(level: int) -> None:
    tone = tone_of(Color(level, level, level))
    assert tone.temperature is Temperature.NEUTRAL
    assert tone.hue in {Hue.BLACK, Hue.GREY, Hue.WHITE}
