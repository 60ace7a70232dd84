"""What the landmarker's C interface says is what MediaPipe's own classes say."""

from __future__ import annotations

import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import BaseOptions
from mediapipe.tasks.python.vision import FaceLandmarker, FaceLandmarkerOptions, RunningMode

from assets.manifest import locate
from tests.vision.faces import portrait
from vision.faces import Landmarker
from vision.geometry import Rect


def test_landmarks_and_blendshapes_are_those_of_the_public_interface() -> None:
    image = portrait()
    whole = Rect.of(image)
    ours = Landmarker(1, video=True, blendshapes=True)
    theirs = FaceLandmarker.create_from_options(
        FaceLandmarkerOptions(
            BaseOptions(model_asset_path=str(locate("face_landmarker.task"))),
            running_mode=RunningMode.VIDEO,
            output_face_blendshapes=True,
        )
    )
    for at_ms in (0, 33, 66):
        (face,) = ours.find(image, whole, at_ms)
        picture = mp.Image(image_format=mp.ImageFormat.SRGB, data=np.ascontiguousarray(image[..., ::-1]))
        expected = theirs.detect_for_video(picture, at_ms)
        points = np.array([(point.x, point.y, point.z) for point in expected.face_landmarks[0]], np.float32)
        np.testing.assert_allclose(face.points, points * (whole.width, whole.height, whole.width), rtol=1e-6)
        assert face.blendshapes == {shape.category_name: shape.score for shape in expected.face_blendshapes[0]}
    ours.close()
    theirs.close()


def test_nobody_is_found_where_nobody_is() -> None:
    landmarker = Landmarker(1, video=True, blendshapes=False)
    empty = np.full((240, 320, 3), 127, np.uint8)
    assert landmarker.find(empty, Rect.of(empty), 0) == []
    landmarker.close()
