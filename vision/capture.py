"""Reading a camera on a thread of its own, so that the newest picture is at hand and a bad camera holds up nobody.

A camera may be missing, hang for ever, fail, repeat its last picture after an unplug, or give what is no picture. Each
of these ends in the camera being closed and opened again, except the hanging: a thread inside a driver cannot be ended,
so ``Capture.hang()`` tells the worker that only a new process will help.
"""

from __future__ import annotations

import math
import threading
import time
from typing import TYPE_CHECKING, Final

import numpy as np

from vision.backoff import Backoff
from vision.camera_spec import CameraError
from vision.frames import Frame

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.camera_spec import Camera, CameraSpec

FRAME_DEADLINE: Final = 1.0
"""Seconds without a new picture after which the camera is in trouble."""

READ_DEADLINE: Final = 2.0
"""Seconds after which a call to an open camera will never return."""

REST_INTERVAL: Final = 0.5
"""Seconds between the pictures that are read while nobody sees them."""

_REOPEN_CAP: Final = 1.0
_SAMPLED_ROWS: Final = 16
_MIN_SIDE: Final = 32


class Capture:
    """The newest picture of a camera, whatever the camera does. Another thread reads it."""

    def __init__(self, spec: CameraSpec, first_sequence: int) -> None:
        """Read ``spec``; frames are numbered from ``first_sequence``."""
        self._spec = spec
        self._sequence = first_sequence
        self._changed = threading.Condition()
        self._newest: Frame | None = None
        self._trouble = ""
        self._failure: BaseException | None = None
        self._last_picture: float | None = None
        self._call_ends = math.inf
        self._resting = False
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="capture", daemon=True)

    def start(self) -> None:
        """Begin to open and read the camera."""
        self._thread.start()

    def take(self, wait: float) -> Frame | None:
        """The newest frame, each once; None if none comes within ``wait`` seconds.

        Raises:
            BaseException: what ended the capture thread, if it ended other than by ``stop()``: a mistake of ours.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._newest or self._failure, wait)
            if self._failure:
                raise self._failure
            frame, self._newest = self._newest, None
            return frame

    def rest(self, *, resting: bool) -> None:
        """While resting, take only a picture every ``REST_INTERVAL``."""
        self._resting = resting

    def trouble(self) -> str:
        """Why there has been no new picture for ``FRAME_DEADLINE``, one sentence; empty while all is well.

        A camera that is being opened for the first time is well until it fails or hangs.
        """
        with self._changed:
            if self._last_picture is None:
                return self._trouble
            if time.monotonic() - self._last_picture < FRAME_DEADLINE:
                return ""
            return self._trouble or f"{self._spec.name} gives no picture"

    def hang(self) -> str:
        """Say, in one sentence, that the thread is inside the camera and will not come back; empty while it may."""
        return f"{self._spec.name} does not answer" if time.monotonic() > self._call_ends else ""

    def stop(self, wait: float) -> bool:
        """Close the camera; False if the thread still hangs in it after ``wait`` seconds."""
        self._stopping.set()
        self._thread.join(wait)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._open_and_read_until_stopped()
        except BaseException as error:  # noqa: BLE001 - raised again by take(), in the thread that can end the process
            with self._changed:
                self._failure = error
                self._changed.notify_all()

    def _open_and_read_until_stopped(self) -> None:
        backoff = Backoff(_REOPEN_CAP)
        check = PictureCheck(self._spec)
        while not self._stopping.wait(backoff.delay()):
            try:
                self._read_until_trouble(check, backoff)
            except CameraError as error:
                with self._changed:
                    self._trouble = str(error)

    def _read_until_trouble(self, check: PictureCheck, backoff: Backoff) -> None:
        self._call_ends = time.monotonic() + self._spec.open_seconds
        try:
            camera = self._spec.open()
            try:
                self._read(camera, check, backoff)
            finally:
                self._call_ends = time.monotonic() + READ_DEADLINE
                camera.close()
        finally:
            self._call_ends = math.inf

    def _read(self, camera: Camera, check: PictureCheck, backoff: Backoff) -> None:
        check.camera_opened(time.monotonic())
        while not self._stopping.is_set():
            image = camera.read()
            now = time.monotonic()
            self._call_ends = now + READ_DEADLINE
            if check.is_new(image, now):
                backoff.reset()
                self._publish(image, now)
            self._skip_while_resting(camera, until=now + REST_INTERVAL)

    def _skip_while_resting(self, camera: Camera, until: float) -> None:
        while self._resting and (now := time.monotonic()) < until and not self._stopping.is_set():
            self._call_ends = now + READ_DEADLINE
            camera.skip()
        self._call_ends = time.monotonic() + READ_DEADLINE

    def _publish(self, image: NDArray[np.uint8], now: float) -> None:
        with self._changed:
            self._newest = Frame(image, now, self._sequence)
            self._sequence += 1
            self._last_picture = now
            self._trouble = ""
            self._changed.notify_all()


class PictureCheck:
    """Tells pictures from what only looks like them."""

    def __init__(self, spec: CameraSpec) -> None:
        self._spec = spec
        self._max_pixels = math.prod(spec.max_size)
        self._shape: tuple[int, ...] = ()
        self._rows: NDArray[np.uint8] | None = None
        self._changed_at = -math.inf

    def camera_opened(self, now: float) -> None:
        """Let the camera settle on another size. What it showed last is kept: a dead one shows it again."""
        self._shape = ()
        self._changed_at = now

    def is_new(self, image: object, now: float) -> bool:
        """Whether the picture that came at ``now`` is to be shown; a repetition is not.

        Raises:
            CameraError: it is no picture, or has been the same one for ``FRAME_DEADLINE``.
        """
        picture = self._checked(image)
        if not self._spec.live:
            return True
        # Sensor noise changes some of these thousands of pixels in every picture of a camera that lives.
        rows = picture[::_SAMPLED_ROWS]
        if self._rows is None or not np.array_equal(rows, self._rows):
            self._rows = rows.copy()
            self._changed_at = now
            return True
        if now - self._changed_at > FRAME_DEADLINE:
            raise CameraError(f"{self._spec.name} repeats one picture")
        return False

    def _checked(self, image: object) -> NDArray[np.uint8]:
        if not isinstance(image, np.ndarray) or image.dtype != np.uint8 or image.shape[2:] != (3,):
            raise CameraError(f"{self._spec.name} gives something that is no picture: {_describe(image)}")
        height, width = image.shape[:2]
        if min(height, width) < _MIN_SIDE or height * width > self._max_pixels:
            limit = " x ".join(map(str, self._spec.max_size))
            raise CameraError(f"{self._spec.name} gives pictures of {width} x {height}, expected up to {limit}")
        if self._shape and image.shape != self._shape:
            raise CameraError(f"{self._spec.name} changed the size of its pictures to {width} x {height}")
        self._shape = image.shape
        return image


def _describe(image: object) -> str:
    return f"{image.dtype} {image.shape}" if isinstance(image, np.ndarray) else type(image).__name__
