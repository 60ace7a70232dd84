"""One thread that writes what devices do to carts: all that waits at one time is one transaction.

A commit waits for the disk, and each statement for the database: shared by those who wait anyway, both cost a busy hub
a fraction, and an idle one nothing.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kiosk.hub.cart_operations import Submission, take_operations
from kiosk.hub.database import UNAVAILABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from kiosk.hub.cart_operations import Taken
    from kiosk.hub.database import Database
    from kiosk.hub.devices import Device
    from kiosk.hub.sent_operations import OperationResult, SentOperation

_MOST_AT_ONCE: Final = 1000
"""Operations of one transaction, unless a single submission has more."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    submission: Submission
    future: asyncio.Future[list[OperationResult]]


class CartWriter:
    """Takes operations. ``start``, ``submit`` and ``close`` are for the event loop's thread."""

    def __init__(
        self, database: Database, now_ms: Callable[[], int], changed: Callable[[Mapping[UUID, int]], None]
    ) -> None:
        """Take nothing yet.

        Args:
            database: where carts are.
            now_ms: milliseconds since 1970 in UTC.
            changed: told, in the event loop's thread, which carts have which version now.
        """
        self._database = database
        self._now_ms = now_ms
        self._changed = changed
        self._waiting: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="hub-cart-writer")
        self._loop: asyncio.AbstractEventLoop | None = None

    def start(self) -> None:
        """Begin."""
        self._loop = asyncio.get_running_loop()
        self._thread.start()

    async def submit(self, device: Device, operations: Sequence[SentOperation]) -> list[OperationResult]:
        """Take what a device sent; what became of each, in the same order, once it is committed."""
        if not operations:
            return []
        future: asyncio.Future[list[OperationResult]] = asyncio.get_running_loop().create_future()
        self._waiting.put(_Waiting(Submission(device, operations), future))
        return await future

    def close(self) -> None:
        """Take what has come, and end."""
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while group := self._next_group():
            self._take(group)

    def _next_group(self) -> list[_Waiting]:
        """What waits now, at least one; empty when it is the end."""
        first = self._waiting.get()
        if first is None:
            return []
        group, count = [first], len(first.submission.operations)
        while count < _MOST_AT_ONCE:
            try:
                following = self._waiting.get_nowait()
            except queue.Empty:
                break
            if following is None:
                self._waiting.put(None)  # for the next turn
                break
            group.append(following)
            count += len(following.submission.operations)
        return group

    def _take(self, group: list[_Waiting]) -> None:
        try:
            with self._database.writing() as connection:
                taken = take_operations(connection, [waiting.submission for waiting in group], self._now_ms())
        except Exception as error:  # noqa: BLE001 - handed to who asked
            if len(group) == 1 or isinstance(error, UNAVAILABLE):
                self._tell(self._fail, group, error)
            else:
                # One that cannot be written must not keep the others from it.
                for waiting in group:
                    self._take([waiting])
        else:
            self._tell(self._deliver, group, taken)

    def _tell(self, how: Callable[..., None], *about: object) -> None:
        if self._loop is None:
            raise RuntimeError("the writer was not started")
        self._loop.call_soon_threadsafe(how, *about)

    def _deliver(self, group: list[_Waiting], taken: Taken) -> None:
        for waiting, results in zip(group, taken.results, strict=True):
            if not waiting.future.done():  # who asked may have gone
                waiting.future.set_result(results)
        self._changed(taken.versions)

    @staticmethod
    def _fail(group: list[_Waiting], error: Exception) -> None:
        for waiting in group:
            if not waiting.future.done():
                waiting.future.set_exception(error)
