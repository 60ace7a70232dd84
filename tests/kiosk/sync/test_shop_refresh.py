"""A kiosk has the shop as its hub has it, whole, whatever happens while it comes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.catalogue import Catalogue
from kiosk.catalogue_documents import document_of
from kiosk.hub.errors import HubError
from kiosk.hub.shop_loading import ShopFiles, load_shop, read_shop
from kiosk.hub_address import HubAddress
from kiosk.local.catalogue_database import CatalogueData
from kiosk.local.catalogue_store import CatalogueStore, Filter, Order
from kiosk.local.catalogue_writer import CatalogueWriter
from kiosk.local_shop import LocalShop
from kiosk.mirror_catalogue import catalogue_at_mirror
from kiosk.money import Money
from kiosk.shop_opening import sample_seed
from kiosk.shop_reader import sow
from kiosk.sync.errors import StrangerError
from kiosk.sync.http import HubConnection
from kiosk.sync.shop_refresh import shop_refreshers
from tests.kiosk.hub.conftest import admit
from tests.kiosk.large_shop import large_shop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.synchronize import Event
    from pathlib import Path

    from kiosk.catalogue import Product
    from kiosk.hub.shop_loading import ShopDocuments
    from kiosk.sync.jobs import Refresher
    from tests.kiosk.sync.mirrors import StoppableHub

PRODUCTS = tuple(large_shop(230))
"""Two pages."""
HUB_MS = 1_800_000_000_000


@pytest.fixture(scope="module")
def sample() -> ShopDocuments:
    return read_shop(ShopFiles.sample())


def _selling(sample: ShopDocuments, products: Sequence[Product]) -> ShopDocuments:
    return replace(
        sample,
        products={product.id: document_of(product).model_dump_json(exclude_defaults=True) for product in products},
        stock={store: {product.variants[0].sku: 2 for product in products} for store in sample.stock},
    )


class Kiosk:
    """A kiosk's way to the shop's data, which can be killed and started again."""

    def __init__(self, hub: StoppableHub, folder: Path) -> None:
        self._hub = hub
        self.folder = folder
        _, self._token = admit(hub.database, "mirror", store="paris-marais")
        self.start()

    def start(self) -> None:
        """Begin anew, with what is on the disk."""
        self.data = CatalogueData(self.folder, lambda _database: None)
        self.connection = HubConnection(lambda: HubAddress(self._hub.url, self._hub.url, self._token))
        self.refreshers: Sequence[Refresher] = shop_refreshers(self.data, self.connection, lambda: HUB_MS)

    def kill(self) -> None:
        """As if the power went."""
        self.connection.close()

    def turn(self) -> bool:
        """One turn of each; whether there is more to come at once."""
        waits = [refresher.refresh() for refresher in self.refreshers]
        return 0.0 in waits

    def turn_for(self, seconds: float) -> None:
        """Turn after turn."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.turn()

    def settle(self) -> None:
        """As many turns as it takes."""
        for _ in range(30):
            if not self.turn():
                return
        raise AssertionError("the shop does not come")

    def sold(self) -> list[Product]:
        """What is sold, as the screen has it."""
        with closing(self.data.connect()) as database:
            store = CatalogueStore(database)
            page = store.page(Filter(), Order.SHELF, None, 100)
            found = list(page.products)
            while page.after is not None:
                page = store.page(Filter(), Order.SHELF, page.after, 100)
                found += page.products
            return found


@pytest.fixture
def kiosk(hub: StoppableHub, tmp_path: Path) -> Iterator[Kiosk]:
    kiosk = Kiosk(hub, tmp_path / "kiosk")
    yield kiosk
    kiosk.kill()


def test_a_kiosk_has_the_shop_as_the_hub_has_it(hub: StoppableHub, kiosk: Kiosk, sample: ShopDocuments) -> None:
    load_shop(hub.database, sample)
    kiosk.settle()
    assert [product.id for product in kiosk.sold()] == list(sample.products)
    with closing(kiosk.data.connect()) as database:
        store = CatalogueStore(database)
        assert [one.id for one in store.stores()] == list(sample.stores)
        assert store.here().id == "paris-marais"
        (here, *_) = (level for level in store.stock("AN-01-406") if level.store.id == "paris-marais")
        assert here.quantity == sample.stock["paris-marais"]["AN-01-406"]
        assert here.as_of_ms is not None
        lying = catalogue_at_mirror(kiosk.folder, ["AN-01-406"])
        assert lying is not None
        assert lying.shade("AN-01-406") is not None
        shop = LocalShop(database)()
        assert len(shop.offers) == len(sample.offers)
        item = shop.prices.item("AN-01-406")
        assert item is not None
        assert (item.price, item.tax_permille) == (Money(3200, "EUR"), 200)


