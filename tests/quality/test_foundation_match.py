"""Finding a foundation: the right shade of twenty-four within one step, in warm, cool, bright and dim light.

The synthetic face has the eye whites of the average person. How far real people's eyes lead astray is measured on
photographs, where there are some: ``QUALITY_FACES`` names their folder.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import cv2
import numpy as np
import pytest

from assets.manifest import DATA
from kiosk.catalogue_files import load_catalogue
from kiosk.lab import Lab
from kiosk.skin_match import nearest_shades
from tests.quality.people import find_people, read_image
from tests.quality.relight import lamp, relit
from tests.vision.faces import moved, portrait
from vision.eye_whites import EyeWhites
from vision.geometry import Rect
from vision.illuminant import Illuminant
from vision.landmarks import FACE_OVAL
from vision.light import LUMINANCE, NEUTRAL, to_linear, to_srgb
from vision.makeup.face_view import LEFT_EYE, RIGHT_EYE
from vision.messages import SkinTrouble
from vision.skin_tone import UnreadableSkinError, read_skin
from vision.tracker import FaceFinder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kiosk.catalogue import PaintedProduct, Shade
    from vision.frames import Face

LIGHTS: Final = [(0, 0), (40, 0), (-40, 0), (0, 1), (0, -1), (40, -1), (-40, -1), (40, 1), (-40, 1)]
"""Mired and stops."""
_SCALE: Final = 3
_UNDERTONES: Final = 3
"""Of each depth, from rosy to golden."""


@dataclass(frozen=True, slots=True)
class _Head:
    """A face in a picture that was brought to neutral light."""

    image: NDArray[np.uint8]
    face: Face


@pytest.fixture(scope="module")
def foundation() -> PaintedProduct:
    """The shop's foundation of eight depths in three undertones."""
    catalogue = load_catalogue(DATA / "catalogue")
    (product,) = (product for product in catalogue.painted if product.id == "soft-canvas")
    assert len(product.shades) == 24
    return product


def _sample(face: Face) -> _Head:
    """The sample portrait three times as large, with the average person's eye whites in the light that it is in."""
    large = moved(face, _SCALE, (_SCALE - 1) / 2, (_SCALE - 1) / 2)
    image = np.asarray(cv2.resize(portrait(), None, fx=_SCALE, fy=_SCALE, interpolation=cv2.INTER_CUBIC), np.uint8)
    image = relit(image, np.full(3, 0.7))  # so that the shine on the cheeks is not cut off
    whites = EyeWhites.read(image, large.landmarks)
    assert whites is not None
    seen = whites.illuminant()
    back = Illuminant(-seen.mired, -seen.stops).light()
    average = relit(image, np.array((back.blue, back.green, back.red)))
    eyes = _eyes(large, image.shape[:2])
    image[eyes] = average[eyes]
    return _cropped(_evenly_lit(image, eyes, large), large)


def _evenly_lit(image: NDArray[np.uint8], eyes: NDArray[np.bool_], face: Face) -> NDArray[np.uint8]:
    """The face in light of one colour: the portrait has a warm lamp on one side. Its shading stays."""
    skin = _oval(face, image.shape[:2]) & ~eyes
    linear = to_linear(image[skin].astype(np.float32) / np.float32(255))
    luminance = linear @ np.array(LUMINANCE, np.float32)
    middle = np.median(linear, axis=0)
    even = luminance[:, None] * middle / (middle @ np.array(LUMINANCE, np.float32))
    out = image.copy()
    out[skin] = _shown(even)
    return out


def _cropped(image: NDArray[np.uint8], face: Face) -> _Head:
    """The head only."""
    around = Rect.around(face.landmarks).grown(0.15).clipped(Rect.of(image))
    return _Head(np.ascontiguousarray(image[around.slices]), moved(face, 1.0, -around.left, -around.top))


