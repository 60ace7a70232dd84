from __future__ import annotations

import json
from uuid import UUID

import pytest

from kiosk.cart.cart import merge
from kiosk.hub.errors import HubError
from kiosk.local.errors import LocalDataError
from kiosk.sync.errors import BusyError, RefusedError, StrangerError, UnreachableError
from kiosk.sync.hub import StepResult
from kiosk.sync.uploader import Uploader
from tests.kiosk.cart.steps import CART
from tests.kiosk.local.disks import PRICE, Disk, new_id
from tests.kiosk.sync.scripted import Notes, ScriptedHub

OTHER = UUID("01900000-0000-7000-8000-000000000002")
AWAY = UnreachableError("the hub cannot be reached in time")
MONEY = {"minor": 3200, "currency": "EUR"}


@pytest.fixture
def hub() -> ScriptedHub:
    return ScriptedHub()


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def uploader(hub: ScriptedHub, disk: Disk, notes: Notes) -> Uploader:
    return Uploader(hub, disk.database, disk.outbox, disk.carts, notes)


def add(disk: Disk, sku: str = "rouge-01", cart: UUID = CART) -> None:
    with disk.carts.editing(cart) as editor:
        editor.add(sku, 1, PRICE)


def put_order(disk: Disk, cart: UUID = CART) -> UUID:
    order = new_id()
    status = {
        "id": str(order),
        "code": "0000000000",
        "kind": "till",
        "store": "athens",
        "state": "placed",
        "shown": MONEY,
        "charged": MONEY,
        "ready_ms": None,
        "missing": [],
        "steps": [{"state": "placed", "at_ms": 1}],
        "page": "/o/0000000000",
    }
    disk.outbox.put_order(order, cart, json.dumps(status))
    return order


def upload_all(uploader: Uploader) -> None:
    while uploader.upload():
        pass


def taken(hub: ScriptedHub, cart: UUID = CART) -> list[int]:
    return [step["sequence"] for (which, _), steps in hub.steps.items() if which == cart for step in steps]


def skus(disk: Disk) -> list[str]:
    return [line.sku for line in merge(disk.carts.operations(CART)).lines]


def test_everything_goes_once_in_order(uploader: Uploader, hub: ScriptedHub, disk: Disk) -> None:
    carts = [new_id() for _ in range(30)]
    for _ in range(20):
        for cart in carts:
            add(disk, cart=cart)

    upload_all(uploader)

    assert all(taken(hub, cart) == list(range(1, 21)) for cart in carts)
    assert disk.outbox.health().unsent == 0
    assert hub.asked == ["steps"] * 2


def test_nothing_is_lost_while_the_hub_is_away(uploader: Uploader, hub: ScriptedHub, disk: Disk) -> None:
    add(disk)
    hub.troubles.append(AWAY)

    with pytest.raises(UnreachableError):
        uploader.upload()

    assert disk.outbox.health().unsent == 1
    upload_all(uploader)
    assert taken(hub) == [1]


def test_what_arrived_though_nobody_heard_so_is_not_done_twice(
    uploader: Uploader, hub: ScriptedHub, disk: Disk
) -> None:
    add(disk)
    hub.send_steps([step.document for step in disk.outbox.next_steps(500)])

    upload_all(uploader)

    assert taken(hub) == [1]
    assert disk.outbox.health().unsent == 0


def test_a_refused_step_is_parked_and_the_others_go_on(uploader: Uploader, hub: ScriptedHub, disk: Disk) -> None:
    hub.refusals["rouge-02"] = "this cart has too many steps"
    for sku in ("rouge-01", "rouge-02", "rouge-03"):
        add(disk, sku)

    upload_all(uploader)

    assert [parked.reason for parked in disk.outbox.health().parked] == ["this cart has too many steps"]
    assert skus(disk) == ["rouge-01", "rouge-03"]
    assert disk.outbox.health().unsent == 0


def test_a_step_that_spoils_its_whole_batch_is_found_and_parked(
    uploader: Uploader, hub: ScriptedHub, disk: Disk
) -> None:
    hub.unreadable["rouge-07"] = RefusedError("the hub answers 422", 422, "about:blank")
    for number in range(6):
        add(disk, f"rouge-{number:02}")
    add(disk, "rouge-07", OTHER)
    for number in range(6, 10):
        add(disk, f"rouge-{number:02}" if number != 7 else "rouge-77")

    upload_all(uploader)

    assert [parked.summary for parked in disk.outbox.health().parked] == ["add rouge-07"]
    assert taken(hub) == list(range(1, 11))
    assert disk.outbox.health().unsent == 0


def test_a_hub_that_lost_steps_has_them_again(uploader: Uploader, hub: ScriptedHub, disk: Disk) -> None:
    for _ in range(3):
        add(disk)
    upload_all(uploader)
    hub.steps.clear()
    add(disk)

    upload_all(uploader)

    assert taken(hub) == [1, 2, 3, 4]


