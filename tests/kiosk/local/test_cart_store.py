from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from kiosk.cart.cart import Cart, merge
from kiosk.cart.operation import Add, SetNote
from kiosk.cart.views import CartState, Lease
from kiosk.local.cart_store import CartNews
from kiosk.local.errors import ClosedCartError, LocalDataError
from tests.kiosk.cart.steps import CART, Shopper
from tests.kiosk.local.disks import NOON, PRICE, Disk, new_id

if TYPE_CHECKING:
    from kiosk.cart.operation import Operation

OTHER = UUID("01900000-0000-7000-8000-000000000002")
LEASE = Lease(UUID("01900000-0000-7000-8000-000000000003"), "Till 1", is_own=False, until_ms=NOON + 120_000)


def add(disk: Disk, sku: str = "rouge-01", cart: UUID = CART) -> None:
    with disk.carts.editing(cart) as editor:
        editor.add(sku, 1, PRICE)


def cart(disk: Disk, which: UUID = CART) -> Cart:
    return merge(disk.carts.operations(which))


def skus(disk: Disk) -> list[str]:
    return [line.sku for line in cart(disk).lines]


def news(*operations: Operation, version: int = 1, state: CartState = CartState.OPEN) -> CartNews:
    return CartNews(operations, version, state, None)


def send_all(disk: Disk) -> None:
    disk.outbox.done([step.number for step in disk.outbox.next_steps(500)])


def test_a_step_is_in_the_cart_and_on_its_way(disk: Disk) -> None:
    add(disk)

    with closing(disk.data.connect()) as database:
        again = Disk(disk.folder, disk.data, database)
        assert skus(again) == ["rouge-01"]
        assert [step.sequence for step in again.outbox.next_steps(500)] == [1]


def test_steps_are_numbered_without_a_gap(disk: Disk) -> None:
    for sku in ("rouge-01", "rouge-02", "rouge-01"):
        add(disk, sku)
        add(disk, sku, OTHER)

    steps = disk.outbox.next_steps(500)
    assert [step.sequence for step in steps if step.cart == CART] == [1, 2, 3]
    assert [step.sequence for step in steps if step.cart == OTHER] == [1, 2, 3]
    assert len({step.device for step in steps}) == 1


def test_on_a_full_disk_nothing_is_done(disk: Disk) -> None:
    add(disk)
    disk.fill_up()

    def add_many() -> None:
        for number in range(1000):
            add(disk, f"rouge-{number}")

    with pytest.raises(LocalDataError, match="make room"):
        add_many()

    kept = len(skus(disk))
    assert kept == disk.outbox.unsent(CART) < 1000
    disk.make_room()
    add(disk, "after")
    assert len(skus(disk)) == kept + 1
    assert [step.sequence for step in disk.outbox.next_steps(1000)] == list(range(1, kept + 2))


def test_a_clock_that_jumps_back_a_day_does_not_undo_what_comes_later(disk: Disk) -> None:
    with disk.carts.editing(CART) as editor:
        editor.set_note("first")
    disk.now_ms -= 86_400_000
    with disk.carts.editing(CART) as editor:
        editor.set_note("second")

    assert cart(disk).note == "second"


def test_what_others_do_comes_in_once(disk: Disk) -> None:
    add(disk)
    phone = Shopper("phone")
    step = phone.does(Add("rouge-02", 2, PRICE))

    assert disk.carts.receive(CART, news(step))
    assert not disk.carts.receive(CART, news(step))

    assert skus(disk) == ["rouge-02", "rouge-01"]
    assert [step.sequence for step in disk.outbox.next_steps(500)] == [1]


def test_what_comes_late_changes_nothing(disk: Disk) -> None:
    add(disk)
    disk.carts.receive(CART, news(version=7, state=CartState.ORDERED))

    assert not disk.carts.receive(CART, news(version=6))

    record = disk.carts.record(CART)
    assert record is not None
    assert (record.state, record.version) == (CartState.ORDERED, 7)


def test_who_takes_payment_is_kept(disk: Disk) -> None:
    add(disk)
    disk.carts.receive(CART, CartNews((), 2, CartState.PAYING, LEASE))

    record = disk.carts.record(CART)
    assert record is not None
    assert (record.state, record.lease) == (CartState.PAYING, LEASE)


