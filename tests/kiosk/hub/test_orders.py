"""Orders at the hub: each taken once, paid once, and never for more than was shown."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, select

from kiosk.cart.wire import MoneyDocument
from kiosk.hub.devices import Device, DeviceKind, new_device
from kiosk.hub.held_orders import find_order
from kiosk.hub.order_stock import available
from kiosk.hub.orders import advance, cancel_unpaid, start_return, take_order, take_payment
from kiosk.hub.tables.carts import cart_members, carts
from kiosk.hub.tables.orders import order_payments, orders
from kiosk.hub.tables.shop import stock, stores
from kiosk.orders.order import OrderError, OrderKind, OrderState
from kiosk.orders.wire import PaymentDocument, ReturnDocument, ReturnLineDocument
from tests.kiosk.hub.conftest import admit
from tests.kiosk.orders.orders import a_line, an_order
from tests.kiosk.orders.test_ready_time import STORE

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kiosk.hub.database import Database
    from kiosk.hub.held_orders import HeldOrder
    from kiosk.orders.order import Order, OrderLine
    from kiosk.stores import Store
    from tests.kiosk.hub.conftest import ShopHub

NOW = 1_800_000_000_000
KIOSK = new_device("Mirror by the door", "ermou", DeviceKind.KIOSK)
TILL = uuid4()


@pytest.fixture
def database(shop_hub: ShopHub) -> Database:
    """Of a hub that runs; with nothing in it."""
    return shop_hub.database


class FixedShop:
    """A shop with one store, at whose prices an order's lines come to what the test says."""

    def __init__(self, lines: tuple[OrderLine, ...] | None = None) -> None:
        self.lines = lines

    def reprice(self, *_: object) -> tuple[OrderLine, ...] | None:
        return self.lines

    def store(self, _: Connection, store: str) -> Store | None:
        return STORE if store == STORE.id else None


def take(database: Database, order: Order, shop: FixedShop | None = None, device: Device = KIOSK) -> HeldOrder:
    with database.writing() as connection:
        return take_order(connection, shop or FixedShop(), order, device, NOW)


def pay(database: Database, order: HeldOrder, key: UUID, minor: int | None = None) -> HeldOrder:
    amount = MoneyDocument(minor=order.charged.minor if minor is None else minor, currency="EUR")
    with database.writing() as connection:
        return take_payment(connection, order.order.id, PaymentDocument(key=key, amount=amount), TILL, NOW)


def go(database: Database, order: HeldOrder, *states: OrderState) -> HeldOrder:
    for state in states:
        with database.writing() as connection:
            order = advance(connection, order.order.id, state, NOW)
    return order


def fill(database: Database, **levels: int) -> None:
    with database.writing() as connection:
        connection.execute(insert(stores).values(id=STORE.id, position=0, document="{}", revision=1))
        for sku, quantity in levels.items():
            connection.execute(insert(stock).values(store=STORE.id, sku=sku, quantity=quantity, revision=1))


def left(database: Database, sku: str) -> int:
    with database.writing() as connection:
        return available(connection, STORE.id, frozenset({sku}))[sku]


def to_collect(quantity: int = 2) -> Order:
    return an_order(OrderKind.COLLECT, [a_line("rouge", quantity)], STORE.id)


def test_an_order_that_comes_again_is_taken_once(database: Database) -> None:
    order = an_order()
    first = take(database, order)
    assert first.state is OrderState.AWAITING_PAYMENT
    assert take(database, order) == first
    with database.reading() as connection:
        assert len(connection.execute(select(orders)).all()) == 1


def test_an_order_that_comes_twice_at_once_is_taken_once(database: Database) -> None:
    order, together = an_order(), threading.Barrier(4)

    def send() -> HeldOrder:
        together.wait(10)
        return take(database, order)

    with ThreadPoolExecutor(4) as threads:
        answers = [future.result() for future in [threads.submit(send) for _ in range(4)]]
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize("same", ["id", "code", "cart"])
def test_another_order_in_the_place_of_one_is_refused(database: Database, same: str) -> None:
    order = an_order()
    take(database, order)
    values = {name: getattr(order if name == same else an_order(), name) for name in ("id", "code", "cart")}
    other = type(order)(
        **values,
        kind=order.kind,
        store=order.store,
        lines=(a_line(quantity=7),),
        coupons=(),
        total=a_line(quantity=7).total,
        placed_ms=order.placed_ms,
    )
    with pytest.raises(OrderError, match=same):
        take(database, other)


