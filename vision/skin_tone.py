"""The colour of a face's skin, for finding a foundation: read on demand from the bare picture, and kept nowhere."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.eye_whites import EyeWhites
from vision.geometry import Rect
from vision.light import LUMINANCE, to_linear, to_srgb
from vision.light_meter import light_on
from vision.makeup.face_view import eye_distance
from vision.messages import SkinTrouble
from vision.pose import turned_degrees

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.frames import Face
    from vision.light import Light

_RIGHT_CHEEK, _LEFT_CHEEK = (50, 101, 118, 205), (280, 330, 347, 425)
_OTHERS: Final = ((151, 9, 108, 337), (199, 175, 200), (138, 172, 192), (367, 397, 416))
"""Forehead, chin and the jaw's sides. Light from above leaves the jaw in the shade: it counts where it does not."""
_RADIUS: Final = 0.1
"""Of a patch, over the eye distance."""
_BODY: Final = (30, 80)
"""Percentiles of a patch's green: below lie pores, hairs and creases, above lies shine."""
_SHADED, _SHINING = 0.65, 1.5
"""A patch's luminance over the cheeks' beyond which it is hair, beard, shadow or shine."""
_LEAST_EYES: Final = 36.0
"""Pixels between the eyes: with fewer, a patch has not enough of them, and an eye white none."""
_MOST_TURNED: Final = 20.0
"""Degrees, to the side or up and down."""
_DARKEST_STOPS: Final = -3.0
_STRONGEST_MIRED: Final = 130.0
"""Light of a stronger colour leaves too little of one channel to tell skins apart."""
_LOPSIDED: Final = 1.0
"""Stops between the cheeks."""
_TWO_LIGHTS: Final = 0.16
"""Between the cheeks' logarithms of blue over green: 27 mired, a window on one side and a lamp on the other."""
_BLACK, _CLIPPED = 4, 250
_UNEVEN: Final = 7.0
"""CIELAB distance between patches, root mean square, from which on it is not one colour that was seen."""


@dataclass(frozen=True, slots=True)
class SkinReading:
    """One frame's.

    Attributes:
        lab: CIELAB of the skin as it would look in neutral light, shape (3,).
        spread: how far the patches lie from it, root mean square, CIELAB.
    """

    lab: NDArray[np.float32]
    spread: float


class UnreadableSkinError(Exception):
    """A frame that the skin's colour cannot be read from; ``trouble`` says what is in the way."""

    def __init__(self, trouble: SkinTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def read_skin(image: NDArray[np.uint8], face: Face, home: Light | None) -> SkinReading:
    """Measure one face in one frame.

    Args:
        image: BGR, shape (H, W, 3), bare.
        face: found in this very image.
        home: the light where the mirror hangs, as calibrated; None when it is not known.

    Raises:
        UnreadableSkinError: something is in the way.
    """
    eyes = eye_distance(face)
    _refuse_if(eyes < _LEAST_EYES, SkinTrouble.TOO_FAR)
    _refuse_if(max(map(abs, turned_degrees(face))) > _MOST_TURNED, SkinTrouble.TURNED_AWAY)
    cheeks = _cheeks(image, face, eyes)
    light = _light(image, face, home)
    others = [_linear(patch) for indices in _OTHERS if (patch := _patch(image, face, indices, eyes)) is not None]
    return _reading([*cheeks, *others], light)


def _refuse_if(wrong: bool, trouble: SkinTrouble) -> None:  # noqa: FBT001 - reads as the sentence that it is
    if wrong:
        raise UnreadableSkinError(trouble)


def _cheeks(image: NDArray[np.uint8], face: Face, eyes: float) -> list[NDArray[np.float32]]:
    """The colours of both, linear."""
    seen = [patch for one in (_RIGHT_CHEEK, _LEFT_CHEEK) if (patch := _patch(image, face, one, eyes)) is not None]
    _refuse_if(len(seen) < 2, SkinTrouble.OUT_OF_SIGHT)  # noqa: PLR2004 - both of them
    _refuse_if(bool(np.max(seen) >= _CLIPPED), SkinTrouble.TOO_BRIGHT)
    _refuse_if(bool(np.min(seen) <= _BLACK), SkinTrouble.TOO_DARK)
    right, left = map(_linear, seen)
    stops = math.log2(_luminance(right) / _luminance(left))
    tint = math.log(right[0] / right[1]) - math.log(left[0] / left[1])
    _refuse_if(abs(stops) > _LOPSIDED or abs(tint) > _TWO_LIGHTS, SkinTrouble.MIXED_LIGHT)
    return [right, left]


def _light(image: NDArray[np.uint8], face: Face, home: Light | None) -> Light:
    whites = EyeWhites.read(image, face.landmarks)
    if whites is None:
        raise UnreadableSkinError(SkinTrouble.EYES_HIDDEN)
    light = light_on(whites, home)
    _refuse_if(whites.clipped, SkinTrouble.TOO_BRIGHT)
    _refuse_if(math.log2(light.level) < _DARKEST_STOPS, SkinTrouble.TOO_DARK)
    _refuse_if(abs(whites.illuminant().mired) > _STRONGEST_MIRED, SkinTrouble.COLOURED_LIGHT)
    return light


def _patch(image: NDArray[np.uint8], face: Face, indices: tuple[int, ...], eyes: float) -> NDArray[np.float32] | None:
    """The colour of a patch's body, BGR 0..255; None when it is not all in the picture."""
    centre = face.landmarks[list(indices)].mean(axis=0, keepdims=True)
    rect = Rect.around(centre, eyes * _RADIUS)
    if not Rect.of(image).holds(rect):
        return None
    pixels = image[rect.slices].reshape(-1, 3)
    low, high = np.percentile(pixels[:, 1], _BODY)
    body = pixels[(pixels[:, 1] >= low) & (pixels[:, 1] <= high)]
    return np.asarray(np.median(body, axis=0), np.float32)


def _linear(patch: NDArray[np.float32]) -> NDArray[np.float32]:
    return to_linear(patch / np.float32(255))


def _luminance(linear: NDArray[np.float32]) -> float:
    return max(float(linear @ np.array(LUMINANCE, np.float32)), 1e-6)


def _reading(patches: list[NDArray[np.float32]], light: Light) -> SkinReading:
    """Put the patches together; the first two, the cheeks, say which of the others are skin in the same light."""
    cheeks = (_luminance(patches[0]) + _luminance(patches[1])) / 2
    kept = [patch for patch in patches if _SHADED < _luminance(patch) / cheeks < _SHINING]
    neutral = np.clip(np.array(kept) / np.array((light.blue, light.green, light.red), np.float32), 0, 1)
    lab = cv2.cvtColor(to_srgb(np.asarray(neutral, np.float32))[None], cv2.COLOR_BGR2LAB)[0]
    middle = np.median(lab, axis=0).astype(np.float32)
    # Form makes a face lighter here than there, so that lightness may differ by more than colour does.
    apart = (lab - middle) * np.array((0.5, 1, 1), np.float32)
    spread = float(np.sqrt((apart**2).sum(axis=1).mean()))
    _refuse_if(spread > _UNEVEN, SkinTrouble.MIXED_LIGHT)
    return SkinReading(middle, spread)
