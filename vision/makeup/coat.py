"""A coat of colour on a surface that keeps its form and its texture: lips, brows, irises.

Everything is worked out on values as pictures store them (a gamma of 2.2), where light multiplies: a surface of one
colour is its colour times the light that falls on it. What is soft (form, shine) is found on a small picture, so that
the cost of a coat is the cost of one mixing of the full one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.looks import Finish
from vision.makeup.shrink import Shrunk

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.geometry import Rect

LUMA: Final = np.array([0.114, 0.587, 0.299], np.float32)
"""Of BGR (ITU-R BT.601)."""
_GRAIN_SIZE: Final = 0.05
"""Of the eye distance: what is finer than this is the surface's texture rather than its form."""
_SMALL: Final = 40
"""Pixels of the eye distance in the small picture."""
_CHROMA_KEPT: Final = 0.05
"""Of the surface's own variation in colour."""
_GLINT: Final = 0.65
"""Share of the texture that is light on its ridges, which is white whatever lies beneath."""
_MOST_GAIN: Final = 2.0
"""A pale swatch on deep lips shows their texture no stronger than this: it would be the camera's noise."""
_FOLD, _LIT = 0.6, 0.85
"""Luma over the median between which a fold goes over into the surface."""
_OUTSIDE: Final = 0.02
"""What a place outside the surface counts in its low-pass, so that there is one everywhere."""
_HIGHLIGHT: Final = 1.25
"""Shading above this, relative to the mean, is shine rather than form."""
_SHEER_DEPTH: Final = 0.75
"""How far full coverage of a sheer film takes the light towards the swatch's own."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """How a finish answers light.

    Attributes:
        contrast: how much of the form's contrast shows.
        grain: how much of the texture's contrast shows.
        shine: how much of the surface's own shine stays.
        bleach: how much of its colour shine loses; a metal's keeps the metal's colour.
    """

    contrast: float
    grain: float
    shine: float
    bleach: float


_ANSWERS: Final = {
    Finish.MATTE: _Answer(contrast=0.85, grain=1.0, shine=0.35, bleach=0.5),
    Finish.SATIN: _Answer(contrast=1.0, grain=1.0, shine=1.0, bleach=1.5),
    Finish.GLOSS: _Answer(contrast=1.0, grain=1.0, shine=1.25, bleach=2.0),
    Finish.METALLIC: _Answer(contrast=1.2, grain=1.3, shine=1.2, bleach=0.0),
    Finish.SHIMMER: _Answer(contrast=1.1, grain=1.0, shine=1.0, bleach=1.0),
}


class Surface:
    """A surface as it is without paint.

    Attributes:
        rect: the part of the frame.
        bare: BGR 0..255, float32, shape (H, W, 3).
        small: the same in small.
        form: float32, shape (h, w), on the small picture: low-pass luma over the surface's mean luma.
        weight: float32, shape (h, w): what says most of the surface's colour: its inside, without folds.
        mean: its mean colour, BGR 0..255, shape (3,).
        luma: its mean luma, 0..255, at least 1.
    """

    def __init__(self, image: NDArray[np.uint8], rect: Rect, cover: NDArray[np.float32], eyes: float) -> None:
        """Measure it.

        Args:
            image: the bare frame, BGR.
            rect: where the surface lies; not empty.
            cover: what of it belongs to the surface, float32 over the rectangle, 0..1.
            eyes: the eye distance, pixels.
        """
        self.rect = rect
        self.bare = image[rect.slices].astype(np.float32)
        self.small = Shrunk.by(image, rect, max(1, round(eyes / _SMALL)))
        height, width = self.small.pixels.shape[:2]
        cover = np.asarray(cv2.resize(cover, (width, height), interpolation=cv2.INTER_AREA), np.float32)
        # A place on the rim is half of what lies beside the surface, and says little of the surface's light.
        inside = np.maximum(cover * 2 - 1, 0) ** 2 + np.float32(_OUTSIDE)
        luma = cv2.cvtColor(self.small.pixels, cv2.COLOR_BGR2GRAY).astype(np.float32)
        sigma = max(0.6, eyes * self.small.scale * _GRAIN_SIZE)
        within = np.asarray(cv2.GaussianBlur(inside, (0, 0), sigma), np.float32)
        base = np.asarray(cv2.GaussianBlur(luma * inside, (0, 0), sigma), np.float32) / within
        self.weight = inside * _in_light(luma, inside)
        # Folds darken the low-pass around them; where the surface is in the light, it has the mean of the surface.
        base += np.float32(self.average(luma - base))
        self.luma = max(self.average(luma), 1.0)
        self.mean = self._mean()
        self.form = np.asarray(base * np.float32(1 / self.luma), np.float32)

    def _mean(self) -> NDArray[np.float32]:
        weighted = self.small.pixels * self.weight[..., None]
        return np.asarray(weighted.sum(axis=(0, 1)) / max(float(self.weight.sum()), 1e-3), np.float32)

    def average(self, values: NDArray[np.float32]) -> float:
        """The mean over the surface of values on the small picture, shape (h, w)."""
        return float(np.vdot(values, self.weight)) / max(float(self.weight.sum()), 1e-3)


def _in_light(luma: NDArray[np.float32], weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """1 but for folds, such as the line between closed lips, which are dark whatever colour the surface has."""
    own = luma[weight > 0.5]  # noqa: PLR2004 - half
    if len(own) == 0:
        return np.ones_like(luma)
    median = max(float(np.partition(own, len(own) // 2)[len(own) // 2]), 1.0)
    share = (luma * np.float32(1 / median) - _FOLD) * np.float32(1 / (_LIT - _FOLD))
    return np.asarray(np.clip(share, 0, 1), np.float32)


def coat(surface: Surface, color: NDArray[np.float32], finish: Finish) -> NDArray[np.float32]:
    """The surface as if it were of another colour under the same light.

    Its form multiplies the colour, in such a way that the mean is the colour itself. Shine, the part of the form that
    is far above the mean, is white and is kept, dulled or raised by the finish. Texture stays.

    Args:
        surface: what is painted.
        color: the swatch under the scene's light, BGR 0..255; shape (3,), or (h, w, 3) on the surface's small picture.
        finish: the product's surface.

    Returns:
        BGR 0..255, float32, shape (H, W, 3); it may lie outside that range where texture does.
    """
    if finish is Finish.SHEER:
        return _film(surface, color)
    answer = _ANSWERS[finish]
    soft = _soft(surface, color, answer)
    # out = soft - gain * base + gain * luma + kept * (colour - luma - their means): one matrix on the bare pixels, and
    # one smooth picture added to it.
    swatch = color if color.ndim == 1 else color.reshape(-1, 3).mean(axis=0)
    own = np.minimum(swatch * np.float32(1 / surface.luma), np.float32(_MOST_GAIN))
    gain = (own + (1 - own) * np.float32(_GLINT)) * np.float32(answer.grain)
    kept = np.float32(_CHROMA_KEPT)
    soft -= cv2.merge([surface.form * np.float32(each * surface.luma) for each in gain])
    soft -= kept * (surface.mean - surface.luma)
    texture = cv2.transform(surface.bare, kept * np.eye(3, dtype=np.float32) + np.outer(gain - kept, LUMA))
    return np.asarray(cv2.add(texture, surface.small.enlarged(soft, surface.rect), dst=texture), np.float32)


def _soft(surface: Surface, color: NDArray[np.float32], answer: _Answer) -> NDArray[np.float32]:
    """What a coat looks like but for its texture, on the small picture, shape (h, w, 3)."""
    form = np.minimum(surface.form, np.float32(_HIGHLIGHT))
    shine = surface.form - form
    form = 1 + (form - 1) * np.float32(answer.contrast)
    form *= np.float32(1 / max(surface.average(form), 0.1))
    faded = form * (1 - np.minimum(shine * np.float32(answer.bleach), np.float32(0.8)))
    white = shine * np.float32(answer.shine * surface.luma)
    own = color @ LUMA
    grey = (form - faded) * own + white
    return np.asarray(faded[..., None] * color + grey[..., None], np.float32)


def _film(surface: Surface, color: NDArray[np.float32]) -> NDArray[np.float32]:
    """A film that only absorbs, in linear light: deep swatches take more of it than pale ones, none takes all."""
    swatch = color if color.ndim == 1 else color.reshape(-1, 3).mean(axis=0)
    linear = (swatch / 255) ** 2.2
    transmitted = (1 - _SHEER_DEPTH) + _SHEER_DEPTH * linear / np.sqrt(max(float(linear.max()), 1e-3))
    return np.asarray(surface.bare * (np.minimum(transmitted, 1) ** (1 / 2.2)).astype(np.float32), np.float32)


def lay(image: NDArray[np.uint8], rect: Rect, painted: NDArray[np.float32], alpha: NDArray[np.float32]) -> None:
    """Move a part of the picture towards what is painted (BGR 0..255) by ``alpha``, in place."""
    pixels = image[rect.slices]
    move(pixels, np.asarray(cv2.subtract(painted, pixels.astype(np.float32)), np.float32), alpha)


def move(pixels: NDArray[np.uint8], change: NDArray[np.float32], alpha: NDArray[np.float32]) -> None:
    """Change pixels, BGR, by so much, in place, as far as they are covered; ``change`` is used up."""
    cv2.multiply(change, cv2.merge([alpha, alpha, alpha]), dst=change)
    cv2.add(pixels, change, dst=pixels, dtype=cv2.CV_8U)
