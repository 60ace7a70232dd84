"""Which texels of a face something is before, by how it looks there and by where hands are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.makeup.hand_shape import hand_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from vision.makeup.face_texture import FaceTexture

_CHANGED: Final = 1.0
_GROWN: Final = 0.5
"""Change from which on a texel is not the face's, and from which on one that touches such a texel is not either."""
_THING: Final = 0.025
"""Share of the face whose hue or saturation must change at once for something to be before it that is no hand."""
_DENSE: Final = 0.3
"""Share of its texels that must have changed so; where noise does it, it changes some here and there."""
_NEAR: Final = 1.0
"""How far from a hand's shape it may still be, over the breadth of its knuckles: moving hands run ahead of it."""
_CLOSED: Final = 7
"""Texels between changed ones that a hand fills as well: much of it looks like the skin behind it."""
_JOINED: Final = 5
"""Texels between changed ones that are one patch."""
_MARGIN: Final = 1
"""Texels around what is before the face that stay bare too."""
_SMALL: Final = 96
"""Pixels of the picture on which hands are drawn."""


def cover_of_hands(
    texture: FaceTexture,
    places: NDArray[np.float32],
    change: NDArray[np.float32],
    hands: Sequence[NDArray[np.float32]],
) -> NDArray[np.bool_]:
    """The texels that hands cover, shape (N,): their shapes, and what has changed close to them.

    Args:
        texture: the texels.
        places: where they lie in the frame, shape (N, 2).
        change: as from ``FaceMemory.change``, shape (N,).
        hands: 21 points each, shape (21, 2), pixels of the frame.
    """
    under, near = _under(hands, places, 0), _under(hands, places, _NEAR)
    patches, count = _patches(texture, change)
    clear = np.zeros(count, np.bool_)
    clear[patches[change > _CHANGED]] = True
    changed = clear[patches] & near
    closed = cv2.morphologyEx(_picture(texture, changed), cv2.MORPH_CLOSE, _disc(_CLOSED))
    return _widened(texture, (texture.texels(np.asarray(closed, np.float32)) > 0) | under)


def cover_of_things(texture: FaceTexture, change: NDArray[np.float32], tint: NDArray[np.float32]) -> NDArray[np.bool_]:
    """The texels that something of another colour than the face covers, shape (N,).

    Light that moves over a face changes its lightness; a cup, a telephone or a scarf changes its hue or saturation.
    Lips alone may do so too: somebody paints them.

    Args:
        texture: the texels.
        change, tint: as from ``FaceMemory.change``, shape (N,).
    """
    strange = (tint > _CHANGED) & ~texture.lips
    least = _THING * np.count_nonzero(texture.steady)
    if np.count_nonzero(strange) < least:
        return np.zeros(len(change), np.bool_)
    patches, count = _patches(texture, change)
    found = np.bincount(patches[strange], minlength=count)
    things = (found >= least) & (found > _DENSE * np.bincount(patches, minlength=count))
    things[0] = False
    return _widened(texture, things[patches])


def cover_of_mouth(texture: FaceTexture, change: NDArray[np.float32]) -> NDArray[np.bool_]:
    """The mouth with the skin around it, and what has changed together with it, shape (N,); ``change`` as above."""
    patches, count = _patches(texture, change)
    touching = np.bincount(patches[texture.mouth], minlength=count) > 0
    touching[0] = False
    return _widened(texture, touching[patches] | texture.mouth)


def _under(hands: Sequence[NDArray[np.float32]], places: NDArray[np.float32], margin: float) -> NDArray[np.bool_]:
    """Which places of the frame, shape (N, 2), lie under hands or so close to one, over its breadth; shape (N,)."""
    rect = Rect.around(places)
    scale = min(1.0, _SMALL / rect.width)
    shape = np.maximum.reduce([hand_shape(hand, rect, scale, margin) for hand in hands])
    local = ((places - (rect.left, rect.top)) * scale).astype(np.intp)
    rows, columns = np.minimum(local[:, 1], len(shape) - 1), np.minimum(local[:, 0], shape.shape[1] - 1)
    return np.asarray(shape[rows, columns] > 0, np.bool_)


def _patches(texture: FaceTexture, change: NDArray[np.float32]) -> tuple[NDArray[np.int32], int]:
    """The number of the connected patch of change that each texel is in, 0 for none, shape (N,); and how many."""
    # Between the lips nothing is known, and what is before both is one thing.
    joined = cv2.morphologyEx(_picture(texture, change > _GROWN), cv2.MORPH_CLOSE, _disc(_JOINED))
    count, labels = cv2.connectedComponents(joined)
    return np.asarray(labels[texture.rows, texture.columns], np.int32), count


def _picture(texture: FaceTexture, which: NDArray[np.bool_]) -> NDArray[np.uint8]:
    return texture.grid(which.astype(np.float32), 0).astype(np.uint8)


def _widened(texture: FaceTexture, covered: NDArray[np.bool_]) -> NDArray[np.bool_]:
    wide = cv2.dilate(_picture(texture, covered), _disc(2 * _MARGIN + 1))
    return np.asarray(texture.texels(np.asarray(wide, np.float32)) > 0, np.bool_)


def _disc(size: int) -> NDArray[np.uint8]:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)), np.uint8)
