"""Looking for codes beside the painting: a thread of the worker that takes the newest picture when it is done with one.

The reader is native and lets other threads run meanwhile. It looks as often as a quarter of a core allows, so that the
mirror, which is what people came for, never waits for it.

What a look half reads is looked at again in the next pictures, there alone, on credit: a hand trembles, and the next
picture shows the bars in other places. The credit is paid back before there is another.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.code_memory import CodeMemory
from vision.geometry import Rect
from vision.messages import SeenCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from vision.codes import Look, Sighting
    from vision.frames import Frame

    Read = Callable[[NDArray[np.uint8], Rect | None], Look]

SHARE: Final = 0.25
"""Of a core."""

MOST_CREDIT: Final = 0.12
"""Seconds of a core's time above which no look is taken before its time: half a second's share."""

_DRIFT: Final = 40
"""Pixels around in which a code is still found in the next picture: at 40 cm 16 mm, which are half a metre a second."""


class CodeWatch:
    """Tells of each code once while it is held up. Used by one thread; ``close()`` ends its own.

    It reads nothing until it is told to.
    """

    def __init__(self, read: Read) -> None:
        """Read by ``read``: in the watch's thread, a grey picture, shape (H, W), and the part of it to look at."""
        self._read_codes = read
        self._changed = threading.Condition()
        self._memory: CodeMemory | None = None
        self._idle = False
        self._paid = 0.0  # when all that was spent so far will be within the share
        self._due = 0.0
        self._within: Rect | None = None
        self._given_up: tuple[Rect, ...] = ()
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
            self._within = None
            self._given_up = ()
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
        look = self._read_codes(grey, self._within)
        self._paid = max(self._paid, started) + (time.thread_time() - spent) / SHARE
        doubted: list[Sighting] = []
        with self._changed:
            # A visit that ended meanwhile took its memory with it.
            if memory is not None and memory is self._memory:
                height, width = grey.shape
                self._news.extend(_seen(memory.new_ones(look.sightings, captured_at), width, height))
                doubted = memory.doubted(look.sightings)
        self._plan([*map(_place, doubted), *look.unread])

    def _plan(self, half_read: list[Rect]) -> None:
        """Choose when and where to look next: at once at what was half read, if there is credit, or in its time."""
        new = [place for place in half_read if not any(_meet(place, other) for other in self._given_up)]
        if new and self._paid - time.monotonic() < MOST_CREDIT / SHARE:
            self._within = _around(new)
            self._due = 0.0
            return
        if self._within is None:
            # Stripes stay what they are: what comes to stand elsewhere has credit, not they.
            self._given_up = tuple(half_read)
        else:
            self._given_up += tuple(new)
        self._within = None
        self._due = self._paid


def _place(sighting: Sighting) -> Rect:
    corners = np.array([(sighting.left, sighting.top), (sighting.right, sighting.bottom)], np.float32)
    return Rect.around(corners)


def _around(places: list[Rect]) -> Rect:
    corners = [(x, y) for place in places for x, y in ((place.left, place.top), (place.right, place.bottom))]
    return Rect.around(np.array(corners, np.float32), _DRIFT)


def _meet(one: Rect, other: Rect) -> bool:
    return not one.clipped(other).empty


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
