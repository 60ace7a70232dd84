"""Drawing bars as one profile.

Where bars are nearly as narrow as pixels, no row of pixels shows them. But the rows cross the bars at places that
differ by parts of a pixel: put together along the bars, they say more than any of them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from vision.fine_print import BarPatch

STEPS: Final = 4
"""Samples of a profile to a pixel."""

_INSIDE: Final = 2
"""Pixels that rows stay away from the ends of bars."""
_FEW: Final = 8
"""Rows that are enough to see how bars lean."""
_REACH: Final = 8
"""Pixels around in which a bar is darker than the mean."""
_VISIBLE: Final = 4.0
"""Grey levels."""
_UNGLARED: Final = 0.5
"""Share of the rows, the darkest at each place, that count: a lamp's reflection only adds."""


def profile_of(grey: NDArray[np.uint8], patch: BarPatch) -> NDArray[np.float32]:
    """The brightness across a patch's bars, ``STEPS`` samples a pixel, put together along the bars.

    Bars of something that is tilted are not quite parallel, and not quite where the patch says: they are followed by
    what makes the profile most lively.
    """
    across = np.arange(patch.across[0], patch.across[1], 1 / STEPS, dtype=np.float32)
    along = np.arange(patch.along[0] + _INSIDE, patch.along[1] - _INSIDE + 0.1, dtype=np.float32)
    slant, spread = 0.0, 0.0
    few, coarse = along[:: max(1, len(along) // _FEW)], across[::2]
    for slant_step, spread_step in ((0.03, 0.0006), (0.01, 0.0003), (0.005, 0.00015)):
        tries = [(slant + i * slant_step, spread + j * spread_step) for i in range(-2, 3) for j in range(-1, 2)]
        slant, spread = tries[int(_liveliness(_rows(grey, patch, coarse, few, tries)).argmax())]
    rows = np.sort(_rows(grey, patch, across, along, [(slant, spread)])[0], axis=0)
    return np.asarray(rows[: max(1, round(len(rows) * _UNGLARED))].mean(axis=0, dtype=np.float32), np.float32)


def turns(profile: NDArray[np.float32]) -> int:
    """How often a profile changes between darker and brighter than around: twice a bar, of those that can be seen."""
    around = np.asarray(cv2.blur(profile[np.newaxis], (2 * _REACH * STEPS, 1)), np.float32)[0]
    sides = profile - around
    return int(np.count_nonzero(np.diff(np.sign(sides[np.abs(sides) > _VISIBLE]))))


def _rows(
    grey: NDArray[np.uint8],
    patch: BarPatch,
    across: NDArray[np.float32],
    along: NDArray[np.float32],
    leans: Sequence[tuple[float, float]],
) -> NDArray[np.uint8]:
    """The picture's brightness on rows across the bars, shape (len(leans), len(along), len(across)).

    A lean is how far bars lean, and how much more of it they do with each pixel across.
    """
    aside = across - across.mean()
    beside = along - along.mean()
    slants, spreads = np.array(leans, np.float32).T[..., np.newaxis]
    u = across + beside[:, np.newaxis] * (slants + spreads * aside)[:, np.newaxis]
    v = along[:, np.newaxis] + np.float32(patch.skew) * aside
    cosine, sine = np.float32(math.cos(patch.angle)), np.float32(math.sin(patch.angle))
    # All leans in one picture, row below row: there are many, each small.
    x, y = (at.reshape(-1, len(across)) for at in (u * cosine - v * sine, u * sine + v * cosine))
    drawn = cv2.remap(grey, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(drawn, np.uint8).reshape(len(leans), len(along), len(across))


def _liveliness(rows: NDArray[np.uint8]) -> NDArray[np.float32]:
    """How much the mean of rows changes across the bars, for each lean."""
    steps = np.diff(rows.mean(axis=1, dtype=np.float32))
    return np.asarray((steps * steps).sum(axis=1), np.float32)
