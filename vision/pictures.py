"""Reading pictures that anybody may have made."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.opencv_settings import MOST_MEGAPIXELS

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

_LARGEST_FILE: Final = 1 << 30
"""Bytes; 100 megapixels of four channels, 16 bits each and not packed, are less."""

_TOO_MANY_PIXELS: Final = "CV_IO_MAX_IMAGE_PIXELS"
"""What OpenCV's error names when a picture is larger than its setting allows."""


class PictureError(Exception):
    """A file that is no picture that can be used; a clause that says why, without the file's name."""


def read_picture(path: Path) -> NDArray[np.uint8]:
    """A picture as BGR, shape (H, W, 3), turned upright.

    Raises:
        PictureError: there is none, or it is too large for this process, which loaded OpenCV under ``PIXEL_LIMIT``.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # A pipe or a device may have no end.
            raise PictureError("is not a file")
        if status.st_size > _LARGEST_FILE:
            raise PictureError(f"has more than {_LARGEST_FILE >> 20:,} MB")
        data = np.fromfile(path, np.uint8)
    except OSError as error:
        raise PictureError(f"cannot be read: {error.strerror}") from error
    if data.size == 0:
        raise PictureError("is empty (0 bytes)")
    try:
        image: object = cv2.imdecode(data, cv2.IMREAD_COLOR)
    except cv2.error as error:
        if _TOO_MANY_PIXELS in error.err:
            raise PictureError(f"has more than {MOST_MEGAPIXELS} megapixels") from error
        image = None
    if image is None:
        raise PictureError("is not a picture that can be read")
    return np.asarray(image, np.uint8)
