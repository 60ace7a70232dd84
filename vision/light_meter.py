"""Follows the light on a face over the frames, so that a swatch is shown as it would look there."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from vision.eye_whites import EyeWhites
from vision.illuminant import Illuminant
from vision.light import Light, to_linear

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SCENE_WHITE: Final = 178.0
"""Of 255: the brightest surfaces of a well-lit picture are no darker; read where the eyes are too small or shut."""
_MIRED_ZONE, _STOPS_ZONE = 20.0, 0.65
"""As far as eyes differ from person to person (two standard deviations), what they say of the light is not acted on: in
a good light, swatches stay as they are printed. From half as far again, all of it is."""
_FULL: Final = 1.5
_DARKEST: Final = -4.3
"""Stops: a twentieth of the light, below which a camera shows noise."""
_EVERY: Final = 10
"""Frames between readings."""
_FOLLOW: Final = 0.35
"""Share of the way that the estimate goes to a new reading: lamps do not flicker because somebody looked aside."""


class LightMeter:
    """Reads the light on one person's face, in a photo or over the frames of a video.

    The colour of walls and clothes says little about the lamps, so what is behind a person never tints their swatches;
    nor does their skin.
    """

    def __init__(self, home: Light) -> None:
        """Begin without a reading.

        Args:
            home: the light where the mirror hangs, as calibrated, or a well-lit neutral one. Eyes are asked only how
                far today's is from it.
        """
        self._home = home
        self._home_shift = _shift_of(home)
        self._shift: Illuminant | None = None
        self._seen_eyes = False
        self._light = home
        self._frames = 0

    def read(self, image: NDArray[np.uint8], landmarks: NDArray[np.float32]) -> Light:
        """The light on the face: never more than a well-lit scene's, and no less than a twentieth of it.

        Args:
            image: BGR, shape (H, W, 3), bare.
            landmarks: shape (478, 3), pixels of the image.
        """
        if self._frames % _EVERY == 0:
            self._follow(image, landmarks)
        self._frames += 1
        return self._light

    def _follow(self, image: NDArray[np.uint8], landmarks: NDArray[np.float32]) -> None:
        whites = EyeWhites.read(image, landmarks)
        if whites is not None:
            shift = _shift_from(self._home_shift, whites.illuminant())
            self._seen_eyes = True
        elif self._seen_eyes:
            return
        else:
            shift = Illuminant(0.0, _scene_stops(image))
        before = self._shift or shift
        self._shift = Illuminant(
            before.mired + _FOLLOW * (shift.mired - before.mired), before.stops + _FOLLOW * (shift.stops - before.stops)
        )
        self._light = self._lit(self._shift)

    def _lit(self, shift: Illuminant) -> Light:
        stops = min(max(self._home_shift.stops + shift.stops, _DARKEST), 0.0) - self._home_shift.stops
        gains = Illuminant(shift.mired, stops).light()
        return Light(self._home.blue * gains.blue, self._home.green * gains.green, self._home.red * gains.red)


def light_on(whites: EyeWhites, home: Light | None) -> Light:
    """The light on a face, for measuring it: as its eye whites show it, or as calibrated unless they clearly say other.

    Unlike what a ``LightMeter`` shows swatches in, it may be more than a well-lit scene's.
    """
    seen = whites.illuminant()
    if home is None:
        return seen.light()
    shift = _shift_from(_shift_of(home), seen)
    gains = shift.light()
    return Light(home.blue * gains.blue, home.green * gains.green, home.red * gains.red)


def _shift_of(home: Light) -> Illuminant:
    """How far a calibrated light is from a well-lit neutral one."""
    return Illuminant.of_colour(math.log(home.blue / home.green), math.log2(home.level))


def _shift_from(home: Illuminant, seen: Illuminant) -> Illuminant:
    """How far the light that eye whites show is from home, where it is farther than eyes differ."""
    return Illuminant(
        _beyond(seen.mired - home.mired, _MIRED_ZONE),
        _beyond(seen.stops - home.stops, _STOPS_ZONE),
    )


def _beyond(shift: float, zone: float) -> float:
    """Nothing within the zone, all of it from a half beyond, and a smooth way between."""
    share = min(max((abs(shift) / zone - 1.0) / (_FULL - 1.0), 0.0), 1.0)
    return shift * share * share * (3.0 - 2.0 * share)


def _scene_stops(image: NDArray[np.uint8]) -> float:
    """How far the brightest surfaces fall short of a well-lit scene's, 0 or less."""
    brightest = np.percentile(image[::16, ::16].max(axis=2), 98)
    seen, wanted = to_linear(np.array([brightest, _SCENE_WHITE], np.float32) / np.float32(255))
    return min(0.0, math.log2(max(float(seen / wanted), 2.0**_DARKEST)))
