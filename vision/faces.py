"""MediaPipe's FaceLandmarker, and where its types end."""

from __future__ import annotations

import contextlib
import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from assets.manifest import locate
from vision.geometry import Rect
from vision.native_output import held_back
from vision.plotting import do_without_plotting

do_without_plotting()

import mediapipe as mp  # noqa: E402 - only now can it be imported
from mediapipe.tasks.python import BaseOptions  # noqa: E402
from mediapipe.tasks.python.components.containers.landmark_c import NormalizedLandmarkC  # noqa: E402
from mediapipe.tasks.python.vision import FaceLandmarker, FaceLandmarkerOptions, RunningMode  # noqa: E402
from mediapipe.tasks.python.vision.face_landmarker import FaceLandmarkerResultC  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediapipe.tasks.python.vision import FaceLandmarkerResult
    from numpy.typing import NDArray


_FLOATS_A_LANDMARK: Final = ctypes.sizeof(NormalizedLandmarkC) // ctypes.sizeof(ctypes.c_float)


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
        if self._video:
            with _detected(self._landmarker, picture, at_ms) as result:
                faces = _faces(result, region)
        else:
            faces = _faces_of_photo(self._landmarker.detect(picture), region)
        return sorted(faces, key=lambda face: face.box.width, reverse=True)


def _base_options() -> BaseOptions:
    return BaseOptions(model_asset_path=str(locate("face_landmarker.task")))


def _picture(image: NDArray[np.uint8]) -> mp.Image:
    return mp.Image(image_format=mp.ImageFormat.SRGB, data=cv2.cvtColor(image, cv2.COLOR_BGR2RGB))


@contextlib.contextmanager
def _detected(landmarker: FaceLandmarker, picture: mp.Image, at_ms: int) -> Iterator[FaceLandmarkerResultC]:
    """The result of ``detect_for_video`` as the library's C interface gives it, for as long as the context lasts.

    MediaPipe makes an object of each of the 478 landmarks, which costs a twentieth of the detection; here they are read
    as the array that they are. Tests hold it against the public way.
    """
    result = FaceLandmarkerResultC()
    library, handle, image = landmarker._lib, landmarker._handle, picture._image_ptr  # noqa: SLF001 - see above
    library.MpFaceLandmarkerDetectForVideo(handle, image, None, at_ms, ctypes.byref(result))
    try:
        yield result
    finally:
        library.MpFaceLandmarkerCloseResult(ctypes.byref(result))


def _faces(result: FaceLandmarkerResultC, region: Rect) -> list[Landmarks]:
    faces = []
    for n in range(result.face_landmarks_count):
        found = result.face_landmarks[n]
        floats = ctypes.c_float * (found.landmarks_count * _FLOATS_A_LANDMARK)
        fields = np.frombuffer(ctypes.cast(found.landmarks, ctypes.POINTER(floats)).contents, np.float32)
        shapes = result.face_blendshapes[n] if n < result.face_blendshapes_count else None
        blendshapes = (
            {shape.category_name.decode(): shape.score for shape in shapes.categories[: shapes.categories_count]}
            if shapes
            else {}
        )
        faces.append(_placed(fields.reshape(-1, _FLOATS_A_LANDMARK)[:, :3], region, blendshapes))
    return faces


def _faces_of_photo(result: FaceLandmarkerResult, region: Rect) -> list[Landmarks]:
    faces = []
    for n, points in enumerate(result.face_landmarks):
        shapes = result.face_blendshapes[n] if result.face_blendshapes else []
        blendshapes = {shape.category_name or "": shape.score or 0.0 for shape in shapes}
        shares = np.array([(point.x, point.y, point.z) for point in points], np.float32)
        faces.append(_placed(shares, region, blendshapes))
    return faces


def _placed(shares: NDArray[np.float32], region: Rect, blendshapes: dict[str, float]) -> Landmarks:
    """Landmarks given in shares of a region's width and height."""
    scale = np.array([region.width, region.height, region.width], np.float32)
    placed = shares * scale + np.array([region.left, region.top, 0], np.float32)
    return Landmarks(placed, Rect.around(placed), blendshapes)
