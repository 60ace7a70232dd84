"""The kiosk as it is started: a process of its own, under a virtual display, with a real worker on the sample face."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.screen, pytest.mark.slow]

PROGRAM = """
import sys
from pathlib import Path
from kiosk.settings import Settings
import ui.app
if __name__ == "__main__":
    seconds = float(sys.argv[1])
    shot = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    status = ui.app.run(Settings(), demo=True, seconds=seconds, shot=shot)
    foreign = {"cv2", "mediapipe"} & set(sys.modules)
    sys.exit(f"{foreign} are in the screen's process" if foreign else status)
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "program.py"
    path.write_text(PROGRAM, "utf-8")
    return path


@pytest.fixture
def start(program: Path) -> Iterator[list[subprocess.Popen[str]]]:
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def launch(started: list[subprocess.Popen[str]], program: Path, *arguments: str) -> subprocess.Popen[str]:
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in without}
    environment["PYTHONPATH"] = str(Path.cwd())
    started.append(
        subprocess.Popen(
            [sys.executable, str(program), *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
    )
    return started[-1]


def test_the_demo_shows_a_face_that_wears_a_look_and_ends_by_itself(
    start: list[subprocess.Popen[str]], program: Path, tmp_path: Path
) -> None:
    shot = tmp_path / "shot.png"
    process = launch(start, program, "10", str(shot))
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert "virtual" in errors
    assert "Traceback" not in errors
    picture = QImage(str(shot))
    assert (picture.width(), picture.height()) == (1080, 1920)
    upper = {picture.pixel(x, y) for x in range(40, 1040, 20) for y in range(40, 1100, 20)}
    assert len(upper) > 500, "the upper part is a photograph"


def test_a_mirror_whose_keeper_breaks_ends_so_that_it_is_started_anew(
    start: list[subprocess.Popen[str]], program: Path
) -> None:
    breaking = "import vision.supervisor\nvision.supervisor.FRAME_DEADLINE = None\n"
    program.write_text(breaking + PROGRAM, "utf-8")
    process = launch(start, program, "60")
    _, errors = process.communicate(timeout=40)
    assert process.returncode == 70
    assert "TypeError" in errors


def test_a_shot_into_a_folder_that_is_not_there_is_refused_at_once(
    start: list[subprocess.Popen[str]], program: Path, tmp_path: Path
) -> None:
    process = launch(start, program, "60", str(tmp_path / "nowhere" / "shot.png"))
    _, errors = process.communicate(timeout=10)
    assert process.returncode == 1
    assert "nowhere" in errors


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_it_ends_and_leaves_nothing_running(
    start: list[subprocess.Popen[str]], program: Path, number: signal.Signals
) -> None:
    process = launch(start, program, "60")
    family = psutil.Process(process.pid)
    deadline = time.monotonic() + 30
    while len(family.children(recursive=True)) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)  # nobody announces a child's birth
    children = family.children(recursive=True)
    assert len(children) >= 2, "a display and a worker"
    os.killpg(process.pid, number)  # as a terminal does
    process.communicate(timeout=15)
    assert process.returncode == 0
    _, alive = psutil.wait_procs(children, timeout=3)
    assert not alive


def test_the_attract_screen_leaves_the_machine_alone(start: list[subprocess.Popen[str]], program: Path) -> None:
    process = launch(start, program, "60")
    family = psutil.Process(process.pid)
    time.sleep(12)  # past the start, its own and that of its hub, which may cost what they like
    everybody = [family, *family.children(recursive=True)]
    before = sum(_cpu_seconds(member) for member in everybody)
    time.sleep(5)
    spent = sum(_cpu_seconds(member) for member in everybody) - before
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=15)
    assert spent < 0.1 * 5, f"{spent / 5:.0%} of a core"


def _cpu_seconds(member: psutil.Process) -> float:
    times = member.cpu_times()
    return times.user + times.system
