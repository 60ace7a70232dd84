"""A kiosk with the sample shop, a clock that is set by hand, and no camera."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.catalogue_files import load_catalogue
from kiosk.hub.errors import HubError
from kiosk.hub_counter import HubCounter
from kiosk.local.database import LocalData
from kiosk.local.errors import ClosedCartError, LocalDataError
from kiosk.looks import load_bundled_looks
from kiosk.orders.order import OrderError
from kiosk.scanned import CatalogueArticles
from kiosk.settings import Settings
from kiosk.shop_opening import open_shopping, sample_shop
from tests.kiosk.sample_shop import open_sample_shop
from tests.ui.stage import Clock, Counter, Post, SameThreadDesk, Stage, Worker
from ui.fonts import install_fonts
from ui.front import Desks, Front, build_kiosk
from ui.picture import PictureFeed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from kiosk.catalogue import Catalogue
    from kiosk.looks import BundledLook
    from kiosk.shop_reader import ShopReader
    from kiosk.shopping import Shopping
    from ui.models.kiosk import Kiosk


NOON_MS: Final = 1_795_168_800_000


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(Settings().catalogue)


@pytest.fixture(scope="session")
def looks() -> tuple[BundledLook, ...]:
    return load_bundled_looks()


@pytest.fixture(scope="session")
def fonts(qapp: QGuiApplication) -> None:
    install_fonts()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def worker() -> Worker:
    return Worker()


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def feed(qapp: QGuiApplication) -> PictureFeed:
    return PictureFeed()


@pytest.fixture
def shopping(catalogue: Catalogue, tmp_path: Path) -> Iterator[Shopping]:
    """A cart on a disk of its own, in the first of the sample stores, on a Friday at noon."""
    shop = replace(sample_shop(catalogue), offers=())
    with open_shopping(LocalData(tmp_path), lambda: shop, lambda: NOON_MS, at_noon, lambda: None) as shopping:
        yield shopping


def at_noon(zone: ZoneInfo) -> datetime:
    """What the clock shows there, whatever the day."""
    return datetime(2026, 11, 20, 12, tzinfo=zone)


@pytest.fixture
def counter() -> Counter:
    return Counter()


@pytest.fixture(scope="session")
def shop_folder(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample shop as a kiosk has it on its disk, to be read only."""
    folder = tmp_path_factory.mktemp("shop")
    with open_sample_shop(folder, catalogue):
        return folder


@pytest.fixture
def reader(catalogue: Catalogue, shop_folder: Path) -> Iterator[ShopReader]:
    """Who knows that shop, in the first of the sample stores."""
    with open_sample_shop(shop_folder, catalogue) as reader:
        yield reader


@pytest.fixture
def desks(shopping: Shopping, counter: Counter, reader: ShopReader, catalogue: Catalogue) -> Desks:
    return Desks(
        shopping=SameThreadDesk(shopping, (LocalDataError, ClosedCartError, OrderError)),
        counter=SameThreadDesk(HubCounter(counter, counter), (HubError, OrderError)),
        shop=SameThreadDesk(reader, (LocalDataError,)),
        articles=CatalogueArticles(catalogue),
    )


@pytest.fixture
def kiosk(
    catalogue: Catalogue,
    looks: tuple[BundledLook, ...],
    feed: PictureFeed,
    worker: Worker,
    clock: Clock,
    post: Post,
    desks: Desks,
) -> Iterator[Kiosk]:
    kiosk = build_kiosk(Settings(), catalogue, looks, feed, worker.send, clock, post=post, desks=desks)
    yield kiosk
    kiosk.language.reset()
    kiosk.close()


@pytest.fixture
def stage(
    kiosk: Kiosk, feed: PictureFeed, worker: Worker, clock: Clock, post: Post, counter: Counter, fonts: None
) -> Iterator[Stage]:
    with on_stage(kiosk, feed, worker, clock, post, counter) as stage:
        yield stage


@pytest.fixture
def hubless(
    catalogue: Catalogue,
    looks: tuple[BundledLook, ...],
    feed: PictureFeed,
    worker: Worker,
    clock: Clock,
    post: Post,
    desks: Desks,
    counter: Counter,
    fonts: None,
) -> Iterator[Stage]:
    """A kiosk of a shop without a hub."""
    kiosk = build_kiosk(Settings(), catalogue, looks, feed, worker.send, clock, post=None, desks=desks)
    with on_stage(kiosk, feed, worker, clock, post, counter) as stage:
        yield stage
    kiosk.close()


@contextmanager
def on_stage(
    kiosk: Kiosk, feed: PictureFeed, worker: Worker, clock: Clock, post: Post, counter: Counter
) -> Iterator[Stage]:
    """The window of this kiosk."""
    front = Front(kiosk, still=True)
    front.window.resize(1080, 1920)
    front.window.show()
    yield Stage(front, feed, worker, clock, post, counter)
    feed.set_sink(None)
    front.close()
