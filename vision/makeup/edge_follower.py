"""An edge of a person's face over time: looked for now and then, followed smoothly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EVERY: Final = 8
"""Frames. The edge belongs to the face, and moves with the landmarks in between."""
_FOLLOW: Final = 0.15
"""Share of the way that the edge goes in a frame: it is steadier than the camera's noise."""


class EdgeFollower:
    """How far one person's edges lie from where the mesh has them, over the eye distance; any shape."""

    def __init__(self, edges: NDArray[np.float32]) -> None:
        """Begin with the mesh's own edges."""
        self._edges = edges
        self._wanted: NDArray[np.float32] | None = None
        self._frame = 0

    def due(self) -> bool:
        """Whether this frame should be looked at."""
        return self._frame % _EVERY == 0

    def saw(self, edges: NDArray[np.float32] | None) -> None:
        """Take in what was seen; None keeps what was seen before."""
        if edges is None:
            return
        if self._wanted is None:
            self._edges = edges
        self._wanted = edges

    def step(self) -> NDArray[np.float32]:
        """The edges for this frame."""
        self._frame += 1
        if self._wanted is not None:
            self._edges = np.asarray(self._edges + np.float32(_FOLLOW) * (self._wanted - self._edges), np.float32)
        return self._edges
