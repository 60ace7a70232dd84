"""What a frame costs, beside bare MediaPipe on the same frames."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from assets.manifest import locate
from vision.errors import BenchError
from vision.faces import BareLandmarker
from vision.frames import Frame
from vision.hands import VideoHands
from vision.looks import Color, Finish, Kind, Layer, Look
from vision.mirror import Mirror
from vision.tracker import FaceFinder, FaceTracker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_FRAMES: Final = 150
_WARM_UP: Final = 20
_RATE: Final = 30.0
_NOISE: Final = 3.0
_SHIFTS: Final = 64
"""Pixels by which one picture of noise is moved for each frame; one for each would take gigabytes."""
_SIDES: Final = (64, 7680)
_MOST_PIXELS: Final = 7680 * 4320
_LEAST_FACE: Final = 32
"""Pixels; the landmarker finds none that is smaller."""
_SWAY: Final = 6.0
"""Pixels that the face moves to either side."""

_LAYERS: Final = (
    Layer(Kind.LIPSTICK, Color.parse("#AA1428"), Finish.SATIN, 0.9),
    Layer(Kind.BLUSH, Color.parse("#D96A6A"), Finish.SATIN, 0.5),
    Layer(Kind.EYESHADOW, Color.parse("#6A3A5A"), Finish.MATTE, 0.7),
    Layer(Kind.EYELINER, Color.parse("#141014"), Finish.MATTE, 0.9),
    Layer(Kind.FOUNDATION, Color.parse("#D9A888"), Finish.SATIN, 0.4),
    Layer(Kind.LIP_LINER, Color.parse("#7A2030"), Finish.MATTE, 0.7),
    Layer(Kind.BROWS, Color.parse("#3A2A20"), Finish.MATTE, 0.5),
    Layer(Kind.CONTOUR, Color.parse("#8A5A44"), Finish.MATTE, 0.5),
    Layer(Kind.HIGHLIGHTER, Color.parse("#FFE6CC"), Finish.SHIMMER, 0.5),
    Layer(Kind.LASHES, Color.parse("#141014"), Finish.MATTE, 0.8),
)
MOST_LAYERS: Final = len(_LAYERS)


@dataclass(frozen=True, slots=True)
class _Sample:
    """Milliseconds that one frame took."""

    bound: float
    track: float
    paint: float


def run(width: int, height: int, face_px: int, layers: int) -> dict[str, object]:
    """Measure track and paint beside bare FaceLandmarker, in turn on the same frames.

    Bare is the least that any program does with a camera's frame: turn BGR to RGB, wrap it, detect.

    Args:
        width, height: of the frame, pixels.
        face_px: from the top of the forehead to the chin, pixels.
        layers: how many layers the look has, 1 to 10.

    Returns:
        ``bound_ms``, ``track_ms``, ``paint_ms``, ``total_ms`` (medians), ``total_p95_ms``, ``ratio`` (total over
        bound), and ``layers``, ``width``, ``height``, ``face_px``, ``frames``.

    Raises:
        BenchError: no machine has such a frame, the face does not fit in it or is not found, or there are not so many
            layers.
        AssetError: a model or the sample face is missing.
    """
    _check("--layers", layers, 1, MOST_LAYERS)
    _check("--width", width, *_SIDES)
    _check("--height", height, *_SIDES)
    if width * height > _MOST_PIXELS:
        raise BenchError(f"a frame of {width} x {height} has more than {_MOST_PIXELS:,} pixels")
    _check("--face-px", face_px, _LEAST_FACE, height)
    samples = _measure(_frames(width, height, face_px), Look("bench", _LAYERS[:layers]))
    bound = np.median([sample.bound for sample in samples])
    totals = [sample.track + sample.paint for sample in samples]
    return {
        "bound_ms": round(float(bound), 3),
        "track_ms": round(float(np.median([sample.track for sample in samples])), 3),
        "paint_ms": round(float(np.median([sample.paint for sample in samples])), 3),
        "total_ms": round(float(np.median(totals)), 3),
        "total_p95_ms": round(float(np.percentile(totals, 95)), 3),
        "ratio": round(float(np.median(totals) / bound), 3),
        "layers": layers,
        "width": width,
        "height": height,
        "face_px": face_px,
        "frames": len(samples),
    }


def _check(option: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise BenchError(f"{option} {value} is not between {least} and {most}")


def _measure(frames: Iterator[Frame], look: Look) -> list[_Sample]:
    samples = []
    with (
        contextlib.closing(BareLandmarker()) as bare,
        FaceTracker() as tracker,
        contextlib.closing(VideoHands()) as hands,
    ):
        mirror = Mirror(hands=hands)
        mirror.set_look(look)
        for frame in frames:
            start = time.perf_counter()
            bare.find(frame.image, round(frame.captured_at * 1000))
            detected = time.perf_counter()
            faces = tracker.track(frame)
            tracked = time.perf_counter()
            mirror.render(frame.image, faces)
            painted = time.perf_counter()
            if not faces:
                raise BenchError("no face is found in frames of this size; give a larger --face-px")
            samples.append(_Sample((detected - start) * 1000, (tracked - detected) * 1000, (painted - tracked) * 1000))
    return samples[_WARM_UP:]


def _frames(width: int, height: int, face_px: int) -> Iterator[Frame]:
    """The sample face swaying before a grey wall, under a camera's noise."""
    portrait, box = _portrait()
    scale = face_px / (box[3] - box[1])
    if (box[2] - box[0]) * scale > width:
        raise BenchError(f"a face {face_px} px high does not fit in a frame {width} px wide")
    face = cv2.resize(
        portrait, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    )
    centre = ((box[0] + box[2]) / 2 * scale, (box[1] + box[3]) / 2 * scale)
    rng = np.random.default_rng(0)
    noise = rng.standard_normal((height + _SHIFTS, width + _SHIFTS, 3), dtype=np.float32)
    noise *= _NOISE
    for number in range(_FRAMES + _WARM_UP):
        dx = width / 2 - centre[0] + _SWAY * np.sin(number / 12)
        place = np.array([[1, 0, dx], [0, 1, height / 2 - centre[1]]], np.float32)
        image = cv2.warpAffine(
            face, place, (width, height), borderMode=cv2.BORDER_CONSTANT, borderValue=(180, 180, 180)
        )
        down, right = rng.integers(_SHIFTS, size=2)
        cv2.add(image, noise[down : down + height, right : right + width], dst=image, dtype=cv2.CV_8U)
        yield Frame(np.asarray(image, np.uint8), number / _RATE, number)


def _portrait() -> tuple[NDArray[np.uint8], tuple[float, float, float, float]]:
    """The sample face and where its landmarks lie in it: left, top, right, bottom."""
    image = cv2.imread(str(locate("astronaut.png")))
    with FaceFinder() as finder:
        faces = finder.find(np.asarray(image, np.uint8))
    low, high = faces[0].landmarks[:, :2].min(axis=0), faces[0].landmarks[:, :2].max(axis=0)
    return np.asarray(image, np.uint8), (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
