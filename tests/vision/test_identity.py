"""Numbers that stay with a person."""

from __future__ import annotations

from vision.geometry import Rect
from vision.identity import IdentityKeeper

HERE, THERE = Rect(0, 0, 100, 100), Rect(400, 0, 500, 100)


def test_a_face_that_moves_a_little_keeps_its_number() -> None:
    keeper = IdentityKeeper()
    assert keeper.assign([HERE], 0.0) == keeper.assign([Rect(20, 5, 120, 105)], 0.03)


def test_a_passer_by_gets_another_number_even_when_nearer() -> None:
    keeper = IdentityKeeper()
    (first,) = keeper.assign([HERE], 0.0)
    assert keeper.assign([THERE, HERE], 0.03)[1] == first


def test_a_face_that_is_covered_for_a_moment_comes_back_as_itself() -> None:
    keeper = IdentityKeeper()
    first = keeper.assign([HERE], 0.0)
    keeper.assign([], 0.5)
    assert keeper.assign([HERE], 0.9) == first


def test_somebody_who_comes_later_is_somebody_else() -> None:
    keeper = IdentityKeeper()
    first = keeper.assign([HERE], 0.0)
    keeper.assign([], 1.5)
    assert keeper.assign([HERE], 2.6) != first
