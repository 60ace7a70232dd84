"""The way out by touch: the till, a store that lays it ready, and what stands between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QObject

from kiosk.orders.code import read_code
from kiosk.orders.order import OrderState
from tests.ui.stage import WITHOUT_SOUND, Stage, centre, order_status

if TYPE_CHECKING:
    from kiosk.shopping import Shopping

pytestmark = WITHOUT_SOUND

CODE: Final = "FK6SY9541Z"


@pytest.fixture
def shopper(stage: Stage) -> Stage:
    """Somebody with a lipstick in the cart, before the ways out."""
    stage.settle()
    stage.touch("Start")
    stage.live()
    stage.touch_at(centre(stage.swatches()[2]))
    stage.touch(f"Add to cart · {stage.kiosk.product.price}")
    stage.touch("Cart")
    return stage


def test_the_tills_code_is_three_touches_from_the_mirror_and_needs_no_network(shopper: Stage) -> None:
    shopper.counter.trouble = "the hub cannot be reached in time"
    price = shopper.kiosk.product.price
    shopper.touch("Check out")
    shopper.touch("Pay at the till")
    code = shopper.read_code()
    assert read_code(code) == code
    assert shopper.reads(f"{code[:5]}-{code[5:]}")
    assert shopper.reads(f"To pay: {price}")
    assert shopper.reads("Written down here")
    assert shopper.kiosk.cart.count == 0


def test_the_screen_says_when_the_shop_has_the_order(shopper: Stage, shopping: Shopping) -> None:
    shopper.touch("Check out")
    shopper.touch("Pay at the till")
    send_everything(shopping)
    shopper.kiosk.checkout.look()
    shopper.settle()
    assert shopper.reads("The shop has your order")


def test_the_receipt_goes_to_the_phone_by_a_code(shopper: Stage) -> None:
    shopper.touch("Check out")
    shopper.touch("Pay at the till")
    code = shopper.read_code()
    shopper.touch("Receipt on my phone")
    assert shopper.read_code() == f"https://hub.example.com/o/{code}"


def test_a_store_lays_it_ready_and_says_when(shopper: Stage) -> None:
    shopper.touch("Check out")
    shopper.touch("Fetch it later")
    place = next(row for row in shopper.kiosk.checkout.places.rows if row.missing == 0)
    assert shopper.reads("Ready Friday 20 November")
    shopper.touch(f"{place.name}, where you are" if place.here else place.name)
    assert shopper.reads("It will be waiting for you")
    assert shopper.reads(place.name)
    assert shopper.reads("Friday 20 November")


def test_home_goes_by_the_phone_and_asks_nothing_here(shopper: Stage) -> None:
    shopper.touch("Check out")
    shopper.touch("Have it sent home")
    assert shopper.reads("type your address there")
    assert shopper.read_code().startswith("https://hub.example.com/c/")


def test_a_cart_that_is_paid_elsewhere_is_not_paid_here(shopper: Stage, shopping: Shopping) -> None:
    shopping.share()
    shopper.kiosk.cart.look()
    shopper.counter.is_paid_elsewhere = True
    shopper.touch("Check out")
    shopper.touch("Pay at the till")
    assert shopper.reads("being paid at another device")
    assert shopper.kiosk.cart.count == 1
    shopper.counter.is_paid_elsewhere = False
    shopper.touch("Try again")
    shopper.touch("Pay at the till")
    assert shopper.reads("Show this at the till")


def test_a_quiet_visit_ends_after_an_order_as_ever(shopper: Stage) -> None:
    shopper.touch("Check out")
    shopper.touch("Pay at the till")
    shopper.wait(61)
    assert shopper.reads("Still there?")


def test_an_order_is_found_by_its_code(shopper: Stage) -> None:
    shopper.counter.orders[CODE] = order_status(CODE, OrderState.PLACED, OrderState.PREPARING, OrderState.READY)
    shopper.kiosk.orders.track("fk6sy-9541z")
    turn_to(shopper, "order")
    assert shopper.reads("Order FK6SY-9541Z")
    assert shopper.reads("Ready to be fetched")
    assert shopper.read_code() == f"https://hub.example.com/o/{CODE}"


@pytest.mark.parametrize("typed", ["FK6SY9541A", "hello", ""])
def test_what_cannot_be_a_code_is_said_at_once(shopper: Stage, typed: str) -> None:
    shopper.kiosk.orders.track(typed)
    turn_to(shopper, "order")
    assert shopper.reads("No order has this code")


def test_without_a_network_an_order_cannot_be_looked_for_and_the_screen_says_so(shopper: Stage) -> None:
    shopper.counter.trouble = "the hub cannot be reached in time"
    shopper.kiosk.orders.track(CODE)
    turn_to(shopper, "order")
    assert shopper.reads("no way to the shop’s network")
    assert shopper.reads("the hub cannot be reached in time")


def test_staff_see_what_waits_and_what_was_refused(shopper: Stage, shopping: Shopping) -> None:
    shopper.touch("Check out")
    shopper.touch("Pay at the till")
    for step in shopping._outbox.next_steps(10):
        shopping._outbox.done([step.number])
    order = shopping._outbox.next_order()
    assert order is not None
    shopping._outbox.park(order.number, "the store is closed for good")
    turn_to(shopper, "staff")
    assert shopper.reads("Nothing waits to be sent")
    assert shopper.reads("the store is closed for good")
    shopper.touch("Try again")
    assert shopper.reads("1 steps wait")
    assert not shopper.reads("the store is closed for good")


def turn_to(stage: Stage, page: str) -> None:
    """Open a page of the sheet."""
    screen = stage.window.findChild(QObject, "mirrorScreen")
    assert screen is not None
    screen.setProperty("page", page)
    stage.settle()


def send_everything(shopping: Shopping) -> None:
    """The hub takes all that waits."""
    for step in shopping._outbox.next_steps(10):
        shopping._outbox.done([step.number])
    while (order := shopping._outbox.next_order()) is not None:
        shopping._outbox.done([order.number])
