"""Devices by the digests of their tokens, remembered for moments: asked for one by one, looked up together."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from kiosk.hub.database import UNAVAILABLE
from kiosk.hub.devices import find_devices

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.hub.database import Database
    from kiosk.hub.devices import Device

_REFRESH_SECONDS: Final = 1.0

_REMEMBERED_SECONDS: Final = 3.0
"""For so long at most after the database said so a device is let in: one that was revoked meanwhile, too."""

_IDLE_SECONDS: Final = 60.0
"""Who has not asked for so long is not looked up again."""

_MOST_REMEMBERED: Final = 4096


class DeviceDirectory:
    """Knows devices by their tokens' digests. For the event loop's thread.

    Hundreds of kiosks ask several times a second, each of which the database may be asked about every few moments: one
    look at it tells about all of them.
    """

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        """Know nobody yet; ``clock`` counts seconds and never runs backwards."""
        self._database = database
        self._clock = clock
        self._known: dict[bytes, tuple[Device, float]] = {}  # and when that was so; who asked last comes last
        self._asked: dict[bytes, float] = {}  # when each of them asked last
        self._wanted: dict[bytes, asyncio.Future[Device | None]] = {}
        self._looking: asyncio.Task[None] | None = None

    async def find(self, token_hash: bytes) -> Device | None:
        """The device whose token has this digest, revoked or not."""
        device, at = self._known.get(token_hash, (None, 0.0))
        now = self._clock()
        if device is None or now - at > _REMEMBERED_SECONDS:
            device = await self._look_up(token_hash)
        if device is not None:
            self._asked.pop(token_hash, None)
            self._asked[token_hash] = now
        return device

    async def run(self) -> None:
        """Look again at those that ask, once a second, until cancelled."""
        while True:
            await asyncio.sleep(_REFRESH_SECONDS)
            self._forget()
            if self._known:
                try:
                    await self._look(list(self._known))
                except UNAVAILABLE:
                    continue  # what is known is soon too old, and who asks is told then

    async def _look_up(self, token_hash: bytes) -> Device | None:
        if token_hash not in self._wanted:
            self._wanted[token_hash] = asyncio.get_running_loop().create_future()
        found = self._wanted[token_hash]
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._serve())
        return await asyncio.shield(found)

    async def _serve(self) -> None:
        """Look up who is wanted; who is wanted meanwhile is looked up next, together."""
        while self._wanted:
            wanted, self._wanted = self._wanted, {}
            try:
                await self._look(list(wanted))
            except Exception as error:  # noqa: BLE001 - handed to who asked
                for future in wanted.values():
                    future.set_exception(error)
            else:
                for token_hash, future in wanted.items():
                    future.set_result(self._known.get(token_hash, (None, 0.0))[0])

    async def _look(self, hashes: list[bytes]) -> None:
        now = self._clock()
        found = await self._database.read(find_devices, hashes)
        for token_hash in hashes:
            self._known.pop(token_hash, None)
            if token_hash in found:
                self._known[token_hash] = (found[token_hash], now)

    def _forget(self) -> None:
        """Forget who has not asked for long, and of very many those who asked first."""
        since = self._clock() - _IDLE_SECONDS
        recent = [token_hash for token_hash, at in self._asked.items() if at > since][-_MOST_REMEMBERED:]
        self._asked = {token_hash: self._asked[token_hash] for token_hash in recent}
        self._known = {token_hash: known for token_hash, known in self._known.items() if token_hash in self._asked}
