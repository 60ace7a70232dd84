"""A thread that takes one turn after another, and waits longer and longer while that fails."""

from __future__ import annotations

import threading
import time
from random import Random
from typing import TYPE_CHECKING, Final, Protocol

from kiosk.hub.errors import HubError
from kiosk.local.errors import LocalDataError
from kiosk.sync.backoff import Backoff
from kiosk.sync.errors import BusyError, StrangerError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from typing import Self

_LAST_SECONDS: Final = 15.0
"""What is under way at the end is waited for as long as a hub that answers nothing is."""

_POKE_SECONDS: Final = 0.1

_UNREACHABLE: Final = (0.2, 1.0)
"""First and longest wait, seconds: to knock costs little, and devices agree within 5 s of the network's return."""

_BUSY: Final = (0.5, 30.0)
_STRANGER: Final = (5.0, 60.0)
_OTHER: Final = (1.0, 30.0)


class Job(Protocol):
    """What a thread does."""

    def turn(self) -> float:
        """Do what there is to do; gives after how many seconds to do it again. May raise environment's errors."""

    def interrupt(self) -> None:
        """Have the turn that is under way fail soon; called by other threads, at any moment."""


class Turns:
    """A thread with a job, from its entry as a context to its end."""

    def __init__(
        self,
        name: str,
        open_job: Callable[[], AbstractContextManager[Job]],
        tell: Callable[[HubError | LocalDataError | None], None],
    ) -> None:
        """Do nothing yet.

        Args:
            name: of the thread.
            open_job: gives the job; called, entered and left on the thread, and again after the disk failed.
            tell: is told on the thread after each turn what went wrong, or that nothing did.
        """
        self._open_job = open_job
        self._tell = tell
        self._backoff = Backoff(Random())  # noqa: S311 - it spreads kiosks over time, and hides nothing
        self._job: Job | None = None
        self._ending = False
        self._woken = False
        self._hurried = False
        self._changed = threading.Condition()
        # A daemon, so that a process that dies of a mistake does not wait for the network.
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End: what is under way fails; it waits on the disk for another day."""
        with self._changed:
            self._ending = True
            self._changed.notify()
        end = time.monotonic() + _LAST_SECONDS
        # A turn may begin to wait just after it was interrupted.
        while self._thread.is_alive() and time.monotonic() < end:
            self._interrupt()
            self._thread.join(_POKE_SECONDS)

    def wake(self) -> None:
        """There is something to do: the next turn comes at once, unless the last one failed."""
        with self._changed:
            self._woken = True
            self._changed.notify()

    def hurry(self) -> None:
        """Begin anew at once: what is being waited for has changed."""
        with self._changed:
            self._woken = self._hurried = True
            self._changed.notify()
        self._interrupt()

    def _interrupt(self) -> None:
        job = self._job
        if job is not None:
            job.interrupt()

    def _run(self) -> None:
        while not self._ending:
            try:
                with self._open_job() as job:
                    self._job = job
                    try:
                        self._take_turns(job)
                    finally:
                        self._job = None
            except (HubError, LocalDataError) as error:
                self._fail(error)

    def _take_turns(self, job: Job) -> None:
        """Until the end, or until the disk fails."""
        while not self._ending:
            try:
                pause = job.turn()
            except HubError as error:
                self._fail(error)
            else:
                self._backoff.succeeded()
                self._tell(None)
                self._wait(pause, lambda: self._woken)

    def _fail(self, error: HubError | LocalDataError) -> None:
        if self._ending or self._hurried:
            # We made it fail ourselves.
            self._wait(0.0, lambda: True)
            return
        self._tell(error)
        self._wait(self._pause_after(error), lambda: self._hurried)

    def _wait(self, seconds: float, is_over: Callable[[], bool]) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._ending or is_over(), seconds)
            self._woken = self._hurried = False

    def _pause_after(self, error: HubError | LocalDataError) -> float:
        match error:
            case UnreachableError():
                return self._backoff.failed(*_UNREACHABLE)
            case BusyError(wait_s=wait_s):
                return max(wait_s, self._backoff.failed(*_BUSY))
            case StrangerError():
                return self._backoff.failed(*_STRANGER)
            case _:
                return self._backoff.failed(*_OTHER)
