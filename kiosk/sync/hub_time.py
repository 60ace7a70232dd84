"""What o'clock it is at the hub, by which all devices of a shop date what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_DRIFT: Final = 5e-4
"""Seconds that a quartz goes wrong in a second, at the worst and some."""


_WORST_DOUBT_S: Final = 1.0
"""An answer that was waited for longer tells of the waiting, not of the time."""


@dataclass(frozen=True, slots=True)
class _Reading:
    hub_ms: int
    at: float
    doubt_s: float


class HubTime:
    """The hub's clock as far as its answers tell; until the first, the machine's own. For any thread.

    After F. Cristian, "Probabilistic clock synchronization" (Distributed Computing, 1989): an answer was given
    somewhere between question and receipt, so that half the way is the best guess and half the way the doubt. Between
    answers a clock that never jumps counts on; a reading is replaced by one that is less in doubt by now.

    Attributes:
        heard_ms: when the hub last answered, by the machine's clock; None before it did.
    """

    def __init__(self, wall_ms: Callable[[], int], monotonic: Callable[[], float]) -> None:
        """Know nothing of the hub yet.

        Args:
            wall_ms: the machine's clock, milliseconds since 1970 in UTC; may be wrong, and jump.
            monotonic: seconds, never running backwards.
        """
        self._wall_ms = wall_ms
        self._monotonic = monotonic
        self._reading: _Reading | None = None
        self.heard_ms: int | None = None

    def now_ms(self) -> int:
        """Milliseconds since 1970 in UTC."""
        reading = self._reading
        if reading is None:
            return self._wall_ms()
        return reading.hub_ms + round((self._monotonic() - reading.at) * 1000)

    def learn(self, hub_ms: int, asked: float, answered: float) -> None:
        """The hub dated an answer.

        Args:
            hub_ms: so, milliseconds since 1970 in UTC.
            asked, answered: by the clock that never runs backwards, when it was asked and the answer came.
        """
        self.heard_ms = self._wall_ms()
        doubt = (answered - asked) / 2
        if doubt > _WORST_DOUBT_S:
            return
        known = self._reading
        if known is None or doubt <= known.doubt_s + (answered - known.at) * _DRIFT:
            self._reading = _Reading(hub_ms + round(doubt * 1000), answered, doubt)
