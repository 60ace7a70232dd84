"""How much light is on the scene, so that a swatch is shown as it would look there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEP: Final = 16
"""Every 16th pixel of every 16th row is looked at."""
_WHITE: Final = 70.0
"""Per cent of full scale: with the brightest fiftieth of the picture at least this bright, the scene is well lit."""
_LEAST: Final = 0.05
_EVERY: Final = 5
"""Frames between readings."""
_FOLLOW: Final = 0.3
"""Share of the way that the estimate goes to a new reading; lamps do not flicker on a face because a bag passed by."""
_GAMMA: Final = 2.2


class LightMeter:
    """Estimates exposure by the brightest surfaces in view, which in a shop are near white (the white-patch rule)."""

    def __init__(self) -> None:
        """Begin without a reading."""
        self._gain: float | None = None
        self._frames = 0

    def read(self, image: NDArray[np.uint8]) -> float:
        """The scene's light relative to a well-lit one, 0.05..1, in linear light; BGR image of shape (H, W, 3)."""
        self._frames += 1
        if self._gain is not None and self._frames % _EVERY:
            return self._gain
        brightest = float(np.percentile(image[::_STEP, ::_STEP].max(axis=2), 98)) / 2.55
        gain = float(np.clip((brightest / _WHITE) ** _GAMMA, _LEAST, 1.0))
        self._gain = gain if self._gain is None else self._gain + _FOLLOW * (gain - self._gain)
        return self._gain
