"""MediaPipe's FaceLandmarker, and where its types end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from assets.manifest import locate
from vision.geometry import Rect
from vision.native_output import held_back
from vision.plotting import do_without_plotting

do_without_plotting()

import mediapipe as mp  # noqa: E402 - only now can it be imported
from mediapipe.tasks.python import BaseOptions  # noqa: E402
from mediapipe.tasks.python.vision import FaceLandmarker, FaceLandmarkerOptions, RunningMode  # noqa: E402

if TYPE_CHECKING:
    from mediapipe.tasks.python.vision import FaceLandmarkerResult
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Landmarks:
    """One face as the model gives it.

    Attributes:
        points: float32, shape (478, 3), pixels of the frame; z in the scale of x.
        box: the rectangle around them.
        blendshapes: name to 0..1; empty unless asked for.
    """

    points: NDArray[np.float32]
    box: Rect
    blendshapes: dict[str, float]


class BareLandmarker:
    """FaceLandmarker as any program would use it on a camera's frames: what the benchmark measures against."""

    def __init__(self) -> None:
        """Load the model, with nothing asked for but landmarks.

        Raises:
            AssetError: the model file is missing.
        """
        options = FaceLandmarkerOptions(_base_options(), running_mode=RunningMode.VIDEO, num_faces=1)
        with held_back():
            self._landmarker = FaceLandmarker.create_from_options(options)

    def close(self) -> None:
        """Free the model."""
        self._landmarker.close()

    def find(self, image: NDArray[np.uint8], at_ms: int) -> None:
        """Turn BGR to RGB, wrap it, detect."""
        self._landmarker.detect_for_video(_picture(image), at_ms)


class Landmarker:
    """One FaceLandmarker: for a video of one face, which it filters over time, or for photos of several."""

    def __init__(self, max_faces: int, *, video: bool, blendshapes: bool) -> None:
        """Load the model.

        Raises:
            AssetError: the model file is missing.
        """
        self._video = video
        options = FaceLandmarkerOptions(
            base_options=_base_options(),
            running_mode=RunningMode.VIDEO if video else RunningMode.IMAGE,
            num_faces=max_faces,
            output_face_blendshapes=blendshapes,
        )
        with held_back():
            self._landmarker = FaceLandmarker.create_from_options(options)

    def close(self) -> None:
        """Free the model."""
        self._landmarker.close()

    def find(self, image: NDArray[np.uint8], region: Rect, at_ms: int) -> list[Landmarks]:
        """The faces in a region of a BGR image, the widest first; ``at_ms`` must rise from call to call in a video."""
        picture = _picture(image[region.slices])
        detector = self._landmarker
        result = detector.detect_for_video(picture, at_ms) if self._video else detector.detect(picture)
        return sorted(_faces(result, region), key=lambda face: face.box.width, reverse=True)


def _base_options() -> BaseOptions:
    return BaseOptions(model_asset_path=str(locate("face_landmarker.task")))


def _picture(image: NDArray[np.uint8]) -> mp.Image:
    return mp.Image(image_format=mp.ImageFormat.SRGB, data=cv2.cvtColor(image, cv2.COLOR_BGR2RGB))


def _faces(result: FaceLandmarkerResult, region: Rect) -> list[Landmarks]:
    scale = np.array([region.width, region.height, region.width], np.float32)
    origin = np.array([region.left, region.top, 0], np.float32)
    faces = []
    for n, points in enumerate(result.face_landmarks):
        # Axis by axis: three lists of floats become an array in half the time that 478 triples take.
        axes = [point.x for point in points], [point.y for point in points], [point.z for point in points]
        placed = np.array(axes, np.float32).T * scale + origin
        shapes = result.face_blendshapes[n] if result.face_blendshapes else []
        blendshapes = {shape.category_name or "": shape.score or 0.0 for shape in shapes}
        faces.append(Landmarks(placed, Rect.around(placed), blendshapes))
    return faces
