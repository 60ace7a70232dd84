"""The cart by touch: what goes in, what it comes to, and the way back; on a real disk, with no hub."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from uuid6 import uuid7

from kiosk.cart.clock import Stamp
from kiosk.cart.operation import Add, Operation
from kiosk.cart.views import CartState
from kiosk.handoff import JoinedCart
from kiosk.local.cart_store import CartNews
from kiosk.local.errors import LocalDataError
from kiosk.local_text import LocalText
from kiosk.money import Money
from kiosk.offers.offer import Offer, PercentOff, Target
from kiosk.shop_opening import sample_shop
from tests.ui.stage import WITHOUT_SOUND, Stage, centre
from ui.models.handoff import HandoffState

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.catalogue import Catalogue
    from kiosk.offers.price_book import PriceBook, ShopItem
    from kiosk.shopping import Shopping
    from ui.models.kiosk import Kiosk

pytestmark = WITHOUT_SOUND


@pytest.fixture
def trying(stage: Stage) -> Stage:
    """Somebody before the mirror, who wears a lipstick."""
    stage.settle()
    stage.touch("Start")
    stage.live()
    stage.touch_at(centre(stage.swatches()[2]))
    return stage


def add(stage: Stage) -> str:
    """Put in the cart what is worn; gives its name."""
    stage.touch(f"Add to cart · {stage.kiosk.product.price}")
    return str(stage.kiosk.product.name)


def test_what_is_worn_goes_into_the_cart_with_one_touch_and_says_so(trying: Stage) -> None:
    name = add(trying)
    assert trying.reads("In your cart")
    trying.touch("Cart")
    assert trying.reads(name)
    assert trying.reads(trying.kiosk.product.price)
    assert trying.kiosk.cart.count == 1


def test_quantities_go_up_and_down_and_the_total_with_them(trying: Stage) -> None:
    name = add(trying)
    one = trying.kiosk.cart.total
    trying.touch("Cart")
    trying.touch(f"One more of {name}")
    assert trying.kiosk.cart.count == 2
    assert trying.kiosk.cart.total != one
    trying.touch(f"One fewer of {name}")
    assert trying.kiosk.cart.total == one


def test_a_line_that_was_removed_can_be_brought_back_as_it_was(trying: Stage) -> None:
    name = add(trying)
    trying.touch("Cart")
    trying.touch(f"Wrap {name} as a gift")
    trying.touch(f"Remove {name}")
    assert trying.kiosk.cart.count == 0
    assert trying.reads(f"{name} is out of your cart")
    trying.touch("Bring it back")
    (row,) = trying.kiosk.cart.rows.rows
    assert (row.name, row.quantity, row.giftWrap) == (name, 1, True)


def test_everything_on_the_face_goes_in_at_once_and_once_only(trying: Stage) -> None:
    trying.kiosk.looks.wear("evening")
    worn = trying.kiosk.wearing.count
    trying.touch(f"On you: {worn}")
    trying.touch("Add all to cart")
    assert trying.kiosk.cart.count == worn
    assert trying.reads("All in your cart")
    trying.kiosk.cart.addWorn()
    assert trying.kiosk.cart.count == worn


def test_a_tap_that_could_not_be_kept_is_not_shown_as_done(
    trying: Stage, shopping: Shopping, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = add(trying)
    trying.touch("Cart")

    def full(*_: object) -> None:
        raise LocalDataError("shop.db: the disk is full: make room")

    monkeypatch.setattr(shopping, "add", full)
    trying.touch(f"One more of {name}")
    assert trying.kiosk.cart.count == 1
    assert trying.reads("the disk is full")
    monkeypatch.undo()
    trying.touch(f"One more of {name}")
    assert trying.kiosk.cart.count == 2
    assert not trying.reads("the disk is full")


def test_a_coupon_and_a_note_are_kept_as_a_shopper_types_them(trying: Stage) -> None:
    add(trying)
    trying.touch("Cart")
    trying.kiosk.cart.useCoupon(" spring 26 ")
    trying.kiosk.cart.writeNote("Please wrap\nthis " + "x" * 300)
    trying.settle()
    assert trying.reads("We do not know SPRING26")
    assert trying.reads("Please wrap this x")
    assert len(trying.kiosk.cart.note) == 200
    trying.kiosk.cart.dropCoupon("SPRING26")
    trying.settle()
    assert not trying.reads("SPRING26")


def test_a_code_takes_the_cart_to_a_phone_until_its_time_is_over(trying: Stage) -> None:
    add(trying)
    trying.touch("Cart")
    trying.touch("To my phone")
    assert trying.read_code() == "https://hub.example.com/c/ThisIsOnlyAnExample00"
    assert trying.reads("5:00")
    linger(trying, 299)
    trying.kiosk.handoff.check()
    trying.settle()
    assert trying.reads("0:01")
    trying.clock.now += 1
    trying.kiosk.handoff.check()
    trying.settle()
    assert trying.read_code() == ""
    assert trying.reads("too old")
    trying.touch("Try again")
    assert trying.read_code()
    trying.touch("Back to the cart")
    assert trying.kiosk.handoff.state == HandoffState.OFF


def test_no_code_is_shown_of_a_cart_that_would_go_with_the_visit(
    trying: Stage, shopping: Shopping, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(trying)
    trying.touch("Cart")

    def full() -> None:
        raise LocalDataError("shop.db: the disk is full: make room")

    monkeypatch.setattr(shopping, "share", full)
    trying.touch("To my phone")
    assert trying.read_code() == ""
    assert trying.kiosk.handoff.state == HandoffState.FAILED


def test_without_a_network_the_mirror_says_so_and_keeps_the_cart(trying: Stage) -> None:
    trying.counter.trouble = "the hub cannot be reached in time"
    name = add(trying)
    trying.touch("Cart")
    trying.touch("To my phone")
    assert trying.reads("no way to the shop’s network")
    assert trying.reads("the hub cannot be reached in time")
    trying.touch("Back to the cart")
    assert trying.reads(name)


def test_a_cart_of_a_phone_comes_to_the_mirror_and_takes_what_is_there_along(trying: Stage) -> None:
    here = add(trying)
    row = trying.kiosk.shelf.products.rows[1]
    trying.counter.phones["abc"] = phone_cart(sku_of(trying, row.productId))
    trying.kiosk.handoff.adopt("https://hub.example.com/c/abc")
    trying.settle()
    assert {row.name for row in trying.kiosk.cart.rows.rows} == {here, row.name}
    assert trying.reads("Your cart")


def test_a_phones_code_that_is_over_is_said_and_changes_nothing(trying: Stage) -> None:
    name = add(trying)
    trying.kiosk.handoff.adopt("https://hub.example.com/c/used")
    trying.settle()
    assert trying.reads("That cart could not be brought here")
    assert trying.reads(name)
    trying.touch("OK")
    assert not trying.reads("could not be brought here")


def test_a_code_of_somebody_else_changes_nothing(trying: Stage) -> None:
    add(trying)
    trying.kiosk.handoff.adopt("https://elsewhere.example.com/c/abc")
    trying.settle()
    assert trying.kiosk.cart.count == 1
    assert not trying.reads("Your cart")


def test_what_a_phone_adds_is_told(trying: Stage, shopping: Shopping) -> None:
    add(trying)
    trying.touch("Cart")
    cart = trying.kiosk.cart.view
    assert cart is not None
    assert cart.cart is not None
    row = trying.kiosk.shelf.products.rows[1]
    joined = phone_cart(sku_of(trying, row.productId), cart.cart)
    shopping._carts.receive(joined.cart, joined.news)
    trying.kiosk.cart.look()
    trying.settle()
    assert trying.reads(f"Just added from your other screen: {row.name}")
    trying.touch("OK")
    assert not trying.reads("Just added")


def test_the_next_shopper_finds_an_empty_cart(trying: Stage) -> None:
    name = add(trying)
    trying.touch("Cart")
    trying.kiosk.session.end()
    trying.wait(60)
    trying.touch("Start")
    trying.live()
    trying.touch("Cart")
    assert trying.kiosk.cart.count == 0
    assert not trying.reads(name)


def test_savings_come_with_their_reason(trying: Stage, on_offer: None) -> None:
    add(trying)
    trying.kiosk.looks.wear("soft-glam")
    trying.kiosk.cart.addWorn()
    trying.touch("Cart")
    cart = trying.kiosk.cart
    assert cart.savings
    assert trying.reads(f"{cart.savings} saved")
    assert len(cart.offers.rows) == 2
    assert all(trying.reads(row.sentence) for row in cart.offers.rows)


def test_a_price_that_changed_is_said(
    trying: Stage, shopping: Shopping, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(trying)
    shop = sample_shop(catalogue)
    monkeypatch.setattr(shopping, "_shop", lambda: replace(shop, prices=Dearer(shop.prices), offers=()))
    trying.kiosk.cart.look()
    trying.touch("Cart")
    assert trying.reads(f"Was {trying.kiosk.product.price} when you added it")


def test_what_is_sold_no_longer_is_said_and_can_go(
    trying: Stage, shopping: Shopping, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(trying)
    sku = trying.kiosk.product.sku
    shop = sample_shop(catalogue)
    monkeypatch.setattr(shopping, "_shop", lambda: replace(shop, prices=SoldOut(shop.prices), offers=()))
    trying.kiosk.cart.look()
    trying.touch("Cart")
    assert trying.reads(f"{sku} is no longer sold here")
    trying.touch(f"Remove {sku}")
    assert not trying.reads("no longer sold")


def test_one_offer_is_suggested_with_its_reason_and_taken(trying: Stage, on_offer: None) -> None:
    trying.kiosk.looks.wear("soft-glam")
    trying.kiosk.offer.look()
    trying.settle()
    offer = trying.kiosk.offer
    assert trying.reads(offer.title)
    assert trying.reads(f"Why this? {offer.reason}")
    assert offer.adds
    assert trying.reads(offer.article)
    named = offer.article
    trying.touch("Add it")
    (row,) = trying.kiosk.cart.rows.rows
    assert named == f"{row.name} · {row.shade}"
    assert not offer.shown


def test_an_offer_that_was_waved_away_does_not_come_back(trying: Stage, on_offer: None) -> None:
    trying.kiosk.looks.wear("soft-glam")
    seen = set()
    for _ in range(5):
        trying.kiosk.offer.look()
        trying.settle()
        if not trying.kiosk.offer.shown:
            break
        assert trying.kiosk.offer.title not in seen
        seen.add(trying.kiosk.offer.title)
        trying.touch("Not interested")
        assert not trying.reads("Why this?")
    assert seen == {"A tenth off lips", "A tenth off eyes"}
    assert not trying.kiosk.offer.shown


def calm(kiosk: Kiosk) -> QTimer:
    """Runs until something is suggested."""
    (timer,) = kiosk.offer.findChildren(QTimer)
    return timer


def test_nothing_is_suggested_once_a_visit_is_over(trying: Stage) -> None:
    add(trying)
    assert calm(trying.kiosk).isActive()
    trying.kiosk.session.end()
    trying.settle()
    assert not calm(trying.kiosk).isActive()


def test_nothing_is_asked_of_a_desk_that_may_have_ended(hubless: Stage) -> None:
    kiosk = hubless.kiosk
    kiosk.session.start()
    kiosk.looks.wear("soft-glam")
    assert calm(kiosk).isActive()
    kiosk.close()
    kiosk.cart.addWorn()
    assert not calm(kiosk).isActive()


@pytest.fixture
def on_offer(kiosk: Kiosk, shopping: Shopping, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two offers hold, from which nobody is kept; the tests say when it was calm for long enough."""
    calm(kiosk).setInterval(3_600_000)
    lips, eyes = (
        Offer(
            id=category,
            title=LocalText({"en": f"A tenth off {category}"}),
            reason=LocalText({"en": f"This week {category} cost a tenth less: you save {{amount}}."}),
            terms=PercentOff(10),
            currency="EUR",
            target=Target(categories=frozenset({category})),
            holdout_percent=0,
        )
        for category in ("lips", "eyes")
    )
    shop = replace(sample_shop(catalogue), offers=(lips, eyes))
    monkeypatch.setattr(shopping, "_shop", lambda: shop)


