"""A cart on a phone: what its page says, and what is done there."""

from __future__ import annotations

import string
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.hub.cart_page import load_cart_words
from kiosk.local_text import LANGUAGES
from tests.kiosk.hub.conftest import shop_hub_on
from tests.kiosk.hub.phones import (
    BLONDE,
    ON_ONE_DATABASE,
    STORE,
    Page,
    Phone,
    begin_cart,
    hand_over,
    open_shop,
    pencil,
    step,
)
from tests.kiosk.hub.steps import an_id, changes, statuses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.kiosk.hub.conftest import Asker, ShopHub
    from tests.kiosk.hub.steps import Hand

WORDS = load_cart_words()
REMOVE = {"kind": "remove", "sku": BLONDE}
TAKE = {"kind": "take", "sku": BLONDE, "quantity": 1}


@pytest.fixture
def kiosk(shop_hub: ShopHub) -> Asker:
    open_shop(shop_hub.database)
    return shop_hub.admit("Mirror by the door", store=STORE)


@pytest.fixture
def hand(kiosk: Asker) -> Hand:
    """The kiosk's, on a cart with two pencils."""
    return begin_cart(kiosk, pencil(2))


@pytest.fixture
def phone(shop_hub: ShopHub, kiosk: Asker, hand: Hand) -> Iterator[Phone]:
    """A phone with that cart."""
    phone = Phone(shop_hub.url)
    with phone.session:
        phone.get(hand_over(kiosk, hand.cart))
        yield phone


def note(text: str) -> dict[str, Any]:
    return {"kind": "note", "text": text}


def test_the_page_says_all_of_a_cart(kiosk: Asker, hand: Hand, phone: Phone) -> None:
    more = [
        pencil(4, "KQ-35-302", 1700),
        {"kind": "coupon", "code": "WELCOME5", "applied": True},
        {"kind": "coupon", "code": "NOT-OURS", "applied": True},
        note("Ring <b>twice</b>"),
        pencil(1, "no-such-thing"),
    ]
    assert statuses(kiosk, *map(hand.step, more)) == ["accepted"] * 5
    page = phone.cart()
    assert page.quantities() == {BLONDE: 2, "KQ-35-302": 4}
    for said in (
        "Fine Quill",
        "Blonde",
        "Soft Brown",
        "€18.00 each",
        "€17.00 when you added it",
        "The shop does not sell this any more",
        "WELCOME5",
        "Applied",
        "The shop does not know this coupon",
        "Ring <b>twice</b>",
        "From €100.00 on your order costs less: you save €10.00.",
        "With your welcome code your order costs 5% less: you save €5.40.",
        "€108.00",
        "You save",
        "€15.40",
        "Total",
        "€92.60",
        "24% VAT included",
    ):
        assert said in page.text, said
    assert "<b>" not in phone.get("/cart").text


def test_who_pays_is_said_and_nothing_can_be_changed_meanwhile(kiosk: Asker, hand: Hand, phone: Phone) -> None:
    assert phone.cart().of(f"add-{BLONDE}")
    leased = kiosk.ask("POST", f"/v1/carts/{hand.cart}/lease", json={"order": str(an_id())})
    assert leased.status_code == 200
    page = phone.cart()
    assert "Being paid at Mirror by the door" in page.text
    assert page.quantities() == {BLONDE: 2}
    assert not [attributes for _, attributes in page.tags if {"data-do", "data-option"} & attributes.keys()]
    assert kiosk.ask("DELETE", f"/v1/carts/{hand.cart}/lease").status_code == 204
    assert phone.cart().of(f"add-{BLONDE}")


@ON_ONE_DATABASE
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_speak_the_phones_language(phone: Phone, language: str) -> None:
    said = {"Accept-Language": f"de, {language}-XX;q=0.8, en;q=0.1"}
    for path, status in (("/cart", 200), ("/cart/mirror", 200), ("/c/nothing", 404)):
        page = phone.get(path, **said)
        html = next(attributes for tag, attributes in Page(page.text).tags if tag == "html")
        assert page.status_code == status
        assert html["lang"] == page.headers["Content-Language"] == language
        assert html["dir"] == ("rtl" if language == "ar" else "ltr")


