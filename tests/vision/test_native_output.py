"""In a process of its own, whose standard error is looked at as a person would."""

from __future__ import annotations

import subprocess
import sys

import pytest

TWO_THREADS = """
import os, threading
from vision.native_output import held_back

first_is_in, second_is_in, first_is_out = threading.Event(), threading.Event(), threading.Event()

def first():
    with held_back():
        os.write(2, b"a note ")
        first_is_in.set()
        second_is_in.wait(0.3)
    first_is_out.set()

def second():
    first_is_in.wait()
    with held_back():
        second_is_in.set()
        first_is_out.wait()

threads = [threading.Thread(target=target) for target in (first, second)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
os.write(2, b"said afterwards")
"""

FAILING = """
import os
from vision.native_output import held_back
with held_back():
    os.write(2, b"the reason")
    raise RuntimeError("failed")
"""


def errors_of(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    return done.stderr


def test_notes_are_held_back_and_all_is_said_again_afterwards_though_two_threads_load_at_once() -> None:
    assert errors_of(TWO_THREADS) == "said afterwards"


def test_notes_are_let_out_with_an_error() -> None:
    errors = errors_of(FAILING)
    assert "the reason" in errors
    assert "RuntimeError: failed" in errors


WITHOUT_STANDARD_ERROR = """
import os, sys
{how}
from vision.native_output import held_back
with held_back():
    print("done", end="")
"""


@pytest.mark.parametrize("how", ["os.close(2)", "sys.stderr = None", "sys.stderr = None; os.close(2)"])
def test_a_service_without_a_standard_error_loads_as_well(how: str) -> None:
    program = WITHOUT_STANDARD_ERROR.format(how=how)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout == "done"
