"""The eyes of one face as their painters see them: lash lines, and directions that follow a tilted head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vision.makeup.face_view import RIGHT_EYE
from vision.makeup.patch import smoothstep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from vision.makeup.face_view import Eye, FaceView

    Lines = NDArray[np.float32]
    """Shape (E, N, 2): N points for each of E eyes, pixels."""

_CLOSED, _OPEN = 0.07, 0.22
"""Height of an eye over its width between which it opens."""


@dataclass(frozen=True, slots=True)
class EyeFrames:
    """One or two eyes, worked out together because that costs no more than one.

    Attributes:
        eyes: which they are.
        shares: how much of its paint each shows, 0..1.
        unit: the eye distance, pixels.
        upper, lower: lash lines, outer corner first, float32, shape (E, 33, 2).
        along: from the inner to the outer corner, unit vectors, shape (E, 1, 2).
        up: from the lower to the upper lid, the same.
        width: from corner to corner, pixels, shape (E, 1, 1).
        openness: 0 closed to 1 open, shape (E, 1, 1).
    """

    eyes: tuple[Eye, ...]
    shares: tuple[float, ...]
    unit: float
    upper: Lines
    lower: Lines
    along: Lines
    up: Lines
    width: NDArray[np.float32]
    openness: NDArray[np.float32]

    @classmethod
    def of(cls, view: FaceView, in_view: Sequence[tuple[Eye, float]]) -> EyeFrames:
        """The given eyes of a face, at least one, each with its share."""
        eyes = tuple(eye for eye, _ in in_view)
        lines = np.array([view.lids[eye] for eye in eyes], np.float32)
        upper, lower = lines[:, 0], lines[:, 1]
        across = upper[:, :1] - upper[:, -1:]
        width = np.maximum(np.sqrt((across * across).sum(axis=2, keepdims=True)), np.float32(1e-3))
        along = across / width
        # The right eye's outer corner is at the left of the picture, so its up is a quarter turn the other way.
        side = np.array([[[1.0]] if eye is RIGHT_EYE else [[-1.0]] for eye in eyes], np.float32)
        up = np.concatenate([-along[..., 1:], along[..., :1]], axis=2) * side
        middle = upper.shape[1] // 2
        height = ((upper[:, middle] - lower[:, middle]) * up[:, 0]).sum(axis=1)[:, None, None]
        shares = tuple(share for _, share in in_view)
        return cls(eyes, shares, view.eyes, upper, lower, along, up, width, smoothstep(_CLOSED, _OPEN, height / width))
