from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.orders.order import RETURNABLE, SETTLED, WAYS, OrderKind, OrderState, next_states, payable

S = OrderState


@pytest.mark.parametrize("kind", OrderKind)
def test_an_order_goes_its_way_step_by_step(kind: OrderKind) -> None:
    way = WAYS[kind]
    for here, there in pairwise(way):
        assert there in next_states(kind, here)
    for here, beyond in zip(way, way[2:], strict=False):
        assert beyond not in next_states(kind, here), "no step is left out"


@given(st.sampled_from(OrderKind), st.data())
def test_an_order_is_paid_once_and_never_given_up_afterwards(kind: OrderKind, data: st.DataObject) -> None:
    walked = [S.PLACED]
    while further := sorted(next_states(kind, walked[-1])):
        walked.append(data.draw(st.sampled_from(further)))
    assert len(set(walked)) == len(walked), "no order walks in circles"
    assert walked[-1] in SETTLED
    assert (S.PAID in walked) is (S.CANCELLED not in walked)
    if S.RETURN_STARTED in walked:
        assert walked[walked.index(S.RETURN_STARTED) - 1] in RETURNABLE[kind]


def test_money_is_taken_when_the_goods_are_there_or_before_they_leave() -> None:
    payable_in = {kind: {state for state in WAYS[kind] if payable(kind, state)} for kind in OrderKind}
    assert payable_in == {
        OrderKind.TILL: {S.AWAITING_PAYMENT},
        OrderKind.COLLECT: {S.READY},
        OrderKind.SHIP: {S.AWAITING_PAYMENT},
    }
