"""The frame ring: within one process for what it means, with a second one for what it withstands."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections import deque
from contextlib import closing
from multiprocessing.shared_memory import SharedMemory
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vision.errors import MachineError
from vision.ring import SLOTS, FrameRing, RingWriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from numpy.typing import NDArray

SIZE = (64, 48)


@pytest.fixture
def ring() -> Iterator[FrameRing]:
    with closing(FrameRing(*SIZE)) as ring:
        yield ring


def write(writer: RingWriter, sequence: int, size: tuple[int, int] = SIZE) -> int:
    with writer.writing(sequence, *size) as (slot, pixels):
        pixels[:] = sequence % 256
    return slot


def blank(size: tuple[int, int] = SIZE) -> NDArray[np.uint8]:
    return np.zeros((size[1], size[0], 4), np.uint8)


sizes = st.tuples(st.integers(1, 64), st.integers(1, 48))


@settings(max_examples=50)
@given(st.lists(sizes, min_size=1, max_size=3 * SLOTS))
def test_the_last_frames_are_read_as_they_were_written_and_older_ones_are_gone(written: list[tuple[int, int]]) -> None:
    with closing(FrameRing(*SIZE)) as ring, RingWriter(ring.name) as writer:
        slots = [write(writer, sequence, size) for sequence, size in enumerate(written)]
        for sequence, (slot, size) in enumerate(zip(slots, written, strict=True)):
            out = blank(size)
            there = ring.reader.copy_to(slot, sequence, out)
            assert there == (sequence >= len(written) - SLOTS)
            if there:
                assert (out == sequence % 256).all()


def test_a_frame_stays_while_the_next_two_are_written(ring: FrameRing) -> None:
    with RingWriter(ring.name) as writer:
        slot = write(writer, 1)
        write(writer, 2)
        with writer.writing(3, *SIZE):
            assert ring.reader.copy_to(slot, 1, blank())


def test_a_slot_that_is_being_written_is_not_read(ring: FrameRing) -> None:
    with RingWriter(ring.name) as writer, writer.writing(1, *SIZE) as (slot, _):
        assert not ring.reader.copy_to(slot, 1, blank())


def test_a_frame_that_failed_half_way_is_never_read(ring: FrameRing) -> None:
    with RingWriter(ring.name) as writer:
        with pytest.raises(ZeroDivisionError), writer.writing(1, *SIZE) as (slot, _):
            raise ZeroDivisionError
        assert not ring.reader.copy_to(slot, 1, blank())
        assert write(writer, 2) == slot
        assert ring.reader.copy_to(slot, 2, blank())


def test_a_new_writer_leaves_the_newest_frame_alone(ring: FrameRing) -> None:
    with RingWriter(ring.name) as writer:
        newest = write(writer, 1)
    with RingWriter(ring.name) as writer:
        slots = [write(writer, sequence) for sequence in range(2, SLOTS + 1)]
    assert newest not in slots
    assert ring.reader.copy_to(newest, 1, blank())


def test_another_size_is_not_copied(ring: FrameRing) -> None:
    with RingWriter(ring.name) as writer:
        slot = write(writer, 1)
    assert not ring.reader.copy_to(slot, 1, blank((SIZE[1], SIZE[0])))


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (-4, -4), (2000, 2000)])
def test_a_picture_that_does_not_fit_is_refused(ring: FrameRing, size: tuple[int, int]) -> None:
    with RingWriter(ring.name) as writer, pytest.raises(ValueError, match="does not fit"), writer.writing(1, *size):
        pass


def test_closing_removes_the_segment_and_later_reads_find_nothing() -> None:
    ring = FrameRing(*SIZE)
    with RingWriter(ring.name) as writer:
        slot = write(writer, 1)
    ring.close()
    assert not ring.reader.copy_to(slot, 1, blank())
    with pytest.raises(FileNotFoundError):
        SharedMemory(ring.name)


@pytest.mark.parametrize("machine", ["aarch64", "arm64", "riscv64", ""])
def test_a_machine_that_may_reorder_stores_is_refused(machine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.machine", lambda: machine)
    with pytest.raises(MachineError, match="x86-64"):
        FrameRing(*SIZE)


STRESS_SIZE = (640, 360)


def write_without_rest(name: str, seconds: float, latest: Connection) -> None:
    """Write frames of one value each as fast as can be, and say which are done."""
    with RingWriter(name) as writer:
        deadline = time.monotonic() + seconds
        sequence = 0
        while time.monotonic() < deadline:
            sequence += 1
            latest.send((write(writer, sequence, STRESS_SIZE), sequence))
        latest.send(None)


def test_under_stress_no_torn_frame_is_accepted() -> None:
    context = multiprocessing.get_context("spawn")
    latest, sender = context.Pipe(duplex=False)
    accepted = 0
    refused = 0
    with closing(FrameRing(*STRESS_SIZE)) as ring, latest:
        writer = context.Process(target=write_without_rest, args=(ring.name, 2.0, sender))
        writer.start()
        sender.close()
        out = blank(STRESS_SIZE)
        history: deque[tuple[int, int]] = deque(maxlen=SLOTS)
        chance = random.Random(7)
        while (done := latest.recv()) is not None:
            history.append(done)
            # An old frame is one that the writer, which never rests, is about to write over.
            slot, sequence = chance.choice(history)
            if not latest.poll():
                if ring.reader.copy_to(slot, sequence, out):
                    accepted += 1
                    assert (out == sequence % 256).all(), "a torn frame was taken for a whole one"
                else:
                    refused += 1
        writer.join(5)
        assert writer.exitcode == 0
        writer.close()
    assert accepted > 50
    assert refused > 0, "the writer never lapped the reader, so this proved nothing"
