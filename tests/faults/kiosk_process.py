"""A kiosk without a screen, as a process to be killed: ``python -m tests.faults.kiosk_process FOLDER URL CART SEED``.

It reads its standard input line by line. The first is its token: it edits the cart without end and prints the id of
each step, a line, once that is on its disk. At the next line it stops editing, and prints ``sent`` once the hub has
everything. The last is how many steps the cart has: as soon as they are all here it prints ``cart`` and what that comes
to, and ends.
"""

from __future__ import annotations

import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final
from uuid import UUID

from kiosk.cart.cart import merge
from kiosk.cart.views import CartState
from kiosk.hub_address import HubAddress
from kiosk.local.cart_store import CartNews, CartStore
from kiosk.local.database import LocalData
from kiosk.local.outbox import Outbox
from kiosk.sync.hub_time import HubTime
from kiosk.sync.service import HubSync, Kiosk, Listeners
from tests.kiosk.local.disks import PRICE, new_id

if TYPE_CHECKING:
    from kiosk.cart.editor import CartEditor

_SKUS: Final = ("A", "B", "C", "COUNTED")
_LONGEST_PAUSE_S: Final = 0.04
_HEAL_S: Final = 5.0
"""So long after the network is back all devices agree."""


def main() -> None:
    """Edit until told to stop, then agree with the others."""
    folder, url, cart, seed = Path(sys.argv[1]), sys.argv[2], UUID(sys.argv[3]), int(sys.argv[4])
    token = sys.stdin.readline().strip()
    stopping, news, sent = threading.Event(), threading.Event(), threading.Event()
    threading.Thread(target=_await_stop, args=(stopping,), name="stop", daemon=True).start()
    data = LocalData(folder)
    hub_time = HubTime(_wall_ms, time.monotonic)
    kiosk = Kiosk(data, lambda: HubAddress(url, url, token), hub_time, _wall_ms, new_id, lambda *_: [])
    listeners = Listeners(lambda _: None, lambda _: news.set(), sent.set)
    with closing(data.connect()) as database, HubSync(kiosk, listeners) as sync:
        outbox = Outbox(database, _wall_ms)
        carts = CartStore(database, outbox, hub_time.now_ms, new_id)
        if carts.record(cart) is None:
            carts.join(cart, CartNews((), 0, CartState.OPEN, None))
        sync.wake()
        _edit(carts, cart, Random(seed), sync, stopping)
        while outbox.health().unsent:
            sent.wait()
            sent.clear()
        print("sent", flush=True)  # noqa: T201 - the test reads it
        _await_steps(carts, cart, int(sys.stdin.readline()), news)
        lines = merge(carts.operations(cart)).lines
        told = sorted((line.sku, line.quantity, sorted(line.options.items())) for line in lines)
        print("cart", told, flush=True)  # noqa: T201 - the test reads it


def _edit(carts: CartStore, cart: UUID, random: Random, sync: HubSync, stopping: threading.Event) -> None:
    while not stopping.wait(random.random() * _LONGEST_PAUSE_S):
        with carts.editing(cart) as editor:
            _change(editor, random)
        for operation in editor.made:
            print(operation.id, flush=True)  # noqa: T201 - the test reads it
        sync.wake()


def _change(editor: CartEditor, random: Random) -> None:
    sku = random.choice(_SKUS)
    what = "add" if sku == "COUNTED" else random.choice(("add", "add", "take", "remove", "option"))
    match what:
        case "add":
            editor.add(sku, 1, PRICE)
        case "take":
            editor.take(sku, 1)
        case "remove":
            editor.remove(sku)
        case _:
            editor.set_option(sku, "gift_wrap", random.choice(("yes", "no")))


def _await_steps(carts: CartStore, cart: UUID, count: int, news: threading.Event) -> None:
    end = time.monotonic() + _HEAL_S
    while len(carts.operations(cart)) < count and (left := end - time.monotonic()) > 0:
        news.wait(left)
        news.clear()


def _await_stop(stopping: threading.Event) -> None:
    sys.stdin.readline()
    stopping.set()


def _wall_ms() -> int:
    return time.time_ns() // 1_000_000


if __name__ == "__main__":
    main()
