"""What OpenCV is told of files, and what is believed of what it tells."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from vision.opencv_files import frame_rate, opencv_name

if TYPE_CHECKING:
    import cv2


class Saying:
    """Stands in for a ``cv2.VideoCapture`` that says one number of everything."""

    def __init__(self, number: float) -> None:
        self._number = number

    def get(self, _: int) -> float:
        return self._number


@pytest.mark.parametrize(
    ("said", "believed"),
    [
        (25.0, 25.0),
        (29.97, 29.97),
        (240.0, 240.0),
        (0.0, 30.0),
        (-25.0, 30.0),
        (90_000.0, 30.0),
        (1e-9, 30.0),
        (float("nan"), 30.0),
        (float("inf"), 30.0),
    ],
)
def test_only_rates_that_cameras_record_are_believed(said: float, believed: float) -> None:
    assert frame_rate(cast("cv2.VideoCapture", Saying(said))) == believed


def test_a_name_that_is_utf8_is_kept_and_another_is_refused() -> None:
    assert opencv_name(Path("Αθήνα 1.mp4")) == "Αθήνα 1.mp4"
    with pytest.raises(ValueError, match="not UTF-8"):
        opencv_name("walk-\udcff.mp4")
