"""What is before a face stays unpainted: hands over the frames of a video, without flicker where there are none."""

from __future__ import annotations

import contextlib
import functools
import gc
import time
import weakref
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from tests.vision.faces import moved, portrait
from vision import landmarks as lm
from vision.frames import Face
from vision.geometry import Rect
from vision.hands import HandFinder, VideoHands
from vision.looks import Color, Kind, Layer, Look
from vision.makeup.face_texture import FaceTexture
from vision.makeup.face_view import eye_distance
from vision.makeup.hand_watch import HandWatch
from vision.makeup.occlusion import Occlusion
from vision.makeup.uv import UvRaster
from vision.mesh import canonical_mesh
from vision.messages import UNSURE
from vision.mirror import Mirror

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from vision.makeup.occlusion import Visible
    from vision.makeup.patch import Patch

PLUM = Color.parse("#6A2A5A")
LIPS = lm.LIPS_UPPER_OUTER + lm.LIPS_LOWER_OUTER[::-1]


class NoHands:
    """Somebody who looks for hands, counts the looks and finds none."""

    def __init__(self) -> None:
        self.looks = 0

    def find(self, _image: NDArray[np.uint8], _region: Rect) -> list[NDArray[np.float32]]:
        self.looks += 1
        return []


class HandAt(NoHands):
    """Finds one hand, stretched out upwards, with its palm at a place."""

    def __init__(self, place: NDArray[np.float32], size: float) -> None:
        super().__init__()
        columns, rows = np.meshgrid(np.linspace(-0.5, 0.5, 5), np.linspace(0.3, -1, 4))
        fingers = np.stack([columns, rows], axis=-1).transpose(1, 0, 2).reshape(20, 2)
        self.there = True
        self.points = (place + size * np.concatenate([[(0, 0.6)], fingers])).astype(np.float32)

    def find(self, _image: NDArray[np.uint8], _region: Rect) -> list[NDArray[np.float32]]:
        self.looks += 1
        return [self.points] if self.there else []


class Pool:
    """Lends everybody their own, and knows who has one."""

    def __init__(self, make: Callable[[], NoHands] = NoHands) -> None:
        self._make = make
        self.made: list[NoHands] = []
        self.lent: dict[int, NoHands] = {}

    def lend(self, person: int) -> NoHands:
        assert person not in self.lent
        self.made.append(self._make())
        self.lent[person] = self.made[-1]
        return self.made[-1]

    def give_back(self, person: int) -> None:
        del self.lent[person]


@pytest.fixture(scope="module")
def texture() -> FaceTexture:
    return FaceTexture(canonical_mesh())


@pytest.fixture(scope="module")
def raster() -> UvRaster:
    return UvRaster(canonical_mesh())


@pytest.fixture
def large(sample_face: Face) -> Face:
    """The sample face, twice as large."""
    return moved(sample_face, 2.0)


