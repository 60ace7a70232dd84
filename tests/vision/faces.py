"""The sample portrait and what is made of it, for tests of tracking and painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from assets.manifest import locate
from vision import landmarks as lm
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


def drawn_head(
    face: Face, skin: tuple[int, int, int], wall: int = 150
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """A plain head of one skin, BGR, with plain eyes as a well-lit camera shows them, before a grey wall.

    Returns the picture and the landmarks of its face, which is 390 px tall.
    """
    landmarks = face.landmarks * np.float32(3)
    image = np.full((512 * 3, 512 * 3, 3), wall, np.uint8)
    left, top = landmarks[:, :2].min(axis=0).astype(int)
    right, bottom = landmarks[:, :2].max(axis=0).astype(int)
    image[top - 40 : bottom + 40, left - 20 : right + 20] = skin
    for upper, lower, iris in (
        (lm.RIGHT_EYE_UPPER, lm.RIGHT_EYE_LOWER, lm.RIGHT_IRIS),
        (lm.LEFT_EYE_UPPER, lm.LEFT_EYE_LOWER, lm.LEFT_IRIS),
    ):
        eye = landmarks[[*upper, *lower[-2:0:-1]], :2]
        cv2.fillPoly(image, [eye.round().astype(np.int32)], (175, 178, 178))
        centre = landmarks[iris[0], :2]
        radius = float(np.linalg.norm(landmarks[list(iris[1:]), :2] - centre, axis=1).mean())
        cv2.circle(image, (round(float(centre[0])), round(float(centre[1]))), round(radius), (40, 50, 70), -1)
    return image, landmarks