@pytest.mark.parametrize(("own_unit", "charged"), [(3000, 5500), (3200, 5900), (3600, 5900)])
def test_nobody_is_charged_more_than_they_saw(database: Database, own_unit: int, charged: int) -> None:
    held = take(database, an_order(lines=[a_line(unit=3200)]), FixedShop((a_line(unit=own_unit),)))
    assert held.charged.minor == charged
    assert held.order.total.minor == 5900


def test_what_the_shop_sells_no_more_costs_what_was_shown(database: Database) -> None:
    assert take(database, an_order(), FixedShop(None)).charged == an_order().total


def test_the_till_takes_what_is_due_once(database: Database) -> None:
    held, key = take(database, an_order()), uuid4()
    with pytest.raises(OrderError, match="5900 EUR"):
        pay(database, held, key, 5899)
    paid = pay(database, held, key)
    assert paid.state is OrderState.PAID
    assert pay(database, held, key) == paid
    with pytest.raises(OrderError, match="paid already"):
        pay(database, held, uuid4())
    with pytest.raises(OrderError, match="another order"):
        pay(database, take(database, an_order()), key)
    with database.reading() as connection:
        assert len(connection.execute(select(order_payments)).all()) == 1


def test_two_tills_at_once_take_the_money_once(database: Database) -> None:
    held, together = take(database, an_order()), threading.Barrier(2)

    def take_money() -> bool:
        together.wait(10)
        try:
            pay(database, held, uuid4())
        except OrderError:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        taken = [future.result() for future in [threads.submit(take_money) for _ in range(2)]]
    assert sorted(taken) == [False, True]


def test_no_payment_is_made_up_nor_taken_for_what_was_cancelled(database: Database) -> None:
    held = take(database, an_order())
    with pytest.raises(OrderError, match="by a payment"):
        go(database, held, OrderState.PAID)
    go(database, held, OrderState.CANCELLED)
    assert go(database, held, OrderState.CANCELLED).state is OrderState.CANCELLED, "again is the same"
    with pytest.raises(OrderError, match="cancelled cannot be paid"):
        pay(database, held, uuid4())


def test_what_is_laid_aside_is_nobody_elses(database: Database) -> None:
    fill(database, rouge=3)
    held = take(database, to_collect(2))
    assert held.state is OrderState.PREPARING
    assert held.ready_ms is not None
    assert held.ready_ms > NOW
    assert left(database, "rouge") == 1

    late = take(database, to_collect(2))
    assert late.state is OrderState.PLACED
    assert late.missing == ("rouge",)
    assert late.ready_ms is None, "nothing is promised that is not there"

    go(database, held, OrderState.CANCELLED)
    assert left(database, "rouge") == 3


def test_two_who_want_the_last_one_do_not_both_get_it(database: Database) -> None:
    fill(database, rouge=2)
    together = threading.Barrier(2)

    def want() -> OrderState:
        together.wait(10)
        return take(database, to_collect(2)).state

    with ThreadPoolExecutor(2) as threads:
        states = {future.result() for future in [threads.submit(want) for _ in range(2)]}
    assert states == {OrderState.PREPARING, OrderState.PLACED}


def test_an_order_is_collected_paid_and_returned(database: Database) -> None:
    fill(database, rouge=2)
    held = take(database, to_collect(2))
    go(database, held, OrderState.READY)
    pay(database, held, uuid4())
    held = go(database, held, OrderState.COLLECTED)
    wanted = ReturnDocument(id=uuid4(), reason="", lines=(ReturnLineDocument(sku="rouge", quantity=1),))
    with database.writing() as connection:
        back = start_return(connection, held.order.id, wanted, NOW)
    with database.writing() as connection:
        assert start_return(connection, held.order.id, wanted, NOW) == back
    assert [step.state for step in go(database, back, OrderState.RETURNED).steps] == [
        OrderState.PLACED,
        OrderState.PREPARING,
        OrderState.READY,
        OrderState.PAID,
        OrderState.COLLECTED,
        OrderState.RETURN_STARTED,
        OrderState.RETURNED,
    ]


