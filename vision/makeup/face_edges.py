"""What is learned of one person's face from the picture: where their lips and brows end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from vision.makeup.brow_contours import TYPICAL, brow_axis, brow_edges, outline
from vision.makeup.edge_follower import EdgeFollower
from vision.makeup.face_view import LEFT_EYE, RIGHT_EYE, Eye
from vision.makeup.lip_contours import POINTS, LipContours, mesh_contours
from vision.makeup.lip_edges import lip_edges

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.makeup.splines import Points

_TURNS: Final = (3, 5)
"""Of the brows; the lips' is 0."""


class FaceEdges:
    """Learns one person's edges, in every photo or over the frames of a video."""

    def __init__(self, *, video: bool) -> None:
        """Begin with the mesh's edges; ``video``: the same person comes again, and edges are followed."""
        self._video = video
        self._lips = EdgeFollower(np.zeros((2, POINTS), np.float32))
        self._brows = {RIGHT_EYE: EdgeFollower(TYPICAL, _TURNS[0]), LEFT_EYE: EdgeFollower(TYPICAL, _TURNS[1])}

    def lips(
        self, image: NDArray[np.uint8], landmarks: NDArray[np.float32], eyes: float, *, hidden: bool = False
    ) -> LipContours:
        """Where the lips end in a bare frame.

        Args:
            image: BGR, shape (H, W, 3).
            landmarks: shape (478, 3), pixels of the image.
            eyes: the eye distance, pixels.
            hidden: something is before the face, so that nothing can be learned of its edges now.
        """
        mesh = mesh_contours(landmarks, eyes)
        if not hidden and (self._lips.due() or not self._video):
            self._lips.saw(lip_edges(image, mesh, eyes))
        upper, lower = self._lips.step() * np.float32(eyes)
        return mesh.moved(upper, lower)

    def brows(
        self, image: NDArray[np.uint8], landmarks: NDArray[np.float32], eyes: float, *, hidden: bool = False
    ) -> dict[Eye, Points]:
        """The outline of each brow in a bare frame."""
        return {eye: self._brow(image, landmarks, eye, eyes, hidden=hidden) for eye in (RIGHT_EYE, LEFT_EYE)}

    def _brow(
        self, image: NDArray[np.uint8], landmarks: NDArray[np.float32], eye: Eye, eyes: float, *, hidden: bool
    ) -> Points:
        axis = brow_axis(landmarks, eye)
        follower = self._brows[eye]
        if not hidden and (follower.due() or not self._video):
            follower.saw(brow_edges(image, axis, eyes))
        return outline(axis, follower.step(), eyes)
