"""Scaling pictures that are larger than was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import cv2

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def fitted(image: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """The image, scaled down where it has more than ``width * height`` pixels; its shape stays."""
    pixels = image.shape[0] * image.shape[1]
    if pixels <= width * height:
        return image
    scale = (width * height / pixels) ** 0.5
    size = max(1, int(image.shape[1] * scale)), max(1, int(image.shape[0] * scale))
    return cast("NDArray[np.uint8]", cv2.resize(image, size, interpolation=cv2.INTER_AREA))
