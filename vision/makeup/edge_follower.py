"""An edge of a person's face over time: looked for now and then, followed smoothly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EVERY, _SETTLED_EVERY = 8, 16
"""Frames between looks. The edge belongs to the face, and moves with the landmarks in between."""
_SETTLED: Final = 6
"""Looks that agree, after which fewer will do; a further one counts as one of so many."""
_CHANGED: Final = 0.006
"""Over the eye distance: looks that are farther apart on average differ by more than the camera's noise."""
_FOLLOW: Final = 0.15
"""Share of the way that the edge goes in a frame: it is steadier than the camera's noise."""


class EdgeFollower:
    """How far one person's edges lie from where the mesh has them, over the eye distance; any shape."""

    def __init__(self, edges: NDArray[np.float32], turn: int = 0) -> None:
        """Begin with typical edges; those that look in different turns, 0..7, share the work between frames."""
        self._edges = self._wanted = edges
        self._turn = turn
        self._looks = 0
        self._frame = 0

    def due(self) -> bool:
        """Whether this frame should be looked at."""
        every = _EVERY if self._looks < _SETTLED else _SETTLED_EVERY
        return self._frame == 0 or self._frame % every == self._turn

    def saw(self, edges: NDArray[np.float32] | None) -> None:
        """Take in what was seen; None keeps what was seen before."""
        if edges is None:
            return
        if self._looks == 0:
            self._edges = self._wanted = edges
        elif float(np.abs(edges - self._wanted).mean()) > _CHANGED:
            self._looks = 0
        self._looks = min(self._looks + 1, _SETTLED)
        self._wanted = np.asarray(self._wanted + (edges - self._wanted) / np.float32(self._looks), np.float32)

    def step(self) -> NDArray[np.float32]:
        """The edges for this frame."""
        self._frame += 1
        self._edges = np.asarray(self._edges + np.float32(_FOLLOW) * (self._wanted - self._edges), np.float32)
        return self._edges
