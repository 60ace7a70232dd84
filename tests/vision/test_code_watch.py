"""The watch for codes: in a thread beside the painting, and in a real worker."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
import zxingcpp

from tests.fakes.cameras import StillCamera
from tests.fakes.listeners import RecordingListener
from tests.fakes.pipelines import PatchPipeline
from vision.code_watch import MOST_CREDIT, SHARE, CodeWatch
from vision.codes import Look, Sighting
from vision.frames import Frame
from vision.geometry import Rect
from vision.messages import CodeFormat, MirrorState, ReadCodes, SeenCode
from vision.supervisor import Supervisor, WorkerConfig

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

EAN = "4006381333931"
OTHER = "5901234123457"
PATIENCE = 5.0


class Reader:
    """Reads what it is told to, once it is let; remembers the pictures."""

    def __init__(self) -> None:
        self.let = threading.Semaphore(0)
        self.began = threading.Semaphore(0)
        self.ended = threading.Semaphore(0)
        self.pictures: list[NDArray[np.uint8]] = []
        self.parts: list[Rect | None] = []
        self.seen = Look((Sighting(CodeFormat.EAN_13, EAN, 10, 20, 150, 80, certain=True),), ())
        self.work = 0.0
        self.began_at: list[float] = []
        self.ended_at: list[float] = []
        self.mistake: Exception | None = None

    def __call__(self, grey: NDArray[np.uint8], within: Rect | None) -> Look:
        self.pictures.append(grey)
        self.parts.append(within)
        self.began_at.append(time.monotonic())
        self.began.release()
        assert self.let.acquire(timeout=PATIENCE)
        if self.mistake:
            raise self.mistake
        began = time.thread_time()
        while time.thread_time() - began < self.work:
            pass
        self.ended_at.append(time.monotonic())
        return self.seen


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def watch(reader: Reader) -> Iterator[CodeWatch]:
    watch = CodeWatch(reader)
    yield watch
    reader.let.release(100)
    watch.close()


def frame(level: int = 9, at: float = 0.0) -> Frame:
    return Frame(np.full((100, 200, 3), level, np.uint8), at, 0)


def offer_until_looking(watch: CodeWatch, reader: Reader, level: int = 9, at: float = 0.0) -> None:
    """The watch's thread comes to rest in its own time."""
    for _ in range(500):
        watch.offer(frame(level, at))
        if reader.began.acquire(timeout=0.01):
            return
    pytest.fail("no look began")


def taken(watch: CodeWatch) -> tuple[SeenCode, ...]:
    for _ in range(500):
        if news := watch.take():
            return news
        threading.Event().wait(0.01)
    pytest.fail("nothing was told")


def test_nothing_is_read_before_it_is_wanted(watch: CodeWatch, reader: Reader) -> None:
    watch.offer(frame())
    assert not reader.began.acquire(timeout=0.05)
    assert watch.take() == ()


def test_a_code_is_told_once_with_its_place(watch: CodeWatch, reader: Reader) -> None:
    watch.read(reading=True)
    offer_until_looking(watch, reader)
    reader.let.release(2)
    (code,) = taken(watch)
    assert (code.text, code.format) == (EAN, CodeFormat.EAN_13)
    assert (code.left, code.top, code.right, code.bottom) == (0.05, 0.2, 0.75, 0.8)
    offer_until_looking(watch, reader, at=0.2)
    assert watch.take() == ()


def test_frames_that_come_during_a_look_are_let_pass(watch: CodeWatch, reader: Reader) -> None:
    watch.read(reading=True)
    offer_until_looking(watch, reader, level=1)
    for level in range(2, 50):
        watch.offer(frame(level))
    reader.let.release()
    offer_until_looking(watch, reader, level=50)
    assert [picture[0, 0] for picture in reader.pictures] == [1, 50]


def test_what_is_painted_later_is_not_read(watch: CodeWatch, reader: Reader) -> None:
    watch.read(reading=True)
    given = frame(9)
    while not reader.began.acquire(timeout=0.01):
        watch.offer(given)
    given.image[:] = 200
    assert (reader.pictures[0] == 9).all()


