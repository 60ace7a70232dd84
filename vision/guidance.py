"""What keeps the mirror from working well for the person before it, said only once it has lasted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vision.geometry import Rect
from vision.messages import Guidance
from vision.pose import turned_degrees

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from vision.frames import Face

_FAR: Final = 0.09
_CLOSE: Final = 0.72
"""Face height over the frame's. Below the first, shades can't be judged; above the second, the face fills it."""
_HYSTERESIS: Final = 1.15
"""What was said is taken back only when the figure is this much better."""
_YAW, _PITCH = 35.0, 30.0
"""Degrees."""
_DARK: Final = 45.0
"""Mean of the face's green channel, 0..255: it stands for its luma at a third of the price."""
_BACKLIT: Final = 1.6
"""A dark face may be a dark skin: the light is at fault only when the picture is dark too, or so much brighter."""
_LASTS: Final = 0.7
"""Seconds that something must last before it is said, and before it is taken back."""


class GuidanceMonitor:
    """Judges every frame and speaks up slowly."""

    def __init__(self) -> None:
        """Begin with nothing to say."""
        self._said = Guidance.NONE
        self._seen = Guidance.NONE
        self._since = 0.0

    def update(self, image: NDArray[np.uint8], faces: Sequence[Face], now: float) -> Guidance:
        """What to tell the nearest person; a BGR frame taken at ``now`` seconds and the faces in it, nearest first."""
        seen = self._judge(image, faces[0]) if faces else Guidance.NO_FACE
        if seen is not self._seen:
            self._seen, self._since = seen, now
        if now - self._since >= _LASTS:
            self._said = self._seen
        return self._said

    def _judge(self, image: NDArray[np.uint8], face: Face) -> Guidance:
        box = Rect.around(face.landmarks)
        share = box.height / image.shape[0]
        if share < _FAR * self._ease(Guidance.TOO_FAR):
            return Guidance.TOO_FAR
        if share > _CLOSE / self._ease(Guidance.TOO_CLOSE):
            return Guidance.TOO_CLOSE
        yaw, pitch = turned_degrees(face)
        ease = self._ease(Guidance.TURNED_AWAY)
        if abs(yaw) > _YAW / ease or abs(pitch) > _PITCH / ease:
            return Guidance.TURNED_AWAY
        return self._judge_light(image, box)

    def _judge_light(self, image: NDArray[np.uint8], box: Rect) -> Guidance:
        seen = box.clipped(Rect.of(image))
        if seen.empty:
            return Guidance.NONE
        on_face = float(image[seen.slices][::4, ::4, 1].mean())
        around = float(image[::16, ::16, 1].mean())
        dark = _DARK * self._ease(Guidance.TOO_DARK)
        backlit = around > _BACKLIT * on_face and on_face < dark * 0.6
        return Guidance.TOO_DARK if on_face < dark and (around < dark or backlit) else Guidance.NONE

    def _ease(self, guidance: Guidance) -> float:
        return _HYSTERESIS if self._said is guidance else 1.0
