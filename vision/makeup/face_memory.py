"""How one face looks when nothing is before it, texel by texel, and where a frame shows something else.

Colours are compared as logarithms: the light on a face multiplies, so a change of it is a sum there, and a smooth one
over the face. It is fitted and taken out; what is left and lies beyond what the neighbouring texels show is something
else than the face.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.makeup.face_texture import FaceTexture

_TOE: Final = 8
"""Of 255, added before the logarithm, so that a dark camera's noise stays small in it."""
_LOGARITHM: Final = np.log(np.arange(_TOE, _TOE + 256, dtype=np.float32))
_COLOUR: Final = np.array([[0, 0, 1], [1, -1, -1], [0, 1, 0]], np.float32)
"""From the logarithms of blue, green and red to lightness (green's), red over green and blue over green."""
_TOLERANCE: Final = np.array([0.15, 0.075, 0.075], np.float32)
"""Change of each that is none yet: shading and shine that move over a turning face."""
_FIT_SCALE: Final = 1 / np.array([0.06, 0.03, 0.03], np.float32)
_FITS: Final = 3
"""Rounds of the robust fit of the light: least squares, reweighted after Geman and McClure (1987)."""
_RIDGE: Final = 1e-3 * np.eye(3, dtype=np.float32)
_NOISE_COUNTS: Final = 2.0
"""Standard deviations of the face's own noise that are tolerated besides."""
_MAD_TO_SD: Final = 1.4826
_NEIGHBOURS: Final = np.ones((3, 3), np.uint8)
"""Landmarks are a texel out at times."""
_FAR: Final = 1e3


class FaceMemory:
    """The looks of one face at the texels of a ``FaceTexture``."""

    def __init__(self, texture: FaceTexture) -> None:
        """Begin with nothing known."""
        self._texture = texture
        slopes = [axis / max(1, int(axis.max())) - 0.5 for axis in (texture.rows, texture.columns)]
        self._slopes = np.stack([np.ones(len(texture.rows)), *slopes], axis=1).astype(np.float32)
        self._mean = np.zeros_like(self._slopes)
        self._known = np.zeros(len(self._mean), np.bool_)
        self._light = np.zeros((3, 3), np.float32)
        self._tolerance = _TOLERANCE
        self._all = self._looks()
        self._few = self._all.part(texture.coarse)

    def learn(self, colours: NDArray[np.uint8], clear: NDArray[np.bool_], rate: float) -> None:
        """Take in what a frame shows.

        Args:
            colours: of all texels, BGR, shape (N, 3).
            clear: where nothing is before the face, shape (N,).
            rate: share of the way to go from what is known.
        """
        seen = _logarithms(colours)
        if self._known.any():
            self._light = _light(seen, self._all, self._light, _FITS)
            seen -= self._slopes @ self._light
            off = np.abs(seen - self._mean)[self._known & self._texture.steady]
            self._tolerance = _TOLERANCE + np.float32(_NOISE_COUNTS * _MAD_TO_SD) * np.median(off, axis=0)
        follow = np.where(self._known, np.float32(rate), np.float32(1)) * clear
        self._mean += follow[:, None] * (seen - self._mean)
        self._known |= clear
        self._all = self._looks()
        self._few = self._all.part(self._texture.coarse)

    def change(self, colours: NDArray[np.uint8], *, coarse: bool) -> NDArray[np.float32]:
        """How much else than the face the texels show: 1 where it is more than light and noise do; 0 where unknown.

        Args:
            colours: of the coarse or of all texels, BGR, shape (K, 3).
            coarse: which.

        Returns:
            Shape (K,).
        """
        looks = self._few if coarse else self._all
        seen = _logarithms(colours)
        self._light = _light(seen, looks, self._light, 1 if coarse else _FITS)
        seen -= looks.slopes @ self._light
        beyond = np.maximum(seen - looks.high, looks.low - seen)
        np.maximum(beyond, 0, out=beyond)
        beyond /= self._tolerance
        return np.sqrt(np.einsum("ij,ij->i", beyond, beyond))

    def _looks(self) -> _Looks:
        texture, usable = self._texture, (self._known & self._texture.steady)[:, None]
        at = (texture.rows, texture.columns)
        high = cv2.dilate(texture.grid(np.where(usable, self._mean, -_FAR), -_FAR), _NEIGHBOURS)[at]
        low = cv2.erode(texture.grid(np.where(usable, self._mean, _FAR), _FAR), _NEIGHBOURS)[at]
        high, low = np.where(usable, high, _FAR), np.where(usable, low, -_FAR)
        return _Looks(
            self._mean,
            np.asarray(low, np.float32),
            np.asarray(high, np.float32),
            self._slopes,
            np.asarray(self._slopes * usable, np.float32),
        )


@dataclass(frozen=True, slots=True)
class _Looks:
    """What is known of some texels; each float32, shape (K, 3).

    Attributes:
        mean: their colour.
        low, high: the least and the most of it among their neighbours; far out where nothing is known.
        slopes: terms of a light that slopes over the face: even, down, across.
        used: the same, 0 where nothing is known.
    """

    mean: NDArray[np.float32]
    low: NDArray[np.float32]
    high: NDArray[np.float32]
    slopes: NDArray[np.float32]
    used: NDArray[np.float32]

    def part(self, which: NDArray[np.intp]) -> _Looks:
        """The same of fewer texels, by their numbers."""
        return _Looks(self.mean[which], self.low[which], self.high[which], self.slopes[which], self.used[which])


def _light(seen: NDArray[np.float32], looks: _Looks, light: NDArray[np.float32], rounds: int) -> NDArray[np.float32]:
    """The light's change since what is known, a slope for each channel, shape (3, 3), beginning from a guess."""
    off = seen - looks.mean
    for _ in range(rounds):
        residual = (off - looks.slopes @ light) * _FIT_SCALE
        weight = 1 / (1 + np.einsum("ij,ij->i", residual, residual)) ** 2
        weighted = looks.used * weight[:, None]
        light = np.linalg.solve(weighted.T @ looks.slopes + _RIDGE, weighted.T @ off)
    return light


def _logarithms(colours: NDArray[np.uint8]) -> NDArray[np.float32]:
    return _LOGARITHM[colours] @ _COLOUR
