"""Colour and texture of what is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np
from skimage.color import deltaE_ciede2000

from vision.geometry import Rect

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tests.quality.regions import Region
    from vision.looks import Color

_RIM: Final = 9
"""Pixels of the square that erodes a region before its colour is taken: a feathered edge is not its colour."""
_GRAIN: Final = 6.0
"""Standard deviation, pixels, of what texture is finer than."""
_MARGIN: Final = 40
"""Pixels around a region that its texture may depend on; more than the reach of a blur with ``_GRAIN``."""
_REFLECTS: Final = 4.0
"""Lightness by which a place is above matte paint of the same swatch where a finish mirrors a lamp there."""


def lab(bgr: NDArray[np.uint8]) -> NDArray[np.float32]:
    """CIELAB (D65) of 8-bit sRGB, shape (H, W, 3): L 0..100."""
    return np.asarray(cv2.cvtColor(bgr.astype(np.float32) / 255, cv2.COLOR_BGR2LAB), np.float32)


def pixel(color: Color) -> NDArray[np.uint8]:
    """A picture of one pixel, BGR, shape (1, 1, 3)."""
    return np.array([[[color.blue, color.green, color.red]]], np.uint8)


def difference(painted: NDArray[np.float32], wanted: NDArray[np.float32]) -> float:
    """CIEDE2000 between two colours in CIELAB, shape (3,) each."""
    return float(deltaE_ciede2000(painted, wanted))


def within(region: Region) -> Region:
    """A region without its rim."""
    return cv2.erode(region.astype(np.uint8), np.ones((_RIM, _RIM), np.uint8)) > 0


def beside_reflections(painted: NDArray[np.uint8], matte: NDArray[np.uint8], region: Region) -> Region:
    """The part of a region that mirrors no lamp.

    Args:
        painted: a picture that wears some finish, BGR.
        matte: the same picture wearing the same swatch in matte.
        region: of both.
    """
    rect = _around(region)
    lifted = np.zeros(region.shape, np.float32)
    lifted[rect.slices] = lab(painted[rect.slices])[..., 0] - lab(matte[rect.slices])[..., 0]
    return region & (lifted < _REFLECTS)


def mean_colour(image: NDArray[np.uint8], region: Region) -> NDArray[np.float32]:
    """The mean of a region in CIELAB, shape (3,)."""
    rect = _around(region)
    return np.asarray(lab(image[rect.slices])[region[rect.slices]].mean(axis=0), np.float32)


def texture(before: NDArray[np.uint8], after: NDArray[np.uint8], region: Region) -> float:
    """Correlation, -1..1, of the fine detail of lightness in a region of two pictures."""
    rect = _around(region)
    bare, painted = (_detail(lab(image[rect.slices])[..., 0])[region[rect.slices]] for image in (before, after))
    return float(np.corrcoef(bare, painted)[0, 1])


def surface_texture(before: NDArray[np.uint8], after: NDArray[np.uint8], region: Region) -> float:
    """The same where what lies beside the region has no say: for colours that change how far it stands out."""
    rect = _around(region)
    inside = region[rect.slices]
    bare, painted = (_detail_within(lab(image[rect.slices])[..., 0], inside) for image in (before, after))
    return float(np.corrcoef(bare, painted)[0, 1])


def _detail_within(lightness: NDArray[np.float32], region: Region) -> NDArray[np.float32]:
    weight = region.astype(np.float32)
    around = (
        cv2.GaussianBlur(lightness * weight, (0, 0), _GRAIN)[region] / cv2.GaussianBlur(weight, (0, 0), _GRAIN)[region]
    )
    return np.asarray(lightness[region] - around, np.float32)


def _detail(lightness: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(lightness - cv2.GaussianBlur(lightness, (0, 0), _GRAIN), np.float32)


def _around(region: Region) -> Rect:
    rows, columns = np.nonzero(region)
    points = np.stack([columns, rows], axis=1).astype(np.float32)
    return Rect.around(points, _MARGIN).clipped(Rect(0, 0, region.shape[1], region.shape[0]))
