"""Which offers hold for a cart, here and now."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from kiosk.offers.condition import ConditionError
from kiosk.offers.condition_facts import price_facts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kiosk.offers.basket import Basket
    from kiosk.offers.condition import Condition, Facts
    from kiosk.offers.facts import Context
    from kiosk.offers.offer import Offer


class Standing(Enum):
    """Whether an offer holds, else why not."""

    HOLDS = auto()
    ELSEWHERE = auto()
    """Another store or another currency."""
    OVER = auto()
    """Its last day is past."""
    NOT_NOW = auto()
    """Another day or hour."""
    NO_COUPON = auto()
    SPEND_MORE = auto()
    NOTHING = auto()
    """There is nothing in the cart that it is about."""
    NOT_MET = auto()
    """Its condition is not true, or has no answer."""


@dataclass(frozen=True, slots=True)
class Eligibility:
    """What decides about offers on one basket.

    Attributes:
        basket: what is bought.
        coupons: the codes that were handed in.
        context: where and when.
        facts: what conditions ask about.
    """

    basket: Basket
    coupons: Collection[str]
    context: Context
    facts: Facts

    @classmethod
    def of(cls, basket: Basket, coupons: Collection[str], context: Context) -> Eligibility:
        """What decides about a basket as every device knows it."""
        return cls(basket, coupons, context, price_facts(basket, context))

    def standing(self, offer: Offer) -> Standing:
        """Whether ``offer`` holds; of several reasons against it, the first in the order of ``Standing``."""
        for standing, is_so in self._reasons(offer):
            if is_so:
                return standing
        return Standing.HOLDS

    def _reasons(self, offer: Offer) -> Iterator[tuple[Standing, bool]]:
        """What can be against an offer, and whether it is; the costliest to find out is last."""
        elsewhere = bool(offer.stores) and self.context.store not in offer.stores
        yield Standing.ELSEWHERE, elsewhere or offer.currency != self.basket.currency
        yield Standing.OVER, offer.last_day is not None and self.context.now.date() > offer.last_day
        yield Standing.NOT_NOW, not self._is_time_of(offer)
        yield Standing.NO_COUPON, offer.coupon is not None and offer.coupon not in self.coupons
        yield Standing.SPEND_MORE, self.missing(offer) > 0
        yield Standing.NOTHING, not all(self.basket.has(target) for target in offer.targets)
        yield Standing.NOT_MET, not self.is_met(offer.condition)

    def missing(self, offer: Offer) -> int:
        """How much more must be spent for ``offer``, in minor units; 0 when it is enough."""
        if not offer.spend_minor:
            return 0
        return max(0, offer.spend_minor - sum(line.list_total for line in self.basket.targeted(offer.target)))

    def is_met(self, condition: Condition | None) -> bool:
        """Whether a condition is true; one that has no answer is not, and ``kiosk.offers.check`` names it."""
        if condition is None:
            return True
        with suppress(ConditionError):
            return condition.holds(self.facts)
        return False

    def _is_time_of(self, offer: Offer) -> bool:
        now = self.context.now
        return (
            (offer.first_day is None or now.date() >= offer.first_day)
            and (not offer.weekdays or now.isoweekday() in offer.weekdays)
            and (offer.hours is None or offer.hours[0] <= now.time() < offer.hours[1])
        )
