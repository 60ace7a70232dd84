"""Try-on without a screen: photos, folders and videos in; painted pictures, masks and a report out."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Self, cast

import cv2
import numpy as np
from tqdm import tqdm

from vision.frames import Face, Frame
from vision.mirror import REGIONS, Mirror
from vision.tracker import FaceFinder, FaceTracker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from vision.looks import Look
    from vision.makeup.patch import Patch

IMAGE_SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"})
VIDEO_SUFFIXES: Final = frozenset({".mp4", ".mkv", ".mov", ".avi", ".webm", ".m4v"})
_FALLBACK_RATE: Final = 30.0
_POOL_FROM: Final = 3
"""Inputs from which on starting processes pays: each loads the models for itself."""


class TryOnError(Exception):
    """An input or an output that cannot be used; one sentence that names it."""


@dataclass(frozen=True, slots=True)
class _Job:
    """One input.

    Attributes:
        source: the image or video.
        look: what is worn.
        out: the folder for pictures and masks.
        report: the file that takes this input's lines, if wanted.
        masks: whether to write masks.
    """

    source: Path
    look: Look
    out: Path
    report: Path | None
    masks: bool


def run(inputs: Sequence[Path], look: Look, out: Path, *, report: Path | None, masks: bool) -> int:
    """Put a look on every face of the inputs.

    Args:
        inputs: images, folders of images and videos, or videos.
        look: what to wear.
        out: folder; gets ``<stem>.png`` or ``<stem>.mp4``, and masks when wanted.
        report: JSON Lines file, one line a frame.
        masks: write ``<stem>[-<frame>].<region>.png``, 8-bit coverage.

    Returns:
        0, or 1 when an input could not be used; each such input is one line on standard error, and the rest is done.

    Raises:
        TryOnError: nothing can be written to ``out`` or ``report``.
    """
    sources, problems = _sources(inputs)
    _make_folder(out)
    if report is not None:
        _make_folder(report.parent)
    # tqdm would start a thread of its own to watch for slow steps.
    tqdm.monitor_interval = 0
    with tempfile.TemporaryDirectory() as parts:
        jobs = [
            _Job(source, look, out, Path(parts) / f"{n:06}.jsonl" if report else None, masks)
            for n, source in enumerate(sources)
        ]
        problems += [problem for problem in _do_all(jobs) if problem]
        if report is not None:
            _join([job.report for job in jobs if job.report], report)
    for problem in problems:
        print(f"vitrine: {problem}", file=sys.stderr)
    return 1 if problems else 0


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TryOnError(f"{folder}: cannot be written to: {error.strerror}") from error


def _sources(inputs: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """The files to work on, folders opened, and what is wrong with the rest."""
    files: list[Path] = []
    problems: list[str] = []
    for path in inputs:
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.suffix.lower() in IMAGE_SUFFIXES | VIDEO_SUFFIXES)
            files += inside
            if not inside:
                problems.append(f"{path}: holds no pictures and no videos")
        elif not path.exists():
            problems.append(f"{path}: no such file")
        else:
            files.append(path)
    sources: list[Path] = []
    taken: dict[str, Path] = {}
    for path in files:
        name = path.stem + (".mp4" if path.suffix.lower() in VIDEO_SUFFIXES else ".png")
        if name in taken:
            problems.append(f"{path}: left out, for {taken[name]} already becomes {name}")
            continue
        taken[name] = path
        sources.append(path)
    return sources, problems


def _do_all(jobs: Sequence[_Job]) -> Iterator[str | None]:
    """Do every job on every core, in order; yields what was wrong with each, or None."""
    if len(jobs) < _POOL_FROM:
        yield from map(_do, jobs)
        return
    workers = min(len(jobs), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        yield from tqdm(pool.map(_do, jobs), total=len(jobs), unit="file", disable=None, file=sys.stderr)


def _do(job: _Job) -> str | None:
    # Of an unreadable file, OpenCV and FFmpeg would write lines of their own beside ours.
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    os.environ["OPENCV_FFMPEG_LOGLEVEL"] = "-8"
    try:
        with _Output(job) as output:
            if job.source.suffix.lower() in VIDEO_SUFFIXES:
                _do_video(job, output)
            else:
                _do_photo(job, output)
    except TryOnError as error:
        return str(error)
    return None


def _do_photo(job: _Job, output: _Output) -> None:
    image = _read_photo(job.source)
    with FaceFinder() as finder:
        painter = _Painter(lambda frame: finder.find(frame.image), Mirror(video=False), job.look, masks=job.masks)
        painted = painter.paint(Frame(image, 0.0, 0))
    output.picture(painted)
    output.masks(painted, "")
    output.line(painted)


def _do_video(job: _Job, output: _Output) -> None:
    capture = cv2.VideoCapture(str(job.source))
    try:
        rate = capture.get(cv2.CAP_PROP_FPS) or _FALLBACK_RATE
        expected = max(0, int(capture.get(cv2.CAP_PROP_FRAME_COUNT))) or None
        with FaceTracker() as tracker:
            painter = _Painter(tracker.track, Mirror(), job.look, masks=job.masks)
            frames = tqdm(
                _frames(capture, rate), total=expected, desc=job.source.name, unit="frame", leave=False, disable=None
            )
            count = 0
            for frame in frames:
                painted = painter.paint(frame)
                output.video_frame(painted, rate)
                output.masks(painted, f"-{frame.sequence:05}")
                output.line(painted)
                count += 1
    finally:
        capture.release()
    if count == 0:
        raise TryOnError(f"{job.source}: is not a video that can be read")


def _frames(capture: cv2.VideoCapture, rate: float) -> Iterator[Frame]:
    number = 0
    while True:
        given, image = capture.read()
        if not given:
            return
        yield Frame(cast("NDArray[np.uint8]", image), number / rate, number)
        number += 1


def _read_photo(path: Path) -> NDArray[np.uint8]:
    try:
        data = np.fromfile(path, np.uint8)
    except OSError as error:
        raise TryOnError(f"{path}: cannot be read: {error.strerror}") from error
    if data.size == 0:
        raise TryOnError(f"{path}: is empty (0 bytes)")
    try:
        image = cv2.imdecode(data, cv2.IMREAD_COLOR)
    except cv2.error:
        image = None
    if image is None:
        raise TryOnError(f"{path}: is not a picture that can be read")
    return np.asarray(image, np.uint8)


@dataclass(frozen=True, slots=True)
class _PaintedFrame:
    frame: Frame
    faces: tuple[Face, ...]
    masks: dict[str, NDArray[np.float32]]
    track_ms: float
    paint_ms: float


class _Painter:
    """Finds and paints the faces of frames, keeping the coverage of each region when it is wanted."""

    def __init__(self, find: Callable[[Frame], tuple[Face, ...]], mirror: Mirror, look: Look, *, masks: bool) -> None:
        self._find = find
        self._mirror = mirror
        self._regions = sorted({REGIONS[layer.kind] for layer in look.layers}) if masks else []
        mirror.set_look(look)

    def paint(self, frame: Frame) -> _PaintedFrame:
        shape = frame.image.shape[:2]
        masks = {region: np.zeros(shape, np.float32) for region in self._regions}

        def keep(region: str, patch: Patch) -> None:
            part = masks[region][patch.rect.slices]
            np.maximum(part, patch.alpha, out=part)

        started = time.perf_counter()
        faces = self._find(frame)
        tracked = time.perf_counter()
        self._mirror.render(frame.image, faces, observer=keep if masks else None)
        painted = time.perf_counter()
        return _PaintedFrame(frame, faces, masks, (tracked - started) * 1000, (painted - tracked) * 1000)


class _Output:
    """The files that one input becomes; a context that closes them."""

    def __init__(self, job: _Job) -> None:
        self._job = job
        self._video: cv2.VideoWriter | None = None
        self._report: IO[str] | None = None

    def __enter__(self) -> Self:
        if self._job.report is not None:
            self._report = self._job.report.open("w", encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        if self._report is not None:
            self._report.close()
        if self._video is not None:
            self._video.release()

    def picture(self, painted: _PaintedFrame) -> None:
        """Write a photo."""
        self._write(self._job.out / f"{self._job.source.stem}.png", painted.frame.image)

    def video_frame(self, painted: _PaintedFrame, rate: float) -> None:
        """Write one more frame of a video."""
        if self._video is None:
            path = self._job.out / f"{self._job.source.stem}.mp4"
            height, width = painted.frame.image.shape[:2]
            self._video = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), rate, (width, height))
            if not self._video.isOpened():
                raise TryOnError(f"{path}: cannot be written")
        self._video.write(painted.frame.image)

    def masks(self, painted: _PaintedFrame, suffix: str) -> None:
        """Write the coverage of every region of the look."""
        for region, coverage in painted.masks.items():
            path = self._job.out / f"{self._job.source.stem}{suffix}.{region}.png"
            self._write(path, np.rint(coverage * 255).astype(np.uint8))

    def line(self, painted: _PaintedFrame) -> None:
        """Write one line of the report."""
        if self._report is None:
            return
        row = {
            "input": str(self._job.source),
            "frame": painted.frame.sequence,
            "t_ms": round(painted.frame.captured_at * 1000, 3),
            "faces": [
                {
                    "id": face.id,
                    "landmarks": np.round(face.landmarks.astype(float), 4).tolist(),
                    "matrix": np.round(face.pose.astype(float), 6).tolist(),
                }
                for face in painted.faces
            ],
            "ms": {"track": round(painted.track_ms, 3), "paint": round(painted.paint_ms, 3)},
        }
        self._report.write(json.dumps(row) + "\n")

    @staticmethod
    def _write(path: Path, image: NDArray[np.uint8]) -> None:
        encoded = cv2.imencode(".png", image)[1]
        try:
            path.write_bytes(encoded.tobytes())
        except OSError as error:
            raise TryOnError(f"{path}: cannot be written: {error.strerror}") from error


def _join(parts: Sequence[Path], report: Path) -> None:
    try:
        with report.open("wb") as whole:
            for part in parts:
                if part.exists():
                    whole.write(part.read_bytes())
    except OSError as error:
        raise TryOnError(f"{report}: cannot be written: {error.strerror}") from error
