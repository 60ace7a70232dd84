"""What a kiosk asks the hub about orders, of a hub that runs."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from kiosk.hub.devices import DeviceKind
from kiosk.hub.errors import HubError
from kiosk.hub_address import HubAddress
from kiosk.local.database import LocalData
from kiosk.local.payment_store import PaymentStore
from kiosk.orders.cashier import Cashier
from kiosk.orders.code import in_groups
from kiosk.orders.order import OrderError, OrderState
from kiosk.orders.payment import Outcome
from kiosk.orders.wire import OrderDocument
from kiosk.sync.http import HubConnection
from kiosk.sync.hub_orders import HubOrders, PayAtTill
from kiosk.sync.payment_watch import PaymentWatch
from tests.kiosk.hub.steps import Hand, an_id, send
from tests.kiosk.orders.orders import an_order

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.orders.order import Order
    from tests.kiosk.hub.conftest import Asker, ShopHub


@pytest.fixture
def mirror(shop_hub: ShopHub) -> Asker:
    return shop_hub.admit("Mirror by the door")


@pytest.fixture
def till(shop_hub: ShopHub) -> Asker:
    return shop_hub.admit("Till 1", DeviceKind.TILL)


@pytest.fixture
def hub_orders(mirror: Asker) -> Iterator[HubOrders]:
    address = HubAddress(mirror.hub.url, "https://phones.example.com", mirror.token)
    with closing(HubConnection(lambda: address)) as connection:
        yield HubOrders(connection)


@pytest.fixture
def order(mirror: Asker) -> Order:
    """One that the hub has."""
    order = an_order()
    put(mirror, order)
    return order


def put(mirror: Asker, order: Order) -> None:
    document = OrderDocument.of(order).model_dump(mode="json")
    assert mirror.ask("PUT", f"/v1/orders/{order.id}", json=document).status_code == 200


def pay(till: Asker, order: Order) -> None:
    payment = {"key": str(uuid4()), "amount": {"minor": order.total.minor, "currency": order.total.currency}}
    assert till.ask("POST", f"/v1/till/orders/{order.id}/payments", json=payment).status_code == 200


def test_an_order_is_found_by_what_the_shopper_types(hub_orders: HubOrders, order: Order) -> None:
    status = hub_orders.track(f" {in_groups(order.code).lower()} ")
    assert status == hub_orders.find(order.id)
    assert status is not None
    assert status.state is OrderState.AWAITING_PAYMENT
    assert status.charged == order.total
    assert hub_orders.track(an_order().code) is None
    assert hub_orders.track("nonsense") is None
    assert hub_orders.find(an_id()) is None
    assert hub_orders.page(order.code) == f"https://phones.example.com/o/{order.code}"


def test_what_is_paid_is_not_cancelled(hub_orders: HubOrders, order: Order, till: Asker) -> None:
    pay(till, order)
    with pytest.raises(OrderError, match="paid cannot become cancelled"):
        hub_orders.cancel(order.id)
    assert hub_orders.cancel(an_id()) is None


def test_who_pays_a_cart_keeps_others_from_it(shop_hub: ShopHub, mirror: Asker, hub_orders: HubOrders) -> None:
    other = shop_hub.admit("Tablet", DeviceKind.STAFF)
    hand = Hand(str(mirror.device.id))
    send(mirror, hand.step())
    assert hub_orders.lease(hand.cart, an_id())
    assert hub_orders.lease(hand.cart, an_id()), "it is ours already"
    leased = {"order": str(an_id())}
    assert other.ask("POST", f"/v1/carts/{hand.cart}/lease", json=leased).status_code == 409
    hub_orders.release(hand.cart)
    assert other.ask("POST", f"/v1/carts/{hand.cart}/lease", json=leased).status_code == 200
    assert not hub_orders.lease(hand.cart, an_id())
    assert hub_orders.lease(an_id(), an_id()), "nobody else has what the hub does not know"


def test_a_cart_can_be_ordered_with_the_hub_gone() -> None:
    address = HubAddress("http://127.0.0.1:9", "https://phones.example.com", "a token of nobody's at all, and long")
    with closing(HubConnection(lambda: address)) as connection:
        assert HubOrders(connection).lease(an_id(), an_id())


def test_the_kiosk_learns_that_the_till_took_the_money(
    hub_orders: HubOrders, order: Order, till: Asker, tmp_path: Path
) -> None:
    told: list[bool] = []
    with closing(LocalData(tmp_path).connect()) as database:
        book = PaymentStore(database)
        cashier = Cashier(book, PayAtTill(hub_orders), an_id)
        watch = PaymentWatch(book, cashier, lambda: told.append(True))
        assert cashier.pay(order.id, order.code, order.total).outcome is Outcome.PENDING
        watch.refresh()
        assert not told
        pay(till, order)
        watch.refresh()
        assert told == [True]
        late = cashier.give_up(order.id)
        assert late is not None
        assert late.outcome is Outcome.APPROVED, "what is paid is not given up"


def test_every_open_payment_has_its_turn(hub_orders: HubOrders, mirror: Asker, till: Asker, tmp_path: Path) -> None:
    with closing(LocalData(tmp_path).connect()) as database:
        book = PaymentStore(database)
        cashier = Cashier(book, PayAtTill(hub_orders), an_id)
        watch = PaymentWatch(book, cashier, lambda: None)
        for paid in (True, True, False, True):
            order = an_order()
            put(mirror, order)
            cashier.pay(order.id, order.code, order.total)
            if paid:
                pay(till, order)
        for _ in range(4):
            watch.refresh()
        assert len(book.open_payments()) == 1


def test_giving_up_cancels_the_order_at_the_till(
    hub_orders: HubOrders, order: Order, till: Asker, tmp_path: Path
) -> None:
    with closing(LocalData(tmp_path).connect()) as database:
        cashier = Cashier(PaymentStore(database), PayAtTill(hub_orders), an_id)
        cashier.pay(order.id, order.code, order.total)
        given_up = cashier.give_up(order.id)
        assert given_up is not None
        assert given_up.outcome is Outcome.CANCELLED
    payment = {"key": str(uuid4()), "amount": {"minor": order.total.minor, "currency": "EUR"}}
    assert till.ask("POST", f"/v1/till/orders/{order.id}/payments", json=payment).status_code == 409


def test_without_a_hub_a_payment_stays_open(tmp_path: Path) -> None:
    nowhere = HubAddress("http://127.0.0.1:9", "http://127.0.0.1:9", "no token")
    order = an_order()
    with (
        closing(HubConnection(lambda: nowhere)) as connection,
        closing(LocalData(tmp_path).connect()) as database,
    ):
        orders = HubOrders(connection)
        with pytest.raises(HubError, match="cannot be reached"):
            orders.track(order.code)
        book = PaymentStore(database)
        cashier = Cashier(book, PayAtTill(orders), an_id)
        assert cashier.pay(order.id, order.code, order.total).outcome is Outcome.PENDING
        with pytest.raises(HubError, match="cannot be reached"):
            PaymentWatch(book, cashier, lambda: None).refresh()
        assert len(book.open_payments()) == 1
