"""The stores and their stock are what their files say, and a mistake is told with its place."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from assets.manifest import DATA
from kiosk.catalogue import TaxClass
from kiosk.catalogue_files import load_catalogue
from kiosk.local_text import LANGUAGES
from kiosk.store_files import SAMPLE_STOCK, SAMPLE_STORES, StoreFileError, load_stock, load_stores
from kiosk.store_schema import StoreTable, store_document, store_of

if TYPE_CHECKING:
    from pathlib import Path

STORES = SAMPLE_STORES.read_text("utf-8")


def _file(folder: Path, text: str) -> Path:
    path = folder / "shop.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_sample_shop_has_three_stores() -> None:
    stores = load_stores(SAMPLE_STORES)
    assert len(stores) == 3
    assert {store.address.country for store in stores} == {"GR", "FR"}
    assert stores[0].tax == {TaxClass.STANDARD: 240, TaxClass.REDUCED: 130, TaxClass.ZERO: 0}
    for store in stores:
        assert set(store.name) == set(store.address.city) == set(LANGUAGES)


def test_a_store_survives_its_way() -> None:
    for store in load_stores(SAMPLE_STORES):
        sent = store_document(store).model_dump_json()
        assert store_of(StoreTable.model_validate_json(sent)) == store


def test_a_store_is_open_at_its_own_hours() -> None:
    thessaloniki = load_stores(SAMPLE_STORES)[1]
    tuesday_noon = thessaloniki.local_time(datetime(2026, 11, 24, 10, 0, tzinfo=UTC))
    assert tuesday_noon.hour == 12
    assert thessaloniki.hours.is_open(tuesday_noon)
    siesta = tuesday_noon.replace(hour=15)
    assert not thessaloniki.hours.is_open(siesta)
    assert thessaloniki.hours.next_opening(siesta) == siesta.replace(hour=17, minute=30)
    saturday_night = siesta.replace(day=28, hour=22)
    assert thessaloniki.hours.next_opening(saturday_night) == siesta.replace(day=30, hour=9, minute=30)


def test_a_store_without_hours_never_opens(tmp_path: Path) -> None:
    text = "\n".join(line for line in STORES.splitlines() if not line.startswith(("mon", "tue", "wed", "thu", "fri")))
    (store, *_) = load_stores(_file(tmp_path, text.replace("sat =", "#").replace("sun =", "#")))
    assert store.hours.next_opening(datetime(2026, 11, 24, 10, 0, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ('"09:30-20:30"]', '"9-20"]', "'9-20' is not from when until when, such as 09:00-18:30"),
        ('"09:30-20:30"]', '"20:30-09:30"]', "'20:30-09:30' is not from when until when"),
        ('["09:30-14:30", "17:30', '["09:30-14:30", "14:30', "'14:30-21:00' does not come after '09:30-14:30'"),
        ('"Europe/Paris"', '"Europe/Pariss"', "store.3.timezone: 'Europe/Pariss' is not a time zone"),
        ('"Europe/Paris"', '"../../etc/passwd"', "store.3.timezone: '../../etc/passwd' is not a time zone"),
        ('country = "FR"', 'country = "France"', "store.3.address.country: 'France' is not a country of two letters"),
        ("standard = 200", "standard = 0.2", "store.3.tax.standard: 0.2 is not a whole number"),
        ('id = "paris-marais"', 'id = "athens-ermou"', "store.3.id: 'athens-ermou' is taken already"),
        ('postcode = "75003"', "", "store.3.address.postcode: is missing"),
    ],
)
def test_a_mistake_about_a_store_names_its_line_and_field(
    tmp_path: Path, right: str, wrong: str, complaint: str
) -> None:
    path = _file(tmp_path, STORES.replace(right, wrong))
    with pytest.raises(StoreFileError) as caught:
        load_stores(path)
    assert str(caught.value).startswith(f"{path}:")
    assert complaint in str(caught.value)


def test_stock_is_what_the_file_says_and_nothing_else(tmp_path: Path) -> None:
    path = _file(tmp_path, "[stock.a]\nX-1 = 3\nX-2 = 0\n")
    assert load_stock(path, ["a", "b"], ["X-1", "X-2", "X-3"]) == {"a": {"X-1": 3, "X-2": 0}, "b": {}}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[stock.a]\nX-1 = -1\n", ":2: stock.a.X-1: -1 is not between 0 and 1000000"),
        ("[stock.a]\nX-1 = 1\nY-1 = 1\n", ":3: stock.a.Y-1: 'Y-1' is not in the catalogue"),
        ("[stock.c]\nX-1 = 1\n", ":1: stock.c: 'c' is not a store"),
        ("[stocks]\n", ":1: stocks: is not a field that is known here"),
        ("[", "is not TOML"),
    ],
)
def test_a_mistake_about_stock_names_its_line_and_field(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(StoreFileError) as caught:
        load_stock(_file(tmp_path, text), ["a", "b"], ["X-1"])
    assert complaint in str(caught.value)


def test_a_store_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreFileError, match="cannot be read: No such file"):
        load_stores(tmp_path / "nowhere.toml")


def test_the_sample_shop_s_stock_is_of_its_catalogue() -> None:
    skus = [variant.sku for product in load_catalogue(DATA / "catalogue").products for variant in product.variants]
    stock = load_stock(SAMPLE_STOCK, [store.id for store in load_stores(SAMPLE_STORES)], skus)
    assert all(levels.keys() == set(skus) for levels in stock.values())
    assert any(not level for levels in stock.values() for level in levels.values())