def test_steps_that_nobody_has_any_more_hold_nothing_up(uploader: Uploader, hub: ScriptedHub, disk: Disk) -> None:
    add(disk)
    disk.outbox.park(disk.outbox.next_steps(1)[0].number, "lost for a test")
    add(disk)
    add(disk, cart=OTHER)

    upload_all(uploader)

    assert [parked.reason for parked in disk.outbox.health().parked][1:] == [
        "the hub lacks step 1 of this cart, and so does this kiosk"
    ]
    assert taken(hub, OTHER) == [1]


def test_a_hub_that_wants_what_it_was_just_sent_is_not_asked_without_end(
    uploader: Uploader, hub: ScriptedHub, disk: Disk
) -> None:
    add(disk)
    step = disk.outbox.next_steps(1)[0]
    hub.steps[CART, step.device] = []
    forgetful = ForgetfulHub()

    with pytest.raises(UnreachableError):
        Uploader(forgetful, disk.database, disk.outbox, disk.carts, Notes()).upload()

    assert disk.outbox.health().unsent == 1


class ForgetfulHub(ScriptedHub):
    """Asks again for what it is sent."""

    def _take(self, operation: dict[str, object]) -> StepResult:
        return StepResult("gap", expected=int(str(operation["sequence"])))


def test_an_order_goes_after_the_steps_of_its_cart(
    uploader: Uploader, hub: ScriptedHub, disk: Disk, notes: Notes
) -> None:
    add(disk)
    order = put_order(disk)

    upload_all(uploader)

    assert hub.asked == ["steps", f"order {order}"]
    assert notes.noted == [order]


def test_an_order_that_is_refused_is_kept_for_staff(uploader: Uploader, hub: ScriptedHub, disk: Disk) -> None:
    order = put_order(disk)
    hub.stuck_orders[order] = RefusedError("the hub answers 409 Conflict", 409, "about:blank")

    upload_all(uploader)

    (parked,) = disk.outbox.health().parked
    assert (parked.summary, parked.reason, parked.can_retry) == (f"order {order}", "the hub answers 409 Conflict", True)


def test_an_order_over_which_the_hub_breaks_lets_others_by(
    uploader: Uploader, hub: ScriptedHub, disk: Disk, notes: Notes
) -> None:
    stuck, fine = put_order(disk), put_order(disk, OTHER)
    hub.stuck_orders[stuck] = BusyError("the hub answers 500", 0.0)

    with pytest.raises(BusyError):
        uploader.upload()
    uploader.upload()

    assert notes.noted == [fine]
    assert disk.outbox.health().unsent == 1


def test_word_of_a_cart_that_the_hub_never_knew_is_done_with(uploader: Uploader, hub: ScriptedHub, disk: Disk) -> None:
    disk.outbox.put_abandon(CART)
    hub.troubles.append(RefusedError("the hub answers 404 Not Found", 404, "about:blank"))

    upload_all(uploader)

    health = disk.outbox.health()
    assert (health.unsent, health.parked) == (0, ())


def test_events_go_last(uploader: Uploader, hub: ScriptedHub, disk: Disk) -> None:
    disk.outbox.put_event("shown")
    disk.outbox.put_event("accepted")
    disk.outbox.put_abandon(OTHER)
    add(disk)

    upload_all(uploader)

    assert hub.asked == ["steps", f"abandon {OTHER}", "events shown,accepted"]


def test_an_event_that_the_hub_cannot_read_spoils_no_other(uploader: Uploader, hub: ScriptedHub, disk: Disk) -> None:
    hub.odd_event = "odd"
    for name in ("one", "odd", "two"):
        disk.outbox.put_event(name)

    upload_all(uploader)

    assert hub.events == ["one", "two"]
    assert len(disk.outbox.health().parked) == 1


def test_a_cart_that_was_handed_over_goes_from_the_disk_once_it_is_sent(
    uploader: Uploader, hub: ScriptedHub, disk: Disk
) -> None:
    with disk.carts.editing(CART) as editor:
        editor.add("planted-sku", 1, PRICE)
    disk.carts.share(CART)
    disk.carts.leave(CART)
    assert b"planted" in disk.files()

    upload_all(uploader)

    assert taken(hub) == [1]
    assert b"planted" not in disk.files()


@pytest.mark.parametrize("trouble", [StrangerError("revoked"), BusyError("the hub answers 503", 1.0), HubError("odd")])
def test_no_trouble_costs_a_step(trouble: HubError, uploader: Uploader, hub: ScriptedHub, disk: Disk) -> None:
    add(disk)
    hub.troubles.append(trouble)

    with pytest.raises(type(trouble)):
        uploader.upload()

    health = disk.outbox.health()
    assert (health.unsent, health.parked) == (1, ())


def test_an_answer_that_cannot_be_kept_is_asked_for_again(uploader: Uploader, hub: ScriptedHub, disk: Disk) -> None:
    hub.refusals["rouge-01"] = "x" * 100_000
    add(disk)
    disk.outbox.next_steps(1)
    disk.fill_up()

    with pytest.raises(LocalDataError, match="make room"):
        uploader.upload()

    assert disk.outbox.health().unsent == 1
    disk.make_room()
    hub.steps.clear()
    upload_all(uploader)
    assert len(disk.outbox.health().parked) == 1
