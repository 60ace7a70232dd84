"""Looking for codes beside the painting: a thread of the worker that takes the newest picture when it is done with one.

The reader is native and lets other threads run meanwhile. It looks as often as a quarter of a core allows, so that the
mirror, which is what people came for, never waits for it.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.code_memory import CodeMemory
from vision.messages import SeenCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from vision.codes import Sighting
    from vision.frames import Frame

    Read = Callable[[NDArray[np.uint8]], list[Sighting]]

SHARE: Final = 0.25
"""Of a core."""


class CodeWatch:
    """Tells of each code once while it is held up. Used by one thread; ``close()`` ends its own.

    It reads nothing until it is told to.
    """

    def __init__(self, read: Read) -> None:
        """Read by ``read``, which is called in the watch's thread with a grey picture, shape (H, W)."""
        self._read_codes = read
        self._changed = threading.Condition()
        self._memory: CodeMemory | None = None
        self._idle = False
        self._due = 0.0
        self._look: tuple[NDArray[np.uint8], float] | None = None
        self._news: list[SeenCode] = []
        self._failure: BaseException | None = None
        self._closing = False
        self._thread: threading.Thread | None = None

    def read(self, *, reading: bool) -> None:
        """Begin to read, with nothing seen before, or stop; what was read and not taken yet is dropped."""
        with self._changed:
            if reading == (self._memory is not None):
                return
            self._memory = CodeMemory() if reading else None
            self._look = None
            self._news.clear()
        if reading and self._thread is None:
            self._thread = threading.Thread(target=self._run, name="codes", daemon=True)
            self._thread.start()

    def offer(self, frame: Frame) -> None:
        """A frame that nothing is painted on yet; one grey copy is made, and only if a look is due."""
        with self._changed:
            if self._memory is None or not self._idle or self._look or time.monotonic() < self._due:
                return
        grey = np.asarray(cv2.cvtColor(frame.image, cv2.COLOR_BGR2GRAY), np.uint8)
        with self._changed:
            self._look = grey, frame.captured_at
            self._changed.notify_all()

    def take(self) -> tuple[SeenCode, ...]:
        """The codes that came into view since the last call, each once.

        Raises:
            BaseException: what ended the watch's thread, if it was not ``close()``: a mistake of ours.
        """
        with self._changed:
            if self._failure:
                raise self._failure
            news = tuple(self._news)
            self._news.clear()
            return news

    def close(self) -> None:
        """End the thread, after the look that it is at."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            while (look := self._next_look()) is not None:
                self._work(*look)
        except BaseException as error:  # noqa: BLE001 - raised again by take(), in the thread that can end the process
            with self._changed:
                self._failure = error

    def _next_look(self) -> tuple[NDArray[np.uint8], float] | None:
        """Wait for a picture; None at the end."""
        with self._changed:
            self._idle = True
            self._changed.wait_for(lambda: self._closing or self._look is not None)
            self._idle = False
            look, self._look = self._look, None
            return None if self._closing else look

    def _work(self, grey: NDArray[np.uint8], captured_at: float) -> None:
        with self._changed:
            memory = self._memory
        started, spent = time.monotonic(), time.thread_time()
        sightings = self._read_codes(grey)
        self._due = started + (time.thread_time() - spent) / SHARE
        with self._changed:
            # A visit that ended meanwhile took its memory with it.
            if memory is not None and memory is self._memory:
                height, width = grey.shape
                self._news.extend(_seen(memory.new_ones(sightings, captured_at), width, height))


def _seen(sightings: Iterable[Sighting], width: int, height: int) -> list[SeenCode]:
    return [
        SeenCode(
            found.format,
            found.text,
            _share(found.left, width),
            _share(found.top, height),
            _share(found.right, width),
            _share(found.bottom, height),
        )
        for found in sightings
    ]


def _share(pixels: float, of: int) -> float:
    return min(1.0, max(0.0, pixels / of))
