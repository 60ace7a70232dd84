from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.rate_limit import RateLimit
from tests.kiosk.hub.conftest import Clock


@given(st.lists(st.floats(0, 30), max_size=200))
def test_nobody_gets_more_than_the_burst_and_the_rate(waits: list[float]) -> None:
    clock = Clock()
    limit = RateLimit(60, 5, clock)
    allowed = 0
    for wait in waits:
        clock.now += wait
        allowed += limit.allows("a phone")
        assert allowed <= 5 + clock.now + 1e-6


def test_one_who_asks_too_often_takes_nothing_from_another() -> None:
    limit = RateLimit(60, 2, Clock())
    assert [limit.allows("greedy") for _ in range(4)] == [True, True, False, False]
    assert limit.allows("modest")


def test_after_a_while_there_is_more() -> None:
    clock = Clock()
    limit = RateLimit(60, 1, clock)
    assert limit.allows("a phone")
    assert not limit.allows("a phone")
    clock.now += 1
    assert limit.allows("a phone")


def test_any_number_of_askers_takes_little_memory() -> None:
    limit = RateLimit(60, 1, Clock())
    for asker in range(10_000):
        limit.allows(str(asker))
    assert len(limit._buckets) < 5000
