"""What to tell a shopper about a code that was handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.money import Money
from kiosk.offers.eligibility import Standing
from kiosk.offers.line_offers import LineOffers
from kiosk.offers.offer import OrderOff
from kiosk.offers.packs import packing_of
from kiosk.offers.priced_cart import CouponState, PricedCoupon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from kiosk.offers.basket import Basket
    from kiosk.offers.eligibility import Eligibility
    from kiosk.offers.offer import Offer


def judge_coupons(
    codes: Iterable[str], offers: Sequence[Offer], eligibility: Eligibility, applied: Collection[str]
) -> tuple[PricedCoupon, ...]:
    """What became of each code.

    Args:
        codes: as handed in.
        offers: all that there are.
        eligibility: which of them hold.
        applied: the ids of those that took something off.
    """
    return tuple(
        _judge(code, [offer for offer in offers if offer.coupon == code], eligibility, applied) for code in codes
    )


def _judge(code: str, offers: Sequence[Offer], eligibility: Eligibility, applied: Collection[str]) -> PricedCoupon:
    if any(offer.id in applied for offer in offers):
        return PricedCoupon(code, CouponState.ACCEPTED)
    standings = {offer.id: eligibility.standing(offer) for offer in offers}
    here = [offer for offer in offers if standings[offer.id] is not Standing.ELSEWHERE]
    if not here:
        return PricedCoupon(code, CouponState.UNKNOWN)
    if all(standings[offer.id] is Standing.OVER for offer in here):
        return PricedCoupon(code, CouponState.EXPIRED)
    holding = [offer for offer in here if standings[offer.id] is Standing.HOLDS]
    if any(_saves_alone(offer, eligibility.basket) for offer in holding):
        return PricedCoupon(code, CouponState.NOT_COMBINABLE)
    short = [offer for offer in here if standings[offer.id] is Standing.SPEND_MORE]
    missing = min((eligibility.missing(offer) for offer in short), default=None)
    currency = eligibility.basket.currency
    return PricedCoupon(code, CouponState.NOT_REACHED, None if missing is None else Money(missing, currency))


def _saves_alone(offer: Offer, basket: Basket) -> bool:
    """Whether an offer that holds would take something off, were it the only one."""
    if isinstance(offer.terms, OrderOff):
        return basket.list_total > 0
    packing = packing_of(offer, basket)
    if packing is not None:
        return packing.packs(basket.quantities) is not None
    return LineOffers(basket, [offer]).cost(basket.quantities) < basket.list_total
