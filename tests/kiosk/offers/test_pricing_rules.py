"""What is true of every cart and every set of offers; and what the best price is, found the long way."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Final

from hypothesis import given
from hypothesis import strategies as st

from kiosk.cart.cart import Cart, CartLine
from kiosk.cart.clock import Stamp
from kiosk.money import Money
from kiosk.offers.condition import Condition
from kiosk.offers.offer import AmountOff, Bundle, BundlePart, BuyGet, OrderOff, PercentOff, Target
from kiosk.offers.pricing import price_cart
from tests.kiosk.offers.carts import CONTEXT, Prices, item, offer, priced, sums, total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.offers.offer import Offer, Terms
    from kiosk.offers.priced_cart import PricedCart

_SKUS: Final = ("red", "pink", "liner", "shadow", "lashes", "blush", "gone")
_CATEGORIES: Final = ("lips", "eyes", "face")
_COUPONS: Final = ("WELCOME", "SPRING")

_OFF: Final = st.builds(PercentOff, st.integers(1, 100)) | st.builds(AmountOff, st.integers(1, 4000))
_TARGETS: Final = st.one_of(
    st.just(Target()),
    st.frozensets(st.sampled_from(_CATEGORIES), min_size=1).map(lambda names: Target(categories=names)),
    st.frozensets(st.sampled_from(_SKUS), min_size=1).map(lambda names: Target(skus=names)),
)
_NAMED: Final = _TARGETS.filter(lambda target: not target.is_everything)
_PARTS: Final = st.lists(st.builds(BundlePart, _NAMED, st.integers(1, 2)), min_size=1, max_size=3).map(tuple)
_TERMS: Final[st.SearchStrategy[Terms]] = st.one_of(
    _OFF,
    st.builds(OrderOff, _OFF),
    st.builds(BuyGet, st.integers(1, 3), st.integers(1, 2), st.integers(1, 100)),
    st.builds(Bundle, _PARTS, st.integers(1, 9000)),
)
_OFFERS: Final = st.lists(
    st.builds(
        lambda terms, target, rest: offer(terms, target=Target() if isinstance(terms, Bundle) else target, **rest),
        _TERMS,
        _TARGETS,
        st.fixed_dictionaries(
            {
                "combinable": st.booleans(),
                "priority": st.integers(-1, 1),
                "coupon": st.sampled_from([None, None, *_COUPONS]),
                "spend_minor": st.sampled_from([0, 0, 3000, 8000]),
            }
        ),
    ),
    max_size=6,
).map(lambda offers: [replace(one, id=f"offer-{number}") for number, one in enumerate(offers)])
_CARTS: Final = st.builds(
    lambda quantities, coupons: Cart(
        tuple(
            CartLine(sku, quantity, {}, Money(1000, "EUR"), Stamp(number, 0, "kiosk"))
            for number, (sku, quantity) in enumerate(quantities.items())
        ),
        tuple(coupons),
    ),
    st.dictionaries(st.sampled_from(_SKUS), st.integers(1, 6), max_size=5),
    st.lists(st.sampled_from(_COUPONS), unique=True),
)


@given(_CARTS, _OFFERS)
def test_sums_are_sums_and_nothing_is_below_zero(cart: Cart, offers: list[Offer]) -> None:
    result = priced(cart, *offers)
    assert result.total.minor == sums(line.total for line in result.lines) >= 0
    assert result.subtotal.minor == sums(line.list_total for line in result.lines)
    assert result.savings.minor == result.subtotal.minor - result.total.minor >= 0
    assert result.savings.minor == sums(discount.amount for discount in result.offers)
    for line in result.lines:
        assert line.list_total.minor == line.quantity * line.unit_price.minor
        assert line.list_total.minor - line.total.minor == sums(discount.amount for discount in line.discounts)
        assert line.total.minor >= 0
        assert all(discount.amount.minor > 0 for discount in line.discounts)
    assert 0 <= sums(tax for _, tax in result.taxes) <= result.total.minor


@given(_CARTS, _OFFERS, st.data())
def test_neither_the_order_of_lines_nor_that_of_offers_matters(
    cart: Cart, offers: list[Offer], data: st.DataObject
) -> None:
    shuffled = replace(cart, lines=tuple(data.draw(st.permutations(cart.lines))))
    one, other = priced(cart, *offers), priced(shuffled, *data.draw(st.permutations(offers)))
    assert {line.sku: line for line in one.lines} == {line.sku: line for line in other.lines}
    assert (one.offers, one.total, one.taxes, one.coupons) == (other.offers, other.total, other.taxes, other.coupons)


@given(_CARTS, _OFFERS, st.data())
def test_more_offers_and_more_coupons_never_cost_more(cart: Cart, offers: list[Offer], data: st.DataObject) -> None:
    fewer = [one for one in offers if data.draw(st.booleans())]
    assert total(cart, *offers) <= total(cart, *fewer)
    assert total(replace(cart, coupons=_COUPONS), *offers) <= total(cart, *offers)


@given(_CARTS, _OFFERS)
def test_what_is_taken_out_leaves_the_others_at_their_price_on_the_shelf_or_less(
    cart: Cart, offers: list[Offer]
) -> None:
    for line in cart.lines:
        rest = priced(replace(cart, lines=tuple(other for other in cart.lines if other != line)), *offers)
        assert all(other.total.minor <= other.list_total.minor for other in rest.lines)


@given(_CARTS, _OFFERS)
def test_every_coupon_is_told_what_became_of_it_and_no_other(cart: Cart, offers: list[Offer]) -> None:
    result = priced(cart, *offers)
    assert tuple(coupon.code for coupon in result.coupons) == cart.coupons
    applied = {discount.offer_id for discount in result.offers}
    for coupon in result.coupons:
        its = {one.id for one in offers if one.coupon == coupon.code}
        assert (coupon.state == "accepted") == bool(its & applied)


@given(_CARTS, _OFFERS)
def test_the_price_is_the_best_of_all_that_may_go_together(cart: Cart, offers: list[Offer]) -> None:
    result = priced(cart, *offers)
    assert result.total.minor == _least(result, cart, offers)


def _least(result: PricedCart, cart: Cart, offers: Sequence[Offer]) -> int:
    """The same the long way: every choice of packs, piece by piece."""
    pieces = [(line.unit_price.minor, line.sku) for line in result.lines for _ in range(line.quantity)]
    pieces.sort(key=lambda piece: (-piece[0], piece[1]))
    holding = sorted((one for one in offers if _holds(one, pieces, cart)), key=lambda one: one.rank)
    packs = [one for one in holding if isinstance(one.terms, BuyGet | Bundle)]
    choices = [choice for count in range(4) for choice in combinations(packs, count)]
    before_order = min(_after_packs(choice, pieces, holding) for choice in choices)
    return _least_of([(one, one.terms.off) for one in holding if isinstance(one.terms, OrderOff)], before_order, 1)


_Piece = tuple[int, str]


def _fits(target: Target, piece: _Piece) -> bool:
    known = _PRICES.item(piece[1])
    assert known is not None
    return target.has(known)


def _holds(one: Offer, pieces: Sequence[_Piece], cart: Cart) -> bool:
    about = [piece[0] for piece in pieces if _fits(one.target, piece)]
    return (one.coupon is None or one.coupon in cart.coupons) and len(about) > 0 and sum(about) >= one.spend_minor


def _after_packs(choice: Sequence[Offer], pieces: Sequence[_Piece], holding: Sequence[Offer]) -> int:
    free, cost = list(pieces), 0
    for one in choice:
        packed = _groups(one, free) if isinstance(one.terms, BuyGet) else _bundles(one, free, set(pieces))
        cost += packed
    for sku in {piece[1] for piece in free}:
        of_line = [piece for piece in free if piece[1] == sku]
        on_it = [
            (one, one.terms)
            for one in holding
            if isinstance(one.terms, PercentOff | AmountOff) and _fits(one.target, of_line[0])
        ]
        cost += _least_of(on_it, sum(piece[0] for piece in of_line), len(of_line))
    return cost


def _groups(one: Offer, free: list[_Piece]) -> int:
    """Take the groups out of ``free``; what they cost."""
    terms = one.terms
    assert isinstance(terms, BuyGet)
    fitting = [piece for piece in free if _fits(one.target, piece)]
    size = terms.buy + terms.get
    cost = 0
    for first in range(0, len(fitting) - size + 1, size):
        for place, piece in enumerate(fitting[first : first + size]):
            cost += piece[0] - (_percent(piece[0], terms.percent) if place >= terms.buy else 0)
            free.remove(piece)
    return cost


def _bundles(one: Offer, free: list[_Piece], known: set[_Piece]) -> int:
    """Take the bundles out of ``free``; what they cost."""
    terms = one.terms
    assert isinstance(terms, Bundle)
    cost = 0
    choosiest_first = sorted(terms.parts, key=lambda part: sum(_fits(part.target, piece) for piece in known))
    while True:
        taken: list[_Piece] = []
        for part in choosiest_first:
            left = list(free)
            for piece in taken:
                left.remove(piece)
            fitting = [piece for piece in left if _fits(part.target, piece)][: part.quantity]
            if len(fitting) < part.quantity:
                return cost
            taken += fitting
        if sum(piece[0] for piece in taken) <= terms.minor:
            return cost
        cost += terms.minor
        for piece in taken:
            free.remove(piece)


def _least_of(offers: Sequence[tuple[Offer, PercentOff | AmountOff]], minor: int, count: int) -> int:
    least = min([minor, *(_less(off, minor, count) for one, off in offers if not one.combinable)])
    together = minor
    for one, off in offers:
        together = _less(off, together, count) if one.combinable else together
    return min(least, together)


def _less(off: PercentOff | AmountOff, minor: int, count: int) -> int:
    return minor - _percent(minor, off.percent) if isinstance(off, PercentOff) else max(0, minor - off.minor * count)


def _percent(minor: int, percent: int) -> int:
    return int((Decimal(minor) * percent / 100).quantize(Decimal(1), ROUND_HALF_UP))


_PRICES: Final = Prices(
    item("red", "lips", 3000),
    item("pink", "lips", 2000),
    item("liner", "lips", 999),
    item("shadow", "eyes", 2500),
    item("lashes", "eyes", 1200, tax=130),
    item("blush", "face", 1800),
)
"""Those of ``tests.kiosk.offers.carts.SHOP``."""


def _large_shop(lines: int, most: int) -> tuple[Cart, Prices]:
    things = [item(f"sku-{number}", _CATEGORIES[number % 3], 999 + 37 * number) for number in range(lines)]
    cart_lines = [
        CartLine(thing.sku, 1 + number % most, {}, thing.price, Stamp(number, 0, "kiosk"))
        for number, thing in enumerate(things)
    ]
    return Cart(tuple(cart_lines)), Prices(*things)


_CONDITIONS: Final = (
    "cart.total_minor >= {n}00",
    "'lips' in cart.categories && cart.quantity > {n}",
    "now.hour >= {n} || now.weekday < 6",
    "size(cart.skus) > {n}",
    "store.startsWith('ath') && now.date > '2026-01-{n}'",
)
_KINDS: Final[tuple[Terms, ...]] = (
    PercentOff(15),
    AmountOff(300),
    OrderOff(AmountOff(1000)),
    BuyGet(2, 1),
    PercentOff(30),
    Bundle(tuple(BundlePart(Target(categories=frozenset({name}))) for name in _CATEGORIES), 4500),
)


def _many_offers(count: int, kinds: Sequence[Terms]) -> list[Offer]:
    return [
        offer(
            kinds[number % len(kinds)],
            f"offer-{number}",
            target=Target()
            if isinstance(kinds[number % len(kinds)], Bundle)
            else Target(categories=frozenset({_CATEGORIES[number % 3]})),
            condition=Condition(_CONDITIONS[number % len(_CONDITIONS)].format(n=10 + number % 7)),
            priority=number % 4,
        )
        for number in range(count)
    ]


def _seconds(cart: Cart, shop: Prices, offers: Sequence[Offer], times: int) -> float:
    """Of the processor, for the quickest of some pricings, between which the cart changes."""
    best = float("inf")
    for number in range(times):
        first = replace(cart.lines[0], quantity=1 + number % 5)
        changed = replace(cart, lines=(first, *cart.lines[1:]))
        start = time.thread_time()
        price_cart(changed, shop, offers, CONTEXT)
        best = min(best, time.thread_time() - start)
    return best


def test_a_touch_is_priced_at_once() -> None:
    """The bar is 5 ms for 20 lines and 30 offers of all kinds, each with a condition of its own, on a quiet machine."""
    cart, shop = _large_shop(20, 3)
    assert _seconds(cart, shop, _many_offers(30, _KINDS), 30) < 0.01


def test_no_cart_takes_long() -> None:
    """A hundred lines of 99 pieces each, and thirty offers that all want the same pieces."""
    cart, shop = _large_shop(100, 99)
    packs = [BuyGet(1 + number % 5, 1 + number % 3, 100 - number) for number in range(30)]
    assert _seconds(cart, shop, _many_offers(30, packs), 2) < 1
