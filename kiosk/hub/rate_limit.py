"""How often somebody may ask: a token bucket for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_ASKERS: Final = 4096
"""Remembered at once; the one that was quiet longest is forgotten for a new one."""


class RateLimit:
    """Lets each asker ask ``burst`` times at once and ``per_minute`` times in the long run."""

    def __init__(self, per_minute: float, burst: int, clock: Callable[[], float]) -> None:
        """Begin with nobody; ``clock`` counts seconds and never runs backwards."""
        self._per_second = per_minute / 60
        self._burst = float(burst)
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}  # what is left, and when that was; the quietest first

    def allows(self, asker: str) -> bool:
        """Whether this asker may ask now; what is refused does not count."""
        now = self._clock()
        left, at = self._buckets.pop(asker, (self._burst, now))
        left = min(self._burst, left + (now - at) * self._per_second)
        allowed = left >= 1
        self._buckets[asker] = (left - allowed, now)
        if len(self._buckets) > _MOST_ASKERS:
            del self._buckets[next(iter(self._buckets))]
        return allowed