@pytest.mark.parametrize(("sku", "quantity"), [("rouge", 1), ("VH-412", 3)])
def test_nothing_comes_back_that_was_not_bought(database: Database, sku: str, quantity: int) -> None:
    held = take(database, an_order(lines=[a_line("VH-412", 2)]))
    wanted = ReturnDocument(id=uuid4(), reason="", lines=(ReturnLineDocument(sku=sku, quantity=quantity),))

    def bring_back() -> None:
        with database.writing() as connection:
            start_return(connection, held.order.id, wanted, NOW)

    with pytest.raises(OrderError, match="awaiting payment cannot be returned"):
        bring_back()
    pay(database, held, uuid4())
    with pytest.raises(OrderError, match="only what was bought"):
        bring_back()


@pytest.mark.parametrize(("kind", "days"), [(OrderKind.TILL, 3), (OrderKind.COLLECT, 14), (OrderKind.SHIP, 3)])
def test_what_nobody_pays_in_time_is_cancelled_and_its_goods_are_free(
    database: Database, kind: OrderKind, days: int
) -> None:
    fill(database, rouge=4)
    unpaid, paid = (take(database, an_order(kind, [a_line("rouge", 2)], STORE.id)) for _ in range(2))
    if kind is OrderKind.COLLECT:
        go(database, paid, OrderState.READY)
    pay(database, paid, uuid4())
    if kind is OrderKind.SHIP:
        go(database, paid, OrderState.PREPARING)

    def state_after(whole_days: float, order: HeldOrder) -> OrderState:
        with database.writing() as connection:
            cancel_unpaid(connection, NOW + round(whole_days * 24 * 3600 * 1000))
            return find_order(connection, orders.c.id == order.order.id).state

    assert state_after(days - 0.1, unpaid) is not OrderState.CANCELLED
    assert state_after(days, unpaid) is OrderState.CANCELLED
    assert state_after(1000, paid) is not OrderState.CANCELLED
    assert left(database, "rouge") == (4 if kind is OrderKind.TILL else 2)


def test_a_cart_is_ordered_by_who_has_a_part_in_it_and_then_closed(database: Database) -> None:
    owner, _ = admit(database, "owner")
    stranger, _ = admit(database, "stranger")
    order = an_order()
    with database.writing() as connection:
        row = {"id": order.cart, "store": "athens", "state": "open", "version": 4, "created_ms": 0, "updated_ms": 0}
        connection.execute(insert(carts).values(row))
        connection.execute(insert(cart_members).values(cart=order.cart, device=owner.id, joined_ms=0))
    with pytest.raises(OrderError, match="no part"):
        take(database, order, device=stranger)
    take(database, order, device=owner)
    take(database, order, device=owner)
    with database.reading() as connection:
        found = connection.execute(select(carts.c.state, carts.c.version).where(carts.c.id == order.cart)).one()
        assert tuple(found) == ("ordered", 5)
        assert find_order(connection, orders.c.cart == order.cart).order == order


def test_of_two_orders_of_one_cart_at_once_one_is_taken(database: Database) -> None:
    devices = [admit(database, name)[0] for name in ("mirror", "phone")]
    cart, together = an_order().cart, threading.Barrier(2)
    with database.writing() as connection:
        row = {"id": cart, "store": "athens", "state": "open", "version": 1, "created_ms": 0, "updated_ms": 0}
        connection.execute(insert(carts).values(row))
        members = [{"cart": cart, "device": device.id, "joined_ms": 0} for device in devices]
        connection.execute(insert(cart_members), members)

    def order_it(device: Device) -> bool:
        together.wait(10)
        try:
            take(database, replace(an_order(), cart=cart), device=device)
        except OrderError:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        taken = [future.result() for future in [threads.submit(order_it, device) for device in devices]]
    assert sorted(taken) == [False, True]


def test_a_store_that_there_is_not_lays_nothing_aside(database: Database) -> None:
    with pytest.raises(OrderError, match="no such store"):
        take(database, an_order(OrderKind.COLLECT, store="moon"))
    with database.reading() as connection:
        assert not connection.execute(select(orders)).all(), "all or nothing"
