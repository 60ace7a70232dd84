"""Kiosks whose network goes away without a word."""

from __future__ import annotations

import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from kiosk.cart.views import CartState
from kiosk.local.cart_store import CartNews
from kiosk.sync.status import LinkState
from tests.kiosk.local.disks import new_id
from tests.kiosk.sync.mirrors import Mirror
from tests.kiosk.sync.wire import Wire

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.kiosk.sync.mirrors import StoppableHub


@pytest.fixture
def wire(hub: StoppableHub) -> Iterator[Wire]:
    with Wire(lambda: hub.port) as wire:
        yield wire


@pytest.fixture
def mirrors(hub: StoppableHub, wire: Wire, tmp_path: Path) -> Iterator[tuple[Mirror, Mirror]]:
    with ExitStack() as stack:
        door, window = (
            stack.enter_context(Mirror(tmp_path / name, hub, name, lambda: wire.port)) for name in ("door", "window")
        )
        yield door, window


def test_devices_agree_within_five_seconds_of_the_networks_return(
    mirrors: tuple[Mirror, Mirror], hub: StoppableHub, wire: Wire
) -> None:
    door, window = mirrors
    cart = new_id()
    door.add(cart)
    door.await_sent()
    hub.let_in(cart, window.device)
    window.disk.carts.join(cart, CartNews((), 0, CartState.OPEN, None))
    window.sync.wake()
    window.await_quantities(cart, {"rouge-01": 1})

    wire.cut()
    door.add(cart)
    window.add(cart, "rouge-02")
    door.await_state(LinkState.OFFLINE)
    wire.mend()
    begun = time.monotonic()
    wanted = {"rouge-01": 2, "rouge-02": 1}
    door.await_quantities(cart, wanted)
    window.await_quantities(cart, wanted)

    assert time.monotonic() - begun < 5.0
