"""The shop that comes with Vitrine is one that a shopper would want to try."""

from __future__ import annotations

import itertools
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import stdnum.ean

from assets.manifest import DATA
from kiosk.catalogue import Category
from kiosk.catalogue_files import load_catalogue
from kiosk.local_text import LANGUAGES
from kiosk.looks import load_bundled_looks
from kiosk.tones import Temperature
from kiosk.wearing import look_of
from vision.looks import STYLES, Finish, Kind

if TYPE_CHECKING:
    from kiosk.catalogue import Catalogue
    from kiosk.looks import BundledLook

FOLDER = DATA / "catalogue"


@pytest.fixture(scope="module")
def shop() -> Catalogue:
    return load_catalogue(FOLDER)


@pytest.fixture(scope="module")
def looks() -> tuple[BundledLook, ...]:
    return load_bundled_looks()


def test_the_shop_is_well_stocked(shop: Catalogue) -> None:
    assert len(shop.painted) >= 60
    assert sum(len(product.shades) for product in shop.painted) >= 250
    assert {product.category for product in shop.products} == set(Category)
    assert {product.kind for product in shop.painted} == set(Kind)


def test_lipsticks_come_in_every_finish(shop: Catalogue) -> None:
    assert {product.finish for product in shop.painted if product.kind is Kind.LIPSTICK} == set(Finish)


@pytest.mark.parametrize(
    "kind", [Kind.LIPSTICK, Kind.EYESHADOW, Kind.EYELINER, Kind.LASHES, Kind.BROWS, Kind.BLUSH, Kind.LENS]
)
def test_every_way_to_wear_a_kind_comes_with_some_product(kind: Kind, shop: Catalogue) -> None:
    sold = {product.shades[0].layer(product).style for product in shop.painted if product.kind is kind}
    assert sold == set(STYLES[kind])


def test_there_are_palettes_and_lipsticks_of_two_tones(shop: Catalogue) -> None:
    counts = {
        kind: {len(shade.colors) for product in shop.painted if product.kind is kind for shade in product.shades}
        for kind in Kind
    }
    assert counts[Kind.EYESHADOW] >= {1, 2, 4, 5}
    assert counts[Kind.LIPSTICK] == {1, 2}


def test_every_complexion_finds_its_foundation(shop: Catalogue) -> None:
    for foundation in (product for product in shop.painted if product.kind is Kind.FOUNDATION):
        assert len(foundation.shades) >= 24
        depths = Counter(shade.tone.depth for shade in foundation.shades)
        assert len(depths) >= 4
        undertones = Counter(shade.tone.temperature for shade in foundation.shades)
        assert min(undertones[Temperature.COOL], undertones[Temperature.WARM]) >= len(foundation.shades) // 3
        assert all(shade.name["en"].endswith(shade.tone.temperature) for shade in foundation.shades)


def test_swatches_of_a_product_can_be_told_apart(shop: Catalogue) -> None:
    for product in shop.painted:
        for one, other in itertools.combinations([shade.color for shade in product.shades], 2):
            distance = abs(one.red - other.red) + abs(one.green - other.green) + abs(one.blue - other.blue)
            assert distance >= 9, (product.id, str(one), str(other))


def test_names_are_said_once_on_a_product_in_each_language(shop: Catalogue) -> None:
    for language in LANGUAGES:
        assert len({product.name[language] for product in shop.products}) >= len(shop.products) - 1
        for product in shop.products:
            assert len({variant.name[language] for variant in product.variants}) == len(product.variants)


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [("el", "\N{GREEK CAPITAL LETTER ALPHA}", "\N{GREEK SMALL LETTER OMEGA WITH TONOS}"), ("ar", "\u0621", "\u064a")],
)
def test_descriptions_are_written_in_the_language_s_letters(
    shop: Catalogue, language: str, first: str, last: str
) -> None:
    for product in shop.products:
        letters = [letter for letter in product.description[language] if letter.isalpha()]
        assert sum(first <= letter <= last for letter in letters) > 0.8 * len(letters)


def test_descriptions_are_one_sentence(shop: Catalogue) -> None:
    for product in shop.products:
        assert all(text.endswith(".") and text.count(". ") == 0 for text in product.description.values()), product.id


def test_barcodes_are_of_the_range_for_use_within_a_shop(shop: Catalogue) -> None:
    codes = [variant.ean13 for product in shop.products for variant in product.variants]
    assert all(stdnum.ean.is_valid(code) and "200" <= code[:3] <= "299" for code in codes)


def test_the_shop_is_open_at_once() -> None:
    """The bar is 100 ms of the processor, which other tests may be using too; the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.thread_time()
        load_catalogue(FOLDER)
        best = min(best, time.thread_time() - start)
    assert best < 0.1


def test_there_are_looks_to_choose_from(looks: tuple[BundledLook, ...]) -> None:
    assert len(looks) >= 10
    assert {"bare-ease", "evening", "terracotta", "plum-hour", "soft-glam", "coral-noon"} <= {look.id for look in looks}
    assert len({look.look.layers for look in looks}) == len(looks)


def test_every_look_is_named_in_every_language(looks: tuple[BundledLook, ...]) -> None:
    for look in looks:
        assert set(look.name) == set(LANGUAGES)
        assert look.look.name == look.name["en"]


def test_every_look_file_is_on_the_shelf(looks: tuple[BundledLook, ...]) -> None:
    files = {path.stem for path in (DATA / "looks").glob("*.toml")} - {"index"}
    assert files == {look.id for look in looks}


def test_a_look_can_be_bought(shop: Catalogue, looks: tuple[BundledLook, ...]) -> None:
    """Its products, worn, are painted exactly as the look's file says."""
    for look in looks:
        assert look_of(look.steps(shop), look.look.name) == look.look, look.id
