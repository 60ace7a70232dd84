"""Giving pictures at an even rate."""

from __future__ import annotations

import time


class Pace:
    """Waits so that calls of ``wait()`` return ``rate`` times a second; what came late is not made up for."""

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate
        self._due = time.monotonic()

    def wait(self) -> None:
        """Sleep until the next picture is due."""
        now = time.monotonic()
        if now < self._due:
            time.sleep(self._due - now)
        self._due = max(self._due, now - self._interval) + self._interval
