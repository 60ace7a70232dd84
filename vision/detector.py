"""Finding faces that the landmarker's own detector does not reach: small ones, at two metres and more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from assets.manifest import locate
from vision.geometry import Rect
from vision.native_output import held_back

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LONG_SIDE: Final = 640
"""Pixels. A 55 px face in a 640 x 480 frame keeps its size; larger frames are searched smaller, at 10 ms or less."""
_SCORE: Final = 0.6


class FaceDetector:
    """YuNet, over the whole frame, scaled to 640 px."""

    def __init__(self) -> None:
        """Load the model.

        Raises:
            AssetError: the model file is missing.
        """
        model = str(locate("face_detection_yunet_2023mar.onnx"))
        with held_back():
            self._net = cv2.FaceDetectorYN.create(model, "", (320, 320), _SCORE)

    def find(self, image: NDArray[np.uint8]) -> list[Rect]:
        """The faces in a BGR image, the widest first, in its own pixels."""
        height, width = image.shape[:2]
        scale = min(1.0, _LONG_SIDE / max(width, height))
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        self._net.setInputSize(size)
        # The second value is None when there is nobody, whatever the type stubs say.
        found: object = self._net.detect(cv2.resize(image, size, interpolation=cv2.INTER_AREA))[1]
        if found is None:
            return []
        boxes = np.asarray(found, np.float32)[:, :4] / scale
        rects = [Rect(round(x), round(y), round(x + w), round(y + h)) for x, y, w, h in boxes]
        return sorted(rects, key=lambda rect: rect.width, reverse=True)
