"""What a cart costs, as the hub tells it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.hub.devices import DeviceKind
from kiosk.hub.shop_loading import ShopFiles, load_shop, read_shop
from tests.kiosk.hub.phones import ON_ONE_DATABASE
from tests.kiosk.hub.steps import Hand, add, an_id, send, statuses

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.hub.shop_loading import ShopDocuments
    from tests.kiosk.hub.conftest import Asker, ShopHub

LIPS = ("AN-01-401", "AN-01-402", "ME-07-521")


@pytest.fixture(scope="module")
def sample() -> ShopDocuments:
    return read_shop(ShopFiles.sample())


@pytest.fixture
def kiosk(shop_hub: ShopHub, sample: ShopDocuments) -> Asker:
    load_shop(shop_hub.database, sample)
    return shop_hub.admit("mirror 1", store="athens-ermou")


def _priced(asker: Asker, cart: UUID) -> dict[str, Any]:
    answer = asker.ask("GET", f"/v1/carts/{cart}/priced")
    assert answer.status_code == 200, answer.text
    priced: dict[str, Any] = answer.json()
    return priced


def _cart_of(kiosk: Asker, *skus: str) -> UUID:
    hand = Hand("k1")
    assert set(statuses(kiosk, *(hand.step(add(sku)) for sku in skus))) == {"accepted"}
    return hand.cart


def test_a_cart_costs_what_the_shelf_says_less_what_offers_save(kiosk: Asker) -> None:
    priced = _priced(kiosk, _cart_of(kiosk, *LIPS))
    assert [line["sku"] for line in priced["lines"]] == list(LIPS)
    assert priced["subtotal"] == {"minor": 3200 + 3200 + 2500, "currency": "EUR"}
    assert priced["savings"] == {"minor": 2500, "currency": "EUR"}
    (offer,) = priced["offers"]
    assert offer["reason"]["en"] == "Of three things for lips the cheapest is on us: you save €25.00."
    assert priced["taxes"] == [{"permille": 240, "amount": {"minor": 1239, "currency": "EUR"}}]


def test_a_price_that_is_not_the_one_that_was_seen_is_told(kiosk: Asker) -> None:
    (line,) = _priced(kiosk, _cart_of(kiosk, LIPS[0]))["lines"]
    assert (line["price_seen"]["minor"], line["unit_price"]["minor"], line["price_changed"]) == (2400, 3200, True)


def test_what_changes_in_the_shop_is_charged_at_once(shop_hub: ShopHub, kiosk: Asker, sample: ShopDocuments) -> None:
    cart = _cart_of(kiosk, *LIPS)
    assert _priced(kiosk, cart)["savings"]["minor"] == 2500
    load_shop(shop_hub.database, replace(sample, offers={}))
    assert _priced(kiosk, cart)["savings"]["minor"] == 0
    dearer = sample.products["velvet-hour"].replace('"price":3200', '"price":9900')
    load_shop(shop_hub.database, replace(sample, offers={}, products={**sample.products, "velvet-hour": dearer}))
    assert _priced(kiosk, cart)["total"]["minor"] == 9900 + 9900 + 2500
    others = {name: document for name, document in sample.products.items() if name != "velvet-hour"}
    load_shop(shop_hub.database, replace(sample, offers={}, products=others))
    priced = _priced(kiosk, cart)
    assert (priced["total"]["minor"], priced["unknown"]) == (2500, list(LIPS[:2]))


def test_the_tax_is_that_of_the_cart_s_store(shop_hub: ShopHub, kiosk: Asker) -> None:
    del kiosk
    paris = shop_hub.admit("mirror 2", store="paris-marais")
    (tax,) = _priced(paris, _cart_of(paris, LIPS[0]))["taxes"]
    assert tax["permille"] == 200


def test_a_coupon_counts(kiosk: Asker) -> None:
    hand = Hand("k1")
    send(kiosk, hand.step(add(LIPS[0])), hand.step({"kind": "coupon", "code": "WELCOME5", "applied": True}))
    priced = _priced(kiosk, hand.cart)
    assert priced["coupons"] == [{"code": "WELCOME5", "state": "accepted", "missing": None}]
    assert priced["savings"]["minor"] == 160


def test_a_shop_that_sells_nothing_yet_charges_nothing(shop_hub: ShopHub) -> None:
    kiosk = shop_hub.admit("mirror 1")
    priced = _priced(kiosk, _cart_of(kiosk, LIPS[0]))
    assert (priced["total"], priced["unknown"]) == ({"minor": 0, "currency": "XXX"}, [LIPS[0]])


@ON_ONE_DATABASE
def test_a_cart_that_comes_to_more_than_anything_costs_is_told_to_be_so(kiosk: Asker) -> None:
    hand, many = Hand("k1"), add(LIPS[0], 99)
    for _ in range(14):
        assert set(statuses(kiosk, *(hand.step(many) for _ in range(500)))) == {"accepted"}
    answer = kiosk.ask("GET", f"/v1/carts/{hand.cart}/priced")
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, "application/problem+json")


def test_only_who_has_a_part_in_a_cart_is_told_what_it_costs(shop_hub: ShopHub, kiosk: Asker) -> None:
    cart = _cart_of(kiosk, LIPS[0])
    stranger = shop_hub.admit("mirror 2", store="paris-marais")
    assert stranger.ask("GET", f"/v1/carts/{cart}/priced").status_code == 404
    assert kiosk.ask("GET", f"/v1/carts/{an_id()}/priced").status_code == 404
    staff = shop_hub.admit("staff", DeviceKind.STAFF, "athens-ermou")
    assert _priced(staff, cart)["total"]["minor"] == 3200
