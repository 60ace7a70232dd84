"""Pictures of where the try-on fails: small crops of a mouth or a brow, each with a sentence of what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from tests.quality.conditions import AS_TAKEN
from tests.quality.people import BROWS, LIPS_INNER, LIPS_OUTER, read_image, read_neutral
from tests.quality.photos import BROWS_FROM, LIPS_FROM, LOOK, MESH_MOUTH, teeth_of, true_lips
from tests.quality.regions import agreement, polygon, worst_flaw
from vision.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tests.quality.jobs import Findings
    from tests.quality.painting import PhotoPainter
    from tests.quality.people import Person, Points
    from tests.quality.regions import Flaw, Region

_LIPS, _BROWS, _SMILES = 5, 3, 2
"""How many of each are shown."""
_PANEL: Final = 178
"""Width of each of the two pictures, pixels."""
_BETWEEN: Final = 4
_MARGIN: Final = 0.2
_ZOOM: Final = 4
"""Contours are drawn at so many times the size, lest they be wider than what they show."""
_TRUE, _PAINTED = (255, 190, 30), (40, 230, 255)
"""BGR of the contours."""
_GAP: Final = "the gap between the lips"
_MOUTH: Final = ("the left corner", "the right corner", "the upper edge", "the lower edge", _GAP)


@dataclass(frozen=True, slots=True)
class Case:
    """One failure.

    Attributes:
        name: of its picture, without the ending.
        title: whom and what it shows.
        reason: a sentence of what went wrong.
        picture: BGR, uint8: before with both contours, and after.
    """

    name: str
    title: str
    reason: str
    picture: NDArray[np.uint8]


def worst_cases(findings: Findings, people: Sequence[Person], painter: PhotoPainter) -> list[Case]:
    """The lips, brows and smiles that fare worst in photographs as they were taken."""
    by_number = {person.number: person for person in people}
    photos = [figures for figures in findings.photos if figures.condition == AS_TAKEN]
    lips = sorted(photos, key=lambda figures: figures.lips.iou)[:_LIPS]
    with_brows = [(figures.brows.iou, figures.person) for figures in photos if figures.brows]
    smiles = [(-figures.teeth, figures.person) for figures in findings.smiles if figures.teeth]
    return [
        *(_lip_case(painter, by_number[figures.person]) for figures in lips),
        *(_brow_case(painter, by_number[number]) for _, number in sorted(with_brows)[:_BROWS]),
        *(_smile_case(painter, by_number[number]) for _, number in sorted(smiles)[:_SMILES]),
    ]


def _lip_case(painter: PhotoPainter, person: Person) -> Case:
    photo = read_neutral(person)
    after = painter.paint(photo.image, LOOK)
    truth, painted = true_lips(photo), after.cover("lips") >= LIPS_FROM
    gap = polygon(photo.image.shape[:2], photo.points[list(LIPS_INNER)])
    flaw = worst_flaw(truth, painted, photo.points[list(LIPS_OUTER)], _MOUTH, gap)
    iou = agreement(truth, painted).iou
    return Case(
        f"lips-{person.number}",
        f"{person.number}, lips, IoU {iou:.3f}",
        _sentence(flaw, "lips"),
        _side_by_side(photo.image, after.image, truth, painted),
    )


def _brow_case(painter: PhotoPainter, person: Person) -> Case:
    photo = read_neutral(person)
    after = painter.paint(photo.image, LOOK)
    all_painted = after.cover("brows") >= BROWS_FROM
    middle = float(np.mean([photo.points[list(brow), 0].mean() for brow in BROWS]))
    columns = np.arange(photo.image.shape[1])

    def compare(brow: Sequence[int]) -> tuple[float, Points, Region, Region]:
        ring = photo.points[list(brow)]
        truth = polygon(photo.image.shape[:2], ring)
        painted = all_painted & ((columns < middle) == (ring[:, 0].mean() < middle))
        return agreement(truth, painted).iou, ring, truth, painted

    iou, ring, truth, painted = min((compare(brow) for brow in BROWS), key=lambda found: found[0])
    ends = ("the outer end", "the inner end") if ring[:, 0].mean() < middle else ("the inner end", "the outer end")
    flaw = worst_flaw(truth, painted, ring, (*ends, "the upper edge", "the lower edge"))
    return Case(
        f"brow-{person.number}",
        f"{person.number}, brow, IoU {iou:.3f}",
        _sentence(flaw, "brow"),
        _side_by_side(photo.image, after.image, truth, painted),
    )


def _smile_case(painter: PhotoPainter, person: Person) -> Case:
    if person.smiling is None:
        raise ValueError(f"{person.number} does not smile")
    image = read_image(person.smiling)
    after = painter.paint(image, LOOK)
    teeth = teeth_of(image, after)
    if teeth is None:
        raise ValueError(f"{person.number} was not found")
    lips = after.cover("lips")
    covered = np.nonzero(teeth)[0], lips[teeth]
    mouth = after.faces[0].landmarks[list(MESH_MOUTH), 1].mean()
    above = float(covered[1][covered[0] < mouth].sum()) > float(covered[1].sum()) / 2
    share = float(lips[teeth].mean())
    return Case(
        f"teeth-{person.number}",
        f"{person.number}, teeth, coverage {share:.4f}",
        f"Paint lies on {share:.1%} of the teeth, most of it along the {'upper' if above else 'lower'} lip.",
        _side_by_side(image, after.image, teeth, lips >= LIPS_FROM),
    )


def _sentence(flaw: Flaw, whole: str) -> str:
    if flaw.over and flaw.place == _GAP:
        return f"Paint covers {flaw.place}, {flaw.share:.1%} of the area of the {whole}."
    if flaw.over:
        return f"Paint goes beyond {flaw.place}, by {flaw.share:.1%} of the area of the {whole}."
    return f"{flaw.place.capitalize()} stays bare, {flaw.share:.1%} of the area of the {whole}."


def _side_by_side(
    before: NDArray[np.uint8], after: NDArray[np.uint8], truth: Region, painted: Region
) -> NDArray[np.uint8]:
    """What there was, with the true contour in blue and the paint's in yellow; and what became of it."""
    rows, columns = np.nonzero(truth | painted)
    around = Rect.around(np.stack([columns, rows], axis=1).astype(np.float32)).grown(_MARGIN)
    crop = around.clipped(Rect.of(before))
    drawn = _enlarged(before, crop)
    for region, color in ((truth, _TRUE), (painted, _PAINTED)):
        large = cv2.resize(region[crop.slices].astype(np.uint8), drawn.shape[1::-1], interpolation=cv2.INTER_LINEAR)
        rings, _ = cv2.findContours(large, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
        cv2.drawContours(drawn, rings, -1, color, _ZOOM, cv2.LINE_AA)
    size = (_PANEL, round(_PANEL * crop.height / crop.width))
    left, right = (
        cv2.resize(image, size, interpolation=cv2.INTER_AREA)
        for image in (drawn, np.ascontiguousarray(after[crop.slices]))
    )
    gap = np.full((size[1], _BETWEEN, 3), 255, np.uint8)
    return np.asarray(cv2.hconcat([left, gap, right]), np.uint8)


def _enlarged(image: NDArray[np.uint8], crop: Rect) -> NDArray[np.uint8]:
    size = (crop.width * _ZOOM, crop.height * _ZOOM)
    return np.asarray(cv2.resize(image[crop.slices], size, interpolation=cv2.INTER_LINEAR), np.uint8)
