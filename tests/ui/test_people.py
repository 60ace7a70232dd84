"""Two people before one mirror, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible

from kiosk.visit import Visit
from tests.ui.stage import WITHOUT_SOUND, Stage, accessible_name, centre, frame
from ui.models.language import LANGUAGES
from vision.messages import FaceSummary, MirrorState

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickItem

    from vision.looks import Look

pytestmark = WITHOUT_SOUND

SHOPPER = FaceSummary(5, 0.25, 0.3, 0.45, 0.75)
FRIEND = FaceSummary(8, 0.55, 0.32, 0.73, 0.74)
BEHIND = FaceSummary(9, 0.75, 0.3, 0.83, 0.5)
OFFER = "Dress your friend too"


def before(stage: Stage, *faces: FaceSummary, since: float, seconds: float) -> None:
    """These people stand before the mirror."""
    for tenth in range(round(seconds * 10)):
        stage.feed.shown.emit(frame(*faces, at=since + tenth / 10))
    stage.settle()


@pytest.fixture
def pair(stage: Stage) -> Stage:
    """The shopper, who wears a look, and a friend who was just asked to join."""
    stage.kiosk.session.start()
    stage.feed.stateChanged.emit(MirrorState.LIVE, "")
    before(stage, SHOPPER, since=0, seconds=1)
    stage.kiosk.looks.wear("evening")
    before(stage, SHOPPER, FRIEND, since=1, seconds=3)
    return stage


def people(stage: Stage) -> list[QQuickItem]:
    """The buttons of those who take part, as they stand from left to right."""
    found = [item for item in stage.controls() if item.property("friend") is not None]
    return sorted(found, key=lambda item: centre(item).x())


def test_a_stranger_behind_is_neither_dressed_nor_asked(stage: Stage) -> None:
    stage.kiosk.session.start()
    stage.feed.stateChanged.emit(MirrorState.LIVE, "")
    before(stage, SHOPPER, BEHIND, since=0, seconds=10)
    stage.kiosk.looks.wear("evening")
    assert set(stage.worker.looks) == {SHOPPER.id}
    assert not stage.reads(OFFER)
    assert not people(stage)


def test_a_friend_joins_with_a_bare_face_and_is_the_one_who_is_dressed(pair: Stage) -> None:
    worn = pair.worker.look
    pair.touch(OFFER)
    assert not pair.reads(OFFER)
    assert pair.worker.look.layers == ()
    assert pair.worker.looks == {FRIEND.id: pair.worker.look, SHOPPER.id: worn}
    pair.kiosk.looks.wear("opera-red")
    assert pair.worker.looks[SHOPPER.id] == worn
    assert pair.worker.looks[FRIEND.id].layers


def test_a_touch_says_whose_products_are_shown(pair: Stage) -> None:
    pair.touch(OFFER)
    assert pair.kiosk.wearing.count == 0
    pair.touch("You")
    assert pair.kiosk.wearing.count > 0
    pair.touch("Friend")
    assert pair.kiosk.wearing.count == 0


def test_a_touch_on_a_face_makes_it_the_one_who_is_dressed(pair: Stage) -> None:
    pair.touch(OFFER)
    before(pair, SHOPPER, FRIEND, since=4, seconds=6)
    (picture,) = (item for item in pair.items() if item.inherits("QQuickVideoOutput"))
    for face, count in ((SHOPPER, True), (FRIEND, False)):
        x, y = (face.left + face.right) / 2, (face.top + face.bottom) / 2
        pair.touch_at(picture.mapToScene(QPointF(x * picture.width(), y * picture.height())))
        assert bool(pair.kiosk.wearing.count) is count
    pair.touch_at(picture.mapToScene(QPointF(0.5 * picture.width(), 0.15 * picture.height())))
    assert pair.kiosk.wearing.count == 0, "a touch beside the faces changes nothing"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_buttons_stand_as_the_faces_do_in_every_language(pair: Stage, language: str) -> None:
    pair.touch(OFFER)
    pair.kiosk.language.choose(language)
    pair.settle()
    assert [item.property("friend") for item in people(pair)] == [0, 1]
    before(pair, SHOPPER, FaceSummary(FRIEND.id, 0.02, 0.32, 0.2, 0.74), since=4, seconds=0.2)
    assert [item.property("friend") for item in people(pair)] == [1, 0]


def test_somebody_who_does_not_see_hears_whom_they_dress(pair: Stage) -> None:
    pair.touch(OFFER)
    for item in people(pair):
        interface = QAccessible.queryAccessibleInterface(item)
        assert interface.role() == QAccessible.Role.RadioButton
        assert bool(interface.state().checked) is (accessible_name(item) == "Friend")


def test_a_friend_who_goes_is_forgotten_after_ten_seconds(pair: Stage) -> None:
    pair.touch(OFFER)
    pair.kiosk.looks.wear("opera-red")
    before(pair, SHOPPER, since=4, seconds=9)
    assert len(people(pair)) == 2
    before(pair, SHOPPER, since=13, seconds=2)
    assert not people(pair)
    assert set(pair.worker.looks) == {SHOPPER.id}
    assert pair.kiosk.wearing.count > 0


def test_a_friend_is_as_they_were_after_a_picture_was_looked_at_for_long(pair: Stage) -> None:
    pair.touch(OFFER)
    pair.kiosk.looks.wear("opera-red")
    worn = pair.worker.looks
    before(pair, SHOPPER, FRIEND, since=16, seconds=0.1)
    assert pair.worker.looks == worn
    before(pair, SHOPPER, since=30, seconds=0.1)
    assert len(people(pair)) == 2


def test_what_is_worn_is_worked_out_only_when_it_may_have_changed(pair: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def look(visit: Visit, person: int) -> Look:
        asked.append(person)
        return look_as_it_is(visit, person)

    look_as_it_is = Visit.look
    monkeypatch.setattr(Visit, "look", look)
    before(pair, SHOPPER, FRIEND, since=4, seconds=2)
    assert asked == []
    pair.kiosk.looks.wear("opera-red")
    assert asked


def test_undo_goes_back_over_both_and_shows_whose_step_it_was(pair: Stage) -> None:
    pair.touch(OFFER)
    pair.kiosk.looks.wear("opera-red")
    pair.kiosk.wearing.undo()
    assert pair.worker.looks[FRIEND.id].layers == ()
    pair.kiosk.wearing.undo()
    assert pair.worker.looks[SHOPPER.id].layers == ()
    assert next(iter(pair.worker.looks)) == SHOPPER.id
    assert not pair.kiosk.wearing.canUndo


def test_nobody_wears_anything_once_the_visit_is_over(pair: Stage) -> None:
    pair.touch(OFFER)
    pair.kiosk.session.end()
    assert pair.worker.looks == {}
    pair.wait(60)
    pair.kiosk.session.start()
    before(pair, FRIEND, since=20, seconds=1)
    assert set(pair.worker.looks) == {FRIEND.id}
    assert pair.worker.look.layers == ()


def test_a_new_worker_paints_nobody_until_it_is_known_who_is_who(pair: Stage) -> None:
    worn = pair.worker.look
    pair.lost()
    assert pair.worker.looks == {}
    pair.feed.stateChanged.emit(MirrorState.LIVE, "")
    before(
        pair,
        FaceSummary(1, FRIEND.left, FRIEND.top, FRIEND.right, FRIEND.bottom),
        FaceSummary(2, SHOPPER.left, SHOPPER.top, SHOPPER.right, SHOPPER.bottom),
        since=5,
        seconds=0.2,
    )
    assert pair.worker.looks == {2: worn}


def test_both_are_kept_in_the_picture(pair: Stage) -> None:
    pair.touch(OFFER)
    before(pair, SHOPPER, FRIEND, since=4, seconds=6)
    crop = pair.kiosk.mirror.crop
    assert crop.left() <= SHOPPER.left
    assert FRIEND.right <= crop.right()
