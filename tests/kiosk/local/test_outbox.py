from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.local.outbox import EntryKind
from tests.kiosk.cart.steps import CART
from tests.kiosk.local.disks import NOON, PRICE, new_id

if TYPE_CHECKING:
    from tests.kiosk.local.disks import Disk

OTHER = UUID("01900000-0000-7000-8000-000000000002")


def add(disk: Disk, cart: UUID = CART) -> None:
    with disk.carts.editing(cart) as editor:
        editor.add("rouge-01", 1, PRICE)


def sequences(disk: Disk) -> list[int]:
    return [step.sequence for step in disk.outbox.next_steps(500)]


def test_steps_go_in_the_order_in_which_they_were_made(disk: Disk) -> None:
    for which in (CART, OTHER, CART):
        add(disk, which)

    steps = disk.outbox.next_steps(2)

    assert [(step.cart, step.sequence) for step in steps] == [(CART, 1), (OTHER, 1)]
    disk.outbox.done([step.number for step in steps])
    assert [(step.cart, step.sequence) for step in disk.outbox.next_steps(2)] == [(CART, 2)]


def test_an_order_waits_for_the_steps_of_its_cart_only(disk: Disk) -> None:
    add(disk, OTHER)
    add(disk)
    order = new_id()
    disk.outbox.put_order(order, CART, '{"total": 1}')
    assert disk.outbox.next_order() is None

    disk.outbox.done([step.number for step in disk.outbox.next_steps(500) if step.cart == CART])

    pending = disk.outbox.next_order()
    assert pending is not None
    assert (pending.id, pending.cart, pending.document) == (order, CART, '{"total": 1}')


def test_a_refused_step_leaves_its_cart_and_stays_for_staff(disk: Disk) -> None:
    add(disk)
    add(disk)
    first = disk.outbox.next_steps(500)[0]

    disk.outbox.park(first.number, "this cart was paid")

    assert sequences(disk) == [2]
    assert [operation.sequence for operation in disk.carts.operations(CART)] == [2]
    (parked,) = disk.outbox.health().parked
    assert (parked.kind, parked.summary, parked.reason) == (EntryKind.OPERATION, "add rouge-01", "this cart was paid")


def test_a_number_is_not_used_again_after_a_refusal(disk: Disk) -> None:
    add(disk)
    disk.outbox.park(disk.outbox.next_steps(500)[0].number, "no")

    add(disk)

    assert sequences(disk) == [2]


def test_a_parked_step_forgets_what_was_in_it_when_its_visit_is_over(disk: Disk) -> None:
    with disk.carts.editing(CART) as editor:
        editor.set_note("planted-note")
    disk.outbox.park(disk.outbox.next_steps(500)[0].number, "no")

    disk.carts.leave(CART)
    disk.database.scrub()

    assert [parked.reason for parked in disk.outbox.health().parked] == ["no"]
    assert b"planted" not in disk.files()


def test_an_order_that_was_refused_can_be_sent_again(disk: Disk) -> None:
    order = new_id()
    disk.outbox.put_order(order, CART, '{"total": 1}')
    pending = disk.outbox.next_order()
    assert pending is not None
    disk.outbox.park(pending.number, "no such store")
    assert disk.outbox.next_order() is None
    (parked,) = disk.outbox.health().parked
    assert parked.can_retry

    disk.outbox.retry(parked.number)

    again = disk.outbox.next_order()
    assert again is not None
    assert (again.id, again.document) == (order, '{"total": 1}')
    assert disk.outbox.health().parked == ()


def test_a_parked_step_is_not_sent_again(disk: Disk) -> None:
    add(disk)
    disk.outbox.park(disk.outbox.next_steps(500)[0].number, "no")
    (parked,) = disk.outbox.health().parked

    disk.outbox.retry(parked.number)

    assert not parked.can_retry
    assert disk.outbox.health().parked == (parked,)


def test_a_hub_that_lost_steps_gets_them_again_in_order(disk: Disk) -> None:
    for _ in range(4):
        add(disk)
    disk.outbox.done([step.number for step in disk.outbox.next_steps(3)])
    device = disk.carts.operations(CART)[0].device

    assert disk.outbox.resend(CART, device, 2)

    assert sequences(disk) == [2, 3, 4]


def test_steps_that_are_gone_cannot_be_sent_again(disk: Disk) -> None:
    for _ in range(2):
        add(disk)
    disk.outbox.park(disk.outbox.next_steps(1)[0].number, "no")
    device = disk.carts.operations(CART)[0].device

    assert not disk.outbox.resend(CART, device, 1)
    assert not disk.outbox.resend(CART, device, 7)

    assert sequences(disk) == [2]


def test_staff_see_how_much_waits_and_since_when(disk: Disk) -> None:
    assert (disk.outbox.health().unsent, disk.outbox.health().oldest_ms) == (0, None)
    add(disk)
    disk.now_ms += 60_000
    add(disk)
    disk.outbox.put_event('{"kind": "offer_shown"}')

    health = disk.outbox.health()

    assert (health.unsent, health.oldest_ms) == (3, NOON)
    assert disk.outbox.unsent(CART) == 2


def test_events_go_in_their_order(disk: Disk) -> None:
    for name in ("one", "two", "three"):
        disk.outbox.put_event(name)

    assert [document for _, document in disk.outbox.next_events(2)] == ["one", "two"]
