"""The part of one face that is painted, in small: its pixels, and where its skin lies on the canonical face."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.makeup.shrink import Shrunk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from vision.makeup.face_view import FaceView
    from vision.makeup.footprint import Footprint
    from vision.makeup.uv import UvMap, UvRaster

_SMALL: Final = 34
"""Pixels of the eye distance in the small picture."""
_TRACE: Final = 0.08
"""Coverage below which a particle is not seen."""


class Canvas:
    """What the painters of one face of one frame share."""

    def __init__(self, image: NDArray[np.uint8], view: FaceView, uv: UvRaster) -> None:
        """Look at a face in a frame, BGR; nothing is worked out before it is asked for."""
        self._image = image
        self._view = view
        self._uv = uv
        self._factor = max(1, round(view.eyes / _SMALL))

    def shrunk(self, footprint: Footprint) -> Shrunk | None:
        """The picture around some of the face's vertices, as it is now; None when they are outside the frame."""
        rect = Rect.around(self._view.landmarks[footprint.vertices], 2 * self._factor).clipped(self._view.frame)
        return None if rect.empty else Shrunk.by(self._image, rect, self._factor)

    def map(self, shrunk: Shrunk, footprint: Footprint) -> UvMap:
        """Where each pixel of a small picture lies on the canonical face."""
        return self._uv.map(self._view.landmarks, self._view.pose, shrunk.rect, shrunk.scale, footprint.triangles)

    def sparkle(self, rect: Rect) -> NDArray[np.float32]:
        """Shimmer's particles over a part of the frame, 0..1, shape (H, W); each stays on its spot of the skin."""
        factor = self._factor
        wide, high = -(-rect.width // factor), -(-rect.height // factor)
        whole = Rect(rect.left, rect.top, rect.left + wide * factor, rect.top + high * factor)
        coordinates = self._uv.map(self._view.landmarks, self._view.pose, whole, 1 / factor)
        particles = self._uv.particles(coordinates, (whole.width, whole.height))[: rect.height, : rect.width]
        return particles * np.float32(1 / 255)

    def glitter(
        self, coordinates: UvMap, alpha: NDArray[np.float32], shrunk: Shrunk
    ) -> Iterator[tuple[Rect, NDArray[np.uint8]]]:
        """Shimmer's particles, 0..255, where a coverage of a small picture lets them show, part by part."""
        factor = self._factor
        coded = (alpha * np.float32(255)).astype(np.uint8)
        _, _, boxes, _ = cv2.connectedComponentsWithStats((alpha > _TRACE).view(np.uint8))
        for left, top, width, height in boxes[1:, :4].tolist():
            part = slice(top, top + height), slice(left, left + width)
            size = (width * factor, height * factor)
            at_left, at_top = shrunk.rect.left + left * factor, shrunk.rect.top + top * factor
            inside = Rect(at_left, at_top, at_left + size[0], at_top + size[1]).clipped(self._view.frame)
            particles = self._uv.particles(coordinates.part(part), size)
            cover = cv2.resize(coded[part], size, interpolation=cv2.INTER_LINEAR)
            cv2.multiply(particles, cover, dst=particles, scale=1 / 255)
            yield inside, particles[: inside.height, : inside.width]


def spread(change: NDArray[np.float32], image: NDArray[np.uint8], shrunk: Shrunk) -> None:
    """Add a change of the small picture, float32 (h, w, 3), to the frame, in place.

    It goes as bytes around 128, which is several times quicker than as floats; changes of 128 and more go at half
    precision, which is still finer than a camera's noise.
    """
    least, most, _, _ = cv2.minMaxLoc(change.reshape(len(change), -1))
    step = 1 if max(-least, most) < 127 else 2  # noqa: PLR2004 - what a byte holds on either side of 128
    coded = np.add(change * np.float32(1 / step), np.float32(128.5)).astype(np.uint8)
    large = cv2.resize(coded, (shrunk.rect.width, shrunk.rect.height), interpolation=cv2.INTER_LINEAR)
    seen = shrunk.rect.clipped(Rect.of(image))
    pixels = image[seen.slices]
    cv2.addWeighted(pixels, 1, large[: seen.height, : seen.width], step, -128 * step, dst=pixels)
