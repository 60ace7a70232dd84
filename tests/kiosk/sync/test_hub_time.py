from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.sync.hub_time import HubTime

DAY_MS = 86_400_000
NOON = 1_800_000_000_000


@dataclass
class Machine:
    """Two clocks, of which one may be wrong."""

    wall_ms: int = NOON
    seconds: float = 100.0

    def passes(self, seconds: float) -> None:
        self.seconds += seconds
        self.wall_ms += round(seconds * 1000)


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def hub_time(machine: Machine) -> HubTime:
    return time_of(machine)


def time_of(machine: Machine) -> HubTime:
    return HubTime(lambda: machine.wall_ms, lambda: machine.seconds)


def test_before_the_hub_answered_it_is_the_machines(hub_time: HubTime, machine: Machine) -> None:
    machine.wall_ms += DAY_MS

    assert hub_time.now_ms() == NOON + DAY_MS


@given(st.integers(-DAY_MS, DAY_MS), st.floats(0, 2), st.floats(0, 1))
def test_an_answer_tells_the_time_to_half_the_way(offset_ms: int, way: float, share: float) -> None:
    machine = Machine()
    hub_time = time_of(machine)
    asked = machine.seconds
    machine.passes(way * share)
    hub_ms = machine.wall_ms + offset_ms
    machine.passes(way * (1 - share))

    hub_time.learn(hub_ms, asked, machine.seconds)

    assert abs(hub_time.now_ms() - (machine.wall_ms + offset_ms)) <= way * 500 + 2


@pytest.mark.parametrize("jump_ms", [-DAY_MS, DAY_MS])
def test_a_clock_that_jumps_changes_nothing_once_the_hub_is_known(
    jump_ms: int, hub_time: HubTime, machine: Machine
) -> None:
    hub_time.learn(NOON, machine.seconds, machine.seconds)
    machine.passes(60)

    machine.wall_ms += jump_ms

    assert hub_time.now_ms() == NOON + 60_000


def test_a_slow_answer_does_not_replace_a_quick_one(hub_time: HubTime, machine: Machine) -> None:
    hub_time.learn(NOON, machine.seconds, machine.seconds + 0.01)
    machine.passes(10)

    hub_time.learn(NOON + 7000, machine.seconds - 1.5, machine.seconds)

    assert hub_time.now_ms() == pytest.approx(NOON + 10_000, abs=10)


def test_an_answer_that_was_waited_for_says_nothing(hub_time: HubTime, machine: Machine) -> None:
    hub_time.learn(NOON + DAY_MS, machine.seconds - 4, machine.seconds)

    assert hub_time.now_ms() == NOON


def test_a_hub_whose_clock_was_set_is_believed(hub_time: HubTime, machine: Machine) -> None:
    hub_time.learn(NOON, machine.seconds, machine.seconds + 0.01)
    machine.passes(60)

    hub_time.learn(NOON - DAY_MS, machine.seconds - 0.01, machine.seconds)

    assert hub_time.now_ms() == pytest.approx(NOON - DAY_MS, abs=10)
