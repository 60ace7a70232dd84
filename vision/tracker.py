"""Following faces from frame to frame, and finding them in photos."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from vision.detector import FaceDetector
from vision.faces import Landmarker, Landmarks
from vision.frames import Face
from vision.geometry import Rect
from vision.identity import IdentityKeeper
from vision.landmarks import LEFT_IRIS, RIGHT_IRIS
from vision.messages import UNSURE
from vision.pose import PoseSolver
from vision.steadiness import LandmarkFilter
from vision.upright import found_upright
from vision.window import FaceWindow

if TYPE_CHECKING:
    from collections.abc import Collection
    from types import TracebackType

    from numpy.typing import NDArray

    from vision.frames import Frame

_SAME_FACE: Final = 0.3
"""Overlap of two boxes from which on they are of one face."""
_LOOK_ROUND_SECONDS, _AT_EASE_SECONDS = 1 / 3, 1.0
"""Between looks for more people, while there is room for them: when somebody is missed, and when all who are kept are
there."""
_NEARER: Final = 1.2
"""How much wider a face must be than one that is followed to be followed in its place."""


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
        self._looked_round = -_LOOK_ROUND_SECONDS

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

    def track(self, frame: Frame, keep: Collection[int] | None = None) -> tuple[Face, ...]:
        """The faces in a frame, the nearest (widest) first.

        Args:
            frame: later than those before.
            keep: the numbers of those who are followed for as long as they are seen; everybody else may have to make
                room for somebody nearer. None keeps all.
        """
        following = [track for track in self._tracks if track.face]
        for track in following:
            track.follow(frame, crowded=len(following) > 1)
        self._free_doubles()
        idle = [track for track in self._tracks if not track.face]
        nobody = len(idle) == len(self._tracks)
        room = idle or (keep is not None and any(track.number not in keep for track in self._tracks))
        if nobody or (room and frame.captured_at - self._looked_round >= self._pause(keep)):
            self._looked_round = frame.captured_at
            self._look_round(frame, idle if keep is None else self._giving_way(keep))
        return self._numbered(frame)

    def _pause(self, keep: Collection[int] | None) -> float:
        following = {track.number for track in self._tracks if track.face}
        return _AT_EASE_SECONDS if keep and following.issuperset(keep) else _LOOK_ROUND_SECONDS

    def _numbered(self, frame: Frame) -> tuple[Face, ...]:
        following = [(track, track.face) for track in self._tracks if track.face]
        following.sort(key=lambda pair: -pair[1].box.width)
        ids = self._identities.assign([face.box for _, face in following], frame.captured_at)
        for (track, _), number in zip(following, ids, strict=True):
            track.number = number
        return tuple(
            Face(track.number, face.points, self._poses.solve(face.points, *_size(frame.image)), face.blendshapes)
            for track, face in following
        )

    def _free_doubles(self) -> None:
        """Of two tracks on one face, let go of the one that slid onto it: it leapt the farthest."""
        taken: list[Rect] = []
        for track in sorted(self._tracks, key=lambda track: track.leap):
            if track.face and _is_one_of(track.face.box, taken):
                track.face = None
            elif track.face:
                taken.append(track.face.box)

    def _giving_way(self, keep: Collection[int]) -> list[_Track]:
        """Those who follow nobody, then those who need not go on with whom they follow, the farthest first."""
        free = [(track.face.box.width if track.face else 0, track) for track in self._tracks]
        kept = {*keep, UNSURE}  # who cannot be told for a moment may be one of them
        free = [(width, track) for width, track in free if width == 0 or track.number not in kept]
        return [track for _, track in sorted(free, key=lambda pair: pair[0])]

    def _look_round(self, frame: Frame, free: list[_Track]) -> None:
        """Give each face that nobody follows to a track that follows nobody, or somebody farther."""
        seen = self._detector.find(frame.image)
        followed = self._followed()
        boxes = [box for box in seen if not _is_one_of(box, followed)]
        for track, box in zip(free, boxes, strict=False):
            before = track.face
            if before and box.width < before.box.width * _NEARER:
                return
            others = self._followed(but=track)
            track.begin_at(box, frame, crowded=len(seen) > 1)
            if not track.face or _is_one_of(track.face.box, others):
                track.go_back_to(before)
        if not self._followed():
            # The landmarker's own detector sees some that the other does not, such as half a face at the edge.
            free[0].begin(frame)

    def _followed(self, but: _Track | None = None) -> list[Rect]:
        """Where those are who are followed, but for one."""
        return [track.face.box for track in self._tracks if track.face and track is not but]


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
        found = [found_upright(self._landmarker, image, face) for face in found]
        found.sort(key=lambda face: -face.box.width)
        return tuple(
            Face(number, face.points, self._poses.solve(face.points, *_size(image)), face.blendshapes)
            for number, face in enumerate(found, start=1)
        )


class _Track:
    """One person's landmarker, window and filter.

    Attributes:
        face: where the person is; None while nobody is followed.
        number: of the person, from the frame before.
        leap: how far the face went since the frame before, over its width; 0 at first.
    """

    def __init__(self, *, blendshapes: bool) -> None:
        self.face: Landmarks | None = None
        self.number = UNSURE
        self.leap = 0.0
        self._landmarker = Landmarker(1, video=True, blendshapes=blendshapes)
        self._window = FaceWindow()
        self._filter: LandmarkFilter | None = None
        self._clock_ms = 0

    def close(self) -> None:
        """Free the model."""
        self._landmarker.close()

    def follow(self, frame: Frame, *, crowded: bool) -> None:
        """Look where the face was; others are in the frame where it is ``crowded``."""
        before = self.face
        self._window.crowded = crowded
        self._look(frame, self._window.region(Rect.of(frame.image)))
        if before and self.face:
            self.leap = _distance(before.box, self.face.box) / self.face.box.width

    def begin(self, frame: Frame) -> None:
        """Look for anybody in the whole frame."""
        self._begin(frame)
        self._look(frame, self._window.open())

    def begin_at(self, box: Rect, frame: Frame, *, crowded: bool) -> None:
        """Look for the face that a detector saw, one of several where it is ``crowded``."""
        self._begin(frame)
        self._window.crowded = crowded
        self._look(frame, self._window.aim(box))

    def go_back_to(self, face: Landmarks | None) -> None:
        """Follow the face again that was left for one that is not there; None is nobody."""
        self.face = face
        if face:
            self._window.aim(face.box)

    def _begin(self, frame: Frame) -> None:
        self._filter = None
        self.number, self.leap = UNSURE, 0.0
        self._window.region(Rect.of(frame.image))

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


def _distance(one: Rect, other: Rect) -> float:
    """Between their middles, pixels."""
    return (
        math.hypot(one.left + one.right - other.left - other.right, one.top + one.bottom - other.top - other.bottom) / 2
    )


def _size(image: NDArray[np.uint8]) -> tuple[int, int]:
    return image.shape[1], image.shape[0]
