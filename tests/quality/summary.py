"""The figures that stand for all that was measured, and what they are to be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from tests.quality.conditions import AS_TAKEN
from vision.looks import Finish

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.quality.jobs import Findings
    from tests.quality.photos import FinishFigures, PhotoFigures

_LEAST_GROUP: Final = 5
"""People from which on a group's mean says something."""


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure.

    Attributes:
        name: the measure's.
        meaning: what it is to a shopper.
        value: as measured; None where nothing of the kind was.
        aim: the value that it is to reach.
        least: whether more is better.
        form: how the value is written, as ``format`` takes it.
    """

    name: str
    meaning: str
    value: float | None
    aim: float
    least: bool
    form: str

    @property
    def met(self) -> bool | None:
        """Whether it reaches its aim; None where nothing was measured."""
        if self.value is None:
            return None
        return self.value >= self.aim if self.least else self.value <= self.aim


@dataclass(frozen=True, slots=True)
class ConditionSummary:
    """All people in one condition; None where the condition moves pixels, so that there is nothing to compare."""

    name: str
    lip_iou: float
    lip_iou_p10: float
    lip_spill: float
    brow_iou: float | None
    color_error: float | None
    missed: int


@dataclass(frozen=True, slots=True)
class FinishSummary:
    """One finish on the faces that tried it.

    Attributes:
        mean: of all swatches' errors.
        worst: the mean error of the swatch that fares worst.
        swatch: its name.
        reflecting: mean share of the lips that mirrors a lamp.
        texture: mean.
    """

    finish: Finish
    mean: float
    worst: float
    swatch: str
    reflecting: float
    texture: float


def headlines(findings: Findings, groups: Mapping[str, str]) -> tuple[Headline, ...]:
    """What the project promises of its try-on."""
    photos = [figures for figures in findings.photos if figures.condition == AS_TAKEN]
    iou = [figures.lips.iou for figures in photos]
    missed = sum(not photo.found for photo in photos) + sum(not smile.found for smile in findings.smiles)
    lost = sum(figures.lost for figures in findings.motions)
    on_hands = sum(clip.on_hands for clip in findings.clips)
    on_marked = sum(clip.painted for clip in findings.clips)
    return (
        Headline("lips, IoU", "the lipstick has the shape of the lips", _mean(iou), 0.88, True, ".3f"),
        Headline("lips, IoU, lowest tenth", "and so for nearly everybody", _p10(iou), 0.82, True, ".3f"),
        Headline(
            "lips, spill",
            "how much of the lipstick lies on skin",
            _mean(figures.lips.spill for figures in photos),
            0.06,
            False,
            ".3f",
        ),
        Headline(
            "lips, spread of groups",
            "how much better the mirror serves one group of people than another",
            _spread(photos, groups),
            0.03,
            False,
            ".3f",
        ),
        Headline("brows, IoU", "the pencil has the shape of the brow", brow_iou(photos), 0.72, True, ".3f"),
        Headline(
            "colour, CIEDE2000",
            "a matte lipstick's distance from its swatch; 1 is just seen, 2 is seen side by side",
            _mean(figures.color_error for figures in photos),
            2.0,
            False,
            ".2f",
        ),
        Headline(
            "texture, correlation",
            "lips look like lips, not like a sticker",
            _mean(figures.texture for figures in photos),
            0.95,
            True,
            ".3f",
        ),
        Headline(
            "teeth, coverage",
            "lipstick on teeth when smiling",
            _mean(figures.teeth for figures in findings.smiles),
            0.01,
            False,
            ".4f",
        ),
        Headline("missed", "people whom the mirror leaves unpainted", float(missed), 0, False, ".0f"),
        Headline(
            "jitter, eye distances a frame",
            "the lips' points tremble on a still face",
            _mean(figures.jitter for figures in findings.motions),
            0.0001,
            False,
            ".6f",
        ),
        Headline(
            "lag, pixels",
            "the lipstick trails behind a face that moves 240 px a second",
            _mean(figures.lag for figures in findings.motions),
            0.5,
            False,
            ".2f",
        ),
        Headline("lost, frames", "the makeup blinks off", float(lost), 0, False, ".0f"),
        Headline(
            "hands, share of the lip paint",
            "lipstick on a hand that is held before the mouth",
            on_hands / on_marked if on_marked else None,
            0.03,
            False,
            ".3f",
        ),
    )


def by_condition(photos: Sequence[PhotoFigures]) -> tuple[ConditionSummary, ...]:
    """A summary of each condition, in the order in which they were measured."""
    grouped: dict[str, list[PhotoFigures]] = defaultdict(list)
    for figures in photos:
        grouped[figures.condition].append(figures)
    return tuple(
        ConditionSummary(
            name,
            float(np.mean([figures.lips.iou for figures in rows])),
            float(np.percentile([figures.lips.iou for figures in rows], 10)),
            float(np.mean([figures.lips.spill for figures in rows])),
            brow_iou(rows),
            _mean(figures.color_error for figures in rows),
            sum(not figures.found for figures in rows),
        )
        for name, rows in grouped.items()
    )


def by_finish(figures: Sequence[FinishFigures]) -> tuple[FinishSummary, ...]:
    """A summary of each finish that was measured."""
    summaries = []
    for finish in Finish:
        errors: dict[str, list[float]] = defaultdict(list)
        for row in figures:
            if row.finish is finish:
                errors[row.swatch].append(row.color_error)
        if errors:
            means = {swatch: float(np.mean(values)) for swatch, values in errors.items()}
            worst = max(means, key=lambda swatch: means[swatch])
            reflecting, texture = np.mean(
                [(row.reflecting, row.texture) for row in figures if row.finish is finish], axis=0
            ).tolist()
            mean = float(np.mean([*means.values()]))
            summaries.append(FinishSummary(finish, mean, means[worst], worst, reflecting, texture))
    return tuple(summaries)


def brow_iou(photos: Sequence[PhotoFigures]) -> float | None:
    """The mean of those who have brows painted."""
    return _mean(figures.brows.iou for figures in photos if figures.brows)


def _spread(photos: Sequence[PhotoFigures], groups: Mapping[str, str]) -> float | None:
    """The largest difference of mean lip IoU between groups."""
    grouped: dict[str, list[float]] = defaultdict(list)
    for figures in photos:
        if group := groups.get(figures.person):
            grouped[group].append(figures.lips.iou)
    means = [float(np.mean(values)) for values in grouped.values() if len(values) >= _LEAST_GROUP]
    return max(means) - min(means) if len(means) > 1 else None


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return float(np.mean(known)) if known else None


def _p10(values: Sequence[float]) -> float | None:
    return float(np.percentile(values, 10)) if values else None
