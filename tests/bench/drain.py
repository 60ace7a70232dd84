"""What it costs to keep steps on a kiosk's disk with the hub down, and how long they take to the hub when it is back.

``python -m tests.bench.drain``: prints JSON. The disk is the one of the folder for temporary files, or of ``--folder``.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import threading
import time
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.cart.cart import merge
from kiosk.local.cart_store import CartStore
from kiosk.local.database import LocalData
from kiosk.local.outbox import Outbox
from kiosk.local_hub import LocalHub
from kiosk.sync.hub_time import HubTime
from kiosk.sync.service import HubSync, Kiosk, Listeners
from tests.kiosk.local.disks import PRICE, new_id

if TYPE_CHECKING:
    from uuid import UUID

_PATIENCE: Final = 300.0
_OF_A_CART: Final = 20


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="on the disk that is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        data = LocalData(Path(folder) / "kiosk")
        taps = _queue(data, options.steps)
        with closing(LocalHub(Path(folder))) as hub:
            hub.address()
            seconds = _drain(data, hub)
    cuts = statistics.quantiles(taps, n=100)
    figures = {
        "steps": options.steps,
        "tap to committed, ms": {"p50": round(cuts[49], 2), "p95": round(cuts[94], 2), "p99": round(cuts[98], 2)},
        "drained in, s": round(seconds, 2),
    }
    print(json.dumps(figures, indent=2))  # noqa: T201 - they are what it is for


def _queue(data: LocalData, steps: int) -> list[float]:
    """Fill carts while there is no hub; milliseconds from each tap to its cart as it is on the disk."""
    taps = []
    with closing(data.connect()) as database:
        carts = CartStore(database, Outbox(database, _wall_ms), _wall_ms, new_id)
        cart = new_id()
        for number in range(steps):
            cart = new_id() if number % _OF_A_CART == 0 else cart
            begun = time.perf_counter()
            with carts.editing(cart) as editor:
                editor.add(f"sku-{number % _OF_A_CART}", 1, PRICE)
            merge(carts.operations(cart))
            taps.append((time.perf_counter() - begun) * 1000)
    return taps


def _drain(data: LocalData, hub: LocalHub) -> float:
    """Seconds until the hub has everything, through the kiosk's own way there."""
    sent = threading.Event()

    def ignore(_: UUID) -> None:
        """Nobody looks at the carts."""

    kiosk = Kiosk(data, hub.address, HubTime(_wall_ms, time.monotonic), _wall_ms, new_id, lambda *_: [])
    with ExitStack() as stack:
        outbox = Outbox(stack.enter_context(closing(data.connect())), _wall_ms)
        begun = time.perf_counter()
        stack.enter_context(HubSync(kiosk, Listeners(lambda _: None, ignore, sent.set)))
        while outbox.health().unsent:
            if not sent.wait(_PATIENCE):
                raise TimeoutError("the hub takes nothing")
            sent.clear()
        return time.perf_counter() - begun


def _wall_ms() -> int:
    return time.time_ns() // 1_000_000


if __name__ == "__main__":
    main()
