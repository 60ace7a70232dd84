"""Try-on without a screen: photos, folders and videos in; painted pictures, masks and a report out.

The work is done in processes of their own, so that an input that ends a native library costs that input only. They load
OpenCV and MediaPipe; this module does not.
"""

from __future__ import annotations

import functools
import os
import sys
import tempfile
import threading
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tqdm import tqdm

from assets.manifest import AssetError
from assets.terminal import printable
from vision.confinement import forbid_sockets
from vision.crew import Died, work_through
from vision.errors import TryOnError
from vision.lifeline import end_with_parent, ignore_interrupts
from vision.opencv_settings import PIXEL_LIMIT
from vision.tryon_inputs import find_sources, same_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection

    from vision.looks import Look

_QUIET: Final = (("OPENCV_LOG_LEVEL", "SILENT"), ("OPENCV_FFMPEG_LOGLEVEL", "-8"))
"""Of an unreadable file, OpenCV and FFmpeg would write lines of their own beside ours."""


@dataclass(frozen=True, slots=True)
class Job:
    """One input.

    Attributes:
        source: the image or video.
        look: what is worn.
        out: the folder for pictures and masks.
        report: the file that takes this input's lines, if wanted.
        masks: whether to write masks.
        metered: whether swatches are shown in the light on each face, or as they are printed.
        progress: whether to show on a terminal how far a video is.
    """

    source: Path
    look: Look
    out: Path
    report: Path | None
    masks: bool
    metered: bool
    progress: bool


def run(
    inputs: Sequence[Path], look: Look, out: Path, *, report: Path | None, masks: bool, metered: bool = True
) -> int:
    """Put a look on every face of the inputs.

    Args:
        inputs: images, folders of images and videos, or videos.
        look: what to wear.
        out: folder; gets ``<stem>.png`` or ``<stem>.mp4``, and masks when wanted. An input whose result would overwrite
            an input there is left out.
        report: JSON Lines file, one line a frame.
        masks: write ``<stem>[-<frame>].<region>.png``, 8-bit coverage.
        metered: show swatches as they look in the light on each face; else as they are printed.

    Returns:
        0, or 1 when an input could not be used; each such input is one line on standard error, and the rest is done.

    Raises:
        TryOnError: nothing can be written to ``out`` or ``report``.
        AssetError: a model is missing.
    """
    _make_folder(out)
    if report is not None:
        _make_folder(report.parent)
    sources, problems = find_sources(inputs, out, masks=masks)
    if report is not None and same_file(report, sources):
        raise TryOnError(f"{report}: is an input; write the report to another file")
    _keep_bars_simple()
    with tempfile.TemporaryDirectory() as parts:
        jobs = [
            Job(source, look, out, Path(parts) / f"{n:06}.jsonl" if report else None, masks, metered, len(sources) == 1)
            for n, source in enumerate(sources)
        ]
        problems += _do_all(jobs)
        if report is not None:
            _join_reports([job.report for job in jobs if job.report], report)
    for problem in problems:
        print(f"vitrine: {printable(problem)}", file=sys.stderr)
    return 1 if problems else 0


def _do_all(jobs: Sequence[Job]) -> list[str]:
    """Do every job on every core; what was wrong with some, in the order of the jobs."""
    problems: dict[int, str] = {}
    with tqdm(total=len(jobs), unit="file", disable=None if len(jobs) > 1 else True, file=sys.stderr) as bar:
        for number, problem in _outcomes(jobs):
            bar.update()
            if problem:
                problems[number] = problem
    return [problems[number] for number in sorted(problems)]


def _outcomes(jobs: Sequence[Job]) -> Iterator[tuple[int, str | None]]:
    """The number of each job that is done, and what was wrong with it, or None."""
    cores = os.cpu_count() or 1
    processes = max(1, min(len(jobs), cores))
    with closing(work_through(functools.partial(_serve, cores // processes), jobs, processes)) as answers:
        for number, answer in answers:
            match answer:
                case AssetError():
                    raise answer
                case Died(how):
                    job = jobs[number]
                    if job.report is not None:
                        job.report.unlink(missing_ok=True)  # It may end in the middle of a line.
                    yield number, f"{job.source}: the process that worked on it {how}"
                case str() | None:
                    yield number, answer


def _serve(threads: int, jobs: Connection) -> None:
    """Do jobs until there are no more, answering each with what was wrong with it; the entry of a process."""
    ignore_interrupts()
    end_with_parent()
    forbid_sockets()
    os.environ.update((PIXEL_LIMIT, *_QUIET))
    _keep_bars_simple()

    from vision.tryon_work import TryOnWork  # noqa: PLC0415 - OpenCV reads its environment when it is loaded

    with TryOnWork(threads) as work:
        while True:
            try:
                job: Job = jobs.recv()
            except EOFError:
                return
            try:
                jobs.send(work.do(job))
            except AssetError as error:
                jobs.send(error)


def _keep_bars_simple() -> None:
    """Have tqdm start no thread to watch for slow steps, and make no lock that a killed process would leave behind."""
    tqdm.monitor_interval = 0
    tqdm.set_lock(threading.RLock())


def _make_folder(folder: Path) -> None:
    """Make a folder to write to.

    Raises:
        TryOnError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TryOnError(f"{folder}: cannot be written to: {error.strerror}") from error


def _join_reports(parts: Sequence[Path], report: Path) -> None:
    """Put the reports of all inputs into one, in order.

    Raises:
        TryOnError: it cannot be written.
    """
    try:
        with report.open("wb") as whole:
            for part in parts:
                if part.exists():
                    whole.write(part.read_bytes())
    except OSError as error:
        raise TryOnError(f"{report}: cannot be written: {error.strerror}") from error