class Dearer:
    """Prices that went up."""

    def __init__(self, prices: PriceBook) -> None:
        self._prices = prices
        self.currency = prices.currency

    def item(self, sku: str) -> ShopItem | None:
        item = self._prices.item(sku)
        return item and replace(item, price=item.price + Money(200, self.currency))


class SoldOut:
    """A shop that sells nothing any more."""

    def __init__(self, prices: PriceBook) -> None:
        self.currency = prices.currency

    def item(self, sku: str) -> ShopItem | None:
        del sku
        return None


def linger(stage: Stage, seconds: float) -> None:
    """So much time goes by with a touch now and then."""
    while seconds > 0:
        stage.clock.now += min(30.0, seconds)
        stage.kiosk.session.stir()
        seconds -= 30.0


def sku_of(stage: Stage, product_id: str) -> str:
    """The first shade of a product."""
    product = stage.kiosk.shelf._catalogue.product(product_id)
    assert product is not None
    return product.variants[0].sku


def phone_cart(sku: str, cart: UUID | None = None) -> JoinedCart:
    """A cart into which a phone put this."""
    which = cart or uuid7()
    stamp = Stamp(1, 0, "phone-1")
    operation = Operation(uuid7(), which, "phone-1", 1, stamp, Add(sku, 1, Money(3400, "EUR")))
    return JoinedCart(which, CartNews((operation,), 9, CartState.OPEN, None))
