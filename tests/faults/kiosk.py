"""A kiosk's own code on a real file, that can die in the middle of a transaction and begin anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kiosk.cart.cart import merge
from kiosk.cart.views import CartState
from kiosk.local.cart_store import CartStore
from kiosk.local.database import FILE_NAME, LocalData, LocalDatabase
from kiosk.local.order_store import OrderStore
from kiosk.local.outbox import Outbox
from kiosk.orders.order import OrderKind
from kiosk.sync.errors import RefusedError
from kiosk.sync.hub_time import HubTime
from kiosk.sync.uploader import Uploader
from tests.faults.hub import DirectHub
from tests.faults.network import FaultyNetwork
from tests.kiosk.local.disks import new_id
from tests.kiosk.orders.orders import a_line, an_order
from tests.kiosk.orders.test_ready_time import STORE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from uuid import UUID

    from kiosk.cart.cart import Cart
    from kiosk.cart.editor import CartEditor
    from kiosk.cart.operation import Operation
    from kiosk.hub.devices import Device
    from kiosk.local.outbox import Parked
    from tests.faults.hub import HubProcess
    from tests.faults.proxy import Fault

_ROOM: Final = 1_000_000
_NOT_FOUND: Final = 404


class KilledError(BaseException):
    """The kiosk is no more; nothing in it may handle that."""


class _MortalDatabase(LocalDatabase):
    """Ends its process before a statement that was chosen."""

    statements_left: int | None = None

    def execute(self, sql: str, parameters: Sequence[object] | dict[str, object] = ()) -> sqlite3.Cursor:
        self._count()
        return super().execute(sql, parameters)

    def rows(self, sql: str, parameters: Sequence[object] | dict[str, object] = ()) -> list[tuple[object, ...]]:
        self._count()
        return super().rows(sql, parameters)

    def execute_many(self, sql: str, parameters: Sequence[Sequence[object]]) -> None:
        self._count()
        super().execute_many(sql, parameters)

    def _count(self) -> None:
        if self.statements_left is not None:
            self.statements_left -= 1
            if self.statements_left < 0:
                raise KilledError


class Kiosk:
    """One device that lives, dies and comes back.

    Attributes:
        device: as the hub knows it.
        skew_ms: how wrong its clock is.
    """

    def __init__(self, folder: Path, hub: HubProcess, device: Device, choose: Callable[[], Fault]) -> None:
        self.device = device
        self.skew_ms = 0
        self._folder = folder
        self._hub = hub
        self._choose = choose
        self._elapsed = 0.0
        self._last_parked = 0
        self._data = LocalData(folder)
        self._data.connect().close()
        self._open()

    def _open(self) -> None:
        self._database = _MortalDatabase(self._folder / FILE_NAME)
        time = HubTime(self._wall_ms, self._monotonic)
        self.outbox = Outbox(self._database, time.now_ms)
        self.carts = CartStore(self._database, self.outbox, time.now_ms, new_id)
        self.orders = OrderStore(self._database, self.outbox, self.carts)
        self._network = FaultyNetwork(DirectHub(self._hub, self.device, time, self._monotonic), self._choose)
        self._uploader = Uploader(self._network, self._database, self.outbox, self.carts, self.orders)

    def _monotonic(self) -> float:
        self._elapsed += 0.001
        return self._elapsed

    def _wall_ms(self) -> int:
        return self._hub.now_ms() - self._hub.skew_ms + self.skew_ms

    # --- What happens to it -------------------------------------------------------------------------------------------

    def die_in(self, statements: int) -> None:
        """Be killed before that statement of what comes."""
        self._database.statements_left = statements

    def restart(self) -> None:
        """Begin anew with what is on the disk."""
        self._database.close()
        self._open()

    def fill_disk(self) -> None:
        """No page more fits on the disk."""
        ((pages,),) = self._database.rows("PRAGMA page_count")
        self._database.execute(f"PRAGMA max_page_count = {pages}")

    def make_room(self) -> None:
        self._database.execute(f"PRAGMA max_page_count = {_ROOM}")

    def close(self) -> None:
        self._database.close()

    # --- What it does -------------------------------------------------------------------------------------------------

    def edit(self, cart: UUID, change: Callable[[CartEditor], None]) -> Sequence[Operation]:
        """The steps that are done, once they are."""
        with self.carts.editing(cart) as editor:
            change(editor)
        return editor.made

    def order(self, cart: UUID) -> None:
        """Order what is in the cart, if anything is, to be paid at the till."""
        lines = tuple(a_line(line.sku, line.quantity, line.price_seen.minor, 0) for line in self.cart(cart).lines)
        record = self.carts.record(cart)
        if lines and record is not None and record.state is CartState.OPEN:
            self.orders.place(replace(an_order(OrderKind.TILL, lines, STORE.id), cart=cart))

    def upload(self) -> bool:
        return self._uploader.upload()

    def follow(self, cart: UUID) -> bool:
        """Ask for news of a cart; whether there were any."""
        record = self.carts.record(cart)
        if record is None or not record.offered:
            return False
        try:
            news = self._network.changes(cart, record.version, 0)
        except RefusedError as error:
            if error.status != _NOT_FOUND:
                raise
            return False
        return self.carts.receive(cart, news)

    def join(self, cart: UUID) -> None:
        self.carts.join(cart, self._network.changes(cart, 0, 0))

    # --- What it has --------------------------------------------------------------------------------------------------

    def operations(self, cart: UUID) -> list[Operation]:
        return self.carts.operations(cart)

    def own(self, cart: UUID) -> Iterable[Operation]:
        """The steps on a cart that were done here."""
        ours = f"kiosk-{self._device_name()}"
        return [operation for operation in self.operations(cart) if operation.device == ours]

    def newly_parked(self) -> list[Parked]:
        """What the hub refused since this was asked last."""
        parked = [one for one in self.outbox.health().parked if one.number > self._last_parked]
        self._last_parked = max((one.number for one in parked), default=self._last_parked)
        return parked

    def cart(self, cart: UUID) -> Cart:
        return merge(self.operations(cart))

    def _device_name(self) -> str:
        rows = self._database.rows("SELECT id FROM device")
        return str(rows[0][0]).removeprefix("kiosk-") if rows else ""
