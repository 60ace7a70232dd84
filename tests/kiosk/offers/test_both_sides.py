"""A cart costs the same on the kiosk and at the hub, each of which has it and the shop in its own way.

``PRICED_CARTS`` says how many carts are priced; CI prices 300.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from typing import IO, TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from assets.manifest import DATA
from kiosk.cart.cart import merge
from kiosk.catalogue_files import load_catalogue
from kiosk.hub.database import Database
from kiosk.hub.shop_loading import ShopFiles, load_shop, read_shop
from kiosk.local.catalogue_database import MIGRATIONS
from kiosk.local.catalogue_store import CatalogueStore
from kiosk.local.catalogue_writer import CatalogueWriter
from kiosk.local.database import LocalDatabase
from kiosk.offers.facts import Context
from kiosk.offers.offer_documents import read_offers
from kiosk.offers.offer_files import load_offer_documents
from kiosk.offers.priced_wire import PricedCartDocument
from kiosk.offers.pricing import price_cart
from kiosk.offers.store_prices import StorePrices
from kiosk.store_files import SAMPLE_STORES, load_stores
from tests.kiosk.offers.random_shops import carts_of, offers_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kiosk.cart.wire import OperationDocument
    from kiosk.offers.offer import Offer

CARTS: Final = int(os.environ.get("PRICED_CARTS", "300"))
CARTS_A_SHOP: Final = 10


class Kiosk:
    """A kiosk with the shop on its disk."""

    def __init__(self, store: CatalogueStore) -> None:
        self._store = store
        self._stores = {store.id: store for store in store.stores()}
        self._offers: tuple[Offer, ...] = ()

    def refresh(self) -> None:
        """Read the offers, which have changed."""
        self._offers, mistakes = read_offers(self._store.offers())
        assert mistakes == ()

    def price(self, operations: Sequence[OperationDocument], store_id: str, now_ms: int) -> str:
        store = self._stores[store_id]
        cart = merge(operation.value() for operation in operations)
        now = datetime.fromtimestamp(now_ms / 1000, ZoneInfo(store.timezone))
        prices = StorePrices(self._store, store.tax, "EUR")
        priced = price_cart(cart, prices, self._offers, Context(store.id, now))
        return PricedCartDocument.of(priced).model_dump_json()


@contextmanager
def hub_process(url: str) -> Iterator[tuple[IO[str], IO[str]]]:
    """A hub's pricing; yields where to ask and where it answers."""
    command = [sys.executable, "-m", "tests.kiosk.offers.hub_process", url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield process.stdin, process.stdout


def test_a_cart_costs_the_same_on_the_kiosk_and_at_the_hub(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    random = Random(4)
    sample = read_shop(ShopFiles.sample())
    catalogue, stores = load_catalogue(DATA / "catalogue"), load_stores(SAMPLE_STORES)
    url = f"sqlite:///{tmp_path / 'hub.db'}"
    saved = 0
    with closing(Database(url)) as database, closing(LocalDatabase(tmp_path / "kiosk.db")) as local:
        database.migrate()
        local.migrate(MIGRATIONS)
        writer = CatalogueWriter(local)
        writer.replace(catalogue.products)
        writer.replace_stores(stores)
        kiosk = Kiosk(CatalogueStore(local))
        with hub_process(url) as (question, answer):
            for number in range(CARTS):
                if number % CARTS_A_SHOP == 0:
                    file = tmp_path / "offers.toml"
                    file.write_text(offers_file(random, catalogue), encoding="utf-8")
                    documents = {
                        document.id: document.model_dump_json(exclude_defaults=True)
                        for document in load_offer_documents(file)
                    }
                    load_shop(database, replace(sample, offers=documents))
                    writer.replace_offers(list(documents.values()))
                    kiosk.refresh()
                operations = carts_of(random, catalogue)
                store, now_ms = random.choice(stores).id, _a_moment(random)
                asked = [operation.model_dump_json() for operation in random.sample(operations, len(operations))]
                question.write(json.dumps({"operations": asked, "store": store, "now_ms": now_ms}) + "\n")
                question.flush()
                at_hub = answer.readline().strip()
                assert kiosk.price(operations, store, now_ms) == at_hub
                saved += json.loads(at_hub)["savings"]["minor"] > 0
    record_property("carts", CARTS)
    assert saved > CARTS // 2


def _a_moment(random: Random) -> int:
    return int(datetime(2026, 11, 1, tzinfo=UTC).timestamp() * 1000) + random.randrange(60 * 24 * 3600 * 1000)
