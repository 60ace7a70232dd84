"""The screen at which an order was made says when the till has taken the money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.local.payment_store import PaymentStore
from kiosk.orders.payment import Outcome, Payment
from tests.ui.stage import WITHOUT_SOUND, Stage, centre

if TYPE_CHECKING:
    from kiosk.shopping import Shopping

pytestmark = WITHOUT_SOUND


def test_what_the_till_took_is_said_where_it_was_ordered(stage: Stage, shopping: Shopping) -> None:
    stage.settle()
    stage.touch("Start")
    stage.live()
    stage.touch_at(centre(stage.swatches()[2]))
    price = stage.kiosk.product.price
    stage.touch(f"Add to cart · {price}")
    stage.touch("Cart")
    stage.touch("Check out")
    stage.touch("Pay at the till")
    book = PaymentStore(shopping._database)
    (awaited,) = book.open_payments()
    book.write_payment(Payment(awaited.intent, Outcome.APPROVED))
    stage.kiosk.checkout.look()
    stage.settle()
    assert stage.reads(f"Paid: {price}. Thank you!")
