"""What every test is held to: it leaves no thread, no child process and no shared memory behind."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Windows appear on no screen unless a test brings one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_GRACE_SECONDS: Final = 3.0
"""What has been told to end may take this long to be gone."""

_SHARED_MEMORY: Final = Path("/dev/shm")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Undo what importing OpenCV does to the environment: it leads any later Qt to the plug-ins of a Qt of its own.

    Vitrine never has both in one process, and the tests of both share one.
    """
    for variable in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
        if "cv2" in os.environ.get(variable, ""):
            del os.environ[variable]


@pytest.fixture(autouse=True)
def no_leaked_thread() -> Iterator[None]:
    """Fail a test that leaves a Python thread running."""
    before = set(threading.enumerate())
    yield
    _expect_none(lambda: [thread.name for thread in _threads() if thread not in before], "threads")


@pytest.fixture(autouse=True)
def no_leaked_process() -> Iterator[None]:
    """Fail a test that leaves a child process, or a child's child, running."""
    before = set(_children())
    yield
    _expect_none(lambda: [_describe(child) for child in _children() if child not in before], "processes")


@pytest.fixture(autouse=True)
def no_leaked_shared_memory() -> Iterator[None]:
    """Fail a test that leaves a shared-memory segment behind."""
    before = _segments()
    yield
    _expect_none(lambda: sorted(filter(_is_ours, _segments() - before)), "shared-memory segments")


def _expect_none(find: Callable[[], list[str]], what: str) -> None:
    deadline = time.monotonic() + _GRACE_SECONDS
    while left := find():
        if time.monotonic() > deadline:
            pytest.fail(f"the test leaves {what} behind: {', '.join(left)}")
        time.sleep(0.02)  # the one wait in the suite that has no event: nobody announces that a process is gone


def _threads() -> list[threading.Thread]:
    """List the running threads that Python made; a library's, once it has called Python, stays listed for ever."""
    return [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]


def _children() -> list[psutil.Process]:
    """List the running children; Python's own resource tracker lives as long as the interpreter.

    PostgreSQL's own children, one a connection, are left out: they end when their connections do, or with their server.
    """
    children = psutil.Process().children(recursive=True)
    servers = {child.pid for child in children if _describe(child).partition(" ")[0].endswith("/postgres")}
    return [
        child
        for child in children
        if child.is_running() and "resource_tracker" not in _describe(child) and _parent(child) not in servers
    ]


def _parent(process: psutil.Process) -> int | None:
    try:
        return process.ppid()
    except psutil.Error:
        return None


def _describe(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline()) or f"{process.name()} ({process.pid})"
    except psutil.Error:
        return f"process {process.pid}, ending"


def _segments() -> set[str]:
    """List the segments, but PostgreSQL's: between two connections nobody has them mapped, and they stay its own."""
    entries = _SHARED_MEMORY.iterdir() if _SHARED_MEMORY.is_dir() else ()
    return {entry.name for entry in entries if not entry.name.startswith("PostgreSQL.")}


def _is_ours(segment: str) -> bool:
    """Tell a segment of this test run from one that another program of the machine has mapped."""
    ours = {process.pid for process in (psutil.Process(), *_children())}
    return not any(
        process.pid not in ours and str(_SHARED_MEMORY / segment) in _mapped_files(process)
        for process in psutil.process_iter()
    )


def _mapped_files(process: psutil.Process) -> set[str]:
    try:
        return {mapped.path for mapped in process.memory_maps()}
    except psutil.Error:
        return set()
