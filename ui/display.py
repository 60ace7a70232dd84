"""A display to draw on: the machine's, or where there is none a virtual one that ends with us."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_START_SECONDS: Final = 10.0
_END_SECONDS: Final = 5.0


class DisplayError(Exception):
    """There is nothing to draw on; one sentence that says what to do."""


@contextmanager
def display(width: int = 1080, height: int = 1920) -> Iterator[None]:
    """Make sure that there is a display; start a virtual one of this size where there is none, and say so.

    Raises:
        DisplayError: there is none and none can be started.
    """
    if _has_display():
        yield
        return
    with virtual_display(width, height) as name:
        print(f"no display here: drawing on a virtual one, {name}, {width} x {height}", file=sys.stderr)
        yield


@contextmanager
def virtual_display(width: int, height: int) -> Iterator[str]:
    """Run an X server without glass and make it this process's display; gives its name, such as ``:1``.

    Raises:
        DisplayError: it is not installed or does not start.
    """
    program = shutil.which("Xvfb")
    if program is None:
        raise DisplayError("there is no display, and no Xvfb to stand in for one; install xvfb, or set DISPLAY")
    reading, writing = os.pipe()
    command = [
        program,
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        f"{width}x{height}x24",
        "-nolisten",
        "tcp",
        "-terminate",
    ]
    quiet = subprocess.DEVNULL
    # In a session of its own, out of reach of the terminal's Ctrl-C: we end first, then it. `-terminate` ends it should
    # we be killed.
    server = subprocess.Popen(
        command, pass_fds=(writing,), stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    os.close(writing)
    before = os.environ.get("DISPLAY")
    try:
        name = f":{_number(reading)}"
        os.environ["DISPLAY"] = name
        yield name
    finally:
        os.close(reading)
        if before is None:
            os.environ.pop("DISPLAY", None)
        else:
            os.environ["DISPLAY"] = before
        server.terminate()
        try:
            server.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "eglfs", "linuxfb"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _number(reading: int) -> int:
    """What the server writes once it is ready."""
    ready, _, _ = select.select([reading], [], [], _START_SECONDS)
    text = os.read(reading, 16).decode().strip() if ready else ""
    if not text:
        raise DisplayError("the virtual display, Xvfb, did not start")
    return int(text)
