"""What devices do to carts, at a hub on each kind of database."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.hub.devices import DeviceKind
from tests.kiosk.hub.steps import Hand, add, an_id, changes, send, statuses

if TYPE_CHECKING:
    from tests.kiosk.hub.conftest import Asker, ShopHub


@pytest.fixture
def kiosk(shop_hub: ShopHub) -> Asker:
    return shop_hub.admit("mirror 1")


@pytest.fixture
def stranger(shop_hub: ShopHub) -> Asker:
    return shop_hub.admit("mirror 2", store="patras")


def test_what_was_done_is_told_in_the_order_in_which_it_was_taken(kiosk: Asker) -> None:
    hand = Hand("k1")
    steps = [hand.step(add("lip-1")), hand.step(add("eye-1")), hand.step({"kind": "note", "text": "Δώρο"})]
    assert statuses(kiosk, *steps) == ["accepted"] * 3
    told = changes(kiosk, hand.cart)
    assert [change["version"] for change in told["changes"]] == [1, 2, 3]
    assert [change["operation"] for change in told["changes"]] == steps
    assert (told["version"], told["state"], told["lease"]) == (3, "open", None)
    assert [change["version"] for change in changes(kiosk, hand.cart, after=2)["changes"]] == [3]


def test_a_step_that_comes_again_is_taken_once(kiosk: Asker) -> None:
    hand = Hand("k1")
    first, second = hand.step(), hand.step()
    assert statuses(kiosk, first, first) == ["accepted", "duplicate"]
    assert statuses(kiosk, first, second, second) == ["duplicate", "accepted", "duplicate"]
    assert changes(kiosk, hand.cart)["version"] == 2


def test_a_step_waits_for_those_before_it(kiosk: Asker) -> None:
    hand = Hand("k1")
    first, second, third = hand.step(), hand.step(), hand.step()
    (early,) = send(kiosk, third)
    assert (early["status"], early["expected"]) == ("gap", 1)
    assert statuses(kiosk, first, third, second, third) == ["accepted", "gap", "accepted", "accepted"]
    assert changes(kiosk, hand.cart)["version"] == 3


NO_ACTIONS: list[Any] = [
    {"kind": "add", "sku": "lip-1", "quantity": 100, "price_seen": {"minor": 1, "currency": "EUR"}},
    {"kind": "add", "sku": "", "quantity": 1, "price_seen": {"minor": 1, "currency": "EUR"}},
    {"kind": "add", "sku": "lip-1", "quantity": 1, "price_seen": {"minor": 1, "currency": "XXY"}},
    {"kind": "note", "text": "\u0000"},
    {"kind": "note", "text": "\ud800"},
    {"kind": "steal"},
    {"kind": "note", "text": "x" * 201},
    [],
    None,
]


def test_what_is_no_action_is_refused_and_takes_its_place(kiosk: Asker) -> None:
    hand = Hand("k1")
    wrong = [hand.step() | {"action": action} for action in NO_ACTIONS]
    right = hand.step()
    *refused, taken = send(kiosk, *wrong, right)
    assert {result["status"] for result in refused} == {"refused"}
    assert all(result["reason"].startswith("action") for result in refused)
    assert taken["status"] == "accepted"
    assert send(kiosk, *wrong) == refused, "again, for the same reason"
    assert [change["operation"] for change in changes(kiosk, hand.cart)["changes"]] == [right]


def test_what_is_no_step_is_refused_and_the_others_are_taken(kiosk: Asker) -> None:
    wrong: list[object] = [
        None,
        1,
        "x",
        [],
        {},
        {"id": "x"},
        Hand("k1").step() | {"sequence": 0},
        Hand("\u0000").step(),
    ]
    *refused, taken = send(kiosk, *wrong, Hand("k1").step())
    assert {(result["status"], result["id"]) for result in refused} == {("refused", None)}
    assert taken["status"] == "accepted"


def test_a_number_or_an_id_that_another_step_has_is_refused(kiosk: Asker) -> None:
    hand = Hand("k1")
    first, second = hand.step(), hand.step()
    assert statuses(kiosk, first) == ["accepted"]
    assert statuses(kiosk, first | {"id": str(an_id())}) == ["refused"]
    assert statuses(kiosk, second | {"id": first["id"]}) == ["refused"]
    assert statuses(kiosk, hand.step()) == ["accepted"], "the refused one took its place"
    assert changes(kiosk, hand.cart)["version"] == 2


def test_a_stranger_neither_reads_nor_changes_a_cart(kiosk: Asker, stranger: Asker) -> None:
    hand = Hand("k1")
    send(kiosk, hand.step())
    (refused,) = send(stranger, Hand("k2", hand.cart).step())
    assert refused["status"] == "refused"
    (forged,) = send(stranger, hand.step())
    assert forged["status"] == "refused"
    for method, path in (("GET", "/changes"), ("DELETE", ""), ("DELETE", "/lease")):
        assert stranger.ask(method, f"/v1/carts/{hand.cart}{path}").status_code == 404
    assert stranger.ask("POST", f"/v1/carts/{hand.cart}/lease", json={"order": str(an_id())}).status_code == 404
    assert changes(kiosk, hand.cart)["version"] == 1


def test_the_shops_people_use_the_carts_of_their_store(shop_hub: ShopHub, kiosk: Asker) -> None:
    hand = Hand("k1")
    send(kiosk, hand.step())
    here = shop_hub.admit("staff 1", DeviceKind.STAFF)
    elsewhere = shop_hub.admit("staff 2", DeviceKind.STAFF, store="patras")
    assert statuses(here, Hand("s1", hand.cart).step()) == ["accepted"]
    assert statuses(elsewhere, Hand("s2", hand.cart).step()) == ["refused"]
    assert changes(here, hand.cart)["version"] == 2


def test_a_device_cannot_sign_for_another(shop_hub: ShopHub, kiosk: Asker) -> None:
    hand = Hand("k1")
    send(kiosk, hand.step())
    staff = shop_hub.admit("staff 1", DeviceKind.STAFF)
    (refused,) = send(staff, hand.step())
    assert refused["reason"] == "another device signs with this name"


def test_only_kiosks_and_staff_begin_carts(shop_hub: ShopHub) -> None:
    assert statuses(shop_hub.admit("other", DeviceKind.TILL), Hand("x").step()) == ["refused"]


def test_an_abandoned_cart_is_gone_for_good(kiosk: Asker) -> None:
    hand = Hand("k1")
    first = hand.step({"kind": "note", "text": "for Maria"})
    send(kiosk, first)
    for _ in range(2):
        assert kiosk.ask("DELETE", f"/v1/carts/{hand.cart}").status_code == 204
    told = changes(kiosk, hand.cart)
    assert (told["changes"], told["state"]) == ([], "gone")
    assert statuses(kiosk, first, hand.step()) == ["refused", "refused"]


def test_a_cart_that_is_abandoned_before_its_first_step_comes_does_not_come_back(kiosk: Asker) -> None:
    hand = Hand("k1")
    assert kiosk.ask("DELETE", f"/v1/carts/{hand.cart}").status_code == 204
    assert statuses(kiosk, hand.step()) == ["refused"]


def test_one_device_pays_at_a_time(shop_hub: ShopHub, kiosk: Asker) -> None:
    hand = Hand("k1")
    send(kiosk, hand.step())
    staff = shop_hub.admit("staff 1", DeviceKind.STAFF)
    path, order = f"/v1/carts/{hand.cart}/lease", str(an_id())
    taken = kiosk.ask("POST", path, json={"order": order})
    assert taken.json() == {"device": "mirror 1", "is_own": True, "order": order, "remaining_s": 120.0}
    told = changes(staff, hand.cart, after=1)
    assert (told["state"], told["lease"]["device"], told["lease"]["is_own"]) == ("paying", "mirror 1", False)
    late = staff.ask("POST", path, json={"order": str(an_id())})
    assert (late.status_code, late.json()["type"]) == (409, "urn:vitrine:leased")
    assert "mirror 1" in late.json()["detail"]
    assert staff.ask("DELETE", path).status_code == 204, "which lets nothing go: it is not its own"
    assert staff.ask("DELETE", f"/v1/carts/{hand.cart}").status_code == 409

    shop_hub.clock.now += 100
    assert kiosk.ask("POST", path, json={"order": order}).json()["remaining_s"] == 120.0
    shop_hub.clock.now += 119
    assert staff.ask("POST", path, json={"order": order}).status_code == 409
    shop_hub.clock.now += 1
    assert changes(staff, hand.cart)["state"] == "open"
    assert staff.ask("POST", path, json={"order": order}).status_code == 200
    assert staff.ask("DELETE", path).status_code == 204
    assert kiosk.ask("POST", path, json={"order": order}).status_code == 200


def test_who_waits_for_a_change_is_told_when_it_comes(shop_hub: ShopHub, kiosk: Asker) -> None:
    hand = Hand("k1")
    send(kiosk, hand.step())
    with ThreadPoolExecutor(1) as waiter:
        waiting = waiter.submit(changes, kiosk, hand.cart, 1, 20)
        watch = shop_hub.watch
        while not watch._waiting:
            threading.Event().wait(0.01)
        began = time.monotonic()
        assert statuses(shop_hub.admit("staff 1", DeviceKind.STAFF), Hand("s1", hand.cart).step()) == ["accepted"]
        told = waiting.result(10)
    assert [change["version"] for change in told["changes"]] == [2]
    assert time.monotonic() - began < 1


def test_who_waits_for_nothing_is_answered_in_the_end(kiosk: Asker) -> None:
    hand = Hand("k1")
    send(kiosk, hand.step())
    assert changes(kiosk, hand.cart, after=1, wait=0.1) == {"changes": [], "version": 1, "state": "open", "lease": None}


def test_many_devices_change_one_cart_at_once_and_every_change_has_its_own_version(
    shop_hub: ShopHub, kiosk: Asker
) -> None:
    hand = Hand("k1")
    send(kiosk, hand.step())
    staff = [shop_hub.admit(f"staff {n}", DeviceKind.STAFF) for n in range(6)]

    def work(asker: Asker) -> None:
        own = Hand(f"s-{asker.device.id}", hand.cart)
        assert [statuses(asker, own.step()) for _ in range(10)] == [["accepted"]] * 10

    with ThreadPoolExecutor(len(staff)) as threads:
        list(threads.map(work, staff))
    told = changes(kiosk, hand.cart)
    assert [change["version"] for change in told["changes"]] == list(range(1, 62))


def test_every_answer_says_what_time_it_is(shop_hub: ShopHub, kiosk: Asker) -> None:
    shop_hub.clock.now += 5
    for answer in (
        kiosk.ask("POST", "/v1/operations", json={"operations": []}),
        kiosk.ask("GET", "/v1/nothing"),
        shop_hub.session.get(f"{shop_hub.url}/v1/carts/{an_id()}/changes", timeout=5),
    ):
        assert answer.headers["Vitrine-Now-Ms"] == str(shop_hub.clock.now_ms())


def test_a_request_that_is_too_large_is_refused(kiosk: Asker) -> None:
    answer = kiosk.ask("POST", "/v1/operations", data=b'{"operations": [' + b" " * 2**20 + b"]}")
    assert answer.status_code == 413
    assert answer.headers["Content-Type"] == "application/problem+json"
    many = [Hand("k1").step() for _ in range(501)]
    assert kiosk.ask("POST", "/v1/operations", json={"operations": many}).status_code == 422
