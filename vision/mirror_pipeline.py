"""The mirror's way with a frame: find the faces, judge how they stand, paint them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from vision.messages import FaceSummary
from vision.pipeline import Painted
from vision.skin_meter import SkinMeter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vision.frames import Face, Frame
    from vision.guidance import GuidanceMonitor
    from vision.hands import VideoHands
    from vision.light import Light
    from vision.looks import Look
    from vision.mirror import Mirror
    from vision.tracker import FaceTracker


class MirrorPipeline:
    """A ``Pipeline`` of a tracker, a judge of how people stand, and a painter."""

    def __init__(
        self,
        tracker: FaceTracker,
        guidance: GuidanceMonitor,
        mirror: Mirror,
        home: Light | None = None,
        hands: VideoHands | None = None,
    ) -> None:
        """Put them together.

        Args:
            tracker: closed with the pipeline.
            guidance: the judge.
            mirror: the painter.
            home: the light where the mirror hangs; None when it was not calibrated.
            hands: what finds hands for the mirror, closed with the pipeline.
        """
        self._tracker = tracker
        self._guidance = guidance
        self._mirror = mirror
        self._home = home
        self._hands = hands
        self._split: float | None = None
        self._dressed: tuple[int, ...] = ()
        self._skin: SkinMeter | None = None

    def set_looks(self, looks: Mapping[int, Look]) -> None:
        """Who wears what from the next frame on, by the number of the face; everybody else stays bare."""
        self._dressed = tuple(looks)
        self._mirror.set_looks(looks)

    def set_split(self, split: float | None) -> None:
        """Leave the frame bare on the left of ``split``, 0..1 of its width; None paints everywhere."""
        self._split = split

    def measure_skin(self, request: int | None) -> None:
        """Measure the skin of the first whose look is set, or else of the nearest; None forgets what was measured."""
        self._skin = None if request is None else SkinMeter(request, self._home)

    def process(self, frame: Frame) -> Painted:
        """Paint the frame's image in place."""
        started = time.perf_counter()
        faces = self._tracker.track(frame, self._dressed)
        tracked = time.perf_counter()
        subjects = self._subjects(faces)
        guidance = self._guidance.update(frame.image, subjects, frame.captured_at)
        if self._skin is not None:
            self._skin.look(frame.image, self._measured(faces), frame.captured_at)
        judged = time.perf_counter()
        self._mirror.render(frame.image, faces, self._split)
        painted = time.perf_counter()
        height, width = frame.image.shape[:2]
        return Painted(
            tuple(_summary(face, width, height) for face in faces),
            guidance,
            track_ms=(tracked - started) * 1000,
            paint_ms=(painted - judged) * 1000,
            skin=self._skin.answer if self._skin is not None else None,
        )

    def _subjects(self, faces: Sequence[Face]) -> Sequence[Face]:
        """Whom guidance is for: those whose look is set, in that order; else everybody."""
        if not self._dressed:
            return faces
        here = {face.id: face for face in faces}
        return [here[number] for number in self._dressed if number in here]

    def _measured(self, faces: Sequence[Face]) -> Sequence[Face]:
        """Whose skin is wanted: never another's while the first whose look is set is out of sight."""
        return [face for face in faces if face.id == self._dressed[0]] if self._dressed else faces

    def close(self) -> None:
        """Let go of the models that find faces and hands."""
        self._tracker.close()
        if self._hands is not None:
            self._hands.close()


def _summary(face: Face, width: int, height: int) -> FaceSummary:
    left, top = (face.landmarks[:, :2].min(axis=0) / (width, height)).clip(0, 1).tolist()
    right, bottom = (face.landmarks[:, :2].max(axis=0) / (width, height)).clip(0, 1).tolist()
    return FaceSummary(face.id, left, top, right, bottom)
