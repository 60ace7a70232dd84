from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from kiosk.money import Money
from kiosk.offers.condition import Condition
from kiosk.offers.facts import Context
from kiosk.offers.offer import AmountOff, Bundle, BundlePart, BuyGet, OrderOff, PercentOff, Target
from kiosk.offers.priced_cart import CouponState
from kiosk.offers.pricing import price_cart
from tests.kiosk.offers.carts import (
    CONTEXT,
    EYES,
    FACE,
    LIPS,
    Prices,
    cart,
    item,
    offer,
    priced,
    sums,
    taken_off,
    total,
)

HALF = PercentOff(50)


def test_without_offers_a_cart_costs_what_the_shelf_says() -> None:
    result = priced(cart(red=2, lashes=1))
    assert (result.subtotal, result.savings, result.total) == (Money(7200, "EUR"), Money(0, "EUR"), Money(7200, "EUR"))
    assert [(line.sku, line.quantity, line.total.minor) for line in result.lines] == [
        ("red", 2, 6000),
        ("lashes", 1, 1200),
    ]
    assert result.offers == ()


def test_an_empty_cart_costs_nothing() -> None:
    result = priced(cart(), offer(OrderOff(AmountOff(500))))
    assert (result.lines, result.total, result.offers, result.taxes) == ((), Money(0, "EUR"), (), ())


def test_the_tax_in_the_total_is_told_for_each_rate() -> None:
    result = priced(cart(red=1, lashes=1))
    assert result.taxes == ((130, Money(138, "EUR")), (240, Money(581, "EUR")))


def test_what_the_store_does_not_sell_costs_nothing_and_is_told() -> None:
    result = priced(cart(red=1, gone=3))
    assert result.unknown == ("gone",)
    assert (result.total.minor, len(result.lines)) == (3000, 1)


def test_what_is_priced_in_another_currency_is_not_sold_here() -> None:
    class Swiss(Prices):
        currency = "CHF"

    result = price_cart(cart(red=1), Swiss(item("red")), [], CONTEXT)
    assert (result.unknown, result.total) == (("red",), Money(0, "CHF"))


@pytest.mark.parametrize("seen", [2999, 3001])
def test_a_price_that_changed_is_told(seen: int) -> None:
    (line,) = priced(cart(red=1, seen=seen)).lines
    assert line.price_changed
    assert (line.unit_price.minor, line.price_seen.minor, line.total.minor) == (3000, seen, 3000)


def test_a_price_that_did_not_change_is_not_told() -> None:
    assert not priced(cart(red=1)).lines[0].price_changed


def test_a_percentage_is_rounded_half_up_for_each_line() -> None:
    assert taken_off(priced(cart(liner=1), offer(HALF))) == {"offer": 500}
    assert taken_off(priced(cart(liner=3), offer(HALF))) == {"offer": 1499}


def test_an_amount_comes_off_each_piece_but_never_more_than_it_costs() -> None:
    assert total(cart(liner=2, red=1), offer(AmountOff(1000), target=LIPS)) == 2000


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (Target(), {"red", "pink", "shadow"}),
        (Target(skus=frozenset({"red"})), {"red"}),
        (Target(products=frozenset({"product-pink"})), {"pink"}),
        (Target(brands=frozenset({"Meltemi"})), {"red", "shadow"}),
        (Target(categories=frozenset({"eyes"}), skus=frozenset({"red"})), {"red", "shadow"}),
    ],
)
def test_an_offer_is_on_what_it_names(target: Target, expected: set[str]) -> None:
    result = priced(cart(red=1, pink=1, shadow=1), offer(HALF, target=target))
    assert {line.sku for line in result.lines if line.discounts} == expected


def test_of_two_offers_on_a_line_the_better_one_counts() -> None:
    result = priced(cart(red=1, liner=1), offer(PercentOff(20), "share"), offer(AmountOff(500), "amount"))
    assert {line.sku: [each.offer_id for each in line.discounts] for line in result.lines} == {
        "red": ["share"],
        "liner": ["amount"],
    }


def test_combinable_offers_come_off_one_after_the_other() -> None:
    result = priced(
        cart(red=1),
        offer(PercentOff(20), "share", combinable=True, priority=1),
        offer(AmountOff(500), "amount", combinable=True),
        offer(PercentOff(30), "alone"),
    )
    assert [(each.offer_id, each.amount.minor) for each in result.lines[0].discounts] == [
        ("share", 600),
        ("amount", 500),
    ]


def test_one_offer_counts_where_it_saves_more_than_the_combinable_ones() -> None:
    offers = [offer(PercentOff(5), name, combinable=True) for name in "abc"]
    assert taken_off(priced(cart(red=1), *offers, offer(PercentOff(30), "alone"))) == {"alone": 900}


