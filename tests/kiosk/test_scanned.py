"""What codes mean in a shop."""

from __future__ import annotations

import pytest

from kiosk.catalogue_files import load_catalogue
from kiosk.orders.code import in_groups, new_code
from kiosk.scanned import (
    Article,
    CartLink,
    CatalogueArticles,
    CodeReader,
    Coupon,
    Foreign,
    OrderCode,
    UnknownArticle,
)
from kiosk.settings import Settings

LINK = "https://hub.example/c/" + "x" * 24


@pytest.fixture(scope="module")
def reader() -> CodeReader:
    return CodeReader(CatalogueArticles(load_catalogue(Settings().catalogue)))


def test_every_article_of_the_sample_shop_is_found_by_its_package(reader: CodeReader) -> None:
    for product in load_catalogue(Settings().catalogue).products:
        for variant in product.variants:
            assert reader.meaning(variant.ean13) == Article(product, variant)


def test_an_article_of_another_shop_is_said_to_be_one(reader: CodeReader) -> None:
    assert reader.meaning("4006381333931") == UnknownArticle("4006381333931")


def test_a_cart_on_a_phone_is_known_by_its_link(reader: CodeReader) -> None:
    assert reader.meaning(LINK) == CartLink(LINK)


def test_an_order_is_known_by_its_code_and_by_its_page(reader: CodeReader) -> None:
    code = new_code(lambda below: 7 % below)
    assert reader.meaning(code) == OrderCode(code)
    assert reader.meaning(in_groups(code).lower()) == OrderCode(code)
    assert reader.meaning(f"https://hub.example/o/{code}") == OrderCode(code)


def test_a_coupon_says_that_it_is_one(reader: CodeReader) -> None:
    assert reader.meaning("COUPON:SPRING-10") == Coupon("SPRING-10")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "https://elsewhere.example/c/xyz",
        "COUPON:",
        "COUPON:drop table",
        "javascript:alert(1)",
        "WIFI:S:x;;",
    ],
)
def test_other_codes_mean_nothing(reader: CodeReader, text: str) -> None:
    assert reader.meaning(text) == Foreign()
