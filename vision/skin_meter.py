"""Measures the skin of whoever stands nearest, over a second or two, when asked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np

from vision.messages import SkinTone, SkinTrouble, SkinUntold
from vision.skin_tone import UnreadableSkinError, read_skin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from vision.frames import Face
    from vision.light import Light
    from vision.skin_tone import SkinReading

_LASTS: Final = 1.5
"""Seconds of readings."""
_GIVES_UP: Final = 4.0
"""Seconds of one person without enough of them."""
_ENDS: Final = 8.0
"""Seconds of one person after another."""
_ENOUGH: Final = 8
"""Readings; a camera gives three times as many in the time."""


class SkinMeter:
    """One request's readings, from the first frame until there is an answer.

    Attributes:
        answer: None while it measures.
    """

    def __init__(self, request: int, home: Light | None) -> None:
        """Begin; ``home`` is the light where the mirror hangs, None when it was not calibrated."""
        self._request = request
        self._home = home
        self._asked: float | None = None
        self._began = 0.0
        self._person: int | None = None
        self._readings: list[SkinReading] = []
        self._troubles: Counter[SkinTrouble] = Counter()
        self.answer: SkinTone | SkinUntold | None = None

    def look(self, image: NDArray[np.uint8], faces: Sequence[Face], now: float) -> None:
        """Read one bare frame, taken at ``now`` seconds; the faces in it, nearest first."""
        if self.answer is not None:
            return
        if self._asked is None:
            self._asked = self._began = now
        self._read(image, faces, now)
        lasted = now - self._began
        if lasted >= _LASTS and len(self._readings) >= _ENOUGH:
            self.answer = self._tone()
        elif lasted >= _GIVES_UP or now - self._asked >= _ENDS:
            trouble = self._troubles.most_common(1)[0][0] if self._troubles else SkinTrouble.NO_FACE
            self.answer = SkinUntold(self._request, trouble)

    def _read(self, image: NDArray[np.uint8], faces: Sequence[Face], now: float) -> None:
        if not faces:
            self._troubles[SkinTrouble.NO_FACE] += 1
            return
        if faces[0].id != self._person:
            # Somebody else's skin is not mixed in, and is read for as long as anybody's.
            self._person, self._began = faces[0].id, now
            self._readings.clear()
            self._troubles.clear()
        try:
            self._readings.append(read_skin(image, faces[0], self._home))
        except UnreadableSkinError as error:
            self._troubles[error.trouble] += 1

    def _tone(self) -> SkinTone:
        lightness, green_red, blue_yellow = np.median([reading.lab for reading in self._readings], axis=0).tolist()
        spread = float(np.median([reading.spread for reading in self._readings]))
        return SkinTone(self._request, lightness, green_red, blue_yellow, spread)
