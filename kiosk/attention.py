"""The visit's clock: when a quiet visit is warned, and when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """Where the mirror stands between shoppers.

    ``ATTRACT``: nobody is there. ``ACTIVE``: a visit. ``WARNING``: a visit that went quiet and is about to end.
    ``GOODBYE``: the visit is over, and the screen says so for a moment.
    """

    ATTRACT = "attract"
    ACTIVE = "active"
    WARNING = "warning"
    GOODBYE = "goodbye"


IN_VISIT = frozenset({Phase.ACTIVE, Phase.WARNING})
"""The phases in which there is a shopper's visit to keep."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long each phase waits for a touch, seconds, each above 0."""

    quiet: float = 60.0
    warning: float = 20.0
    goodbye: float = 6.0


class Attention:
    """A state machine over one clock, which the caller reads and passes in: seconds, never running backwards.

    The phase depends on the last touch and the time alone. A timer that comes late, or a machine that slept, can
    therefore not keep a visit open for the next person: their touch begins a visit of its own.

    Attributes:
        phase: as of the last call.
        visit: the number of visits begun so far; when it changes, or when ``phase`` leaves ``IN_VISIT``, whatever the
            visit before held must be dropped.
        deadline: when ``tick`` has something to do next; None while nobody is there, and while a visit is held.
    """

    def __init__(self, patience: Patience) -> None:
        """Nobody is there yet."""
        self._patience = patience
        self.phase = Phase.ATTRACT
        self.visit = 0
        self.deadline: float | None = None
        self._held = False

    def touch(self, now: float) -> Phase:
        """Somebody touched the screen: begin a visit, or go on with the one that is open."""
        if self.tick(now) not in IN_VISIT:
            self.visit += 1
        return self._enter(Phase.ACTIVE, now)

    def hold(self, now: float) -> Phase:
        """Something is under way that must not be cut off, such as a payment: the visit stays until ``release``.

        Does nothing where there is no visit.
        """
        if self.tick(now) in IN_VISIT:
            self._held = True
            self._enter(Phase.ACTIVE, now)
        return self.phase

    def release(self, now: float) -> Phase:
        """It is over: the visit goes quiet from now on; does nothing where none was held."""
        if self._held:
            self._held = False
            self._enter(Phase.ACTIVE, now)
        return self.tick(now)

    def end(self, now: float) -> Phase:
        """The shopper says goodbye; does nothing where there is no visit."""
        if self.tick(now) in IN_VISIT:
            self._enter(Phase.GOODBYE, now)
        return self.phase

    def tick(self, now: float) -> Phase:
        """Let time pass until ``now``."""
        while self.deadline is not None and now >= self.deadline:
            self._enter(_NEXT[self.phase], self.deadline)
        return self.phase

    def seconds_left(self, now: float) -> float:
        """Until the next phase, 0 or more; 0 while nobody is there, and while a visit is held."""
        return 0.0 if self.deadline is None else max(0.0, self.deadline - now)

    def _enter(self, phase: Phase, at: float) -> Phase:
        waits = {
            Phase.ACTIVE: self._patience.quiet,
            Phase.WARNING: self._patience.warning,
            Phase.GOODBYE: self._patience.goodbye,
        }
        self.phase = phase
        self._held = self._held and phase is Phase.ACTIVE
        self.deadline = at + waits[phase] if phase in waits and not self._held else None
        return phase


_NEXT = {Phase.ACTIVE: Phase.WARNING, Phase.WARNING: Phase.GOODBYE, Phase.GOODBYE: Phase.ATTRACT}
