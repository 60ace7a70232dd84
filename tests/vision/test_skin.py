"""Measuring skin: its colour in any light, and an honest no where there is none to be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from tests.vision.faces import drawn_head, moved, relit
from vision.frames import Face
from vision.illuminant import Illuminant
from vision.landmarks import LEFT_EYE_UPPER, RIGHT_EYE_UPPER
from vision.light import Light
from vision.messages import SkinTone, SkinTrouble, SkinUntold
from vision.skin_meter import SkinMeter
from vision.skin_tone import UnreadableSkinError, read_skin

if TYPE_CHECKING:
    from numpy.typing import NDArray

FAIR, OLIVE, DEEP = (165, 185, 222), (95, 135, 180), (45, 65, 95)


@pytest.fixture
def large(sample_face: Face) -> Face:
    """The sample face where ``drawn_head`` draws it."""
    return moved(sample_face, 3.0)


def _lab(bgr: tuple[int, int, int]) -> NDArray[np.float32]:
    pixel = np.array([[bgr]], np.float32) / np.float32(255)
    return np.asarray(cv2.cvtColor(pixel, cv2.COLOR_BGR2LAB)[0, 0], np.float32)


def _head(face: Face, skin: tuple[int, int, int] = OLIVE) -> NDArray[np.uint8]:
    return drawn_head(face, skin)[0]


@pytest.mark.parametrize("skin", [FAIR, OLIVE, DEEP])
@pytest.mark.parametrize("mired", [-40, 0, 40])
@pytest.mark.parametrize("stops", [-1.0, 0.0])
def test_a_skin_has_one_colour_in_every_light(
    sample_face: Face, large: Face, skin: tuple[int, int, int], mired: float, stops: float
) -> None:
    image = relit(_head(sample_face, skin), Illuminant(mired, stops).light())
    reading = read_skin(image, large, None)
    assert np.abs(reading.lab - _lab(skin)).max() < 3.5
    assert reading.spread < 1


def test_shine_and_a_beard_are_not_the_skin(sample_face: Face, large: Face) -> None:
    image = _head(sample_face)
    chin, brow = (large.landmarks[n, :2].astype(int) for n in (152, 151))
    image[chin[1] - 60 : chin[1] + 40, chin[0] - 200 : chin[0] + 200] = (20, 25, 30)
    image[brow[1] - 12 : brow[1] + 12, brow[0] - 12 : brow[0] + 12] = 250
    assert np.abs(read_skin(image, large, None).lab - _lab(OLIVE)).max() < 3.5


def test_a_calibrated_mirror_takes_eyes_for_what_eyes_can_say(sample_face: Face, large: Face) -> None:
    # A person whose eye whites are a little yellow and dim must not come out bluer and lighter than they are.
    image = _head(sample_face)
    white = (image == (175, 178, 178)).all(axis=2)
    image[white] = (167, 172, 174)
    calibrated = read_skin(image, large, Light(1, 1, 1)).lab
    assert np.abs(calibrated - _lab(OLIVE)).max() < 0.5
    assert np.abs(read_skin(image, large, None).lab - calibrated).max() > 0.5


def _trouble(image: NDArray[np.uint8], face: Face) -> SkinTrouble:
    with pytest.raises(UnreadableSkinError) as refused:
        read_skin(image, face, None)
    return refused.value.trouble


def test_refuses_a_small_face(sample_face: Face) -> None:
    small = moved(sample_face, 0.5)
    assert _trouble(np.full((512, 512, 3), 150, np.uint8), small) is SkinTrouble.TOO_FAR


def test_refuses_a_turned_face(sample_face: Face, large: Face) -> None:
    angle = np.radians(35)
    pose = large.pose.copy()
    pose[:3, :3] = [[np.cos(angle), 0, np.sin(angle)], [0, 1, 0], [-np.sin(angle), 0, np.cos(angle)]]
    assert _trouble(_head(sample_face), Face(1, large.landmarks, pose, {})) is SkinTrouble.TURNED_AWAY


def test_refuses_a_face_that_the_picture_cuts(sample_face: Face, large: Face) -> None:
    cut = int(large.landmarks[205, 0])
    shifted = moved(large, 1.0, -cut)
    assert _trouble(np.ascontiguousarray(_head(sample_face)[:, cut:]), shifted) is SkinTrouble.OUT_OF_SIGHT


def test_refuses_dark_glasses(sample_face: Face, large: Face) -> None:
    image = _head(sample_face)
    for upper in (RIGHT_EYE_UPPER, LEFT_EYE_UPPER):
        low, high = large.landmarks[list(upper), :2].min(axis=0), large.landmarks[list(upper), :2].max(axis=0)
        image[int(low[1]) - 15 : int(high[1]) + 25, int(low[0]) - 10 : int(high[0]) + 10] = 25
    assert _trouble(image, large) is SkinTrouble.EYES_HIDDEN


@pytest.mark.parametrize(
    ("mired", "stops", "trouble"),
    [
        (0, -4, SkinTrouble.TOO_DARK),
        (0, 3, SkinTrouble.TOO_BRIGHT),
        (180, 0, SkinTrouble.COLOURED_LIGHT),
    ],
)
def test_refuses_light_that_hides_the_colour(
    sample_face: Face, large: Face, mired: float, stops: float, trouble: SkinTrouble
) -> None:
    assert _trouble(relit(_head(sample_face), Illuminant(mired, stops).light()), large) is trouble


def test_refuses_a_window_on_one_side_and_a_lamp_on_the_other(sample_face: Face, large: Face) -> None:
    image = _head(sample_face)
    middle = int(large.landmarks[1, 0])
    image[:, :middle] = relit(image, Illuminant(50, 0).light())[:, :middle]
    assert _trouble(image, large) is SkinTrouble.MIXED_LIGHT


def _another(face: Face) -> Face:
    """Somebody else in the same place."""
    return Face(face.id + 1, face.landmarks, face.pose, {})


def _look(
    meter: SkinMeter, image: NDArray[np.uint8], faces: list[Face], between: tuple[float, float]
) -> SkinTone | SkinUntold | None:
    """Show the meter fifteen frames a second, and what it says after the last."""
    for now in np.arange(*between, 1 / 15):
        meter.look(image, faces, float(now))
    return meter.answer


def test_answers_once_it_has_seen_enough(sample_face: Face, large: Face) -> None:
    meter = SkinMeter(7, None)
    image = _head(sample_face)
    assert _look(meter, image, [large], (0, 1)) is None
    answer = _look(meter, image, [large], (1, 2))
    assert isinstance(answer, SkinTone)
    assert answer.request == 7
    assert answer.lightness == pytest.approx(_lab(OLIVE)[0], abs=3)


def test_says_what_is_most_in_the_way(sample_face: Face) -> None:
    far = moved(sample_face, 0.5)
    assert _look(SkinMeter(8, None), _head(sample_face), [far], (0, 5)) == SkinUntold(8, SkinTrouble.TOO_FAR)


def test_nobody_there_is_said_too() -> None:
    nobody = np.zeros((64, 64, 3), np.uint8)
    assert _look(SkinMeter(9, None), nobody, [], (0, 5)) == SkinUntold(9, SkinTrouble.NO_FACE)


def test_somebody_elses_skin_is_not_mixed_in(sample_face: Face, large: Face) -> None:
    meter = SkinMeter(10, None)
    _look(meter, _head(sample_face, DEEP), [large], (0, 1.2))
    other = _another(large)
    answer = _look(meter, _head(sample_face, FAIR), [other], (1.2, 3.2))
    assert isinstance(answer, SkinTone)
    assert answer.lightness == pytest.approx(_lab(FAIR)[0], abs=3)


def test_who_comes_in_the_midst_of_it_is_read_for_as_long_as_anybody(sample_face: Face, large: Face) -> None:
    meter = SkinMeter(11, None)
    image = _head(sample_face)
    _look(meter, image, [moved(sample_face, 0.5)], (0, 3))
    assert _look(meter, image, [_another(large)], (3, 4.4)) is None
    assert isinstance(_look(meter, image, [_another(large)], (4.4, 4.7)), SkinTone)


def test_people_who_take_turns_do_not_keep_it_measuring(sample_face: Face, large: Face) -> None:
    meter = SkinMeter(12, None)
    image = _head(sample_face)
    for turn in range(8):
        _look(meter, image, [large if turn % 2 else _another(large)], (turn, turn + 1))
    assert isinstance(_look(meter, image, [_another(large)], (8, 8.2)), SkinUntold)
