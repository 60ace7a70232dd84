"""Keeping native libraries' notes about themselves out of what a person reads."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import threading
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONE_AT_A_TIME: Final = threading.RLock()
"""The process has one standard error: two threads that swapped it at once would leave it swapped for good."""


@contextlib.contextmanager
def held_back() -> Iterator[None]:
    """Hold back what is written to the process's standard error meanwhile; let it out only when an error is raised.

    MediaPipe's loader writes there by itself and has no setting against it. A process without a standard error, such as
    a service, has nothing to hold back.
    """
    with _ONE_AT_A_TIME:
        if sys.stderr is not None:
            sys.stderr.flush()
        try:
            # Before any other file is opened: where the number 2 is free, that file would get it.
            kept = os.dup(2)
        except OSError:
            yield
            return
        with _unnamed_file() as held:
            os.dup2(held.fileno(), 2)
            try:
                yield
            except BaseException:
                os.dup2(kept, 2)
                held.seek(0)
                os.write(2, held.read())
                raise
            finally:
                os.dup2(kept, 2)
                os.close(kept)


def _unnamed_file() -> BinaryIO:
    """Open a file that goes when it is closed; in memory where the system can, since the worker writes to no disk."""
    return os.fdopen(os.memfd_create("held-back"), "w+b") if sys.platform == "linux" else tempfile.TemporaryFile()
