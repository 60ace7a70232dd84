"""Waiting for carts to change, in whichever process of the hub that happens."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from kiosk.hub.cart_state import versions_of
from kiosk.hub.database import UNAVAILABLE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from kiosk.hub.database import Database

_LOOK_SECONDS: Final = 0.2

_MOST_WAITING: Final = 64
"""For one cart: two pages on each device that may have a part in it. Who waits besides is not let hold a connection."""

_NEVER: Final = 2**31
"""Later than any version."""


class CartWatch:
    """Wakes who waits for a cart, by one look at the database for all. For the event loop's thread."""

    def __init__(self, database: Database) -> None:
        """Watch nothing yet."""
        self._database = database
        self._waiting: dict[UUID, set[tuple[int, asyncio.Event]]] = {}
        self._is_closed = False

    async def run(self) -> None:
        """Look for what other processes changed, until cancelled."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            if self._waiting:
                await self._look()

    def changed(self, versions: Mapping[UUID, int]) -> None:
        """Wake who waits for one of these carts and knows an earlier version."""
        for cart, version in versions.items():
            for known, event in self._waiting.get(cart, ()):
                if version > known:
                    event.set()

    async def wait(self, cart: UUID, version: int, seconds: float) -> None:
        """Wait until the cart has a later version, it is there no more, or the time is over; not where many wait."""
        if self._is_closed or len(self._waiting.get(cart, ())) >= _MOST_WAITING:
            return
        waiting = (version, asyncio.Event())
        self._waiting.setdefault(cart, set()).add(waiting)
        try:
            async with asyncio.timeout(seconds):
                await waiting[1].wait()
        except TimeoutError:
            pass
        finally:
            self._waiting[cart].discard(waiting)
            if not self._waiting[cart]:
                del self._waiting[cart]

    def close(self) -> None:
        """Let nobody wait any more."""
        self._is_closed = True
        self.changed(dict.fromkeys(self._waiting, _NEVER))

    async def _look(self) -> None:
        watched = list(self._waiting)
        try:
            versions = await self._database.read(versions_of, watched)
        except UNAVAILABLE:
            versions = {}  # they ask the database themselves, and say so
        self.changed({cart: versions.get(cart, _NEVER) for cart in watched})
