"""From a cart to an order, on the kiosk's own disk, with the hub gone."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from kiosk.cart.views import CartState, CartView
from kiosk.local.errors import LocalDataError
from kiosk.local.order_store import OrderStore
from kiosk.local.payment_store import PaymentStore
from kiosk.offers.priced_cart import CouponState, PricedCart, PricedCoupon, PricedLine
from kiosk.orders.checkout import Checkout
from kiosk.orders.code import new_code, read_code
from kiosk.orders.order import OrderError, OrderKind, OrderState, OrderStatus, OrderStep
from kiosk.orders.payment import Outcome, Payment
from kiosk.orders.wire import OrderDocument
from tests.kiosk.local.disks import NOON, PRICE, new_id
from tests.kiosk.orders.orders import euros

if TYPE_CHECKING:
    from tests.kiosk.local.disks import Disk


def a_view(cart: UUID, *, quantity: int = 2, lines: int = 1) -> CartView:
    """A cart of rouge at 32, of each line 5 off."""
    priced = tuple(
        PricedLine(
            f"rouge-{n}",
            quantity,
            {},
            PRICE,
            euros(3200 * quantity),
            (),
            euros(3200 * quantity - 500),
            PRICE,
            False,
            240,
        )
        for n in range(lines)
    )
    total = euros(sum(line.total.minor for line in priced))
    coupons = (PricedCoupon("AUTUMN", CouponState.ACCEPTED),)
    cart_now = PricedCart(priced, (), coupons, ("gone-1",), euros(6400), euros(500), total, ())
    return CartView(cart, cart_now, {}, "", CartState.OPEN, 0, None, shared=False)


@pytest.fixture
def cart(disk: Disk) -> UUID:
    cart = new_id()
    with disk.carts.editing(cart) as editor:
        editor.add("rouge-0", 2, PRICE)
    return cart


@pytest.fixture
def orders(disk: Disk) -> OrderStore:
    return OrderStore(disk.database, disk.outbox, disk.carts)


@pytest.fixture
def checkout(disk: Disk, orders: OrderStore) -> Checkout:
    return Checkout(orders, lambda: disk.now_ms, partial(new_code, secrets.randbelow))


def test_a_code_for_the_till_is_there_at_once_and_the_order_waits_for_the_hub(
    disk: Disk, checkout: Checkout, cart: UUID
) -> None:
    placed = checkout.place_till(a_view(cart), new_id(), "ermou")
    assert not placed.sent
    assert not placed.paid
    assert read_code(placed.order.code) == placed.order.code
    assert placed.order.total == euros(5900)
    assert placed.order.placed_ms == NOON
    assert placed.order.coupons == ("AUTUMN",)
    assert [(line.sku, line.discount) for line in placed.order.lines] == [("rouge-0", euros(500))]

    assert disk.outbox.next_order() is None, "not before the steps of its cart"
    disk.outbox.done([step.number for step in disk.outbox.next_steps(500)])
    waiting = disk.outbox.next_order()
    assert waiting is not None
    assert OrderDocument.model_validate_json(waiting.document).value() == placed.order

    record = disk.carts.record(cart)
    assert record is not None
    assert record.state is CartState.ORDERED


def test_two_taps_make_one_order(disk: Disk, checkout: Checkout, cart: UUID) -> None:
    first = checkout.place_till(a_view(cart), new_id(), "ermou")
    assert checkout.place_till(a_view(cart), new_id(), "ermou") == first
    assert checkout.place_collect(a_view(cart), new_id(), "kifisia") == first
    assert disk.database.rows("SELECT count(*) FROM outbox WHERE kind = 'order'") == [(1,)]


def test_a_disk_that_is_full_leaves_the_cart_as_it_was(disk: Disk, checkout: Checkout, cart: UUID) -> None:
    disk.fill_up()
    with pytest.raises(LocalDataError, match="full"):
        checkout.place_till(a_view(cart, lines=400), new_id(), "ermou")
    disk.make_room()
    record = disk.carts.record(cart)
    assert record is not None
    assert record.state is CartState.OPEN
    assert checkout.placed(cart) is None
    assert checkout.place_till(a_view(cart), new_id(), "ermou").order.total == euros(5900)


def test_more_than_an_order_may_be_is_said_and_nothing_is_placed(checkout: Checkout, cart: UUID) -> None:
    for view in (a_view(cart, lines=600), a_view(cart, quantity=1_000_000)):
        with pytest.raises(OrderError, match="more than one order may be"):
            checkout.place_till(view, new_id(), "ermou")
    assert checkout.placed(cart) is None


def test_what_the_hub_says_is_known_here(disk: Disk, checkout: Checkout, orders: OrderStore, cart: UUID) -> None:
    order = checkout.place_collect(a_view(cart), new_id(), "kifisia").order
    told = OrderStatus(
        order.id,
        order.code,
        OrderKind.COLLECT,
        "kifisia",
        OrderState.PREPARING,
        order.total,
        euros(5800),
        NOON + 1,
        (),
        (OrderStep(OrderState.PLACED, NOON), OrderStep(OrderState.PREPARING, NOON)),
    )
    orders.note(told)
    disk.database.execute("DELETE FROM outbox")
    placed = checkout.placed(cart)
    assert placed is not None
    assert placed.sent
    assert placed.status == told


def test_what_the_till_took_is_known_here(disk: Disk, checkout: Checkout, cart: UUID) -> None:
    order = checkout.place_till(a_view(cart), new_id(), "ermou").order
    book = PaymentStore(disk.database)
    (awaited,) = book.open_payments()
    assert awaited.intent.amount == order.total
    book.write_payment(Payment(awaited.intent, Outcome.APPROVED))
    placed = checkout.placed(cart)
    assert placed is not None
    assert placed.paid


def test_what_the_hub_refuses_is_said(disk: Disk, checkout: Checkout, cart: UUID) -> None:
    checkout.place_till(a_view(cart), new_id(), "ermou")
    ((number,),) = disk.database.rows("SELECT number FROM outbox WHERE kind = 'order'")
    disk.outbox.park(number, "another order has this cart")
    placed = checkout.placed(cart)
    assert placed is not None
    assert placed.refusal == "another order has this cart"


def test_an_order_outlives_its_visit_until_the_hub_has_it_and_no_longer(
    disk: Disk, checkout: Checkout, cart: UUID
) -> None:
    order = checkout.place_till(a_view(cart), new_id(), "ermou").order
    disk.carts.leave(cart)
    assert checkout.placed(cart) is not None
    disk.outbox.done([step.number for step in disk.outbox.next_steps(500)])
    waiting = disk.outbox.next_order()
    assert waiting is not None
    disk.outbox.done([waiting.number])
    disk.carts.forget_settled()
    assert disk.database.scrub()
    assert checkout.placed(cart) is None
    assert order.code.encode() not in disk.files()


def test_a_cart_that_was_never_begun_is_no_order(checkout: Checkout) -> None:
    assert checkout.placed(uuid4()) is None