def test_the_cheapest_of_a_group_is_free() -> None:
    result = priced(cart(red=1, liner=1, pink=1), offer(BuyGet(2, 1), target=LIPS))
    assert [(line.sku, line.total.minor) for line in result.lines] == [("red", 3000), ("liner", 0), ("pink", 2000)]


def test_groups_are_formed_of_the_costliest_pieces() -> None:
    assert taken_off(priced(cart(red=2, pink=2, liner=1), offer(BuyGet(1, 1)))) == {"offer": 3000 + 2000}


def test_the_second_piece_may_be_cheaper_instead_of_free() -> None:
    assert taken_off(priced(cart(red=2), offer(BuyGet(1, 1, 30)))) == {"offer": 900}


def test_an_incomplete_group_saves_nothing() -> None:
    assert total(cart(red=2), offer(BuyGet(2, 1))) == 6000


TRIO = Bundle((BundlePart(LIPS), BundlePart(EYES), BundlePart(FACE)), 5000)


def test_a_bundle_costs_its_price() -> None:
    result = priced(cart(red=1, shadow=1, blush=1), offer(TRIO))
    assert result.total.minor == 5000
    assert [line.list_total.minor - line.total.minor for line in result.lines] == [945, 788, 567]


def test_a_bundle_takes_the_costliest_pieces_and_leaves_the_others() -> None:
    result = priced(cart(liner=1, red=1, shadow=1, blush=1), offer(TRIO))
    assert result.total.minor == 5000 + 999


def test_a_bundle_is_formed_as_often_as_it_saves_something() -> None:
    assert total(cart(red=3, shadow=2, blush=2), offer(TRIO)) == 5000 + 5000 + 3000
    assert total(cart(red=1, liner=1, shadow=1, lashes=1, blush=2), offer(TRIO)) == 5000 + 999 + 1200 + 1800


def test_a_bundle_that_costs_more_than_its_pieces_is_left() -> None:
    assert total(cart(liner=1, lashes=1, blush=1), offer(TRIO)) == 999 + 1200 + 1800


def test_a_part_that_only_one_thing_fits_gets_it() -> None:
    terms = Bundle((BundlePart(LIPS), BundlePart(Target(skus=frozenset({"red"})))), 3000)
    assert total(cart(red=1, pink=1), offer(terms)) == 3000


def test_a_piece_is_in_one_pack_only_and_takes_no_other_offer_then() -> None:
    result = priced(
        cart(red=1, pink=1, shadow=1, blush=1),
        offer(BuyGet(1, 1), "pairs", target=LIPS),
        offer(TRIO, "trio"),
        offer(PercentOff(10), "share"),
    )
    # The pair saves 2,000 and 10 % of the other two 430; the trio would save 2,300 and 10 % of the pink one 200.
    assert taken_off(result) == {"trio": 2300, "share": 200}


def test_packs_of_different_offers_go_together_where_the_pieces_suffice() -> None:
    result = priced(cart(red=3, shadow=1, blush=1), offer(BuyGet(1, 1), "pairs", target=LIPS), offer(TRIO, "trio"))
    assert taken_off(result) == {"pairs": 3000, "trio": 2300}


def test_no_more_than_three_offers_on_packs_count_at_once() -> None:
    offers = [
        offer(BuyGet(1, 1), sku, target=Target(skus=frozenset({sku}))) for sku in ("red", "pink", "liner", "blush")
    ]
    assert taken_off(priced(cart(red=2, pink=2, liner=2, blush=2), *offers)) == {
        "red": 3000,
        "pink": 2000,
        "blush": 1800,
    }


def test_an_offer_on_the_order_comes_off_what_the_others_leave() -> None:
    result = priced(cart(red=1, pink=1), offer(HALF, "half", target=LIPS), offer(OrderOff(PercentOff(10)), "order"))
    assert taken_off(result) == {"half": 2500, "order": 250}


def test_an_offer_on_the_order_is_divided_to_the_last_cent() -> None:
    result = priced(cart(red=1, pink=1, liner=1), offer(OrderOff(AmountOff(1000)), spend_minor=5000))
    assert [line.discounts[0].amount.minor for line in result.lines] == [500, 333, 167]
    assert result.total.minor == 4999 == sums(line.total for line in result.lines)


def test_spending_counts_before_offers_so_that_none_takes_another_away() -> None:
    assert total(cart(red=2), offer(HALF, "half"), offer(OrderOff(AmountOff(1000)), "ten", spend_minor=6000)) == 2000


def test_spending_counts_what_is_targeted() -> None:
    ten = offer(OrderOff(AmountOff(1000)), spend_minor=5000, target=LIPS)
    assert total(cart(red=1, shadow=1), ten) == 5500
    assert total(cart(red=1, pink=1), ten) == 4000


