"""Edges of lips and brows that are learned from the picture."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vision.faces import moved, portrait
from vision.makeup.brow_contours import TYPICAL, brow_axis, brow_edges, outline
from vision.makeup.edge_follower import EdgeFollower
from vision.makeup.face_edges import FaceEdges
from vision.makeup.face_view import LEFT_EYE, RIGHT_EYE, eye_distance
from vision.makeup.lip_contours import mesh_contours
from vision.makeup.lip_edges import lip_edges

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.frames import Face

SKIN, LIP, HAIR = (150, 175, 215), (95, 85, 190), (40, 50, 70)
"""BGR."""
FRINGE = 0.03
"""The sparse hairs that people call brow too, over the eye distance: what is found is thicker by so much."""


def _drawn(face: Face, shape: NDArray[np.float32], color: tuple[int, int, int]) -> NDArray[np.uint8]:
    """A face of one colour with one shape of another, under a camera's noise."""
    image = np.full((1024, 1024, 3), SKIN, np.uint8)
    cv2.fillPoly(image, [np.round(shape * 16).astype(np.int32)], color, cv2.LINE_AA, 4)
    noise = np.random.default_rng(0).normal(0, 3, image.shape)
    return np.clip(image + noise, 0, 255).astype(np.uint8)


@pytest.fixture
def large(sample_face: Face) -> Face:
    """The sample face, twice as large."""
    return moved(sample_face, 2.0)


@pytest.mark.parametrize("by", [-0.01, 0.0, 0.02, 0.03])
def test_lips_that_end_elsewhere_than_the_mesh_says_are_found_there(large: Face, by: float) -> None:
    eyes = eye_distance(large)
    mesh = mesh_contours(large.landmarks, eyes)
    offset = np.full(32, by * eyes, np.float32)
    edges = lip_edges(_drawn(large, mesh.moved(offset, offset).outer, LIP), mesh, eyes)
    assert edges is not None
    assert edges[:, 8:-8].mean() == pytest.approx(by, abs=0.01)


def test_lips_without_a_colour_of_their_own_stay_where_the_mesh_has_them(large: Face) -> None:
    eyes = eye_distance(large)
    mesh = mesh_contours(large.landmarks, eyes)
    edges = lip_edges(_drawn(large, mesh.outer, SKIN), mesh, eyes)
    assert edges is not None
    assert np.abs(edges).max() < 0.03


def test_a_moustache_that_hangs_to_the_lip_is_not_taken_for_lip(large: Face) -> None:
    eyes = eye_distance(large)
    mesh = mesh_contours(large.landmarks, eyes)
    image = _drawn(large, mesh.outer, LIP)
    rng = np.random.default_rng(1)
    for root in np.repeat(mesh.upper_outer[2:-2], 12, axis=0):
        above = root + rng.uniform((-3, -0.2 * eyes), (3, -0.08 * eyes))
        hair = np.stack([above, above + np.array([rng.normal(0, 3), 0.07 * eyes])])
        cv2.polylines(image, [np.round(hair * 16).astype(np.int32)], False, HAIR, 1, cv2.LINE_AA, 4)
    edges = lip_edges(image, mesh, eyes)
    assert edges is not None
    assert np.abs(edges[:, 4:-4].mean(axis=1)).max() < 0.01


@pytest.mark.parametrize("degrees", [-40, 40])
def test_the_edges_of_a_tilted_head_are_those_of_an_upright_one(large: Face, degrees: int) -> None:
    eyes = eye_distance(large)
    image = np.asarray(cv2.resize(portrait(), None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), np.uint8)
    turn = cv2.getRotationMatrix2D((446, 281), degrees, 1.0)
    tilted = np.asarray(cv2.warpAffine(image, turn, (1024, 1024)), np.uint8)
    points = large.landmarks.copy()
    points[:, :2] = points[:, :2] @ turn[:, :2].T.astype(np.float32) + turn[:, 2].astype(np.float32)
    upright = lip_edges(image, mesh_contours(large.landmarks, eyes), eyes)
    lips = lip_edges(tilted, mesh_contours(points, eyes), eyes)
    assert upright is not None
    assert lips is not None
    assert np.abs(lips - upright).mean() < 0.004
    for eye in (RIGHT_EYE, LEFT_EYE):
        straight = brow_edges(image, brow_axis(large.landmarks, eye), eyes)
        brow = brow_edges(tilted, brow_axis(points, eye), eyes)
        assert straight is not None
        assert brow is not None
        assert np.abs(brow - straight).mean() < 0.006


@pytest.mark.parametrize("exposure", [0.25, 0.5])
def test_lips_are_found_where_they_end_in_a_dark_room(large: Face, exposure: float) -> None:
    eyes = eye_distance(large)
    mesh = mesh_contours(large.landmarks, eyes)
    offset = np.full(32, 0.02 * eyes, np.float32)
    dark = (_drawn(large, mesh.moved(offset, offset).outer, LIP) * exposure).astype(np.uint8)
    edges = lip_edges(dark, mesh, eyes)
    assert edges is not None
    assert edges[:, 8:-8].mean() == pytest.approx(0.02, abs=0.01)


@given(seed=st.integers(0, 2**32 - 1), low=st.integers(0, 255), high=st.integers(0, 255), scale=st.floats(0.05, 2.0))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_the_picture_shows_edges_stay_near_the_mesh(
    sample_face: Face, seed: int, low: int, high: int, scale: float
) -> None:
    image = np.random.default_rng(seed).integers(min(low, high), max(low, high) + 1, (400, 500, 3)).astype(np.uint8)
    face = moved(sample_face, scale)
    eyes = eye_distance(face)
    lips = lip_edges(image, mesh_contours(face.landmarks, eyes), eyes)
    assert lips is None or np.abs(lips).max() < 0.07
    for eye in (RIGHT_EYE, LEFT_EYE):
        brow = brow_edges(image, brow_axis(face.landmarks, eye), eyes)
        assert brow is None or (np.abs(brow).max() < 0.15 and (brow[0] <= brow[1] + 1e-6).all())


