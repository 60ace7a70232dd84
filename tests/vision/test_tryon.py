"""The try-on without a screen, as the command line runs it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import pytest

from assets.manifest import locate
from tests.vision.faces import portrait, scene
from vision.errors import TryOnError
from vision.looks import Color, Finish, Kind, Layer, Look
from vision.tryon import run

if TYPE_CHECKING:
    from pathlib import Path

LOOK = Look("two", (Layer(Kind.LIPSTICK, Color(170, 20, 40), Finish.MATTE), Layer(Kind.BROWS, Color(58, 42, 32))))


def _video(path: Path, frames: int) -> Path:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"FFV1"), 25, (640, 480))
    for n in range(frames):
        writer.write(scene(640, 480, 90, (40 + 4 * n, 10)))
    writer.release()
    return path


def _rows(report: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in report.read_text().splitlines()]


def test_a_photo_becomes_a_painted_photo_with_masks_and_a_line_in_the_report(tmp_path: Path) -> None:
    out, report = tmp_path / "new" / "out", tmp_path / "reports" / "r.jsonl"
    assert run([locate("astronaut.png")], LOOK, out, report=report, masks=True) == 0
    painted = cv2.imread(str(out / "astronaut.png"))
    assert painted is not None
    assert (painted != portrait()).any()
    for region in ("lips", "brows"):
        mask = cv2.imread(str(out / f"astronaut.{region}.png"), cv2.IMREAD_UNCHANGED)
        assert mask is not None
        assert mask.shape == (512, 512)
        assert mask.max() > 200
    (row,) = _rows(report)
    assert row["input"] == str(locate("astronaut.png"))
    assert (row["frame"], row["t_ms"]) == (0, 0)
    (face,) = row["faces"]
    assert np.array(face["landmarks"]).shape == (478, 3)
    assert np.array(face["matrix"]).shape == (4, 4)
    assert set(row["ms"]) == {"track", "paint"}


def test_a_video_becomes_a_video_of_as_many_frames(tmp_path: Path) -> None:
    video, report = _video(tmp_path / "walk.mkv", 8), tmp_path / "r.jsonl"
    assert run([video], LOOK, tmp_path / "out", report=report, masks=True) == 0
    capture = cv2.VideoCapture(str(tmp_path / "out" / "walk.mp4"))
    assert int(capture.get(cv2.CAP_PROP_FRAME_COUNT)) == 8
    capture.release()
    assert [row["frame"] for row in _rows(report)] == list(range(8))
    assert [row["t_ms"] for row in _rows(report)][:3] == [0, 40, 80]
    assert (tmp_path / "out" / "walk-00007.lips.png").exists()


@pytest.mark.slow
def test_a_folder_is_done_on_every_core_and_reported_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(4):
        cv2.imwrite(str(folder / f"{n}.jpg"), portrait())
    (folder / "notes.txt").write_text("not a picture")
    report = tmp_path / "r.jsonl"
    assert run([folder], LOOK, tmp_path / "out", report=report, masks=False) == 0
    assert [row["input"] for row in _rows(report)] == [str(folder / f"{n}.jpg") for n in range(4)]
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [f"{n}.png" for n in range(4)]


def test_what_cannot_be_read_is_one_line_each_and_the_rest_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, broken, clip = tmp_path / "empty.jpg", tmp_path / "broken.png", tmp_path / "broken.mp4"
    empty.write_bytes(b"")
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 200)
    clip.write_bytes(b"x" * 500)
    nowhere, bare = tmp_path / "nowhere.jpg", tmp_path / "bare"
    bare.mkdir()
    inputs = [empty, locate("astronaut.png"), nowhere]
    assert run(inputs, LOOK, tmp_path / "out", report=None, masks=False) == 1
    assert run([broken, clip], LOOK, tmp_path / "out", report=None, masks=False) == 1
    assert run([bare], LOOK, tmp_path / "out", report=None, masks=False) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("vitrine: ")]
    assert len(said) == 5
    for path in (empty, broken, clip, nowhere, bare):
        assert sum(str(path) in line for line in said) == 1
    assert (tmp_path / "out" / "astronaut.png").exists()


def test_two_inputs_that_would_become_one_file_are_not_mixed_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cv2.imwrite(str(tmp_path / "a.jpg"), portrait())
    cv2.imwrite(str(tmp_path / "a.png"), portrait())
    assert run([tmp_path / "a.jpg", tmp_path / "a.png"], LOOK, tmp_path / "out", report=None, masks=False) == 1
    assert "already becomes a.png" in capsys.readouterr().err


def test_an_output_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TryOnError, match="file"):
        run([locate("astronaut.png")], LOOK, tmp_path / "file" / "out", report=None, masks=False)


def test_a_photo_without_a_face_is_written_as_it_is(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "wall.png"), np.full((200, 300, 3), 140, np.uint8))
    report = tmp_path / "r.jsonl"
    assert run([tmp_path / "wall.png"], LOOK, tmp_path / "out", report=report, masks=True) == 0
    assert _rows(report)[0]["faces"] == []
    mask = cv2.imread(str(tmp_path / "out" / "wall.lips.png"), cv2.IMREAD_UNCHANGED)
    assert mask is not None
    assert mask.max() == 0
