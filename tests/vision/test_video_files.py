"""Videos whose times are not what they should be, by a stand-in for their reader."""

from __future__ import annotations

import math
from pathlib import Path

import cv2
import numpy as np
import pytest

from vision.errors import TryOnError
from vision.video_files import VideoFile

BROKEN = cv2.error("broken")


class Reader:
    """Stands in for ``cv2.VideoCapture``: a frame for each time that it is given, milliseconds."""

    size = (64, 48)

    def __init__(self, *times: float | cv2.error) -> None:
        self._times = list(times)
        self._now = 0.0

    def __call__(self, *_: object) -> Reader:
        return self

    def read(self) -> tuple[bool, np.ndarray | None]:
        if not self._times:
            return False, None
        now = self._times.pop(0)
        if isinstance(now, cv2.error):
            raise now
        self._now = now
        return True, np.zeros((48, 64, 3), np.uint8)

    def get(self, what: int) -> float:
        known = {
            cv2.CAP_PROP_FPS: 25.0,
            cv2.CAP_PROP_POS_MSEC: self._now,
            cv2.CAP_PROP_FRAME_WIDTH: float(self.size[0]),
            cv2.CAP_PROP_FRAME_HEIGHT: float(self.size[1]),
        }
        return known.get(what, 0.0)

    def release(self) -> None:
        pass


@pytest.mark.parametrize(
    ("said", "believed"),
    [
        ([0, 40, 80, 120], [0, 40, 80, 120]),
        ([0, 33, 300, 310], [0, 33, 300, 310]),
        ([0, 0, 0, 0], [0, 40, 80, 120]),
        ([0, 40, 40, 200], [0, 40, 80, 200]),
        ([500, 400, 1000, 1040], [500, 540, 1000, 1040]),
        ([0, math.nan, math.inf, 120], [0, 40, 80, 120]),
        ([0, -1e300, 1e300, 120], [0, 40, 80, 120]),
    ],
    ids=["even", "uneven", "none", "one twice", "backwards", "no numbers", "far away"],
)
def test_times_are_the_files_own_where_they_rise(
    said: list[float], believed: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vision.video_files.cv2.VideoCapture", Reader(*said))
    frames = VideoFile(Path("clip.mkv")).frames()
    assert [frame.captured_at * 1000 for frame in frames] == pytest.approx(believed)


def test_a_frame_that_cannot_be_passed_over_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vision.video_files.cv2.VideoCapture", Reader(0, 40, BROKEN))
    with pytest.raises(TryOnError, match=r"clip.mkv: cannot be decoded from frame 2 on"):
        list(VideoFile(Path("clip.mkv")).frames())


def test_a_video_of_huge_pictures_is_refused_before_one_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(0)
    reader.size = (16_000, 16_000)
    monkeypatch.setattr("vision.video_files.cv2.VideoCapture", reader)
    with pytest.raises(TryOnError, match=r"clip.mkv: has pictures of more than 100 megapixels"):
        VideoFile(Path("clip.mkv"))
