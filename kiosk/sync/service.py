"""All that goes on between one kiosk and the hub, as one thing with a beginning and an end."""

from __future__ import annotations

from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.local.cart_store import CartStore
from kiosk.local.order_store import OrderStore
from kiosk.local.outbox import Outbox
from kiosk.sync.http import HubConnection
from kiosk.sync.hub import HttpHub
from kiosk.sync.jobs import FollowJob, UploadJob
from kiosk.sync.status import LinkState, StatusBoard
from kiosk.sync.turns import Turns
from kiosk.sync.uploader import Uploader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Self
    from uuid import UUID

    from kiosk.hub.errors import HubError
    from kiosk.hub_address import HubAddress
    from kiosk.local.database import LocalData, LocalDatabase
    from kiosk.local.errors import LocalDataError
    from kiosk.sync.hub_time import HubTime
    from kiosk.sync.jobs import Refresher
    from kiosk.sync.status import SyncStatus


@dataclass(frozen=True, slots=True)
class Kiosk:
    """What the kiosk has that its way to the hub needs.

    Attributes:
        data: its own database.
        find_hub: tells where the hub is, each time; may raise ``HubError``.
        hub_time: what o'clock it is at the hub.
        wall_ms: the machine's clock, milliseconds since 1970 in UTC.
        new_id: gives UUIDv7s.
        refreshers: given this way's connections, makes what brings the shop's things to the kiosk.
    """

    data: LocalData
    find_hub: Callable[[], HubAddress]
    hub_time: HubTime
    wall_ms: Callable[[], int]
    new_id: Callable[[], UUID]
    refreshers: Callable[[LocalDatabase, HubConnection], Sequence[Refresher]]


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who is told what happens, on whatever thread it happens.

    Attributes:
        status: how the way to the hub is, whenever that changes.
        cart: a cart that another device, or the hub, changed.
        sent: the hub has got something that waited.
    """

    status: Callable[[SyncStatus], None]
    cart: Callable[[UUID], None]
    sent: Callable[[], None]


class HubSync:
    """Keeps a kiosk and the hub together, from its entry as a context to its end. Its methods are for any thread."""

    def __init__(self, kiosk: Kiosk, listeners: Listeners) -> None:
        """Do nothing yet."""
        self._kiosk = kiosk
        self._listeners = listeners
        self._board = StatusBoard(lambda: kiosk.hub_time.heard_ms, listeners.status)
        self._uploads = Turns("sync", self._open_uploads, self._uploads_went)
        self._follows = Turns("sync, carts", self._open_follows, self._follows_went)
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        """Begin."""
        self._stack.enter_context(self._uploads)
        self._stack.enter_context(self._follows)
        return self

    def __exit__(self, *_: object) -> None:
        """End; what was not sent waits on the disk."""
        self._stack.close()

    @property
    def status(self) -> SyncStatus:
        """How the way to the hub is."""
        return self._board.status

    def wake(self) -> None:
        """Something was put in the outbox, or a cart was joined."""
        self._uploads.wake()
        self._follows.wake()

    @contextmanager
    def _open_uploads(self) -> Iterator[UploadJob]:
        with self._connections() as (database, outbox, carts, connection):
            hub = HttpHub(connection, self._kiosk.hub_time)
            uploader = Uploader(hub, database, outbox, carts, OrderStore(database, outbox, carts))
            refreshers = self._kiosk.refreshers(database, connection)
            yield UploadJob(database, uploader, refreshers, connection.interrupt, self._sent)

    @contextmanager
    def _open_follows(self) -> Iterator[FollowJob]:
        with self._connections() as (_, _, carts, connection):
            hub = HttpHub(connection, self._kiosk.hub_time)
            yield FollowJob(hub, carts, connection.interrupt, self._listeners.cart)

    @contextmanager
    def _connections(self) -> Iterator[tuple[LocalDatabase, Outbox, CartStore, HubConnection]]:
        """A thread's own."""
        kiosk = self._kiosk
        with ExitStack() as stack:
            database = stack.enter_context(closing(kiosk.data.connect()))
            connection = stack.enter_context(closing(HubConnection(kiosk.find_hub, kiosk.hub_time)))
            outbox = Outbox(database, kiosk.wall_ms)
            yield database, outbox, CartStore(database, outbox, kiosk.hub_time.now_ms, kiosk.new_id), connection

    def _sent(self) -> None:
        # There may be a cart now of which the hub has news.
        self._follows.wake()
        self._listeners.sent()

    def _uploads_went(self, error: HubError | LocalDataError | None) -> None:
        was_away = self.status.state is LinkState.OFFLINE
        self._board.note("uploads", error)
        if was_away and error is None:
            # What it waits for may have been answered into the gap.
            self._follows.hurry()

    def _follows_went(self, error: HubError | LocalDataError | None) -> None:
        self._board.note("follows", error)
