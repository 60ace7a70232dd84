"""What is read in a picture, and what is not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from zxingcpp import BarcodeFormat

from tests.vision.code_frames import HEIGHT, WIDTH, Print, conditions_of, pose_of, shots
from tests.vision.faces import portrait
from vision.codes import LONGEST_TEXT, MOST_CODES, CodeFinder, Look
from vision.geometry import Rect
from vision.messages import CodeFormat
from vision.pictures import read_picture

if TYPE_CHECKING:
    from numpy.typing import NDArray

EAN = "4006381333931"
FINDER = CodeFinder()


def picture_of(text: str | bytes, kind: BarcodeFormat, *, scale: int = 3, gs1: bool = False) -> NDArray[np.uint8]:
    code = zxingcpp.create_barcode(text, kind, gs1=gs1)
    return np.pad(np.array(zxingcpp.write_barcode_to_image(code, scale=scale), np.uint8), 40, constant_values=255)


def grey(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.uint8)


def told(look: Look) -> list[tuple[CodeFormat, str]]:
    return [(sighting.format, sighting.text) for sighting in look.sightings]


@pytest.mark.parametrize("step", [1, -1], ids=["straight", "mirrored"])
@pytest.mark.parametrize(
    ("kind", "text", "seen"),
    [
        (BarcodeFormat.EAN13, EAN, (CodeFormat.EAN_13, EAN)),
        (BarcodeFormat.UPCA, "036000291452", (CodeFormat.EAN_13, "0036000291452")),
        (BarcodeFormat.UPCE, "01234565", (CodeFormat.UPC_E, "0012345000065")),
        (BarcodeFormat.EAN8, "96385074", (CodeFormat.EAN_8, "96385074")),
        (BarcodeFormat.Code128, "AB-12", (CodeFormat.CODE_128, "AB-12")),
        (BarcodeFormat.QRCode, "https://shop.example/c/x", (CodeFormat.QR, "https://shop.example/c/x")),
        (BarcodeFormat.DataMatrix, "AB-12", (CodeFormat.DATA_MATRIX, "AB-12")),
    ],
)
def test_each_kind_is_read_straight_and_in_a_mirror(
    kind: BarcodeFormat, text: str, seen: tuple[CodeFormat, str], step: int
) -> None:
    picture = picture_of(text, kind)
    assert told(FINDER.find(np.ascontiguousarray(picture[:, ::step]))) == [seen]


def test_codes_of_gs1_say_what_their_parts_are() -> None:
    (seen,) = FINDER.find(picture_of(f"(01)0{EAN}(10)AB1", BarcodeFormat.DataMatrix, gs1=True)).sightings
    assert seen.text == f"(01)0{EAN}(10)AB1"


def test_the_place_of_a_code_is_told() -> None:
    card = picture_of(EAN, BarcodeFormat.EAN13)
    height, width = card.shape
    picture = np.full((400, 1000), 255, np.uint8)
    picture[100 : 100 + height, 500 : 500 + width] = card
    (seen,) = FINDER.find(picture).sightings
    assert 500 < seen.left < seen.right < 500 + width
    assert 100 < seen.top < seen.bottom < 100 + height


def test_a_part_of_a_picture_is_read_where_it_lies() -> None:
    card = picture_of(EAN, BarcodeFormat.EAN13)
    height, width = card.shape
    picture = np.full((400, 1000), 255, np.uint8)
    picture[100 : 100 + height, 500 : 500 + width] = card
    assert FINDER.find(picture, Rect(0, 0, 500, 400)).sightings == ()
    assert FINDER.find(picture, Rect(480, 90, 5000, 5000)).sightings == FINDER.find(picture).sightings


def test_bars_that_are_no_code_are_told_of_as_unread() -> None:
    picture = np.full((400, 600), 200, np.uint8)
    picture[100:160, 200:300:4] = 60
    picture[100:160, 201:300:4] = 60
    look = FINDER.find(picture)
    assert look.sightings == ()
    (place,) = look.unread
    assert Rect(180, 80, 320, 180).holds(place)
    assert place.holds(Rect(210, 110, 290, 150))


@pytest.mark.parametrize("text", ["a\nb", "a\x00b", "\u202eabc", "a" * (LONGEST_TEXT + 1), "\x1b[2J"])
def test_what_cannot_be_shown_is_not_told(text: str) -> None:
    assert FINDER.find(picture_of(text, BarcodeFormat.QRCode)).sightings == ()


def test_bytes_that_are_no_text_do_no_harm() -> None:
    for sighting in FINDER.find(picture_of(bytes(range(256)), BarcodeFormat.QRCode)).sightings:
        assert sighting.text.isprintable()


def test_a_wall_of_codes_is_not_read_to_its_end() -> None:
    cards = [picture_of(f"{number:03}", BarcodeFormat.QRCode, scale=2) for number in range(24)]
    wall = np.vstack([np.hstack(cards[row : row + 6]) for row in range(0, 24, 6)])
    assert len(FINDER.find(wall).sightings) == MOST_CODES


@given(noise=st.binary(min_size=64, max_size=4096))
def test_no_picture_ends_the_reader(noise: bytes) -> None:
    rows = np.frombuffer(noise, np.uint8)[: len(noise) // 16 * 16].reshape(-1, 16)
    FINDER.find(np.ascontiguousarray(cv2.resize(rows, (320, 240), interpolation=cv2.INTER_NEAREST)))


def test_three_things_held_up_at_once_are_all_read() -> None:
    rng = np.random.default_rng(7)
    codes = [
        Print(BarcodeFormat.QRCode, "https://shop.example/c/" + "x" * 22, module_mm=1.0),
        Print(BarcodeFormat.EAN13, EAN, module_mm=0.33, bar_mm=22.85),
        Print(BarcodeFormat.EAN13, "5901234123457", module_mm=0.33, bar_mm=22.85),
    ]
    poses = [pose_of(rng, 180, middle=(x, y), most_tilt=10) for x, y in ((-60, 0), (30, -45), (40, 45))]
    (frame, *_) = [
        shot for shot, _ in zip(shots(codes, scenery(), conditions_of(rng), poses, 3), range(1), strict=False)
    ]
    seen = {sighting.text for sighting in FINDER.find(grey(frame)).sightings}
    assert seen == {code.text for code in codes}


def scenery() -> NDArray[np.uint8]:
    return np.asarray(cv2.resize(portrait(), (WIDTH, WIDTH))[100 : 100 + HEIGHT], np.uint8)


def test_a_face_is_no_code() -> None:
    for scale in (0.7, 1.0, 1.5, 2.5):
        assert FINDER.find(grey(np.asarray(cv2.resize(portrait(), None, fx=scale, fy=scale), np.uint8))).sightings == ()


@pytest.mark.skipif("QUALITY_FACES" not in os.environ, reason="photographs of people are not part of the repository")
def test_people_are_no_codes() -> None:
    photos = sorted(Path(os.environ["QUALITY_FACES"]).rglob("*.jpg"))
    assert photos
    for photo in photos:
        assert FINDER.find(grey(read_picture(photo))).sightings == (), photo.name
