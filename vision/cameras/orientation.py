"""Setting a picture upright and mirroring it, in as few passes over its pixels as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import cv2

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from vision.camera_spec import Rotation


def oriented(image: NDArray[np.uint8], rotation: Rotation, *, mirror: bool) -> NDArray[np.uint8]:
    """The image turned clockwise by ``rotation`` degrees, then, if asked, with left and right swapped."""
    match rotation, mirror:
        case 0, False:
            turned: object = image
        case 0, True:
            turned = cv2.flip(image, 1)
        case 180, True:
            turned = cv2.flip(image, 0)
        case 180, False:
            turned = cv2.flip(image, -1)
        case 90, True:
            turned = cv2.transpose(image)
        case 90, False:
            turned = cv2.rotate(image, cv2.ROTATE_90_CLOCKWISE)
        case 270, False:
            turned = cv2.rotate(image, cv2.ROTATE_90_COUNTERCLOCKWISE)
        case _:
            turned = cv2.flip(cv2.transpose(image), -1)
    return cast("NDArray[np.uint8]", turned)
