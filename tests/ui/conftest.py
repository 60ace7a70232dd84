"""A kiosk with the sample shop, a clock that is set by hand, and no camera."""

from __future__ import annotations

from contextlib import closing, contextmanager
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QGuiApplication
from uuid6 import uuid7

from kiosk.catalogue_files import load_catalogue
from kiosk.hub.errors import HubError
from kiosk.local.cart_store import CartStore
from kiosk.local.database import LocalData
from kiosk.local.errors import ClosedCartError, LocalDataError
from kiosk.local.outbox import Outbox
from kiosk.looks import load_bundled_looks
from kiosk.offers.facts import Context
from kiosk.offers.store_prices import StorePrices
from kiosk.settings import Settings
from kiosk.shopping import Shop, Shopping
from kiosk.store_files import SAMPLE_STORES, load_stores
from tests.kiosk.sample_shop import open_sample_shop
from tests.ui.stage import Clock, Counter, Post, SameThreadDesk, Stage, Worker
from ui.fonts import install_fonts
from ui.front import Desks, Front, build_kiosk
from ui.picture import PictureFeed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.browsing import ShopReader
    from kiosk.catalogue import Catalogue
    from kiosk.looks import BundledLook
    from ui.models.kiosk import Kiosk


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
    """A cart on a disk of its own, in the first of the sample stores."""
    store = load_stores(SAMPLE_STORES)[0]
    shop = Shop(catalogue, StorePrices(catalogue, store.tax, "EUR"), ())
    context = Context(store.id, datetime(2026, 11, 20, 12, tzinfo=ZoneInfo(store.timezone)))
    with closing(LocalData(tmp_path).connect()) as database:
        outbox = Outbox(database, lambda: 0)
        carts = CartStore(database, outbox, lambda: 0, uuid7)
        yield Shopping(database, carts, outbox, lambda: shop, lambda: context, uuid7, lambda: None)


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
def desks(shopping: Shopping, counter: Counter, reader: ShopReader) -> Desks:
    return Desks(
        shopping=SameThreadDesk(shopping, (LocalDataError, ClosedCartError)),
        counter=SameThreadDesk(counter, (HubError,)),
        shop=SameThreadDesk(reader, (LocalDataError,)),
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