def test_an_order_never_costs_less_than_nothing() -> None:
    assert total(cart(liner=1), offer(OrderOff(AmountOff(1000)))) == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"stores": frozenset({"patras"})},
        {"first_day": date(2026, 11, 24)},
        {"last_day": date(2026, 11, 22)},
        {"weekdays": frozenset({2, 3})},
        {"hours": (time(17), time(18, 30))},
        {"spend_minor": 3001},
        {"condition": Condition("now.hour < 18")},
        {"condition": Condition("member.level == 'gold'")},
        {"condition": Condition("size(cart.skus)")},
        {"coupon": "WELCOME"},
    ],
)
def test_an_offer_holds_only_where_and_when_it_says(fields: dict[str, Any]) -> None:
    assert total(cart(red=1), offer(HALF, **fields)) == 3000


def test_an_offer_in_another_currency_does_not_hold() -> None:
    assert total(cart(red=1), replace(offer(AmountOff(500)), currency="JPY")) == 3000


@pytest.mark.parametrize(
    "fields",
    [
        {"stores": frozenset({"patras", "athens"})},
        {"first_day": date(2026, 11, 23), "last_day": date(2026, 11, 23)},
        {"weekdays": frozenset({1})},
        {"hours": (time(18, 30), time(19))},
        {"spend_minor": 3000},
        {"condition": Condition("now.hour == 18 && now.minute == 30 && now.weekday == 1 && now.date == '2026-11-23'")},
        {"condition": Condition("store == 'athens' && 'lips' in cart.categories && cart.total_minor == 3000")},
        {"condition": Condition("!has(member.level) && 'Meltemi' in cart.brands && size(cart.skus) == cart.quantity")},
    ],
)
def test_an_offer_holds_where_and_when_it_says(fields: dict[str, Any]) -> None:
    assert total(cart(red=1), offer(HALF, **fields)) == 1500


def test_a_member_gets_what_members_get() -> None:
    gold = Context("athens", CONTEXT.now, {"level": "gold"})
    assert total(cart(red=1), offer(HALF, condition=Condition("member.level == 'gold'")), context=gold) == 1500


def test_the_reason_says_what_is_saved_as_the_language_writes_it() -> None:
    (discount,) = priced(cart(red=1), offer(HALF, "spring")).offers
    assert discount.said("en") == "You save €15.00 with spring."
    assert discount.said("fr") == "You save 15,00\N{NO-BREAK SPACE}€ with spring."


def test_what_is_saved_is_said_for_the_offer_as_a_whole() -> None:
    result = priced(cart(red=1, shadow=1, blush=1), offer(TRIO))
    assert [each.amount.minor for each in result.offers] == [2300]
    assert result.savings.minor == 2300


def test_a_coupon_that_counts_is_accepted() -> None:
    result = priced(cart("WELCOME", red=1), offer(HALF, coupon="WELCOME"))
    assert [(each.code, each.state) for each in result.coupons] == [("WELCOME", CouponState.ACCEPTED)]
    assert result.total.minor == 1500


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"coupon": "OTHER"}, CouponState.UNKNOWN),
        ({"coupon": "WELCOME", "stores": frozenset({"patras"})}, CouponState.UNKNOWN),
        ({"coupon": "WELCOME", "last_day": date(2026, 11, 22)}, CouponState.EXPIRED),
        ({"coupon": "WELCOME", "first_day": date(2026, 11, 24)}, CouponState.NOT_REACHED),
        ({"coupon": "WELCOME", "target": EYES}, CouponState.NOT_REACHED),
        ({"coupon": "WELCOME", "condition": Condition("cart.quantity > 1")}, CouponState.NOT_REACHED),
    ],
)
def test_a_coupon_that_does_not_count_says_why(fields: dict[str, Any], state: CouponState) -> None:
    result = priced(cart("WELCOME", red=1), offer(HALF, **fields))
    assert [(each.state, each.missing) for each in result.coupons] == [(state, None)]


def test_a_coupon_says_how_much_more_must_be_spent() -> None:
    result = priced(cart("WELCOME", red=1), offer(HALF, coupon="WELCOME", spend_minor=5000))
    assert [(each.state, each.missing) for each in result.coupons] == [(CouponState.NOT_REACHED, Money(2000, "EUR"))]


@pytest.mark.parametrize("terms", [PercentOff(10), BuyGet(1, 1, 10), OrderOff(AmountOff(1))])
def test_a_coupon_gives_way_to_a_better_offer(terms: PercentOff | BuyGet | OrderOff) -> None:
    better = OrderOff(PercentOff(50)) if isinstance(terms, OrderOff) else PercentOff(50)
    result = priced(cart("WELCOME", red=2), offer(terms, "coupon", coupon="WELCOME"), offer(better, "better"))
    assert [each.state for each in result.coupons] == [CouponState.NOT_COMBINABLE]
    assert taken_off(result) == {"better": 3000}


def test_the_clock_is_that_of_the_store() -> None:
    morning = Context("athens", datetime(2026, 11, 23, 9))  # noqa: DTZ001 - the store's wall clock
    assert total(cart(red=1), offer(HALF, hours=(time(17), time(19))), context=morning) == 3000
