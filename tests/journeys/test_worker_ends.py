"""However the screen's process ends, nothing of the vision worker is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.fakes.cameras import Mood, MoodyCamera

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SHARED_MEMORY = Path("/dev/shm")

pytestmark = pytest.mark.skipif(not SHARED_MEMORY.is_dir(), reason="looks at how Linux shows shared memory")


@pytest.fixture
def mood_file(tmp_path: Path) -> Path:
    camera = MoodyCamera(tmp_path / "mood")
    camera.feel(Mood.WELL)
    return camera.mood_file


@pytest.fixture
def parent(mood_file: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.parent", "fake", str(mood_file)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        yield process
        process.kill()


def read_worker(parent: subprocess.Popen[str]) -> psutil.Process:
    assert parent.stdout is not None
    word, pid = parent.stdout.readline().split()
    assert word == "live"
    return psutil.Process(int(pid))


def ring_of(worker: psutil.Process) -> Path:
    (ring,) = (Path(mapped.path) for mapped in worker.memory_maps() if mapped.path.startswith(str(SHARED_MEMORY)))
    assert ring.exists()
    return ring


@pytest.mark.parametrize("mood", [Mood.WELL, Mood.HANGS])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_it_leaves_nothing_and_says_nothing(
    parent: subprocess.Popen[str], mood_file: Path, mood: Mood, number: signal.Signals
) -> None:
    worker = read_worker(parent)
    ring = ring_of(worker)
    MoodyCamera(mood_file).feel(mood)
    os.killpg(parent.pid, number)  # as a terminal or a service manager does: to every process at once
    output, errors = parent.communicate(timeout=5)
    assert parent.returncode == 0
    assert errors == ""
    assert output == "loaded\n", "the screen's process needs neither OpenCV nor MediaPipe"
    psutil.wait_procs([worker], timeout=1)
    assert not worker.is_running()
    assert not ring.exists()


@pytest.mark.parametrize("mood", [Mood.WELL, Mood.HANGS])
def test_killed_it_takes_the_worker_along(parent: subprocess.Popen[str], mood_file: Path, mood: Mood) -> None:
    worker = read_worker(parent)
    ring = ring_of(worker)
    MoodyCamera(mood_file).feel(mood)
    tracker = next(child for child in psutil.Process(parent.pid).children() if "tracker" in " ".join(child.cmdline()))
    parent.kill()
    gone, _ = psutil.wait_procs([worker, tracker], timeout=5)
    assert {process.pid for process in gone} == {worker.pid, tracker.pid}
    assert not ring.exists(), "Python's resource tracker outlives both and removes it"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux's kernel ends a process that cannot act")
def test_killed_it_takes_along_a_worker_that_cannot_act(parent: subprocess.Popen[str]) -> None:
    worker = read_worker(parent)
    worker.suspend()
    parent.kill()
    gone, _ = psutil.wait_procs([worker], timeout=5)
    assert gone == [worker]
