"""Processes that work through jobs: one that a job ends, as a native library may, costs that job and no more."""

from __future__ import annotations

import multiprocessing
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final

from vision.lifeline import how_it_ended, start_deaf_to_interrupts

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from multiprocessing.connection import Connection

    Entry = Callable[[Connection], None]
    """A module's function that a process runs: it receives jobs and sends an answer to each, until there are no more
    (``EOFError``)."""

_END_WAIT: Final = 5.0
"""Seconds that a process has to end by itself, once it has no more to do."""


@dataclass(frozen=True, slots=True)
class Died:
    """In place of an answer: the job's process ended over it.

    Attributes:
        how: a clause for people.
    """

    how: str


def work_through(entry: Entry, jobs: Sequence[object], processes: int) -> Generator[tuple[int, object], None, None]:
    """Have processes do jobs; gives the number of each job that is done, and the answer or ``Died``.

    Every process has ended when the iterator has, or is closed.

    Raises:
        OSError: the system has no room for another process.
    """
    waiting = deque(enumerate(jobs))
    busy: dict[Connection, _Member] = {}
    try:
        while waiting or busy:
            while waiting and len(busy) < processes:
                member = _Member(entry)
                busy[member.pipe] = member
                member.give(*waiting.popleft())
            for pipe in wait(list(busy)):
                member = busy[pipe]  # type: ignore[index] # what waits are the pipes that were given
                number, answer = member.at, member.answer()
                if waiting and not isinstance(answer, Died):
                    member.give(*waiting.popleft())
                else:
                    del busy[member.pipe]
                    member.end()
                yield number, answer
    finally:
        for member in busy.values():
            member.kill()


class _Member:
    """One process.

    Attributes:
        pipe: to it and from it.
        at: the number of the job that it has.
    """

    def __init__(self, entry: Entry) -> None:
        context = multiprocessing.get_context("spawn")
        self.at = -1
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=entry, args=(theirs,), daemon=True)
        try:
            start_deaf_to_interrupts(self._process)
        except OSError:
            self.pipe.close()
            raise
        finally:
            theirs.close()  # The process holds its own; this one would hide that it is gone.

    def give(self, number: int, job: object) -> None:
        self.at = number
        with suppress(BrokenPipeError):  # That it is gone will be told in place of its answer.
            self.pipe.send(job)

    def answer(self) -> object:
        """What it says of its job; waits for that."""
        try:
            return self.pipe.recv()
        except (EOFError, ConnectionResetError):
            self._process.join(_END_WAIT)
            return Died(how_it_ended(self._process.exitcode))

    def end(self) -> None:
        """Tell it that there is no more to do."""
        self.pipe.close()
        self._process.join(_END_WAIT)
        self.kill()

    def kill(self) -> None:
        """End it if it has not ended."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.pipe.close()
