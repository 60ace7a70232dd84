"""Small sets of photographs with points, made of the sample portrait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from tests.quality.people import LIP_EDGES, NEUTRAL, PUPILS, SMILING, find_people
from tests.vision.faces import portrait
from vision import landmarks as lm
from vision.makeup.splines import resample

if TYPE_CHECKING:
    from pathlib import Path

    from tests.quality.people import Person, Points
    from vision.frames import Face

_EDGES: Final = (lm.LIPS_UPPER_OUTER, lm.LIPS_LOWER_OUTER, lm.LIPS_UPPER_INNER, lm.LIPS_LOWER_INNER)
_BROWS: Final = ((lm.RIGHT_BROW_UPPER, lm.RIGHT_BROW_LOWER), (lm.LEFT_BROW_UPPER, lm.LEFT_BROW_LOWER))
SCALE: Final = 3


def points_of(face: Face) -> Points:
    """The set's 189 points, as somebody would place them who sees what the face mesh sees."""
    mesh = face.landmarks[:, :2]
    points = np.zeros((189, 2))
    points[list(PUPILS)] = mesh[[468, 473]]
    for edge, landmarks in zip(LIP_EDGES, _EDGES, strict=True):
        curve = resample(mesh[list(landmarks)], len(edge))
        points[list(edge)] = curve if curve[0, 0] < curve[-1, 0] else curve[::-1]
    for (first, ends), (upper, lower) in zip(((71, (84, 83)), (77, (86, 85))), _BROWS, strict=True):
        points[first : first + 6] = resample(mesh[list(upper)], 6)
        points[list(ends)] = resample(mesh[list(lower)], 4)[2:0:-1]
    return points


def one_person(folder: Path, face: Face, *, off: float = 0.0) -> Person:
    """A set of one person, the sample portrait three times as large, in a folder.

    Args:
        folder: an empty one.
        face: as found in the sample portrait.
        off: pixels by which all points lie too low.
    """
    large = cv2.resize(portrait(), None, fx=SCALE, fy=SCALE, interpolation=cv2.INTER_CUBIC)
    cv2.imwrite(str(folder / f"001{NEUTRAL}.jpg"), large, [cv2.IMWRITE_JPEG_QUALITY, 98])
    cv2.imwrite(str(folder / f"001{SMILING}.jpg"), large, [cv2.IMWRITE_JPEG_QUALITY, 98])
    points = points_of(face) * SCALE + (0, off)
    lines = [str(len(points)), *(f"{x:.3f} {y:.3f}" for x, y in points)]
    (folder / f"001{NEUTRAL}.tem").write_text("\n".join(lines), "utf-8")
    (folder / "people.csv").write_text("face_id,face_eth\n001,white\n", "utf-8")
    return find_people(folder)[0]
