"""Head pose, from landmarks drawn by a camera of our own."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vision.frames import Face
from vision.mesh import canonical_mesh
from vision.pose import FIELD_OF_VIEW, PoseSolver, turned_degrees

WIDTH, HEIGHT = 1280, 720
FOCAL = HEIGHT / 2 / math.tan(FIELD_OF_VIEW / 2)


def _pose(yaw: float, pitch: float, roll: float, at: tuple[float, float, float]) -> np.ndarray:
    """A head that looks to the picture's right by ``yaw`` and up by ``pitch``, and leans by ``roll`` degrees."""
    y, p, r = (math.radians(angle) for angle in (yaw, -pitch, roll))
    about_y = np.array([[math.cos(y), 0, math.sin(y)], [0, 1, 0], [-math.sin(y), 0, math.cos(y)]])
    about_x = np.array([[1, 0, 0], [0, math.cos(p), -math.sin(p)], [0, math.sin(p), math.cos(p)]])
    about_z = np.array([[math.cos(r), -math.sin(r), 0], [math.sin(r), math.cos(r), 0], [0, 0, 1]])
    pose = np.eye(4, dtype=np.float32)
    pose[:3, :3] = about_y @ about_x @ about_z
    pose[:3, 3] = at
    return pose


def _seen(pose: np.ndarray) -> np.ndarray:
    """Landmarks of the canonical face in that pose, as the landmark model gives them.

    The model sees a face cut out and centred: its z runs along the ray to the face, in the scale of x.
    """
    vertices = canonical_mesh().vertices @ pose[:3, :3].T + pose[:3, 3]
    depth = -vertices[:, 2]
    x = WIDTH / 2 + FOCAL * vertices[:, 0] / depth
    y = HEIGHT / 2 - FOCAL * vertices[:, 1] / depth
    centre = vertices.mean(axis=0)
    along = vertices @ (centre / np.linalg.norm(centre))
    z = (along - along.mean()) * FOCAL / depth.mean()
    landmarks = np.zeros((478, 3), np.float32)
    landmarks[:468] = np.stack([x, y, z], axis=1)
    return landmarks


@given(
    yaw=st.floats(-40, 40),
    pitch=st.floats(-25, 25),
    roll=st.floats(-30, 30),
    x=st.floats(-25, 25),
    y=st.floats(-15, 15),
    z=st.floats(-250, -60),
)
def test_a_head_is_found_where_it_is_and_as_it_is_turned(
    yaw: float, pitch: float, roll: float, x: float, y: float, z: float
) -> None:
    true = _pose(yaw, pitch, roll, (x, y, z))
    found = PoseSolver().solve(_seen(true), WIDTH, HEIGHT)
    angle = math.degrees(math.acos(np.clip((np.trace(found[:3, :3].T @ true[:3, :3]) - 1) / 2, -1, 1)))
    assert angle < 3
    assert found[:3, :3] @ found[:3, :3].T == pytest.approx(np.eye(3), abs=1e-4)
    assert np.linalg.norm(found[:3, 3] - true[:3, 3]) < 0.06 * abs(z)


@pytest.mark.parametrize(("yaw", "pitch"), [(30, 0), (-30, 0), (0, 20), (0, -20)])
def test_the_turn_is_told_by_its_side(yaw: float, pitch: float) -> None:
    face = Face(1, _seen(pose := _pose(yaw, pitch, 0, (0, 0, -80))), pose, {})
    sideways, upwards = turned_degrees(face)
    assert sideways == pytest.approx(yaw, abs=2)
    assert upwards == pytest.approx(pitch, abs=2)


def test_a_face_at_the_side_that_looks_at_the_camera_is_not_turned() -> None:
    at = (25.0, 0.0, -80.0)
    ahead = math.degrees(math.atan2(-at[0], -at[2]))
    pose = _pose(ahead, 0, 0, at)
    assert turned_degrees(Face(1, _seen(pose), pose, {}))[0] == pytest.approx(0, abs=1)
