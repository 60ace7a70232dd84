"""Several people before one mirror, with real pixels: who is followed, and who is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from tests.vision.faces import frame, moved, portrait
from vision.detector import FaceDetector
from vision.geometry import Rect
from vision.guidance import GuidanceMonitor
from vision.looks import BARE, Color, Finish, Kind, Layer, Look
from vision.makeup.nearer_faces import DepthOrder
from vision.messages import UNSURE, Guidance, SkinTrouble, SkinUntold
from vision.mirror import Mirror
from vision.mirror_pipeline import MirrorPipeline
from vision.tracker import FaceTracker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from vision.frames import Face

RED = Look("Red", (Layer(Kind.LIPSTICK, Color(190, 20, 40), Finish.MATTE),))
BLUE = Look("Blue", (Layer(Kind.LIPSTICK, Color(30, 40, 200), Finish.MATTE),))

HEAD = slice(40, 250), slice(125, 325)
"""The portrait's head and shoulders; the face is about 100 px wide, its middle at 0.48 of the width."""


def head(scale: float, *, flipped: bool = False) -> NDArray[np.uint8]:
    cut = portrait()[HEAD]
    size = round(cut.shape[1] * scale), round(cut.shape[0] * scale)
    resized = cv2.resize(cut, size, interpolation=cv2.INTER_AREA)
    return np.asarray(resized[:, ::-1] if flipped else resized, np.uint8)


def shop(*people: tuple[NDArray[np.uint8], int, int]) -> NDArray[np.uint8]:
    """A grey wall and heads before it, each with its middle and its top; later ones are nearer."""
    image = np.full((480, 960, 3), 150, np.uint8)
    for picture, middle, top in people:
        left = middle - picture.shape[1] // 2
        start, end = max(0, left), min(image.shape[1], left + picture.shape[1])
        if start < end:
            image[top : top + picture.shape[0], start:end] = picture[:, start - left : end - left]
    return image


def middle_of(face: Face) -> float:
    return float(face.landmarks[1, 0])


def nearest(faces: Sequence[Face], x: float) -> Face | None:
    close = [face for face in faces if abs(middle_of(face) - x) < 45]
    return min(close, key=lambda face: abs(middle_of(face) - x), default=None)


@pytest.mark.parametrize("scale", [0.8, 1.15], ids=["behind", "before"])
def test_numbers_and_looks_stay_with_two_people_who_cross(scale: float) -> None:
    """One walks by behind, or before, somebody who stands; where both are to be seen, each keeps their number."""
    stands, walks = head(1.0), head(scale, flipped=True)
    kept = {"stands": set[int](), "walks": set[int]()}
    last: dict[str, int] = {}
    with FaceTracker(max_faces=2) as tracker:
        for n in range(80):
            x = 180 + 8 * n
            people = [(walks, x, 120), (stands, 480, 100)]
            faces = tracker.track(frame(shop(*(people if scale < 1 else people[::-1])), n))
            if abs(x - 480) > 120:
                for name, place in (("stands", 480), ("walks", x)):
                    face = nearest(faces, place)
                    if face is not None and face.id != UNSURE:
                        kept[name].add(face.id)
                        last[name] = face.id
    assert not kept["stands"] & kept["walks"]
    assert len(kept["stands"]) == 1
    assert set(last) == {"stands", "walks"}


def test_somebody_nearer_is_followed_in_the_place_of_a_stranger_and_not_of_who_is_dressed() -> None:
    far, near = (head(0.6), 250, 150), (head(1.2), 650, 60)
    with FaceTracker() as tracker:
        (stranger,) = faces = tracker.track(frame(shop(far), 0), keep=())
        for n in range(1, 15):
            faces = tracker.track(frame(shop(far, near), n), keep=(stranger.id,))
        assert [face.id for face in faces] == [stranger.id]
        for n in range(15, 30):
            faces = tracker.track(frame(shop(far, near), n), keep=())
        assert [abs(middle_of(face) - 650) < 45 for face in faces] == [True]


