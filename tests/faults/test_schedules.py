"""Whatever goes wrong, nothing is lost, nothing is doubled, and all devices agree once it is right again."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from kiosk.cart.cart import merge
from kiosk.cart.operation import Add
from kiosk.hub.database import Database
from tests.faults.hub import HubProcess
from tests.faults.kiosk import Kiosk
from tests.faults.schedule import COUNTED, Network, Schedule

if TYPE_CHECKING:
    from pathlib import Path

_SCHEDULES: Final = int(os.environ.get("FAULT_SCHEDULES", "500"))
_FIRST_SEED: Final = int(os.environ.get("FAULT_SEED", "0"))
_NOON: Final = 1_800_000_000_000


@pytest.mark.slow
@pytest.mark.timeout(60 + _SCHEDULES)
def test_carts_survive_what_networks_clocks_disks_and_power_do(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'hub.db'}")
    with closing(database):
        database.migrate()
        hub = HubProcess(database, _NOON)
        network = Network()
        kiosks = [
            Kiosk(tmp_path / name, hub, hub.register(name), network.choose) for name in ("mirror", "phone", "till")
        ]
        for seed in range(_FIRST_SEED, _FIRST_SEED + _SCHEDULES):
            schedule = Schedule(seed, hub, kiosks, network)
            schedule.run()
            _expect_whole(seed, schedule, hub, kiosks)
            for kiosk in kiosks:
                kiosk.carts.share(schedule.cart)
                kiosk.carts.leave(schedule.cart)
        for kiosk in kiosks:
            kiosk.close()


def _expect_whole(seed: int, schedule: Schedule, hub: HubProcess, kiosks: list[Kiosk]) -> None:
    at_hub = hub.operations(schedule.cart)
    ids = [operation.id for operation in at_hub]
    assert len(ids) == len(set(ids)), f"seed {seed}: doubled"
    assert set(ids) == schedule.done, f"seed {seed}: lost or made up"
    cart = merge(at_hub)
    counted = sum(isinstance(action := one.action, Add) and action.sku == COUNTED for one in at_hub)
    line = cart.line(COUNTED)
    assert (line.quantity if line else 0) == counted, f"seed {seed}: miscounted"
    for kiosk in kiosks:
        health = kiosk.outbox.health()
        assert (health.unsent, health.parked) == (0, ()), f"seed {seed}: stuck"
        if kiosk.carts.record(schedule.cart) is not None and at_hub:
            assert kiosk.cart(schedule.cart) == cart, f"seed {seed}: devices disagree"
