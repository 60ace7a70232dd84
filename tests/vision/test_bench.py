"""The benchmark's promises, apart from its figures."""

from __future__ import annotations

import tracemalloc

import pytest

from vision.bench import run
from vision.errors import BenchError


@pytest.mark.parametrize(
    ("width", "height", "face_px", "said"),
    [
        (63, 720, 50, "--width 63 is not between 64 and 7680"),
        (1280, 100_000, 300, "--height 100000 is not between 64 and 7680"),
        (7680, 7680, 300, "has more than 33,177,600 pixels"),
        (1280, 720, 721, "--face-px 721 is not between 32 and 720"),
        (1280, 720, 10**9, "--face-px 1000000000 is not between"),
        (1280, 720, 1, "--face-px 1 is not between"),
        (64, 720, 300, "a face 300 px high does not fit in a frame 64 px wide"),
    ],
)
def test_sizes_that_cannot_be_measured_are_refused_before_they_take_memory(
    width: int, height: int, face_px: int, said: str
) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(BenchError) as caught:
            run(width, height, face_px, 5)
        assert tracemalloc.get_traced_memory()[1] < 30e6
    finally:
        tracemalloc.stop()
    assert said in str(caught.value)


@pytest.mark.parametrize("layers", [0, 11])
def test_a_look_of_more_layers_than_there_are_is_refused(layers: int) -> None:
    with pytest.raises(BenchError, match=f"--layers {layers} is not between 1 and 10"):
        run(640, 360, 150, layers)


@pytest.mark.slow
def test_the_figures_belong_together() -> None:
    figures = run(320, 240, 120, 1)
    assert (figures["width"], figures["height"], figures["face_px"], figures["layers"]) == (320, 240, 120, 1)
    assert figures["frames"] == 150
    milliseconds = [figures[name] for name in ("bound_ms", "track_ms", "paint_ms", "total_ms", "total_p95_ms")]
    assert all(isinstance(figure, float) and figure > 0 for figure in milliseconds)