def test_every_language_says_everything() -> None:
    def blanks(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert set(WORDS) == set(LANGUAGES)
    for words in WORDS.values():
        assert words.keys() == WORDS["en"].keys()
        for name, text in words.items():
            assert text.strip()
            assert blanks(text) == blanks(WORDS["en"][name]), name


@ON_ONE_DATABASE
def test_nothing_of_a_cart_is_cached_found_framed_or_passed_on(kiosk: Asker, hand: Hand, phone: Phone) -> None:
    answers = [phone.get(path) for path in ("/cart", "/cart/mirror", "/cart/code.svg", "/c/nothing")]
    answers.append(phone.get(f"/cart/contents?cart={hand.cart}&after=-1"))
    answers.append(phone.session.get(hand_over(kiosk, hand.cart), allow_redirects=False, timeout=10))
    for answer in answers:
        headers = answer.headers
        assert headers["Cache-Control"] == "no-store"
        assert "noindex" in headers["X-Robots-Tag"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


def test_the_page_is_drawn_anew_when_something_is_done_elsewhere(kiosk: Asker, hand: Hand, phone: Phone) -> None:
    asked = threading.Event()

    def wait() -> dict[str, int]:
        asked.set()
        return Page(phone.get(f"/cart/contents?cart={hand.cart}&after=1").text).quantities()

    with ThreadPoolExecutor(1) as pool:
        drawn = pool.submit(wait)
        assert asked.wait(10)
        assert statuses(kiosk, hand.step(pencil())) == ["accepted"]
        assert drawn.result(10) == {BLONDE: 3}


def test_what_a_phone_does_is_done_once_in_its_order(kiosk: Asker, hand: Hand, phone: Phone) -> None:
    steps = [step(hand.cart, pencil(), 1), step(hand.cart, TAKE, 2), step(hand.cart, note("Hello"), 3)]
    assert [result["status"] for result in phone.send(*steps)] == ["accepted"] * 3
    again = [*steps, step(hand.cart, pencil(), 4)]
    assert [result["status"] for result in phone.send(*again)] == ["duplicate"] * 3 + ["accepted"]
    told = changes(kiosk, hand.cart, after=1)["changes"]
    assert [change["operation"]["id"] for change in told] == [one["id"] for one in again]
    assert [change["operation"]["sequence"] for change in told] == [1, 2, 3, 4]
    assert len({change["operation"]["device"] for change in told}) == 1
    assert phone.cart().quantities() == {BLONDE: 3}
    assert set(str(phone.cart().of("cart")["data-own"]).split()) == {one["id"] for one in again}


@pytest.mark.parametrize("processes", [1, 2])
def test_pages_that_are_open_twice_lose_nothing(shop_hub: ShopHub, hand: Hand, phone: Phone, processes: int) -> None:
    """Both tell of the same steps and of steps of their own, at the same time, to one process of the hub or to two."""
    both = [step(hand.cart, pencil(), count) for count in range(10)]
    pages = [[*both, *(step(hand.cart, pencil(), count) for count in range(10))] for _ in range(2)]
    start = threading.Barrier(len(pages))
    results: list[str] = []

    def send(url: str, steps: list[dict[str, Any]]) -> None:
        start.wait(10)
        page = Phone(url, phone.session)
        while steps:
            answer = page.post("/cart/operations", {"operations": steps[:1]})
            if answer.status_code == 200:
                results.append(answer.json()["results"][0]["status"])
                steps = steps[1:]
            else:
                assert answer.status_code == 503, answer.text

    with ExitStack() as stack:
        hubs = [shop_hub, shop_hub if processes == 1 else stack.enter_context(shop_hub_on(shop_hub.database))]
        pool = stack.enter_context(ThreadPoolExecutor(len(pages)))
        list(pool.map(send, [hub.url for hub in hubs], pages))
    assert sorted(results) == ["accepted"] * 30 + ["duplicate"] * 10
    assert phone.cart().quantities() == {BLONDE: 32}


def test_a_removal_on_the_phone_takes_what_the_phone_knew(kiosk: Asker, hand: Hand, phone: Phone) -> None:
    """Its own steps before it, whether a drawing had them or not, and the others' that it had seen."""
    observed = {str(kiosk.device.id): 1}
    assert statuses(kiosk, hand.step(pencil(5))) == ["accepted"]
    phone.send(step(hand.cart, pencil(), 1), step(hand.cart, {**REMOVE, "observed": observed}, 2))
    assert phone.cart().quantities() == {BLONDE: 5}
    phone.send(step(hand.cart, pencil(), 3))
    assert phone.cart().quantities() == {BLONDE: 6}


def test_a_step_that_is_none_is_refused_and_the_others_are_taken(hand: Hand, phone: Phone) -> None:
    bad = step(hand.cart, {"kind": "coupon", "code": "lower case", "applied": True})
    steps = [step(hand.cart, pencil()), bad, step(hand.cart, pencil())]
    assert [result["status"] for result in phone.send(*steps)] == ["accepted", "refused", "accepted"]
    assert [result["status"] for result in phone.send(*steps)] == ["duplicate", "refused", "duplicate"]
    assert phone.cart().quantities() == {BLONDE: 4}


@pytest.mark.parametrize("late", [{"counter": 2**31 - 1}, {"wall_ms": 2**48 - 1}, {"counter": 2.0**31 - 1}])
def test_a_phone_leaves_the_others_something_to_come_after(hand: Hand, phone: Phone, late: dict[str, object]) -> None:
    """A stamp is later than all that its device has seen: after the last one that there can be, a kiosk has none."""
    (result,) = phone.send(step(hand.cart, pencil()) | late)
    assert result["status"] == "refused"
    assert [result["status"] for result in phone.send(step(hand.cart, pencil()))] == ["accepted"]


def test_a_phone_does_nothing_to_carts_that_it_was_not_let_into(kiosk: Asker, phone: Phone) -> None:
    other = begin_cart(kiosk, pencil())
    (refused, unknown) = phone.send(step(other.cart, pencil()), step(an_id(), pencil()))
    assert (refused["status"], refused["reason"]) == (unknown["status"], unknown["reason"])
    assert refused["status"] == "refused"
    assert changes(kiosk, other.cart)["version"] == 1


def test_what_was_done_to_the_cart_before_still_counts_when_the_phone_has_another(
    kiosk: Asker, hand: Hand, phone: Phone
) -> None:
    other = begin_cart(kiosk, pencil(7))
    phone.get(hand_over(kiosk, other.cart))
    assert phone.cart().quantities() == {BLONDE: 7}
    late = phone.send(step(hand.cart, pencil()))
    assert late[0]["status"] == "accepted"
    drawn = phone.session.get(f"{phone.url}/cart/contents?cart={hand.cart}&after=2", timeout=10)  # which is no wait
    assert Page(drawn.text).of("cart")["data-cart"] == str(other.cart)


@ON_ONE_DATABASE
@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Vitrine-Page": ""}]
)
def test_another_sites_page_changes_nothing(hand: Hand, phone: Phone, headers: dict[str, str]) -> None:
    sent = {key: value or None for key, value in headers.items()}
    answer = phone.session.post(
        f"{phone.url}/cart/operations",
        json={"operations": [step(hand.cart, pencil())]},
        headers={"Vitrine-Page": "cart", **sent},
        timeout=10,
    )
    assert answer.status_code == 403
    assert phone.cart().quantities() == {BLONDE: 2}


@ON_ONE_DATABASE
def test_who_has_no_cart_changes_none(shop_hub: ShopHub, hand: Hand) -> None:
    stranger = Phone(shop_hub.url)
    with stranger.session:
        answer = stranger.post("/cart/operations", {"operations": [step(hand.cart, pencil())]})
        assert answer.status_code == 404
        assert stranger.get(f"/cart/contents?cart={hand.cart}&after=-1").status_code == 404
        assert stranger.get("/cart/mirror").status_code == 404


@ON_ONE_DATABASE
@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {"operations": "none"},
        {"operations": [{"id": "x"}]},
        {"operations": [step(an_id(), pencil())] * 101},
        {"operations": [{**step(an_id(), pencil()), "id": "no-id"}]},
    ],
)
def test_what_no_page_sends_is_refused(phone: Phone, body: object) -> None:
    assert phone.post("/cart/operations", body).status_code == 422


@ON_ONE_DATABASE
@pytest.mark.parametrize("extra", [{"action": []}, {"action": {"kind": "remove", "observed": 7}}, {"wall_ms": "now"}])
def test_what_no_script_makes_is_refused(hand: Hand, phone: Phone, extra: dict[str, object]) -> None:
    (result,) = phone.send({**step(hand.cart, pencil()), **extra})
    assert result["status"] == "refused"
    assert phone.cart().quantities() == {BLONDE: 2}
