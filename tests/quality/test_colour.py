"""Swatches on skins from fair to deep, in a light that changes no colour: what is painted is what is sold."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from tests.quality.colour import beside_reflections, difference, lab, mean_colour, pixel, surface_texture
from tests.quality.painting import put_on
from tests.quality.photos import SWATCHES
from tests.quality.skins import SKINS, enlarged, recoloured
from vision.looks import Color, Finish, Kind, Layer, Look

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tests.quality.painting import Painted
    from vision.frames import Face

    Pictures = dict[str, NDArray[np.uint8]]

FULL = 0.95
"""Coverage from which on a place wears the product and not its edge."""
on_every_skin = pytest.mark.parametrize("skin", SKINS)
in_every_swatch = pytest.mark.parametrize("swatch", SWATCHES)


@pytest.fixture(scope="module")
def pictures(sample_face: Face) -> Pictures:
    """The sample portrait in every skin."""
    return {name: recoloured(sample_face, skin) for name, skin in SKINS.items()}


@pytest.fixture(scope="module")
def face(sample_face: Face) -> Face:
    """The face in those pictures."""
    return enlarged(sample_face)


def _wear(image: NDArray[np.uint8], face: Face, kind: Kind, color: Color, finish: Finish, share: float = 1) -> Painted:
    return put_on(image, (face,), Look("worn", (Layer(kind, color, finish, share),)), metered=False)


def _lips(image: NDArray[np.uint8], face: Face, swatch: str, finish: Finish) -> tuple[Painted, NDArray[np.bool_]]:
    painted = _wear(image, face, Kind.LIPSTICK, SWATCHES[swatch], finish)
    return painted, painted.cover("lips") > FULL


def _swatch(color: Color) -> NDArray[np.float32]:
    return np.asarray(lab(pixel(color))[0, 0], np.float32)


@on_every_skin
@in_every_swatch
@pytest.mark.parametrize(("finish", "bound"), [(Finish.MATTE, 2), (Finish.SATIN, 4), (Finish.SHIMMER, 4)])
def test_lips_are_of_the_swatchs_colour(
    pictures: Pictures, face: Face, skin: str, swatch: str, finish: Finish, bound: float
) -> None:
    painted, lips = _lips(pictures[skin], face, swatch, finish)
    assert difference(mean_colour(painted.image, lips), _swatch(SWATCHES[swatch])) < bound


@on_every_skin
@in_every_swatch
@pytest.mark.parametrize("finish", [Finish.GLOSS, Finish.METALLIC])
def test_what_mirrors_is_of_the_swatchs_colour_outside_its_highlight(
    pictures: Pictures, face: Face, skin: str, swatch: str, finish: Finish
) -> None:
    matte, lips = _lips(pictures[skin], face, swatch, Finish.MATTE)
    mirroring, _ = _lips(pictures[skin], face, swatch, finish)
    beside = beside_reflections(mirroring.image, matte.image, lips)
    assert np.count_nonzero(beside) > 0.1 * np.count_nonzero(lips)
    assert difference(mean_colour(mirroring.image, beside), _swatch(SWATCHES[swatch])) < 4
    lifted = lab(mirroring.image)[lips, 0] - lab(matte.image)[lips, 0]
    assert np.percentile(lifted, 99) > 8, "there is no highlight"


@on_every_skin
@in_every_swatch
def test_a_sheer_film_only_takes_light_and_most_where_the_swatch_is_darkest(
    pictures: Pictures, face: Face, skin: str, swatch: str
) -> None:
    painted, lips = _lips(pictures[skin], face, swatch, Finish.SHEER)
    assert (painted.image[lips] <= pictures[skin][lips].astype(int) + 1).all()
    let_through = painted.image[lips].mean(axis=0) / pictures[skin][lips].mean(axis=0)
    color = SWATCHES[swatch]
    assert let_through.argsort().tolist() == np.argsort([color.blue, color.green, color.red]).tolist()
    assert let_through.min() < 0.9


@on_every_skin
@pytest.mark.parametrize(("finish", "least"), [(Finish.MATTE, 0.95), (Finish.SATIN, 0.85)])
def test_lines_and_pores_of_the_lips_stay(
    pictures: Pictures, face: Face, skin: str, finish: Finish, least: float
) -> None:
    kept = []
    for swatch in SWATCHES:
        painted, lips = _lips(pictures[skin], face, swatch, finish)
        kept.append(surface_texture(pictures[skin], painted.image, lips))
    assert np.mean(kept) > least
    assert min(kept) > least - 0.1


@on_every_skin
@in_every_swatch
@pytest.mark.parametrize("finish", [Finish.MATTE, Finish.SATIN, Finish.METALLIC])
def test_what_is_lighter_on_bare_lips_is_lighter_on_painted_ones(
    pictures: Pictures, face: Face, skin: str, swatch: str, finish: Finish
) -> None:
    painted, lips = _lips(pictures[skin], face, swatch, finish)
    bare, worn = (_form(image, lips) for image in (pictures[skin], painted.image))
    darker, lighter = bare < np.percentile(bare, 25), bare > np.percentile(bare, 75)
    assert worn[lighter].mean() > worn[darker].mean() + 1
    assert np.corrcoef(bare.argsort().argsort(), worn.argsort().argsort())[0, 1] > 0.8


def _form(image: NDArray[np.uint8], region: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Lightness without texture, of the region alone."""
    weight = region.astype(np.float32)
    form, share = (cv2.GaussianBlur(each, (0, 0), 4)[region] for each in (lab(image)[..., 0] * weight, weight))
    return np.asarray(form / share, np.float32)


