"""When to look for a hand before a face, for a look costs more than everything else that is done with a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from vision import landmarks as lm
from vision.geometry import Rect

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_REACH: Final = 3.0
"""Half the side of the window in which a hand is looked for, over the eye distance: its palm must be in it."""
_EVERY: Final = 2
"""Frames from one look to the next while there is a hand."""
_PATIENCE: Final = (2, 2, 4, 8, 16, 32)
"""Frames until the next look, after so many in vain: a smile or a turned head is not taken for a hand for long."""
_GONE: Final = 2
"""Looks in vain after which a hand that was there is gone."""
_MORE: Final = 0.02
"""Rise of the face's changed share, above what it was when there was no hand, that is worth a look at once."""


class Hands(Protocol):
    """Finds hands."""

    def find(self, image: NDArray[np.uint8], region: Rect, /) -> list[NDArray[np.float32]]:
        """The hands in a square of a BGR image, which may reach over its edges.

        Returns:
            21 points each, shape (21, 2), pixels of the image.
        """


class HandWatch:
    """Looks for hands around one face when there is reason to."""

    def __init__(self, hands: Hands) -> None:
        """Begin with a look at the first frame."""
        self._hands = hands
        self._seen: list[NDArray[np.float32]] = []
        self._in_vain = 0
        self._wait = 0
        self._calm = 0.0

    def look(
        self, image: NDArray[np.uint8], landmarks: NDArray[np.float32], eyes: float, changed: float
    ) -> list[NDArray[np.float32]]:
        """The hands around a face, of this frame or of one shortly before it.

        Args:
            image: BGR, shape (H, W, 3), bare.
            landmarks: shape (478, 3), pixels of the image.
            eyes: the eye distance, pixels.
            changed: share of the face that does not look as it did.
        """
        self._wait -= 1
        if self._wait > 0 and changed <= self._calm + _MORE:
            return self._seen
        region = _window(landmarks, eyes)
        found = [] if region.clipped(Rect.of(image)).empty else self._hands.find(image, region)
        if found:
            self._seen, self._in_vain, self._wait, self._calm = found, 0, _EVERY, 1.0
            return found
        self._in_vain += 1
        if self._in_vain >= _GONE or not self._seen:
            self._seen = []
            self._calm = changed
        self._wait = _PATIENCE[min(self._in_vain, len(_PATIENCE)) - 1]
        return self._seen

    def rest(self) -> None:
        """The face looks as it should: no hand is there, and the next change is worth a look at once."""
        self._seen = []
        self._in_vain = 0
        self._wait = 0
        self._calm = 0.0


def _window(landmarks: NDArray[np.float32], eyes: float) -> Rect:
    """The square in which to look for a hand."""
    x, y = landmarks[list(lm.MOUTH_CORNERS), :2].mean(axis=0).tolist()
    reach = max(1, round(_REACH * eyes))
    return Rect(round(x) - reach, round(y) - reach, round(x) + reach, round(y) + reach)
