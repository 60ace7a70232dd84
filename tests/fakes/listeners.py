"""A listener that remembers, and can be waited on."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from vision.messages import CodesSeen, FrameReady, MirrorState, SeenCode
    from vision.ring import RingReader


class RecordingListener:
    """Keeps the newest picture and every state, each with when it came (monotonic seconds)."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.states: list[tuple[float, MirrorState, str]] = []
        self.ready: FrameReady | None = None
        self.picture: NDArray[np.uint8] | None = None
        self.ring: RingReader | None = None
        self.frames = 0
        self.captured_at: list[float] = []
        self.torn = 0
        self.seen: list[SeenCode] = []

    def frame(self, ready: FrameReady, ring: RingReader) -> None:
        picture = np.empty((ready.height, ready.width, 4), np.uint8)
        whole = ring.copy_to(ready.slot, ready.sequence, picture)
        with self._changed:
            self.frames += 1
            self.captured_at.append(ready.captured_at)
            self.torn += not whole
            self.ready = ready
            self.ring = ring
            if whole:
                self.picture = picture
            self._changed.notify_all()

    def codes(self, seen: CodesSeen) -> None:
        with self._changed:
            self.seen.extend(seen.codes)
            self._changed.notify_all()

    def state(self, state: MirrorState, reason: str) -> None:
        with self._changed:
            self.states.append((time.monotonic(), state, reason))
            self._changed.notify_all()

    @property
    def now(self) -> MirrorState:
        return self.states[-1][1]

    @property
    def reasons(self) -> list[str]:
        return [reason for _, _, reason in self.states]

    @property
    def reason(self) -> str:
        return self.states[-1][2]

    def wait_until(self, condition: Callable[[], bool], within: float) -> float:
        """Seconds until the condition held; fails the test when it does not in time."""
        started = time.monotonic()
        with self._changed:
            assert self._changed.wait_for(condition, within), f"not within {within} s; the states were {self.states}"
        return time.monotonic() - started

    def wait_for_state(self, state: MirrorState, within: float) -> float:
        return self.wait_until(lambda: bool(self.states) and self.now is state, within)

    def wait_for_next_frame(self, within: float) -> FrameReady:
        seen = self.frames
        self.wait_until(lambda: self.frames > seen, within)
        assert self.ready is not None
        return self.ready
