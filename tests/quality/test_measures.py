"""The measuring: figures that are known beforehand come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from skimage.color.colorconv import xyz_from_rgb

from tests.quality.clips import find_clips, measure_clip, read_hands
from tests.quality.colour import beside_reflections, texture
from tests.quality.conditions import CONDITIONS, Condition
from tests.quality.motion import FRAMES, Motion, measure_motion
from tests.quality.people import DataError, Photo, find_people, read_neutral, read_points
from tests.quality.photos import measure_photo, measure_smile, outline_agreement
from tests.quality.regions import agreement, polygon, worst_flaw
from tests.quality.relight import lamp, relit
from tests.quality.sets import one_person
from tests.vision.faces import portrait, scene

if TYPE_CHECKING:
    from pathlib import Path

    from tests.quality.painting import PhotoPainter
    from tests.quality.people import Points
    from vision.frames import Face

AS_TAKEN = CONDITIONS[0]
PLACES = ("left", "right", "top", "bottom", "gap")


def _box(left: float, top: float, right: float, bottom: float) -> Points:
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], float)


def test_agreement_of_boxes_that_are_known() -> None:
    truth, painted = polygon((60, 60), _box(10, 10, 29, 29)), polygon((60, 60), _box(20, 10, 39, 29))
    found = agreement(truth, painted)
    assert (found.iou, found.spill, found.bare) == pytest.approx((1 / 3, 0.5, 0.5))


def test_no_paint_is_no_spill_and_all_bare() -> None:
    truth = polygon((60, 60), _box(10, 10, 29, 29))
    found = agreement(truth, np.zeros_like(truth))
    assert (found.iou, found.spill, found.bare) == (0, 0, 1)


def test_a_hole_is_cut_out() -> None:
    whole = polygon((60, 60), _box(10, 10, 49, 49))
    holed = polygon((60, 60), _box(10, 10, 49, 49), _box(20, 20, 29, 29))
    assert np.count_nonzero(whole) == 1600
    assert np.count_nonzero(holed) == 1500


@pytest.mark.parametrize(
    ("painted", "over", "place"),
    [
        (_box(20, 40, 130, 59), True, "right"),
        (_box(4, 40, 119, 59), True, "left"),
        (_box(20, 32, 119, 59), True, "top"),
        (_box(20, 40, 119, 51), False, "bottom"),
    ],
)
@pytest.mark.parametrize("degrees", [0, 25])
def test_the_worst_flaw_is_named_however_the_face_leans(
    painted: Points, *, over: bool, place: str, degrees: float
) -> None:
    turn = cv2.getRotationMatrix2D((70, 50), -degrees, 1)
    ring, paint = (box @ turn[:, :2].T + turn[:, 2] for box in (_box(20, 40, 119, 59), painted))
    truth = polygon((140, 160), ring)
    flaw = worst_flaw(truth, polygon((140, 160), paint), ring, PLACES)
    assert (flaw.over, flaw.place) == (over, place)
    assert flaw.share > 0.08


def test_paint_on_the_gap_is_named() -> None:
    ring, gap = _box(20, 40, 119, 69), _box(30, 50, 109, 58)
    truth = polygon((140, 160), ring, gap)
    whole = polygon((140, 160), ring)
    flaw = worst_flaw(truth, whole, ring, PLACES, polygon((140, 160), gap))
    assert (flaw.over, flaw.place) == (True, "gap")


def test_the_lamp_that_pictures_are_balanced_for_changes_nothing() -> None:
    image = np.arange(768, dtype=np.uint8).reshape(16, 16, 3)
    assert np.array_equal(relit(image, lamp(0)), image)


@given(st.floats(1, 80))
def test_a_warmer_lamp_is_redder_a_cooler_one_bluer_and_white_as_bright(mired: float) -> None:
    warm, cool = lamp(mired), lamp(-mired)
    assert warm[2] > 1 > warm[0]
    assert cool[0] > 1 > cool[2]
    for gains in (warm, cool):
        assert gains @ [0.0722, 0.7152, 0.2126] == pytest.approx(1)


@pytest.mark.parametrize(("kelvin", "x", "y"), [(5000, 0.3451, 0.3516), (10_000, 0.2807, 0.2884)])
def test_a_lamp_has_the_colour_of_a_black_body(kelvin: float, x: float, y: float) -> None:
    """Chromaticities of black bodies are those of Wyszecki & Stiles, Color Science; 6500 K has 0.3135, 0.3237."""
    daylight = np.linalg.solve(xyz_from_rgb, [0.3135 / 0.3237, 1, (1 - 0.3135 - 0.3237) / 0.3237])
    xyz = xyz_from_rgb @ (daylight * lamp(1e6 / kelvin - 1e6 / 6500)[::-1])
    assert xyz[:2] / xyz.sum() == pytest.approx([x, y], abs=0.001)


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: condition.name)
def test_points_stay_on_what_they_mark(condition: Condition) -> None:
    points = np.full((189, 2), 200.0)
    points[:2] = [[140, 180], [260, 180]]
    image = np.full((400, 400, 3), 40, np.uint8)
    for x, y in points[:2]:
        cv2.circle(image, (round(x), round(y)), 9, (230, 230, 230), cv2.FILLED)
    changed = condition.of(Photo(image, points))
    left, right = (np.median(changed.image), changed.image[..., 1].max())
    for point in changed.points[:2]:
        x, y = np.round(point).astype(int)
        assert changed.image[y, x, 1] > (int(left) + int(right)) / 2
    _, _, _, centres = cv2.connectedComponentsWithStats(
        (changed.image[..., 1] > (int(left) + int(right)) / 2).astype(np.uint8)
    )
    found = centres[1:][np.argsort(centres[1:, 0])]
    assert found == pytest.approx(changed.points[:2], abs=0.6)


def test_detail_that_is_gone_is_missed() -> None:
    rng = np.random.default_rng(0)
    grain = rng.integers(60, 180, (80, 80, 1), np.uint8).repeat(3, axis=2)
    region = polygon((80, 80), _box(20, 20, 60, 60))
    darker = (grain * 0.7).astype(np.uint8)
    other = rng.integers(60, 180, (80, 80, 1), np.uint8).repeat(3, axis=2)
    assert texture(grain, darker, region) > 0.99
    assert abs(texture(grain, other, region)) < 0.15


def test_what_is_lighter_than_matte_paint_is_a_reflection() -> None:
    matte = np.full((80, 80, 3), 90, np.uint8)
    glossy = matte.copy()
    glossy[:30] = 160
    region = polygon((80, 80), _box(10, 10, 69, 69))
    beside = beside_reflections(glossy, matte, region)
    assert np.array_equal(beside, polygon((80, 80), _box(10, 30, 69, 69)))


def test_points_that_fit_agree_and_points_that_lie_aside_do_not(
    sample_face: Face, painter: PhotoPainter, tmp_path: Path
) -> None:
    (tmp_path / "right").mkdir()
    (tmp_path / "low").mkdir()
    right = measure_photo(painter, one_person(tmp_path / "right", sample_face), AS_TAKEN)
    low = measure_photo(painter, one_person(tmp_path / "low", sample_face, off=12), AS_TAKEN)
    assert right.found
    assert right.lips.iou > 0.6
    assert right.lips.iou > low.lips.iou + 0.2
    assert right.brows is not None
    assert low.brows is not None
    assert right.brows.iou > low.brows.iou
    assert right.color_error is not None
    assert right.color_error < 4


def test_a_picture_of_nobody_is_counted_as_missed(sample_face: Face, painter: PhotoPainter, tmp_path: Path) -> None:
    person = one_person(tmp_path, sample_face)
    wall = np.random.default_rng(0).integers(120, 136, (1536, 1536, 3), np.uint8)
    cv2.imwrite(str(person.neutral), wall)
    figures = measure_photo(painter, person, AS_TAKEN)
    assert not figures.found
    assert figures.lips.iou == 0
    assert figures.brows is None


def test_a_smile_that_shows_few_teeth_says_nothing_of_them(
    sample_face: Face, painter: PhotoPainter, tmp_path: Path
) -> None:
    person = one_person(tmp_path, sample_face)
    assert person.smiling is not None
    large = measure_smile(painter, person, person.smiling)
    cv2.imwrite(str(person.smiling), portrait())
    small = measure_smile(painter, person, person.smiling)
    assert large.teeth is not None
    assert large.teeth < 0.2
    assert small.found
    assert small.teeth is None


def test_straight_outlines_never_quite_agree_with_curved_ones(sample_face: Face, tmp_path: Path) -> None:
    assert 0.85 < outline_agreement([one_person(tmp_path, sample_face)]) < 1


@pytest.mark.slow
def test_a_still_face_trembles_less_than_a_pixel_and_a_moving_one_is_followed() -> None:
    face = np.ascontiguousarray(portrait()[:256, 96:352])
    still, moving = (measure_motion(face, motion, 0) for motion in (Motion.STILL, Motion.MOVING))
    assert still.lost == moving.lost == 0
    assert still.jitter is not None
    assert 0 < still.jitter < 0.002
    assert still.edge_jitter is not None
    assert 0 < still.edge_jitter < 0.01
    assert moving.lag is not None
    assert abs(moving.lag) < 3


def test_a_clip_of_nobody_is_lost() -> None:
    assert measure_motion(np.full((64, 64, 3), 90, np.uint8), Motion.MOVING, 0).lost == FRAMES


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """Six frames of the sample face."""
    path = tmp_path / "someone.mkv"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"FFV1"), 30, (640, 480))
    for _ in range(6):
        writer.write(scene(640, 480, 120, (40, 0)))
    writer.release()
    return path


def test_paint_on_an_outlined_hand_is_counted_and_paint_beside_it_is_not(clip: Path) -> None:
    everywhere, nowhere = _box(0, 0, 639, 479), _box(0, 470, 9, 479)
    under = measure_clip(clip, {2: (everywhere,), 4: (nowhere,)})
    assert (under.frames, under.lost, under.marked) == (6, 0, 2)
    assert under.on_hands == pytest.approx(under.painted / 2, rel=0.05)
    assert measure_clip(clip, {2: (nowhere,)}).on_hands == 0
    assert measure_clip(clip, {}).painted == 0


def test_hands_are_read_as_they_were_outlined(tmp_path: Path) -> None:
    path = tmp_path / "hands.json"
    path.write_text('{"a.mkv": {"41": [[[1, 2], [3, 4], [5, 6]]], "42": []}}', "utf-8")
    hands = read_hands(path)["a.mkv"]
    assert hands[41][0].tolist() == [[1, 2], [3, 4], [5, 6]]
    assert hands[42] == ()


@pytest.mark.parametrize("text", ["[]", "{", '{"a.mkv": {"x": []}}', '{"a.mkv": {"1": [[1, 2, 3]]}}'])
def test_hands_of_another_form_are_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "hands.json"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError, match=r"hands\.json: does not say where hands are"):
        read_hands(path)


def test_folders_without_data_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"holds no NNN_03\.jpg"):
        find_people(tmp_path)
    with pytest.raises(DataError, match="holds no clip"):
        find_clips(tmp_path / "nowhere")


@pytest.mark.parametrize("text", ["", "three\n1 2", "2\n1 2\n3 4", "189\n" + "1\n" * 189])
def test_points_of_another_form_are_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "001_03.tem"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError, match=r"001_03\.tem"):
        read_points(path)


def test_a_photograph_that_cannot_be_read_is_named(sample_face: Face, tmp_path: Path) -> None:
    person = one_person(tmp_path, sample_face)
    person.neutral.write_bytes(b"not a picture")
    with pytest.raises(DataError, match=r"001_03\.jpg: cannot be read"):
        read_neutral(person)