def test_nothing_is_told_twice(hub: StoppableHub, kiosk: Kiosk, sample: ShopDocuments) -> None:
    load_shop(hub.database, sample)
    kiosk.settle()
    asked: list[str] = []
    ask = kiosk.connection.ask

    def counted(method: str, path: str, *args: object, **kwargs: object) -> object:
        answer = ask(method, path, *args, **kwargs)  # type: ignore[arg-type] # passed on as they came
        asked.append(f"{path.partition('?')[0]} {answer.status} {len(answer.body)}")
        return answer

    kiosk.connection.ask = counted  # type: ignore[method-assign,assignment] # to listen
    kiosk.settle()
    assert asked
    assert all(line.endswith(" 304 0") for line in asked), asked


def test_only_what_changed_comes(hub: StoppableHub, kiosk: Kiosk, sample: ShopDocuments) -> None:
    load_shop(hub.database, _selling(sample, PRODUCTS))
    kiosk.settle()
    dearer = replace(PRODUCTS[7], price=Money(99_000, "EUR"))
    now = [dearer if product.id == dearer.id else product for product in PRODUCTS if product.id != "p-3"]
    load_shop(hub.database, _selling(sample, now))
    kiosk.settle()
    assert {product.id: product for product in kiosk.sold()} == {product.id: product for product in now}
    with closing(kiosk.data.connect()) as database:
        assert CatalogueStore(database).by_sku(PRODUCTS[3].variants[0].sku) is None
        assert CatalogueStore(database).quantity("paris-marais", PRODUCTS[3].variants[0].sku) == 0


def test_half_a_catalogue_is_never_shown_and_the_rest_comes_after_a_kill(
    hub: StoppableHub, kiosk: Kiosk, sample: ShopDocuments
) -> None:
    load_shop(hub.database, _selling(sample, PRODUCTS))
    assert kiosk.turn()
    assert kiosk.sold() == []
    kiosk.kill()
    kiosk.start()
    assert kiosk.sold() == []
    kiosk.settle()
    assert kiosk.sold() == list(PRODUCTS)


def test_pages_of_two_catalogues_are_never_mixed(hub: StoppableHub, kiosk: Kiosk, sample: ShopDocuments) -> None:
    load_shop(hub.database, _selling(sample, PRODUCTS))
    kiosk.turn()
    other = [replace(product, price=Money(100, "EUR")) for product in PRODUCTS[:205]]
    load_shop(hub.database, _selling(sample, other))
    kiosk.settle()
    assert kiosk.sold() == other


def test_the_hub_may_go_at_any_moment(hub: StoppableHub, kiosk: Kiosk, sample: ShopDocuments) -> None:
    load_shop(hub.database, _selling(sample, PRODUCTS))
    kiosk.turn()
    hub.stop()
    with pytest.raises(HubError):
        kiosk.turn()
    hub.start()
    kiosk.settle()
    assert kiosk.sold() == list(PRODUCTS)


def test_a_revoked_kiosk_keeps_what_it_has(hub: StoppableHub, kiosk: Kiosk, sample: ShopDocuments) -> None:
    load_shop(hub.database, sample)
    kiosk.settle()
    hub.revoke("mirror")
    with pytest.raises(StrangerError):
        kiosk.turn_for(5)
    assert len(kiosk.sold()) == len(sample.products)


def test_a_hub_that_sells_nothing_yet_takes_nothing_away(hub: StoppableHub, kiosk: Kiosk, tmp_path: Path) -> None:
    seed = sample_seed(Catalogue(PRODUCTS[:3]))
    kiosk.data = CatalogueData(tmp_path / "kiosk", lambda database: sow(database, seed))
    kiosk.refreshers = shop_refreshers(kiosk.data, kiosk.connection, lambda: HUB_MS)[1:2]
    kiosk.settle()
    assert kiosk.sold() == list(PRODUCTS[:3])
    assert catalogue_at_mirror(kiosk.folder, []) is None


def _write(folder: Path, ready: Event) -> None:
    """Sell one half and the other in turn, without end."""
    with closing(CatalogueData(folder, lambda _database: None).connect()) as database:
        writer = CatalogueWriter(database)
        half = len(PRODUCTS) // 2
        while True:
            for products in (PRODUCTS[:half], PRODUCTS[half:]):
                writer.replace(products)
                ready.set()


def test_a_kiosk_that_is_killed_while_it_writes_has_one_catalogue_or_the_other(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    half = len(PRODUCTS) // 2
    whole = [list(PRODUCTS[:half]), list(PRODUCTS[half:])]
    ready = context.Event()
    process = context.Process(target=_write, args=(tmp_path, ready))
    process.start()
    assert ready.wait(30)
    time.sleep(0.37)  # Into the middle of a catalogue: no event tells of it.
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join(10)
    with closing(CatalogueData(tmp_path, lambda _database: None).connect()) as database:
        store = CatalogueStore(database)
        found = list(store.page(Filter(), Order.SHELF, None, 100).products)
        assert found in [half_of[:100] for half_of in whole]
        assert store.count(Filter()) == half
