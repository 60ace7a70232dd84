"""Making blurred print sharp enough for a reader, by Wiener's filter for a normal blur and pixels that are squares."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.bar_profile import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_BAR_GUESSES: Final = ((0.5, 3000.0), (0.7, 300.0), (0.7, 3000.0), (0.9, 300.0), (1.1, 3000.0))
"""What the blur may be, standard deviations in pixels, and how much stronger the bars are than the noise, in power."""
_SQUARE_GUESSES: Final = ((0.6, 100.0), (0.8, 100.0), (0.6, 1000.0))
_ENLARGED: Final = 3
"""Points of a drawing of squares to a pixel, each way."""
_WIDTH: Final = 3
"""Points of the drawing to a sample."""
_HEIGHT: Final = 6
_QUIET: Final = 40
_EDGE: Final = 8
_REACH: Final = 12
"""Pixels around in which the darkest is a bar and the brightest a space."""
_LEAST_CONTRAST: Final = 8.0
"""Grey levels; what differs by less is noise."""


def sharpened_bars(profile: NDArray[np.float32]) -> Iterator[NDArray[np.uint8]]:
    """Drawings of a profile's bars, one for each guess of its blur, for a reader that parts them at mid-grey.

    Args:
        profile: brightness, ``STEPS`` samples a pixel.
    """
    # Seen in a mirror at its end, the profile has no edge there that would ring.
    spectrum = np.fft.rfft(np.concatenate([profile, profile[::-1]]))
    frequencies = np.fft.rfftfreq(2 * len(profile), 1 / STEPS)
    for blur, strength in _BAR_GUESSES:
        passed = np.exp(-2 * (math.pi * blur * frequencies) ** 2) * np.sinc(frequencies)
        sharp = np.fft.irfft(spectrum * passed / (passed * passed + 1 / strength))[: len(profile)]
        drawn = _flattened(sharp.astype(np.float32)[np.newaxis]).clip(0, 255)
        wide = cv2.resize(drawn, None, fx=_WIDTH, fy=_HEIGHT, interpolation=cv2.INTER_CUBIC)
        framed = cv2.copyMakeBorder(wide, 0, 0, _QUIET, _QUIET, cv2.BORDER_CONSTANT, value=255)
        yield np.asarray(np.asarray(framed).clip(0, 255), np.uint8)


def sharpened_squares(grey: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
    """Enlarged drawings of a part of a picture, shape (H, W), one for each guess of its blur."""
    framed = cv2.copyMakeBorder(grey, _EDGE, _EDGE, _EDGE, _EDGE, cv2.BORDER_REFLECT)
    spectrum = np.fft.rfft2(framed)
    down, across = np.fft.fftfreq(framed.shape[0])[:, np.newaxis], np.fft.rfftfreq(framed.shape[1])
    for blur, strength in _SQUARE_GUESSES:
        passed = np.exp(-2 * (math.pi * blur) ** 2 * (down**2 + across**2)) * np.sinc(down) * np.sinc(across)
        sharp = np.fft.irfft2(spectrum * passed / (passed * passed + 1 / strength), framed.shape)
        drawn = sharp[_EDGE:-_EDGE, _EDGE:-_EDGE].clip(0, 255).astype(np.uint8)
        yield np.asarray(cv2.resize(drawn, None, fx=_ENLARGED, fy=_ENLARGED, interpolation=cv2.INTER_CUBIC), np.uint8)


def _flattened(row: NDArray[np.float32]) -> NDArray[np.float32]:
    """A row, shape (1, N), stretched so that the darkest nearby is 0 and the brightest 255."""
    window = np.ones((1, _REACH * STEPS), np.uint8)
    brightest = np.asarray(cv2.blur(cv2.dilate(row, window), window.shape[::-1]), np.float32)
    darkest = np.asarray(cv2.blur(cv2.erode(row, window), window.shape[::-1]), np.float32)
    return (row - darkest) / (brightest - darkest + np.float32(_LEAST_CONTRAST)) * np.float32(255)
