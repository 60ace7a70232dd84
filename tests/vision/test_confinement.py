"""Tested in a process of its own, since what is forbidden stays forbidden."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import socket, sys, threading, pathlib
from vision.confinement import forbid_sockets

def attempt(family):
    try:
        socket.socket(family).close()
    except PermissionError:
        print("refused", end=" ")
    else:
        print("allowed", end=" ")

attempt(socket.AF_INET)
if not forbid_sockets():
    sys.exit(9)
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
    attempt(family)
thread = threading.Thread(target=attempt, args=(socket.AF_INET,))
thread.start()
thread.join()
print(pathlib.Path("/proc/self/stat").exists())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filter is Linux's")
def test_no_socket_can_be_made_any_more_and_all_else_goes_on() -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=30, check=True)
    assert ended.stdout == "allowed refused refused refused refused True\n"
