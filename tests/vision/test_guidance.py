"""What the mirror says to a person who stands badly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.vision.faces import moved
from vision.frames import Face
from vision.guidance import GuidanceMonitor
from vision.messages import Guidance

if TYPE_CHECKING:
    from numpy.typing import NDArray

LIT = np.full((720, 1280, 3), 140, np.uint8)


def _after_a_while(image: NDArray[np.uint8], *faces: Face) -> Guidance:
    monitor = GuidanceMonitor()
    return [monitor.update(image, faces, n / 10) for n in range(20)][-1]


def _turned(face: Face, degrees: float) -> Face:
    angle = np.radians(degrees)
    pose = np.eye(4, dtype=np.float32)
    pose[:3, :3] = [[np.cos(angle), 0, np.sin(angle)], [0, 1, 0], [-np.sin(angle), 0, np.cos(angle)]]
    pose[2, 3] = -80
    return Face(face.id, face.landmarks, pose, {})


@pytest.fixture
def person(sample_face: Face) -> Face:
    """Somebody in the middle of the frame, 250 px tall."""
    return moved(_turned(sample_face, 0), 2.0, 200, 50)


def test_nothing_is_said_to_somebody_who_stands_well(person: Face) -> None:
    assert _after_a_while(LIT, person) is Guidance.NONE


def test_an_empty_place_is_noticed() -> None:
    assert _after_a_while(LIT) is Guidance.NO_FACE


def test_distance_is_judged_by_the_face(sample_face: Face) -> None:
    assert _after_a_while(LIT, moved(_turned(sample_face, 0), 0.4, 500, 300)) is Guidance.TOO_FAR
    assert _after_a_while(LIT, moved(_turned(sample_face, 0), 5.0, -500, -400)) is Guidance.TOO_CLOSE


@pytest.mark.parametrize("degrees", [-50, 50])
def test_a_turned_head_is_asked_to_look_here(person: Face, degrees: float) -> None:
    assert _after_a_while(LIT, _turned(person, degrees)) is Guidance.TURNED_AWAY


def test_a_dark_room_is_too_dark(person: Face) -> None:
    assert _after_a_while((LIT * 0.15).astype(np.uint8), person) is Guidance.TOO_DARK


def test_deep_skin_in_good_light_is_not_too_dark(person: Face) -> None:
    image = LIT.copy()
    low, high = person.landmarks[:, :2].min(axis=0).astype(int), person.landmarks[:, :2].max(axis=0).astype(int)
    image[low[1] : high[1], low[0] : high[0]] = 44
    assert _after_a_while(image, person) is Guidance.NONE


def test_a_moment_is_not_worth_a_word(person: Face) -> None:
    monitor = GuidanceMonitor()
    for n in range(20):
        monitor.update(LIT, [person], n / 10)
    assert monitor.update(LIT, [], 2.0) is Guidance.NONE
    assert monitor.update(LIT, [], 2.5) is Guidance.NONE
    assert monitor.update(LIT, [], 3.0) is Guidance.NO_FACE


def test_the_nearest_person_is_meant(person: Face, sample_face: Face) -> None:
    assert _after_a_while(LIT, person, moved(sample_face, 0.3)) is Guidance.NONE
