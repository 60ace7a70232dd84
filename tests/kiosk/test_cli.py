from __future__ import annotations

import importlib.metadata
import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from vision.looks import Look


class FakeTryOn:
    """Stands in for the try-on and keeps what it was asked for."""

    def __init__(self) -> None:
        self.look: Look | None = None
        self.asked: dict[str, Any] = {}

    def __call__(
        self, inputs: list[Path], look: Look, out: Path, *, report: Path | None, masks: bool, metered: bool
    ) -> int:
        self.look = look
        self.asked = {"inputs": inputs, "out": out, "report": report, "masks": masks, "metered": metered}
        return 0


@pytest.fixture
def tryon(monkeypatch: pytest.MonkeyPatch) -> FakeTryOn:
    fake = FakeTryOn()
    monkeypatch.setattr("vision.tryon.run", fake)
    return fake


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does, in a process of its own."""
    command = [sys.executable, "-c", "import sys; from kiosk.cli import main; sys.exit(main())", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_help_names_every_command() -> None:
    done = run("--help")

    assert done.returncode == 0
    for command in ("run", "demo", "hub", "tryon", "bench", "doctor", "models"):
        assert f"\n    {command} " in done.stdout


def test_help_is_there_at_once() -> None:
    def seconds() -> float:
        started = time.perf_counter()
        run("--help")
        return time.perf_counter() - started

    # The best of several: the machine that runs the tests has other things to do.
    assert min(seconds() for _ in range(8)) < 0.15


def test_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"vitrine {importlib.metadata.version('vitrine')}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "COMMAND"),
        (["sing"], "sing"),
        (["tryon", "a.png", "-o", "out"], "--look"),
        (["tryon", "--look", "evening", "-o", "out"], "INPUT"),
        (["bench", "--width", "0"], "'0' is not a whole number above 0"),
        (["bench", "--width", "100000000"], "'100000000' is not a whole number above 0 and up to 7680"),
        (["bench", "--layers", "two"], "'two' is not a whole number above 0"),
        (["demo", "--seconds", "inf"], "'inf' is not a number above 0"),
        (["demo", "--seconds", "1e300"], "'1e300' is not a number above 0 and up to 1000000"),
        (["demo", "--seconds", "nan"], "'nan' is not a number above 0"),
        (["demo", "--seconds", "-1"], "'-1' is not a number above 0"),
    ],
)
def test_explains_a_misspelt_command(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_tries_a_look_of_a_file(tmp_path: Path, tryon: FakeTryOn) -> None:
    look = tmp_path / "mine.toml"
    look.write_text('name = "Mine"\n[[layer]]\nkind = "lipstick"\ncolor = "#AA1428"\n')

    status = main(["tryon", "a.png", "b.mp4", "--look", str(look), "-o", "out", "--report", "r.jsonl", "--masks"])

    assert status == 0
    assert tryon.look is not None
    assert tryon.look.name == "Mine"
    assert [str(path) for path in tryon.asked["inputs"]] == ["a.png", "b.mp4"]
    assert (str(tryon.asked["out"]), str(tryon.asked["report"]), tryon.asked["masks"]) == ("out", "r.jsonl", True)


@pytest.mark.parametrize("called", ["bare-ease", "Bare Ease", "BARE EASE"])
def test_tries_a_bundled_look_by_its_file_or_its_name(called: str, tryon: FakeTryOn) -> None:
    assert main(["tryon", "a.png", "--look", called, "-o", "out"]) == 0

    assert tryon.look is not None
    assert tryon.look.name == "Bare Ease"


@pytest.mark.parametrize("light", [[], ["--light", "scene"]])
def test_shades_are_shown_in_the_pictures_light(light: list[str], tryon: FakeTryOn) -> None:
    assert main(["tryon", "a.png", "--look", "bare-ease", "-o", "out", *light]) == 0
    assert tryon.asked["metered"] is True


def test_shades_are_shown_as_printed_where_colours_are_measured(tryon: FakeTryOn) -> None:
    assert main(["tryon", "a.png", "--look", "bare-ease", "-o", "out", "--light", "swatch"]) == 0
    assert tryon.asked["metered"] is False


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('color = "#GG"\nkind = "lipstick"', "layer 1: color: '#GG'"),
        ('color = "#AA1428"\nkind = "moustache"', "layer 1: kind: 'moustache'"),
        ('color = "#AA1428"\nkind = "lipstick"\ncoverage = 7', "layer 1: coverage: 7"),
        ("[[", "is not TOML"),
    ],
)
def test_a_wrong_look_is_one_line(
    tmp_path: Path, text: str, told: str, tryon: FakeTryOn, capsys: pytest.CaptureFixture[str]
) -> None:
    look = tmp_path / "wrong.toml"
    look.write_text(f'name = "Wrong"\n[[layer]]\n{text}\n')

    assert main(["tryon", "a.png", "--look", str(look), "-o", "out"]) == 1

    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"vitrine: {look}")
    assert told in line
    assert tryon.look is None


def test_an_unknown_look_is_one_line_that_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tryon", "a.png", "--look", "moustache", "-o", "out"]) == 1

    (line,) = capsys.readouterr().err.splitlines()
    assert "moustache: no look is called so" in line
    assert "evening" in line


@pytest.mark.parametrize("command", ["run", "demo"])
def test_no_name_of_a_camera_is_no_camera(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--camera", ""]) == 1

    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("vitrine: camera: ")


def test_what_a_file_says_does_not_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "vitrine.toml"
    settings.write_text('"\\u001b[2Jφ" = 1\n', encoding="utf-8")

    assert main(["run", "--config", str(settings)]) == 1

    assert "\\x1b[2Jφ: is not a field" in capsys.readouterr().err


def test_a_machine_that_the_mirror_does_not_run_on_is_one_line() -> None:
    program = 'import platform; platform.machine = lambda: "aarch64"\nimport kiosk.cli; kiosk.cli.main(["demo"])'

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)

    said = [line for line in done.stderr.splitlines() if line.startswith("vitrine: ")]
    assert said == ["vitrine: the mirror runs on x86-64 machines only, and this one is aarch64"]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["run", "demo"])
def test_wrong_settings_are_a_line_each(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "vitrine.toml"
    settings.write_text("faces = 9\n[camera]\nwidth = 3\n")

    assert main([command, "--config", str(settings)]) == 1

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"vitrine: {settings}:") for line in lines)


def test_ctrl_c_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("vision.tryon.run", interrupted)

    assert main(["tryon", "a.png", "--look", "evening", "-o", "out"]) == 130


def test_a_mistake_of_ours_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("vision.tryon.run", broken)

    with pytest.raises(ZeroDivisionError):
        main(["tryon", "a.png", "--look", "evening", "-o", "out"])


def test_bench_speaks_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def bench(width: int, height: int, face_px: int, layers: int) -> dict[str, object]:
        return {"width": width, "height": height, "face_px": face_px, "layers": layers, "ratio": 1.5}

    monkeypatch.setattr("vision.bench.run", bench)

    assert main(["bench", "--json", "--width", "640", "--face-px", "200"]) == 0

    figures = {"width": 640, "height": 720, "face_px": 200, "layers": 5, "ratio": 1.5}
    assert json.loads(capsys.readouterr().out) == figures


def test_models_says_that_all_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models"]) == 0

    assert "files are in" in capsys.readouterr().out
