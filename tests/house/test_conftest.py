"""The suite's own guards: each kind of thing that a test may leave behind fails it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

GUARDS: Final = Path(__file__).parents[1] / "conftest.py"

TIDY = """
import subprocess, sys, threading
from multiprocessing.shared_memory import SharedMemory

def test_tidy():
    thread = threading.Thread(target=print)
    thread.start()
    thread.join()
    subprocess.run([sys.executable, "-c", ""], check=True)
    memory = SharedMemory(create=True, size=16)
    memory.close()
    memory.unlink()
"""

THREAD = """
import threading

def test_leaves_a_thread():
    threading.Thread(target=threading.Event().wait, daemon=True, name="forgotten").start()
"""

PROCESS = """
import subprocess, sys

left = []

def test_leaves_a_process():
    # It ends with this one, whose end it hears of by its standard input.
    command = [sys.executable, "-c", "import sys; sys.stdin.read()", "forgotten"]
    left.append(subprocess.Popen(command, stdin=subprocess.PIPE))
"""

SEGMENT = """
from multiprocessing.shared_memory import SharedMemory

left = []

def test_leaves_a_segment():
    left.append(SharedMemory(create=True, size=16))  # Python's resource tracker removes it in the end
"""

OPENCV = """
import os

os.environ["QT_QPA_PLATFORM_PLUGIN_PATH"] = "/somewhere/cv2/qt/plugins"

def test_runs_without_what_opencv_says_of_qt():
    assert "QT_QPA_PLATFORM_PLUGIN_PATH" not in os.environ
"""


@pytest.fixture
def guarded(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """An empty suite with this suite's guards, which here lose patience sooner."""
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    guards = GUARDS.read_text(encoding="utf-8")
    assert "_GRACE_SECONDS: Final = 3.0" in guards
    pytester.makeconftest(guards.replace("_GRACE_SECONDS: Final = 3.0", "_GRACE_SECONDS: Final = 0.2"))
    return pytester


@pytest.mark.parametrize("code", [TIDY, OPENCV])
def test_a_tidy_test_passes(code: str, guarded: pytest.Pytester) -> None:
    guarded.makepyfile(code)

    guarded.runpytest_subprocess("-p", "no:pytest-qt").assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (THREAD, "*leaves threads behind: forgotten*"),
        (PROCESS, "*leaves processes behind: *forgotten*"),
        (SEGMENT, "*leaves shared-memory segments behind: *"),
    ],
)
def test_what_is_left_behind_fails_a_test(code: str, told: str, guarded: pytest.Pytester) -> None:
    guarded.makepyfile(code)

    result = guarded.runpytest_subprocess("-p", "no:pytest-qt")

    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines([told])
