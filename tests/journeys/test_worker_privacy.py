"""What the kernel saw of the mirror's processes: no socket, and nothing written to the disk."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.fakes.cameras import Mood, MoodyCamera

ROOT = Path(__file__).parents[2]
CALLS = "socket,connect,bind,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
WRITING = re.compile(r"O_(WRONLY|RDWR|CREAT|APPEND|TRUNC)")


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_neither_process_opens_a_socket_or_writes_a_file(tmp_path: Path) -> None:
    camera = MoodyCamera(tmp_path / "mood")
    camera.feel(Mood.WELL)
    logs = tmp_path / "strace"
    logs.mkdir()
    program = [sys.executable, "-B", "-m", "tests.fakes.parent", "real", str(camera.mood_file)]
    with subprocess.Popen(
        ["strace", "-ff", "-qq", "-o", str(logs / "calls"), "-e", f"trace={CALLS}", "-e", "signal=none", *program],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as traced:
        assert traced.stdout is not None
        assert traced.stdout.readline().startswith("live ")
        (parent,) = psutil.Process(traced.pid).children()
        parent.terminate()
        traced.wait(10)
    calls = [line for log in logs.iterdir() for line in log.read_text().splitlines()]
    assert any("face_landmarker.task" in call for call in calls), "the models are real"
    assert [call for call in calls if call.startswith(("socket", "connect", "bind"))] == []
    assert [call for call in calls if call.startswith("open") and WRITING.search(call) and not is_harmless(call)] == []
    assert [call for call in calls if call.startswith(("creat", "mkdir", "rename", "link", "symlink"))] == []


def is_harmless(call: str) -> bool:
    """Tell the ring, in memory, and what leads nowhere from what would be kept."""
    return "/dev/shm/" in call or "/dev/null" in call
