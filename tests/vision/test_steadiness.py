"""Landmarks are still on a still face and prompt on a moving one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vision.steadiness import LandmarkFilter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

EYES = 150.0
RATE = 30.0


def _face(count: int = 20) -> NDArray[np.float32]:
    return np.random.default_rng(5).uniform(0, 4 * EYES, (count, 3)).astype(np.float32)


def _steadied(
    frames: Sequence[NDArray[np.float32]], eyes: float = EYES, rate: float = RATE
) -> list[NDArray[np.float32]]:
    steady = LandmarkFilter(frames[0], 0.0)
    return [frames[0], *(steady.step(points, eyes, n / rate) for n, points in enumerate(frames[1:], start=1))]


def _motion(frames: Sequence[NDArray[np.float32]]) -> float:
    return float(np.linalg.norm(np.diff(np.array(frames)[10:], axis=0), axis=2).mean())


def test_what_the_model_leaves_of_a_cameras_noise_is_halved() -> None:
    rng = np.random.default_rng(0)
    noisy = [_face() + rng.normal(0, 0.00006 * EYES, (20, 3)).astype(np.float32) for _ in range(120)]
    assert _motion(_steadied(noisy)) < 0.5 * _motion(noisy)


@given(
    speed=st.floats(0.002, 20.0), rate=st.sampled_from([12.0, 30.0, 60.0]), eyes=st.sampled_from([25.0, 150.0, 400.0])
)
def test_however_fast_a_face_moves_it_is_trailed_by_a_fraction_of_a_pixel(
    speed: float, rate: float, eyes: float
) -> None:
    step = np.array([speed * eyes / rate, 0, 0], np.float32)
    moving = [_face() + step * n for n in range(round(2 * rate))]
    assert np.abs(_steadied(moving, eyes, rate)[-1] - moving[-1]).max() < 0.0005 * eyes


@pytest.mark.parametrize("frames_to_close", [1, 3, 6])
def test_a_lid_that_closes_is_followed_from_its_first_frame(frames_to_close: int) -> None:
    rest = _face()
    shut = rest + np.array([0, 0.15 * EYES, 0], np.float32)
    down = [rest + (shut - rest) * np.float32(n / frames_to_close) for n in range(frames_to_close + 1)]
    blink = [rest] * 10 + down + [shut] * 2
    behind = [np.abs(steady - seen).max() for steady, seen in zip(_steadied(blink), blink, strict=True)]
    assert max(behind) < 0.006 * EYES


@given(
    scale=st.floats(0.2, 5.0),
    right=st.floats(-500, 500),
    path=st.lists(st.floats(-0.3, 0.3), min_size=2, max_size=12),
)
def test_a_face_is_steadied_alike_wherever_and_however_large_it_is(
    scale: float, right: float, path: list[float]
) -> None:
    frames = [_face(4) + np.float32(x * EYES) for x in path]
    elsewhere = [points * np.float32(scale) + np.float32(right) for points in frames]
    here, there = _steadied(frames)[-1], _steadied(elsewhere, EYES * scale)[-1]
    assert there == pytest.approx(here * scale + right, abs=0.05 * scale + 0.05)
