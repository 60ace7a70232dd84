"""What a kiosk's shop is made of, put together on the thread that works with it."""

from __future__ import annotations

import time
from contextlib import closing, contextmanager
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from uuid6 import uuid7

from kiosk.local.cart_store import CartStore
from kiosk.local.outbox import Outbox
from kiosk.offers.facts import Context
from kiosk.offers.store_prices import StorePrices
from kiosk.shopping import Shop, Shopping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.catalogue import Catalogue
    from kiosk.local.database import LocalData
    from kiosk.stores import Store


def wall_ms() -> int:
    """This machine's clock, milliseconds since 1970 in UTC."""
    return time.time_ns() // 1_000_000


@contextmanager
def open_shopping(local: LocalData, catalogue: Catalogue, store: Store, wake: Callable[[], None]) -> Iterator[Shopping]:
    """The cart's keeper for the thread that asks, until it leaves.

    Args:
        local: the kiosk's own data.
        catalogue: what is sold.
        store: where the kiosk is.
        wake: says that there is something for the hub.

    Raises:
        LocalDataError: the kiosk's own data cannot be had.
    """
    zone = ZoneInfo(store.timezone)
    currency = catalogue.products[0].price.currency
    shop = Shop(catalogue, StorePrices(catalogue, store.tax, currency), ())
    with closing(local.connect()) as database:
        outbox = Outbox(database, wall_ms)
        carts = CartStore(database, outbox, wall_ms, uuid7)
        yield Shopping(
            database, carts, outbox, lambda: shop, lambda: Context(store.id, datetime.now(zone)), uuid7, wake
        )
