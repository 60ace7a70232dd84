"""Calibrating with a card: what is measured, and what is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.vision.faces import relit
from vision.calibration import Card, calibrate, measure
from vision.errors import CalibrationError
from vision.illuminant import Illuminant
from vision.light import NEUTRAL, Light

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.camera_spec import Camera

GREY, WHITE = 118, 243
"""What 18 and 90 per cent look like, of 255."""


def _card(value: int, light: Light = NEUTRAL) -> NDArray[np.uint8]:
    """A shop with a card before it that fills a third of the picture's height."""
    scene = np.random.default_rng(1).integers(20, 200, (360, 640, 3)).astype(np.uint8)
    scene[120:240, 260:380] = value
    return relit(scene, light)


@dataclass(frozen=True, slots=True)
class _Camera:
    """Needs a second to find its exposure."""

    light: Light
    live: bool = True
    name: str = "the camera"
    open_seconds: float = 1.0
    max_size: tuple[int, int] = (640, 360)

    def open(self) -> Camera:
        return _Opened(self.light)


class _Opened:
    def __init__(self, light: Light) -> None:
        self._light = light
        self._seen = 0
        self.closed = False

    def read(self) -> NDArray[np.uint8]:
        self._seen += 1
        return _card(GREY if self._seen > 20 else 240, self._light)

    def skip(self) -> None:
        self._seen += 1

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize(("card", "value"), [(Card.GREY, GREY), (Card.WHITE, WHITE)])
@pytest.mark.parametrize("mired", [-60, 0, 120])
@pytest.mark.parametrize("stops", [-1.5, -0.6])
def test_a_card_shows_the_light(card: Card, value: int, mired: float, stops: float) -> None:
    there = Illuminant(mired, stops).light()
    told = measure([_card(value, there)] * 3, card)
    for channel in ("blue", "green", "red"):
        assert getattr(told, channel) == pytest.approx(getattr(there, channel), rel=0.03), channel


def test_the_camera_is_given_time_to_find_its_exposure() -> None:
    there = Light(0.7, 0.8, 0.9)
    told = calibrate(_Camera(there), Card.GREY)
    assert (told.blue, told.green, told.red) == pytest.approx((0.7, 0.8, 0.9), rel=0.03)


def _refusal(frames: list[NDArray[np.uint8]], card: Card = Card.GREY) -> str:
    with pytest.raises(CalibrationError) as refused:
        measure(frames, card)
    return str(refused.value)


def test_refuses_a_picture_without_a_card() -> None:
    scene = np.random.default_rng(1).integers(20, 200, (360, 640, 3)).astype(np.uint8)
    assert "no even card" in _refusal([scene])


def test_refuses_a_card_that_is_half_in_the_shade() -> None:
    image = _card(GREY)
    image[120:240, 260:320] = 90
    assert "no even card" in _refusal([image])


def test_refuses_a_clipped_card() -> None:
    assert "too bright" in _refusal([_card(255)], Card.WHITE)


def test_refuses_the_dark() -> None:
    assert "too dark" in _refusal([_card(GREY, Illuminant(0, -5).light())])


@pytest.mark.parametrize("colour", [(90, 160, 90), (160, 90, 160)])
def test_refuses_a_coloured_thing(colour: tuple[int, int, int]) -> None:
    image = _card(GREY)
    image[120:240, 260:380] = colour
    assert "coloured" in _refusal([image])


def test_refuses_a_card_that_does_not_hold_still() -> None:
    assert "hold it still" in _refusal([_card(value) for value in (100, 118, 135)])
