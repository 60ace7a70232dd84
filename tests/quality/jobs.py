"""What is measured, spread over processes."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import cv2
from tqdm import tqdm

from tests.quality.clips import ClipFigures, measure_clip
from tests.quality.conditions import CONDITIONS
from tests.quality.motion import Motion, MotionFigures, measure_motion
from tests.quality.painting import PhotoPainter
from tests.quality.people import DataError, read_image
from tests.quality.photos import (
    FinishFigures,
    PhotoFigures,
    SmileFigures,
    measure_finishes,
    measure_photo,
    measure_smile,
)
from vision.crew import Died, work_through
from vision.lifeline import end_with_parent, ignore_interrupts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path

    from tests.quality.clips import Hands
    from tests.quality.conditions import Condition
    from tests.quality.people import Person

_MOVING_PEOPLE: Final = 6
_FINISH_EVERY: Final = 4
"""Every so manieth person tries all finishes of all swatches."""


@dataclass(frozen=True, slots=True)
class _PhotoJob:
    person: Person
    condition: Condition

    def do(self, painter: PhotoPainter) -> list[PhotoFigures]:
        return [measure_photo(painter, self.person, self.condition)]


@dataclass(frozen=True, slots=True)
class _SmileJob:
    person: Person
    photo: Path

    def do(self, painter: PhotoPainter) -> list[SmileFigures]:
        return [measure_smile(painter, self.person, self.photo)]


@dataclass(frozen=True, slots=True)
class _FinishJob:
    person: Person

    def do(self, painter: PhotoPainter) -> list[FinishFigures]:
        return list(measure_finishes(painter, self.person))


@dataclass(frozen=True, slots=True)
class _MotionJob:
    person: Person
    motion: Motion
    seed: int

    def do(self, _: PhotoPainter) -> list[MotionFigures]:
        return [measure_motion(read_image(self.person.neutral), self.motion, self.seed)]


@dataclass(frozen=True, slots=True)
class _ClipJob:
    clip: Path
    hands: Hands

    def do(self, _: PhotoPainter) -> list[ClipFigures]:
        return [measure_clip(self.clip, self.hands)]


_Job = _PhotoJob | _SmileJob | _FinishJob | _MotionJob | _ClipJob


@dataclass(slots=True)
class Findings:
    """All that was measured, each in the order of the data."""

    photos: list[PhotoFigures] = field(default_factory=list)
    smiles: list[SmileFigures] = field(default_factory=list)
    finishes: list[FinishFigures] = field(default_factory=list)
    motions: list[MotionFigures] = field(default_factory=list)
    clips: list[ClipFigures] = field(default_factory=list)

    def add(self, figures: PhotoFigures | SmileFigures | FinishFigures | MotionFigures | ClipFigures) -> None:
        """Put figures where they belong."""
        match figures:
            case PhotoFigures():
                self.photos.append(figures)
            case SmileFigures():
                self.smiles.append(figures)
            case FinishFigures():
                self.finishes.append(figures)
            case MotionFigures():
                self.motions.append(figures)
            case ClipFigures():
                self.clips.append(figures)


def measure_all(people: Sequence[Person], clips: Sequence[Path], hands: Mapping[str, Hands]) -> Findings:
    """Measure everything on every core.

    Raises:
        DataError: a file of the data cannot be read.
    """
    tqdm.monitor_interval = 0  # Nobody ends the thread that would watch for slow steps.
    jobs = _jobs(people, clips, hands)
    answers: dict[int, list[PhotoFigures]] = {}
    with (
        closing(work_through(_serve, jobs, os.cpu_count() or 1)) as done,
        tqdm(done, total=len(jobs), unit="job", disable=None) as bar,
    ):
        for number, answer in bar:
            match answer:
                case DataError():
                    raise answer
                case Died(how):
                    raise RuntimeError(f"the process that measured {jobs[number]} {how}")
                case list():
                    answers[number] = answer
    findings = Findings()
    for number in sorted(answers):
        for figures in answers[number]:
            findings.add(figures)
    return findings


def _jobs(people: Sequence[Person], clips: Sequence[Path], hands: Mapping[str, Hands]) -> list[_Job]:
    """The longest first, so that no core is left waiting for another."""
    moving = people[:: max(1, len(people) // _MOVING_PEOPLE)][:_MOVING_PEOPLE]
    return [
        *(_ClipJob(clip, hands.get(clip.name, {})) for clip in clips),
        *(_MotionJob(person, motion, seed) for seed, person in enumerate(moving) for motion in Motion),
        *(_FinishJob(person) for person in people[::_FINISH_EVERY]),
        *(_PhotoJob(person, condition) for condition in CONDITIONS for person in people),
        *(_SmileJob(person, person.smiling) for person in people if person.smiling),
    ]


def _serve(jobs: Connection) -> None:
    """Do jobs until there are no more; the entry of a process."""
    ignore_interrupts()
    end_with_parent()
    cv2.setNumThreads(1)
    with PhotoPainter() as painter:
        while True:
            try:
                job: _Job = jobs.recv()
            except EOFError:
                return
            try:
                jobs.send(job.do(painter))
            except DataError as error:
                jobs.send(error)
