"""The Face Research Lab London Set: people photographed neutral and smiling, with points placed by people."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    """Shape (N, 2): x right and y down, pixels, (0, 0) being the middle of the first pixel."""

NEUTRAL, SMILING = "_03", "_08"
"""How the names of the two photographs of a person end."""
PUPILS: Final = (0, 1)
LIP_EDGES: Final = (
    tuple(range(87, 94)),
    (87, *range(104, 109), 93),
    (87, *range(94, 99), 93),
    (87, *range(99, 104), 93),
)
"""Upper and lower outer edge, upper and lower inner edge, each from corner to corner."""
LIPS_OUTER: Final = LIP_EDGES[0] + LIP_EDGES[1][-2:0:-1]
LIPS_INNER: Final = LIP_EDGES[2] + LIP_EDGES[3][-2:0:-1]
BROWS: Final = ((*range(71, 77), 84, 83), (*range(77, 83), 86, 85))
"""Rings of the set's 189 points."""


class DataError(Exception):
    """Measuring data that is missing or cannot be read; one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the set.

    Attributes:
        number: what the set calls them, such as ``"001"``.
        group: which they say they belong to; empty where nobody noted it.
        neutral, smiling: the photographs; not everybody has a smiling one.
        points: the file of points of the neutral one.
    """

    number: str
    group: str
    neutral: Path
    smiling: Path | None
    points: Path


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph and the points that people placed on it.

    Attributes:
        image: BGR, uint8, shape (H, W, 3).
        points: the set's 189.
    """

    image: NDArray[np.uint8]
    points: Points

    @property
    def eyes(self) -> float:
        """The distance between the pupils, pixels."""
        left, right = self.points[list(PUPILS)]
        return float(np.linalg.norm(left - right))


def find_people(folder: Path) -> tuple[Person, ...]:
    """Everybody whose neutral photograph and points lie in a folder or its folders.

    Raises:
        DataError: there is nobody.
    """
    groups = _groups(folder / "people.csv")
    people = []
    for neutral in sorted(folder.rglob(f"*{NEUTRAL}.jpg")):
        number = neutral.stem.removesuffix(NEUTRAL)
        points = neutral.with_suffix(".tem")
        smiling = neutral.with_name(f"{number}{SMILING}.jpg")
        if points.exists():
            people.append(
                Person(number, groups.get(number, ""), neutral, smiling if smiling.exists() else None, points)
            )
    if not people:
        raise DataError(f"{folder}: holds no NNN{NEUTRAL}.jpg with its points NNN{NEUTRAL}.tem beside it")
    return tuple(people)


def _groups(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as table:
        return {row["face_id"]: row["face_eth"] for row in csv.DictReader(table)}


def read_neutral(person: Person) -> Photo:
    """The neutral photograph with its points.

    Raises:
        DataError: either cannot be read.
    """
    return Photo(read_image(person.neutral), read_points(person.points))


def read_points(path: Path) -> Points:
    """A ``.tem`` file: the number of points, then one ``x y`` a line.

    Raises:
        DataError: it is not of that form.
    """
    lines = path.read_text("utf-8").splitlines()
    try:
        points = np.array([[float(value) for value in line.split()] for line in lines[1 : 1 + int(lines[0])]])
    except (ValueError, IndexError) as error:
        raise DataError(f"{path}: is not a file of points") from error
    if points.ndim != 2 or points.shape[1] != 2 or len(points) <= max(LIPS_OUTER):
        raise DataError(f"{path}: does not hold the set's 189 points")
    return points


def read_image(path: Path) -> NDArray[np.uint8]:
    """A photograph, BGR, shape (H, W, 3).

    Raises:
        DataError: it cannot be read.
    """
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if image is None:
        raise DataError(f"{path}: cannot be read as a picture")
    return np.asarray(image, np.uint8)
