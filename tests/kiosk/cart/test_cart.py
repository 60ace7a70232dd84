from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kiosk.cart.cart import Cart, merge
from kiosk.cart.operation import Add, Remove, SetCoupon, SetNote, SetOption, Take
from kiosk.money import Money
from tests.kiosk.cart.steps import PRICE, Shopper

if TYPE_CHECKING:
    import random

    from kiosk.cart.operation import Action, Operation

SKUS = ("rouge-01", "rouge-02")
DEVICES = ("kiosk", "phone", "till")

skus = st.sampled_from(SKUS)
actions = st.one_of(
    st.builds(Add, skus, st.integers(1, 3), st.builds(Money, st.integers(1, 5), st.just("EUR"))),
    st.builds(Take, skus, st.integers(1, 3)),
    st.builds(Remove, skus, st.dictionaries(st.sampled_from(DEVICES), st.integers(1, 6))),
    st.builds(SetOption, skus, st.sampled_from(("gift_wrap", "size")), st.sampled_from(("", "yes", "no"))),
    st.builds(SetCoupon, st.sampled_from(("SPRING", "TEN")), st.booleans()),
    st.builds(SetNote, st.sampled_from(("", "ring twice", "no bag"))),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Operation]:
    """What some devices did to one cart, at clocks that disagree."""
    shoppers = [Shopper(device) for device in DEVICES]
    steps = st.tuples(st.sampled_from(shoppers), actions, st.integers(1, 5))
    return [shopper.does(action, at) for shopper, action, at in draw(st.lists(steps, max_size=12))]


def quantity(cart: Cart, sku: str = "rouge-01") -> int:
    line = cart.line(sku)
    return line.quantity if line else 0


def done(*steps: tuple[Shopper, Action]) -> list[Operation]:
    """One step after the other."""
    return [shopper.does(action, at) for at, (shopper, action) in enumerate(steps, 1)]


@given(histories(), st.randoms(use_true_random=False))
def test_order_does_not_matter(history: list[Operation], order: random.Random) -> None:
    shuffled = order.sample(history, len(history))

    assert merge(shuffled) == merge(history)


@given(histories(), st.data())
def test_what_comes_twice_counts_once(history: list[Operation], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(history))) if history else []

    assert merge([*again, *history, *again]) == merge(history)


@given(histories(), st.data())
def test_parts_come_together_in_any_grouping(history: list[Operation], data: st.DataObject) -> None:
    parts: list[list[Operation]] = [[], [], []]
    for operation in history:
        data.draw(st.sampled_from(parts)).append(operation)
    one, two, three = parts

    assert merge(chain(one, chain(two, three))) == merge(chain(chain(three, one), two)) == merge(history)


@given(histories())
def test_no_line_is_empty(history: list[Operation]) -> None:
    cart = merge(history)

    assert all(line.quantity > 0 for line in cart.lines)
    assert len({line.sku for line in cart.lines}) == len(cart.lines)


@given(histories(), skus)
def test_a_removal_that_saw_all_leaves_nothing_and_an_add_brings_the_line_back_as_new(
    history: list[Operation], sku: str
) -> None:
    seen: dict[str, int] = {}
    for operation in history:
        seen[operation.device] = max(operation.sequence, seen.get(operation.device, 0))
    remover = Shopper("associate")
    removal = remover.does(Remove(sku, seen))
    revival = remover.does(Add(sku, 2, PRICE))

    assert quantity(merge([*history, removal]), sku) == 0
    line = merge([*history, removal, revival]).line(sku)
    assert line is not None
    assert (line.quantity, line.options, line.price_seen) == (2, {}, PRICE)


@given(histories(), skus)
def test_what_is_added_beside_a_removal_stays(history: list[Operation], sku: str) -> None:
    before = merge(history)
    remover, adder = Shopper("associate"), Shopper("tablet")
    removal = remover.does(Remove(sku, {}))
    added = adder.does(Add(sku, 50, PRICE))

    assert quantity(merge([*history, removal, added]), sku) >= 50 - sum(
        operation.action.quantity for operation in history if isinstance(operation.action, Take)
    )
    assert quantity(merge([*history, removal]), sku) == quantity(before, sku)


def test_quantities_of_devices_add_up() -> None:
    kiosk, phone = Shopper("kiosk"), Shopper("phone")

    cart = merge(
        done((kiosk, Add("rouge-01", 2, PRICE)), (phone, Add("rouge-01", 3, PRICE)), (kiosk, Take("rouge-01", 1)))
    )

    assert quantity(cart) == 4


def test_a_removal_leaves_what_it_had_not_seen() -> None:
    kiosk, phone = Shopper("kiosk"), Shopper("phone")
    history = done((kiosk, Add("rouge-01", 2, PRICE)), (phone, Add("rouge-01", 1, PRICE)))

    assert quantity(merge([*history, kiosk.does(Remove("rouge-01", {"kiosk": 1}))])) == 1


def test_nobody_forgets_the_lowest_price_that_was_shown() -> None:
    kiosk, phone = Shopper("kiosk"), Shopper("phone")

    cart = merge(done((kiosk, Add("rouge-01", 1, Money(3200, "EUR"))), (phone, Add("rouge-01", 1, Money(3400, "EUR")))))

    assert [line.price_seen for line in cart.lines] == [Money(3200, "EUR")]


def test_of_choices_coupons_and_notes_the_last_counts() -> None:
    kiosk, phone = Shopper("kiosk"), Shopper("phone")

    cart = merge(
        done(
            (kiosk, Add("rouge-01", 1, PRICE)),
            (kiosk, SetOption("rouge-01", "gift_wrap", "red")),
            (phone, SetOption("rouge-01", "gift_wrap", "blue")),
            (kiosk, SetCoupon("SPRING", applied=True)),
            (kiosk, SetCoupon("TEN", applied=True)),
            (phone, SetCoupon("SPRING", applied=False)),
            (phone, SetNote("no bag")),
            (kiosk, SetNote("ring twice")),
        )
    )

    assert [line.options for line in cart.lines] == [{"gift_wrap": "blue"}]
    assert (cart.coupons, cart.note) == (("TEN",), "ring twice")


def test_lines_stay_where_they_were_added() -> None:
    kiosk = Shopper("kiosk")

    cart = merge(
        done((kiosk, Add("rouge-02", 1, PRICE)), (kiosk, Add("rouge-01", 1, PRICE)), (kiosk, Add("rouge-02", 1, PRICE)))
    )

    assert [line.sku for line in cart.lines] == ["rouge-02", "rouge-01"]
