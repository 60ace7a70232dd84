"""The try-on's work on one input after the other: find the faces, paint them, write what came of it."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING, Self

import cv2
import numpy as np
from tqdm import tqdm

from vision.errors import TryOnError
from vision.frames import Face, Frame
from vision.hands import PhotoHands, VideoHands
from vision.mirror import REGIONS, Mirror
from vision.pictures import PictureError, read_picture
from vision.tracker import FaceFinder, FaceTracker
from vision.tryon_inputs import is_video
from vision.tryon_output import PaintedFrame, TryOnOutput
from vision.video_files import VideoFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from vision.looks import Look
    from vision.makeup.patch import Patch
    from vision.tryon import Job


class TryOnWork:
    """Does jobs; a context that frees the models, which are loaded for the first photo and kept."""

    def __init__(self, threads: int) -> None:
        """Use so many threads for a picture."""
        cv2.setNumThreads(threads)
        self._models = contextlib.ExitStack()
        self._photos: tuple[FaceFinder, PhotoHands] | None = None

    def __enter__(self) -> Self:
        """Nothing to prepare."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Free the models."""
        self._models.close()

    def do(self, job: Job) -> str | None:
        """Do one job; what was wrong with its input or output, or None.

        Raises:
            AssetError: a model is missing.
        """
        try:
            with TryOnOutput(job.source, job.out, job.report) as output:
                if is_video(job.source):
                    _do_video(job, output)
                else:
                    self._do_photo(job, output)
        except TryOnError as error:
            return str(error)
        return None

    def _do_photo(self, job: Job, output: TryOnOutput) -> None:
        try:
            image = read_picture(job.source)
        except PictureError as error:
            raise TryOnError(f"{job.source}: {error}") from error
        if self._photos is None:
            hands = self._models.enter_context(contextlib.closing(PhotoHands()))
            self._photos = self._models.enter_context(FaceFinder()), hands
        finder, hands = self._photos
        mirror = Mirror(video=False, hands=hands, metered=job.metered)
        painter = _Painter(lambda frame: finder.find(frame.image), mirror, job.look, masks=job.masks)
        painted = painter.paint(Frame(image, 0.0, 0))
        output.picture(painted)
        output.masks(painted, "")
        output.line(painted)


def _do_video(job: Job, output: TryOnOutput) -> None:
    count = 0
    with (
        contextlib.closing(VideoFile(job.source)) as video,
        FaceTracker() as tracker,
        contextlib.closing(VideoHands()) as hands,
    ):
        mirror = Mirror(hands=hands, metered=job.metered)
        painter = _Painter(tracker.track, mirror, job.look, masks=job.masks)
        frames = tqdm(
            video.frames(),
            total=video.expected,
            desc=job.source.name,
            unit="frame",
            leave=False,
            disable=None if job.progress else True,
            file=sys.stderr,
        )
        for frame in frames:
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
        masks = {region: np.zeros(shape, np.uint8) for region in self._regions}

        def keep(region: str, patch: Patch) -> None:
            part = masks[region][patch.rect.slices]
            np.maximum(part, np.rint(patch.alpha * 255).astype(np.uint8), out=part)

        started = time.perf_counter()
        faces = self._find(frame)
        tracked = time.perf_counter()
        self._mirror.render(frame.image, faces, observer=keep if masks else None)
        painted = time.perf_counter()
        return PaintedFrame(frame, faces, masks, (tracked - started) * 1000, (painted - tracked) * 1000)