@functools.cache
def _large_portrait() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The portrait twice as large, and a camera's noise that is larger still."""
    image = cv2.resize(portrait(), (1024, 1024), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    return image, np.random.default_rng(0).normal(0, 2, (1100, 1100, 3)).astype(np.float32)


def _picture(light: float = 1.0, seed: int = 0) -> NDArray[np.uint8]:
    """The portrait twice as large under a light and a camera's noise."""
    image, noise = _large_portrait()
    down, right = np.random.default_rng(seed).integers(0, 70, 2).tolist()
    return np.asarray(np.clip(image * light + noise[down : down + 1024, right : right + 1024], 0, 255), np.uint8)


def _mouth(face: Face) -> NDArray[np.float32]:
    return np.asarray(face.landmarks[list(LIPS), :2].mean(axis=0), np.float32)


def _with_hand(image: NDArray[np.uint8], face: Face) -> NDArray[np.uint8]:
    """A fist of the forehead's own colour before the mouth, with the shade that separates it from the face."""
    held = image.copy()
    centre = tuple(np.round(_mouth(face)).astype(int).tolist())
    size = round(eye_distance(face) * 0.7)
    skin = image[Rect.around(face.landmarks[[151, 9]], 6).slices].reshape(-1, 3).mean(axis=0)
    cv2.ellipse(held, centre, (size, size * 3 // 4), 0, 0, 360, (skin * 0.6).tolist(), -1)
    cv2.ellipse(held, centre, (size - 4, size * 3 // 4 - 4), 0, 0, 360, (skin * 1.05).tolist(), -1)
    return held


def _lips(face: Face, visible: Visible | None) -> tuple[float, float]:
    """The least and the most of the lips that is said to be seen."""
    if visible is None:
        return 1.0, 1.0
    rect = Rect.around(face.landmarks[list(LIPS)])
    mask = np.zeros((rect.height, rect.width), np.uint8)
    outline = np.round(face.landmarks[list(LIPS), :2] - (rect.left, rect.top)).astype(np.int32)
    cv2.fillPoly(mask, [outline], 1)
    seen = visible.over(rect)[mask > 0]
    return float(seen.min()), float(seen.max())


def _see(occlusion: Occlusion, image: NDArray[np.uint8], face: Face) -> Visible | None:
    return occlusion.see(image, face.landmarks, face.pose, eye_distance(face))


def test_a_hand_is_left_bare_in_the_frame_in_which_it_comes(
    texture: FaceTexture, raster: UvRaster, large: Face
) -> None:
    occlusion = Occlusion(texture, raster, NoHands())
    for seed in range(5):
        assert _see(occlusion, _picture(seed=seed), large) is None
    occlusion = Occlusion(texture, raster, HandAt(_mouth(large), eye_distance(large)))
    assert _lips(large, _see(occlusion, _with_hand(_picture(), large), large))[1] < 0.05


def test_what_was_hidden_is_painted_again_within_a_tenth_of_a_second_of_the_hand_leaving(
    texture: FaceTexture, raster: UvRaster, large: Face
) -> None:
    hands = HandAt(_mouth(large), eye_distance(large))
    occlusion = Occlusion(texture, raster, hands)
    _see(occlusion, _with_hand(_picture(), large), large)
    hands.points += 10_000
    seen = [_lips(large, _see(occlusion, _picture(), large))[0] for _ in range(8)]
    assert 0.2 < seen[0] < 0.8, "paint comes back softly"
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_a_hand_that_left_hides_nothing_when_the_face_changes_later(
    texture: FaceTexture, raster: UvRaster, large: Face
) -> None:
    hands = HandAt(_mouth(large), eye_distance(large))
    occlusion = Occlusion(texture, raster, hands)
    _see(occlusion, _with_hand(_picture(), large), large)
    hands.points += 10_000
    for seed in range(20):
        _see(occlusion, _picture(seed=seed), large)
    hands.points -= 10_000
    hands.there = False
    shaded = _picture()
    middle = round(_mouth(large)[0])
    shaded[:, :middle] = _picture(light=0.6)[:, :middle]
    assert _see(occlusion, shaded, large) is None


def test_a_light_that_changes_over_the_face_is_no_hand(texture: FaceTexture, raster: UvRaster, large: Face) -> None:
    hands = NoHands()
    occlusion = Occlusion(texture, raster, hands)
    _see(occlusion, _picture(), large)
    for step in range(40):
        assert _see(occlusion, _picture(light=1 - step * 0.015, seed=step), large) is None
    assert hands.looks == 1


def test_a_still_face_is_looked_at_for_hands_once(texture: FaceTexture, raster: UvRaster, large: Face) -> None:
    hands = NoHands()
    occlusion = Occlusion(texture, raster, hands)
    for step in range(60):
        assert _see(occlusion, _picture(seed=step), large) is None
    assert hands.looks == 1


@pytest.mark.parametrize("color", [(235, 238, 240), (25, 25, 28), (190, 110, 60), (50, 75, 120)])
def test_a_cup_before_the_mouth_stays_bare_though_no_hand_is_found(
    texture: FaceTexture, raster: UvRaster, large: Face, color: tuple[int, int, int]
) -> None:
    occlusion = Occlusion(texture, raster, NoHands())
    _see(occlusion, _picture(), large)
    held = _picture()
    (x, y), size = np.round(_mouth(large)).astype(int).tolist(), round(eye_distance(large) * 0.5)
    cv2.rectangle(held, (x - size, y - size // 2), (x + size, y + 2 * size), color, -1)
    assert _lips(large, _see(occlusion, held, large))[1] < 0.05
    gone = [_lips(large, _see(occlusion, _picture(seed=seed), large))[0] for seed in range(6)]
    assert gone[-1] == 1.0


def test_what_is_of_the_skins_colour_hides_the_mouth_though_no_hand_is_found(
    texture: FaceTexture, raster: UvRaster, large: Face
) -> None:
    occlusion = Occlusion(texture, raster, NoHands())
    for seed in range(20):
        assert _see(occlusion, _picture(seed=seed), large) is None
    assert _lips(large, _see(occlusion, _with_hand(_picture(), large), large))[1] < 0.05
    gone = [_lips(large, _see(occlusion, _picture(seed=seed), large))[0] for seed in range(6)]
    assert gone[-1] == 1.0


def test_a_light_of_another_colour_is_no_thing_before_the_face(
    texture: FaceTexture, raster: UvRaster, large: Face
) -> None:
    occlusion = Occlusion(texture, raster, NoHands())
    _see(occlusion, _picture(), large)
    other = np.asarray(_picture() * np.array([1.0, 0.6, 0.35]), np.uint8)
    other[::2, ::2] //= 2
    shown = [_lips(large, _see(occlusion, other, large))[0] for _ in range(10)]
    assert shown == [1.0] * 10


def test_a_mouth_that_noise_hides_is_painted(texture: FaceTexture, raster: UvRaster, sample_face: Face) -> None:
    far, occlusion = moved(sample_face, 0.2), Occlusion(texture, raster, NoHands())
    image = cv2.resize(portrait(), None, fx=0.2, fy=0.2, interpolation=cv2.INTER_AREA).astype(np.float32)
    rng = np.random.default_rng(0)
    for _ in range(100):
        noisy = np.clip(image * 0.3 + rng.normal(0, 8, image.shape), 0, 255).astype(np.uint8)
        assert _lips(far, _see(occlusion, noisy, far))[0] > 0.95


def test_a_dark_cameras_noise_is_no_thing_before_the_face(texture: FaceTexture, raster: UvRaster, large: Face) -> None:
    occlusion = Occlusion(texture, raster, NoHands())
    dark, rng = _picture(light=0.15).astype(np.float32), np.random.default_rng(0)
    for _ in range(20):
        noisy = np.clip(dark + rng.normal(0, 8, dark.shape), 0, 255).astype(np.uint8)
        assert _lips(large, _see(occlusion, noisy, large))[0] > 0.95


def test_a_known_face_costs_less_than_one_that_is_learned(texture: FaceTexture, raster: UvRaster, large: Face) -> None:
    pictures = [_picture(seed=seed) for seed in range(30)]
    new: list[float] = []
    known: list[float] = []
    for _ in range(5):
        occlusion = Occlusion(texture, raster, NoHands())
        _see(occlusion, pictures[0], large)
        for spent in (new, known):
            begun = time.thread_time()
            for picture in pictures:
                _see(occlusion, picture, large)
            spent.append(time.thread_time() - begun)
    assert min(known) < 0.75 * min(new)


def test_what_stays_before_a_face_for_long_is_part_of_it(texture: FaceTexture, raster: UvRaster, large: Face) -> None:
    occlusion = Occlusion(texture, raster, NoHands())
    _see(occlusion, _picture(), large)
    scarf = _picture()
    scarf[round(_mouth(large)[1]) - 40 :] = (120, 60, 40)
    assert _lips(large, _see(occlusion, scarf, large))[1] < 0.05
    shown = [_lips(large, _see(occlusion, scarf, large))[0] for _ in range(260)]
    assert shown[200] < 0.05
    assert shown[-1] == 1.0


@pytest.mark.parametrize("before", range(4))
def test_what_comes_right_after_that_is_left_bare(
    texture: FaceTexture, raster: UvRaster, large: Face, before: int
) -> None:
    occlusion = Occlusion(texture, raster, NoHands())
    for _ in range(1 + before):
        _see(occlusion, _picture(), large)
    scarf = _picture()
    scarf[round(_mouth(large)[1]) - 40 :] = (120, 60, 40)
    while _lips(large, _see(occlusion, scarf, large))[0] < 1.0:
        pass
    for _ in range(4):
        _see(occlusion, scarf, large)
    held = scarf.copy()
    (x, y), size = np.round(_mouth(large)).astype(int).tolist(), round(eye_distance(large) * 0.5)
    cv2.rectangle(held, (x - size, y - size // 2), (x + size, y + 2 * size), (60, 180, 220), -1)
    assert _lips(large, _see(occlusion, held, large))[1] < 0.05


def _turned(face: Face, degrees: float) -> Face:
    """The face turned about its upright axis; looking to the picture's right with more than 0."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    middle = face.landmarks.mean(axis=0)
    x, y, z = (face.landmarks - middle).T
    pose = face.pose.copy()
    pose[:3, :3] = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]) @ pose[:3, :3]
    landmarks = np.stack([x * c - z * s, y, x * s + z * c], axis=1) + middle
    return Face(face.id, landmarks.astype(np.float32), pose, {})


@pytest.mark.parametrize("degrees", [-50, 50])
def test_what_is_seen_behind_the_far_edge_of_a_turned_face_is_no_thing_before_it(
    texture: FaceTexture, raster: UvRaster, large: Face, degrees: float
) -> None:
    turned = _turned(large, degrees)
    occlusion = Occlusion(texture, raster, NoHands())
    off = 5  # pixels that the landmarks are out
    left, right = turned.landmarks[:, 0].min() + off, turned.landmarks[:, 0].max() - off
    behind = slice(0, round(float(left))) if degrees < 0 else slice(round(float(right)), None)
    for number, color in enumerate([(60, 160, 200)] * 10 + [(200, 120, 40)] * 10):
        image = _picture(seed=number)
        image[:, behind] = color
        assert _see(occlusion, image, turned) is None


def test_a_rise_of_what_has_changed_is_looked_at_at_once() -> None:
    hands = HandAt(np.zeros(2, np.float32), 50)
    hands.there = False
    watch = HandWatch(hands)
    image, face = np.zeros((400, 400, 3), np.uint8), np.full((478, 3), 200, np.float32)
    for _ in range(60):
        assert watch.look(image, face, 50, 0.1) == []
    assert hands.looks < 10, "a smile is not taken for a hand for long"
    hands.there = True
    assert len(watch.look(image, face, 50, 0.15)) == 1


def test_lips_that_somebody_paints_are_no_thing_before_the_face(
    texture: FaceTexture, raster: UvRaster, large: Face
) -> None:
    occlusion = Occlusion(texture, raster, NoHands())
    _see(occlusion, _picture(), large)
    painted = _picture()
    outline = np.round(large.landmarks[list(LIPS), :2]).astype(np.int32)
    cv2.fillPoly(painted, [outline], (60, 10, 110))
    cv2.polylines(painted, [outline], isClosed=True, color=(60, 10, 110), thickness=8)
    assert _lips(large, _see(occlusion, painted, large))[0] > 0.95


def test_a_shadow_over_half_the_face_is_no_thing_before_it(texture: FaceTexture, raster: UvRaster, large: Face) -> None:
    occlusion = Occlusion(texture, raster, NoHands())
    _see(occlusion, _picture(), large)
    shaded = _picture()
    middle = round(_mouth(large)[0])
    shaded[:, :middle] = _picture(light=0.6)[:, :middle]
    assert _see(occlusion, shaded, large) is None


@pytest.mark.parametrize("by", [(-330, 0), (0, -250), (900, 900), (5000, 0)])
def test_a_face_cut_by_the_frame_is_no_trouble(
    texture: FaceTexture, raster: UvRaster, large: Face, by: tuple[int, int]
) -> None:
    away = moved(large, 1.0, *by)
    occlusion = Occlusion(texture, raster, NoHands())
    for seed in range(20):
        assert _see(occlusion, _picture(seed=seed), away) is None


def test_a_face_of_twenty_pixels_is_no_trouble(texture: FaceTexture, raster: UvRaster, sample_face: Face) -> None:
    far = moved(sample_face, 0.2)
    image = cv2.resize(portrait(), None, fx=0.2, fy=0.2, interpolation=cv2.INTER_AREA)
    occlusion = Occlusion(texture, raster, HandAt(_mouth(far), eye_distance(far)))
    assert _lips(far, _see(occlusion, np.asarray(image, np.uint8), far))[1] < 0.05


@pytest.mark.parametrize("video", [True, False])
def test_no_hand_is_found_where_there_is_none(
    sample_face: Face, capfd: pytest.CaptureFixture[str], *, video: bool
) -> None:
    with contextlib.closing(HandFinder(video=video)) as finder:
        for reach in (40, 200):
            x, y = np.round(_mouth(sample_face)).astype(int).tolist()
            assert finder.find(portrait(), Rect(x - reach, y - reach, x + reach, y + reach)) == []
    assert capfd.readouterr().err == ""


def test_the_mirror_leaves_a_hand_as_it_is_and_says_so(large: Face) -> None:
    bare = _with_hand(_picture(), large)
    painted = bare.copy()
    mirror = Mirror(hands=Pool(lambda: HandAt(_mouth(large), eye_distance(large))))
    layers = (Layer(Kind.FOUNDATION, PLUM), Layer(Kind.LIPSTICK, PLUM))
    mirror.set_look(Look("x", layers))
    told: dict[str, float] = {}
    covered = np.zeros(bare.shape[:2], np.float32)

    def observe(region: str, patch: Patch) -> None:
        told[region] = float(patch.alpha.max())
        part = covered[patch.rect.slices]
        np.maximum(part, patch.alpha, out=part)

    mirror.render(painted, [large], observer=observe)
    x, y = np.round(_mouth(large)).astype(int)
    assert np.array_equal(painted[y - 20 : y + 20, x - 20 : x + 20], bare[y - 20 : y + 20, x - 20 : x + 20])
    assert told["lips"] < 0.05
    assert told["foundation"] > 0.5
    changed = np.abs(painted.astype(int) - bare).max(axis=2)
    assert changed.max() > 8
    assert changed[covered < 0.002].max() <= 1


LIPSTICK = Look("x", (Layer(Kind.LIPSTICK, PLUM),))


def test_two_people_never_share_who_finds_hands(sample_face: Face) -> None:
    beside = moved(sample_face, x=200)
    pool = Pool()
    mirror = Mirror(hands=pool)
    mirror.set_looks({1: LIPSTICK})
    people = [sample_face, Face(2, beside.landmarks, beside.pose, {})]
    mirror.render(portrait(), people)
    assert set(pool.lent) == {1}, "who is not dressed needs none"
    mirror.set_looks({1: LIPSTICK, 2: LIPSTICK})
    for _ in range(3):
        mirror.render(portrait(), people)
    assert set(pool.lent) == {1, 2}
    assert [hands.looks for hands in pool.made] == [1, 1]


def test_a_model_is_used_by_one_person_at_a_time_and_by_the_next_who_comes() -> None:
    with contextlib.closing(VideoHands()) as pool:
        first, second = pool.lend(1), pool.lend(2)
        assert first is not second
        assert pool.lend(1) is first
        pool.give_back(1)
        assert pool.lend(3) is first
        assert pool.lend(2) is second


def test_nothing_of_a_face_outlives_the_visit(sample_face: Face) -> None:
    pool = Pool()
    mirror = Mirror(hands=pool)
    mirror.set_looks({1: LIPSTICK})
    mirror.render(portrait(), [sample_face])
    kept = weakref.ref(pool.lent[1])
    pool.made.clear()
    mirror.set_looks({})
    gc.collect()
    assert not pool.lent
    assert kept() is None, "somebody still watches this face"


def test_a_face_that_cannot_be_told_is_painted_but_nothing_is_learned_of_it(sample_face: Face) -> None:
    pool = Pool()
    mirror = Mirror(hands=pool)
    mirror.set_look(Look("x", (Layer(Kind.LIPSTICK, PLUM), Layer(Kind.BROWS, PLUM), Layer(Kind.CONTOUR, PLUM))))
    painted = portrait()
    mirror.render(painted, [Face(UNSURE, sample_face.landmarks, sample_face.pose, {})])
    assert (painted != portrait()).any()
    assert not pool.made
