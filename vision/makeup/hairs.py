"""Single hairs: curved, tapered, drawn together with few strokes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.geometry import Rect
    from vision.makeup.eye_frames import Lines

_STEPS: Final = 4
"""Points along a hair."""
_SHIFT: Final = 4
"""Sub-pixel bits of vertices."""
_FINE: Final = 5.0
"""Pixels of a hair's root in the picture in which it is drawn: an edge is drawn half a pixel wider than it is."""
_FINEST: Final = 3
"""Times that hairs are drawn larger than they are, at most."""
_PASSES: Final = 3
"""Neighbouring hairs are drawn apart: an area that two outlines of one pass cover twice would stay empty."""

_along = np.linspace(0, 1, _STEPS, dtype=np.float32)[:, None]
_BEND: Final = ((1 - _along) ** 2, 2 * _along * (1 - _along), _along**2)
"""Shares of root, knee and tip along a hair (a quadratic curve of Bezier's)."""
_TAPER: Final = ((1 - _along) ** 0.7)[:-1]


def outlines(roots: Lines, knees: Lines, tips: Lines, width: float | NDArray[np.float32]) -> NDArray[np.float32]:
    """Outlines of hairs that bend at their knees and end in a point.

    Args:
        roots, knees, tips: shape (E, N, 2), pixels.
        width: at the root, pixels; one for all, or shape (E or 1, N or 1, 1).

    Returns:
        Shape (E, N, 7, 2).
    """
    root, knee, tip = roots[:, :, None], knees[:, :, None], tips[:, :, None]
    spine = root * _BEND[0] + knee * _BEND[1] + tip * _BEND[2]
    reach = tips - roots
    length = np.maximum(np.sqrt((reach * reach).sum(axis=2, keepdims=True)), np.float32(1e-3))
    quarter_turn = np.concatenate([-reach[..., 1:], reach[..., :1]], axis=2)
    side = (quarter_turn * (np.float32(0.5) * width / length))[:, :, None] * _TAPER
    body = spine[:, :, :-1]
    return np.concatenate([body - side, spine[:, :, -1:], (body + side)[:, :, ::-1]], axis=2)


def draw(rect: Rect, hairs: NDArray[np.float32], width: float) -> NDArray[np.uint8]:
    """Coverage of hairs, 0..255, over a rectangle of the frame.

    Args:
        rect: not empty.
        hairs: their outlines, shape (N, 7, 2), pixels of the frame.
        width: of their roots, pixels.
    """
    finer = min(_FINEST, max(1, math.ceil(_FINE / max(width, 0.1))))
    origin = np.array([rect.left, rect.top], np.float32)
    # Pixel centres are at whole numbers, and those of the large picture between them.
    shift = np.float32((finer - 1) / 2)
    scale = np.float32(1 << _SHIFT)
    mask = np.zeros((rect.height * finer, rect.width * finer), np.uint8)
    placed = list(((hairs - origin) * (scale * np.float32(finer)) + shift * scale).astype(np.int32))
    for start in range(_PASSES):
        cv2.fillPoly(mask, placed[start::_PASSES], 255, cv2.LINE_8, _SHIFT)
    if finer == 1:
        return mask
    return np.asarray(cv2.resize(mask, (rect.width, rect.height), interpolation=cv2.INTER_AREA), np.uint8)
