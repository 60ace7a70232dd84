"""Which contour a face gets: the same however it is turned and however large it is, and one that does not flicker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vision.looks import Color, Kind, Layer
from vision.makeup.face_shape import FaceShape, measures
from vision.mesh import canonical_mesh

if TYPE_CHECKING:
    from numpy.typing import NDArray

CONTOUR = Layer(Kind.CONTOUR, Color(120, 90, 70))


def _face(length: float = 1.0, jaw: float = 1.0, forehead: float = 1.0) -> NDArray[np.float32]:
    """The canonical face as an average adult's, and then made longer or broader at the jaw or at the forehead."""
    face = canonical_mesh().vertices.copy()
    face[:, 1] *= 1.05 * length
    face[[172, 397], 0] *= 1.035 * jaw
    face[[54, 284], 0] *= 1.05 * forehead
    return face


def _worn(shape: FaceShape) -> str:
    return shape.fit(CONTOUR).style


@pytest.mark.parametrize(
    ("face", "style"),
    [
        (_face(), "oval"),
        (_face(length=1.1), "long"),
        (_face(length=0.9), "round"),
        (_face(jaw=1.08), "square"),
        (_face(forehead=1.05, jaw=0.93), "heart"),
    ],
)
def test_a_contour_suits_what_is_least_average_in_a_face(face: NDArray[np.float32], style: str) -> None:
    shape = FaceShape()
    shape.read(face, yaw=0.0)
    assert _worn(shape) == style


@given(st.floats(-0.6, 0.6), st.floats(-0.6, 0.6), st.floats(0.5, 60.0))
def test_turning_tilting_and_coming_closer_change_nothing(turn: float, tilt: float, scale: float) -> None:
    about_y = np.array([[np.cos(turn), 0, np.sin(turn)], [0, 1, 0], [-np.sin(turn), 0, np.cos(turn)]])
    about_z = np.array([[np.cos(tilt), -np.sin(tilt), 0], [np.sin(tilt), np.cos(tilt), 0], [0, 0, 1]])
    turned = (_face() @ (about_z @ about_y).T * scale + 300).astype(np.float32)
    assert measures(turned) == pytest.approx(measures(_face()), rel=1e-3)


def test_a_face_between_two_shapes_keeps_the_one_it_has() -> None:
    shape = FaceShape()
    shape.read(_face(length=1.033), yaw=0.0)
    worn = _worn(shape)
    for frame in range(400):
        shape.read(_face(length=1.033 + 0.008 * (-1) ** (frame // 100)), yaw=0.0)
        assert _worn(shape) == worn


def test_a_face_that_was_misread_at_first_gets_its_own_contour_soon() -> None:
    shape = FaceShape()
    shape.read(_face(length=1.1), yaw=0.0)
    for _ in range(90):
        shape.read(_face(jaw=1.08), yaw=0.0)
    assert _worn(shape) == "square"


def test_a_turned_head_teaches_nothing() -> None:
    shape = FaceShape()
    shape.read(_face(), yaw=0.0)
    for _ in range(200):
        shape.read(_face(length=0.8), yaw=35.0)
    assert _worn(shape) == "oval"


def test_only_a_fitted_contour_is_fitted() -> None:
    shape = FaceShape()
    shape.read(_face(length=1.1), yaw=0.0)
    chosen = Layer(Kind.CONTOUR, Color(120, 90, 70), style="round")
    assert shape.fit(chosen) is chosen
    blush = Layer(Kind.BLUSH, Color(200, 90, 90))
    assert shape.fit(blush) is blush
