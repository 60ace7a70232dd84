"""The try-on without a screen, as the command line runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from assets.manifest import locate
from tests.vision.faces import portrait, scene
from tests.vision.png import png_header
from vision.errors import TryOnError
from vision.looks import Color, Finish, Kind, Layer, Look
from vision.tryon import run

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


def test_an_input_is_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    cv2.imwrite("a.png", portrait())
    cv2.imwrite("b.jpg", portrait())
    cv2.imwrite("c.jpg", portrait())
    cv2.imwrite("c.lips.png", portrait())
    Path("d.jpg").symlink_to("b.jpg")
    Path("d.png").symlink_to("a.png")
    inputs = [Path(name) for name in ("a.png", "b.jpg", "c.jpg", "c.lips.png", "d.jpg")]
    before = {path: path.read_bytes() for path in inputs}
    assert run(inputs, LOOK, Path(), report=None, masks=True) == 1
    assert {path: path.read_bytes() for path in inputs} == before
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("vitrine: ")]
    assert said == [
        "vitrine: a.png: left out, for its result would overwrite it; name another folder",
        "vitrine: c.jpg: left out, for its result would overwrite c.lips.png; name another folder",
        "vitrine: c.lips.png: left out, for its result would overwrite it; name another folder",
        "vitrine: d.jpg: left out, for its result would overwrite a.png; name another folder",
    ]
    assert Path("b.png").exists()


def test_a_video_beside_its_result_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(_video(tmp_path / "walk.mkv", 2).read_bytes())
    before = clip.read_bytes()
    assert run([clip], LOOK, tmp_path, report=None, masks=False) == 1
    assert clip.read_bytes() == before
    assert "clip.mp4: left out" in capsys.readouterr().err


def test_the_report_does_not_overwrite_an_input(tmp_path: Path) -> None:
    photo = tmp_path / "a.png"
    cv2.imwrite(str(photo), portrait())
    before = photo.read_bytes()
    with pytest.raises(TryOnError, match=r"a\.png: is an input"):
        run([photo], LOOK, tmp_path / "out", report=photo, masks=False)
    assert photo.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="names of Windows are all Unicode")
def test_names_that_are_not_utf8_are_told_and_the_rest_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd, photo = tmp_path / "walk-\udcff.mkv", tmp_path / "face-\udcff.png"
    _video(tmp_path / "walk.mkv", 2).rename(odd)
    photo.write_bytes(locate("astronaut.png").read_bytes())
    assert run([odd, photo, locate("astronaut.png")], LOOK, tmp_path / "out", report=None, masks=False) == 1
    (line,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("vitrine: ")]
    assert "walk-\\udcff.mkv: has a name that is not UTF-8" in line
    assert (tmp_path / "out" / "astronaut.png").exists()
    assert (tmp_path / "out" / photo.name).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="names of Windows are all Unicode")
def test_a_folder_for_videos_whose_name_is_not_utf8_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([_video(tmp_path / "walk.mkv", 2)], LOOK, tmp_path / "o\udcff", report=None, masks=False) == 1
    assert "has a name that is not UTF-8" in capsys.readouterr().err


def test_a_picture_too_large_to_hold_is_told_before_it_is_decoded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    huge = tmp_path / "huge.png"
    huge.write_bytes(png_header(15_000, 15_000))
    assert run([huge], LOOK, tmp_path / "out", report=None, masks=False) == 1
    assert f"{huge}: has more than 100 megapixels" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert run([tmp_path], LOOK, tmp_path / "out", report=None, masks=False) == 1
    assert "pipe.png: is not a file" in capsys.readouterr().err


def test_the_times_of_a_video_are_its_own(tmp_path: Path) -> None:
    clip, report = tmp_path / "gap.avi", tmp_path / "r.jsonl"
    writer = cv2.VideoWriter(str(clip), cv2.VideoWriter.fourcc(*"MJPG"), 90_000, (160, 120))
    for _ in range(4):
        writer.write(np.full((120, 160, 3), 140, np.uint8))
    writer.release()
    assert run([clip], LOOK, tmp_path / "out", report=report, masks=False) == 0
    times = [row["t_ms"] for row in _rows(report)]
    assert times[0] == 0
    assert all(later > earlier for earlier, later in pairwise(times))
    capture = cv2.VideoCapture(str(tmp_path / "out" / "gap.mp4"))
    assert capture.get(cv2.CAP_PROP_FPS) == 30
    capture.release()


class Fatal(type(Path())):  # type: ignore[misc] # the class depends on the system
    """A file that ends the process that is given it, as a native library may over what stands in one."""

    def __reduce__(self) -> tuple[object, ...]:
        return os.abort, ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to name")
def test_an_input_that_ends_a_process_is_told_and_the_rest_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("0.png", "1.png", "2.png", "3.png")
    for name in names:
        cv2.imwrite(str(tmp_path / name), portrait())
    inputs = [Fatal(tmp_path / name) if name == "1.png" else tmp_path / name for name in names]
    report = tmp_path / "r.jsonl"
    assert run(inputs, LOOK, tmp_path / "out", report=report, masks=False) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("vitrine: ")]
    assert said == [f"vitrine: {tmp_path / '1.png'}: the process that worked on it was ended by SIGABRT"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["0.png", "2.png", "3.png"]
    assert [row["input"] for row in _rows(report)] == [str(tmp_path / name) for name in ("0.png", "2.png", "3.png")]


@pytest.mark.parametrize("shape", [(1, 1), (1, 3000), (3000, 1), (20, 20)])
def test_a_picture_of_an_odd_shape_is_written_as_it_is(tmp_path: Path, shape: tuple[int, int]) -> None:
    cv2.imwrite(str(tmp_path / "odd.png"), np.full((*shape, 3), 140, np.uint8))
    assert run([tmp_path / "odd.png"], LOOK, tmp_path / "out", report=None, masks=True) == 0
    painted = cv2.imread(str(tmp_path / "out" / "odd.png"))
    assert painted is not None
    assert painted.shape[:2] == shape


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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal for a group of processes")
def test_an_interrupt_ends_it_without_a_word_and_leaves_no_process(tmp_path: Path) -> None:
    clips = [tmp_path / f"{n}.mkv" for n in range(3)]
    clip = _video(tmp_path / "walk.mkv", 100).read_bytes()
    for path in clips:
        path.write_bytes(clip)
    program = "import sys, kiosk.cli\nif __name__ == '__main__': sys.exit(kiosk.cli.main())"
    script = tmp_path / "program.py"
    script.write_text(program, "utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script), "tryon", *map(str, clips), "--look", "evening", "-o", str(tmp_path / "out")],
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        while not list(tmp_path.glob("out/*.mp4")):
            assert process.poll() is None
            time.sleep(0.05)  # nobody announces a file
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        assert process.communicate(timeout=10)[1] == ""
        assert process.returncode == 130
    finally:
        process.kill()
        process.communicate()
