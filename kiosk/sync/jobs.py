"""The two things that the kiosk does with the hub at the same time: tell it what is new here, and hear from it."""

from __future__ import annotations

import logging
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, Protocol

from kiosk.hub.errors import HubError
from kiosk.sync.errors import RefusedError, StrangerError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from kiosk.local.cart_store import CartStore
    from kiosk.local.database import LocalDatabase
    from kiosk.sync.hub import Hub
    from kiosk.sync.uploader import Uploader

_IDLE_S: Final = 60.0
_POLL_S: Final = 3.0
"""How long one question about a cart waits at the hub. A network that goes in between takes the answer with it, so that
this is also how long a device may be behind after the network is back."""

_SHORT_POLL_S: Final = 1.0
_UNKNOWN_S: Final = 1.0
_LOG: Final = logging.getLogger(__name__)


class Refresher(Protocol):
    """Brings something of the shop's to the kiosk: its products, its stock, its offers."""

    def refresh(self) -> float:
        """Bring some of it, a page at most, and give after how many seconds to be called again.

        Raises:
            HubError: the hub did not give it.
            LocalDataError: it cannot be kept.
        """


class UploadJob:
    """Upload goes before download: the outbox is emptied, then each refresher has its turn when it is due."""

    def __init__(
        self,
        database: LocalDatabase,
        uploader: Uploader,
        refreshers: Sequence[Refresher],
        interrupt: Callable[[], None],
        sent: Callable[[], None],
    ) -> None:
        """Do nothing yet.

        Args:
            database: where the outbox is.
            uploader: empties it.
            refreshers: in the order in which they matter; each is called once the job begins.
            interrupt: cuts off the question that is under way.
            sent: is told when the hub has got something.
        """
        self._database = database
        self._uploader = uploader
        self._due = dict.fromkeys(refreshers, 0.0)
        self._sent = sent
        self.interrupt = interrupt

    def turn(self) -> float:
        """Send all that waits, or else bring the next piece that is due."""
        is_new = False
        while self._uploader.upload():
            is_new = True
            self._sent()
        if is_new:
            self._database.scrub()
        refresher = min(self._due, key=self._due.__getitem__, default=None)
        if refresher is None:
            return _IDLE_S
        if self._due[refresher] <= time.monotonic():
            self._due[refresher] = time.monotonic() + self._refresh(refresher)
        return min(max(0.0, min(self._due.values()) - time.monotonic()), _IDLE_S)

    @staticmethod
    def _refresh(refresher: Refresher) -> float:
        try:
            return refresher.refresh()
        except (UnreachableError, StrangerError):
            raise
        except HubError as error:
            # One thing that the hub does not give keeps nothing else from coming and going.
            _LOG.warning("the hub does not give %s: %s", type(refresher).__name__, error)
            return _IDLE_S


class FollowJob:
    """Waits at the hub for what other devices do to this kiosk's carts."""

    def __init__(
        self, hub: Hub, carts: CartStore, interrupt: Callable[[], None], changed: Callable[[UUID], None]
    ) -> None:
        """Do nothing yet.

        Args:
            hub: is asked.
            carts: where what it tells is kept.
            interrupt: cuts off the question that is under way.
            changed: is told of each cart that is not as it was.
        """
        self._hub = hub
        self._carts = carts
        self._changed = changed
        self.interrupt = interrupt

    def turn(self) -> float:
        """Ask once about each cart that the hub has."""
        carts = self._carts.followed()
        if not carts:
            return _IDLE_S
        return max(self._follow(cart, _POLL_S if len(carts) == 1 else _SHORT_POLL_S) for cart in carts)

    def _follow(self, cart: UUID, wait_s: float) -> float:
        record = self._carts.record(cart)
        if record is None:
            return 0.0
        asked = time.monotonic()
        try:
            news = self._hub.changes(cart, record.version, wait_s)
        except RefusedError as error:
            if error.status != HTTPStatus.NOT_FOUND:
                raise
            return _UNKNOWN_S  # Its first step is under way.
        if self._carts.receive(cart, news):
            self._changed(cart)
            return 0.0
        # A hub that does not wait is not asked without end.
        return 0.0 if time.monotonic() - asked > wait_s / 2 else _UNKNOWN_S
