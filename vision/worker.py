"""The vision worker's process: its entry, its composition root and its loop.

The module imports no OpenCV and no MediaPipe itself: the screen's process imports it to name the entry. Once it runs,
the camera opens on the capture thread while the models load on the main thread.
"""

from __future__ import annotations

import os
import time
from contextlib import closing
from typing import TYPE_CHECKING, Final, NoReturn

from assets.manifest import AssetError
from vision.capture import Capture
from vision.confinement import forbid_sockets
from vision.lifeline import end_with_parent, ignore_interrupts
from vision.messages import CameraTrouble, CodesSeen, FrameReady, MeasureSkin, ReadCodes, SetCompare, SetLooks, SetRest
from vision.opencv_settings import PIXEL_LIMIT
from vision.ring import RingWriter

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from vision.camera_spec import CameraSpec
    from vision.code_watch import CodeWatch
    from vision.frames import Frame
    from vision.messages import Command
    from vision.pipeline import Pipeline

    PipelineFactory = Callable[[], Pipeline]

EXIT_HUNG_CAMERA: Final = 3
EXIT_NO_MODEL: Final = 4

_WAIT: Final = 0.05
"""Seconds after which a worker without frames looks at its commands."""

_TROUBLE_EVERY: Final = 0.5
"""Seconds between two words of the same trouble, which also tell the supervisor that the worker lives."""

_STOP_WAIT: Final = 0.5

_OPENCV_THREADS: Final = 1

