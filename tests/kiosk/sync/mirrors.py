"""Kiosks without a screen, and a hub that can be taken away, for tests."""

from __future__ import annotations

import time
from contextlib import ExitStack, closing
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any, Final

from kiosk.cart.cart import Cart, merge
from kiosk.hub.app import Clocks, HubLimits, build_hub
from kiosk.hub.cart_state import add_member
from kiosk.hub.devices import revoke_device
from kiosk.hub.server import configure
from kiosk.hub_address import HubAddress
from kiosk.local.database import LocalData
from kiosk.sync.hub_time import HubTime
from kiosk.sync.service import HubSync, Kiosk, Listeners
from tests.kiosk.hub.conftest import admit, serving
from tests.kiosk.local.disks import PRICE, Disk, new_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Self
    from uuid import UUID

    from kiosk.hub.database import Database
    from kiosk.hub.devices import Device
    from kiosk.sync.status import LinkState, SyncStatus

PATIENCE: Final = 10.0
NOBODY: Final = 9
"""A port on which nothing listens."""


class StoppableHub:
    """A hub in a thread, which goes and comes back with its database, elsewhere each time. A context."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.port = NOBODY
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        clocks = Clocks(time.monotonic, lambda: time.time_ns() // 1_000_000)
        app = build_hub(self.database, HubLimits(device_per_minute=1e6, device_burst=10_000), clocks)
        _, self.port = self._stack.enter_context(serving(configure(app)))

    def stop(self) -> None:
        self.port = NOBODY
        self._stack.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def revoke(self, name: str) -> None:
        with self.database.writing() as connection:
            revoke_device(connection, name, 0)

    def let_in(self, cart: UUID, device: Device) -> None:
        """As redeeming a hand-off does."""
        with self.database.writing() as connection:
            add_member(connection, cart, device.id, 0)


class Mirror:
    """A kiosk: its disk, what sends it, and what it was told. A context.

    Attributes:
        device, token: as the hub knows it.
        disk: of the test's own thread.
        statuses, carts: what it was told, in order.
    """

    def __init__(self, folder: Path, hub: StoppableHub, name: str, port: Callable[[], int] | None = None) -> None:
        """Know the hub by ``port``, where that is not its own."""
        self.hub = hub
        self.device, self.token = admit(hub.database, name)
        self.statuses: Queue[SyncStatus] = Queue()
        self.carts: Queue[UUID] = Queue()
        self._sent: Queue[None] = Queue()
        self._folder = folder
        self._stack = ExitStack()
        data = LocalData(folder)
        self._data = data

        def find_hub() -> HubAddress:
            url = hub.url if port is None else f"http://127.0.0.1:{port()}"
            return HubAddress(url, url, self.token)

        self.time = HubTime(lambda: time.time_ns() // 1_000_000, time.monotonic)
        self.sync = HubSync(
            Kiosk(
                data=data,
                find_hub=find_hub,
                hub_time=self.time,
                wall_ms=lambda: time.time_ns() // 1_000_000,
                new_id=new_id,
                refreshers=lambda _database, _connection: [],
            ),
            Listeners(self.statuses.put, self.carts.put, lambda: self._sent.put(None)),
        )

    def __enter__(self) -> Self:
        self.disk = Disk(self._folder, self._data, self._stack.enter_context(closing(self._data.connect())))
        self._stack.enter_context(self.sync)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def add(self, cart: UUID, sku: str = "rouge-01", quantity: int = 1) -> None:
        with self.disk.carts.editing(cart) as editor:
            editor.add(sku, quantity, PRICE)
        self.sync.wake()

    def remove(self, cart: UUID, sku: str = "rouge-01") -> None:
        with self.disk.carts.editing(cart) as editor:
            editor.remove(sku)
        self.sync.wake()

    def cart(self, cart: UUID) -> Cart:
        return merge(self.disk.carts.operations(cart))

    def quantities(self, cart: UUID) -> dict[str, int]:
        return {line.sku: line.quantity for line in self.cart(cart).lines}

    def await_sent(self) -> None:
        """Until nothing waits."""
        self._await(lambda: self.disk.outbox.health().unsent == 0, self._sent)

    def await_quantities(self, cart: UUID, wanted: dict[str, int]) -> None:
        self._await(lambda: self.quantities(cart) == wanted, self.carts)

    def await_state(self, state: LinkState) -> SyncStatus:
        self._await(lambda: self.sync.status.state is state, self.statuses)
        return self.sync.status

    @staticmethod
    def _await(is_so: Callable[[], bool], told: Queue[Any]) -> None:
        """Look again whenever something is told."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            left = end - time.monotonic()
            assert left > 0, "it never came"
            try:
                told.get(timeout=left)
            except Empty:
                continue
