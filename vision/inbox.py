"""How other threads reach the supervisor's."""

from __future__ import annotations

import multiprocessing
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vision.messages import Wish


class Inbox:
    """What is wanted of the worker, the newest of each kind only, and the wish to stop. Putting never blocks.

    Attributes:
        wake: ready to read when there is something new; for ``multiprocessing.connection.wait``.
        stopping: set once the supervisor is to end.
    """

    def __init__(self) -> None:
        self.wake, self._waker = multiprocessing.Pipe(duplex=False)
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._awake = False
        self._wanted: dict[type[Wish], Wish] = {}
        self._unsent: set[type[Wish]] = set()

    def put(self, wish: Wish) -> None:
        """Want this of the worker, and of every worker after it."""
        with self._lock:
            self._wanted[type(wish)] = wish
            self._unsent.add(type(wish))
            self._rouse()

    def stop(self) -> None:
        """Want the supervisor to end."""
        with self._lock:
            self.stopping.set()
            self._rouse()

    def take(self) -> list[Wish]:
        """What the worker has not been told yet."""
        with self._lock:
            wishes = [self._wanted[kind] for kind in self._unsent]
            self._unsent.clear()
            return wishes

    def worker_is_new(self) -> None:
        """Have everything that is wanted told again."""
        with self._lock:
            self._unsent = set(self._wanted)

    def rest(self) -> None:
        """Empty the wake-up out of its pipe, before looking at what is new."""
        with self._lock:
            if self._awake:
                self.wake.recv_bytes()
                self._awake = False

    def close(self) -> None:
        """Close the pipe; what is put from now on is kept but wakes nobody."""
        with self._lock:
            self._awake = True
            self.wake.close()
            self._waker.close()

    def _rouse(self) -> None:
        if not self._awake:  # one wake-up in the pipe is enough, and cannot fill it
            self._awake = True
            self._waker.send_bytes(b"")
