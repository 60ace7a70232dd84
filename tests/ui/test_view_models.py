"""The view models without a window: what they tell a screen, and what a touch does."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from kiosk.settings import ScreenSettings
from tests.ui.stage import MIDDLE, frame
from ui.framing import Crop, Framing
from ui.models.language import LANGUAGES
from ui.models.screen import Screen
from vision.messages import FaceSummary, FrameReady, MirrorState

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Clock, Worker
    from ui.models.kiosk import Kiosk
    from ui.picture import PictureFeed


class Ring:
    """One slot with one grey."""

    def __init__(self, grey: int, *, whole: bool = True) -> None:
        self._grey = grey
        self._whole = whole

    def copy_to(self, slot: int, sequence: int, out: NDArray[np.uint8]) -> bool:
        del slot, sequence
        out[:] = self._grey
        return self._whole


def test_no_view_model_has_a_description_of_its_own(kiosk: Kiosk) -> None:
    """A method that is connected and is no slot gives its object a meta-object of its own.

    It dies with the object, and QML, which knows types by the address of their meta-object, takes the next one at that
    address for it: properties are undefined then, or the program ends.
    """
    models = [kiosk, *(value for value in vars(kiosk).values() if isinstance(value, QObject))]
    assert len(models) > 10
    for model in models:
        of_class = type(model).staticMetaObject  # type: ignore[attr-defined]  # PySide describes it nowhere
        assert model.metaObject().methodCount() == of_class.methodCount(), type(model).__name__


def test_a_touched_shade_is_what_the_worker_paints(kiosk: Kiosk, feed: PictureFeed, worker: Worker) -> None:
    kiosk.session.start()
    feed.shown.emit(frame())
    kiosk.shelf.openCategory("lips")
    kiosk.product.tryShade(2)
    (layer,) = worker.look.layers
    assert str(layer.color) == kiosk.product.shades.rows[2].color
    assert kiosk.product.shadeIndex == 2


def test_a_palette_is_shown_and_painted_in_all_its_colours(kiosk: Kiosk, feed: PictureFeed, worker: Worker) -> None:
    kiosk.session.start()
    feed.shown.emit(frame())
    kiosk.shelf.openProduct("petit-theatre")
    kiosk.product.tryShade(1)
    (layer,) = worker.look.layers
    colors = [str(color) for color in (layer.color, *layer.accents)]
    assert len(colors) == 5
    assert kiosk.product.shades.rows[1].colors == colors
    assert kiosk.wearing.worn.rows[0].colors == colors


def test_sliding_over_shades_is_one_step_to_undo(kiosk: Kiosk) -> None:
    kiosk.product.beginGesture()
    for index in range(4):
        kiosk.product.tryShade(index)
    kiosk.product.endGesture()
    kiosk.wearing.undo()
    assert kiosk.wearing.count == 0
    assert not kiosk.wearing.canUndo


def test_a_look_can_be_worn_changed_and_taken_off_piece_by_piece(
    kiosk: Kiosk, feed: PictureFeed, worker: Worker
) -> None:
    kiosk.session.start()
    feed.shown.emit(frame())
    kiosk.looks.wear("evening")
    pieces = [row.kind for row in kiosk.wearing.worn.rows]
    assert len(pieces) == len(worker.look.layers) > 3
    kiosk.wearing.wearAmount(pieces[0], 0.25)
    assert worker.look.layers[-1].coverage == 0.25
    kiosk.wearing.takeOff(pieces[0])
    assert [row.kind for row in kiosk.wearing.worn.rows] == pieces[1:]
    kiosk.wearing.clear()
    assert worker.look.layers == ()


def test_a_shelf_opens_at_what_is_worn_of_it(kiosk: Kiosk) -> None:
    kiosk.looks.wear("evening")
    kiosk.shelf.openCategory("eyes")
    assert kiosk.product.worn


def test_picks_add_up_in_the_language_of_the_screen(kiosk: Kiosk) -> None:
    kiosk.product.tryShade(0)
    kiosk.product.pick()
    kiosk.product.tryShade(1)
    kiosk.product.pick()
    english = kiosk.picks.total
    kiosk.language.choose("fr")
    assert kiosk.picks.count == 2
    assert kiosk.picks.total != english
    kiosk.picks.remove(kiosk.picks.rows.rows[0].sku)
    assert kiosk.picks.count == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_products_are_named_in_the_language_of_the_screen(kiosk: Kiosk, language: str) -> None:
    kiosk.language.choose(language)
    product = kiosk.shelf.product
    assert product is not None
    assert kiosk.product.name == product.name.in_language(language)
    assert kiosk.language.rightToLeft == (language == "ar")


def test_a_quiet_visit_is_warned_and_then_ends(kiosk: Kiosk, clock: Clock) -> None:
    kiosk.session.start()
    clock.now += 61
    kiosk.session.check()
    assert (kiosk.session.phase, kiosk.session.secondsLeft) == ("warning", 19)
    kiosk.session.stir()
    assert kiosk.session.phase == "active"
    clock.now += 80.5
    kiosk.session.check()
    assert kiosk.session.phase == "goodbye"
    clock.now += 10
    kiosk.session.check()
    assert kiosk.session.phase == "attract"


def test_a_touch_after_the_end_does_not_find_the_last_visit(kiosk: Kiosk, clock: Clock) -> None:
    """The timer came late, because the machine slept."""
    kiosk.session.start()
    kiosk.product.tryShade(0)
    kiosk.product.pick()
    clock.now += 3600
    kiosk.session.stir()
    assert kiosk.session.phase == "attract"
    assert (kiosk.wearing.count, kiosk.picks.count) == (0, 0)


def test_the_next_shopper_finds_language_and_comfort_as_the_shop_set_them(kiosk: Kiosk, clock: Clock) -> None:
    kiosk.session.start()
    kiosk.language.choose("ar")
    kiosk.screen.largerType = True
    kiosk.screen.reach = True
    kiosk.mirror.leaveBare(0.5)
    kiosk.session.end()
    assert kiosk.language.current == "ar", "the goodbye is said in the shopper's language"
    clock.now += 60
    kiosk.session.check()
    assert kiosk.language.current == "en"
    assert not kiosk.screen.largerType
    assert not kiosk.screen.reach
    assert kiosk.mirror.compare == 0


@pytest.mark.parametrize(
    ("inches", "width", "height"),
    [(21.5, 1080, 1920), (32, 1080, 1920), (55, 1080, 1920), (43, 2160, 3840), (24, 1920, 1080)],
)
def test_a_finger_is_twenty_millimetres_on_every_panel(inches: float, width: int, height: int) -> None:
    panel = ScreenSettings(diagonal_inches=inches)
    screen = Screen(panel)
    screen.resize(width, height)
    assert 20 * screen.unit * panel.mm_per_pixel(width, height) >= 20 - 1e-9


def test_reach_mode_keeps_controls_below_what_a_seated_person_reaches() -> None:
    screen = Screen(ScreenSettings(diagonal_inches=55, floor_to_bottom_mm=600))
    screen.resize(1080, 1920)
    assert screen.controlsTop == 0
    screen.reach = True
    mm = ScreenSettings(diagonal_inches=55).mm_per_pixel(1080, 1920)
    assert 600 + (1920 - screen.controlsTop) * mm == pytest.approx(1120)


def _first_byte(sink: QVideoSink) -> int:
    shown = sink.videoFrame()
    assert shown.map(QVideoFrame.MapMode.ReadOnly)
    value = int(shown.bits(0)[0])
    shown.unmap()
    return value


def test_a_frame_goes_to_the_sink_once_and_is_dropped_while_the_screen_is_behind(feed: PictureFeed) -> None:
    sink = QVideoSink()
    shown: list[FrameReady] = []
    feed.shown.connect(shown.append)
    feed.set_sink(sink)
    feed.frame(frame(sequence=1), Ring(10))
    feed.frame(frame(sequence=2), Ring(200))
    assert [ready.sequence for ready in shown] == [1]
    assert _first_byte(sink) == 10
    feed.acknowledge()
    feed.frame(frame(sequence=3), Ring(200))
    assert _first_byte(sink) == 200


def test_a_torn_frame_is_never_shown(feed: PictureFeed) -> None:
    sink = QVideoSink()
    feed.set_sink(sink)
    feed.frame(frame(), Ring(10, whole=False))
    assert not sink.videoFrame().isValid()


def test_the_mirror_hears_of_another_thread(feed: PictureFeed, kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.mirror.showOn(QVideoSink(feed))
    with qtbot.waitSignal(kiosk.mirror.viewChanged, timeout=3000):
        thread = threading.Thread(target=feed.state, args=(MirrorState.LIVE, ""))
        thread.start()
        thread.join()
    assert kiosk.mirror.view == "live"


def test_before_and_now_part_at_the_same_place_on_the_screen(kiosk: Kiosk, feed: PictureFeed, worker: Worker) -> None:
    kiosk.mirror.fill(0.9)
    feed.shown.emit(frame())
    kiosk.mirror.leaveBare(0.5)
    crop = kiosk.mirror.crop
    assert worker.split == pytest.approx(crop.x() + crop.width() / 2)
    kiosk.mirror.leaveBare(0)
    assert worker.split is None


def test_a_small_move_of_the_head_leaves_the_picture_still() -> None:
    framing = Framing()
    first = framing.update(MIDDLE, 16 / 9, 0.9, 0.0)
    nudged = FaceSummary(1, 0.41, 0.31, 0.61, 0.76)
    assert framing.update(nudged, 16 / 9, 0.9, 1.0) == first


@pytest.mark.parametrize("left", [0.0, 0.2, 0.5, 0.7, 0.85])
@pytest.mark.parametrize("height", [0.1, 0.3, 0.6])
def test_the_face_is_in_the_picture_a_few_seconds_after_it_moved(left: float, height: float) -> None:
    framing = Framing()
    framing.update(MIDDLE, 16 / 9, 0.9, 0.0)
    face = FaceSummary(1, left, 0.3, min(1.0, left + height * 0.5), 0.3 + height)
    crop = Crop(0.0, 0.0, 1.0, 1.0)
    for tenth in range(60):
        crop = framing.update(face, 16 / 9, 0.9, tenth / 10)
        assert crop.x >= -1e-9
        assert crop.x + crop.width <= 1 + 1e-9
    assert crop.x <= face.left + 1e-6
    assert face.right <= crop.x + crop.width + 1e-6
    assert crop.y <= face.top
    assert face.bottom <= crop.y + crop.height
