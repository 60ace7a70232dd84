"""Real processes, killed in the middle of their work behind a network that fails: nothing is lost, nothing doubled."""

from __future__ import annotations

import os
import socket
from contextlib import ExitStack, closing
from random import Random
from typing import TYPE_CHECKING, Final

import pytest

from kiosk.cart.cart import merge
from kiosk.cart.operation import Add
from kiosk.hub.cart_state import add_member, operations_of
from kiosk.hub.database import Database
from kiosk.hub.devices import DeviceKind, add_device, new_device, new_token
from tests.faults.processes import Victim
from tests.faults.proxy import Fault, FaultProxy
from tests.kiosk.local.disks import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from uuid import UUID

    from kiosk.cart.operation import Operation

_KILLS: Final = int(os.environ.get("FAULT_KILLS", "10"))
_SEED: Final = int(os.environ.get("FAULT_SEED", "0"))
_FAULTS: Final = (Fault.NONE, Fault.NONE, Fault.NONE, Fault.REQUEST_LOST, Fault.ANSWER_LOST, Fault.TWICE, Fault.LATE)
_VITRINE: Final = ("-c", "import sys; from kiosk.cli import main; sys.exit(main())")


@pytest.mark.slow
@pytest.mark.timeout(120 + 10 * _KILLS)
def test_carts_survive_kill_9_of_kiosks_and_hub(tmp_path: Path) -> None:
    random, network = Random(_SEED), _Network()
    cart = new_id()
    url = f"sqlite:///{tmp_path / 'hub.db'}"
    with ExitStack() as stack:
        database = stack.enter_context(closing(Database(url)))
        database.migrate()
        port = _free_port()
        hub = Victim("hub", [*_VITRINE, "hub", "--database", url, "--port", str(port)])
        proxy = stack.enter_context(FaultProxy(("127.0.0.1", port), network.choose))
        mirror, till = (_Kiosk(name, database, tmp_path, proxy.url, cart) for name in ("mirror", "till"))
        for victim in (hub, mirror, till):
            stack.callback(victim.end)
        hub.start()
        hub.await_lines(1)
        mirror.start()
        while not _operations(database, cart):
            mirror.await_lines(1)
        with database.writing() as connection:
            add_member(connection, cart, till.device.id, 0)
        till.start()
        for _ in range(_KILLS):
            victim = random.choice((hub, mirror, till))
            # Whoever is killed is at something: a kiosk has just done some steps.
            random.choice((mirror, till)).await_lines(random.randint(1, 15))
            victim.kill()
            victim.start()
            if victim is hub:
                hub.await_lines(1)
        ends = _agree((mirror, till), network, lambda: len(_operations(database, cart)))
        printed = {line for kiosk in (mirror, till) for line in kiosk.printed} - {*ends, "sent"}
        _expect_whole(_operations(database, cart), ends, printed)


def _agree(kiosks: Sequence[Victim], network: _Network, count: Callable[[], int]) -> list[str]:
    """Nobody edits any more, and the network is back: what each kiosk has then."""
    for kiosk in kiosks:
        kiosk.tell("stop")
    for kiosk in kiosks:
        kiosk.await_line("sent")
    network.is_well = True
    for kiosk in kiosks:
        kiosk.tell(str(count()))
    return [kiosk.finish() for kiosk in kiosks]


class _Network:
    """What it does to the next request: chance, until it is well."""

    def __init__(self) -> None:
        self.is_well = False
        self._random = Random(_SEED)

    def choose(self) -> Fault:
        return Fault.NONE if self.is_well else self._random.choice(_FAULTS)


def _expect_whole(at_hub: Sequence[Operation], ends: Sequence[str], printed: set[str]) -> None:
    ids = [str(operation.id) for operation in at_hub]
    assert len(ids) == len(set(ids)), "doubled"
    assert printed <= set(ids), "lost"
    lines = merge(at_hub).lines
    told = sorted((line.sku, line.quantity, sorted(line.options.items())) for line in lines)
    assert set(ends) == {f"cart {told}"}, "devices disagree"
    counted = sum(isinstance(action := one.action, Add) and action.sku == "COUNTED" for one in at_hub)
    assert {line.sku: line.quantity for line in lines}.get("COUNTED", 0) == counted, "miscounted"


class _Kiosk(Victim):
    """A kiosk's process, and what the hub knows it as."""

    def __init__(self, name: str, database: Database, folder: Path, url: str, cart: UUID) -> None:
        self.device, token = new_device(name, "athens", DeviceKind.KIOSK), new_token()
        with database.writing() as connection:
            add_device(connection, self.device, token, 0)
        command = ["-m", "tests.faults.kiosk_process", str(folder / name), url, str(cart), str(_SEED)]
        super().__init__(name, command, token)


def _operations(database: Database, cart: UUID) -> list[Operation]:
    with database.reading() as connection:
        return operations_of(connection, cart)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
