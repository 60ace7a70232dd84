"""The pictures of the cart and of where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ui.models.kiosk import Kiosk
    from ui.shot_shop import ShotCounter

_COMFORTS = ("highContrast", "largerType", "reach")


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
    turn_to("try")
    yield "cart-try"
