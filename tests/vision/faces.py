"""The sample portrait and what is made of it, for tests of tracking and painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from assets.manifest import locate
from vision.frames import Face, Frame
from vision.light import to_linear, to_srgb

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.light import Light


def portrait() -> NDArray[np.uint8]:
    """The sample portrait, BGR, 512 x 512, a face about 130 px tall at the left of its middle."""
    image = cv2.imread(str(locate("astronaut.png")))
    return np.asarray(image, np.uint8)


def frame(image: NDArray[np.uint8], sequence: int = 0, rate: float = 30.0) -> Frame:
    """An image as a camera would have given it."""
    return Frame(image, sequence / rate, sequence)


def moved(face: Face, scale: float = 1.0, x: float = 0.0, y: float = 0.0) -> Face:
    """The same face at another size and place."""
    landmarks = face.landmarks * np.float32(scale) + np.array([x, y, 0], np.float32)
    return Face(face.id, landmarks.astype(np.float32), face.pose, face.blendshapes)


def scene(width: int, height: int, face_width: int, at: tuple[int, int]) -> NDArray[np.uint8]:
    """A grey wall with the portrait before it, its face about so wide and its picture's corner at the given place."""
    image = np.full((height, width, 3), 150, np.uint8)
    side = round(512 * face_width / 100)
    person = cv2.resize(portrait(), (side, side), interpolation=cv2.INTER_AREA)
    x, y = at
    part = person[: height - y, : width - x]
    image[y : y + part.shape[0], x : x + part.shape[1]] = part
    return image


def relit(image: NDArray[np.uint8], light: Light, noise: float = 1.5) -> NDArray[np.uint8]:
    """A picture of a neutral scene as the camera would show it in another light, with the camera's noise."""
    gains = np.array((light.blue, light.green, light.red), np.float32)
    shown = to_srgb(np.clip(to_linear(image.astype(np.float32) / np.float32(255)) * gains, 0, 1)) * 255
    grain = np.random.default_rng(0).normal(0, noise, image.shape)
    return np.clip(np.round(shown + grain), 0, 255).astype(np.uint8)
