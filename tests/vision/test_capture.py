"""The capture thread and its eye for pictures; how the whole worker takes bad cameras is in test_supervisor."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import pytest

from vision.camera_spec import CameraError
from vision.capture import FRAME_DEADLINE, REST_INTERVAL, Capture, PictureCheck

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray


@dataclass
class HandFedCamera:
    """A camera, and its own spec, that gives a picture each time the test lets it."""

    live: bool = True
    skipped: int = 0
    name: ClassVar[str] = "the camera"
    open_seconds: ClassVar[float] = 2.0
    max_size: ClassVar[tuple[int, int]] = (64, 48)
    closed: threading.Event = field(default_factory=threading.Event)
    _answers: queue.Queue[Callable[[], NDArray[np.uint8]]] = field(default_factory=queue.Queue)

    def give(self, answer: Callable[[], NDArray[np.uint8]]) -> None:
        self._answers.put(answer)

    def go(self) -> None:
        """Fail at the next reading."""
        self.give(fail)

    def open(self) -> HandFedCamera:
        return self

    def read(self) -> NDArray[np.uint8]:
        return self._answers.get(timeout=5)()

    def skip(self) -> None:
        self.skipped += 1
        time.sleep(0.01)

    def close(self) -> None:
        self.closed.set()


def picture(level: int, size: tuple[int, int] = (64, 48)) -> NDArray[np.uint8]:
    return np.full((size[1], size[0], 3), level, np.uint8)


def fail() -> NDArray[np.uint8]:
    raise CameraError("the camera is gone")


def end(capture: Capture, camera: HandFedCamera) -> bool:
    """Stop, as a camera that goes on giving pictures lets a capture do."""
    stopping = threading.Timer(0.05, camera.go)
    stopping.start()
    ended = capture.stop(2)
    stopping.join()
    return ended


@pytest.fixture
def camera() -> HandFedCamera:
    return HandFedCamera()


def test_frames_are_numbered_and_each_is_taken_once(camera: HandFedCamera) -> None:
    capture = Capture(camera, first_sequence=40)
    capture.start()
    for count in range(3):
        camera.give(partial(picture, count))
        frame = capture.take(2)
        assert frame is not None
        assert frame.sequence == 40 + count
        assert (frame.image == count).all()
    assert capture.take(0) is None
    camera.give(lambda: picture(9))
    assert capture.take(2) is not None
    assert end(capture, camera)
    assert camera.closed.is_set()


def test_only_the_newest_is_kept(camera: HandFedCamera) -> None:
    capture = Capture(camera, 0)
    capture.start()
    passed = threading.Semaphore(0)
    for count in range(5):

        def answer(count: int = count) -> NDArray[np.uint8]:
            passed.release()
            return picture(count)

        camera.give(answer)
        assert passed.acquire(timeout=2)
    camera.go()  # the thread comes to this only once it has published the last
    assert camera.closed.wait(2)
    frame = capture.take(1)
    assert frame is not None
    assert frame.sequence == 4
    assert end(capture, camera)


def test_a_mistake_in_a_source_is_raised_where_it_can_end_the_process(camera: HandFedCamera) -> None:
    capture = Capture(camera, 0)
    capture.start()
    camera.give(lambda: picture(1 // 0))
    with pytest.raises(ZeroDivisionError):
        capture.take(2)
    assert capture.stop(2)


def test_at_rest_few_pictures_are_read_and_waking_is_at_once(camera: HandFedCamera) -> None:
    capture = Capture(camera, 0)
    capture.start()
    capture.rest(resting=True)
    camera.give(lambda: picture(1))
    camera.give(lambda: picture(2))
    assert capture.take(2) is not None
    assert capture.take(REST_INTERVAL / 4) is None
    assert camera.skipped > 0
    began = time.monotonic()
    capture.rest(resting=False)
    assert capture.take(2) is not None
    assert time.monotonic() - began < REST_INTERVAL / 4
    assert end(capture, camera)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (None, "no picture: NoneType"),
        ("text", "no picture: str"),
        (np.zeros((48, 64), np.uint8), r"no picture: uint8 \(48, 64\)"),
        (np.zeros((48, 64, 4), np.uint8), "no picture"),
        (np.zeros((48, 64, 3), np.float32), "no picture: float32"),
        (np.zeros((2, 48, 64, 3), np.uint8), "no picture"),
        (np.zeros(64 * 48 * 3, np.uint8), "no picture"),
        (np.zeros((0, 0, 3), np.uint8), "pictures of 0 x 0, expected up to 64 x 48"),
        (np.zeros((3, 7, 3), np.uint8), "pictures of 7 x 3"),
        (np.zeros((4800, 6400, 3), np.uint8), "pictures of 6400 x 4800"),
    ],
)
def test_what_is_no_picture_is_said(camera: HandFedCamera, wrong: object, words: str) -> None:
    with pytest.raises(CameraError, match=words):
        PictureCheck(camera).is_new(wrong, 0.0)


def test_a_size_that_changes_is_trouble_until_the_camera_is_opened_again(camera: HandFedCamera) -> None:
    check = PictureCheck(camera)
    assert check.is_new(picture(1), 0.0)
    with pytest.raises(CameraError, match="changed the size of its pictures to 48 x 64"):
        check.is_new(picture(2, (48, 64)), 0.1)
    check.camera_opened(0.2)
    assert check.is_new(picture(3, (48, 64)), 0.3)


def test_a_repeated_picture_is_withheld_and_in_time_trouble(camera: HandFedCamera) -> None:
    check = PictureCheck(camera)
    assert check.is_new(picture(1), 0.0)
    assert not check.is_new(picture(1), FRAME_DEADLINE)
    with pytest.raises(CameraError, match="repeats one picture"):
        check.is_new(picture(1), FRAME_DEADLINE + 0.1)


def test_a_dead_camera_shows_nothing_new_by_being_opened_again(camera: HandFedCamera) -> None:
    check = PictureCheck(camera)
    assert check.is_new(picture(1), 0.0)
    check.camera_opened(5.0)
    assert not check.is_new(picture(1), 5.1)
    assert check.is_new(picture(2), 5.2)


def test_one_noisy_pixel_in_a_sampled_row_is_life(camera: HandFedCamera) -> None:
    check = PictureCheck(camera)
    still = picture(1)
    assert check.is_new(still.copy(), 0.0)
    still[16, 5, 1] += 1
    assert check.is_new(still, 0.1)


def test_a_still_from_a_file_may_repeat() -> None:
    check = PictureCheck(HandFedCamera(live=False))
    assert all(check.is_new(picture(1), second) for second in (0.0, 5.0, 10.0))