def test_a_stranger_is_not_lost_for_somebody_nearer_who_turns_out_not_to_be_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The detector takes a mark on the wall for a face."""
    image = shop((head(0.9), 250, 150))
    with FaceTracker() as tracker:
        (stranger,) = tracker.track(frame(image, 0), keep=())
        monkeypatch.setattr(FaceDetector, "find", lambda _detector, _image: [Rect(600, 100, 800, 340)])
        seen = [tuple(face.id for face in tracker.track(frame(image, n), keep=())) for n in range(1, 40)]
    assert set(seen) == {(stranger.id,)}


@pytest.fixture
def pipeline() -> Iterator[MirrorPipeline]:
    pipeline = MirrorPipeline(FaceTracker(2), GuidanceMonitor(), Mirror())
    yield pipeline
    pipeline.close()


def test_a_stranger_beside_is_not_painted(pipeline: MirrorPipeline) -> None:
    bare = shop((head(1.0), 250, 100), (head(1.1), 700, 100))
    shown = bare
    for n in range(4):
        given = frame(bare.copy(), n)
        faces = pipeline.process(given).faces
        shopper = next(face for face in faces if face.left < 0.5)
        pipeline.set_looks({shopper.id: RED})
        shown = given.image
    assert np.abs(shown[:, :480].astype(int) - bare[:, :480]).max() > 30
    assert np.array_equal(shown[:, 480:], bare[:, 480:])


def test_guidance_is_for_who_is_dressed_and_not_for_who_stands_nearest(pipeline: MirrorPipeline) -> None:
    far, near = (head(0.35), 200, 200), (head(1.3), 650, 60)
    said = []
    for n in range(80):
        painted = pipeline.process(frame(shop(far, near), n))
        if n == 20:
            pipeline.set_looks({face.id: BARE for face in painted.faces if face.left < 0.4})
        said.append(painted.guidance)
    assert said[20] is Guidance.NONE
    assert said[-1] is Guidance.TOO_FAR


def test_nobody_elses_skin_is_measured_while_who_is_dressed_first_is_away(pipeline: MirrorPipeline) -> None:
    image = shop((head(0.5), 400, 100))
    (here,) = pipeline.process(frame(image, 0)).faces
    away = here.id + 1
    pipeline.set_looks({away: BARE, here.id: BARE})
    pipeline.measure_skin(7)
    answers = [pipeline.process(frame(image, n, rate=4)).skin for n in range(1, 18)]
    assert answers[-1] == SkinUntold(7, SkinTrouble.NO_FACE)


def test_each_wears_their_own(sample_face: Face) -> None:
    both = np.hstack([portrait(), portrait()])
    beside = moved(sample_face, x=512)
    mirror = Mirror(video=False)
    mirror.set_looks({sample_face.id: RED, sample_face.id + 1: BLUE})
    painted = both.copy()
    mirror.render(painted, [sample_face, type(sample_face)(sample_face.id + 1, beside.landmarks, beside.pose, {})])
    for left, look in ((0, RED), (512, BLUE)):
        alone = Mirror(video=False)
        alone.set_look(look)
        expected = both.copy()
        alone.render(expected, [sample_face if left == 0 else beside])
        assert np.array_equal(painted[:, left : left + 512], expected[:, left : left + 512])


def test_a_face_that_cannot_be_told_from_another_stays_bare(sample_face: Face) -> None:
    mirror = Mirror()
    mirror.set_looks({sample_face.id: RED})
    unsure = type(sample_face)(UNSURE, sample_face.landmarks, sample_face.pose, {})
    painted = portrait()
    mirror.render(painted, [unsure])
    assert np.array_equal(painted, portrait())


def somebody(face: Face, scale: float, x: float, y: float, distance: float = 1.0) -> Face:
    """Another with such a face there, so many times as far from the camera as their size tells."""
    landmarks, pose = moved(face, scale, x, y).landmarks, face.pose.copy()
    pose[:3, 3] *= distance / scale
    return type(face)(face.id + 1, landmarks, pose, {})


def test_two_at_like_distance_do_not_change_places_with_the_noise(sample_face: Face) -> None:
    order = DepthOrder()
    hidden = []
    for scale in (1.03, 0.97, 0.95, 1.02, 0.85, 0.97, 1.03, 1.2):
        stranger = somebody(sample_face, scale, x=-20, y=0)
        order.keep({sample_face.id, stranger.id})
        hidden.append(bool(order.hiding(sample_face, [sample_face, stranger])))
        assert bool(order.hiding(stranger, [sample_face, stranger])) is not hidden[-1]
    assert hidden == [True] * 4 + [False] * 3 + [True]


def test_whoever_left_is_forgotten_with_their_place(sample_face: Face) -> None:
    order = DepthOrder()
    for scale in (1.03, 0.97):
        stranger = somebody(sample_face, scale, x=-20, y=0)
        assert bool(order.hiding(sample_face, [sample_face, stranger])) is (scale > 1)
        order.keep({sample_face.id})


def test_who_is_nearer_is_told_by_distance_and_not_by_a_tall_face(sample_face: Face) -> None:
    farther = somebody(sample_face, 1.2, x=-20, y=0, distance=1.5)
    assert not DepthOrder().hiding(sample_face, [sample_face, farther])
    (seen,) = DepthOrder().hiding(farther, [sample_face, farther])
    assert seen.seen.min() == 0


def test_paint_does_not_spill_onto_a_stranger_who_steps_before_the_face(sample_face: Face) -> None:
    look = Look("full", (Layer(Kind.FOUNDATION, Color(250, 220, 190)), *RED.layers))
    stranger = somebody(sample_face, 1.2, x=-120, y=-20)
    bare = portrait()
    inside = np.zeros(bare.shape[:2], np.uint8)
    cv2.fillConvexPoly(inside, cv2.convexHull(stranger.landmarks[:, :2].astype(np.int32)), 1)
    mirror = Mirror(video=False)
    mirror.set_looks({sample_face.id: look})
    alone, beside = bare.copy(), bare.copy()
    mirror.render(alone, [sample_face])
    assert (alone != bare)[inside > 0].any(), "they do reach over each other"
    mirror.render(beside, [stranger, sample_face])
    assert np.array_equal(beside[inside > 0], bare[inside > 0])
    assert (beside != bare).any()
