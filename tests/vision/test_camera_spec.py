from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from vision.camera_spec import CameraError, CameraSpec, DeviceCamera, PhotoCamera, VideoCamera


@pytest.mark.parametrize(
    "spec", [DeviceCamera(0, rotation=90), VideoCamera(Path("clip.mp4")), PhotoCamera(Path("portrait.png"))]
)
def test_a_spec_travels_to_another_process(spec: CameraSpec) -> None:
    assert pickle.loads(pickle.dumps(spec)) == spec  # noqa: S301 - its own


def test_a_camera_on_its_side_gives_upright_pictures() -> None:
    assert DeviceCamera(0, 1280, 720, rotation=90).max_size == (720, 1280)
    assert DeviceCamera(0, 1280, 720, rotation=180).max_size == (1280, 720)


@pytest.fixture
def wrong_files(tmp_path: Path) -> dict[str, Path]:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").touch()
    (tmp_path / "text").write_text("no picture " * 1000)
    return {name: tmp_path / name for name in ("folder", "empty", "text", "missing")}


@pytest.mark.parametrize("kind", [VideoCamera, PhotoCamera])
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("folder", "is not there, or is not a file"),
        ("missing", "is not there"),
        ("empty", "is not a|is empty"),
        ("text", "is not a"),
    ],
)
def test_a_file_that_cannot_be_a_camera_is_one_sentence_with_its_name(
    wrong_files: dict[str, Path], kind: type[VideoCamera | PhotoCamera], wrong: str, sentence: str
) -> None:
    spec = kind(wrong_files[wrong])
    with pytest.raises(CameraError, match=sentence) as caught:
        spec.open()
    assert str(wrong_files[wrong]) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("wrong", ["folder", "empty", "text", "missing"])
def test_what_is_no_device_is_one_sentence_with_its_name(wrong_files: dict[str, Path], wrong: str) -> None:
    path = str(wrong_files[wrong])
    with pytest.raises(CameraError, match=r"is not there|cannot be opened") as caught:
        DeviceCamera(path).open()
    assert f"camera {path}" in str(caught.value)


def test_a_device_that_is_not_plugged_in_is_named() -> None:
    with pytest.raises(CameraError, match="camera 61 "):
        DeviceCamera(61).open()
