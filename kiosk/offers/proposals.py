"""Ways to save that are worth suggesting, the best first.

``score = eligible x now x here x me``. Eligible: with what accepting it does, the cart saves more by the offer than it
does already. Now: its days and hours fit. Here: what accepting it puts into the cart is in stock. These are yes or no.
Me: how well that fits what the visit shows.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kiosk.cart.cart import CartLine
from kiosk.cart.clock import Stamp
from kiosk.offers.basket import Basket, basket_of
from kiosk.offers.condition import ConditionError
from kiosk.offers.condition_facts import suggestion_facts
from kiosk.offers.eligibility import Eligibility, Standing
from kiosk.offers.pricing import price_cart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kiosk.cart.cart import Cart
    from kiosk.local_text import LocalText
    from kiosk.offers.candidates import Candidate
    from kiosk.offers.condition import Facts
    from kiosk.offers.facts import Context, VisitFacts
    from kiosk.offers.offer import Offer
    from kiosk.offers.price_book import PriceBook
    from kiosk.offers.priced_cart import Discount

_MOST_PRICED: Final = 6
"""Ways that are priced at once; each takes as long as a cart."""

_COUPON_FIT: Final = 0.5
"""How well a coupon fits, which adds nothing to the cart."""

_LAST: Final = Stamp(0, 0, "")
"""Of a line that is only thought of."""

_NOT_NOW: Final = frozenset({Standing.ELSEWHERE, Standing.OVER, Standing.NOT_NOW})
"""Nothing that is put into the cart changes these."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An offer, and what accepting it does.

    Attributes:
        offer: which.
        sku: what it puts into the cart; None for nothing.
        coupon: which code it hands in; None for none.
        saving: what the offer then takes off the cart.
        score: how good it is, above 0 and up to 1.
    """

    offer: Offer
    sku: str | None
    coupon: str | None
    saving: Discount
    score: float

    @property
    def title(self) -> LocalText:
        """A few words."""
        return self.offer.title

    def reason(self, language: str) -> str:
        """Why, in one sentence, with what it saves."""
        return self.saving.said(language)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a suggestion is made from.

    Attributes:
        cart: what is in it.
        shop: the store's prices.
        offers: all that there are.
        context: where and when.
        visit: what the visit shows.
        candidates: what could be put into the cart: in stock here.
    """

    cart: Cart
    shop: PriceBook
    offers: Sequence[Offer]
    context: Context
    visit: VisitFacts
    candidates: Sequence[Candidate]


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to save: what is put into the cart for which offer."""

    offer: Offer
    sku: str | None
    fit: float


def _rank(way: _Way) -> tuple[float, tuple[int, str], str]:
    """The best fit first, then the offer's own rank."""
    return -way.fit, way.offer.rank, way.sku or ""


def _shortlist(ways: Iterable[Sequence[_Way]]) -> list[_Way]:
    """The ways that are priced, the best first, of those of each offer.

    Every offer's best way comes before any offer's second: an offer that many things on the face belong to and that
    none of them alone completes would else keep all others from being looked at.
    """
    in_turn = sorted(
        ((turn, way) for of_offer in ways for turn, way in enumerate(of_offer)),
        key=lambda each: (each[0], _rank(each[1])),
    )
    return sorted((way for _, way in in_turn[:_MOST_PRICED]), key=_rank)


class Proposals:
    """What one moment offers."""

    def __init__(self, moment: Moment) -> None:
        """Look at ``moment``."""
        self._moment = moment
        self.basket: Final[Basket] = basket_of(moment.cart, moment.shop)

    def best_first(self, offers: Iterable[Offer]) -> Iterator[Suggestion]:
        """What is worth suggesting, one way for each offer; what is not asked for is not priced."""
        found: set[str] = set()
        for way in _shortlist([sorted(self._ways(offer), key=_rank) for offer in offers]):
            suggestion = None if way.offer.id in found else self._suggestion(way)
            if suggestion is not None:
                found.add(way.offer.id)
                yield suggestion

    def renewed(self, shown: Suggestion) -> Suggestion | None:
        """The same as it is by now; None where it is no suggestion any more."""
        same = (way for way in self._ways(shown.offer) if way.sku == shown.sku)
        return next((self._suggestion(way) for way in same), None)

    @cached_property
    def _facts(self) -> Facts:
        return suggestion_facts(self.basket, self._moment.context, self._moment.visit)

    @cached_property
    def _saved(self) -> Mapping[str, Discount]:
        return self._saved_with(self._moment.cart)

    def _ways(self, offer: Offer) -> Iterator[_Way]:
        """All ways to save by an offer that could hold here and now."""
        if not self._could_hold(offer):
            return
        if offer.coupon is not None and offer.coupon not in self._moment.cart.coupons:
            # And nothing with it: whoever takes a code up finds no article in the cart that was not named to them.
            yield _Way(offer, None, _COUPON_FIT)
            return
        for candidate in self._moment.candidates:
            item = self._moment.shop.item(candidate.sku)
            is_new = self._moment.cart.line(candidate.sku) is None
            if item is not None and is_new and any(target.has(item) for target in offer.targets):
                yield _Way(offer, candidate.sku, candidate.fit)

    def _could_hold(self, offer: Offer) -> bool:
        coupons = () if offer.coupon is None else (offer.coupon,)
        eligibility = Eligibility(self.basket, coupons, self._moment.context, self._facts)
        if eligibility.standing(offer) in _NOT_NOW:
            return False
        with suppress(ConditionError):
            return offer.suggest is None or offer.suggest.holds(self._facts)
        return False

    def _suggestion(self, way: _Way) -> Suggestion | None:
        """What comes of a way to save; None where its offer then takes no more off than it does already."""
        coupon = way.offer.coupon if way.offer.coupon not in self._moment.cart.coupons else None
        after = self._saved_with(self._cart_with(way.sku, coupon)).get(way.offer.id)
        before = self._saved.get(way.offer.id)
        if after is None or (before is not None and before.amount.minor >= after.amount.minor):
            return None
        return Suggestion(way.offer, way.sku, coupon, after, way.fit)

    def _saved_with(self, cart: Cart) -> Mapping[str, Discount]:
        """What each offer takes off a cart."""
        moment = self._moment
        priced = price_cart(cart, moment.shop, moment.offers, moment.context)
        return {discount.offer_id: discount for discount in priced.offers}

    def _cart_with(self, sku: str | None, coupon: str | None) -> Cart:
        """The cart with one more thing, and with a coupon."""
        cart = self._moment.cart
        item = None if sku is None else self._moment.shop.item(sku)
        added = () if item is None else (CartLine(item.sku, 1, {}, item.price, _LAST),)
        coupons = () if coupon is None else (coupon,)
        return replace(cart, lines=cart.lines + added, coupons=cart.coupons + coupons)
