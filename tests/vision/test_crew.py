"""The crew, with processes that work, die and hang in a way that is told to them."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import psutil
import pytest

from vision.crew import Died, work_through

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its processes die of no signals")


def obey(jobs: Connection) -> None:
    """Double a number; die or hang as a word says; tell by "who" which process this is."""
    while True:
        try:
            job = jobs.recv()
        except EOFError:
            return
        match job:
            case "crash":
                os.kill(os.getpid(), signal.SIGSEGV)
            case "leave":
                sys.exit(7)
            case "hang":
                time.sleep(3600)
            case "who":
                jobs.send(os.getpid())
            case _:
                jobs.send(job * 2)


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_every_job_is_done_once_though_some_end_their_process(processes: int) -> None:
    jobs = [1, "crash", 2, 3, "leave", "crash", 4]
    outcomes = list(work_through(obey, jobs, processes))
    assert sorted(number for number, _ in outcomes) == list(range(len(jobs)))
    done = dict(outcomes)
    assert [done[number] for number in (0, 2, 3, 6)] == [2, 4, 6, 8]
    assert [done[number] for number in (1, 5)] == [Died("was ended by SIGSEGV")] * 2
    assert done[4] == Died("ended with status 7")


def test_a_process_that_lives_is_kept_for_the_next_job() -> None:
    assert len({answer for _, answer in work_through(obey, ["who"] * 4, 1)}) == 1


def test_whoever_stops_listening_leaves_no_process() -> None:
    with closing(work_through(obey, ["hang", 1, 2], 2)) as answers:
        assert next(answers) == (1, 2)
    assert not [child for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())]


def test_nothing_to_do_starts_nothing() -> None:
    assert list(work_through(obey, [], 2)) == []
