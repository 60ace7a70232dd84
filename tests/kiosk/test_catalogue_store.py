"""The shop's data on the kiosk: by key, by the page, and only ever whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.manifest import DATA
from kiosk.catalogue import Category, PaintedProduct
from kiosk.catalogue_documents import document_of
from kiosk.catalogue_files import load_catalogue
from kiosk.local.catalogue_database import FILE_NAME
from kiosk.local.catalogue_store import CatalogueStore, Filter, Order
from kiosk.local.catalogue_writer import CatalogueWriter
from kiosk.local.errors import LocalDataError
from kiosk.money import Money
from kiosk.store_files import SAMPLE_STORES, load_stores
from tests.kiosk.large_shop import large_shop
from tests.kiosk.shop_disk import open_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.catalogue import Product
    from kiosk.local.database import LocalDatabase

PRODUCTS = load_catalogue(DATA / "catalogue").products
STORES = load_stores(SAMPLE_STORES)
AT = 1_700_000_000_000


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalDatabase]:
    """A database with the sample shop, to be read only."""
    with closing(open_catalogue(tmp_path_factory.mktemp("shop"))) as database:
        writer = CatalogueWriter(database)
        writer.replace(PRODUCTS)
        writer.replace_stores(STORES)
        writer.replace_stock("athens-ermou", {"AN-01-406": 3, "AN-01-405": 0}, AT)
        yield database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[LocalDatabase]:
    with closing(open_catalogue(tmp_path)) as database:
        yield database


def _ids(database: LocalDatabase) -> list[str]:
    return [product.id for product in _walk(CatalogueStore(database), Filter(), Order.SHELF, 100)]


def _walk(store: CatalogueStore, wanted: Filter, order: Order, limit: int) -> Iterator[Product]:
    """All that fits, page by page."""
    page = store.page(wanted, order, None, limit)
    yield from page.products
    while page.after is not None:
        page = store.page(wanted, order, page.after, limit)
        assert 0 < len(page.products) <= limit
        yield from page.products


def test_what_is_kept_is_what_was_told(full: LocalDatabase) -> None:
    store = CatalogueStore(full)
    assert tuple(_walk(store, Filter(), Order.SHELF, 30)) == PRODUCTS
    assert store.stores() == STORES
    assert all(store.product(product.id) == product for product in PRODUCTS)


def test_an_article_is_found_by_its_keys(full: LocalDatabase) -> None:
    store = CatalogueStore(full)
    for found in (store.by_sku("AN-01-406"), store.by_gtin("2901000104065"), store.by_gtin("02901000104065")):
        assert found is not None
        assert (found[0].id, found[1].code) == ("velvet-hour", "406")
    assert store.by_sku("AN-01-999") is None
    assert store.by_gtin("4006381333931") is None
    assert store.product("nothing") is None


filters = st.builds(
    Filter,
    category=st.sampled_from([None, *Category]),
    brands=st.frozensets(st.sampled_from(["Meltemi", "Atelier Noé", "Nobody"])),
    finishes=st.frozensets(st.sampled_from(["matte", "gloss"])),
    hues=st.frozensets(st.sampled_from(["red", "pink", "blue"])),
    tags=st.frozensets(st.sampled_from(["vegan", "new"])),
    price_below=st.sampled_from([None, 2000, 3000]),
)


def _fits(product: Product, wanted: Filter) -> bool:
    painted = isinstance(product, PaintedProduct)
    hues = {shade.tone.hue.value for shade in product.shades} if isinstance(product, PaintedProduct) else set()
    return (
        wanted.category in {None, product.category}
        and (not wanted.brands or product.brand in wanted.brands)
        and (not wanted.finishes or (isinstance(product, PaintedProduct) and product.finish in wanted.finishes))
        and (not wanted.hues or (painted and bool(hues & wanted.hues)))
        and wanted.tags <= set(product.tags)
        and (wanted.price_below is None or _cheapest(product) < wanted.price_below)
    )


def _cheapest(product: Product) -> int:
    return min(product.price_of(variant).minor for variant in product.variants)


@settings(max_examples=50, deadline=None)
@given(wanted=filters, order=st.sampled_from(list(Order)), limit=st.integers(1, 40))
def test_pages_hold_what_fits_and_each_once(full: LocalDatabase, wanted: Filter, order: Order, limit: int) -> None:
    store = CatalogueStore(full)
    found = list(_walk(store, wanted, order, limit))
    assert {product.id for product in found} == {product.id for product in PRODUCTS if _fits(product, wanted)}
    assert len(found) == store.count(wanted)
    if order is Order.PRICE:
        prices = [_cheapest(product) for product in found]
        assert prices == sorted(prices)


def test_what_is_measured_alike_stands_together_and_the_cheapest_by_the_unit_first(full: LocalDatabase) -> None:
    units = []
    for product in _walk(CatalogueStore(full), Filter(), Order.UNIT_PRICE, 50):
        prices = [product.unit_price_of(variant) for variant in product.variants]
        units.append(min((str(price.per), price.price.minor) for price in prices if price is not None))
    assert [per for per, _ in units] == sorted((per for per, _ in units), key=["100 ml", "10 g", "1 piece"].index)
    for unit in {per for per, _ in units}:
        of_unit = [price for per, price in units if per == unit]
        assert of_unit == sorted(of_unit)


@settings(max_examples=30, deadline=None)
@given(wanted=filters)
def test_a_choice_leaves_as_many_as_it_says(full: LocalDatabase, wanted: Filter) -> None:
    store = CatalogueStore(full)
    facets = store.facets(wanted)
    for brand, number in facets.brands.items():
        assert store.count(replace(wanted, brands=frozenset({brand}))) == number
    for hue, number in facets.hues.items():
        assert store.count(replace(wanted, hues=frozenset({hue}))) == number
    for tag, number in facets.tags.items():
        assert store.count(replace(wanted, tags=wanted.tags | {tag})) == number


def test_stock_says_how_old_it_is_and_what_is_not_known(full: LocalDatabase) -> None:
    store = CatalogueStore(full)
    ermou, tsimiski, marais = store.stock("AN-01-406")
    assert (ermou.store, ermou.quantity, ermou.as_of_ms) == (STORES[0], 3, AT)
    assert (tsimiski.quantity, tsimiski.as_of_ms) == (marais.quantity, marais.as_of_ms) == (None, None)
    assert [level.quantity for level in store.stock("AN-01-401")] == [0, None, None]
    assert store.in_stock("athens-ermou", ["AN-01-406", "AN-01-405", "AN-01-401"]) == {"AN-01-406"}
    there = Filter(in_stock_at="athens-ermou")
    assert [product.id for product in _walk(store, there, Order.SHELF, 10)] == ["velvet-hour"]


def test_the_mirror_is_given_so_many_of_each_shelf_that_it_can_paint(full: LocalDatabase) -> None:
    lying = CatalogueStore(full).to_try(5, ["ME-99", "AN-01-406"])
    assert all(len(lying.to_try(category)) <= 5 for category in Category)
    assert lying.shade("AN-01-406") is not None
    assert CatalogueStore(full).to_try(0, ["AN-01-406"]).products == (PRODUCTS[0],)
    assert lying.to_try(Category.LIPS) == load_catalogue(DATA / "catalogue").to_try(Category.LIPS)[:5]
    assert lying.to_try(Category.CARE) == ()


def test_half_a_catalogue_is_not_seen(database: LocalDatabase, tmp_path: Path) -> None:
    writer = CatalogueWriter(database)
    writer.replace(PRODUCTS[:3])
    writer.receive([document_of(product) for product in PRODUCTS[2:8]])
    with closing(open_catalogue(tmp_path)) as another:
        assert _ids(another) == [product.id for product in PRODUCTS[:3]]
        writer.receive([document_of(product) for product in PRODUCTS[8:10]])
        writer.take_over()
        assert _ids(another) == [product.id for product in PRODUCTS[2:10]]


def test_a_change_is_seen_whole_or_not_at_all(database: LocalDatabase) -> None:
    writer = CatalogueWriter(database)
    writer.replace(PRODUCTS[:4])
    dearer = replace(PRODUCTS[1], price=Money(9900, "EUR"))
    clash = [document_of(dearer), document_of(dearer)]  # One id twice: the second cannot be put beside the first.
    with pytest.raises(sqlite3.IntegrityError):
        writer.change(clash, removed=[PRODUCTS[0].id])
    assert _ids(database) == [product.id for product in PRODUCTS[:4]]
    assert CatalogueStore(database).product(PRODUCTS[1].id) == PRODUCTS[1]
    writer.change([document_of(dearer), document_of(PRODUCTS[7])], removed=[PRODUCTS[0].id, "never-sold"])
    assert _ids(database) == [PRODUCTS[1].id, PRODUCTS[2].id, PRODUCTS[3].id, PRODUCTS[7].id]
    assert CatalogueStore(database).product(dearer.id) == dearer


def test_a_barcode_may_move_to_another_product(database: LocalDatabase) -> None:
    writer = CatalogueWriter(database)
    one, other = PRODUCTS[0], PRODUCTS[1]
    writer.replace([one, other])
    (first, *_), (second, *_) = one.variants, other.variants
    swapped = [
        replace(one, variants=(replace(first, sku=second.sku, ean13=second.ean13),)),
        replace(other, variants=(replace(second, sku=first.sku, ean13=first.ean13),)),
    ]
    writer.change([document_of(product) for product in swapped], removed=[])
    found = CatalogueStore(database).by_sku(first.sku)
    assert found is not None
    assert found[0].id == other.id


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(PRODUCTS), unique_by=lambda product: product.id, max_size=6), max_size=4))
def test_the_last_catalogue_is_the_one_that_is_sold(database: LocalDatabase, catalogues: list[list[Product]]) -> None:
    writer = CatalogueWriter(database)
    writer.replace([])
    for catalogue in catalogues:
        writer.replace(catalogue)
        assert tuple(_walk(CatalogueStore(database), Filter(), Order.SHELF, 3)) == tuple(catalogue)


def test_what_is_remembered_is_there_until_it_is_forgotten(database: LocalDatabase) -> None:
    writer = CatalogueWriter(database)
    writer.remember(revision="7", etag='"a"')
    assert (writer.state("revision"), writer.state("etag")) == ("7", '"a"')
    writer.remember(etag=None)
    assert (writer.state("revision"), writer.state("etag")) == ("7", None)


@pytest.mark.parametrize("damage", [b"not a database at all" * 100, b"SQLite format 3\0" + bytes(5000)])
def test_a_damaged_database_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(damage)
    with closing(open_catalogue(tmp_path)) as database:
        CatalogueWriter(database).replace(PRODUCTS[:2])
        assert _ids(database) == [product.id for product in PRODUCTS[:2]]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "shop").touch()
    with pytest.raises(LocalDataError, match="cannot be used"):
        open_catalogue(tmp_path / "shop")


def test_a_large_shop_is_read_by_the_page(database: LocalDatabase) -> None:
    CatalogueWriter(database).replace(large_shop(400))
    store = CatalogueStore(database)
    ids = [product.id for product in _walk(store, Filter(), Order.SHELF, 100)]
    assert ids == [f"p-{number}" for number in range(400)]
    plan = database.rows("EXPLAIN QUERY PLAN SELECT document FROM product WHERE 1 ORDER BY position, number LIMIT 25")
    assert "product_position" in plan[0][-1]
