"""From a cart on a phone to a parcel, in a browser that runs no script."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING
from uuid import uuid4

import cv2
import numpy as np
import pytest
import zxingcpp

from kiosk.hub.database import Database
from kiosk.hub.devices import DeviceKind
from kiosk.hub.order_drawing import load_order_words
from kiosk.hub.shop_loading import ShopFiles, load_shop, read_shop
from tests.fakes.browser import PROGRAM, Browser
from tests.kiosk.hub.conftest import shop_hub_on
from tests.kiosk.hub.phones import STORE, begin_cart, hand_over, pencil

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.kiosk.hub.conftest import ShopHub

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed")

WORDS = load_order_words()["fr"]
ADDRESS = {"name": "Ada Byron", "street": "12 Fleet St", "postcode": "105 63", "city": "Athènes"}


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[ShopHub]:
    """With the sample shop."""
    with closing(Database(f"sqlite:///{tmp_path / 'hub.db'}")) as database:
        database.migrate()
        load_shop(database, read_shop(ShopFiles.sample()))
        with shop_hub_on(database) as hub:
            yield hub


def go(browser: Browser, selector: str) -> None:
    """Tap what leads to another page, and wait for that."""
    browser.press(selector)
    browser.wait_for("Page.loadEventFired")


def test_a_shopper_has_a_cart_sent_home_and_pays_at_the_till(hub: ShopHub, tmp_path: Path) -> None:
    kiosk = hub.admit("Mirror by the door", store=STORE)
    till = hub.admit("Till 1", DeviceKind.TILL, STORE)
    cart = begin_cart(kiosk, pencil(2)).cart
    with Browser("fr", tmp_path) as browser:
        browser.open(hand_over(kiosk, cart))
        go(browser, 'a[href="/cart/order"]')
        go(browser, 'a[href="/cart/ship"]')
        for field, typed in ADDRESS.items():
            browser.type(f"#{field}", typed)
        go(browser, "form button")
        assert WORDS["now_ship_awaiting_payment"] in browser.property("main", "innerText")

        code = scan(browser)
        at_till = till.ask("GET", f"/v1/till/orders/{code}").json()
        payment = {"key": str(uuid4()), "amount": at_till["status"]["charged"]}
        assert payment["amount"] == {"minor": 3600, "currency": "EUR"}
        paid = till.ask("POST", f"/v1/till/orders/{at_till['status']['id']}/payments", json=payment)
        assert paid.json()["status"]["state"] == "paid"
        browser.open(f"{hub.url}/o/{code}")
        assert WORDS["now_ship_paid"] in browser.property("main", "innerText")


def scan(browser: Browser) -> str:
    """What the till's scanner reads on the phone's screen."""
    seen = cv2.imdecode(np.frombuffer(browser.picture(), np.uint8), cv2.IMREAD_GRAYSCALE)
    (code,) = zxingcpp.read_barcodes(seen)
    return code.text
