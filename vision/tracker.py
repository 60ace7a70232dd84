"""Following faces from frame to frame, and finding them in photos."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from vision.detector import FaceDetector
from vision.faces import Landmarker, Landmarks
from vision.frames import Face
from vision.geometry import Rect
from vision.identity import IdentityKeeper
from vision.landmarks import LEFT_IRIS, RIGHT_IRIS
from vision.pose import PoseSolver
from vision.steadiness import LandmarkFilter
from vision.window import FaceWindow

if TYPE_CHECKING:
    from types import TracebackType

    from numpy.typing import NDArray

    from vision.frames import Frame

_SAME_FACE: Final = 0.3
"""Overlap of two boxes from which on they are of one face."""
_LOOK_ROUND_EVERY: Final = 10
"""Frames between looks for more people, while there is room for them."""


class FaceTracker:
    """Finds the landmarks of up to ``max_faces`` people in frame after frame.

    Each person has a landmarker and a window of their own, so that each is filtered over time and near in its window.
    """

    def __init__(self, max_faces: int = 1, *, blendshapes: bool = False) -> None:
        """Load the models.

        Raises:
            AssetError: a model file is missing.
        """
        self._detector = FaceDetector()
        self._poses = PoseSolver()
        self._tracks = [_Track(blendshapes=blendshapes) for _ in range(max_faces)]
        self._identities = IdentityKeeper()
        self._frames = 0

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
        for track in self._tracks:
            track.close()

    def track(self, frame: Frame) -> tuple[Face, ...]:
        """The faces in a frame, the nearest (widest) first."""
        for track in self._tracks:
            if track.face:
                track.follow(frame)
        self._free_doubles()
        idle = [track for track in self._tracks if not track.face]
        nobody = len(idle) == len(self._tracks)
        if nobody or (idle and self._frames % _LOOK_ROUND_EVERY == 0):
            self._look_round(frame, idle)
        self._frames += 1
        found = sorted(filter(None, (track.face for track in self._tracks)), key=lambda face: -face.box.width)
        ids = self._identities.assign([face.box for face in found], frame.captured_at)
        return tuple(
            Face(number, face.points, self._poses.solve(face.points, *_size(frame.image)), face.blendshapes)
            for number, face in zip(ids, found, strict=True)
        )

    def _free_doubles(self) -> None:
        """Let go of a track that slid onto the face of another before it."""
        taken: list[Rect] = []
        for track in self._tracks:
            if track.face and _is_one_of(track.face.box, taken):
                track.face = None
            elif track.face:
                taken.append(track.face.box)

    def _look_round(self, frame: Frame, idle: list[_Track]) -> None:
        """Give each face that nobody follows to a track that follows nobody."""
        taken = [track.face.box for track in self._tracks if track.face]
        boxes = [box for box in self._detector.find(frame.image) if not _is_one_of(box, taken)]
        for track, box in zip(idle, boxes, strict=False):
            track.begin_at(box, frame)
            if track.face and _is_one_of(track.face.box, taken):
                track.face = None
            elif track.face:
                taken.append(track.face.box)
        if not taken:
            # The landmarker's own detector sees some that the other does not, such as half a face at the edge.
            idle[0].begin(frame)


class FaceFinder:
    """Finds the landmarks of the people in photos, each photo by itself."""

    def __init__(self, max_faces: int = 4, *, blendshapes: bool = False) -> None:
        """Load the models.

        Raises:
            AssetError: a model file is missing.
        """
        self._detector = FaceDetector()
        self._poses = PoseSolver()
        self._landmarker = Landmarker(max_faces, video=False, blendshapes=blendshapes)
        self._max_faces = max_faces

    def __enter__(self) -> Self:
        """Use the finder as a context that closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the finder."""
        self.close()

    def close(self) -> None:
        """Free the models."""
        self._landmarker.close()

    def find(self, image: NDArray[np.uint8]) -> tuple[Face, ...]:
        """The faces in a BGR image, the widest first, numbered from 1."""
        whole = Rect.of(image)
        found = self._landmarker.find(image, whole, 0)
        for box in self._detector.find(image):
            if len(found) == self._max_faces:
                break
            if not _is_one_of(box, [face.box for face in found]):
                window = FaceWindow()
                window.region(whole)
                near = self._landmarker.find(image, window.aim(box), 0)
                found += [face for face in near if _is_one_of(face.box, [box])][:1]
        found.sort(key=lambda face: -face.box.width)
        return tuple(
            Face(number, face.points, self._poses.solve(face.points, *_size(image)), face.blendshapes)
            for number, face in enumerate(found, start=1)
        )


class _Track:
    """One person's landmarker, window and filter.

    Attributes:
        face: where the person is; None while nobody is followed.
    """

    def __init__(self, *, blendshapes: bool) -> None:
        self.face: Landmarks | None = None
        self._landmarker = Landmarker(1, video=True, blendshapes=blendshapes)
        self._window = FaceWindow()
        self._filter: LandmarkFilter | None = None
        self._clock_ms = 0

    def close(self) -> None:
        """Free the model."""
        self._landmarker.close()

    def follow(self, frame: Frame) -> None:
        """Look where the face was."""
        self._look(frame, self._window.region(Rect.of(frame.image)))

    def begin(self, frame: Frame) -> None:
        """Look for anybody in the whole frame."""
        self._filter = None
        self._window.region(Rect.of(frame.image))
        self._look(frame, self._window.open())

    def begin_at(self, box: Rect, frame: Frame) -> None:
        """Look for the face that a detector saw."""
        self._filter = None
        self._window.region(Rect.of(frame.image))
        self._look(frame, self._window.aim(box))

    def _look(self, frame: Frame, region: Rect) -> None:
        # The landmarker wants a clock that always rises, also when one frame is looked at twice.
        self._clock_ms = max(self._clock_ms + 1, round(frame.captured_at * 1000))
        found = self._landmarker.find(frame.image, region, self._clock_ms)
        self.face = self._steadied(found[0]) if found else None
        if self.face:
            self._window.follow(self.face.box)

    def _steadied(self, face: Landmarks) -> Landmarks:
        seconds = self._clock_ms / 1000
        if self._filter is None:
            self._filter = LandmarkFilter(face.points, seconds)
            return face
        eyes = max(1.0, float(np.linalg.norm(face.points[RIGHT_IRIS[0]] - face.points[LEFT_IRIS[0]])))
        return replace(face, points=self._filter.step(face.points, eyes, seconds))


def _is_one_of(box: Rect, others: list[Rect]) -> bool:
    return any(box.overlap(other) >= _SAME_FACE for other in others)


def _size(image: NDArray[np.uint8]) -> tuple[int, int]:
    return image.shape[1], image.shape[0]
