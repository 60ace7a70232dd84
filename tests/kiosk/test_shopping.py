"""The cart of a visit: what becomes of it when a phone brings another one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from uuid6 import uuid7

from kiosk.cart.cart import merge
from kiosk.cart.clock import HybridClock
from kiosk.cart.editor import CartEditor
from kiosk.cart.views import CartState
from kiosk.catalogue_files import load_catalogue
from kiosk.local.cart_store import CartNews
from kiosk.local.database import LocalData
from kiosk.local.errors import ClosedCartError
from kiosk.settings import Settings
from kiosk.shop_opening import open_shopping, sample_shop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from kiosk.cart.views import CartView
    from kiosk.shopping import Shopping

NOON_MS = 1_795_168_800_000
MINE, PHONES = "AN-01-401", "AN-01-402"


class Bell:
    """Counts how often it is rung."""

    def __init__(self) -> None:
        self.rung = 0

    def __call__(self) -> None:
        self.rung += 1


def at_noon(zone: ZoneInfo) -> datetime:
    return datetime(2026, 11, 20, 12, tzinfo=zone)


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def shopping(tmp_path: Path, bell: Bell) -> Iterator[Shopping]:
    shop = sample_shop(load_catalogue(Settings().catalogue))
    with open_shopping(LocalData(tmp_path), lambda: shop, lambda: NOON_MS, at_noon, bell) as shopping:
        yield shopping


def from_a_phone(shopping: Shopping, state: CartState) -> tuple[UUID, CartNews]:
    """A cart with one thing in it, as the hub tells of it."""
    price = shopping.add(PHONES, 1, {}).priced.lines[-1].price_seen
    shopping.take(PHONES)
    editor = CartEditor(cart := uuid7(), (), 0, HybridClock("phone", lambda: NOON_MS), uuid7)
    editor.add(PHONES, 1, price)
    return cart, CartNews(tuple(editor.made), len(merge(editor.made).lines), state, None)


def in_cart(view: CartView) -> set[str]:
    return {line.sku for line in view.priced.lines}


def test_what_was_in_the_cart_comes_along_to_the_one_that_a_phone_brings(shopping: Shopping) -> None:
    cart, news = from_a_phone(shopping, CartState.OPEN)
    shopping.add(MINE, 1, {})
    assert in_cart(shopping.join(cart, news)) == {MINE, PHONES}


def test_a_cart_stays_on_the_mirror_when_the_phones_takes_nothing_in_any_more(shopping: Shopping) -> None:
    cart, news = from_a_phone(shopping, CartState.ORDERED)
    shopping.add(MINE, 1, {})
    with pytest.raises(ClosedCartError):
        shopping.join(cart, news)
    assert in_cart(shopping.view()) == {MINE}
    assert in_cart(shopping.add(MINE, 1, {})) == {MINE}


def test_a_cart_that_a_phone_brings_is_followed_at_once(shopping: Shopping, bell: Bell) -> None:
    cart, news = from_a_phone(shopping, CartState.OPEN)
    shopping.begin()
    bell.rung = 0
    shopping.join(cart, news)
    assert bell.rung