def test_lips_outside_the_frame_teach_nothing(large: Face) -> None:
    away = moved(large, 1.0, -2000, 0)
    eyes = eye_distance(away)
    assert lip_edges(portrait(), mesh_contours(away.landmarks, eyes), eyes) is None


@pytest.mark.parametrize("eye", [RIGHT_EYE, LEFT_EYE])
@pytest.mark.parametrize("thickness", [0.04, 0.08, 0.11])
@pytest.mark.parametrize("lower_by", [0.0, 0.02])
def test_a_brow_is_found_as_thick_and_as_low_as_it_is(
    large: Face, eye: object, thickness: float, lower_by: float
) -> None:
    assert eye in (RIGHT_EYE, LEFT_EYE)
    side = RIGHT_EYE if eye is RIGHT_EYE else LEFT_EYE
    eyes = eye_distance(large)
    axis = brow_axis(large.landmarks, side)
    edges = np.stack([np.full(48, -thickness / 2 - lower_by), np.full(48, thickness / 2 - lower_by)])
    found = brow_edges(_drawn(large, outline(axis, edges.astype(np.float32), eyes), HAIR), axis, eyes)
    assert found is not None
    middle = found[:, 12:36].mean(axis=1)
    assert middle[1] - middle[0] == pytest.approx(thickness + FRINGE, abs=0.015)
    assert middle.mean() == pytest.approx(-lower_by, abs=0.01)


def test_under_a_fringe_there_is_no_brow_to_be_found(large: Face) -> None:
    eyes = eye_distance(large)
    axis = brow_axis(large.landmarks, RIGHT_EYE)
    curtain = outline(axis, np.stack([np.full(48, -0.1), np.full(48, 0.4)]).astype(np.float32), eyes)
    assert brow_edges(_drawn(large, curtain, HAIR), axis, eyes) is None


def test_a_brow_as_light_as_the_skin_is_left_to_the_mesh(large: Face) -> None:
    eyes = eye_distance(large)
    axis = brow_axis(large.landmarks, RIGHT_EYE)
    smooth = np.full((1024, 1024, 3), SKIN, np.uint8)
    assert brow_edges(smooth, axis, eyes) is None
    followed = FaceEdges(video=False).brows(smooth, large.landmarks, eyes)[RIGHT_EYE]
    assert np.allclose(followed, outline(axis, TYPICAL, eyes))


def test_an_edge_goes_smoothly_to_where_it_is_seen() -> None:
    follower = EdgeFollower(np.zeros(3, np.float32))
    follower.saw(np.zeros(3, np.float32))
    follower.saw(np.ones(3, np.float32))
    steps = [float(follower.step()[0]) for _ in range(40)]
    assert all(earlier < later for earlier, later in itertools.pairwise(steps))
    assert steps[0] < 0.2
    assert steps[-1] > 0.99


def test_looks_that_differ_by_noise_alone_settle() -> None:
    rng = np.random.default_rng(0)
    follower = EdgeFollower(np.zeros(64, np.float32))
    steps = []
    for _ in range(200):
        if follower.due():
            follower.saw(rng.normal(0.01, 0.001, 64).astype(np.float32))
        steps.append(follower.step())
    assert np.abs(np.diff(np.array(steps[60:]), axis=0)).mean() < 0.00003
    assert np.abs(steps[-1] - 0.01).mean() < 0.0005


def test_a_settled_edge_is_looked_at_less_often_until_it_changes() -> None:
    follower = EdgeFollower(np.zeros(2, np.float32))
    looks = []
    for number in range(400):
        if follower.due():
            looks.append(number)
            follower.saw(np.full(2, 0.0 if number < 200 else 0.05, np.float32))
        edges = follower.step()
        if number == 240:
            assert edges == pytest.approx([0.05, 0.05], abs=0.01)
    begun, settled, changed = (sum(low <= look < low + 48 for look in looks) for low in (0, 96, 208))
    assert settled <= begun / 2
    assert settled <= changed / 2


def test_edges_that_take_turns_are_looked_at_in_the_first_frame_and_then_never_in_the_same() -> None:
    followers = [EdgeFollower(np.zeros(2, np.float32), turn) for turn in (0, 3, 5)]
    for number in range(100):
        due = [follower for follower in followers if follower.due()]
        assert len(due) == 3 if number == 0 else len(due) <= 1
        for follower in due:
            follower.saw(np.zeros(2, np.float32))
        for follower in followers:
            follower.step()


def test_what_is_not_seen_is_remembered() -> None:
    follower = EdgeFollower(np.zeros(3, np.float32))
    follower.saw(np.ones(3, np.float32))
    follower.saw(None)
    assert follower.step()[0] == 1


def test_nothing_is_learned_of_edges_while_something_is_before_the_face(large: Face) -> None:
    eyes = eye_distance(large)
    offset = np.full(32, 0.02 * eyes, np.float32)
    lips = mesh_contours(large.landmarks, eyes)
    fuller = _drawn(large, lips.moved(offset, offset).outer, LIP)
    edges = FaceEdges(video=False)
    untouched = edges.lips(fuller, large.landmarks, eyes, hidden=True)
    assert np.allclose(untouched.outer, FaceEdges(video=True).lips(fuller, large.landmarks, eyes, hidden=True).outer)
    assert not np.allclose(untouched.outer, edges.lips(fuller, large.landmarks, eyes).outer, atol=0.5)
