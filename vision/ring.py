"""Painted frames in shared memory: one process writes, another reads, newest wins and nobody waits.

The segment holds a header and ``SLOTS`` slots of equal size. Each slot is guarded by a sequence lock: its version is
odd while the slot is being written and even when it is whole, so a reader that sees the same even version before and
after its copy knows that the copy is not torn. This counts on x86-64, which keeps stores in order and loads in order;
Python has no barriers that would keep them so elsewhere, so the owner refuses any other machine.

The reading process owns the segment: it creates it, and removes it when it is done. Should it be killed, Python's
resource tracker, which outlives both processes, removes it.
"""

from __future__ import annotations

import platform
import threading
from contextlib import contextmanager
from multiprocessing.shared_memory import SharedMemory
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from vision.errors import MachineError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from numpy.typing import NDArray

SLOTS: Final = 4
"""One being written, the newest, and two that a slow reader may still be copying."""

CHANNELS: Final = 4
"""Blue, green, red and an unused byte: what the screen takes without conversion."""

_PAGE: Final = 4096
_SLOT_FIELDS: Final = 4
_VERSION, _SEQUENCE, _WIDTH, _HEIGHT = range(_SLOT_FIELDS)


_ORDERED_MACHINES: Final = frozenset({"x86_64", "amd64"})
"""As Linux and Windows call machines that do not reorder stores, nor loads."""


def check_machine() -> None:
    """Make sure that a ring works here.

    Raises:
        MachineError: it might show torn pictures.
    """
    machine = platform.machine()
    if machine.lower() not in _ORDERED_MACHINES:
        raise MachineError(
            f"the mirror runs on x86-64 machines only, and this one is {machine or 'of an unknown kind'}"
        )


class _Layout:
    """Views of one mapping of the segment; they must go before the mapping can."""

    def __init__(self, memory: SharedMemory) -> None:
        self._memory = memory
        header = np.ndarray(1 + SLOTS * _SLOT_FIELDS, np.int64, buffer=memory.buf)
        self.newest = header[:1]
        """The slot that was completed last."""
        self.slots = header[1:].reshape(SLOTS, _SLOT_FIELDS)
        # Some systems round a mapping's size up, to pages: both sides derive the slots from what they got.
        self.capacity = (memory.size - _PAGE) // SLOTS // _PAGE * _PAGE
        self._bytes = np.ndarray(memory.size, np.uint8, buffer=memory.buf)

    def pixels(self, slot: int, width: int, height: int) -> NDArray[np.uint8]:
        start = _PAGE + slot * self.capacity
        return self._bytes[start : start + width * height * CHANNELS].reshape(height, width, CHANNELS)

    def close(self) -> None:
        del self.newest, self.slots, self._bytes
        self._memory.close()


class FrameRing:
    """The owner's side: makes the segment, reads it, and removes it.

    Attributes:
        name: by which a ``RingWriter`` finds the segment.
    """

    def __init__(self, width: int, height: int) -> None:
        """Make room for pictures of up to ``width * height`` pixels, whatever their shape.

        Raises:
            MachineError: this machine is of a kind that the ring does not work on.
            OSError: there is no shared memory to be had.
        """
        check_machine()
        slot_bytes = -(-width * height * CHANNELS // _PAGE) * _PAGE
        self._memory = SharedMemory(create=True, size=_PAGE + SLOTS * slot_bytes)
        self.name = self._memory.name
        self.reader = RingReader(self._memory)

    def close(self) -> None:
        """Remove the segment. The reader stays safe to use: it has no more pictures."""
        self.reader.close()
        self._memory.unlink()


class RingReader:
    """Copies pictures out of the ring. Any thread may use it."""

    def __init__(self, memory: SharedMemory) -> None:
        """Read from a mapped segment, which ``close()`` unmaps."""
        self._lock = threading.Lock()
        self._layout: _Layout | None = _Layout(memory)

    def copy_to(self, slot: int, sequence: int, out: NDArray[np.uint8]) -> bool:
        """Copy the frame ``sequence`` from ``slot`` into ``out``, BGRX, uint8, shape (H, W, 4) of that frame.

        False, with ``out`` in any state, when the slot does not hold that frame any more, or the ring is closed.
        """
        with self._lock:
            if self._layout is None:
                return False
            fields = self._layout.slots[slot]
            version = int(fields[_VERSION])
            height, width = out.shape[:2]
            if version % 2 or tuple(fields[_SEQUENCE:]) != (sequence, width, height):
                return False
            np.copyto(out, self._layout.pixels(slot, width, height))
            return int(fields[_VERSION]) == version

    def close(self) -> None:
        """Unmap the segment, once a copy under way has ended."""
        with self._lock:
            if self._layout is not None:
                self._layout.close()
                self._layout = None


class RingWriter:
    """The worker's side: takes the next slot round the ring, whoever may be reading."""

    def __init__(self, name: str) -> None:
        """Map the segment ``name``."""
        self._layout = _Layout(SharedMemory(name))

    @contextmanager
    def writing(self, sequence: int, width: int, height: int) -> Iterator[tuple[int, NDArray[np.uint8]]]:
        """Lend a slot and its pixels, BGRX, uint8, shape (height, width, 4); the frame counts once the block ends well.

        Raises:
            ValueError: the picture does not fit a slot.
        """
        layout = self._layout
        if min(width, height) < 1 or width * height * CHANNELS > layout.capacity:
            raise ValueError(f"a picture of {width} x {height} does not fit the ring's {layout.capacity} bytes")
        slot = (int(layout.newest[0]) + 1) % SLOTS
        fields = layout.slots[slot]
        # The version is odd already where a worker was killed half-way through this slot.
        writing = (int(fields[_VERSION]) + 1) | 1
        fields[_VERSION] = writing
        fields[_SEQUENCE:] = sequence, width, height
        yield slot, layout.pixels(slot, width, height)
        fields[_VERSION] = writing + 1
        layout.newest[0] = slot

    def close(self) -> None:
        """Unmap the segment; it stays with its owner."""
        self._layout.close()

    def __enter__(self) -> Self:
        """Nothing to prepare."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Unmap."""
        self.close()
