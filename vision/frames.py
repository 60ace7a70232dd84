"""What travels through the vision worker: a camera's frame and the faces found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture.

    Attributes:
        image: BGR, uint8, shape (H, W, 3).
        captured_at: seconds on the monotonic clock of the capturing process; for a file, its own time from 0.
        sequence: counts up by one a frame.
    """

    image: NDArray[np.uint8]
    captured_at: float
    sequence: int


@dataclass(frozen=True, slots=True)
class Face:
    """One tracked face.

    Attributes:
        id: stays with the person while they are in view.
        landmarks: float32, shape (478, 3), pixels of the frame; z grows away from the camera, in the scale of x.
        pose: float32, shape (4, 4), canonical face to camera, centimetres; the camera looks along -z with y up.
        blendshapes: name to 0..1; empty unless the tracker was asked for them.
    """

    id: int
    landmarks: NDArray[np.float32]
    pose: NDArray[np.float32]
    blendshapes: dict[str, float]
