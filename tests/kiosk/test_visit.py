from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.party import FOUNDER
from kiosk.visit import Visit
from kiosk.wearing import PAINT_ORDER, Worn
from tests.kiosk import shops
from vision.looks import STYLES, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.catalogue import PaintedProduct

    Step = Callable[[Visit], None]

SHOP = shops.shop()
products = st.sampled_from(SHOP.painted)
kinds = st.sampled_from(list(Kind))
coverages = st.floats(0, 1)


@st.composite
def wearables(draw: st.DrawFn) -> Worn:
    product = draw(products)
    style = draw(st.sampled_from(STYLES.get(product.kind, ("",))))
    return Worn(product, draw(st.sampled_from(product.shades)), draw(coverages), style)


def _try_on(product: PaintedProduct, shade: int) -> Step:
    return lambda visit: visit.try_on(product, product.shades[shade])


def _set_coverage(kind: Kind, coverage: float) -> Step:
    return lambda visit: visit.set_coverage(kind, coverage) if visit.wearing(kind) else None


def _set_style(kind: Kind, style: str) -> Step:
    return lambda visit: visit.set_style(kind, style) if visit.wearing(kind) else None


steps: st.SearchStrategy[Step] = st.one_of(
    st.builds(_try_on, products, st.integers(0, 2)),
    st.builds(_set_coverage, kinds, coverages),
    st.sampled_from([(kind, style) for kind, styles in STYLES.items() for style in styles]).map(
        lambda pair: _set_style(*pair)
    ),
    kinds.map(lambda kind: lambda visit: visit.take_off(kind)),
    st.lists(wearables(), max_size=6).map(lambda worn: lambda visit: visit.wear(worn)),
    st.just(Visit.clear),
)


@given(st.lists(steps, max_size=20), steps)
def test_undo_takes_back_exactly_the_last_step_that_changed_something(before: list[Step], step: Step) -> None:
    visit = Visit()
    for each in before:
        each(visit)
    worn, could_undo = visit.worn, visit.can_undo
    step(visit)
    if visit.worn != worn:
        visit.undo()
    assert visit.worn == worn
    assert visit.can_undo == could_undo


@given(st.lists(steps, max_size=30))
def test_as_many_undos_as_steps_lead_back_to_a_bare_face(taken: list[Step]) -> None:
    visit = Visit()
    for step in taken:
        step(visit)
    while visit.can_undo:
        worn = visit.worn
        visit.undo()
        assert visit.worn != worn, "every undo is seen"
    assert visit.worn == ()


def _after(taken: list[Step]) -> Visit:
    visit = Visit()
    for step in taken:
        step(visit)
    return visit


def _way_back(visit: Visit) -> list[tuple[Worn, ...]]:
    """What is worn after each undo, until there is nothing to take back."""
    worn = []
    while visit.can_undo:
        visit.undo()
        worn.append(visit.worn)
    return worn


@given(st.lists(steps, max_size=20), st.lists(steps, max_size=10))
def test_a_gesture_is_one_step_however_much_it_changes(before: list[Step], gesture: list[Step]) -> None:
    visit = _after(before)
    worn = visit.worn
    visit.begin_gesture()
    for step in gesture:
        step(visit)
    visit.end_gesture()
    one_step = [worn] if visit.worn != worn else []
    assert _way_back(visit) == one_step + _way_back(_after(before))


@given(st.lists(steps, max_size=30))
def test_a_face_wears_one_of_each_kind_in_the_order_of_painting(taken: list[Step]) -> None:
    visit = Visit()
    for step in taken:
        step(visit)
    order = [PAINT_ORDER.index(layer.kind) for layer in visit.look(FOUNDER).layers]
    assert order == sorted(set(order))
    assert [layer.kind for layer in visit.look(FOUNDER).layers] == [worn.kind for worn in visit.worn]


def test_the_paint_order_knows_every_kind() -> None:
    assert sorted(PAINT_ORDER) == sorted(Kind)


def test_undo_ends_a_gesture_that_is_under_way() -> None:
    visit = Visit()
    lipstick = shops.product("noir", Kind.LIPSTICK)
    visit.begin_gesture()
    visit.try_on(lipstick, lipstick.shades[0])
    assert visit.can_undo
    visit.undo()
    assert visit.worn == ()
    visit.try_on(lipstick, lipstick.shades[1])
    visit.undo()
    assert visit.worn == ()


def test_undo_on_a_fresh_visit_does_nothing() -> None:
    visit = Visit()
    visit.undo()
    assert visit.worn == ()
    assert not visit.can_undo


