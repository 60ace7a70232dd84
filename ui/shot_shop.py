"""The shop of the pictures: a cart on a disk of its own, and a hub that answers what the picture needs."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Generic

from uuid6 import uuid7

from kiosk.catalogue_files import load_catalogue
from kiosk.handoff import HandoffLink
from kiosk.hub.errors import HubError
from kiosk.hub_counter import HubCounter
from kiosk.local.catalogue_database import CatalogueData
from kiosk.local.database import LocalData
from kiosk.money import Money
from kiosk.orders.order import OrderKind, OrderState, OrderStatus, OrderStep
from kiosk.scanned import CatalogueArticles
from kiosk.settings import Settings
from kiosk.shop_opening import open_shopping, sample_seed, sample_shop
from kiosk.shop_reader import ShopReader, sow
from ui.desk import Result, Tool
from ui.front import Desks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from kiosk.catalogue import Catalogue
    from kiosk.handoff import JoinedCart

_LINK: Final = "https://shop.example.com/c/ThisIsOnlyAnExample000"
_LINK_SECONDS: Final = 300
_NOON_MS: Final = 1_795_168_800_000
_HOUR_MS: Final = 3_600_000


class _SpotDesk(Generic[Tool]):
    """Does everything on the spot, so that a picture need not wait for it."""

    def __init__(self, tool: Tool) -> None:
        self._tool = tool

    def do(
        self, work: Callable[[Tool], Result], then: Callable[[Result], None], trouble: Callable[[str], None]
    ) -> None:
        try:
            result = work(self._tool)
        except HubError as error:
            trouble(str(error))
        else:
            then(result)


class ShotCounter:
    """The hub's counter of the pictures.

    Attributes:
        works: whether the hub answers.
    """

    def __init__(self) -> None:
        """Open."""
        self.works = True

    def hand_over(self, cart: UUID) -> HandoffLink:
        """Give the same link for every cart."""
        del cart
        if not self.works:
            raise HubError("the hub cannot be reached in time")
        return HandoffLink(_LINK, _LINK_SECONDS)

    def read_code(self, text: str) -> None:
        """Know no code."""
        del text

    def redeem(self, code: str) -> JoinedCart:
        """Know no cart."""
        raise HubError(f"nobody has {code}")

    def page(self, code: str) -> str:
        """Tell where the page of an order would be."""
        return f"https://shop.example.com/o/{code}"

    def track(self, typed: str) -> OrderStatus | None:
        """Know an order of this code that is ready to be fetched."""
        if not self.works:
            raise HubError("the hub cannot be reached in time")
        price, states = Money(6600, "EUR"), (OrderState.PLACED, OrderState.PREPARING, OrderState.READY)
        steps = tuple(OrderStep(state, _NOON_MS + hour * _HOUR_MS) for hour, state in enumerate(states))
        return OrderStatus(
            uuid7(), typed, OrderKind.COLLECT, "athens-ermou", states[-1], price, price, _NOON_MS, (), steps
        )

    def lease(self, cart: UUID, order: UUID) -> bool:
        """Keep every cart from being paid elsewhere."""
        del cart, order
        return True

    def release(self, cart: UUID) -> None:
        """Keep none any more."""
        del cart


def _at_noon(zone: ZoneInfo) -> datetime:
    return datetime(2026, 11, 20, 12, tzinfo=zone)


@dataclass(frozen=True, slots=True)
class ShotShop:
    """What there is to buy and where it is kept."""

    catalogue: Catalogue
    desks: Desks
    counter: ShotCounter


def _shop_data(folder: Path, catalogue: Catalogue) -> CatalogueData:
    return CatalogueData(folder, lambda database: sow(database, sample_seed(catalogue)))


@contextmanager
def open_shot_shop() -> Iterator[ShotShop]:
    """The sample shop, of whose carts nothing is left when this is."""
    catalogue = load_catalogue(Settings().catalogue)
    counter = ShotCounter()
    shop = sample_shop(catalogue)
    with (
        TemporaryDirectory(prefix="vitrine-") as folder,
        open_shopping(LocalData(Path(folder)), lambda: shop, lambda: _NOON_MS, _at_noon, lambda: None) as shopping,
        closing(_shop_data(Path(folder), catalogue).connect()) as shop_database,
    ):
        desks = Desks(
            _SpotDesk(shopping),
            _SpotDesk(HubCounter(counter, counter)),
            _SpotDesk(ShopReader(shop_database)),
            CatalogueArticles(catalogue),
        )
        yield ShotShop(catalogue, desks, counter)