def test_a_visit_that_ends_leaves_no_code(watch: CodeWatch, reader: Reader) -> None:
    watch.read(reading=True)
    offer_until_looking(watch, reader)
    watch.read(reading=False)
    watch.read(reading=True)
    reader.let.release()
    offer_until_looking(watch, reader)
    assert watch.take() == ()
    reader.let.release()
    assert [code.text for code in taken(watch)] == [EAN]


def test_a_mistake_in_the_reader_ends_loudly(watch: CodeWatch, reader: Reader) -> None:
    reader.mistake = ZeroDivisionError()
    watch.read(reading=True)
    offer_until_looking(watch, reader)
    reader.let.release()
    with pytest.raises(ZeroDivisionError):
        taken(watch)


HALF_READ = (
    Look((Sighting(CodeFormat.EAN_13, EAN, 60, 50, 80, 60, certain=False),), ()),
    Look((), (Rect(60, 50, 80, 60),)),
)


@pytest.mark.parametrize("look", HALF_READ, ids=["doubted", "unread"])
def test_what_was_half_read_is_looked_at_again_before_its_time(watch: CodeWatch, reader: Reader, look: Look) -> None:
    reader.work, reader.seen = 0.1, look
    watch.read(reading=True)
    offer_until_looking(watch, reader)
    reader.let.release()
    offer_until_looking(watch, reader)
    assert reader.began_at[1] - reader.ended_at[0] < (1 / SHARE - 1) * reader.work
    whole, part = reader.parts
    assert whole is None
    assert part is not None
    assert part.holds(Rect(60, 50, 80, 60))


def test_credit_is_paid_back_and_not_given_again_for_the_same_stripes(watch: CodeWatch, reader: Reader) -> None:
    reader.work, reader.seen = MOST_CREDIT / 4, HALF_READ[1]
    reader.let.release(1000)
    watch.read(reading=True)
    for _ in range(2000):
        watch.offer(frame())
        if reader.parts.count(None) == 3:
            break
        threading.Event().wait(0.005)
    looks = reader.parts[: len(reader.began_at)]
    on_credit = [part for part in looks if part is not None]
    assert on_credit
    assert looks == [None, *on_credit, None, None]
    spent, passed = (len(looks) - 1) * reader.work, reader.began_at[-1] - reader.began_at[0]
    assert spent <= SHARE * passed + reader.work / 10


def card(path: Path, *texts: str) -> None:
    """Write a picture of codes side by side."""
    codes = [zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.EAN13) for text in texts]
    cards = [
        np.pad(np.array(zxingcpp.write_barcode_to_image(code, scale=3)), 20, constant_values=255) for code in codes
    ]
    picture = np.full((480, 1280), 90, np.uint8)
    beside = np.hstack([each[:120] for each in cards]) if cards else np.zeros((0, 0), np.uint8)
    picture[100 : 100 + beside.shape[0], 100 : 100 + beside.shape[1]] = beside
    new = path.with_suffix(".new.png")
    cv2.imwrite(str(new), cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR))
    new.replace(path)


def test_a_worker_tells_what_is_held_before_its_camera_while_it_is_asked_to(tmp_path: Path) -> None:
    path = tmp_path / "seen.png"
    card(path, EAN)
    listener = RecordingListener()
    supervisor = Supervisor(WorkerConfig(StillCamera(path), PatchPipeline), listener)
    supervisor.start()
    try:
        listener.wait_for_state(MirrorState.LIVE, 15)
        assert listener.seen == []
        supervisor.send(ReadCodes(reading=True))
        listener.wait_until(lambda: [code.text for code in listener.seen] == [EAN], 5)
        card(path, EAN, OTHER)
        listener.wait_until(lambda: [code.text for code in listener.seen] == [EAN, OTHER], 5)
    finally:
        supervisor.stop()
