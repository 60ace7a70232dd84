"""How long to wait before trying again."""

from __future__ import annotations

from typing import Final

_FIRST: Final = 0.125


class Backoff:
    """Delays in seconds: none for the first attempt, then twice as long each time, up to ``cap``."""

    def __init__(self, cap: float) -> None:
        self._cap = cap
        self._next = 0.0

    def delay(self) -> float:
        """How long to wait before the attempt at hand; the one after it waits longer."""
        delay = self._next
        self._next = min(max(_FIRST, delay * 2), self._cap)
        return delay

    def reset(self) -> None:
        """It worked: begin again with no delay."""
        self._next = 0.0
