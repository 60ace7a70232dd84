"""Camera frames of printed codes held before a mirror, from a seed: geometry, optics and sensor as a shop's are.

A code of its real size lies on plain card. A pinhole camera looks at it, the card is tilted about every axis, and what
the lens, the hand, the lamps and the sensor do to the picture follows in the order in which it happens.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np
import zxingcpp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

WIDTH: Final = 1280
HEIGHT: Final = 720

_POINTS: Final = 8
"""Of a print, across each module."""
_SAMPLES: Final = 6
"""Squares of so many by so many samples make a pixel."""
_MARGIN_MM: Final = 6.0
"""Of card around a code with its quiet zone."""
_EDGE: Final = 8
"""Pixels around a card that its blur reaches."""

_LINEAR: Final = frozenset({zxingcpp.BarcodeFormat.EANUPC, zxingcpp.BarcodeFormat.Code128})


@dataclass(frozen=True, slots=True)
class Print:
    """A code as it is printed.

    Attributes:
        format, text: its symbology and what it says.
        module_mm: the width of its narrowest bar, or of a square.
        bar_mm: the height of a linear code's bars.
        gs1: the text has GS1's application identifiers in parentheses.
    """

    format: zxingcpp.BarcodeFormat
    text: str
    module_mm: float
    bar_mm: float = 0.0
    gs1: bool = False

    def card(self) -> tuple[NDArray[np.float32], float]:
        """What the card reflects, 0..1, shape (H, W), and how many of its points are a millimetre."""
        code = zxingcpp.create_barcode(self.text, self.format, gs1=self.gs1)
        cells = np.array(zxingcpp.write_barcode_to_image(code, scale=1), np.uint8)
        points = _POINTS / self.module_mm
        if self.format.symbology in _LINEAR:
            cells = cells[len(cells) // 2][np.newaxis].repeat(round(self.bar_mm * points), axis=0)
        else:
            cells = cells.repeat(_POINTS, axis=0)
        margin = round(_MARGIN_MM * points)
        return np.pad(cells.repeat(_POINTS, axis=1) / np.float32(255), margin, constant_values=1), points


@dataclass(frozen=True, slots=True)
class Pose:
    """How a card is held.

    Attributes:
        x_mm, y_mm, z_mm: of its middle, to the right of, below and before the camera.
        pitch, yaw, roll: about the axes across, upright and of sight, radians.
    """

    x_mm: float
    y_mm: float
    z_mm: float
    pitch: float
    yaw: float
    roll: float

    def seen(self, points_mm: NDArray[np.float64], view_degrees: float) -> NDArray[np.float64]:
        """Where a camera that sees so many degrees across sees points of the card, (N, 2) pixels from (N, 2) mm."""
        turn = np.eye(3)
        for axis in np.diag([self.pitch, self.yaw, self.roll]):
            turn = turn @ np.asarray(cv2.Rodrigues(axis)[0])
        there = points_mm @ turn[:, :2].T + (self.x_mm, self.y_mm, self.z_mm)
        focal = WIDTH / 2 / math.tan(math.radians(view_degrees) / 2)
        return np.asarray(there[:, :2] / there[:, 2:] * focal + (WIDTH / 2, HEIGHT / 2))


@dataclass(frozen=True, slots=True)
class Conditions:
    """What happens to the light between a card and a frame.

    Attributes:
        view_degrees: how much the camera sees across.
        blur: of lens and focus, pixels of standard deviation.
        motion: how far the card moves while the shutter is open, pixels.
        glare, glare_mm, glare_at: what a lamp's reflection adds in grey levels, the standard deviation of its size, and
            its place on the card, millimetres from the middle.
        card, ink: grey levels of white and black.
        noise: of the sensor, grey levels of standard deviation.
        quality: of the camera's JPEG, 0..100.
    """

    view_degrees: float
    blur: float
    motion: tuple[float, float]
    glare: float
    glare_mm: float
    glare_at: tuple[float, float]
    card: float
    ink: float
    noise: float
    quality: int


@dataclass(frozen=True, slots=True)
class Held:
    """A print in a hand."""

    code: Print
    pose: Pose


def frame_of(
    held: list[Held], background: NDArray[np.uint8], conditions: Conditions, rng: np.random.Generator
) -> NDArray[np.uint8]:
    """A frame, BGR, shape (HEIGHT, WIDTH, 3).

    Args:
        background: what is behind the cards, of the same shape.
    """
    picture = background.astype(np.float32)
    for each in held:
        _lay(picture, each, conditions)
    picture += rng.normal(0, conditions.noise, picture.shape)
    sent = cv2.imencode(".jpg", picture.clip(0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, conditions.quality])
    return np.asarray(cv2.imdecode(sent[1], cv2.IMREAD_COLOR), np.uint8)


def shots(
    codes: list[Print], background: NDArray[np.uint8], conditions: Conditions, poses: list[Pose], seed: int
) -> Iterator[NDArray[np.uint8]]:
    """Frames of codes in hands that are never quite still, without end.

    Each has the hands' tremor (1.5 mm, 1 degree) and a motion of its own while the shutter is open (0.8 pixels on
    average, as 3 cm/s are in 1/100 s).
    """
    rng = np.random.default_rng(seed)
    while True:
        held = [Held(code, _trembling(pose, rng)) for code, pose in zip(codes, poses, strict=True)]
        angle, length = rng.uniform(0, 2 * math.pi), abs(rng.normal(0, 1.0))
        motion = (length * math.cos(angle), length * math.sin(angle))
        yield frame_of(held, background, replace(conditions, motion=motion), rng)


def conditions_of(rng: np.random.Generator) -> Conditions:
    """Conditions of a shop."""
    return Conditions(
        view_degrees=rng.uniform(60, 70),
        blur=rng.uniform(0.4, 0.8),
        motion=(0.0, 0.0),
        glare=rng.choice([0.0, rng.uniform(40, 200)]),
        glare_mm=rng.uniform(2, 5),
        glare_at=(rng.uniform(-15, 15), rng.uniform(-10, 10)),
        card=rng.uniform(150, 230),
        ink=rng.uniform(25, 55),
        noise=rng.uniform(1.5, 4),
        quality=int(rng.integers(80, 96)),
    )


def pose_of(
    rng: np.random.Generator, distance_mm: float, *, middle: tuple[float, float] = (0.0, 0.0), most_tilt: float = 30.0
) -> Pose:
    """A card held up near a place, tilted by up to so many degrees about each axis."""
    tilt = math.radians(most_tilt)
    return Pose(
        middle[0] + rng.uniform(-40, 40),
        middle[1] + rng.uniform(-30, 30),
        distance_mm,
        rng.uniform(-tilt, tilt),
        rng.uniform(-tilt, tilt),
        rng.uniform(-tilt, tilt),
    )


def _trembling(pose: Pose, rng: np.random.Generator) -> Pose:
    x, y, z = rng.normal(0, 1.5, 3)
    pitch, yaw, roll = rng.normal(0, math.radians(1), 3)
    return Pose(pose.x_mm + x, pose.y_mm + y, pose.z_mm + z, pose.pitch + pitch, pose.yaw + yaw, pose.roll + roll)


def _lay(picture: NDArray[np.float32], held: Held, conditions: Conditions) -> None:
    """Draw a card into a picture, with glare and blur."""
    card, points = held.code.card()
    height, width = card.shape
    half = np.array([width, height]) / 2
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float64)
    seen = held.pose.seen((corners - half) / points, conditions.view_degrees)
    left, top = np.maximum(np.floor(seen.min(axis=0)).astype(int) - _EDGE, 0)
    right, bottom = np.minimum(np.ceil(seen.max(axis=0)).astype(int) + _EDGE, (WIDTH, HEIGHT))
    size = ((right - left) * _SAMPLES, (bottom - top) * _SAMPLES)
    # Pixel centres of both pictures lie at halves.
    onto = cv2.getPerspectiveTransform(
        (corners - 0.5).astype(np.float32), ((seen - (left, top)) * _SAMPLES - 0.5).astype(np.float32)
    )
    light = conditions.ink + (conditions.card - conditions.ink) * card + _glare(card.shape, points, conditions)
    drawn = cv2.warpPerspective(light, onto, size)
    cover = cv2.warpPerspective(np.ones_like(card), onto, size)[..., np.newaxis]
    behind = cv2.resize(picture[top:bottom, left:right], size)
    fine = behind * (1 - cover) + np.asarray(drawn)[..., np.newaxis] * cover
    fine = cv2.filter2D(fine, -1, _motion_kernel(conditions.motion))
    fine = cv2.GaussianBlur(fine, (0, 0), conditions.blur * _SAMPLES)
    picture[top:bottom, left:right] = cv2.resize(fine, (right - left, bottom - top), interpolation=cv2.INTER_AREA)


def _glare(shape: tuple[int, ...], points: float, conditions: Conditions) -> NDArray[np.float32]:
    down = (np.arange(shape[0]) - shape[0] / 2) / points - conditions.glare_at[1]
    across = (np.arange(shape[1]) - shape[1] / 2) / points - conditions.glare_at[0]
    falls = np.outer(
        np.exp(-((down / conditions.glare_mm) ** 2) / 2), np.exp(-((across / conditions.glare_mm) ** 2) / 2)
    )
    return (conditions.glare * falls).astype(np.float32)


def _motion_kernel(motion: tuple[float, float]) -> NDArray[np.float32]:
    reach = math.ceil(math.hypot(*motion) * _SAMPLES / 2) + 1
    kernel = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    for share in np.linspace(-0.5, 0.5, 8 * reach):
        kernel[round(reach + share * motion[1] * _SAMPLES), round(reach + share * motion[0] * _SAMPLES)] += 1
    kernel /= kernel.sum()
    return kernel
