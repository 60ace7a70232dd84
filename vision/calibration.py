"""Calibration with a grey or white card: what the light where the mirror hangs does to each channel of its camera."""

from __future__ import annotations

from contextlib import closing
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from vision.errors import CalibrationError
from vision.illuminant import Illuminant
from vision.light import LUMINANCE, Light, to_linear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from vision.camera_spec import CameraSpec

SQUARE: Final = 0.2
"""The side of the square in the middle of the picture that the card must fill, over the picture's shorter side."""

_SETTLING: Final = 30
"""Frames until a camera that has just been opened has found its exposure."""
_READ: Final = 15
_CELLS: Final = 3
"""The square is judged in so many rows and columns."""
_UNEVEN: Final = 1.15
"""The lightest cell over the darkest."""
_ROUGH: Final = 0.12
"""A cell's standard deviation over its mean: print, or the edge of something."""
_DARK: Final = 0.01
"""Linear, of the darkest channel: below, noise is a part of what is measured."""
_CLIPPED: Final = 250
_COLOURED: Final = 0.3
"""Natural logarithm of red over green beyond what a lamp of the same blue over green has."""
_UNSTEADY: Final = 0.05
"""Between frames, the spread of the channels' natural logarithms."""


class Card(StrEnum):
    """What is held before the camera."""

    GREY = "grey"
    WHITE = "white"


_REFLECTS: Final = {Card.GREY: 0.18, Card.WHITE: 0.9}


def calibrate(camera: CameraSpec, card: Card) -> Light:
    """Open a camera and measure the card before it.

    Raises:
        CameraError: the camera gives no picture.
        CalibrationError: there is no card to be measured; one sentence that says what to do.
    """
    with closing(camera.open()) as opened:
        for _ in range(_SETTLING):
            opened.skip()
        return measure([opened.read() for _ in range(_READ)], card)


def measure(frames: Sequence[NDArray[np.uint8]], card: Card) -> Light:
    """What the light does to each channel, from pictures (BGR, shape (H, W, 3)) with the card in the middle.

    Raises:
        CalibrationError: it is not there, or in light that it cannot be measured in.
    """
    seen = np.array([_read(frame) for frame in frames])
    if float(np.log(seen).std(axis=0).max()) > _UNSTEADY:
        raise CalibrationError("what the camera sees of the card changes: hold it still, and wait until lamps are warm")
    blue, green, red = (np.median(seen, axis=0) / _REFLECTS[card]).tolist()
    lamp = Illuminant.of_colour(float(np.log(blue / green)), 0.0).light()
    if abs(np.log(red / green) - np.log(lamp.red / lamp.green)) > _COLOURED:
        raise CalibrationError("what is in the middle of the picture is coloured: hold a grey or white card there")
    return Light(blue, green, red)


def _read(frame: NDArray[np.uint8]) -> NDArray[np.float64]:
    """The linear colour of the card in one picture, BGR, shape (3,)."""
    height, width = frame.shape[:2]
    half = max(_CELLS, round(min(height, width) * SQUARE / 2))
    square = frame[height // 2 - half : height // 2 + half, width // 2 - half : width // 2 + half]
    if float((square.max(axis=2) >= _CLIPPED).mean()) > 0.01:  # noqa: PLR2004 - a hundredth may be dust that glints
        raise CalibrationError("the card is too bright for the camera: turn it away from the lamp, or dim the light")
    linear = to_linear(square.astype(np.float32) / np.float32(255))
    colour = np.asarray(linear.mean(axis=(0, 1)), np.float64)
    if colour.min() < _DARK:
        raise CalibrationError("the card is too dark: calibrate in the light that the shop has when it is open")
    luminance = linear @ np.array(LUMINANCE, np.float32)
    cells = [cell for row in np.array_split(luminance, _CELLS) for cell in np.array_split(row, _CELLS, axis=1)]
    means = np.array([cell.mean() for cell in cells])
    if means.max() > _UNEVEN * means.min() or max(cell.std() / cell.mean() for cell in cells) > _ROUGH:
        raise CalibrationError(
            "there is no even card in the middle of the picture: hold it flat before the camera, so that it fills at "
            "least the middle fifth, and out of shadows"
        )
    return colour
