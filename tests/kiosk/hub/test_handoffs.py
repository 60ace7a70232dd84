"""A cart handed to a phone, and back to a mirror."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import requests
from sqlalchemy import select

from kiosk.cart.cart import merge
from kiosk.cart.wire import MOST_DEVICES
from kiosk.handoff import HandoffCounter
from kiosk.hub.cart_page import load_cart_words
from kiosk.hub.cart_state import purge_carts
from kiosk.hub.errors import HubError
from kiosk.hub.handoffs import LIFETIME_S, MOST_MEMBERS, make_handoff
from kiosk.hub.phone_sessions import LIFETIME_S as PHONE_LIFETIME_S
from kiosk.hub.phone_sessions import purge_phones
from kiosk.hub.tables.devices import devices
from kiosk.hub.tables.handoffs import handoffs
from kiosk.hub_address import HubAddress
from kiosk.sync.http import HubConnection
from kiosk.sync.hub import HttpHub
from kiosk.sync.hub_time import HubTime
from tests.kiosk.hub.phones import (
    ON_ONE_DATABASE,
    STORE,
    Page,
    Phone,
    begin_cart,
    code_in,
    hand_over,
    open_shop,
    pencil,
)
from tests.kiosk.hub.steps import an_id, changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.kiosk.hub.conftest import Asker, ShopHub

WORDS = load_cart_words()["en"]
NO_CODE = "A" * 24


@pytest.fixture
def kiosk(shop_hub: ShopHub) -> Asker:
    open_shop(shop_hub.database)
    return shop_hub.admit("Mirror by the door", store=STORE)


@pytest.fixture
def other_kiosk(shop_hub: ShopHub) -> Asker:
    return shop_hub.admit("Mirror by the till", store="paris-marais")


def a_phone(hub: ShopHub) -> Phone:
    return Phone(hub.url)


@pytest.fixture
def phone(shop_hub: ShopHub) -> Iterator[Phone]:
    phone = a_phone(shop_hub)
    with phone.session:
        yield phone


@pytest.fixture
def another_phone(shop_hub: ShopHub) -> Iterator[Phone]:
    phone = a_phone(shop_hub)
    with phone.session:
        yield phone


def test_a_code_opens_the_cart_on_one_phone(kiosk: Asker, phone: Phone, another_phone: Phone) -> None:
    link = hand_over(kiosk, begin_cart(kiosk, pencil(2)).cart)
    assert Page(phone.get(link).text).quantities() == {"KQ-35-301": 2}
    used = another_phone.get(link)
    assert used.status_code == 410
    assert WORDS["used"] in used.text
    assert not another_phone.session.cookies
    assert another_phone.get("/cart").status_code == 404
    assert phone.get(link).url.endswith("/cart"), "by the phone that used it, it is opened again"


def test_a_code_whose_time_is_over_and_one_that_never_was_look_the_same(
    shop_hub: ShopHub, kiosk: Asker, phone: Phone
) -> None:
    link = hand_over(kiosk, begin_cart(kiosk, pencil()).cart)
    shop_hub.clock.now += LIFETIME_S
    over, unknown = phone.get(link), phone.get(f"/c/{NO_CODE}")
    assert over.status_code == unknown.status_code == 404
    assert over.text == unknown.text
    assert WORDS["expired"] in over.text


@ON_ONE_DATABASE
@pytest.mark.parametrize("name", ["Sec-Purpose", "Purpose", "X-Moz"])
def test_who_only_looks_uses_no_code(kiosk: Asker, phone: Phone, name: str) -> None:
    link = hand_over(kiosk, begin_cart(kiosk, pencil()).cart)
    assert phone.session.head(link, timeout=10).status_code == 200
    assert phone.get(link, **{name: "prefetch;prerender"}).status_code == 503
    assert not phone.session.cookies
    assert phone.get(link).status_code == 200


@ON_ONE_DATABASE
@pytest.mark.parametrize("code", ["%00", "%ff%fe", "..%2f..%2fetc", "<script>", "é" * 200, "x" * 5000])
def test_a_hostile_code_opens_nothing(kiosk: Asker, phone: Phone, code: str) -> None:
    page = phone.get(f"/c/{code}")
    assert page.status_code == 404
    assert "<script>" not in page.text
    assert kiosk.ask("POST", f"/v1/handoffs/{code}/redeem").status_code in {404, 422}


def test_the_database_knows_no_code(shop_hub: ShopHub, kiosk: Asker) -> None:
    code = code_in(hand_over(kiosk, begin_cart(kiosk, pencil()).cart))
    with shop_hub.database.reading() as connection:
        (row,) = connection.execute(select(handoffs)).all()
    assert code.encode() not in row.code_hash
    assert code not in repr(row)


@ON_ONE_DATABASE
def test_codes_are_not_made_or_guessed_without_end(kiosk: Asker, phone: Phone) -> None:
    cart = begin_cart(kiosk, pencil()).cart
    made = [kiosk.ask("POST", f"/v1/carts/{cart}/handoffs").status_code for _ in range(11)]
    assert made == [201] * 10 + [429]
    guessed = [phone.get(f"/c/{NO_CODE}").status_code for _ in range(31)]
    assert guessed == [404] * 30 + [429]


def test_a_mirror_takes_the_cart_by_the_code_that_a_phone_shows(
    shop_hub: ShopHub, kiosk: Asker, other_kiosk: Asker, phone: Phone
) -> None:
    cart = begin_cart(kiosk, pencil(2)).cart
    phone.get(hand_over(kiosk, cart))
    assert phone.get("/cart/mirror").status_code == 200
    drawing = phone.get("/cart/code.svg")
    assert drawing.headers["Content-Type"] == "image/svg+xml"
    assert phone.get("/cart/code.svg").content != drawing.content, "each is good once"

    # The codes themselves are in the drawings only, which a browser draws in tests/journeys.
    code = code_in(hand_over(kiosk, cart))
    address = HubAddress(shop_hub.url, shop_hub.url, other_kiosk.token)
    connection = HubConnection(lambda: address)
    with closing(connection):
        counter = HandoffCounter(connection, HttpHub(connection, HubTime(shop_hub.clock.now_ms, shop_hub.clock)))
        assert counter.read_code(f"{shop_hub.url}/c/{code}") == code
        joined = counter.redeem(code)
        assert joined.cart == cart
        assert [line.quantity for line in merge(joined.news.operations).lines] == [2]
        assert counter.redeem(code) == joined, "an answer that was lost is asked for again"
        with pytest.raises(HubError, match="used, or its time is over"):
            counter.redeem(NO_CODE)
        with pytest.raises(HubError, match="does not have this cart yet"):
            counter.hand_over(an_id())
        link = counter.hand_over(cart)
        assert link.expires_s == LIFETIME_S
    assert another_opens(shop_hub, link.url)
    assert kiosk.ask("POST", f"/v1/handoffs/{code}/redeem").status_code == 404, "a code is good once"


def another_opens(hub: ShopHub, link: str) -> bool:
    phone = a_phone(hub)
    with phone.session:
        return phone.get(link).status_code == 200


def test_who_has_no_part_in_a_cart_hands_it_to_nobody(kiosk: Asker, other_kiosk: Asker, phone: Phone) -> None:
    cart = begin_cart(kiosk, pencil()).cart
    assert other_kiosk.ask("POST", f"/v1/carts/{cart}/handoffs").status_code == 404
    assert phone.get("/cart/code.svg").status_code == 404


def test_a_cart_that_is_gone_is_gone_from_the_phone_too(kiosk: Asker, phone: Phone, another_phone: Phone) -> None:
    cart = begin_cart(kiosk, pencil()).cart
    phone.get(hand_over(kiosk, cart))
    link = hand_over(kiosk, cart)
    assert kiosk.ask("DELETE", f"/v1/carts/{cart}").status_code == 204
    gone = phone.get("/cart")
    assert gone.status_code == 404
    assert WORDS["gone"] in gone.text
    assert WORDS["expired"] in another_phone.get(link).text
    assert kiosk.ask("POST", f"/v1/carts/{cart}/handoffs").status_code == 404


def test_a_phone_that_leaves_is_forgotten(kiosk: Asker, phone: Phone) -> None:
    hand = begin_cart(kiosk, pencil())
    link = hand_over(kiosk, hand.cart)
    phone.get(link)
    cookies = phone.session.cookies.get_dict()
    assert phone.post("/cart/leave", **{"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert phone.get("/cart").status_code == 200
    left = phone.post("/cart/leave")
    assert left.status_code == 404
    assert WORDS["gone"] in left.text
    phone.session.cookies.update(cookies)
    # The cart is gone; and the hub may have swept the phone away after it already.
    assert phone.get("/cart").status_code in {401, 404}
    assert changes(kiosk, hand.cart)["state"] == "open"


@ON_ONE_DATABASE
def test_the_cookie_is_for_this_hub_and_no_script(kiosk: Asker, phone: Phone) -> None:
    cart = begin_cart(kiosk, pencil()).cart

    def cookie(**headers: str) -> str:
        answer = requests.get(hand_over(kiosk, cart), headers=headers, allow_redirects=False, timeout=10)
        assert answer.headers["Location"] == "/cart"
        return answer.headers["Set-Cookie"]

    near = cookie()
    assert near.startswith("vitrine=")
    assert "HttpOnly" in near
    assert "SameSite=lax" in near
    assert f"Max-Age={PHONE_LIFETIME_S}" in near
    over_tls = cookie(**{"X-Forwarded-Proto": "https"})
    assert over_tls.startswith("__Host-vitrine=")
    assert "Secure" in over_tls
    assert "Path=/" in over_tls
    assert "Domain" not in over_tls


def test_what_lets_a_phone_see_its_pages_lets_it_do_nothing_that_kiosks_do(kiosk: Asker, phone: Phone) -> None:
    """Whoever scanned one code could else fill the hub's disk, or give itself as many names as it likes."""
    hand = begin_cart(kiosk, pencil())
    phone.get(hand_over(kiosk, hand.cart))
    shown = {"Authorization": f"Bearer {phone.session.cookies['vitrine']}"}
    asked: tuple[tuple[str, str, object], ...] = (
        ("GET", f"/v1/carts/{hand.cart}/changes", None),
        ("DELETE", f"/v1/carts/{hand.cart}", None),
        ("POST", "/v1/operations", {"operations": [hand.step(pencil())]}),
        ("POST", "/v1/events", {"events": []}),
        ("GET", "/v1/catalogue", None),
    )
    for method, path, body in asked:
        answer = kiosk.hub.session.request(method, kiosk.hub.url + path, json=body, headers=shown, timeout=30)
        assert answer.status_code == 403, path
    assert changes(kiosk, hand.cart)["version"] == 1


