"""Find my shade: what the screen asks, says and forgets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.lab import Lab
from tests.ui.stage import MIDDLE, WITHOUT_SOUND, frame
from vision.looks import Color, Kind
from vision.messages import FaceSummary, MeasureSkin, MirrorState, SkinTone, SkinTrouble, SkinUntold

if TYPE_CHECKING:
    from tests.ui.stage import Clock, Stage, Worker
    from ui.models.kiosk import Kiosk
    from ui.picture import PictureFeed
    from vision.messages import FrameReady

FRIEND = FaceSummary(8, 0.65, 0.32, 0.83, 0.74)


def _asked(worker: Worker) -> list[int | None]:
    return [command.request for command in worker.commands if isinstance(command, MeasureSkin)]


def _answer(worker: Worker, color: str) -> FrameReady:
    """The frame in which the worker says that the skin has a shade's colour."""
    lab = Lab.of(Color.parse(color))
    return replace(frame(), skin=SkinTone(worker.skin_request, lab.lightness, lab.green_red, lab.blue_yellow, 1.0))


@pytest.fixture
def at_foundation(kiosk: Kiosk, feed: PictureFeed) -> Kiosk:
    kiosk.session.start()
    feed.stateChanged.emit(MirrorState.LIVE, "")
    feed.shown.emit(frame())
    kiosk.shelf.openCategory("face")
    assert kiosk.product.kind == Kind.FOUNDATION
    return kiosk


def test_the_shade_of_the_skin_is_proposed_first_and_can_be_worn(
    at_foundation: Kiosk, feed: PictureFeed, worker: Worker
) -> None:
    match = at_foundation.match
    wanted = at_foundation.product.shades.rows[9]
    match.begin()
    assert match.state == "measuring"
    feed.shown.emit(frame())
    assert match.state == "measuring"
    feed.shown.emit(_answer(worker, wanted.color))
    assert match.state == "found"
    first, *others = match.matches.rows
    assert (first.sku, first.depth, first.warmth, first.difference) == (wanted.sku, "same", "same", 0.0)
    assert [row.difference for row in others] == sorted(row.difference for row in others)
    match.wear(first.sku)
    assert at_foundation.product.shadeIndex == 9
    assert [row.worn for row in match.matches.rows] == [True, False, False]


def test_once_answered_the_worker_is_told_to_forget(at_foundation: Kiosk, feed: PictureFeed, worker: Worker) -> None:
    at_foundation.match.begin()
    feed.shown.emit(_answer(worker, "#C89878"))
    assert _asked(worker)[-1] is None


def test_says_what_is_in_the_way(at_foundation: Kiosk, feed: PictureFeed, worker: Worker) -> None:
    at_foundation.match.begin()
    feed.shown.emit(replace(frame(), skin=SkinUntold(worker.skin_request, SkinTrouble.TOO_DARK)))
    assert (at_foundation.match.state, at_foundation.match.trouble) == ("untold", "too_dark")
    assert at_foundation.match.matches.rows == ()


def test_an_answer_to_an_earlier_question_is_not_taken_for_this_ones(
    at_foundation: Kiosk, feed: PictureFeed, worker: Worker
) -> None:
    at_foundation.match.begin()
    late = _answer(worker, "#C89878")
    at_foundation.match.begin()
    feed.shown.emit(late)
    assert at_foundation.match.state == "measuring"


def test_without_a_picture_nobody_waits(at_foundation: Kiosk, feed: PictureFeed) -> None:
    at_foundation.match.begin()
    feed.stateChanged.emit(MirrorState.LOST, "camera 0 does not answer")
    assert (at_foundation.match.state, at_foundation.match.trouble) == ("untold", "no_picture")


def test_nobody_waits_for_a_mirror_that_has_no_picture_to_measure(
    at_foundation: Kiosk, feed: PictureFeed, worker: Worker
) -> None:
    feed.stateChanged.emit(MirrorState.LOST, "camera 0 does not answer")
    at_foundation.match.begin()
    assert (at_foundation.match.state, at_foundation.match.trouble) == ("untold", "no_picture")
    assert _asked(worker) == []
    feed.stateChanged.emit(MirrorState.LIVE, "")
    at_foundation.match.begin()
    assert at_foundation.match.state == "measuring"


