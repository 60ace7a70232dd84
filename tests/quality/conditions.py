"""What a photograph is put through: dim rooms, distance, bad cameras, tilted heads, coloured lamps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from tests.quality.people import Photo
from tests.quality.relight import lamp, relit

if TYPE_CHECKING:
    from numpy.typing import NDArray

AS_TAKEN: Final = "as taken"


@dataclass(frozen=True, slots=True)
class Condition:
    """One way to make a photograph harder; what is not named stays as it is.

    Attributes:
        name: what the report calls it.
        gain: factor of the values that the picture stores.
        mired: how much warmer the light is than daylight.
        eyes: pixels between the pupils that are left of the photograph's own.
        jpeg: quality, 0..100, at which it is compressed.
        tilt: degrees by which the head leans, clockwise.
    """

    name: str
    gain: float = 1.0
    mired: float = 0.0
    eyes: float = math.inf
    jpeg: int | None = None
    tilt: float = 0.0

    def light(self, image: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The image (BGR) in this condition's light; a swatch is one too."""
        dimmed = np.rint(image * np.float32(self.gain)).clip(0, 255).astype(np.uint8) if self.gain != 1 else image
        return relit(dimmed, lamp(self.mired)) if self.mired else dimmed

    @property
    def full_size(self) -> bool:
        """Whether a pixel stays a pixel, so that colour and texture can be compared."""
        return self.eyes == math.inf and self.jpeg is None and self.tilt == 0

    def of(self, photo: Photo) -> Photo:
        """The photograph in this condition; its points move with it."""
        photo = Photo(self.light(photo.image), photo.points)
        if self.tilt:
            photo = _tilted(photo, self.tilt)
        if self.eyes < photo.eyes:
            photo = _shrunk(photo, self.eyes / photo.eyes)
        return photo if self.jpeg is None else Photo(_compressed(photo.image, self.jpeg), photo.points)


CONDITIONS: Final = (
    Condition(AS_TAKEN),
    Condition("pixel values x 0.25", gain=0.25),
    Condition("pixel values x 0.1", gain=0.1),
    Condition("60 px between the eyes", eyes=60),
    Condition("35 px between the eyes", eyes=35),
    Condition("JPEG quality 30", jpeg=30),
    Condition("head tilted 30° left", tilt=-30),
    Condition("head tilted 30° right", tilt=30),
    Condition("lamp 40 mired warmer", mired=40),
    Condition("lamp 40 mired cooler", mired=-40),
)


def _shrunk(photo: Photo, scale: float) -> Photo:
    image = cv2.resize(photo.image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    exact = np.array([image.shape[1] / photo.image.shape[1], image.shape[0] / photo.image.shape[0]])
    return Photo(np.asarray(image, np.uint8), (photo.points + 0.5) * exact - 0.5)


def _tilted(photo: Photo, degrees: float) -> Photo:
    height, width = photo.image.shape[:2]
    # OpenCV's angles run against the clock.
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    image = cv2.warpAffine(photo.image, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return Photo(np.asarray(image, np.uint8), photo.points @ turn[:, :2].T + turn[:, 2])


def _compressed(image: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)
