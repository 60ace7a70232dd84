"""Tracking faces with MediaPipe's FaceLandmarker. MediaPipe's types end in this file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

import cv2
import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import BaseOptions
from mediapipe.tasks.python.vision import FaceLandmarker, FaceLandmarkerOptions, RunningMode

from assets.manifest import locate
from vision.detector import FaceDetector
from vision.frames import Face, Frame
from vision.geometry import Rect
from vision.identity import IdentityKeeper
from vision.smoothing import OneEuroFilter
from vision.window import FaceWindow

if TYPE_CHECKING:
    from types import TracebackType

    from mediapipe.tasks.python.vision import FaceLandmarkerResult

_MIN_CUTOFF: Final = 0.6
"""Hz; with more faces than one the landmarker does not filter, and this filter stands in."""
_BETA: Final = 12.0
"""Hz per eye distance a second."""
_EYES: Final = (468, 473)


class FaceTracker:
    """Finds the landmarks of up to ``max_faces`` faces, frame after frame or photo by photo."""

    def __init__(self, max_faces: int = 1, *, video: bool = True, blendshapes: bool = False) -> None:
        """Load the models.

        Args:
            max_faces: how many faces at most.
            video: frames follow each other in time; otherwise every frame stands alone.
            blendshapes: also measure the 52 expressions.

        Raises:
            AssetError: a model file is missing.
        """
        self._landmarker = FaceLandmarker.create_from_options(
            FaceLandmarkerOptions(
                base_options=BaseOptions(model_asset_path=str(locate("face_landmarker.task"))),
                running_mode=RunningMode.VIDEO if video else RunningMode.IMAGE,
                num_faces=max_faces,
                output_facial_transformation_matrixes=True,
                output_face_blendshapes=blendshapes,
            )
        )
        self._detector = FaceDetector()
        self._video = video
        self._window = FaceWindow()
        self._identities = IdentityKeeper()
        self._filters: dict[int, OneEuroFilter] | None = {} if video and max_faces > 1 else None
        self._clock_ms = 0

    def __enter__(self) -> Self:
        """Use the tracker as a context that closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the tracker."""
        self.close()

    def close(self) -> None:
        """Free the models."""
        self._landmarker.close()

    def track(self, frame: Frame) -> tuple[Face, ...]:
        """The faces in a frame, the nearest (widest) first."""
        whole = Rect.of(frame.image)
        found = self._find(frame, self._window.region(whole) if self._video else whole)
        if found and self._video:
            self._window.follow(Rect.around(found[0].landmarks))
        boxes = [Rect.around(face.landmarks) for face in found]
        ids = self._identities.assign(boxes, frame.captured_at)
        faces = [Face(i, face.landmarks, face.pose, face.blendshapes) for i, face in zip(ids, found, strict=True)]
        return tuple(self._smoothed(face, frame.captured_at) for face in faces)

    def _find(self, frame: Frame, region: Rect) -> list[Face]:
        """Look in ``region``; when nobody is there, in a window around the widest face of the whole frame."""
        found = self._landmark(frame, region)
        if found:
            return found
        boxes = self._detector.find(frame.image)
        whole = Rect.of(frame.image)
        self._window.region(whole)
        if not boxes:
            self._window.open()
            return []
        return self._landmark(frame, self._window.aim(boxes[0]))

    def _landmark(self, frame: Frame, region: Rect) -> list[Face]:
        picture = mp.Image(
            image_format=mp.ImageFormat.SRGB,
            data=cv2.cvtColor(frame.image[region.slices], cv2.COLOR_BGR2RGB),
        )
        if self._video:
            # The landmarker wants a clock that always rises, also when one frame is looked at twice.
            self._clock_ms = max(self._clock_ms + 1, round(frame.captured_at * 1000))
            result = self._landmarker.detect_for_video(picture, self._clock_ms)
        else:
            result = self._landmarker.detect(picture)
        return sorted(_faces(result, region), key=lambda face: float(np.ptp(face.landmarks[:, 0])), reverse=True)

    def _smoothed(self, face: Face, at: float) -> Face:
        if self._filters is None:
            return face
        smoother = self._filters.setdefault(face.id, OneEuroFilter(_MIN_CUTOFF, _BETA))
        eyes = float(np.linalg.norm(face.landmarks[_EYES[0]] - face.landmarks[_EYES[1]]))
        return Face(face.id, smoother.smooth(face.landmarks, at, max(eyes, 1.0)), face.pose, face.blendshapes)


def _faces(result: FaceLandmarkerResult, region: Rect) -> list[Face]:
    scale = np.array([region.width, region.height, region.width], np.float32)
    origin = np.array([region.left, region.top, 0], np.float32)
    faces = []
    for n, points in enumerate(result.face_landmarks):
        flat = np.fromiter((v for point in points for v in (point.x, point.y, point.z)), np.float32, 3 * len(points))
        blendshapes = (
            {shape.category_name or "": shape.score or 0.0 for shape in result.face_blendshapes[n]}
            if result.face_blendshapes
            else {}
        )
        pose = np.asarray(result.facial_transformation_matrixes[n], np.float32)
        faces.append(Face(0, flat.reshape(-1, 3) * scale + origin, pose, blendshapes))
    return faces
