"""A thread with a job that fails and is interrupted."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from queue import Queue
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.local.errors import LocalDataError
from kiosk.sync.backoff import Backoff
from kiosk.sync.errors import UnreachableError
from kiosk.sync.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.hub.errors import HubError

SOON = 5.0
NEVER = 600.0


class Job:
    """Does what the test says, a turn at a time.

    Attributes:
        turns: which turn it is, once it begins.
        ends: how each turn ends: with a pause, with an error, or (None) when it is interrupted.
    """

    def __init__(self) -> None:
        self.turns: Queue[int] = Queue()
        self.ends: Queue[float | Exception | None] = Queue()
        self.opened = 0
        self._count = 0
        self._interrupted = threading.Event()

    def turn(self) -> float:
        self._count += 1
        self.turns.put(self._count)
        end = self.ends.get(timeout=SOON)
        if isinstance(end, float):
            return end
        if end is None:
            assert self._interrupted.wait(SOON)
            raise UnreachableError("it was cut off")
        raise end

    def interrupt(self) -> None:
        self._interrupted.set()

    @contextmanager
    def open(self) -> Iterator[Job]:
        self.opened += 1
        yield self


@pytest.fixture
def job() -> Job:
    return Job()


@pytest.fixture
def told() -> Queue[HubError | LocalDataError | None]:
    return Queue()


@pytest.fixture
def turns(job: Job, told: Queue[HubError | LocalDataError | None]) -> Iterator[Turns]:
    with Turns("job", job.open, told.put) as turns:
        yield turns
        job.ends.put(NEVER)


def test_a_pause_ends_when_there_is_something_to_do(turns: Turns, job: Job) -> None:
    job.ends.put(NEVER)
    assert job.turns.get(timeout=SOON) == 1

    turns.wake()

    assert job.turns.get(timeout=SOON) == 2


def test_what_was_asked_for_while_it_was_busy_is_done_next(turns: Turns, job: Job) -> None:
    assert job.turns.get(timeout=SOON) == 1
    turns.wake()
    job.ends.put(NEVER)

    assert job.turns.get(timeout=SOON) == 2


def test_it_goes_on_after_a_failure_and_says_what_it_was(
    turns: Turns, job: Job, told: Queue[HubError | LocalDataError | None]
) -> None:
    error = UnreachableError("the hub cannot be reached in time")
    job.ends.put(error)

    assert told.get(timeout=SOON) is error
    job.ends.put(NEVER)
    assert told.get(timeout=SOON) is None


def test_it_begins_anew_after_the_disk_failed(turns: Turns, job: Job) -> None:
    job.ends.put(LocalDataError("the disk is full: make room"))
    job.turns.get(timeout=SOON)

    assert job.turns.get(timeout=SOON) == 2
    assert job.opened == 2


def test_who_hurries_it_cuts_off_what_is_under_way_and_that_is_no_failure(
    turns: Turns, job: Job, told: Queue[HubError | LocalDataError | None]
) -> None:
    job.ends.put(None)
    assert job.turns.get(timeout=SOON) == 1

    turns.hurry()

    assert job.turns.get(timeout=SOON) == 2
    assert told.empty()


def test_it_ends_though_it_waits(job: Job, told: Queue[HubError | LocalDataError | None]) -> None:
    with Turns("job", job.open, told.put):
        job.ends.put(None)
        job.turns.get(timeout=SOON)
        begun = time.monotonic()

    assert time.monotonic() - begun < SOON / 2
    assert told.empty()


@given(st.integers(0, 2**32), st.integers(1, 200))
def test_waits_grow_up_to_the_cap_and_begin_anew_after_a_success(seed: int, failures: int) -> None:
    backoff = Backoff(Random(seed))
    waits = [backoff.failed(0.5, 30.0) for _ in range(failures)]

    assert all(0.25 <= wait <= 30.0 for wait in waits)
    assert all(wait >= 15.0 for wait in waits[6:])
    backoff.succeeded()
    assert backoff.failed(0.5, 30.0) <= 0.5
