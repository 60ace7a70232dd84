"""A shopper is told of one offer that fits, why, and never again once they waved it away."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import pytest

from kiosk.event_wire import EventDocument
from kiosk.offers.candidates import Candidate, candidates
from kiosk.offers.condition import Condition
from kiosk.offers.facts import Context, VisitFacts
from kiosk.offers.offer import AmountOff, Bundle, BundlePart, BuyGet, OrderOff, PercentOff
from kiosk.offers.offer_event import OfferEventKind
from kiosk.offers.proposals import Moment
from kiosk.offers.suggestion import MOST_A_VISIT, Suggestions, is_held_out
from tests.kiosk.offers.carts import CONTEXT, EYES, FACE, LIPS, SHOP, cart, offer
from tests.kiosk.shops import shop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.offers.offer import Offer

TRIED: Final = VisitFacts(frozenset({"pink"}))
ALWAYS: Final[dict[str, Any]] = {"holdout_percent": 0, "most_shown": 5}
TEN_OFF_LIPS: Final = offer(PercentOff(10), "lips", target=LIPS, **ALWAYS)


def _moment(*offers: Offer, tried: Sequence[str] = ("pink",), coupons: Sequence[str] = (), **in_cart: int) -> Moment:
    """A moment of a visit that tried these, which are in stock, with so many of each in the cart."""
    visit = VisitFacts(frozenset(tried))
    fits = tuple(Candidate(sku, 1.0) for sku in tried)
    return Moment(cart(*coupons, **in_cart), SHOP, offers, CONTEXT, visit, fits)


def _kinds(suggestions: Suggestions) -> list[OfferEventKind]:
    return [event.kind for event in suggestions.take_events()]


def test_an_offer_on_what_was_tried_is_suggested_with_its_reason() -> None:
    suggestion = Suggestions("visit").look(_moment(TEN_OFF_LIPS))
    assert suggestion is not None
    assert (suggestion.offer, suggestion.sku, suggestion.coupon) == (TEN_OFF_LIPS, "pink", None)
    assert suggestion.reason("en") == "You save €2.00 with lips."
    assert suggestion.title == TEN_OFF_LIPS.title


@pytest.mark.parametrize(
    "moment",
    [
        _moment(),
        _moment(TEN_OFF_LIPS, tried=()),
        _moment(TEN_OFF_LIPS, tried=("shadow",)),
        _moment(TEN_OFF_LIPS, pink=1),
        _moment(replace(TEN_OFF_LIPS, hours=(time(9), time(12)))),
        _moment(replace(TEN_OFF_LIPS, stores=frozenset({"patras"}))),
        _moment(replace(TEN_OFF_LIPS, condition=Condition("cart.quantity > 5"))),
        _moment(replace(TEN_OFF_LIPS, suggest=Condition("size(visit.tried) > 1"))),
        _moment(replace(TEN_OFF_LIPS, suggest=Condition("member.level == 'gold'"))),
        _moment(replace(TEN_OFF_LIPS, most_shown=0)),
        _moment(replace(TEN_OFF_LIPS, spend_minor=2001)),
        replace(_moment(TEN_OFF_LIPS), candidates=()),
    ],
    ids=[
        "no offers",
        "nothing tried",
        "another thing tried",
        "in the cart already",
        "another hour",
        "another store",
        "condition",
        "suggest condition",
        "suggest condition without an answer",
        "never shown",
        "too little spent",
        "not in stock",
    ],
)
def test_what_does_not_fit_is_not_suggested(moment: Moment) -> None:
    suggestions = Suggestions("visit")
    assert suggestions.look(moment) is None
    assert suggestions.take_events() == ()


def test_what_completes_a_bundle_is_suggested() -> None:
    trio = offer(Bundle((BundlePart(LIPS), BundlePart(EYES), BundlePart(FACE)), 5000), **ALWAYS)
    assert Suggestions("visit").look(_moment(trio, tried=("blush",), red=1)) is None
    suggestion = Suggestions("visit").look(_moment(trio, tried=("blush",), red=1, shadow=1))
    assert suggestion is not None
    assert (suggestion.sku, suggestion.reason("en")) == ("blush", "You save €23.00 with offer.")


def test_what_makes_another_piece_free_is_suggested() -> None:
    three = offer(BuyGet(2, 1), target=LIPS, **ALWAYS)
    suggestion = Suggestions("visit").look(_moment(three, red=2))
    assert suggestion is not None
    assert suggestion.saving.amount.minor == 2000


def test_what_makes_the_order_cheaper_is_suggested() -> None:
    ten = offer(OrderOff(AmountOff(1000)), spend_minor=8000, **ALWAYS)
    assert Suggestions("visit").look(_moment(ten, red=1)) is None
    suggestion = Suggestions("visit").look(_moment(ten, red=2))
    assert suggestion is not None
    assert suggestion.sku == "pink"


def test_what_saves_no_more_than_is_saved_already_is_not_suggested() -> None:
    ten = offer(OrderOff(AmountOff(1000)), spend_minor=3000, **ALWAYS)
    assert Suggestions("visit").look(_moment(ten, red=1)) is None


@pytest.mark.parametrize("tried", [(), ("pink",)], ids=["nothing tried", "something tried"])
def test_a_coupon_is_suggested_alone_where_it_saves(tried: Sequence[str]) -> None:
    five = offer(OrderOff(PercentOff(5)), coupon="FIVE", **ALWAYS)
    suggestion = Suggestions("visit").look(_moment(five, tried=tried, red=1))
    assert suggestion is not None
    assert (suggestion.sku, suggestion.coupon, suggestion.saving.amount.minor) == (None, "FIVE", 150)
    assert Suggestions("visit").look(_moment(five, tried=(), coupons=("FIVE",), red=1)) is None
    assert Suggestions("visit").look(_moment(five, tried=())) is None


def test_what_fits_best_comes_first() -> None:
    eyes = offer(PercentOff(50), "eyes", target=EYES, priority=9, **ALWAYS)
    moment = replace(
        _moment(TEN_OFF_LIPS, eyes),
        candidates=(Candidate("shadow", 0.6), Candidate("liner", 0.8), Candidate("pink", 1.0)),
    )
    suggestion = Suggestions("visit").look(moment)
    assert suggestion is not None
    assert (suggestion.offer.id, suggestion.sku) == ("lips", "pink")


def test_offers_that_much_belongs_to_keep_no_other_from_being_suggested() -> None:
    trio = offer(Bundle((BundlePart(LIPS), BundlePart(EYES), BundlePart(FACE)), 5000), "trio", **ALWAYS)
    welcome = offer(OrderOff(PercentOff(5)), "welcome", coupon="HELLO", **ALWAYS)
    duo = offer(Bundle((BundlePart(EYES), BundlePart(FACE)), 4000), "duo", **ALWAYS)
    tried = ("red", "pink", "liner", "shadow", "lashes", "blush")
    suggestion = Suggestions("visit").look(_moment(trio, duo, welcome, tried=tried, red=1))
    assert suggestion is not None
    assert suggestion.coupon == "HELLO"


def test_of_what_fits_equally_the_shop_s_favourite_comes_first() -> None:
    eyes = offer(PercentOff(5), "eyes", target=EYES, priority=9, **ALWAYS)
    suggestion = Suggestions("visit").look(_moment(TEN_OFF_LIPS, eyes, tried=("pink", "shadow")))
    assert suggestion is not None
    assert suggestion.offer.id == "eyes"


def test_the_suggestion_stays_until_something_is_done_about_it() -> None:
    eyes = offer(PercentOff(50), "eyes", target=EYES, priority=9, **ALWAYS)
    suggestions = Suggestions("visit")
    first = suggestions.look(_moment(TEN_OFF_LIPS, eyes))
    assert suggestions.look(_moment(TEN_OFF_LIPS, eyes, tried=("pink", "shadow"))) == first
    assert _kinds(suggestions) == [OfferEventKind.SHOWN]


def test_the_suggestion_goes_when_it_saves_nothing_any_more() -> None:
    suggestions = Suggestions("visit")
    assert suggestions.look(_moment(TEN_OFF_LIPS)) is not None
    assert suggestions.look(_moment(TEN_OFF_LIPS, pink=1)) is None


def test_what_was_waved_away_does_not_come_back() -> None:
    suggestions = Suggestions("visit")
    shown = suggestions.look(_moment(TEN_OFF_LIPS))
    assert suggestions.dismiss() == shown
    assert suggestions.look(_moment(TEN_OFF_LIPS, tried=("pink", "red"))) is None
    assert suggestions.dismiss() is None
    assert _kinds(suggestions) == [OfferEventKind.SHOWN, OfferEventKind.DISMISSED]
    assert suggestions.take_events() == ()


def test_what_was_accepted_says_what_to_do_and_does_not_come_back() -> None:
    suggestions = Suggestions("visit")
    suggestions.look(_moment(TEN_OFF_LIPS))
    accepted = suggestions.accept()
    assert accepted is not None
    assert accepted.sku == "pink"
    assert suggestions.look(_moment(TEN_OFF_LIPS, tried=("pink", "red"), pink=1)) is None
    assert _kinds(suggestions) == [OfferEventKind.SHOWN, OfferEventKind.ACCEPTED]


def test_an_offer_is_shown_no_more_often_than_it_says() -> None:
    once = replace(TEN_OFF_LIPS, most_shown=1)
    suggestions = Suggestions("visit")
    assert suggestions.look(_moment(once)) is not None
    assert suggestions.look(_moment(once, tried=())) is None
    assert suggestions.look(_moment(once)) is None


def test_a_visit_sees_few_suggestions() -> None:
    offers = [offer(PercentOff(10), f"offer-{n}", combinable=True, **ALWAYS) for n in range(MOST_A_VISIT + 2)]
    suggestions = Suggestions("visit")
    seen = 0
    while suggestions.look(_moment(*offers)) is not None:
        suggestions.dismiss()
        seen += 1
    assert seen == MOST_A_VISIT


def test_one_visit_in_ten_is_kept_from_an_offer_and_always_the_same_ones() -> None:
    ten = replace(TEN_OFF_LIPS, holdout_percent=10)
    visits = [str(UUID(int=number)) for number in range(5000)]
    held_out = [visit for visit in visits if is_held_out(visit, ten)]
    assert 400 < len(held_out) < 600
    assert held_out == [visit for visit in visits if is_held_out(visit, ten)]
    other = replace(ten, id="other")
    assert held_out != [visit for visit in visits if is_held_out(visit, other)]


def test_what_a_visit_is_kept_from_is_noted_once_and_the_next_best_is_shown() -> None:
    kept = replace(TEN_OFF_LIPS, holdout_percent=100)
    other = offer(PercentOff(5), "other", **ALWAYS)
    suggestions = Suggestions("visit")
    suggestion = suggestions.look(_moment(kept, other, tried=("shadow", "pink"), red=1))
    assert suggestion is not None
    assert suggestion.offer.id == "other"
    suggestions.look(_moment(kept, other))
    events = suggestions.take_events()
    assert [(event.kind, event.offer_id) for event in events][:1] == [(OfferEventKind.HELD_OUT, "lips")]
    assert [event.kind for event in events].count(OfferEventKind.HELD_OUT) == 1


def test_what_is_noted_tells_of_the_moment_and_nothing_of_the_visit() -> None:
    suggestions = Suggestions("the visit's own number")
    suggestions.look(_moment(TEN_OFF_LIPS, shadow=2))
    (event,) = suggestions.take_events()
    assert event.fields == {
        "offer_id": "lips",
        "store": "athens",
        "weekday": 1,
        "hour": 18,
        "fit_permille": 1000,
        "saving_minor": 200,
        "cart_minor": 5000,
        "cart_quantity": 2,
    }
    document = EventDocument(id=UUID(int=1), kind=event.kind, at_ms=0, fields=event.fields)
    assert document.kind == "offer_shown"


def test_a_member_s_offers_are_theirs() -> None:
    gold = offer(PercentOff(10), condition=Condition("member.level == 'gold'"), **ALWAYS)
    assert Suggestions("visit").look(_moment(gold)) is None
    member = Context("athens", datetime(2026, 11, 23, 18), {"level": "gold"})  # noqa: DTZ001 - the store's wall clock
    assert Suggestions("visit").look(replace(_moment(gold), context=member)) is not None


def test_what_was_tried_or_looked_at_or_goes_with_it_could_be_suggested() -> None:
    sold = shop()
    first, second, third = sold.products[:3]
    sold = type(sold)((replace(first, goes_with=(third.id,)), second, third))
    visit = VisitFacts(frozenset({first.variants[1].sku, "gone"}), frozenset({first.id, second.id, "gone"}))
    assert candidates(sold, visit, lambda skus: skus) == (
        Candidate(first.variants[1].sku, 1.0),
        Candidate(second.variants[0].sku, 0.8),
        Candidate(third.variants[0].sku, 0.6),
    )


def test_what_is_not_in_stock_is_no_candidate() -> None:
    sold = shop()
    visit = VisitFacts(viewed=frozenset({product.id for product in sold.products[:2]}))
    here = sold.products[1].variants[0].sku
    assert candidates(sold, visit, lambda skus: {here} & set(skus)) == (Candidate(here, 0.8),)
