"""Whatever goes wrong, nothing is lost, nothing is doubled, and all devices agree once it is right again."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from kiosk.cart.cart import merge
from kiosk.cart.operation import Add
from kiosk.hub.database import Database
from kiosk.local.outbox import EntryKind
from tests.faults.hub import HubProcess
from tests.faults.kiosk import Kiosk
from tests.faults.schedule import COUNTED, Network, Schedule

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

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
    late = [one for kiosk in kiosks for one in kiosk.newly_parked() if one.kind is EntryKind.OPERATION]
    assert len(ids) == len(set(ids)), f"seed {seed}: doubled"
    assert set(ids) <= schedule.done, f"seed {seed}: made up"
    assert len(schedule.done) == len(ids) + len(late), f"seed {seed}: lost"
    assert {one.reason for one in late} <= {"this cart was ordered"}, f"seed {seed}: refused"
    cart = merge(at_hub)
    counted = sum(isinstance(action := one.action, Add) and action.sku == COUNTED for one in at_hub)
    line = cart.line(COUNTED)
    assert (line.quantity if line else 0) == counted, f"seed {seed}: miscounted"
    for kiosk in kiosks:
        assert kiosk.outbox.health().unsent == 0, f"seed {seed}: stuck"
        if kiosk.carts.record(schedule.cart) is not None and at_hub:
            assert kiosk.cart(schedule.cart) == cart, f"seed {seed}: devices disagree"
    _expect_one_order(seed, schedule.cart, hub, kiosks)


def _expect_one_order(seed: int, cart: UUID, hub: HubProcess, kiosks: list[Kiosk]) -> None:
    """Of all that were made of a cart, the hub has the first that came, as it was made, and of the others its no."""
    made = [order for kiosk in kiosks if (order := kiosk.orders.of_cart(cart)) is not None]
    taken = hub.orders(cart)
    assert len(taken) == min(len(made), 1), f"seed {seed}: order lost or doubled"
    assert all(order in made for order in taken), f"seed {seed}: another order"
    refused = [kiosk.orders.refusal(order.id) for kiosk in kiosks for order in made if order not in taken]
    assert sum(reason is not None for reason in refused) == len(made) - len(taken), f"seed {seed}: order without answer"
