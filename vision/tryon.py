"""Try-on without a screen: photos, folders and videos in; painted pictures, masks and a report out."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np
from tqdm import tqdm

from vision.errors import TryOnError
from vision.frames import Face, Frame
from vision.mirror import REGIONS, Mirror
from vision.tracker import FaceFinder, FaceTracker
from vision.tryon_inputs import VideoFile, find_sources, is_video, read_photo
from vision.tryon_output import PaintedFrame, TryOnOutput, join_reports, make_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from vision.looks import Look
    from vision.makeup.patch import Patch

_POOL_FROM: Final = 3
"""Inputs from which on starting processes pays: each loads the models for itself."""


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
    sources, problems = find_sources(inputs)
    make_folder(out)
    if report is not None:
        make_folder(report.parent)
    # tqdm would start a thread of its own to watch for slow steps.
    tqdm.monitor_interval = 0
    with tempfile.TemporaryDirectory() as parts:
        jobs = [
            _Job(source, look, out, Path(parts) / f"{n:06}.jsonl" if report else None, masks)
            for n, source in enumerate(sources)
        ]
        problems += [problem for problem in _do_all(jobs) if problem]
        if report is not None:
            join_reports([job.report for job in jobs if job.report], report)
    for problem in problems:
        print(f"vitrine: {problem}", file=sys.stderr)
    return 1 if problems else 0


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
        with TryOnOutput(job.source, job.out, job.report) as output:
            if is_video(job.source):
                _do_video(job, output)
            else:
                _do_photo(job, output)
    except TryOnError as error:
        return str(error)
    return None


def _do_photo(job: _Job, output: TryOnOutput) -> None:
    image = read_photo(job.source)
    with FaceFinder() as finder:
        painter = _Painter(lambda frame: finder.find(frame.image), Mirror(video=False), job.look, masks=job.masks)
        painted = painter.paint(Frame(image, 0.0, 0))
    output.picture(painted)
    output.masks(painted, "")
    output.line(painted)


def _do_video(job: _Job, output: TryOnOutput) -> None:
    count = 0
    with contextlib.closing(VideoFile(job.source)) as video, FaceTracker() as tracker:
        painter = _Painter(tracker.track, Mirror(), job.look, masks=job.masks)
        name = job.source.name
        for frame in tqdm(
            video.frames(), total=video.expected, desc=name, unit="frame", leave=False, disable=None, file=sys.stderr
        ):
            painted = painter.paint(frame)
            output.video_frame(painted, video.rate)
            output.masks(painted, f"-{frame.sequence:05}")
            output.line(painted)
            count += 1
    if count == 0:
        raise TryOnError(f"{job.source}: is not a video that can be read")


class _Painter:
    """Finds and paints the faces of frames, keeping the coverage of each region when it is wanted."""

    def __init__(self, find: Callable[[Frame], tuple[Face, ...]], mirror: Mirror, look: Look, *, masks: bool) -> None:
        self._find = find
        self._mirror = mirror
        self._regions = sorted({REGIONS[layer.kind] for layer in look.layers}) if masks else []
        mirror.set_look(look)

    def paint(self, frame: Frame) -> PaintedFrame:
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
        return PaintedFrame(frame, faces, masks, (tracked - started) * 1000, (painted - tracked) * 1000)
