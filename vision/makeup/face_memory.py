"""How one face looks when nothing is before it, texel by texel, and where a frame shows something else.

Colours are compared as logarithms: the light on a face multiplies, so a change of it is a sum there, and a smooth one
over the face. It is fitted and taken out; what is left and lies beyond what the neighbouring texels show is something
else than the face.
"""

from __future__ import annotations

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
_LIGHT_MAY_BE: Final = 0.01
"""Share of the face that must seem to have changed."""
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
        self._remember()

    def learn(self, colours: NDArray[np.uint8], clear: NDArray[np.bool_], rate: float) -> None:
        """Take in what a frame shows.

        Args:
            colours: of all texels, BGR, shape (N, 3).
            clear: where nothing is before the face, shape (N,).
            rate: share of the way to go from what is known.
        """
        seen = _logarithms(colours)
        if self._known.any():
            self._light = self._fit(seen[self._texture.coarse], _FITS)
            seen -= self._slopes @ self._light
            self._tolerance = self._tolerated(seen)
        follow = np.where(self._known, np.float32(rate), np.float32(1)) * clear
        self._mean += follow[:, None] * (seen - self._mean)
        self._known |= clear
        self._remember()

    def glance(self, colours: NDArray[np.uint8]) -> NDArray[np.float32]:
        """How much else than the face the coarse texels show.

        Args:
            colours: BGR, shape (M, 3).

        Returns:
            Shape (M,): 1 where it is as much as light and noise may do; 0 where nothing is known.
        """
        seen = _logarithms(colours)
        change = self._few_change(seen)
        # Only where something seems to have changed is it worth while to ask whether it was the light.
        if np.count_nonzero(change > 1) > _LIGHT_MAY_BE * len(change):
            self._light = self._fit(seen, _FITS)
            change = self._few_change(seen)
        return change

    def change(self, colours: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The same for all texels, shape (N, 3) and (N,), and how much of it is of hue and saturation alone."""
        seen = _logarithms(colours)
        self._light = self._fit(seen[self._texture.coarse], _FITS)
        seen -= self._slopes @ self._light
        beyond = _beyond(seen, self._low, self._high, self._tolerated(seen))
        return _length(beyond), _length(beyond[:, 1:])

    def likeness(self, colours: NDArray[np.uint8]) -> float:
        """How much the mouth looks as it is known, whatever the light and the lips' contrast.

        A hand that is of the skin's colour changes little there, but it takes the lips' pattern away.

        Args:
            colours: of all texels, BGR, shape (N, 3).

        Returns:
            The correlation of what is seen with what is known: 1 the same, 0 nothing in common or nothing known.
        """
        mouth = self._texture.mouth & self._known
        if not mouth.any():
            return 0.0
        seen = _logarithms(colours)
        seen -= self._slopes @ self._fit(seen[self._texture.coarse], _FITS)
        seen, known = (
            _TOLERANCE[0] / _TOLERANCE * (values[mouth] - values[mouth].mean(axis=0)) for values in (seen, self._mean)
        )
        return float(np.vdot(seen, known) / max(1e-6, np.linalg.norm(seen) * np.linalg.norm(known)))

    def _few_change(self, seen: NDArray[np.float32]) -> NDArray[np.float32]:
        """How far the coarse texels are from what is known under the light that was fitted last, shape (M,)."""
        lit = seen - self._few_slopes @ self._light
        return _length(_beyond(lit, self._few_low, self._few_high, self._tolerance))

    def _fit(self, seen: NDArray[np.float32], rounds: int) -> NDArray[np.float32]:
        """The light's change since what is known, by the coarse texels, beginning from the frame before.

        Returns:
            For each term of a slope over the face (even, down, across) what it adds to each channel, shape (3, 3).
        """
        off, light = seen - self._few_mean, self._light
        for _ in range(rounds):
            residual = (off - self._few_slopes @ light) * _FIT_SCALE
            weight = 1 / (1 + np.einsum("ij,ij->i", residual, residual)) ** 2
            weighted = self._few_used * weight[:, None]
            light = np.linalg.solve(weighted.T @ self._few_slopes + _RIDGE, weighted.T @ off)
        return light

    def _tolerated(self, seen: NDArray[np.float32]) -> NDArray[np.float32]:
        """How far a texel may be from what is known, shape (3,): in the dark farther, by the camera's noise.

        The noise is that of most of the face in this very frame, by its median.
        """
        known = self._texture.coarse[self._known[self._texture.coarse]]
        if not len(known):
            return _TOLERANCE
        off = np.abs(seen[known] - self._mean[known])
        middle = np.partition(off, len(off) // 2, axis=0)[len(off) // 2]
        return np.asarray(_TOLERANCE + middle * np.float32(_NOISE_COUNTS * _MAD_TO_SD), np.float32)

    def _remember(self) -> None:
        """Work out what comparing needs: the range of each texel's neighbours, and the coarse texels' share of all."""
        texture, usable = self._texture, (self._known & self._texture.steady)[:, None]
        high = cv2.dilate(texture.grid(np.where(usable, self._mean, -_FAR), -_FAR), _NEIGHBOURS)
        low = cv2.erode(texture.grid(np.where(usable, self._mean, _FAR), _FAR), _NEIGHBOURS)
        far = np.float32(_FAR)
        self._high = np.where(usable, texture.texels(np.asarray(high, np.float32)), far)
        self._low = np.where(usable, texture.texels(np.asarray(low, np.float32)), -far)
        few = texture.coarse
        self._few_mean, self._few_low, self._few_high = self._mean[few], self._low[few], self._high[few]
        self._few_slopes = self._slopes[few]
        self._few_used = self._few_slopes * usable[few]


def _beyond(
    seen: NDArray[np.float32], low: NDArray[np.float32], high: NDArray[np.float32], tolerance: NDArray[np.float32]
) -> NDArray[np.float32]:
    """How far values lie outside a range, shape (K, 3), in tolerances, shape (3,)."""
    beyond = np.maximum(seen - high, low - seen)
    np.maximum(beyond, 0, out=beyond)
    beyond /= tolerance
    return np.asarray(beyond, np.float32)


def _length(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(np.sqrt(np.einsum("ij,ij->i", vectors, vectors)), np.float32)


def _logarithms(colours: NDArray[np.uint8]) -> NDArray[np.float32]:
    return _LOGARITHM[colours] @ _COLOUR