@ON_ONE_DATABASE
def test_a_cart_has_fewer_devices_than_a_removal_can_name(shop_hub: ShopHub, kiosk: Asker) -> None:
    """A kiosk with more of them in its cart could not take a line out of it any more."""
    cart = begin_cart(kiosk, pencil()).cart
    phones = [a_phone(shop_hub) for _ in range(MOST_MEMBERS)]
    with shop_hub.database.writing() as connection:
        links = [f"{shop_hub.url}/c/{make_handoff(connection, cart, shop_hub.clock.now_ms())}" for _ in phones]
    opened = []
    for phone, link in zip(phones, links, strict=True):
        shop_hub.clock.now += 2  # or it is told that these are too many codes at once
        opened.append(phone.get(link).status_code)
        phone.session.close()
    assert opened == [200] * (MOST_MEMBERS - 1) + [404], "the kiosk is one of them"
    assert MOST_MEMBERS < MOST_DEVICES


def test_phones_are_forgotten_with_their_carts(shop_hub: ShopHub, kiosk: Asker, phone: Phone) -> None:
    cart = begin_cart(kiosk, pencil()).cart
    phone.get(hand_over(kiosk, cart))
    database = shop_hub.database
    with database.writing() as connection:
        purge_phones(connection, shop_hub.clock.now_ms())
    assert phone.get("/cart").status_code == 200
    shop_hub.clock.now += PHONE_LIFETIME_S
    assert phone.get("/cart").status_code == 404
    with database.writing() as connection:
        purge_carts(connection, shop_hub.clock.now_ms())
        purge_phones(connection, shop_hub.clock.now_ms())
        assert connection.scalars(select(devices.c.kind)).all() == ["kiosk"]
