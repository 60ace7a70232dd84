"""A face's lip edge over time: looked for now and then, followed smoothly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from vision.makeup.lip_contours import POINTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EVERY: Final = 5
"""Frames. The edge belongs to the face, and moves with the landmarks in between."""
_FOLLOW: Final = 0.15
"""Share of the way that the edge goes in a frame: it is steadier than the camera's noise."""


class EdgeFollower:
    """How far one person's lip edges lie outside the mesh's, over the eye distance."""

    def __init__(self) -> None:
        """Begin on the mesh's contours."""
        self._edges = np.zeros((2, POINTS), np.float32)
        self._wanted: NDArray[np.float32] | None = None
        self._frame = 0

    def due(self) -> bool:
        """Whether this frame should be looked at."""
        return self._frame % _EVERY == 0

    def saw(self, edges: tuple[NDArray[np.float32], NDArray[np.float32]] | None) -> None:
        """Take in what was seen, shape (32,) each; None keeps what was seen before."""
        if edges is None:
            return
        seen = np.stack(edges)
        if self._wanted is None:
            self._edges = seen
        self._wanted = seen

    def step(self) -> NDArray[np.float32]:
        """The edges for this frame, upper and lower, shape (2, 32)."""
        self._frame += 1
        if self._wanted is not None:
            self._edges = np.asarray(self._edges + np.float32(_FOLLOW) * (self._wanted - self._edges), np.float32)
        return self._edges
