"""The worker's process as its supervisor holds it: two one-way pipes and a handle to end it by."""

from __future__ import annotations

import multiprocessing
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from vision.lifeline import how_it_ended, start_deaf_to_interrupts
from vision.messages import Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection

    from vision.messages import Command, Message

STOP_WAIT: Final = 1.0
"""Seconds that a worker has to end by itself."""

KILL_WAIT: Final = 0.5
"""Seconds that the system has to remove a killed one."""


class WorkerProcess:
    """One process, from its start to its end. Used by the thread that made it, whose end ends the process too."""

    def __init__(self, entry: Callable[..., None], *arguments: object) -> None:
        """Start ``entry(*arguments, commands, messages)`` in a new interpreter.

        Raises:
            OSError: the system has no room for another process.
        """
        self._mute = False
        context = multiprocessing.get_context("spawn")
        worker_commands, self._commands = context.Pipe(duplex=False)
        self._messages, worker_messages = context.Pipe(duplex=False)
        self._process = context.Process(
            target=entry, args=(*arguments, worker_commands, worker_messages), name="vision worker", daemon=True
        )
        try:
            start_deaf_to_interrupts(self._process)
        except OSError:
            self._commands.close()
            self._messages.close()
            raise
        finally:
            # The worker holds its own; these would hide from either side that the other is gone.
            worker_commands.close()
            worker_messages.close()

    @property
    def waitables(self) -> tuple[Connection, int]:
        """What ``multiprocessing.connection.wait`` takes: ready when there are messages or the process has ended."""
        return self._messages, self._process.sentinel

    def has_ended(self) -> bool:
        """Whether the process is gone, or has closed its mouth on the way."""
        return self._mute or not self._process.is_alive()

    def how_it_ended(self) -> str:
        """Say it in a clause for people."""
        self._process.join(KILL_WAIT)
        return how_it_ended(self._process.exitcode)

    def send(self, commands: Iterable[Command]) -> None:
        """Write commands to the pipe; a worker that is gone is left for ``has_ended()`` to tell."""
        with suppress(BrokenPipeError):
            for command in commands:
                self._commands.send(command)

    def received(self) -> Iterator[Message]:
        """Every message that has come, oldest first."""
        try:
            while self._messages.poll():
                yield self._messages.recv()
        except (EOFError, ConnectionResetError, BrokenPipeError):
            self._mute = True  # it ended, perhaps in the middle of a word

    def ask_to_end(self) -> None:
        """Give the process up to ``STOP_WAIT`` seconds to end in good order."""
        self.send([Stop()])
        self._process.join(STOP_WAIT)

    def kill(self) -> None:
        """End the process if it has not ended, within ``KILL_WAIT`` seconds, and free what it held here."""
        self._process.kill()
        self._process.join(KILL_WAIT)
        self._commands.close()
        self._messages.close()
        if not self._process.is_alive():
            self._process.close()