def test_another_shade_of_a_product_keeps_what_the_shopper_set() -> None:
    visit = Visit()
    blush = shops.product("joue", Kind.BLUSH)
    visit.try_on(blush, blush.shades[0])
    visit.set_coverage(Kind.BLUSH, 0.25)
    visit.set_style(Kind.BLUSH, "draped")
    visit.try_on(blush, blush.shades[1])
    assert visit.wearing(Kind.BLUSH) == Worn(blush, blush.shades[1], 0.25, "draped")


def test_another_product_is_worn_as_it_comes() -> None:
    visit = Visit()
    first, second = shops.product("joue", Kind.BLUSH), shops.product("petal", Kind.BLUSH, style="draped")
    visit.try_on(first, first.shades[0])
    visit.set_coverage(Kind.BLUSH, 0.25)
    visit.try_on(second, second.shades[0])
    assert visit.wearing(Kind.BLUSH) == Worn(second, second.shades[0], 0.8, "draped")


def test_what_cannot_be_painted_is_refused_and_changes_nothing() -> None:
    visit = Visit()
    blush = shops.product("joue", Kind.BLUSH)
    visit.try_on(blush, blush.shades[0])
    worn = visit.worn
    with pytest.raises(ValueError, match="coverage"):
        visit.set_coverage(Kind.BLUSH, 7)
    with pytest.raises(ValueError, match="style"):
        visit.set_style(Kind.BLUSH, "wing")
    with pytest.raises(LookupError, match="lipstick"):
        visit.set_coverage(Kind.LIPSTICK, 0.5)
    assert visit.worn == worn


def test_picks_keep_their_order_and_are_there_once() -> None:
    visit = Visit()
    lipstick = shops.product("noir", Kind.LIPSTICK)
    first, second, _ = lipstick.shades
    for shade in (second, first, second):
        visit.pick(lipstick, shade)
    assert [pick.variant for pick in visit.picks] == [second, first]
    visit.unpick(second)
    assert not visit.has_picked(second)
    assert [pick.variant for pick in visit.picks] == [first]


def test_undo_leaves_the_picks_alone() -> None:
    visit = Visit()
    lipstick = shops.product("noir", Kind.LIPSTICK)
    visit.try_on(lipstick, lipstick.shades[0])
    visit.pick(lipstick, lipstick.shades[0])
    visit.undo()
    assert visit.has_picked(lipstick.shades[0])


FRIEND = 2


def _dressing_two(taken: list[tuple[int, Step]]) -> Visit:
    visit = Visit()
    visit.join(FRIEND)
    for person, step in taken:
        visit.activate(person)
        step(visit)
    return visit


on_two = st.lists(st.tuples(st.sampled_from([FOUNDER, FRIEND]), steps), max_size=20)


@given(on_two)
def test_each_of_two_people_wears_what_they_would_alone(taken: list[tuple[int, Step]]) -> None:
    visit = _dressing_two(taken)
    for person in (FOUNDER, FRIEND):
        assert visit.look(person) == _after([step for whose, step in taken if whose == person]).look(FOUNDER)


@given(on_two)
def test_undo_takes_back_the_steps_of_both_the_last_first_and_shows_whose_it_was(
    taken: list[tuple[int, Step]],
) -> None:
    visit = _dressing_two(taken)
    while visit.can_undo:
        looks = {person: visit.look(person) for person in visit.people}
        visit.undo()
        changed = [person for person in visit.people if visit.look(person) != looks[person]]
        # Two shades may look the same: then nobody sees the step.
        assert changed in ([], [visit.active])
    assert all(visit.look(person).layers == () for person in visit.people)


@given(on_two)
def test_a_friend_who_leaves_takes_their_look_and_their_steps_with_them(taken: list[tuple[int, Step]]) -> None:
    visit = _dressing_two(taken)
    visit.leave(FRIEND)
    alone = _after([step for person, step in taken if person == FOUNDER])
    assert (visit.people, visit.active, visit.worn) == ((FOUNDER,), FOUNDER, alone.worn)
    assert _way_back(visit) == _way_back(alone)


def test_a_gesture_ends_when_another_is_dressed() -> None:
    visit = Visit()
    visit.join(FRIEND)
    lipstick = shops.product("noir", Kind.LIPSTICK)
    visit.begin_gesture()
    visit.try_on(lipstick, lipstick.shades[0])
    visit.activate(FOUNDER)
    visit.undo()
    assert (visit.active, visit.worn) == (FRIEND, ())


def test_nobody_is_dressed_who_takes_no_part_and_the_founder_stays() -> None:
    visit = Visit()
    with pytest.raises(LookupError):
        visit.activate(FRIEND)
    with pytest.raises(ValueError, match="founder"):
        visit.leave(FOUNDER)
