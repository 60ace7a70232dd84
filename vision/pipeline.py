"""What the worker asks of whatever tracks and paints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vision.frames import Frame
    from vision.looks import Look
    from vision.messages import FaceSummary, Guidance, SkinTone, SkinUntold


@dataclass(frozen=True, slots=True)
class Painted:
    """What became of one frame.

    Attributes:
        faces: nearest first.
        guidance: for the first whose look is set; for the nearest, while nobody's is.
        track_ms, paint_ms: what it cost.
        skin: the answer to the last ``MeasureSkin``, once there is one.
    """

    faces: tuple[FaceSummary, ...]
    guidance: Guidance
    track_ms: float
    paint_ms: float
    skin: SkinTone | SkinUntold | None = None


class Pipeline(Protocol):
    """Tracks and paints; used by one thread."""

    def set_looks(self, looks: Mapping[int, Look]) -> None:
        """Who wears what from the next frame on, by the number of the face; everybody else stays bare."""

    def set_split(self, split: float | None) -> None:
        """Leave the frame bare on the left of ``split``, 0..1 of its width; None paints everywhere."""

    def measure_skin(self, request: int | None) -> None:
        """Measure the skin of the first whose look is set, or else of the nearest; None forgets what was measured."""

    def process(self, frame: Frame) -> Painted:
        """Paint the frame's image in place."""

    def close(self) -> None:
        """Let go of models."""
