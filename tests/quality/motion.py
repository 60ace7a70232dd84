"""How still and how prompt the paint is: photographs that stand, move and go dark, as a camera would show them."""

from __future__ import annotations

import itertools
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from tests.quality.painting import Cover
from tests.quality.photos import LIPS_FROM, SWATCH
from vision.frames import Frame
from vision.hands import VideoHands
from vision.looks import Finish, Kind, Layer, Look
from vision.mirror import Mirror
from vision.tracker import FaceTracker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

FRAMES: Final = 60
RATE: Final = 30.0
SPEED: Final = 8
"""Pixels a frame that the moving face goes."""
_WIDTH, _HEIGHT, _WALL = 1280, 720, 180
_STARTS, _STOPS = 15, 55
"""The first frame that has moved, and the first that moves no more."""
_STILL_NOISE, _DIM_NOISE = 4.0, 5.0
_SETTLED: Final = 10
"""Frames that a filter has to settle in before jitter counts."""
_RESTING, _GOING = slice(10, 15), slice(35, 55)
_LIPS: Final = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185)
_UPPER_LIP: Final = 13
_IRISES: Final = (468, 473)
_LOOK: Final = Look("moving", (Layer(Kind.LIPSTICK, SWATCH, Finish.MATTE, 1.0),))


class Motion(StrEnum):
    """What happens in a clip."""

    STILL = "still"
    MOVING = "moving"
    DIM = "dim"


@dataclass(frozen=True, slots=True)
class MotionFigures:
    """A clip.

    Attributes:
        motion: what happens in it.
        lost: frames without a face.
        jitter: mean motion of the lips' points from frame to frame of a still face, over the eye distance.
        edge_jitter: the same of the edge of what is painted.
        lag: pixels that the lips trail behind a moving face.
    """

    motion: Motion
    lost: int
    jitter: float | None = None
    edge_jitter: float | None = None
    lag: float | None = None


def measure_motion(face: NDArray[np.uint8], motion: Motion, seed: int) -> MotionFigures:
    """Track and paint a clip made of a square photograph (BGR) that shows one face."""
    points: list[NDArray[np.float32]] = []
    covers: list[NDArray[np.uint8]] = []
    lost = 0
    with FaceTracker() as tracker, closing(VideoHands()) as finders:
        mirror = Mirror(hands=finders)
        mirror.set_look(_LOOK)
        for number, image in enumerate(_clip(face, motion, np.random.default_rng(seed))):
            faces = tracker.track(Frame(image, number / RATE, number))
            if not faces:
                lost += 1
                continue
            points.append(faces[0].landmarks[:, :2].copy())
            if motion is Motion.STILL:
                cover = Cover(image.shape[:2])
                mirror.render(image, faces, observer=cover.see)
                covers.append(cover.regions["lips"])
    if lost:
        return MotionFigures(motion, lost)
    track = np.stack(points)
    match motion:
        case Motion.STILL:
            return MotionFigures(motion, 0, jitter=_jitter(track), edge_jitter=_edge_jitter(covers, _eyes(track)))
        case Motion.MOVING:
            return MotionFigures(motion, 0, lag=_lag(track))
        case Motion.DIM:
            return MotionFigures(motion, 0)


def _clip(face: NDArray[np.uint8], motion: Motion, rng: np.random.Generator) -> Iterator[NDArray[np.uint8]]:
    photo = np.asarray(cv2.resize(face, (_HEIGHT, _HEIGHT), interpolation=cv2.INTER_AREA), np.uint8)
    middle = (_WIDTH - _HEIGHT) // 2
    for number in range(FRAMES):
        match motion:
            case Motion.STILL:
                yield _noisy(_before_wall(photo, middle), _STILL_NOISE, rng)
            case Motion.MOVING:
                yield _before_wall(photo, 100 + _moved(number))
            case Motion.DIM:
                gone = number / (FRAMES - 1)
                blurred = cv2.GaussianBlur(_before_wall(photo, middle), (0, 0), 0.5 + 2 * gone)
                yield _noisy(blurred * np.float32(1 - 0.8 * gone), _DIM_NOISE, rng)


def _before_wall(photo: NDArray[np.uint8], left: int) -> NDArray[np.uint8]:
    image = np.full((_HEIGHT, _WIDTH, 3), _WALL, np.uint8)
    image[:, left : left + _HEIGHT] = photo
    return image


def _noisy(
    image: NDArray[np.uint8] | NDArray[np.float32], deviation: float, rng: np.random.Generator
) -> NDArray[np.uint8]:
    noise = rng.standard_normal(image.shape, np.float32) * np.float32(deviation)
    return np.clip(image + noise, 0, 255).astype(np.uint8)


def _moved(number: int) -> int:
    """Pixels that the face has gone by a frame."""
    return SPEED * (min(max(number, _STARTS - 1), _STOPS - 1) - _STARTS + 1)


def _eyes(track: NDArray[np.float32]) -> float:
    left, right = track[0, list(_IRISES)]
    return float(np.linalg.norm(left - right))


def _jitter(track: NDArray[np.float32]) -> float:
    steps = np.linalg.norm(np.diff(track[_SETTLED:, list(_LIPS)], axis=0), axis=-1)
    return float(steps.mean()) / _eyes(track)


def _edge_jitter(covers: list[NDArray[np.uint8]], eyes: float) -> float:
    """Coverage that comes or goes from frame to frame, over the length of the edge: how far the edge has moved."""
    settled = covers[_SETTLED:]
    moved = [float(cv2.absdiff(a, b).sum()) / 255 for a, b in itertools.pairwise(settled)]
    edge, _ = cv2.findContours((settled[0] >= LIPS_FROM * 255).astype(np.uint8), cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    return float(np.mean(moved)) / sum(cv2.arcLength(ring, closed=True) for ring in edge) / eyes


def _lag(track: NDArray[np.float32]) -> float:
    trailing = track[:, _UPPER_LIP, 0] - np.array([_moved(number) for number in range(FRAMES)], np.float32)
    return float(trailing[_RESTING].mean() - trailing[_GOING].mean())
