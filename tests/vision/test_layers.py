"""What every layer promises by its type: any kind, style, finish and palette, on any face anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vision.faces import moved, portrait
from vision.geometry import Rect
from vision.looks import MOST_ACCENTS, STYLES, Color, Finish, Kind, Layer, Look
from vision.mirror import REGIONS, Mirror

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.frames import Face
    from vision.makeup.patch import Patch

    Painted = tuple[NDArray[np.uint8], NDArray[np.float32]]

_UNSEEN = 1 / 255
"""Coverage that no mask of bytes would show, and that changes no pixel by more than rounding does."""
_ROUNDING = 2
_TINY = 20 / 130
"""Scale of the sample portrait's face, 130 px tall, at which it is 20 px tall."""

every_layer = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

colors = st.builds(Color, *[st.integers(0, 255)] * 3)


@st.composite
def layers(draw: st.DrawFn, least: float = 0.05, most: float = 1.0) -> Layer:
    """Any layer that a look may have, of a coverage in a range."""
    kind = draw(st.sampled_from(Kind))
    accents = draw(st.lists(colors, max_size=MOST_ACCENTS.get(kind, 0)))
    return Layer(
        kind=kind,
        color=draw(colors),
        finish=draw(st.sampled_from(Finish)),
        coverage=draw(st.floats(least, most)),
        style=draw(st.sampled_from(STYLES.get(kind, ("",)))),
        accents=tuple(accents),
    )


def _paint(face: Face, *worn: Layer) -> Painted:
    """The portrait with a look on a face, and the coverage that was reported, over the whole frame."""
    image = portrait()
    whole = Rect.of(image)
    covered = np.zeros(image.shape[:2], np.float32)

    def observe(region: str, patch: Patch) -> None:
        assert region in {REGIONS[layer.kind] for layer in worn}
        assert whole.holds(patch.rect)
        assert patch.alpha.shape == (patch.rect.height, patch.rect.width)
        assert patch.alpha.dtype == np.float32
        assert np.isfinite(patch.alpha).all()
        assert patch.alpha.min() >= 0
        assert patch.alpha.max() <= 1
        np.maximum(covered[patch.rect.slices], patch.alpha, out=covered[patch.rect.slices])

    mirror = Mirror(video=False)
    mirror.set_look(Look("any", worn))
    mirror.render(image, [face], observer=observe)
    return image, covered


def _change(painted: NDArray[np.uint8]) -> NDArray[np.int_]:
    return np.asarray(np.abs(painted.astype(int) - portrait()).max(axis=2))


@every_layer
@given(layer=layers())
def test_nothing_changes_outside_the_region_that_is_reported(sample_face: Face, layer: Layer) -> None:
    painted, covered = _paint(sample_face, layer)
    assert _change(painted)[covered < _UNSEEN].max() <= _ROUNDING


@every_layer
@given(layer=layers(least=0.0, most=0.0))
def test_coverage_0_changes_nothing(sample_face: Face, layer: Layer) -> None:
    painted, covered = _paint(sample_face, layer)
    assert np.array_equal(painted, portrait())
    assert covered.max() == 0


@every_layer
@given(layer=layers(), x=st.floats(-420, 420), y=st.floats(-420, 420), scale=st.floats(0.5, 3))
def test_a_face_half_outside_the_frame_is_painted_as_far_as_it_is_in_it(
    sample_face: Face, layer: Layer, x: float, y: float, scale: float
) -> None:
    painted, covered = _paint(moved(sample_face, scale, x, y), layer)
    assert _change(painted)[covered < _UNSEEN].max() <= _ROUNDING


@every_layer
@given(layer=layers(), x=st.floats(0, 480), y=st.floats(0, 480), scale=st.floats(_TINY / 2, _TINY * 2))
def test_a_face_of_20_pixels_is_painted_without_harm(
    sample_face: Face, layer: Layer, x: float, y: float, scale: float
) -> None:
    painted, covered = _paint(moved(sample_face, scale, x, y), layer)
    assert _change(painted)[covered < _UNSEEN].max() <= _ROUNDING


@every_layer
@given(worn=st.lists(layers(), min_size=2, max_size=10))
def test_any_layers_go_on_together(sample_face: Face, worn: list[Layer]) -> None:
    painted, covered = _paint(sample_face, *worn)
    assert _change(painted)[covered < _UNSEEN].max() <= _ROUNDING * len(worn)


@every_layer
@given(worn=st.lists(layers(), min_size=1, max_size=4))
def test_a_look_is_painted_alike_twice(sample_face: Face, worn: list[Layer]) -> None:
    first, _ = _paint(sample_face, *worn)
    second, _ = _paint(sample_face, *worn)
    assert np.array_equal(first, second)
