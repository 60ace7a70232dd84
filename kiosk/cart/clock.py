"""Hybrid logical clocks: an order of events on many devices whose wall clocks disagree.

After S. Kulkarni and others, "Logical Physical Clocks" (OPODIS 2014): a stamp is near the wall clock, never runs
backwards on a device, and is later than every stamp that the device had seen when it was made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """When something was done; stamps of all devices have one order.

    Attributes:
        wall_ms: milliseconds since 1970 in UTC, as the device believed.
        counter: tells apart what was done in one millisecond.
        device: whose stamp it is, which orders stamps that are otherwise equal.
    """

    wall_ms: int
    counter: int
    device: str


class HybridClock:
    """Gives one device's stamps."""

    def __init__(self, device: str, wall_ms: Callable[[], int], last: Stamp | None = None) -> None:
        """Begin after ``last``, the latest stamp that this device has given or seen before; None for a new device.

        Args:
            device: whose clock this is.
            wall_ms: milliseconds since 1970 in UTC; may jump.
        """
        self._device = device
        self._wall_ms = wall_ms
        self._last = (0, 0) if last is None else (last.wall_ms, last.counter)

    def now(self) -> Stamp:
        """A stamp later than all that were given or seen before."""
        wall = self._wall_ms()
        self._last = (wall, 0) if wall > self._last[0] else (self._last[0], self._last[1] + 1)
        return Stamp(*self._last, self._device)

    def see(self, stamp: Stamp) -> None:
        """Take note of another device's stamp."""
        self._last = max(self._last, (stamp.wall_ms, stamp.counter))
