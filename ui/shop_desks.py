"""The desks of a kiosk's shop, put together: what keeps the cart, and what asks the hub."""

from __future__ import annotations

import logging
import time
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from kiosk.hub.errors import HubError
from kiosk.hub_counter import no_hub
from kiosk.local.catalogue_database import CatalogueData
from kiosk.local.database import LocalData
from kiosk.local.errors import ClosedCartError, LocalDataError
from kiosk.orders.order import OrderError
from kiosk.sync.hub_time import HubTime
from kiosk.wall_clock import wall_ms
from ui.desk import Desk
from ui.front import Desks
from ui.hub_link import HubLink

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from kiosk.catalogue import Catalogue, Product, Variant
    from kiosk.hub_address import HubAddress
    from kiosk.hub_counter import HubCounter
    from kiosk.local.database import LocalDatabase
    from kiosk.shop_reader import ShopReader
    from kiosk.shopping import Shopping

_LOG: Final = logging.getLogger(__name__)

SHOPPING_TROUBLES: Final = (LocalDataError, ClosedCartError, OrderError)
COUNTER_TROUBLES: Final = (HubError, LocalDataError, OrderError)
"""The environment's errors of each desk."""


@dataclass(frozen=True, slots=True)
class ShopDesks:
    """What the shop of a kiosk runs on.

    Attributes:
        desks: whom the view models ask.
        link: the way to the hub; None where the shop has none.
    """

    desks: Desks
    link: HubLink | None


class DiskArticles:
    """The articles on the kiosk's disk, for the thread that asks; one is found within two milliseconds."""

    def __init__(self, data: CatalogueData) -> None:
        """Open nothing before the first question."""
        self._data = data
        self._database: LocalDatabase | None = None

    def by_gtin(self, gtin: str) -> tuple[Product, Variant] | None:
        """The variant with these 13 digits and its product; None when the shop does not sell it, or nobody can tell."""
        from kiosk.local.catalogue_store import CatalogueStore  # noqa: PLC0415 - not before it is needed

        try:
            if self._database is None:
                self._database = self._data.connect()
            return CatalogueStore(self._database).by_gtin(gtin)
        except LocalDataError as error:
            _LOG.warning("an article could not be looked up: %s", error)
            return None

    def close(self) -> None:
        """Close the connection."""
        if self._database is not None:
            self._database.close()


@contextmanager
def shop_desks(folder: Path, catalogue: Catalogue, find_hub: Callable[[], HubAddress] | None) -> Iterator[ShopDesks]:
    """Three threads and the way to the hub, which begin with their first errands and end when this is left.

    Args:
        folder: where the kiosk keeps its own data.
        catalogue: what is sold.
        find_hub: tells where the hub is; None where there is none.
    """

    def begin(database: LocalDatabase) -> None:
        from kiosk.shop_opening import sample_seed  # noqa: PLC0415 - not before it is needed
        from kiosk.shop_reader import sow  # noqa: PLC0415 - the same

        sow(database, sample_seed(catalogue))

    local = LocalData(folder)
    hub_time = HubTime(wall_ms, time.monotonic)
    data = CatalogueData(folder, begin)
    link = None if find_hub is None else HubLink(local, data, find_hub, hub_time)

    @contextmanager
    def open_shopping() -> Iterator[Shopping]:
        # Their libraries take a fifth of a second, which the first picture does not wait for.
        from kiosk import local_shop, shop_opening  # noqa: PLC0415

        wake = (lambda: None) if link is None else link.wake
        with closing(data.connect()) as goods:
            shop = local_shop.LocalShop(goods)
            with shop_opening.open_shopping(local, shop, hub_time.now_ms, datetime.now, wake) as shopping:
                yield shopping

    @contextmanager
    def open_reader() -> Iterator[ShopReader]:
        from kiosk.shop_reader import ShopReader  # noqa: PLC0415 - the same

        with closing(data.connect()) as goods:
            yield ShopReader(goods)

    def open_counter() -> AbstractContextManager[HubCounter]:
        return nullcontext(no_hub()) if link is None else link.open()

    with (
        Desk("desk", open_shopping, SHOPPING_TROUBLES) as shopping,
        Desk("counter", open_counter, COUNTER_TROUBLES) as counter,
        closing(DiskArticles(data)) as articles,
        Desk("shop", open_reader, (LocalDataError,)) as shop,
    ):
        yield ShopDesks(Desks(shopping, counter, shop, articles), link)
