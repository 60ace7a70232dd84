"""Measures of painted photographs against the points that people placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from tests.quality.colour import (
    beside_reflections,
    difference,
    lab,
    mean_colour,
    pixel,
    surface_texture,
    texture,
    within,
)
from tests.quality.painting import put_on
from tests.quality.people import BROWS, LIP_EDGES, LIPS_INNER, LIPS_OUTER, read_image, read_neutral
from tests.quality.regions import Agreement, agreement, polygon
from vision.looks import Color, Finish, Kind, Layer, Look
from vision.makeup.splines import spline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from tests.quality.conditions import Condition
    from tests.quality.painting import Painted, PhotoPainter
    from tests.quality.people import Person, Photo
    from tests.quality.regions import Region

SWATCH: Final = Color.parse("#AA1428")
LOOK: Final = Look(
    "measured",
    (
        Layer(Kind.LIPSTICK, SWATCH, Finish.MATTE, 1.0),
        Layer(Kind.BROWS, Color.parse("#3A2A20"), Finish.MATTE, 0.5),
    ),
)
SWATCHES: Final = {
    "nude": Color.parse("#C08878"),
    "red": SWATCH,
    "plum": Color.parse("#6A2A5A"),
    "deep brown": Color.parse("#4E2A22"),
    "bright pink": Color.parse("#E0408A"),
    "orange": Color.parse("#E0552A"),
}
MIRRORING: Final = (Finish.GLOSS, Finish.METALLIC)
"""Finishes that mirror a lamp, so that parts of them are of its colour."""
LIPS_FROM, BROWS_FROM = 0.5, 0.25
"""Coverage from which on a pixel counts as painted: half of what the look asks for."""
MESH_MOUTH: Final = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191)
"""The ring of the face mesh within which a mouth is open."""
_TOOTH_LIGHTNESS, _TOOTH_CHROMA = 55, 25
_LEAST_TEETH: Final = 400
"""Pixels; a mouth that shows fewer does not show its teeth."""


@dataclass(frozen=True, slots=True)
class PhotoFigures:
    """A neutral face in one condition.

    Attributes:
        person: their number.
        condition: its name.
        found: whether any lips were painted.
        lips: against the points.
        brows: the same; None where no brow was painted.
        color_error: CIEDE2000 between the lips' mean colour and the swatch in the same light; None where pixels moved.
        texture: correlation of fine detail in the lips before and after; None where pixels moved.
    """

    person: str
    condition: str
    found: bool
    lips: Agreement
    brows: Agreement | None
    color_error: float | None
    texture: float | None


@dataclass(frozen=True, slots=True)
class SmileFigures:
    """A smiling face.

    Attributes:
        person: their number.
        found: whether any lips were painted.
        teeth: mean coverage on what has the colour of teeth, 0..1; None where hardly any show.
    """

    person: str
    found: bool
    teeth: float | None


@dataclass(frozen=True, slots=True)
class FinishFigures:
    """A lipstick of one finish and swatch on one face.

    Attributes:
        person: their number.
        finish: its name.
        swatch: its name.
        color_error: CIEDE2000 between the mean colour of the lips that mirror no lamp and the swatch.
        reflecting: share of the lips that mirrors one.
        texture: correlation of fine detail before and after, of the lips alone.
    """

    person: str
    finish: Finish
    swatch: str
    color_error: float
    reflecting: float
    texture: float


def true_lips(photo: Photo) -> Region:
    """The lips as people marked them, without the gap between them."""
    shape = photo.image.shape[:2]
    return polygon(shape, photo.points[list(LIPS_OUTER)], photo.points[list(LIPS_INNER)])


def true_brows(photo: Photo) -> Region:
    """Both brows as people marked them."""
    first, second = (polygon(photo.image.shape[:2], photo.points[list(brow)]) for brow in BROWS)
    return first | second


def outline_agreement(people: Sequence[Person]) -> float:
    """The mean IoU of lips outlined with straight lines and with curves, both through the points that people placed.

    No try-on can be expected to agree better with either.
    """
    return float(np.mean([_straight_and_curved(read_neutral(person)).iou for person in people]))


def _straight_and_curved(photo: Photo) -> Agreement:
    arcs = [spline(photo.points[list(edge)].astype(np.float32)) for edge in LIP_EDGES]
    outer, inner = (np.vstack([upper, lower[::-1]]).astype(np.float64) for upper, lower in (arcs[:2], arcs[2:]))
    return agreement(true_lips(photo), polygon(photo.image.shape[:2], outer, inner))


def measure_photo(painter: PhotoPainter, person: Person, condition: Condition) -> PhotoFigures:
    """Paint a neutral face in a condition and compare."""
    photo = condition.of(read_neutral(person))
    painted = painter.paint(photo.image, LOOK)
    truth, lips = true_lips(photo), painted.cover("lips") >= LIPS_FROM
    brows = painted.cover("brows") >= BROWS_FROM
    inside = within(truth)
    return PhotoFigures(
        person.number,
        condition.name,
        found=bool(lips.any()),
        lips=agreement(truth, lips),
        brows=agreement(true_brows(photo), brows) if brows.any() else None,
        color_error=_color_error(painted, inside, condition) if condition.full_size else None,
        texture=texture(photo.image, painted.image, inside) if condition.full_size else None,
    )


def _color_error(painted: Painted, inside: Region, condition: Condition) -> float:
    wanted = lab(condition.light(pixel(SWATCH)))[0, 0]
    return difference(mean_colour(painted.image, inside), wanted)


def measure_smile(painter: PhotoPainter, person: Person, photo: Path) -> SmileFigures:
    """Paint a smiling face and look at its teeth."""
    image = read_image(photo)
    painted = painter.paint(image, LOOK)
    lips = painted.cover("lips")
    teeth = teeth_of(image, painted)
    shown = teeth is not None and np.count_nonzero(teeth) > _LEAST_TEETH
    return SmileFigures(person.number, bool((lips >= LIPS_FROM).any()), float(lips[teeth].mean()) if shown else None)


def teeth_of(image: NDArray[np.uint8], painted: Painted) -> Region | None:
    """What is light and of little colour within the mouth of the first face; None without a face."""
    if not painted.faces:
        return None
    mouth = polygon(image.shape[:2], painted.faces[0].landmarks[list(MESH_MOUTH), :2].astype(np.float64))
    colors = lab(image)
    chroma = cv2.magnitude(colors[..., 1], colors[..., 2])
    return mouth & (colors[..., 0] > _TOOTH_LIGHTNESS) & (chroma < _TOOTH_CHROMA)


def measure_finishes(painter: PhotoPainter, person: Person) -> tuple[FinishFigures, ...]:
    """Paint a neutral face with every finish of every swatch at full coverage, each as it is printed."""
    photo = read_neutral(person)
    inside = within(true_lips(photo))
    faces = painter.find(photo.image)

    def wear(swatch: Color, finish: Finish) -> NDArray[np.uint8]:
        look = Look("one", (Layer(Kind.LIPSTICK, swatch, finish, 1.0),))
        return put_on(photo.image, faces, look, metered=False).image

    figures = []
    for name, swatch in SWATCHES.items():
        matte = wear(swatch, Finish.MATTE)
        for finish in Finish:
            painted = wear(swatch, finish)
            beside = beside_reflections(painted, matte, inside) if finish in MIRRORING else inside
            figures.append(
                FinishFigures(
                    person.number,
                    finish,
                    name,
                    difference(mean_colour(painted, beside), lab(pixel(swatch))[0, 0]),
                    1 - np.count_nonzero(beside) / np.count_nonzero(inside),
                    surface_texture(photo.image, painted, inside),
                )
            )
    return tuple(figures)
