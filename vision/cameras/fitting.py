"""Scaling pictures that are larger than was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import cv2

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def fitted(image: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """The image, scaled down where it has more than ``width * height`` pixels; its shape stays.

    An exact average of 1080 lines to 720 takes 8.5 ms, a quarter of a frame's time. Two steps take a fifth of that: by
    a whole factor, which OpenCV averages quickly, and then, by less than a half, between neighbours.
    """
    rows, columns = image.shape[:2]
    pixels = rows * columns
    if pixels <= width * height:
        return image
    scale = (width * height / pixels) ** 0.5
    size = max(1, int(columns * scale)), max(1, int(rows * scale))
    factor = min(columns // size[0], rows // size[1])
    if factor > 1:
        # What is left over at the right and below is less than a pixel of the result.
        whole = image[: rows // factor * factor, : columns // factor * factor]
        image = _resized(whole, (columns // factor, rows // factor), cv2.INTER_AREA)
    return _resized(image, size, cv2.INTER_LINEAR)


def _resized(image: NDArray[np.uint8], size: tuple[int, int], interpolation: int) -> NDArray[np.uint8]:
    return cast("NDArray[np.uint8]", cv2.resize(image, size, interpolation=interpolation))
