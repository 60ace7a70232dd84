"""The way to the hub as the screen sees it: what goes on there by itself, and what a shopper waits for."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.wall_clock import wall_ms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kiosk.hub_address import HubAddress
    from kiosk.hub_counter import HubCounter
    from kiosk.local.catalogue_database import CatalogueData
    from kiosk.local.database import LocalData, LocalDatabase
    from kiosk.sync.http import HubConnection
    from kiosk.sync.hub_time import HubTime
    from kiosk.sync.jobs import Refresher
    from kiosk.sync.service import HubSync


class HubLink(QObject):
    """Keeps the kiosk and the hub together as long as its counter is open.

    Signals:
        cartChanged: another device, or the hub, did something to a cart of this kiosk.
        sent: the hub has got something that waited, or has told what became of it.
        statusChanged: the way to the hub is another, a ``SyncStatus``.
    """

    cartChanged = Signal()
    sent = Signal()
    statusChanged = Signal(object)

    def __init__(
        self, local: LocalData, goods: CatalogueData, find_hub: Callable[[], HubAddress], hub_time: HubTime
    ) -> None:
        """Do nothing yet.

        Args:
            local: the kiosk's own data, in which waits what the hub does not have.
            goods: the shop's data, as the hub has them.
            find_hub: tells where the hub is, each time, and may start it; may raise ``HubError``.
            hub_time: learns what o'clock it is at the hub.
        """
        super().__init__()
        self._local = local
        self._goods = goods
        self._find_hub = find_hub
        self._hub_time = hub_time
        self._sync: HubSync | None = None

    def wake(self) -> None:
        """There is something for the hub; before the counter is open, it is found when it is. For any thread."""
        sync = self._sync
        if sync is not None:
            sync.wake()

    @contextmanager
    def open(self) -> Iterator[HubCounter]:
        """The counter, for the thread that asks, until it leaves."""
        # Their libraries take a fifth of a second, which the first picture does not wait for.
        from uuid6 import uuid7  # noqa: PLC0415

        from kiosk.handoff import HandoffCounter  # noqa: PLC0415
        from kiosk.hub_counter import HubCounter  # noqa: PLC0415
        from kiosk.local.payment_store import PaymentStore  # noqa: PLC0415
        from kiosk.orders.cashier import Cashier  # noqa: PLC0415
        from kiosk.sync.http import HubConnection  # noqa: PLC0415
        from kiosk.sync.hub import HttpHub  # noqa: PLC0415
        from kiosk.sync.hub_orders import HubOrders, PayAtTill  # noqa: PLC0415
        from kiosk.sync.payment_watch import PaymentWatch  # noqa: PLC0415
        from kiosk.sync.service import HubSync, Kiosk, Listeners  # noqa: PLC0415
        from kiosk.sync.shop_refresh import shop_refreshers  # noqa: PLC0415

        def refreshers(database: LocalDatabase, connection: HubConnection) -> Sequence[Refresher]:
            book = PaymentStore(database)
            cashier = Cashier(book, PayAtTill(HubOrders(connection)), uuid7)
            payments = PaymentWatch(book, cashier, self.sent.emit)
            return [payments, *shop_refreshers(self._goods, connection, self._hub_time.now_ms)]

        kiosk = Kiosk(self._local, self._find_hub, self._hub_time, wall_ms, uuid7, refreshers)
        listeners = Listeners(self.statusChanged.emit, lambda _cart: self.cartChanged.emit(), self.sent.emit)
        with (
            HubSync(kiosk, listeners) as self._sync,
            closing(HubConnection(self._find_hub, self._hub_time)) as connection,
        ):
            hub = HttpHub(connection, self._hub_time)
            yield HubCounter(HandoffCounter(connection, hub), HubOrders(connection))