def test_what_is_found_for_one_is_not_shown_to_another(at_foundation: Kiosk, feed: PictureFeed, worker: Worker) -> None:
    for tenth in range(25):
        feed.shown.emit(frame(MIDDLE, FRIEND, at=tenth / 10))
    at_foundation.match.begin()
    feed.shown.emit(replace(_answer(worker, "#C89878"), faces=(MIDDLE, FRIEND), captured_at=2.5))
    assert at_foundation.match.state == "found"
    at_foundation.people.welcome()
    assert at_foundation.match.state == "off"
    assert at_foundation.match.matches.rows == ()
    at_foundation.match.begin()
    at_foundation.people.dress(1)
    assert at_foundation.match.state == "off"
    assert _asked(worker)[-1] is None


def test_says_whether_any_shade_comes_close(at_foundation: Kiosk, feed: PictureFeed, worker: Worker) -> None:
    match = at_foundation.match
    for color in ("#C89878", "#50C878"):
        match.begin()
        assert not match.close
        feed.shown.emit(_answer(worker, color))
        assert len(match.matches.rows) == 3
        assert match.close is (match.matches.rows[0].difference <= 5) is (color == "#C89878")


def test_nothing_is_measured_for_a_lipstick(at_foundation: Kiosk, worker: Worker) -> None:
    at_foundation.shelf.openCategory("lips")
    assert not at_foundation.match.offered
    at_foundation.match.begin()
    assert _asked(worker) == []


def test_the_end_of_the_visit_forgets_the_skin(
    at_foundation: Kiosk, feed: PictureFeed, worker: Worker, clock: Clock
) -> None:
    at_foundation.match.begin()
    feed.shown.emit(_answer(worker, "#C89878"))
    at_foundation.session.end()
    assert at_foundation.match.state == "off"
    assert at_foundation.match.matches.rows == ()


def test_a_visit_that_ends_meanwhile_has_the_worker_stop(at_foundation: Kiosk, worker: Worker) -> None:
    at_foundation.match.begin()
    at_foundation.session.end()
    assert _asked(worker)[-1] is None


@WITHOUT_SOUND
def test_from_the_button_to_a_shade_on_the_face(stage: Stage, worker: Worker) -> None:
    stage.kiosk.session.start()
    stage.live()
    stage.kiosk.shelf.openCategory("face")
    stage.settle()
    stage.touch("Find my shade")
    assert stage.reads("Look straight at the mirror")
    wanted = stage.kiosk.product.shades.rows[4]
    stage.feed.shown.emit(_answer(worker, wanted.color))
    stage.settle()
    assert stage.reads("as your skin")
    assert stage.reads("Touch one to see it on you.")
    stage.touch(f"{wanted.code} · {wanted.name}")
    assert stage.kiosk.product.shadeIndex == 4
    stage.touch("Keep trying")
    assert stage.kiosk.match.state == "off"


@WITHOUT_SOUND
def test_a_range_without_a_shade_for_this_skin_is_said_to_be_so(stage: Stage, worker: Worker) -> None:
    stage.kiosk.session.start()
    stage.live()
    stage.kiosk.shelf.openCategory("face")
    stage.settle()
    stage.touch("Find my shade")
    stage.feed.shown.emit(_answer(worker, "#50C878"))
    stage.settle()
    assert stage.reads("Ask us for another foundation.")
    assert not stage.reads("Touch one to see it on you.")


@WITHOUT_SOUND
def test_the_page_goes_when_a_friend_is_dressed_instead(stage: Stage, worker: Worker) -> None:
    stage.kiosk.session.start()
    stage.live()
    for tenth in range(25):
        stage.feed.shown.emit(frame(MIDDLE, FRIEND, at=tenth / 10))
    stage.kiosk.shelf.openCategory("face")
    stage.settle()
    stage.touch("Find my shade")
    stage.touch("Dress your friend too")
    assert not stage.reads("Look straight at the mirror")
    assert not stage.reads("I cannot tell in this light")
    assert stage.button("Find my shade").isVisible()
