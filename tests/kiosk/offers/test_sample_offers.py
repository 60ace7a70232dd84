"""The offers that come with Vitrine can be read, say what they do, and each counts in the sample shop."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

import pytest

from assets.manifest import DATA
from kiosk.cart.cart import Cart, CartLine
from kiosk.cart.clock import Stamp
from kiosk.catalogue_files import load_catalogue
from kiosk.local_text import LANGUAGES
from kiosk.money import Money
from kiosk.offers.check import check_offers
from kiosk.offers.facts import Context
from kiosk.offers.offer_documents import offer_of
from kiosk.offers.offer_files import SAMPLE_OFFERS, load_offer_documents
from kiosk.offers.pricing import price_cart
from kiosk.offers.store_prices import StorePrices, item_of
from kiosk.store_files import SAMPLE_STORES, load_stores

if TYPE_CHECKING:
    from kiosk.catalogue import Catalogue
    from kiosk.offers.offer import Offer
    from kiosk.offers.priced_cart import PricedCart
    from kiosk.stores import Store

CASES: Final = [
    ("three-for-two-lips", ["velvet-hour", "silk-letter", "contour-line"], ""),
    ("one-face-one-price", ["velvet-hour", "shadow-etude", "second-skin"], ""),
    ("perfume-at-dusk", ["noe-no-7"], ""),
    ("brush-for-your-powder", ["kabuki-no-1", "second-skin"], ""),
    ("ten-off-a-hundred", ["noe-no-7", "velvet-hour", "slow-tide"], ""),
    ("first-visit", ["velvet-hour"], "WELCOME5"),
]
"""Of each offer, products whose first variants it takes something off, and the code that it asks for."""

DUSK: Final = datetime(2026, 11, 23, 18)  # noqa: DTZ001 - the store's wall clock; a Monday


@pytest.fixture(scope="module")
def shop() -> Catalogue:
    return load_catalogue(DATA / "catalogue")


@pytest.fixture(scope="module")
def offers() -> tuple[Offer, ...]:
    return tuple(offer_of(document) for document in load_offer_documents(SAMPLE_OFFERS))


@pytest.fixture(scope="module")
def stores() -> tuple[Store, ...]:
    return load_stores(SAMPLE_STORES)


def _priced(shop: Catalogue, offers: tuple[Offer, ...], store: Store, *products: str, coupon: str = "") -> PricedCart:
    """What the first variants of these products cost at dusk."""
    lines = []
    for number, product_id in enumerate(products):
        product = shop.product(product_id)
        assert product is not None
        lines.append(CartLine(product.variants[0].sku, 1, {}, product.price, Stamp(number, 0, "kiosk")))
    cart = Cart(tuple(lines), (coupon,) if coupon else ())
    return price_cart(cart, StorePrices(shop, store.tax, "EUR"), offers, Context(store.id, DUSK))


@pytest.mark.parametrize(("expected", "products", "coupon"), CASES)
def test_each_offer_counts_in_the_sample_shop(
    expected: str,
    products: list[str],
    coupon: str,
    shop: Catalogue,
    offers: tuple[Offer, ...],
    stores: tuple[Store, ...],
) -> None:
    for store in stores:
        result = _priced(shop, offers, store, *products, coupon=coupon)
        assert expected in {discount.offer_id for discount in result.offers}
        assert result.savings.minor > 0


def test_no_offer_is_left_out_above(offers: tuple[Offer, ...]) -> None:
    assert {offer_id for offer_id, _, _ in CASES} == {offer.id for offer in offers}


def test_every_reason_is_one_sentence_that_says_what_is_saved(offers: tuple[Offer, ...]) -> None:
    for offer in offers:
        for language in LANGUAGES:
            said = offer.reason[language]
            assert said.count("{amount}") == 1
            assert said.replace("{amount}", "").count("{") == 0
            assert said.endswith(".")


def test_the_offers_ask_for_nothing_that_there_is_not(
    shop: Catalogue, offers: tuple[Offer, ...], stores: tuple[Store, ...]
) -> None:
    items = [item_of(product, variant, {}) for product in shop.products for variant in product.variants]
    assert list(check_offers(offers, items, [store.id for store in stores], Context(stores[0].id, DUSK))) == []


def test_what_an_offer_asks_for_in_vain_is_told(offers: tuple[Offer, ...]) -> None:
    told = list(check_offers([replace(offers[0], stores=frozenset({"patras"}))], [], [], Context("", DUSK)))
    assert told == [
        "offer three-for-two-lips: categories: the shop does not sell 'lips'",
        "offer three-for-two-lips: stores: there is no store 'patras'",
    ]


def test_what_is_saved_is_what_the_offer_says(
    shop: Catalogue, offers: tuple[Offer, ...], stores: tuple[Store, ...]
) -> None:
    assert _priced(shop, offers, stores[0], "velvet-hour", "silk-letter", "contour-line").savings == Money(2100, "EUR")