@on_every_skin
@pytest.mark.parametrize("finish", [finish for finish in Finish if finish is not Finish.SHEER])
def test_a_lighter_swatch_looks_lighter(pictures: Pictures, face: Face, skin: str, finish: Finish) -> None:
    by_lightness = sorted(SWATCHES, key=lambda name: _swatch(SWATCHES[name])[0])
    seen = [mean_colour(*_image_and_lips(pictures[skin], face, swatch, finish))[0] for swatch in by_lightness]
    for (darker, lighter), (below, above) in zip(
        itertools.pairwise(by_lightness), itertools.pairwise(seen), strict=True
    ):
        apart = _swatch(SWATCHES[lighter])[0] - _swatch(SWATCHES[darker])[0]
        assert above > below or apart < 2, (darker, lighter)


def _image_and_lips(
    image: NDArray[np.uint8], face: Face, swatch: str, finish: Finish
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    painted, lips = _lips(image, face, swatch, finish)
    return painted.image, lips


STEPS = list(SKINS)


@on_every_skin
@pytest.mark.parametrize("shade", SKINS)
@pytest.mark.parametrize("finish", [Finish.MATTE, Finish.SATIN])
def test_foundation_at_full_coverage_is_its_shade(
    pictures: Pictures, face: Face, skin: str, shade: str, finish: Finish
) -> None:
    painted = _wear(pictures[skin], face, Kind.FOUNDATION, SKINS[shade], finish)
    worn = painted.cover("foundation") > FULL
    assert np.count_nonzero(worn) > 20_000
    # Nobody wears a shade far from their skin; one that is tried all the same may let some of it through.
    near = abs(STEPS.index(skin) - STEPS.index(shade)) <= 1
    assert difference(mean_colour(painted.image, worn), _swatch(SKINS[shade])) < (4 if near else 7)


@pytest.mark.parametrize("shade", SKINS)
def test_foundation_keeps_the_order_of_skins_until_it_hides_them(pictures: Pictures, face: Face, shade: str) -> None:
    lightness = []
    for skin in SKINS:
        painted = _wear(pictures[skin], face, Kind.FOUNDATION, SKINS[shade], Finish.SATIN, 0.5)
        lightness.append(mean_colour(painted.image, painted.cover("foundation") > 0.5 * FULL)[0])
    assert all(fairer > deeper + 3 for fairer, deeper in itertools.pairwise(lightness))


@on_every_skin
@pytest.mark.parametrize("shade", SKINS)
def test_pores_stay_under_foundation(pictures: Pictures, face: Face, skin: str, shade: str) -> None:
    painted = _wear(pictures[skin], face, Kind.FOUNDATION, SKINS[shade], Finish.SATIN)
    worn = painted.cover("foundation") > FULL
    assert surface_texture(pictures[skin], painted.image, worn) > 0.85


@on_every_skin
@in_every_swatch
def test_eyeshadow_is_of_the_swatchs_colour_where_it_is_thickest(
    pictures: Pictures, face: Face, skin: str, swatch: str
) -> None:
    painted = _wear(pictures[skin], face, Kind.EYESHADOW, SWATCHES[swatch], Finish.MATTE)
    cover = painted.cover("eyeshadow")
    thick = cover > 0.85 * cover.max()
    bare, worn = mean_colour(pictures[skin], thick), mean_colour(painted.image, thick)
    left = difference(worn, _swatch(SWATCHES[swatch]))
    # A lid lies in the shade of its brow, and a swatch does not.
    assert left < 12
    assert left < 0.7 * difference(bare, _swatch(SWATCHES[swatch]))


@on_every_skin
@pytest.mark.parametrize("swatch", ["red", "plum", "bright pink", "orange"])
def test_blush_takes_the_hue_of_the_swatch_and_stays_a_veil(
    pictures: Pictures, face: Face, skin: str, swatch: str
) -> None:
    painted = _wear(pictures[skin], face, Kind.BLUSH, SWATCHES[swatch], Finish.SATIN)
    cover = painted.cover("blush")
    thick = cover > 0.85 * cover.max()
    bare, worn = mean_colour(pictures[skin], thick), mean_colour(painted.image, thick)
    wanted = _swatch(SWATCHES[swatch])
    assert np.hypot(*(worn - wanted)[1:]) < 0.85 * np.hypot(*(bare - wanted)[1:])
    assert worn[0] < bare[0] + 8, "powder lies on deep skin like ash"
