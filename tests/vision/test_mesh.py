"""The canonical face, as it is read from the landmark model's bundle."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.manifest import AssetError, locate
from vision.mesh import read_mesh

if TYPE_CHECKING:
    from pathlib import Path

MEMBER: Final = "geometry_pipeline_metadata_landmarks.binarypb"


def real_message() -> bytes:
    with zipfile.ZipFile(locate("face_landmarker.task")) as bundle:
        return bundle.read(MEMBER)


def bundle_of(folder: Path, message: bytes) -> Path:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as bundle:
        bundle.writestr(MEMBER, message)
    path = folder / "face.task"
    path.write_bytes(content.getvalue())
    return path


def test_the_installed_models_mesh_is_the_face_that_the_landmarks_name() -> None:
    mesh = read_mesh(locate("face_landmarker.task"))
    assert mesh.vertices.shape == (468, 3)
    assert mesh.uv.shape == (468, 2)
    assert mesh.triangles.shape == (898, 3)
    assert (mesh.uv.min(), mesh.uv.max()) >= (0, 0)
    assert mesh.uv.max() <= 1
    assert set(np.unique(mesh.triangles)) == set(range(468))
    assert np.ptp(mesh.vertices[:, 1]) == pytest.approx(17.6, abs=1), "centimetres, from the forehead to the chin"


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\x0a",
        b"\x0a\x00",
        b"\x0f",
        b"\x80" * 100_000,
        b"\x0a\x03\x1a\x01x",
    ],
    ids=["empty", "no length", "no mesh", "unknown wire type", "endless number", "half a float"],
)
def test_a_message_that_holds_no_mesh_is_a_wrong_file(tmp_path: Path, message: bytes) -> None:
    with pytest.raises(AssetError, match=r"face\.task.*run `vitrine models`"):
        read_mesh(bundle_of(tmp_path, message))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 40_000), put=st.binary(min_size=1, max_size=6), cut=st.booleans())
def test_a_damaged_mesh_is_told_or_is_still_a_mesh(tmp_path: Path, at: int, put: bytes, cut: bool) -> None:  # noqa: FBT001
    message = real_message()
    at %= len(message)
    damaged = message[:at] + put + (b"" if cut else message[at + len(put) :])
    with suppress(AssetError):
        mesh = read_mesh(bundle_of(tmp_path, damaged))
        assert mesh.triangles.min() >= 0
        assert mesh.triangles.max() < len(mesh.vertices)


def test_what_is_no_bundle_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "face.task"
    path.write_bytes(b"PK\x03\x04" + b"x" * 100)
    with pytest.raises(AssetError, match=r"face\.task"):
        read_mesh(path)