def _oval(face: Face, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    inside = np.zeros(shape, np.uint8)
    cv2.fillPoly(inside, [face.landmarks[list(FACE_OVAL), :2].round().astype(np.int32)], 1)
    return inside > 0


def _eyes(face: Face, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    points = face.landmarks[:, :2].round().astype(np.int32)
    inside = np.zeros(shape, np.uint8)
    for eye in (RIGHT_EYE, LEFT_EYE):
        cv2.fillPoly(inside, [points[[*eye.upper, *eye.lower[::-1]]]], 1)
    return inside > 0


def _found(image: NDArray[np.uint8], face: Face, foundation: PaintedProduct) -> Shade | SkinTrouble:
    try:
        lab = read_skin(image, face, None).lab
    except UnreadableSkinError as error:
        return error.trouble
    return nearest_shades(foundation, Lab(*lab.tolist()))[0].shade


def _steps(foundation: PaintedProduct, one: Shade, other: Shade) -> int:
    """Between two shades, in depth or in undertone, whichever is more."""
    first, second = foundation.shades.index(one), foundation.shades.index(other)
    return max(
        abs(first // _UNDERTONES - second // _UNDERTONES),
        abs(first % _UNDERTONES - second % _UNDERTONES),
    )


def test_finds_the_shade_within_one_step_in_any_light(sample_face: Face, foundation: PaintedProduct) -> None:
    head = _sample(sample_face)
    right = refused = 0
    for shade in foundation.shades:
        made_up = _recoloured(head, shade)
        for mired, stops in LIGHTS:
            found = _found(_shown(made_up * lamp(mired) * 2.0**stops), head.face, foundation)
            if isinstance(found, SkinTrouble):
                # The portrait's right cheek shines: where a camera cannot show its colour, nobody can measure it.
                assert found in {SkinTrouble.TOO_BRIGHT, SkinTrouble.MIXED_LIGHT}, (shade.code, mired, stops)
                refused += 1
            else:
                assert _steps(foundation, shade, found) <= 1, (shade.code, found.code, mired, stops)
                right += found is shade
    tried = len(foundation.shades) * len(LIGHTS)
    assert refused < 0.25 * tried
    assert right > 0.9 * (tried - refused)


@pytest.mark.skipif("QUALITY_FACES" not in os.environ, reason="wants photographs of people")
@pytest.mark.slow
def test_real_eyes_lead_within_one_step_of_the_shade(foundation: PaintedProduct) -> None:
    heads = _people(Path(os.environ["QUALITY_FACES"]))
    off: list[int] = []
    for number, head in enumerate(heads):
        for shade in foundation.shades[number % 8 :: 8]:
            made_up = _recoloured(head, shade)
            for mired, stops in LIGHTS:
                found = _found(_shown(made_up * lamp(mired) * 2.0**stops), head.face, foundation)
                if not isinstance(found, SkinTrouble):
                    off.append(_steps(foundation, shade, found))
    within = np.mean(np.array(off) <= 1)
    assert within >= 0.85


def _people(folder: Path) -> list[_Head]:
    heads = []
    with FaceFinder() as finder:
        for person in find_people(folder):
            image = read_image(person.neutral)
            small = cv2.resize(image, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA)
            heads += [
                _cropped(np.asarray(small, np.uint8), face) for face in finder.find(np.asarray(small, np.uint8))[:1]
            ]
    return heads


def _recoloured(head: _Head, shade: Shade) -> NDArray[np.float32]:
    """The person with skin of a shade's colour, as measured in neutral light, linear; eyes and all else stay."""
    own = to_linear(_bgr(read_skin(head.image, head.face, NEUTRAL).lab))
    swatch = shade.color
    wanted = to_linear(np.array((swatch.blue, swatch.green, swatch.red), np.float32) / np.float32(255))
    shape = head.image.shape[:2]
    skin = (_oval(head.face, shape) & ~_eyes(head.face, shape)).astype(np.float32)
    linear = to_linear(head.image.astype(np.float32) / np.float32(255))
    return np.asarray(linear * (1 + skin[..., None] * (wanted / own - 1)), np.float32)


def _shown(linear: NDArray[np.floating[Any]]) -> NDArray[np.uint8]:
    return np.rint(to_srgb(np.clip(linear, 0, 1).astype(np.float32)) * 255).astype(np.uint8)


def _bgr(lab: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(cv2.cvtColor(lab[None, None], cv2.COLOR_LAB2BGR)[0, 0], np.float32)
