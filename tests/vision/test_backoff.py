from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vision.backoff import Backoff


@given(st.floats(0.2, 100))
def test_the_first_attempt_is_at_once_and_no_wait_exceeds_the_cap(cap: float) -> None:
    backoff = Backoff(cap)
    delays = [backoff.delay() for _ in range(30)]
    assert delays[0] == 0
    assert delays[1] > 0
    assert delays == sorted(delays)
    assert delays[-1] == cap


def test_success_begins_again() -> None:
    backoff = Backoff(2)
    for _ in range(5):
        backoff.delay()
    backoff.reset()
    assert backoff.delay() == 0
