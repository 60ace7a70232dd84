"""Tracking: who is found, where, and that a person keeps their number."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from tests.vision.faces import frame, portrait, scene
from vision.tracker import FaceFinder, FaceTracker


def test_the_sample_portrait_has_one_face_with_its_eyes_above_its_mouth() -> None:
    with FaceFinder() as finder:
        (face,) = finder.find(portrait())
    assert face.landmarks.shape == (478, 3)
    assert face.pose.shape == (4, 4)
    assert face.landmarks[468, 1] < face.landmarks[13, 1] < face.landmarks[152, 1]


def test_nobody_is_found_on_an_empty_wall() -> None:
    with FaceTracker() as tracker:
        assert tracker.track(frame(np.full((480, 640, 3), 150, np.uint8))) == ()


@pytest.mark.parametrize("face_width", [40, 55, 90])
def test_a_person_two_metres_away_is_found_in_a_wide_frame(face_width: int) -> None:
    image = scene(1280, 720, face_width, (700, 260))
    with FaceTracker() as tracker:
        found = [bool(tracker.track(frame(image, n))) for n in range(5)]
    assert all(found)


def test_a_face_that_walks_across_the_frame_is_never_lost_and_keeps_its_number() -> None:
    ids = set()
    with FaceTracker() as tracker:
        for n in range(40):
            faces = tracker.track(frame(scene(1280, 720, 60, (100 + 18 * n, 200)), n))
            assert faces, f"lost in frame {n}"
            ids.add(faces[0].id)
    assert len(ids) == 1


def test_landmarks_are_found_where_the_face_is_shown() -> None:
    with FaceTracker() as tracker:
        left = tracker.track(frame(scene(1280, 720, 60, (100, 200)), 0))[0].landmarks[1, 0]
    with FaceTracker() as tracker:
        right = tracker.track(frame(scene(1280, 720, 60, (700, 200)), 0))[0].landmarks[1, 0]
    assert right - left == pytest.approx(600, abs=4)


def test_two_people_have_two_numbers_which_stay() -> None:
    image = scene(1280, 720, 110, (20, 60))
    image[60:623, 640:1203] = image[60:623, 20:583]
    with FaceTracker(max_faces=2) as tracker:
        seen = [tuple(sorted(face.id for face in tracker.track(frame(image, n)))) for n in range(6)]
    assert set(seen[1:]) == {(1, 2)}


def test_blendshapes_are_measured_only_when_asked_for() -> None:
    with FaceFinder() as finder:
        assert finder.find(portrait())[0].blendshapes == {}
    with FaceFinder(blendshapes=True) as finder:
        assert finder.find(portrait())[0].blendshapes["mouthSmileLeft"] > 0.3


def test_a_still_face_under_noise_stays_still() -> None:
    rng = np.random.default_rng(3)
    still = scene(1280, 720, 150, (200, 0))
    points = []
    with FaceTracker() as tracker:
        for n in range(20):
            noisy = np.clip(still + rng.normal(0, 4, still.shape), 0, 255).astype(np.uint8)
            points.append(tracker.track(frame(noisy, n))[0].landmarks)
    eyes = np.linalg.norm(points[0][468] - points[0][473])
    motion = np.abs(np.diff(np.array(points[8:])[:, [61, 291, 0, 17], :2], axis=0)).mean() / eyes
    assert motion < 0.00012


def test_near_and_far_people_of_one_photo_are_all_found() -> None:
    image = scene(1280, 720, 130, (20, 40))
    far = scene(1280, 720, 45, (900, 300))
    image[300:530, 900:1130] = far[300:530, 900:1130]
    with FaceFinder() as finder:
        near_one, far_one = finder.find(image)
    assert near_one.landmarks[1, 0] < 640 < far_one.landmarks[1, 0]


def test_the_pose_of_a_face_does_not_depend_on_the_window_it_was_seen_through() -> None:
    image = scene(1280, 720, 60, (700, 200))
    with FaceTracker() as tracker:
        poses = [tracker.track(frame(image, n))[0].pose for n in range(12)]
    with FaceFinder() as finder:
        alone = finder.find(image)[0].pose
    for pose in (poses[0], poses[-1]):
        assert pose[:3, 3] == pytest.approx(alone[:3, 3], rel=0.05, abs=0.5)
        assert np.degrees(np.arccos(np.clip((np.trace(pose[:3, :3].T @ alone[:3, :3]) - 1) / 2, -1, 1))) < 4


@pytest.mark.parametrize("degrees", [-45, -25, 25, 45])
def test_a_tilted_head_in_a_photo_has_its_landmarks_where_an_upright_one_has_them(degrees: int) -> None:
    image = scene(720, 720, 100, (100, 100))
    turn = cv2.getRotationMatrix2D((323, 221), degrees, 1.0)
    tilted = np.asarray(cv2.warpAffine(image, turn, (720, 720), borderMode=cv2.BORDER_REPLICATE), np.uint8)
    with FaceFinder() as finder:
        (upright,) = finder.find(image)
        (found,) = finder.find(tilted)
    expected = upright.landmarks[:, :2] @ turn[:, :2].T + turn[:, 2]
    eyes = np.linalg.norm(expected[468] - expected[473])
    off = np.linalg.norm(found.landmarks[:, :2] - expected, axis=1) / eyes
    assert off[[61, 291, 0, 17, 13, 14]].mean() < 0.012
    assert off.mean() < 0.012
