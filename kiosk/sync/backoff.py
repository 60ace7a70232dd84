"""How long to wait after one failure and after the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random


class Backoff:
    """Doubles the wait with each failure up to a cap; by chance up to a half shorter, so that kiosks do not march."""

    def __init__(self, chance: Random) -> None:
        """Nothing has failed yet."""
        self._chance = chance
        self._failures = 0

    def failed(self, first_s: float, most_s: float) -> float:
        """Another failure: seconds to wait now, ``first_s`` after the first and ``most_s`` at most."""
        wait = min(most_s, first_s * 2.0 ** min(self._failures, 16))
        self._failures += 1
        return wait * self._chance.uniform(0.5, 1.0)

    def succeeded(self) -> None:
        """All is well: the next failure is a first one."""
        self._failures = 0