_V4L_TIMEOUT: Final = ("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "1")
"""Seconds that OpenCV waits for a Linux camera's next picture; its own 10 would look like a hung worker."""

_OPENCV_QUIET: Final = ("OPENCV_LOG_LEVEL", "ERROR")
"""What goes wrong with a camera is said in our own sentence."""

_DISPLAYS: Final = ("DISPLAY", "WAYLAND_DISPLAY")
"""A screen that MediaPipe would look for a graphics driver on; the worker draws nowhere."""

_MSMF_TRANSFORMS: Final = ("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
"""Without hardware transforms a Windows camera opens in a second instead of many."""


def build_mirror_pipeline(max_faces: int = 1, gains: tuple[float, float, float] | None = None) -> Pipeline:
    """Load models and set up tracking, guidance and makeup, for up to so many people at once.

    Args:
        max_faces: how many.
        gains: of linear blue, green and red in the light where the mirror hangs; None when it was not calibrated.

    Raises:
        AssetError: a model file is missing.
    """
    from vision.guidance import GuidanceMonitor  # noqa: PLC0415
    from vision.hands import VideoHands  # noqa: PLC0415
    from vision.light import NEUTRAL, Light  # noqa: PLC0415
    from vision.mirror import Mirror  # noqa: PLC0415
    from vision.mirror_pipeline import MirrorPipeline  # noqa: PLC0415
    from vision.tracker import FaceTracker  # noqa: PLC0415 - MediaPipe stays out of the screen's process

    home = None if gains is None else Light(*gains)
    hands = VideoHands()
    mirror = Mirror(hands=hands, home=home or NEUTRAL)
    return MirrorPipeline(FaceTracker(max_faces), GuidanceMonitor(), mirror, home, hands)


def run_worker(
    camera: CameraSpec,
    build_pipeline: PipelineFactory,
    ring_name: str,
    first_sequence: int,
    commands: Connection,
    messages: Connection,
) -> None:
    """Run until told to stop or until the parent is gone; the target of the worker's process.

    Args:
        camera: what to show.
        build_pipeline: called once, in this process.
        ring_name: the segment that frames go to.
        first_sequence: number of the first frame.
        commands: ``Command`` values in.
        messages: ``Message`` values out.
    """
    ignore_interrupts()
    end_with_parent()
    forbid_sockets()
    os.environ.update((_V4L_TIMEOUT, _MSMF_TRANSFORMS, _OPENCV_QUIET, PIXEL_LIMIT))
    for display in _DISPLAYS:
        os.environ.pop(display, None)
    capture = Capture(camera, first_sequence)
    capture.start()
    try:
        pipeline = build_pipeline()
    except AssetError as error:
        messages.send(CameraTrouble(str(error)))
        _exit(EXIT_NO_MODEL)
    with RingWriter(ring_name) as ring, closing(_build_code_watch()) as codes:
        worker = Worker(capture, pipeline, codes, ring, commands, messages)
        try:
            worker.run()
        except HungCameraError as error:
            messages.send(CameraTrouble(str(error)))
            _exit(EXIT_HUNG_CAMERA)
        except (EOFError, BrokenPipeError):
            _exit(0)  # the parent is gone
    pipeline.close()
    if not capture.stop(_STOP_WAIT):
        _exit(0)


def _build_code_watch() -> CodeWatch:
    from vision.code_watch import CodeWatch  # noqa: PLC0415 - OpenCV and zxing stay out of the screen's process
    from vision.codes import CodeFinder  # noqa: PLC0415

    return CodeWatch(CodeFinder().find)


class HungCameraError(Exception):
    """The capture thread hangs in the camera; only a new process can open it again."""


class Worker:
    """The loop: the newest frame, tracked, painted, into the ring, announced."""

    def __init__(
        self,
        capture: Capture,
        pipeline: Pipeline,
        codes: CodeWatch,
        ring: RingWriter,
        commands: Connection,
        messages: Connection,
    ) -> None:
        import cv2  # noqa: PLC0415 - OpenCV stays out of the screen's process

        cv2.setNumThreads(_OPENCV_THREADS)
        self._cv2 = cv2
        self._capture = capture
        self._pipeline = pipeline
        self._codes = codes
        self._ring = ring
        self._commands = commands
        self._messages = messages
        self._trouble_due = 0.0

    def run(self) -> None:
        """Work until ``Stop``.

        Raises:
            HungCameraError: the camera will never answer.
            EOFError, BrokenPipeError: the parent is gone.
        """
        while self._obey():
            frame = self._capture.take(_WAIT)
            if frame is not None:
                self._show(frame)
            else:
                self._tell_trouble()

    def _obey(self) -> bool:
        while self._commands.poll():
            command: Command = self._commands.recv()
            match command:
                case SetLooks(looks):
                    self._pipeline.set_looks(looks)
                case SetCompare(split):
                    self._pipeline.set_split(split)
                case MeasureSkin(request):
                    self._pipeline.measure_skin(request)
                case ReadCodes(reading):
                    self._codes.read(reading=reading)
                case SetRest(resting):
                    self._capture.rest(resting=resting)
                case _:
                    return False
        return True

    def _show(self, frame: Frame) -> None:
        self._codes.offer(frame)
        painted = self._pipeline.process(frame)
        height, width = frame.image.shape[:2]
        with self._ring.writing(frame.sequence, width, height) as (slot, pixels):
            self._cv2.cvtColor(frame.image, self._cv2.COLOR_BGR2BGRA, dst=pixels)
        self._messages.send(
            FrameReady(
                sequence=frame.sequence,
                slot=slot,
                width=width,
                height=height,
                captured_at=frame.captured_at,
                faces=painted.faces,
                guidance=painted.guidance,
                track_ms=painted.track_ms,
                paint_ms=painted.paint_ms,
                skin=painted.skin,
            )
        )
        if seen := self._codes.take():
            self._messages.send(CodesSeen(seen))

    def _tell_trouble(self) -> None:
        if hang := self._capture.hang():
            raise HungCameraError(hang)
        trouble = self._capture.trouble()
        now = time.monotonic()
        if trouble and now >= self._trouble_due:
            self._trouble_due = now + _TROUBLE_EVERY
            self._messages.send(CameraTrouble(trouble))


def _exit(status: int) -> NoReturn:
    """End at once: the interpreter's own end would wait for a thread that hangs in a driver."""
    os._exit(status)
