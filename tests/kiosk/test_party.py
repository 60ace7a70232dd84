"""Who takes part in a visit, whoever else comes by."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from kiosk.party import FOUNDER, Party
from vision.messages import FaceSummary

RATE = 10


def face(number: int, middle: float = 0.5, width: float = 0.2) -> FaceSummary:
    return FaceSummary(number, middle - width / 2, 0.3, middle + width / 2, 0.3 + width * 2)


SHOPPER, BESIDE, BEHIND = face(1), face(2, 0.8, 0.18), face(3, 0.35, 0.09)


class Mirror:
    """Shows a party so many seconds of the same people."""

    def __init__(self, most: int = 2) -> None:
        self.party = Party(most)
        self._frames = 0

    def show(self, *faces: FaceSummary, seconds: float = 0.1) -> dict[int, int]:
        for _ in range(round(seconds * RATE)):
            self.party.see(sorted(faces, key=lambda one: one.left - one.right), self._frames / RATE)
            self._frames += 1
        return self.party.faces

    def hold(self, seconds: float) -> None:
        """The picture stands still, so that nobody is seen meanwhile."""
        self._frames += round(seconds * RATE)

    def restart(self) -> None:
        """The clock begins anew, as that of a file does with a new worker."""
        self._frames = 0

    def asks(self) -> bool:
        """Whether somebody may join."""
        return self.party.has_guest


def with_friend() -> tuple[Mirror, int]:
    """The shopper, and a friend beside them who joined."""
    mirror = Mirror()
    mirror.show(SHOPPER, BESIDE, seconds=3)
    friend = mirror.party.admit()
    assert friend is not None
    return mirror, friend


def test_the_nearest_begins_the_visit_and_nobody_else_takes_part() -> None:
    mirror = Mirror()
    assert mirror.show(BEHIND, SHOPPER, seconds=60) == {FOUNDER: SHOPPER.id}


def test_somebody_nearer_who_comes_later_does_not_take_over() -> None:
    mirror = Mirror()
    mirror.show(SHOPPER, seconds=5)
    assert mirror.show(SHOPPER, face(9, 0.2, 0.4), seconds=30) == {FOUNDER: SHOPPER.id}


def test_in_the_first_second_somebody_clearly_nearer_is_who_began() -> None:
    mirror = Mirror()
    mirror.show(BEHIND)
    assert mirror.show(BEHIND, SHOPPER, seconds=5) == {FOUNDER: SHOPPER.id}


def test_who_is_away_is_not_replaced_by_who_stood_behind() -> None:
    mirror = Mirror()
    mirror.show(SHOPPER, BEHIND, seconds=5)
    assert mirror.show(BEHIND, seconds=60) == {FOUNDER: SHOPPER.id}


def test_who_comes_back_with_another_number_is_the_shopper_after_three_seconds() -> None:
    mirror = Mirror()
    mirror.show(SHOPPER, seconds=5)
    mirror.show(seconds=1)
    assert mirror.show(face(7), seconds=1.5) == {FOUNDER: SHOPPER.id}
    assert mirror.show(face(7), seconds=1) == {FOUNDER: 7}


def test_the_visit_goes_on_with_who_stood_beside_when_the_shopper_does_not_come_back() -> None:
    mirror = Mirror()
    mirror.show(SHOPPER, BESIDE, seconds=1.5)
    assert mirror.show(BESIDE, seconds=9) == {FOUNDER: SHOPPER.id}
    assert mirror.show(BESIDE, seconds=2) == {FOUNDER: BESIDE.id}


def test_a_face_that_cannot_be_told_from_another_takes_no_part() -> None:
    mirror = Mirror()
    assert mirror.show(face(0), seconds=10) == {}
    mirror.show(SHOPPER, seconds=2)
    assert mirror.show(face(0), seconds=30) == {FOUNDER: SHOPPER.id}
    assert mirror.party.present == {}


def test_a_friend_may_join_once_they_have_stood_near_for_two_seconds() -> None:
    mirror = Mirror()
    mirror.show(SHOPPER, BESIDE, seconds=1.9)
    assert not mirror.asks()
    mirror.show(SHOPPER, BESIDE, seconds=0.3)
    assert mirror.asks()
    friend = mirror.party.admit()
    assert friend not in {None, FOUNDER}
    assert mirror.party.faces == {FOUNDER: SHOPPER.id, friend: BESIDE.id}
    assert mirror.party.admit() is None


def test_a_stranger_behind_is_not_asked_to_join() -> None:
    mirror = Mirror()
    mirror.show(SHOPPER, BEHIND, seconds=30)
    assert not mirror.asks()
    assert mirror.party.admit() is None


def test_a_passer_by_is_not_asked_to_join() -> None:
    mirror = Mirror()
    mirror.show(SHOPPER, seconds=3)
    for number in range(20, 40):
        mirror.show(SHOPPER, face(number, 0.8), seconds=1.5)
        assert not mirror.asks()
        mirror.show(SHOPPER, seconds=1)


def test_a_blink_of_the_camera_does_not_begin_the_wait_anew() -> None:
    mirror = Mirror()
    mirror.show(SHOPPER, BESIDE, seconds=1.5)
    mirror.show(seconds=0.4)
    mirror.show(SHOPPER, BESIDE, seconds=0.5)
    assert mirror.asks()


def test_the_offer_goes_with_the_guest() -> None:
    mirror = Mirror()
    mirror.show(SHOPPER, BESIDE, seconds=3)
    mirror.show(SHOPPER, seconds=1)
    assert not mirror.asks()


def test_nobody_is_asked_where_the_mirror_has_no_room() -> None:
    alone = Mirror(most=1)
    alone.show(SHOPPER, BESIDE, seconds=10)
    assert not alone.asks()
    mirror, _ = with_friend()
    mirror.show(SHOPPER, BESIDE, face(4, 0.2), seconds=10)
    assert not mirror.asks()


def test_a_friend_who_leaves_is_dropped_after_ten_seconds() -> None:
    mirror, friend = with_friend()
    mirror.show(SHOPPER, seconds=9)
    assert friend in mirror.party.places
    mirror.show(SHOPPER, seconds=2)
    assert set(mirror.party.places) == {FOUNDER}


def test_nobody_is_dropped_for_the_time_in_which_a_picture_was_held() -> None:
    mirror, friend = with_friend()
    mirror.hold(12)
    assert mirror.show(SHOPPER) == {FOUNDER: SHOPPER.id, friend: BESIDE.id}
    mirror.show(SHOPPER, seconds=8)
    assert friend in mirror.party.places
    assert mirror.show(SHOPPER, BESIDE) == {FOUNDER: SHOPPER.id, friend: BESIDE.id}


def test_a_friend_who_is_back_with_another_number_after_a_picture_was_held_is_who_they_were() -> None:
    mirror, friend = with_friend()
    mirror.hold(12)
    again = face(12, 0.78, 0.18)
    assert mirror.show(SHOPPER, again, seconds=4) == {FOUNDER: SHOPPER.id, friend: again.id}


def test_a_clock_that_begins_anew_does_not_keep_who_is_gone() -> None:
    mirror, friend = with_friend()
    mirror.restart()
    mirror.show(SHOPPER, seconds=9)
    assert friend in mirror.party.places
    mirror.show(SHOPPER, seconds=2)
    assert friend not in mirror.party.places


def test_who_passes_by_is_not_remembered_for_ever() -> None:
    mirror = Mirror()

    def pass_by(numbers: range) -> int:
        for number in numbers:
            mirror.show(SHOPPER, face(number, 0.8, 0.09), seconds=0.2)
        return len(pickle.dumps(mirror.party))

    few = pass_by(range(100, 200))
    assert pass_by(range(200, 1200)) < 2 * few


def test_two_who_come_back_together_are_each_who_they_were_by_their_places() -> None:
    mirror, friend = with_friend()
    mirror.show(seconds=4)
    assert mirror.show(face(12, 0.78, 0.18), face(11, 0.48), seconds=0.2) == {FOUNDER: 11, friend: 12}


def test_one_who_comes_back_between_two_places_is_nobody_until_the_friend_is_dropped() -> None:
    mirror, friend = with_friend()
    mirror.show(seconds=4)
    between = face(11, 0.65)
    assert mirror.show(between, seconds=4) == {FOUNDER: SHOPPER.id, friend: BESIDE.id}
    assert mirror.show(between, seconds=4) == {FOUNDER: between.id}


def test_a_new_worker_counts_anew_and_finds_everybody_where_they_were() -> None:
    mirror, friend = with_friend()
    mirror.party.forget_faces()
    assert mirror.party.faces == {}
    assert mirror.show(face(1, 0.8, 0.18), face(2, 0.52), seconds=0.1) == {FOUNDER: 2, friend: 1}


def test_a_new_worker_does_not_give_a_look_to_who_stood_behind() -> None:
    mirror = Mirror()
    mirror.show(SHOPPER, BEHIND, seconds=5)
    mirror.party.forget_faces()
    assert mirror.show(face(1, 0.35, 0.09), seconds=2) == {}


frames = st.lists(st.lists(st.builds(face, st.integers(0, 5), st.floats(0.1, 0.9), st.floats(0.02, 0.5)), max_size=4))


@given(frames=frames, most=st.integers(1, 4), joining=st.sets(st.integers(0, 20)))
def test_no_face_is_ever_two_peoples_and_no_more_take_part_than_may(
    frames: list[list[FaceSummary]], most: int, joining: set[int]
) -> None:
    party = Party(most)
    for second, faces in enumerate(frames):
        party.see(list({one.id: one for one in faces}.values()), second * 1.1)
        if second in joining:
            party.admit()
        assert len(set(party.faces.values())) == len(party.faces) <= most
        assert 0 not in party.faces.values()
        assert {one.id for one in party.present.values()} <= {one.id for one in faces}
