"""What OpenCV must not be told of a file, and what need not be believed of what it tells."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import cv2

if TYPE_CHECKING:
    from pathlib import Path

_RATES: Final = (1.0, 240.0)
"""Frames a second that cameras record; a file that says another number says nothing."""

_USUAL_RATE: Final = 30.0


def opencv_name(path: Path | str) -> str:
    """A path as OpenCV takes it: it ends the process over one that is not UTF-8.

    Raises:
        ValueError: the path is not; the message is a clause without the path.
    """
    name = str(path)
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise ValueError("has a name that is not UTF-8; give it another") from error
    return name


def frame_rate(capture: cv2.VideoCapture) -> float:
    """Frames a second of an open video; 30 where it says something else than a rate."""
    rate = capture.get(cv2.CAP_PROP_FPS)
    slowest, fastest = _RATES
    return rate if math.isfinite(rate) and slowest <= rate <= fastest else _USUAL_RATE
