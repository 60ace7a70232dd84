"""Painting: what every layer promises, whatever the face and wherever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from skimage.color import deltaE_ciede2000, rgb2lab

from tests.vision.faces import moved, portrait
from vision.frames import Face
from vision.geometry import Rect
from vision.looks import STYLES, Color, Finish, Kind, Layer, Look
from vision.mirror import REGIONS, Mirror

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.makeup.patch import Patch

PLUM = Color.parse("#6A2A5A")
FULL = Look("full", tuple(Layer(kind, PLUM, Finish.SATIN, 0.8) for kind in Kind))


def _paint(
    image: NDArray[np.uint8], faces: list[Face], look: Look, split: float | None = None
) -> tuple[NDArray[np.uint8], list[tuple[str, Patch]]]:
    mirror = Mirror(video=False)
    mirror.set_look(look)
    patches: list[tuple[str, Patch]] = []
    painted = image.copy()
    mirror.render(painted, faces, split, lambda region, patch: patches.append((region, patch)))
    return painted, patches


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_shows_and_covers_only_where_it_says(kind: Kind, sample_face: Face) -> None:
    bare = portrait()
    painted, patches = _paint(bare, [sample_face], Look("one", (Layer(kind, PLUM, Finish.MATTE, 1.0),)))
    covered = np.zeros(bare.shape[:2], np.float32)
    for region, patch in patches:
        assert region == REGIONS[kind]
        covered[patch.rect.slices] = np.maximum(covered[patch.rect.slices], patch.alpha)
    changed = np.abs(painted.astype(int) - bare).max(axis=2)
    assert covered.max() > 0.4
    assert changed.max() > 8
    assert changed[covered < 0.002].max() <= 1


@pytest.mark.parametrize("style", [(kind, style) for kind, styles in STYLES.items() for style in styles])
def test_every_style_of_a_kind_looks_different(style: tuple[Kind, str], sample_face: Face) -> None:
    kind, name = style
    if name == "fitted":
        return  # It is one of the others.
    mine, _ = _paint(portrait(), [sample_face], Look("x", (Layer(kind, PLUM, style=name),)))
    for other in set(STYLES[kind]) - {name, "fitted"}:
        theirs, _ = _paint(portrait(), [sample_face], Look("x", (Layer(kind, PLUM, style=other),)))
        assert np.abs(mine.astype(int) - theirs).max() > 6


@pytest.mark.parametrize("finish", list(Finish))
def test_every_finish_of_a_lipstick_looks_different(finish: Finish, sample_face: Face) -> None:
    mine, _ = _paint(portrait(), [sample_face], Look("x", (Layer(Kind.LIPSTICK, PLUM, finish),)))
    for other in set(Finish) - {finish}:
        theirs, _ = _paint(portrait(), [sample_face], Look("x", (Layer(Kind.LIPSTICK, PLUM, other),)))
        assert np.abs(mine.astype(int) - theirs).max() > 3, other


def test_no_coverage_changes_nothing(sample_face: Face) -> None:
    bare = portrait()
    look = Look("none", tuple(layer.with_coverage(0.0) for layer in FULL.layers))
    assert np.array_equal(_paint(bare, [sample_face], look)[0], bare)


def test_more_coverage_changes_more(sample_face: Face) -> None:
    bare = portrait().astype(int)
    change = [
        np.abs(_paint(portrait(), [sample_face], Look("x", (Layer(kind, PLUM, coverage=c),)))[0] - bare).sum()
        for kind in Kind
        for c in (0.2, 0.6, 1.0)
    ]
    for n in range(0, len(change), 3):
        assert change[n] < change[n + 1] < change[n + 2]


def test_the_left_of_the_split_stays_bare_and_the_right_is_as_without(sample_face: Face) -> None:
    bare = portrait()
    split = float(sample_face.landmarks[1, 0]) / bare.shape[1]
    at = round(split * bare.shape[1])
    halved, _ = _paint(bare, [sample_face], FULL, split)
    whole, _ = _paint(bare, [sample_face], FULL)
    assert np.array_equal(halved[:, :at], bare[:, :at])
    assert np.array_equal(halved[:, at:], whole[:, at:])


def test_two_people_wear_the_look_as_each_alone_would(sample_face: Face) -> None:
    both = np.hstack([portrait(), portrait()])
    beside = moved(sample_face, x=512)
    painted, _ = _paint(both, [sample_face, Face(2, beside.landmarks, beside.pose, {})], FULL)
    assert np.abs(painted[:, :512].astype(int) - painted[:, 512:]).max() <= 2


def test_matte_lipstick_is_the_swatch(sample_face: Face) -> None:
    swatch = Color.parse("#AA1428")
    painted, patches = _paint(portrait(), [sample_face], Look("x", (Layer(Kind.LIPSTICK, swatch, Finish.MATTE, 1.0),)))
    ((_, patch),) = patches
    lips = painted[patch.rect.slices][patch.alpha > 0.98][:, ::-1] / 255
    target = rgb2lab(np.array([swatch.red, swatch.green, swatch.blue]) / 255)
    assert deltaE_ciede2000(rgb2lab(lips).mean(axis=0), target) < 3


def test_teeth_are_not_painted(sample_face: Face) -> None:
    _, patches = _paint(portrait(), [sample_face], Look("x", (Layer(Kind.LIPSTICK, PLUM),)))
    ((_, patch),) = patches
    x, y = sample_face.landmarks[[13, 14], :2].mean(axis=0)
    assert patch.alpha[round(float(y)) - patch.rect.top, round(float(x)) - patch.rect.left] < 0.05


def test_dim_light_dims_the_paint(sample_face: Face) -> None:
    dim = (portrait() * 0.3).astype(np.uint8)
    painted, patches = _paint(dim, [sample_face], Look("x", (Layer(Kind.LIPSTICK, Color(230, 120, 120)),)))
    ((_, patch),) = patches
    assert painted[patch.rect.slices][patch.alpha > 0.9].mean() < 110


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    scale=st.floats(0.12, 2.0),
    x=st.floats(-700, 700),
    y=st.floats(-700, 700),
    finish=st.sampled_from(Finish),
)
def test_a_face_half_outside_the_frame_or_tiny_is_painted_without_harm(
    sample_face: Face, scale: float, x: float, y: float, finish: Finish
) -> None:
    bare = portrait()
    face = moved(sample_face, scale, x, y)
    look = Look("full", tuple(Layer(kind, PLUM, finish, 0.8) for kind in Kind))
    painted, patches = _paint(bare, [face], look)
    whole = Rect.of(bare)
    for _, patch in patches:
        assert whole.holds(patch.rect)
        assert patch.alpha.shape == (patch.rect.height, patch.rect.width)
        assert np.isfinite(patch.alpha).all()
        assert patch.alpha.min() >= 0
        assert patch.alpha.max() <= 1
    around = Rect.around(face.landmarks).grown(0.3)
    outside = np.ones(bare.shape[:2], bool)
    visible = around.clipped(whole)
    if not visible.empty:
        outside[visible.slices] = False
    assert np.array_equal(painted[outside], bare[outside])


@pytest.mark.parametrize("degrees", [-60, 60])
def test_the_far_eye_of_a_turned_head_is_left_alone(sample_face: Face, degrees: float) -> None:
    angle = np.radians(degrees)
    pose = np.eye(4, dtype=np.float32)
    pose[:3, :3] = [[np.cos(angle), 0, np.sin(angle)], [0, 1, 0], [-np.sin(angle), 0, np.cos(angle)]]
    pose[2, 3] = -80
    turned = Face(1, sample_face.landmarks, pose, {})
    _, patches = _paint(portrait(), [turned], Look("x", (Layer(Kind.EYELINER, PLUM),)))
    ((_, patch),) = patches
    # Looking to the picture's right hides the eye on that side.
    near = 33 if degrees > 0 else 263
    assert patch.rect.left < sample_face.landmarks[near, 0] < patch.rect.right


def _lips(painted: NDArray[np.uint8], patches: list[tuple[str, Patch]]) -> NDArray[np.float64]:
    _, patch = patches[-1]
    return np.asarray(painted[patch.rect.slices][patch.alpha > 0.9].mean(axis=0))


def test_deep_skin_alone_in_the_dark_of_a_picture_is_not_taken_for_a_dark_room(sample_face: Face) -> None:
    look = Look("x", (Layer(Kind.LIPSTICK, Color(200, 60, 80), Finish.MATTE),))
    bright = _lips(*_paint(portrait(), [sample_face], look))
    around = np.ones((512, 512), bool)
    left, top = sample_face.landmarks[:, :2].min(axis=0).astype(int)
    right, bottom = sample_face.landmarks[:, :2].max(axis=0).astype(int)
    around[top:bottom, left:right] = False
    alone = portrait()
    alone[around] = 0
    assert _lips(*_paint(alone, [sample_face], look)) == pytest.approx(bright, abs=6)


def test_a_white_wall_behind_does_not_light_a_face_in_the_shade(sample_face: Face) -> None:
    look = Look("x", (Layer(Kind.LIPSTICK, Color(200, 60, 80), Finish.MATTE),))
    shade = (portrait() * 0.35).astype(np.uint8)
    shade[:, 420:] = 255
    assert _lips(*_paint(shade, [sample_face], look)).max() < 110


def test_liner_under_lipstick_of_the_same_shade_does_not_show(sample_face: Face) -> None:
    lipstick = Layer(Kind.LIPSTICK, Color(200, 60, 80), Finish.MATTE)
    liner = Layer(Kind.LIP_LINER, Color(200, 60, 80), Finish.MATTE)
    alone, _ = _paint(portrait(), [sample_face], Look("x", (lipstick,)))
    both, _ = _paint(portrait(), [sample_face], Look("x", (liner, lipstick)))
    assert np.abs(alone.astype(int) - both).max() < 40
    assert np.abs(alone.astype(int) - both)[alone.any(axis=2)].mean() < 0.02


def test_a_brow_pencil_lighter_than_the_hair_does_not_bleach_or_redden_it(sample_face: Face) -> None:
    bare = portrait()
    painted, patches = _paint(
        bare, [sample_face], Look("x", (Layer(Kind.BROWS, Color.parse("#C89A70"), coverage=1.0),))
    )
    for _, patch in patches:
        hair = patch.alpha > 0.8
        before, after = (rgb2lab(image[patch.rect.slices][..., ::-1] / 255)[hair] for image in (bare, painted))
        assert (after[:, 0] <= before[:, 0] + 1.5).all()
        assert np.hypot(after[:, 1], after[:, 2]).mean() < np.hypot(before[:, 1], before[:, 2]).mean() + 14


@pytest.mark.parametrize("kind", [Kind.EYESHADOW, Kind.EYELINER])
def test_shimmer_and_metal_show_on_the_eyes_too(kind: Kind, sample_face: Face) -> None:
    gold = Color.parse("#B08D57")
    satin, _ = _paint(portrait(), [sample_face], Look("x", (Layer(kind, gold, Finish.SATIN),)))
    metal, _ = _paint(portrait(), [sample_face], Look("x", (Layer(kind, gold, Finish.METALLIC),)))
    assert np.abs(satin.astype(int) - metal).max() > 6


@pytest.mark.parametrize("cut", range(8))
def test_a_face_cut_by_the_frame_is_painted_up_to_the_last_row_and_column(sample_face: Face, cut: int) -> None:
    large = moved(sample_face, 3.0)
    image = np.full((900, 1000, 3), 150, np.uint8)
    nose = large.landmarks[1].astype(int)
    bare = image[: nose[1] + cut, : nose[0] + cut]
    painted, _ = _paint(bare, [large], Look("x", (Layer(Kind.FOUNDATION, PLUM),)))
    changed = np.abs(painted.astype(int) - bare).max(axis=2)
    assert changed[-1, nose[0] - 60 : nose[0] - 40].min() > 3
    assert changed[nose[1] - 60 : nose[1] - 40, -1].min() > 3


def test_a_concealer_lifts_the_shadow_under_an_eye_more_than_a_foundation_does(sample_face: Face) -> None:
    shaded = portrait()
    x, y = sample_face.landmarks[[23, 230], :2].mean(axis=0).round().astype(int)
    under = (slice(y - 2, y + 3), slice(x - 3, x + 4))
    shaded[under] = (shaded[under] * 0.7).astype(np.uint8)
    skin = Color(*(int(channel) for channel in shaded[y + 12, x, ::-1]))
    lifted = [
        _paint(shaded, [sample_face], Look("x", (Layer(kind, skin, Finish.SATIN, 0.9),)))[0][under].mean()
        for kind in (Kind.FOUNDATION, Kind.CONCEALER)
    ]
    assert lifted[1] > lifted[0] + 4
