"""The picture that a shopper may take."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest
import segno
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from kiosk.hub.errors import HubError
from tests.ui.stage import frame
from ui.picture_post import PicturePost, as_jpeg
from ui.qr import QrCode
from vision.messages import MirrorState, SetRest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Clock, Post, Worker
    from ui.models.kiosk import Kiosk
    from ui.picture import PictureFeed

CODE = QrCode.of("https://shop.example/p/000000000000000000000000")


class Ring:
    """One slot whose left half is of one grey, and its right half of another."""

    def __init__(self, left: int, right: int) -> None:
        self._greys = left, right

    def copy_to(self, slot: int, sequence: int, out: NDArray[np.uint8]) -> bool:
        del slot, sequence
        middle = out.shape[1] // 2
        out[:, :middle], out[:, middle:] = self._greys
        return True


@pytest.fixture
def sink(kiosk: Kiosk, feed: PictureFeed) -> Iterator[QVideoSink]:
    """A visit before a live mirror."""
    sink = QVideoSink()
    kiosk.session.start()
    feed.state(MirrorState.LIVE, "")
    kiosk.mirror.showOn(sink)
    feed.frame(frame(sequence=1), Ring(50, 100))
    yield sink
    kiosk.mirror.showOn(None)


def take(kiosk: Kiosk, clock: Clock) -> None:
    kiosk.snapshot.begin()
    clock.now += 3
    kiosk.snapshot.check()


def shown(sink: QVideoSink) -> int:
    return first_byte(sink.videoFrame())


def first_byte(picture: QVideoFrame) -> int:
    assert picture.map(QVideoFrame.MapMode.ReadOnly)
    value = int(picture.bits(0)[0])
    picture.unmap()
    return value


@pytest.mark.usefixtures("sink")
def test_three_two_one(kiosk: Kiosk, clock: Clock) -> None:
    seconds = []
    kiosk.snapshot.secondsLeftChanged.connect(lambda: seconds.append(kiosk.snapshot.secondsLeft))
    kiosk.snapshot.begin()
    for _ in range(6):
        assert kiosk.snapshot.state == "counting"
        clock.now += 0.5
        kiosk.snapshot.check()
    assert seconds == [3, 2, 1, 0]
    assert kiosk.snapshot.state == "held"


def test_the_picture_stands_still_until_it_is_let_go(
    kiosk: Kiosk, clock: Clock, feed: PictureFeed, sink: QVideoSink
) -> None:
    take(kiosk, clock)
    feed.frame(frame(sequence=2), Ring(200, 200))
    assert shown(sink) == 50
    kiosk.snapshot.letGo()
    feed.frame(frame(sequence=3), Ring(201, 201))
    assert shown(sink) == 201


@pytest.mark.usefixtures("sink")
def test_the_worker_rests_while_the_picture_stands_still(kiosk: Kiosk, clock: Clock, worker: Worker) -> None:
    def resting() -> bool:
        return next(command.resting for command in reversed(worker.commands) if isinstance(command, SetRest))

    take(kiosk, clock)
    assert resting()
    kiosk.snapshot.letGo()
    assert not resting()


@pytest.mark.usefixtures("sink")
def test_what_is_sent_is_what_was_seen(kiosk: Kiosk, clock: Clock, feed: PictureFeed, post: Post) -> None:
    kiosk.mirror.fill(0.5)
    feed.acknowledge()
    feed.frame(frame(sequence=2), Ring(50, 100))
    take(kiosk, clock)
    kiosk.snapshot.send()
    ((_, picture),) = post.pictures
    crop = kiosk.mirror.crop
    assert picture.height() == pytest.approx(crop.height() * 720, abs=2)
    assert picture.width() / picture.height() == pytest.approx(0.5, abs=0.01)
    colours = {picture.pixelColor(x, picture.height() // 2).red() for x in range(picture.width())}
    assert colours == {50, 100}


@pytest.mark.usefixtures("sink")
def test_nothing_is_left_bare_in_a_picture(kiosk: Kiosk, worker: Worker) -> None:
    kiosk.mirror.leaveBare(0.5)
    kiosk.snapshot.begin()
    assert kiosk.mirror.compare == 0
    assert worker.split is None


@pytest.mark.usefixtures("sink")
def test_the_hub_is_made_ready_while_the_shopper_poses(kiosk: Kiosk, post: Post) -> None:
    assert post.prepared == 0
    kiosk.snapshot.begin()
    assert post.prepared == 1
    assert post.pictures == []


@pytest.mark.usefixtures("sink")
def test_a_code_is_shown_once_the_picture_is_there(kiosk: Kiosk, clock: Clock, post: Post) -> None:
    take(kiosk, clock)
    assert kiosk.snapshot.delivery == "offered"
    kiosk.snapshot.send()
    assert kiosk.snapshot.delivery == "sending"
    kiosk.snapshot.send()
    assert len(post.pictures) == 1, "a second touch sends it no second time"
    kiosk.snapshot.delivered(post.ticket, CODE)
    assert kiosk.snapshot.delivery == "sent"
    assert (kiosk.snapshot.codeSide, kiosk.snapshot.codePath) == (CODE.side, CODE.path)
    kiosk.snapshot.letGo()
    assert (kiosk.snapshot.codeSide, kiosk.snapshot.codePath) == (0, "")


@pytest.mark.usefixtures("sink")
def test_a_picture_that_did_not_get_there_may_be_tried_again(kiosk: Kiosk, clock: Clock, post: Post) -> None:
    take(kiosk, clock)
    kiosk.snapshot.send()
    kiosk.snapshot.refused(post.ticket, "the hub does not answer in time")
    assert (kiosk.snapshot.delivery, kiosk.snapshot.reason) == ("failed", "the hub does not answer in time")
    kiosk.snapshot.send()
    kiosk.snapshot.delivered(post.ticket, CODE)
    assert (kiosk.snapshot.delivery, kiosk.snapshot.reason) == ("sent", "")


@pytest.mark.usefixtures("sink")
def test_a_code_that_comes_after_the_picture_was_let_go_is_shown_to_nobody(
    kiosk: Kiosk, clock: Clock, post: Post
) -> None:
    take(kiosk, clock)
    kiosk.snapshot.send()
    late = post.ticket
    kiosk.session.end()
    clock.now += 10
    kiosk.session.check()
    kiosk.session.start()
    take(kiosk, clock)
    kiosk.snapshot.delivered(late, CODE)
    assert kiosk.snapshot.delivery == "offered"
    assert kiosk.snapshot.codePath == ""


@pytest.mark.usefixtures("sink")
def test_a_picture_goes_when_nobody_touched_anything_for_a_minute(kiosk: Kiosk, clock: Clock) -> None:
    take(kiosk, clock)
    clock.now += 58
    kiosk.session.check()
    assert kiosk.session.phase == "warning"
    assert kiosk.snapshot.state == "off"


@pytest.mark.usefixtures("sink")
@pytest.mark.parametrize("counting", [True, False])
def test_a_picture_goes_with_the_visit(kiosk: Kiosk, clock: Clock, *, counting: bool) -> None:
    kiosk.snapshot.begin() if counting else take(kiosk, clock)
    kiosk.session.end()
    assert kiosk.snapshot.state == "off"
    clock.now += 3
    kiosk.snapshot.check()
    assert kiosk.snapshot.state == "off"


@pytest.mark.usefixtures("sink")
def test_the_goodbye_knows_whether_a_picture_went_out_and_the_next_visit_does_not(
    kiosk: Kiosk, clock: Clock, post: Post
) -> None:
    take(kiosk, clock)
    kiosk.snapshot.send()
    kiosk.snapshot.delivered(post.ticket, CODE)
    kiosk.session.end()
    assert kiosk.snapshot.handedOver
    kiosk.session.start()
    assert not kiosk.snapshot.handedOver


def test_without_a_live_mirror_there_is_no_picture(kiosk: Kiosk) -> None:
    kiosk.session.start()
    kiosk.snapshot.begin()
    assert kiosk.snapshot.state == "off"


@pytest.mark.usefixtures("sink")
@pytest.mark.parametrize("back", [True, False])
def test_a_camera_that_is_back_in_time_takes_the_picture(
    kiosk: Kiosk, feed: PictureFeed, clock: Clock, *, back: bool
) -> None:
    kiosk.snapshot.begin()
    feed.state(MirrorState.LOST, "camera 0 does not answer")
    if back:
        feed.state(MirrorState.LIVE, "")
    clock.now += 3
    kiosk.snapshot.check()
    assert kiosk.snapshot.state == ("held" if back else "off")


@pytest.mark.usefixtures("sink")
def test_a_picture_that_was_taken_outlives_the_camera(
    kiosk: Kiosk, feed: PictureFeed, clock: Clock, post: Post
) -> None:
    take(kiosk, clock)
    feed.state(MirrorState.LOST, "camera 0 does not answer")
    kiosk.snapshot.send()
    assert not post.pictures[0][1].isNull()


def test_a_picture_that_is_let_go_is_overwritten(
    kiosk: Kiosk, feed: PictureFeed, clock: Clock, sink: QVideoSink
) -> None:
    take(kiosk, clock)
    held = sink.videoFrame()
    assert first_byte(held) == 50
    kiosk.snapshot.letGo()
    feed.frame(frame(sequence=2), Ring(200, 200))
    assert first_byte(held) == 0

    take(kiosk, clock)
    held = sink.videoFrame()
    kiosk.session.end()
    kiosk.mirror.showOn(None)
    assert first_byte(held) == 0


@pytest.mark.usefixtures("sink")
@pytest.mark.parametrize("failed", [False, True])
@pytest.mark.parametrize("way", ["let go", "another", "ended", "quiet"])
def test_a_picture_that_is_let_go_is_called_back(
    kiosk: Kiosk, clock: Clock, post: Post, way: str, *, failed: bool
) -> None:
    take(kiosk, clock)
    kiosk.snapshot.send()
    ticket = post.ticket
    if failed:
        kiosk.snapshot.refused(ticket, "the hub does not answer in time")
    match way:
        case "let go":
            kiosk.snapshot.letGo()
        case "another":
            kiosk.snapshot.begin()
        case "ended":
            kiosk.session.end()
        case "quiet":
            clock.now += 58
            kiosk.session.check()
    assert post.cancelled == [ticket]


@pytest.mark.usefixtures("sink")
def test_a_picture_whose_code_was_shown_stays_for_the_phone(kiosk: Kiosk, clock: Clock, post: Post) -> None:
    take(kiosk, clock)
    kiosk.snapshot.letGo()
    take(kiosk, clock)
    kiosk.snapshot.send()
    kiosk.snapshot.delivered(post.ticket, CODE)
    kiosk.snapshot.letGo()
    kiosk.session.end()
    assert post.cancelled == []


class Client:
    """A hub that is there, or is not, or does not answer until it is allowed to."""

    def __init__(self, trouble: str = "") -> None:
        self.trouble = trouble
        self.jpegs: list[bytes] = []
        self.held: set[str] = set()
        self.answers = 0
        self.asked = threading.Event()
        self.may_answer = threading.Event()
        self.may_answer.set()

    def prepare(self) -> None:
        if self.trouble:
            raise HubError(self.trouble)

    def send_picture(self, name: str, jpeg: bytes) -> str:
        self.jpegs.append(jpeg)
        self.held.add(name)
        self.asked.set()
        self.may_answer.wait(10)
        self.answers += 1
        self.prepare()
        return "https://shop.example/p/000000000000000000000000"

    def withdraw_picture(self, name: str) -> None:
        self.held.discard(name)


def picture(width: int = 600, height: int = 900) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x123456)
    return image


def test_the_post_sends_a_jpeg_and_brings_a_code(qtbot: QtBot) -> None:
    client = Client()
    image = picture()
    with PicturePost(client) as post, qtbot.waitSignal(post.sent, timeout=5000) as sent:
        post.prepare()
        post.send(7, image)
    assert sent.args == [7, CODE]
    (jpeg,) = client.jpegs
    assert QImage.fromData(jpeg).size() == image.size()
    assert image.pixel(0, 0) & 0xFFFFFF == 0, "what was sent is overwritten"


def test_the_post_says_why_it_failed_and_goes_on(qtbot: QtBot) -> None:
    client = Client("the hub does not answer in time")
    with PicturePost(client) as post:
        with qtbot.waitSignal(post.failed, timeout=5000) as failed:
            post.prepare()
            post.send(1, picture())
        client.trouble = ""
        with qtbot.waitSignal(post.sent, timeout=5000):
            post.send(2, picture())
    assert failed.args == [1, "the hub does not answer in time"]


def is_black(image: QImage) -> bool:
    return image.pixel(0, 0) & 0xFFFFFF == 0


def test_a_picture_that_was_called_back_in_time_reaches_nobody(qtbot: QtBot) -> None:
    client = Client()
    client.may_answer.clear()
    first, second, third = picture(), picture(), picture()
    with PicturePost(client) as post:
        post.send(1, first)
        assert client.asked.wait(10)
        post.send(2, second)
        post.send(3, third)
        post.cancel(2)
        assert is_black(second)
        assert not is_black(third)
        with qtbot.waitSignals([post.sent, post.sent], timeout=5000):
            client.may_answer.set()
    assert len(client.jpegs) == 2


def test_a_picture_that_was_called_back_too_late_is_withdrawn(qtbot: QtBot) -> None:
    client = Client()
    client.may_answer.clear()
    with PicturePost(client) as post:
        post.send(1, picture())
        assert client.asked.wait(10)
        post.cancel(1)
        post.send(2, picture())
        with qtbot.waitSignals([post.sent, post.sent], timeout=5000):
            client.may_answer.set()
    assert len(client.held) == 1


def test_a_picture_that_is_tried_again_is_at_the_hub_once(qtbot: QtBot) -> None:
    client = Client("the hub does not answer in time")
    with PicturePost(client) as post:
        with qtbot.waitSignal(post.failed, timeout=5000):
            post.send(1, picture())
        client.trouble = ""
        with qtbot.waitSignal(post.sent, timeout=5000):
            post.send(1, picture())
    assert len(client.jpegs) == 2
    assert len(client.held) == 1


def test_two_posts_pictures_are_not_taken_for_each_other(qtbot: QtBot) -> None:
    client = Client()
    for _ in range(2):
        with PicturePost(client) as post, qtbot.waitSignal(post.sent, timeout=5000):
            post.send(1, picture())
    assert len(client.held) == 2


def test_the_post_ends_with_what_is_under_way_and_leaves_nothing_behind() -> None:
    client = Client()
    client.may_answer.clear()
    first, second = picture(), picture()
    with PicturePost(client) as post:
        post.send(1, first)
        assert client.asked.wait(10)
        post.send(2, second)
        threading.Timer(0.1, client.may_answer.set).start()
    assert len(client.jpegs) == 1
    assert client.held == set(), "nobody will see its code"
    assert is_black(first)
    assert is_black(second)


def test_the_post_waits_for_no_hub_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.picture_post._LAST_SECONDS", 0.05)
    client = Client()
    client.may_answer.clear()
    with PicturePost(client) as post:
        post.send(1, picture())
        assert client.asked.wait(10)
    assert client.answers == 0
    client.may_answer.set()


def test_a_picture_without_pixels_could_not_be_sent(qtbot: QtBot) -> None:
    client = Client()
    with PicturePost(client) as post, qtbot.waitSignal(post.failed, timeout=5000) as failed:
        post.send(1, QImage())
    assert failed.args[0] == 1
    assert "could not be read" in failed.args[1]
    assert client.jpegs == []


@pytest.mark.parametrize(("width", "height"), [(3000, 1000), (1000, 3000), (2049, 2049)])
def test_a_phone_gets_no_more_pixels_than_it_shows(width: int, height: int) -> None:
    small = QImage.fromData(as_jpeg(picture(width, height)))
    assert max(small.width(), small.height()) == 2048
    assert small.width() / small.height() == pytest.approx(width / height, rel=0.01)


def test_a_code_has_every_module_once() -> None:
    rows = segno.make_qr("https://shop.example/p/000000000000000000000000", error="m").matrix
    drawn = np.zeros((CODE.side, CODE.side), int)
    for run in CODE.path.split("z")[:-1]:
        place, _, length = run[1:].partition("h")
        x, y = map(int, place.split())
        drawn[y, x : x + int(length.partition("v")[0])] += 1
    assert drawn.tolist() == [list(row) for row in rows]
