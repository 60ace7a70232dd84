"""What kiosks and tills ask the hub about orders."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from kiosk.hub.devices import DeviceKind
from kiosk.orders.code import in_groups
from kiosk.orders.order import OrderKind
from kiosk.orders.wire import OrderDocument
from tests.kiosk.hub.steps import Hand, an_id, send
from tests.kiosk.orders.orders import an_order

if TYPE_CHECKING:
    import requests

    from kiosk.orders.order import Order
    from tests.kiosk.hub.conftest import Asker, ShopHub


@pytest.fixture
def mirror(shop_hub: ShopHub) -> Asker:
    return shop_hub.admit("Mirror by the door")


@pytest.fixture
def till(shop_hub: ShopHub) -> Asker:
    return shop_hub.admit("Till 1", DeviceKind.TILL)


def put(asker: Asker, order: Order) -> requests.Response:
    return asker.ask("PUT", f"/v1/orders/{order.id}", json=OrderDocument.of(order).model_dump(mode="json"))


def payment(minor: int = 5900) -> dict[str, object]:
    return {"key": str(uuid4()), "amount": {"minor": minor, "currency": "EUR"}}


def test_an_order_is_scanned_at_the_till_and_paid(mirror: Asker, till: Asker) -> None:
    order = an_order()
    placed = put(mirror, order)
    assert placed.status_code == 200, placed.text
    assert placed.json()["state"] == "awaiting_payment"
    assert placed.json()["page"] == f"/o/{order.code}"

    at_till = till.ask("GET", f"/v1/till/orders/{in_groups(order.code).lower()}").json()
    assert at_till["payable"]
    assert at_till["status"]["charged"] == {"minor": 5900, "currency": "EUR"}
    assert [line["sku"] for line in at_till["lines"]] == ["VH-412"]

    paid, pays = payment(), f"/v1/till/orders/{order.id}/payments"
    answers = [till.ask("POST", pays, json=paid) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert till.ask("POST", pays, json=payment()).status_code == 409

    tracked = mirror.ask("GET", f"/v1/order-codes/{order.code}").json()
    assert tracked["state"] == "paid"
    assert tracked == mirror.ask("GET", f"/v1/orders/{order.id}").json()


def test_the_same_document_has_the_same_answer_and_another_is_refused(mirror: Asker) -> None:
    order = an_order()
    assert put(mirror, order).json() == put(mirror, order).json()
    other = OrderDocument.of(order).model_dump(mode="json") | {"coupons": ["AUTUMN"]}
    refused = mirror.ask("PUT", f"/v1/orders/{order.id}", json=other)
    assert refused.status_code == 409
    assert refused.headers["Content-Type"] == "application/problem+json"
    elsewhere = mirror.ask("PUT", f"/v1/orders/{uuid4()}", json=OrderDocument.of(order).model_dump(mode="json"))
    assert elsewhere.status_code == 422


def test_an_order_that_is_refused_lets_others_pay_its_cart_at_once(mirror: Asker, shop_hub: ShopHub) -> None:
    hand = Hand(str(mirror.device.id))
    send(mirror, hand.step())
    refused = replace(an_order(OrderKind.COLLECT, store="moon"), cart=hand.cart)
    lease = f"/v1/carts/{hand.cart}/lease"
    assert mirror.ask("POST", lease, json={"order": str(refused.id)}).status_code == 200
    assert put(mirror, replace(refused, id=an_id())).status_code == 409
    staff = shop_hub.admit("Tablet", DeviceKind.STAFF)
    other = {"order": str(an_id())}
    assert staff.ask("POST", lease, json=other).status_code == 409, "it was another order that was refused"
    assert put(mirror, refused).status_code == 409
    assert staff.ask("POST", lease, json=other).status_code == 200


def test_only_tills_take_money_and_only_the_shop_moves_orders(mirror: Asker, till: Asker, shop_hub: ShopHub) -> None:
    order = an_order()
    put(mirror, order)
    staff = shop_hub.admit("Tablet", DeviceKind.STAFF)
    phone = shop_hub.admit("Phone", DeviceKind.PHONE)
    assert mirror.ask("POST", f"/v1/till/orders/{order.id}/payments", json=payment()).status_code == 403
    assert staff.ask("POST", f"/v1/till/orders/{order.id}/payments", json=payment()).status_code == 403
    assert mirror.ask("POST", f"/v1/till/orders/{order.id}/state", json={"state": "paid"}).status_code == 403
    assert till.ask("POST", f"/v1/till/orders/{order.id}/state", json={"state": "paid"}).status_code == 409
    assert phone.ask("GET", f"/v1/order-codes/{order.code}").status_code == 403


def test_what_is_paid_is_not_cancelled_and_can_be_returned(mirror: Asker, till: Asker) -> None:
    order, cancelled = an_order(), an_order()
    for placed in (order, cancelled):
        put(mirror, placed)
    assert mirror.ask("POST", f"/v1/orders/{cancelled.id}/cancellation").json()["state"] == "cancelled"
    till.ask("POST", f"/v1/till/orders/{order.id}/payments", json=payment())
    assert mirror.ask("POST", f"/v1/orders/{order.id}/cancellation").status_code == 409
    wanted = {"id": str(uuid4()), "reason": "", "lines": [{"sku": "VH-412", "quantity": 1}]}
    started = mirror.ask("POST", f"/v1/order-codes/{order.code}/return", json=wanted)
    assert started.json()["state"] == "return_started"
    returned = till.ask("POST", f"/v1/till/orders/{order.id}/state", json={"state": "returned"})
    assert returned.json()["status"]["state"] == "returned"


def test_a_code_that_is_none_and_one_that_nobody_has_look_the_same(mirror: Asker) -> None:
    answers = [mirror.ask("GET", f"/v1/order-codes/{code}") for code in ("nonsense", an_order().code)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].text == answers[1].text


def test_a_device_that_guesses_codes_is_slowed_down(mirror: Asker) -> None:
    codes = [an_order().code for _ in range(60)]
    assert 429 in {mirror.ask("GET", f"/v1/order-codes/{code}").status_code for code in codes}
