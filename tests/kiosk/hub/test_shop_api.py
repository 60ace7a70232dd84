"""The shop as kiosks fetch it: whole at first, then only what changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.catalogue_schema import ProductDocument
from kiosk.cli import main
from kiosk.hub.shop_loading import ShopFiles, load_shop, read_shop
from kiosk.offers.offer_documents import read_offers
from kiosk.store_schema import StoreTable

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.hub.shop_loading import ShopDocuments
    from tests.kiosk.hub.conftest import Asker, ShopHub

STORE = "athens-ermou"


@pytest.fixture(scope="module")
def sample() -> ShopDocuments:
    return read_shop(ShopFiles.sample())


@pytest.fixture
def kiosk(shop_hub: ShopHub, sample: ShopDocuments) -> Asker:
    """One whose hub has the sample shop."""
    load_shop(shop_hub.database, sample)
    return shop_hub.admit("mirror 1", store=STORE)


def fetch(asker: Asker, path: str, **parameters: object) -> dict[str, Any]:
    answer = asker.ask("GET", path, params=parameters)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def pages(asker: Asker, path: str, **parameters: object) -> list[dict[str, Any]]:
    fetched = [fetch(asker, path, **parameters)]
    while fetched[-1]["next"] is not None:
        fetched.append(fetch(asker, path, **parameters, cursor=fetched[-1]["next"]))
    return fetched


def test_the_whole_catalogue_comes_by_the_page(kiosk: Asker, sample: ShopDocuments) -> None:
    fetched = pages(kiosk, "/v1/catalogue", limit=7)
    documents = [document for page in fetched for document in page["products"]]
    assert [document["id"] for document in documents] == list(sample.products)
    assert len({page["revision"] for page in fetched}) == 1
    for document in documents:
        ProductDocument.model_validate(document)
    assert len(fetch(kiosk, "/v1/catalogue", limit=len(documents))["products"]) == len(documents)
    assert fetch(kiosk, "/v1/catalogue", limit=len(documents))["next"] is None


def test_stores_offers_and_stock_are_those_of_the_files(kiosk: Asker, sample: ShopDocuments) -> None:
    told = [StoreTable.model_validate(store) for store in fetch(kiosk, "/v1/stores")["stores"]]
    assert told == [StoreTable.model_validate_json(document) for document in sample.stores.values()]
    usable, unusable = read_offers(sample.offers.values())
    assert len(fetch(kiosk, "/v1/offers")["offers"]) == len(usable)
    assert not unusable
    levels: dict[str, int] = {}
    for page in pages(kiosk, "/v1/stock", store=STORE, limit=50):
        levels |= page["stock"]
    assert levels == sample.stock[STORE]


def test_what_is_there_already_is_not_sent_again(shop_hub: ShopHub, kiosk: Asker, sample: ShopDocuments) -> None:
    paths = ["/v1/catalogue", "/v1/stores", "/v1/offers", f"/v1/stock?store={STORE}"]
    tags = {path: kiosk.ask("GET", path).headers["ETag"] for path in paths}

    def statuses() -> list[int]:
        return [kiosk.ask("GET", path, headers={"If-None-Match": tags[path]}).status_code for path in paths]

    assert statuses() == [304] * 4
    assert load_shop(shop_hub.database, sample) == {}
    assert statuses() == [304] * 4
    fewer = replace(sample, offers=dict(list(sample.offers.items())[1:]))
    assert list(load_shop(shop_hub.database, fewer)) == ["offers"]
    assert statuses() == [304, 304, 200, 304]


def test_only_what_changed_is_sent(shop_hub: ShopHub, kiosk: Asker, sample: ShopDocuments) -> None:
    first, second, third, *rest = sample.products.items()
    revision = fetch(kiosk, "/v1/catalogue")["revision"]
    assert fetch(kiosk, "/v1/catalogue", since=revision)["products"] == []
    stock_revision = fetch(kiosk, "/v1/stock", store=STORE)["revision"]
    sku = next(iter(sample.stock[STORE]))

    cheaper = ProductDocument.model_validate_json(second[1]).model_copy(update={"price": 1})
    changed = replace(
        sample,
        products=dict([third, (second[0], cheaper.model_dump_json(exclude_defaults=True)), *rest]),
        stock={**sample.stock, STORE: {sku: 77}},
    )
    assert set(load_shop(shop_hub.database, changed)) == {"catalogue", "stock"}
    told = fetch(kiosk, "/v1/catalogue", since=revision)
    assert [(document["id"], document["price"]) for document in told["products"]] == [(second[0], 1)]
    assert told["removed"] == [first[0]]
    assert told["revision"] > revision
    assert [document["id"] for document in fetch(kiosk, "/v1/catalogue", limit=3)["products"]][:2] == [
        third[0],
        second[0],
    ]
    levels = fetch(kiosk, "/v1/stock", store=STORE, since=stock_revision, limit=5000)["stock"]
    assert levels[sku] == 77
    assert set(levels) == {other for other, quantity in sample.stock[STORE].items() if quantity or other == sku}, (
        "what is named no more is not there"
    )

    load_shop(shop_hub.database, sample)
    assert first[0] in [document["id"] for document in fetch(kiosk, "/v1/catalogue", limit=1)["products"]]


def test_a_kiosk_that_knows_another_hubs_shop_is_told_to_begin_anew(kiosk: Asker) -> None:
    for path in ("/v1/catalogue?", f"/v1/stock?store={STORE}&"):
        answer = kiosk.ask("GET", f"{path}since={2**50}")
        assert (answer.status_code, answer.json()["type"]) == (409, "urn:vitrine:future")
    assert kiosk.ask("GET", "/v1/stock?store=nowhere").status_code == 404


def test_a_shop_is_loaded_by_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = f"sqlite:///{tmp_path / 'hub.db'}"
    assert main(["shop", "load", "--sample", "--database", database]) == 0
    assert "3 stores" in (said := capsys.readouterr().out)
    assert "changed: catalogue, stores, stock, offers" in said
    assert main(["shop", "load", "--sample", "--database", database]) == 0
    assert "changed: nothing" in capsys.readouterr().out
    assert main(["shop", "load", str(tmp_path), "--database", database]) == 1
    assert "catalogue" in capsys.readouterr().err
