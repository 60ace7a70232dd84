from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.attention import IN_VISIT, Attention, Patience, Phase

PATIENCE = Patience(quiet=60, warning=20, goodbye=6)
pauses = st.floats(0, 300, allow_nan=False)


def _begun(at: float = 0.0) -> Attention:
    attention = Attention(PATIENCE)
    attention.touch(at)
    return attention


def test_nobody_is_there_until_someone_touches() -> None:
    attention = Attention(PATIENCE)
    assert attention.tick(1e6) is Phase.ATTRACT
    assert attention.deadline is None
    assert attention.touch(1e6) is Phase.ACTIVE


def test_a_quiet_visit_is_warned_then_ends_and_the_screen_invites_again() -> None:
    attention = _begun()
    seen = [attention.tick(now) for now in (59.9, 60, 79.9, 80, 85.9, 86)]
    assert seen == [Phase.ACTIVE, Phase.WARNING, Phase.WARNING, Phase.GOODBYE, Phase.GOODBYE, Phase.ATTRACT]


def test_the_deadline_is_all_that_a_single_shot_timer_needs() -> None:
    attention = _begun(10)
    phases = []
    while attention.deadline is not None:
        phases.append((attention.deadline, attention.tick(attention.deadline)))
    assert phases == [(70, Phase.WARNING), (90, Phase.GOODBYE), (96, Phase.ATTRACT)]


def test_the_warning_counts_down() -> None:
    attention = _begun()
    attention.tick(65)
    assert attention.seconds_left(65) == 15
    assert attention.seconds_left(100) == 0


@given(st.integers(1, 40))
def test_a_visit_can_be_extended_any_number_of_times(times: int) -> None:
    attention = _begun()
    for n in range(1, times + 1):
        assert attention.tick(n * 79.0) is Phase.WARNING
        assert attention.touch(n * 79.0) is Phase.ACTIVE
    assert attention.visit == 1


@given(st.lists(pauses, min_size=1, max_size=30))
def test_a_visit_lasts_80_s_after_its_last_touch_and_no_longer(touches: list[float]) -> None:
    attention = Attention(PATIENCE)
    now, visits = 0.0, 0
    for number, pause in enumerate(touches):
        visits += number == 0 or now + pause >= now + 80.0
        now += pause
        attention.touch(now)
    assert attention.visit == visits
    assert attention.tick(now + 79.9) in IN_VISIT
    assert attention.tick(now + 80.1) not in IN_VISIT


@given(st.lists(pauses, max_size=30), st.floats(0, 400))
def test_how_often_the_timer_fires_changes_nothing(ticks: list[float], last: float) -> None:
    """A timer that came late, or a machine that slept, ends a visit all the same."""
    punctual, late = _begun(), _begun()
    for now in sorted(tick for tick in ticks if tick <= last):
        punctual.tick(now)
    assert punctual.tick(last) is late.tick(last)
    assert punctual.deadline == late.deadline


def test_whoever_touches_after_the_end_begins_a_visit_of_their_own_even_if_no_timer_came() -> None:
    attention = _begun()
    assert attention.touch(81) is Phase.ACTIVE
    assert attention.visit == 2


def test_goodbye_ends_a_visit_at_once() -> None:
    attention = _begun()
    assert attention.end(5) is Phase.GOODBYE
    assert attention.deadline == 11
    assert attention.end(6) is Phase.GOODBYE
    assert attention.deadline == 11, "saying it twice does not make it longer"
    assert attention.touch(7) is Phase.ACTIVE
    assert attention.visit == 2


def test_there_is_no_goodbye_where_there_is_no_visit() -> None:
    assert Attention(PATIENCE).end(5) is Phase.ATTRACT


def test_no_visit_ends_while_somebody_pays() -> None:
    attention = _begun()
    attention.tick(65)
    assert attention.hold(66) is Phase.ACTIVE, "the warning is over too"
    assert attention.deadline is None
    assert attention.touch(300) is Phase.ACTIVE
    assert attention.tick(1e6) is Phase.ACTIVE
    assert attention.visit == 1
    attention.release(1e6)
    assert attention.tick(1e6 + 59.9) is Phase.ACTIVE
    assert attention.tick(1e6 + 60) is Phase.WARNING


def test_who_says_goodbye_while_paying_leaves_nothing_of_it_to_the_next() -> None:
    attention = _begun()
    attention.hold(1)
    assert attention.end(2) is Phase.GOODBYE
    attention.touch(3)
    assert attention.deadline == 63
    assert attention.release(10) is Phase.ACTIVE
    assert attention.deadline == 63, "a payment that is over does not extend another's visit"


def test_nobody_pays_where_nobody_is() -> None:
    attention = Attention(PATIENCE)
    assert attention.hold(5) is Phase.ATTRACT
    assert attention.touch(6) is Phase.ACTIVE
    assert attention.deadline == 66
