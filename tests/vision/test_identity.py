"""Numbers that stay with a person, whoever crosses before them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vision.geometry import Rect
from vision.identity import IdentityKeeper
from vision.messages import UNSURE

HERE, THERE = Rect(0, 0, 100, 100), Rect(400, 0, 500, 100)


def test_a_face_that_moves_a_little_keeps_its_number() -> None:
    keeper = IdentityKeeper()
    assert keeper.assign([HERE], 0.0) == keeper.assign([Rect(20, 5, 120, 105)], 0.03)


def test_a_passer_by_gets_another_number_even_when_nearer() -> None:
    keeper = IdentityKeeper()
    (first,) = keeper.assign([HERE], 0.0)
    passer_by, still_first = keeper.assign([THERE, HERE], 0.03)
    assert still_first == first
    assert passer_by not in {first, UNSURE}


@pytest.mark.parametrize("seconds", [0.3, 0.9, 1.4])
def test_a_face_that_is_covered_for_a_moment_comes_back_as_itself(seconds: float) -> None:
    keeper = IdentityKeeper()
    first = keeper.assign([HERE], 0.0)
    keeper.assign([], seconds / 2)
    assert keeper.assign([HERE], seconds) == first


def test_somebody_who_comes_later_is_somebody_else() -> None:
    keeper = IdentityKeeper()
    first = keeper.assign([HERE], 0.0)
    keeper.assign([], 1.5)
    assert keeper.assign([HERE], 2.6) != first


def test_a_face_behind_that_is_seen_once_the_one_before_it_is_gone_does_not_inherit_its_number() -> None:
    keeper = IdentityKeeper()
    (first,) = keeper.assign([Rect(0, 0, 100, 130)], 0.0)
    for tenth in range(1, 40):
        assert keeper.assign([Rect(90, -20, 140, 45)], tenth / 10) != [first]


def test_where_two_readings_are_as_likely_nobody_gets_a_number() -> None:
    """Both were hidden, and one comes back between the two places."""
    keeper = IdentityKeeper()
    keeper.assign([Rect(0, 0, 100, 100), Rect(160, 0, 260, 100)], 0.0)
    keeper.assign([], 0.3)
    assert keeper.assign([Rect(80, 0, 180, 100)], 0.6) == [UNSURE]


def test_two_who_are_both_back_are_told_apart_by_their_places() -> None:
    keeper = IdentityKeeper()
    both = [Rect(0, 0, 100, 100), Rect(160, 0, 260, 100)]
    numbers = keeper.assign(both, 0.0)
    keeper.assign([], 0.3)
    assert keeper.assign(both[::-1], 0.6) == numbers[::-1]


@pytest.mark.parametrize("seconds", [0.5, 1.0])
def test_two_who_stand_side_by_side_are_themselves_after_a_camera_that_stalled(seconds: float) -> None:
    keeper = IdentityKeeper()
    both = [Rect(525, 186, 780, 488), Rect(925, 318, 1147, 576)]
    numbers = keeper.assign(both, 0.0)
    assert keeper.assign(both, seconds) == numbers


@dataclass(frozen=True)
class Walker:
    """Somebody who walks by: a face so wide, at so many faces a second, before the middle at ``meets`` seconds."""

    size: float
    speed: float
    meets: float
    height: float

    def box(self, at: float, shake: float) -> Rect:
        x, y = 600 + self.speed * self.size * (at - self.meets) + shake * self.size, 300 + self.height * self.size
        half = self.size / 2
        return Rect(round(x - half), round(y - half * 1.2), round(x + half), round(y + half * 1.2))


walkers = st.builds(
    Walker,
    size=st.floats(50, 220),
    speed=st.floats(0.3, 4.0).flatmap(lambda speed: st.sampled_from([speed, -speed])),
    meets=st.floats(1.5, 3.0),
    height=st.floats(-0.3, 0.3),
)
crowds = (
    st.lists(walkers, min_size=2, max_size=2)
    .map(lambda crowd: sorted(crowd, key=lambda one: -one.size))
    .filter(lambda crowd: all(_covered(a.box(0, 0), b.box(0, 0)) == 0 for a, b in combinations(crowd, 2)))
)
"""The wider is nearer, and hides the other; at first both are seen."""


@settings(max_examples=60, deadline=None)
@given(crowd=crowds, rate=st.sampled_from([12, 20, 30]), seed=st.integers(0, 10**6))
def test_numbers_are_never_swapped_when_people_cross(crowd: list[Walker], rate: int, seed: int) -> None:
    chance = Random(seed)
    keeper = IdentityKeeper()
    owners: dict[int, Walker] = {}
    for frame in range(4 * rate):
        at = frame / rate
        there = [(one, one.box(at, chance.gauss(0, 0.01))) for one in crowd]
        seen = [
            (one, box)
            for nearer, (one, box) in enumerate(there)
            if not any(_covered(box, other) > 0.4 for _, other in there[:nearer])
            and (frame == 0 or chance.random() > 0.03)
        ]
        chance.shuffle(seen)
        for (one, _), number in zip(seen, keeper.assign([box for _, box in seen], at), strict=True):
            if number != UNSURE:
                assert owners.setdefault(number, one) is one, f"swapped in frame {frame}"


def _covered(box: Rect, by: Rect) -> float:
    common = box.clipped(by)
    return 0.0 if common.empty else common.width * common.height / (box.width * box.height)
