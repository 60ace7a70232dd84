"""The pictures of the cart and of where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.models.kiosk import Kiosk
    from ui.shot_shop import ShotCounter

_CODE: Final = "FK6SY9541Z"
_COMFORTS: Final = ("highContrast", "largerType", "reach")


def cart_states(kiosk: Kiosk, counter: ShotCounter, turn_to: Callable[[str], None]) -> Iterator[str]:
    """Walk through what becomes of a cart; ``turn_to`` opens a page of the sheet."""
    cart = kiosk.cart
    turn_to("cart")
    yield "cart-empty"
    turn_to("wearing")
    cart.addWorn()
    yield "cart-all-worn"
    sku = cart.rows.rows[0].sku
    cart.more(sku)
    cart.wrap(sku, True)
    cart.useCoupon("not a coupon")
    cart.writeNote("For my sister’s birthday on Friday")
    turn_to("cart")
    yield "cart-lines"
    cart.remove(cart.rows.rows[-1].sku)
    yield "cart-removed"
    for comfort in _COMFORTS:
        kiosk.screen.setProperty(comfort, True)
        yield f"cart-{comfort.lower()}"
        kiosk.screen.setProperty(comfort, False)
    turn_to("handoff")
    yield "handoff-shown"
    for comfort in _COMFORTS:
        kiosk.screen.setProperty(comfort, True)
        yield f"handoff-{comfort.lower()}"
        kiosk.screen.setProperty(comfort, False)
    counter.works = False
    kiosk.handoff.begin()
    yield "handoff-failed"
    counter.works = True
    for page in ("coupon", "note"):
        turn_to(page)
        yield f"cart-{page}"
    yield from _checkout_states(kiosk, turn_to)
    turn_to("find")
    yield "order-find"
    turn_to("order")
    kiosk.orders.track("7K3QX9M2T5")
    yield "order-unknown"
    kiosk.orders.track(_CODE)
    yield "order-found"
    turn_to("staff")
    yield "staff"
    turn_to("help")
    yield "cart-help"
    turn_to("try")
    yield "cart-try"


def _checkout_states(kiosk: Kiosk, turn_to: Callable[[str], None]) -> Iterator[str]:
    """Walk through the ways out."""
    turn_to("checkout")
    yield "checkout-choose"
    kiosk.checkout.chooseStore()
    yield "checkout-stores"
    kiosk.checkout.payAtTill()
    yield "checkout-till"
    kiosk.checkout.askPage()
    yield "checkout-receipt"
    for comfort in _COMFORTS:
        kiosk.screen.setProperty(comfort, True)
        yield f"checkout-{comfort.lower()}"
        kiosk.screen.setProperty(comfort, False)
    turn_to("try")
    kiosk.cart.addWorn()
    turn_to("checkout")
    kiosk.checkout.chooseStore()
    kiosk.checkout.collectAt(kiosk.checkout.places.rows[0].storeId)
    yield "checkout-collect"
    turn_to("try")
    kiosk.offer.look()
    yield "offer"