def test_who_takes_payment_is_forgotten_when_the_time_is_over(disk: Disk) -> None:
    add(disk)
    disk.carts.receive(CART, CartNews((), 2, CartState.PAYING, LEASE))

    disk.now_ms = LEASE.until_ms

    record = disk.carts.record(CART)
    assert record is not None
    assert (record.state, record.lease) == (CartState.OPEN, None)


def test_what_was_ordered_here_stays_so_before_the_hub_knows(disk: Disk) -> None:
    add(disk)
    disk.carts.order(CART)

    disk.carts.receive(CART, news(version=2, state=CartState.OPEN))

    record = disk.carts.record(CART)
    assert record is not None
    assert record.state is CartState.ORDERED


def test_a_cart_that_comes_back_goes_on_where_this_kiosk_left_it(disk: Disk) -> None:
    add(disk)
    add(disk)
    earlier = disk.carts.operations(CART)
    disk.carts.share(CART)
    send_all(disk)
    disk.carts.leave(CART)
    assert disk.carts.record(CART) is None

    disk.carts.join(CART, news(*earlier, version=2))
    add(disk)

    assert [step.sequence for step in disk.outbox.next_steps(500)] == [3]
    assert [line.quantity for line in cart(disk).lines] == [3]


def test_a_step_sees_what_it_removes(disk: Disk) -> None:
    add(disk)
    phone = Shopper("phone")
    disk.carts.receive(CART, news(phone.does(Add("rouge-01", 2, PRICE))))
    with disk.carts.editing(CART) as editor:
        editor.remove("rouge-01")

    late = phone.does(Add("rouge-01", 1, PRICE))
    disk.carts.receive(CART, news(late, version=2))

    assert [line.quantity for line in cart(disk).lines] == [1]


@pytest.mark.parametrize("state", [CartState.ORDERED, CartState.GONE])
def test_a_closed_cart_takes_nothing(state: CartState, disk: Disk) -> None:
    add(disk)
    disk.carts.receive(CART, news(state=state))

    with pytest.raises(ClosedCartError, match="begin another"):
        add(disk)


def test_a_cart_that_nobody_saw_leaves_no_trace(disk: Disk) -> None:
    with disk.carts.editing(CART) as editor:
        editor.add("planted-sku", 1, PRICE)
        editor.set_note("planted-note")
    assert cart(disk).note == "planted-note"

    disk.carts.leave(CART)

    assert disk.carts.record(CART) is None
    assert disk.outbox.health().unsent == 0
    assert b"planted" not in disk.files()
    assert "planted" not in repr(vars(disk.carts))


def test_the_hub_is_told_of_an_abandoned_cart_that_it_may_have_seen(disk: Disk) -> None:
    add(disk)
    disk.outbox.next_steps(500)  # under way; nobody knows whether it arrives

    disk.carts.leave(CART)

    assert disk.outbox.next_steps(500) == []
    assert [entry[1] for entry in [disk.outbox.next_abandon()] if entry] == [CART]


@pytest.mark.parametrize("is_shared", [True, False])
def test_what_was_handed_over_or_ordered_goes_when_the_hub_has_it(is_shared: bool, disk: Disk) -> None:  # noqa: FBT001 - pytest hands it over by name
    add(disk)
    if is_shared:
        disk.carts.share(CART)
    else:
        disk.carts.order(CART)
        disk.outbox.put_order(new_id(), CART, "{}")
    disk.carts.leave(CART)
    assert skus(disk) == ["rouge-01"]

    send_all(disk)
    if (order := disk.outbox.next_order()) is not None:
        disk.outbox.done([order.number])
    assert disk.carts.forget_settled()

    assert disk.carts.record(CART) is None
    assert disk.outbox.next_abandon() is None


def test_news_does_not_bring_back_a_cart_that_is_over(disk: Disk) -> None:
    add(disk)
    disk.carts.leave(CART)

    assert not disk.carts.receive(CART, news(Shopper("phone").does(SetNote("late"))))

    assert disk.carts.record(CART) is None


def test_a_kiosk_begins_without_carts(disk: Disk) -> None:
    add(disk)
    add(disk, cart=OTHER)
    disk.carts.share(OTHER)

    disk.carts.leave_all()

    assert disk.carts.record(CART) is None
    assert [step.cart for step in disk.outbox.next_steps(500)] == [OTHER]


def test_news_is_asked_for_where_the_hub_has_the_cart(disk: Disk) -> None:
    add(disk)
    assert disk.carts.followed() == []

    disk.outbox.next_steps(500)
    assert disk.carts.followed() == [CART]

    disk.carts.leave(CART)
    assert disk.carts.followed() == []
