"""The shop of the pictures: a cart on a disk of its own, and a hub that answers what the picture needs."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Generic

from kiosk.browsing import open_shop
from kiosk.catalogue_files import load_catalogue
from kiosk.handoff import HandoffLink
from kiosk.hub.errors import HubError
from kiosk.local.database import LocalData
from kiosk.settings import Settings
from kiosk.shop_opening import open_shopping
from kiosk.store_files import SAMPLE_STOCK, SAMPLE_STORES, load_stock, load_stores
from ui.desk import Result, Tool
from ui.front import Desks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from kiosk.catalogue import Catalogue
    from kiosk.handoff import JoinedCart

_LINK: Final = "https://shop.example.com/c/ThisIsOnlyAnExample000"
_LINK_SECONDS: Final = 300


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


@dataclass(frozen=True, slots=True)
class ShotShop:
    """What there is to buy and where it is kept."""

    catalogue: Catalogue
    desks: Desks
    counter: ShotCounter


@contextmanager
def open_shot_shop() -> Iterator[ShotShop]:
    """The sample shop, of whose carts nothing is left when this is."""
    catalogue = load_catalogue(Settings().catalogue)
    counter = ShotCounter()
    stores = load_stores(SAMPLE_STORES)
    skus = [variant.sku for product in catalogue.products for variant in product.variants]
    stock = load_stock(SAMPLE_STOCK, [store.id for store in stores], skus)
    with (
        TemporaryDirectory(prefix="vitrine-") as folder,
        open_shopping(LocalData(Path(folder)), catalogue, stores[0], lambda: None) as shopping,
        open_shop(Path(folder), sample_seed(catalogue)) as reader,
    ):
        yield ShotShop(catalogue, Desks(_SpotDesk(shopping), _SpotDesk(counter), _SpotDesk(reader)), counter)
