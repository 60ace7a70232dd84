"""Waiting for carts to change: many at once, in several processes of the hub, and until it ends."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kiosk.hub.admin import dismiss_device
from kiosk.hub.cart_watch import CartWatch
from kiosk.hub.database import Database
from kiosk.hub.devices import DeviceKind
from tests.kiosk.hub.conftest import Asker, shop_hub_on
from tests.kiosk.hub.steps import Hand, an_id, changes, send, statuses

if TYPE_CHECKING:
    from tests.kiosk.hub.conftest import ShopHub

WAITERS = 60


def wait_until_waiting(hub: ShopHub, carts: int = 1) -> None:
    end = time.monotonic() + 10
    while len(hub.watch._waiting) < carts:
        assert time.monotonic() < end
        threading.Event().wait(0.01)


def rest(connection: socket.socket) -> bytes:
    received = b""
    while part := connection.recv(65536):
        received += part
    return received


def test_a_change_in_one_process_wakes_who_waits_in_another(database_url: str) -> None:
    with ExitStack() as stack:
        hubs = [stack.enter_context(shop_hub_on(stack.enter_context(closing(Database(database_url))))) for _ in "12"]
        kiosk = hubs[0].admit("mirror 1")
        staff = hubs[1].admit("staff 1", DeviceKind.STAFF)
        hand = Hand("k1")
        send(kiosk, hand.step())
        with ThreadPoolExecutor(1) as waiter:
            waiting = waiter.submit(changes, kiosk, hand.cart, 1, 20)
            wait_until_waiting(hubs[0])
            began = time.monotonic()
            assert statuses(staff, Hand("s1", hand.cart).step()) == ["accepted"]
            assert [change["version"] for change in waiting.result(10)["changes"]] == [2]
            assert time.monotonic() - began < 5


def test_one_cart_holds_no_more_connections_than_its_devices_need(database: Database) -> None:
    async def crowd() -> int:
        watch, cart = CartWatch(database), an_id()
        waiting = [asyncio.create_task(watch.wait(cart, 0, 60)) for _ in range(100)]
        await asyncio.sleep(0)  # each begins to wait, or is let go
        await asyncio.sleep(0)
        held = sum(not task.done() for task in waiting)
        watch.close()
        await asyncio.gather(*waiting)
        return held

    assert asyncio.run(crowd()) == 64


def test_leases_and_ends_wake_too(shop_hub: ShopHub) -> None:
    kiosk, staff = shop_hub.admit("mirror 1"), shop_hub.admit("staff 1", DeviceKind.STAFF)
    hand = Hand("k1")
    send(kiosk, hand.step())
    lease = f"/v1/carts/{hand.cart}/lease"
    acts: list[tuple[str, str, object]] = [
        ("POST", lease, {"order": str(an_id())}),
        ("DELETE", lease, None),
        ("DELETE", f"/v1/carts/{hand.cart}", None),
    ]
    told = changes(staff, hand.cart)
    states = []
    with ThreadPoolExecutor(1) as waiter:
        for method, path, body in acts:
            waiting = waiter.submit(changes, staff, hand.cart, told["version"], 20)
            wait_until_waiting(shop_hub)
            assert kiosk.ask(method, path, json=body).ok
            told = waiting.result(10)
            states.append(told["state"])
    assert states == ["paying", "open", "gone"]


def test_a_device_that_is_revoked_while_it_waits_is_told_nothing(shop_hub: ShopHub) -> None:
    kiosk, staff = shop_hub.admit("mirror 1"), shop_hub.admit("staff 1", DeviceKind.STAFF)
    hand = Hand("k1")
    send(kiosk, hand.step())
    with ThreadPoolExecutor(1) as waiter:
        path = f"/v1/carts/{hand.cart}/changes?after=1&wait=20"
        waiting = waiter.submit(kiosk.ask, "GET", path)
        wait_until_waiting(shop_hub)
        dismiss_device(shop_hub.database, "mirror 1")
        shop_hub.clock.now += 5
        send(staff, Hand("s1", hand.cart).step())
        answer = waiting.result(10)
    assert (answer.status_code, answer.json()["type"]) == (401, "urn:vitrine:revoked")


def test_any_number_wait_and_the_hub_serves_the_others(shop_hub: ShopHub) -> None:
    kiosk = shop_hub.admit("mirror 1")
    hands = [Hand("k1") for _ in range(WAITERS)]
    send(kiosk, *(hand.step() for hand in hands))
    address = urlsplit(shop_hub.url)
    with ExitStack() as stack:
        waiting = []
        for hand in hands:
            connection = stack.enter_context(socket.create_connection((address.hostname, address.port), 10))
            head = f"GET /v1/carts/{hand.cart}/changes?after=1&wait=20 HTTP/1.1\r\nHost: hub\r\n"
            connection.sendall(f"{head}Authorization: Bearer {kiosk.token}\r\nConnection: close\r\n\r\n".encode())
            waiting.append(connection)
        wait_until_waiting(shop_hub, WAITERS)
        assert statuses(kiosk, *(hand.step() for hand in hands)) == ["accepted"] * WAITERS
        for connection in waiting:
            body = rest(connection).partition(b"\r\n\r\n")[2]
            assert [change["version"] for change in json.loads(body)["changes"]] == [2]


def test_who_waits_is_answered_when_the_hub_ends(database: Database) -> None:
    with ThreadPoolExecutor(1) as waiter:
        with shop_hub_on(database) as hub:
            kiosk: Asker = hub.admit("mirror 1")
            hand = Hand("k1")
            send(kiosk, hand.step())
            waiting = waiter.submit(changes, kiosk, hand.cart, 1, 20)
            wait_until_waiting(hub)
            began = time.monotonic()
        assert waiting.result(10)["changes"] == []
        assert time.monotonic() - began < 5
