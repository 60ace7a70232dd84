"""What is drawn on the eyes: lashes that follow the lid, wings that match, lenses that leave what they should."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from tests.vision.faces import portrait
from vision import landmarks as lm
from vision.looks import STYLES, Color, Finish, Kind, Layer, Look
from vision.mirror import Mirror

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.frames import Face
    from vision.makeup.patch import Patch

BLACK = Color(10, 10, 10)
_LARGER = 4.0


@pytest.fixture(scope="module")
def large(sample_face: Face) -> tuple[NDArray[np.uint8], Face]:
    """The portrait's face four times as large: its eyes have enough pixels to look at."""
    image = cv2.resize(portrait(), None, fx=_LARGER, fy=_LARGER, interpolation=cv2.INTER_CUBIC)
    return np.asarray(image, np.uint8), replace(sample_face, landmarks=sample_face.landmarks * np.float32(_LARGER))


def _paint(image: NDArray[np.uint8], face: Face, layer: Layer) -> tuple[NDArray[np.uint8], list[Patch]]:
    patches: list[Patch] = []
    painted = image.copy()
    mirror = Mirror(video=False)
    mirror.set_look(Look("eyes", (layer,)))
    mirror.render(painted, [face], observer=lambda _, patch: patches.append(patch))
    return painted, patches


def _closed(face: Face) -> Face:
    """The same face with both lids shut."""
    landmarks = face.landmarks.copy()
    for upper, lower in ((lm.RIGHT_EYE_UPPER, lm.RIGHT_EYE_LOWER), (lm.LEFT_EYE_UPPER, lm.LEFT_EYE_LOWER)):
        landmarks[list(upper)] = landmarks[list(lower)]
    return replace(face, landmarks=landmarks)


@pytest.mark.parametrize("style", STYLES[Kind.LASHES])
def test_lashes_stand_up_on_an_open_eye_and_hang_on_a_closed_one(
    large: tuple[NDArray[np.uint8], Face], style: str
) -> None:
    image, face = large
    for eyes, sign in ((face, -1), (_closed(face), 1)):
        _, patches = _paint(image, eyes, Layer(Kind.LASHES, BLACK, style=style))
        # Compared at the lid's middle, which is the highest or the lowest place of its edge.
        for patch, edge in zip(patches, (lm.RIGHT_EYE_UPPER, lm.LEFT_EYE_UPPER), strict=True):
            x, y = eyes.landmarks[edge[4], :2]
            column = patch.alpha[:, round(float(x)) - patch.rect.left - 12 : round(float(x)) - patch.rect.left + 12]
            rows = np.arange(patch.rect.top, patch.rect.bottom)[column.max(axis=1) > 0.2]
            tip = rows.min() if sign < 0 else rows.max()
            assert (tip - float(y)) * sign > 2.5


@pytest.mark.parametrize("style", ["wing", "cat", "graphic"])
def test_the_wings_of_both_eyes_rise_alike(large: tuple[NDArray[np.uint8], Face], style: str) -> None:
    image, face = large
    _, (right, left) = _paint(image, face, Layer(Kind.EYELINER, BLACK, style=style))
    rises = []
    # The right eye's outer corner is at the left of the picture, and its up is a quarter turn the other way.
    for patch, outer, inner, at, side in ((right, 33, 133, 0, 1), (left, 263, 362, -1, -1)):
        rows, columns = np.nonzero(patch.alpha > 0.3)
        order = np.argsort(columns)[at]
        tip = np.array([columns[order] + patch.rect.left, rows[order] + patch.rect.top])
        along = face.landmarks[outer, :2] - face.landmarks[inner, :2]
        width = float(np.linalg.norm(along))
        beyond = (tip - face.landmarks[outer, :2]) / width
        up = np.array([-along[1], along[0]]) / width * side
        rises.append((float(beyond @ along / width), float(beyond @ up)))
    assert rises[0] == pytest.approx(rises[1], abs=0.03)
    assert rises[0][0] > 0.15
    assert rises[0][1] > 0.05


@pytest.mark.parametrize("style", STYLES[Kind.EYELINER])
def test_liner_leaves_no_skin_between_itself_and_the_lashes(large: tuple[NDArray[np.uint8], Face], style: str) -> None:
    image, face = large
    _, patches = _paint(image, face, Layer(Kind.EYELINER, BLACK, coverage=1.0, style=style))
    for patch, edge in zip(patches, (lm.RIGHT_EYE_UPPER, lm.LEFT_EYE_UPPER), strict=True):
        for x, y in face.landmarks[list(edge[1:6]), :2]:
            row, column = round(float(y)) - patch.rect.top, round(float(x)) - patch.rect.left
            assert patch.alpha[row, column] > 0.35


@pytest.mark.parametrize("style", STYLES[Kind.LENS])
def test_a_lens_leaves_the_pupil_and_the_white_of_the_eye(large: tuple[NDArray[np.uint8], Face], style: str) -> None:
    image, face = large
    _, patches = _paint(image, face, Layer(Kind.LENS, Color(60, 160, 220), Finish.SATIN, 1.0, style))
    for patch, iris in zip(patches, (lm.RIGHT_IRIS, lm.LEFT_IRIS), strict=True):
        centre = face.landmarks[iris[0], :2]
        radius = float(np.linalg.norm(face.landmarks[list(iris[1:]), :2] - centre, axis=1).mean())
        rows, columns = np.mgrid[patch.rect.top : patch.rect.bottom, patch.rect.left : patch.rect.right]
        distance = np.hypot(columns - centre[0], rows - centre[1]) / radius
        assert patch.alpha[distance < 0.25].max() < 0.05
        assert patch.alpha[distance > 1].max() < 0.05
        below = (np.abs(distance - 0.65) < 0.08) & (rows > centre[1])
        assert np.median(patch.alpha[below]) > 0.6


def test_what_a_lamp_reflects_in_the_eye_stays_on_top_of_a_lens(large: tuple[NDArray[np.uint8], Face]) -> None:
    image, face = large
    lamp = face.landmarks[lm.RIGHT_IRIS[0], :2] + [0.0, 0.55 * 4 * _LARGER]
    at = (round(float(lamp[0])), round(float(lamp[1])))
    shining = image.copy()
    cv2.circle(shining, at, 3, (255, 255, 255), -1)
    painted, _ = _paint(shining, face, Layer(Kind.LENS, Color(30, 60, 200), Finish.SATIN, 1.0, "vivid"))
    assert painted[at[1], at[0]].min() > 240


def test_a_closed_eye_shows_no_lens(large: tuple[NDArray[np.uint8], Face]) -> None:
    image, face = large
    painted, patches = _paint(image, _closed(face), Layer(Kind.LENS, Color(60, 160, 220)))
    assert not patches
    assert np.array_equal(painted, image)


@pytest.mark.parametrize("style", STYLES[Kind.BROWS])
def test_a_brow_keeps_its_shape_in_every_style(large: tuple[NDArray[np.uint8], Face], style: str) -> None:
    image, face = large
    natural, mine = (
        _paint(image, face, Layer(Kind.BROWS, BLACK, coverage=1.0, style=each))[1] for each in ("natural", style)
    )
    for one, other in zip(natural, mine, strict=True):
        whole = np.zeros((2, *image.shape[:2]), bool)
        for n, patch in enumerate((one, other)):
            whole[n][patch.rect.slices] = patch.alpha > 0.5
        assert (whole[0] & whole[1]).sum() > 0.95 * (whole[0] | whole[1]).sum()
