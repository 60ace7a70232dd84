"""Kiosks and a real hub over loopback."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import requests

from kiosk.cart.views import CartState
from kiosk.local.cart_store import CartNews
from kiosk.sync.status import LinkState
from tests.kiosk.local.disks import new_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from tests.kiosk.sync.mirrors import Mirror, StoppableHub

    Begin = Callable[[str], Mirror]


def give(hub: StoppableHub, cart: UUID, other: Mirror) -> None:
    """Let another kiosk have a cart, as redeeming a hand-off does."""
    hub.let_in(cart, other.device)
    other.disk.carts.join(cart, CartNews((), 0, CartState.OPEN, None))
    other.sync.wake()


def test_what_is_done_here_is_there_elsewhere_at_once(hub: StoppableHub, mirror: Begin) -> None:
    door, window = mirror("door"), mirror("window")
    cart = new_id()
    door.add(cart)
    door.await_sent()
    give(hub, cart, window)
    window.await_quantities(cart, {"rouge-01": 1})

    begun = time.monotonic()
    door.add(cart, "rouge-02", 2)
    window.await_quantities(cart, {"rouge-01": 1, "rouge-02": 2})

    assert time.monotonic() - begun < 1.0


def test_devices_agree_after_they_were_apart(hub: StoppableHub, mirror: Begin) -> None:
    door, window = mirror("door"), mirror("window")
    cart = new_id()
    door.add(cart, quantity=3)
    door.await_sent()
    give(hub, cart, window)
    window.await_quantities(cart, {"rouge-01": 3})

    hub.stop()
    door.remove(cart)
    window.add(cart, quantity=1)
    window.add(cart, "rouge-02")
    door.await_state(LinkState.OFFLINE)
    hub.start()
    begun = time.monotonic()

    wanted = {"rouge-01": 1, "rouge-02": 1}
    door.await_quantities(cart, wanted)
    window.await_quantities(cart, wanted)
    assert door.cart(cart) == window.cart(cart)
    assert time.monotonic() - begun < 5.0


def test_steps_wait_for_a_hub_that_is_away_and_go_by_themselves(hub: StoppableHub, mirror: Begin) -> None:
    hub.stop()
    door = mirror("door")
    cart = new_id()
    for _ in range(3):
        door.add(cart)
    assert door.await_state(LinkState.OFFLINE).trouble

    hub.start()
    door.await_sent()

    assert door.await_state(LinkState.CONNECTED).trouble == ""
    assert door.quantities(cart) == {"rouge-01": 3}


def test_a_revoked_kiosk_keeps_its_unsent_work_and_says_so(hub: StoppableHub, mirror: Begin) -> None:
    door = mirror("door")
    cart = new_id()
    door.add(cart)
    door.await_sent()

    hub.revoke("door")
    begun = time.monotonic()
    while door.sync.status.state is not LinkState.REFUSED or door.disk.outbox.health().unsent == 0:
        door.add(cart)
        time.sleep(0.2)  # so that a hub that remembers devices for a while is asked again
        assert time.monotonic() - begun < 5.0

    assert door.disk.outbox.health().parked == ()
    assert "vitrine enrol" in door.sync.status.trouble


def test_a_visit_that_ends_takes_its_cart_from_the_hub(hub: StoppableHub, mirror: Begin) -> None:
    door = mirror("door")
    cart = new_id()
    door.add(cart)
    door.await_sent()

    door.disk.carts.leave(cart)
    door.sync.wake()
    door.await_sent()

    assert door.disk.carts.record(cart) is None
    assert b"rouge-01" not in door.disk.files()


def test_the_hub_s_time_is_learnt_from_its_answers(hub: StoppableHub, mirror: Begin) -> None:
    door = mirror("door")
    door.add(new_id())
    door.await_sent()

    told = int(requests.get(f"{hub.url}/v1/nothing", timeout=5).headers["Vitrine-Now-Ms"])

    assert abs(door.time.now_ms() - told) < 1000


def test_it_ends_while_it_waits_for_news(hub: StoppableHub, mirror: Begin) -> None:
    door = mirror("door")
    cart = new_id()
    door.add(cart)
    door.await_sent()
    assert door.carts.get(timeout=5) == cart  # the first answer came: the next question waits at the hub

    begun = time.monotonic()
    door.__exit__()

    assert time.monotonic() - begun < 2.0
