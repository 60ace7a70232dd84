"""What painting costs: it grows no faster than the face's area."""

from __future__ import annotations

import itertools
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np
import pytest

from tests.vision.faces import moved, portrait
from vision.looks import Color, Finish, Kind, Layer, Look
from vision.mirror import Mirror

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vision.frames import Face

HEIGHTS: Final = (150, 300, 600)
"""Of the face, pixels; each has four times the area of the one before."""
MOST_GROWTH: Final = 4.4
"""The area's, and a tenth for what a clock and a cache may do."""
FRAMES, ROUNDS = 15, 3


@contextmanager
def _one_thread() -> Iterator[None]:
    """OpenCV works in the calling thread, whose clock is read."""
    before = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        yield
    finally:
        cv2.setNumThreads(before)


def _cost(face: Face, height: int, look: Look) -> float:
    """Seconds of the processor for a frame."""
    scale = height / float(np.ptp(face.landmarks[:, 1]))
    image = cv2.resize(portrait(), None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    large = moved(face, scale)
    mirror = Mirror()
    mirror.set_look(look)
    rounds = []
    for _ in range(ROUNDS):
        samples = []
        for _ in range(FRAMES):
            frame = np.asarray(image, np.uint8).copy()
            begun = time.thread_time()
            mirror.render(frame, [large])
            samples.append(time.thread_time() - begun)
        rounds.append(float(np.median(samples)))
    return min(rounds)


@pytest.mark.parametrize(
    "kinds",
    [
        (Kind.LIPSTICK,),
        (Kind.FOUNDATION, Kind.BLUSH, Kind.EYESHADOW),
        (Kind.EYELINER, Kind.LASHES, Kind.BROWS, Kind.LENS),
        tuple(Kind),
    ],
    ids=["lips", "skin", "eyes", "everything"],
)
def test_paint_costs_no_more_than_the_faces_area(sample_face: Face, kinds: tuple[Kind, ...]) -> None:
    look = Look("worn", tuple(Layer(kind, Color(150, 60, 80), Finish.SATIN, 0.8) for kind in kinds))
    with _one_thread():
        costs = [_cost(sample_face, height, look) for height in HEIGHTS]
    for small, large in itertools.pairwise(costs):
        assert large / small < MOST_GROWTH, [f"{cost * 1000:.2f} ms" for cost in costs]
