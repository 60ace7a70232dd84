"""MediaPipe's HandLandmarker, and where its types end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from assets.manifest import locate
from vision.geometry import Rect
from vision.native_output import held_back
from vision.plotting import do_without_plotting

do_without_plotting()

import mediapipe as mp  # noqa: E402 - only now can it be imported
from mediapipe.tasks.python import BaseOptions  # noqa: E402
from mediapipe.tasks.python.vision import HandLandmarker, HandLandmarkerOptions, RunningMode  # noqa: E402

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEP_MS: Final = 33
"""What the landmarker, which wants a rising clock, is told lies between two looks: a camera's frame."""
_WARM_UP: Final = 64
"""Pixels of the first picture."""
_SCORE: Final = 0.4
"""Least confidence in a palm and in a hand: before a face hands are blurred and half hidden."""


class HandFinder:
    """Finds the hands in a part of a photo, or in a video the nearest, by following the one of the look before.

    In a video every look must be around the same person: a look elsewhere makes it lose the hand that it follows.
    """

    def __init__(self, *, video: bool) -> None:
        """Load the model.

        Raises:
            AssetError: the model file is missing.
        """
        self._video = video
        self._clock_ms = 0
        options = HandLandmarkerOptions(
            base_options=BaseOptions(model_asset_path=str(locate("hand_landmarker.task"))),
            running_mode=RunningMode.VIDEO if video else RunningMode.IMAGE,
            num_hands=1 if video else 2,
            min_hand_detection_confidence=_SCORE,
            min_hand_presence_confidence=_SCORE,
            min_tracking_confidence=_SCORE,
        )
        with held_back():
            self._landmarker = HandLandmarker.create_from_options(options)
            # The first look prepares the model, which takes as long as several, and has something to say about itself.
            self.find(np.zeros((_WARM_UP, _WARM_UP, 3), np.uint8), Rect(0, 0, _WARM_UP, _WARM_UP))

    def close(self) -> None:
        """Free the model."""
        self._landmarker.close()

    def find(self, image: NDArray[np.uint8], region: Rect) -> list[NDArray[np.float32]]:
        """The hands in a part of a BGR image: 21 points each, shape (21, 2), pixels of the image.

        Args:
            image: shape (H, W, 3).
            region: a square, some of it in the image: what the landmarker says of any other picture is distorted.
        """
        picture = mp.Image(image_format=mp.ImageFormat.SRGB, data=_square(image, region))
        self._clock_ms += _STEP_MS
        if self._video:
            found = self._landmarker.detect_for_video(picture, self._clock_ms)
        else:
            found = self._landmarker.detect(picture)
        size = np.float32(region.width)
        corner = np.array([region.left, region.top], np.float32)
        return [
            np.array([(point.x, point.y) for point in hand], np.float32) * size + corner
            for hand in found.hand_landmarks
        ]


class PhotoHands:
    """Finds the hands of everybody in photos, by one model: what was found in one photo says nothing of the next."""

    def __init__(self) -> None:
        """Load the model.

        Raises:
            AssetError: the model file is missing.
        """
        self._finder = HandFinder(video=False)

    def close(self) -> None:
        """Free the model."""
        self._finder.close()

    def lend(self, _person: int) -> HandFinder:
        """The one for everybody."""
        return self._finder

    def give_back(self, _person: int) -> None:
        """It stays everybody's."""


class VideoHands:
    """Finds the hands of each person in a video by a model of their own.

    The first is loaded at once and each other when it is first needed, for which a frame waits; who comes later takes
    over that of somebody who has left.
    """

    def __init__(self) -> None:
        """Load the model for the first person.

        Raises:
            AssetError: the model file is missing.
        """
        self._free = [HandFinder(video=True)]
        self._lent: dict[int, HandFinder] = {}

    def close(self) -> None:
        """Free all models."""
        for finder in (*self._free, *self._lent.values()):
            finder.close()

    def lend(self, person: int) -> HandFinder:
        """The one of a person, by their number, until it is given back."""
        if person not in self._lent:
            self._lent[person] = self._free.pop() if self._free else HandFinder(video=True)
        return self._lent[person]

    def give_back(self, person: int) -> None:
        """The person has left.

        Raises:
            KeyError: none was lent to them.
        """
        self._free.append(self._lent.pop(person))


def _square(image: NDArray[np.uint8], region: Rect) -> NDArray[np.uint8]:
    """A region's pixels as RGB, black outside the image."""
    there = region.clipped(Rect.of(image))
    pixels = cv2.cvtColor(image[there.slices], cv2.COLOR_BGR2RGB)
    if there != region:
        above, below = there.top - region.top, region.bottom - there.bottom
        left, right = there.left - region.left, region.right - there.right
        pixels = cv2.copyMakeBorder(pixels, above, below, left, right, cv2.BORDER_CONSTANT)
    return np.asarray(pixels, np.uint8)
