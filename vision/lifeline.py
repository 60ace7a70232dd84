"""What ties a process that works to its parent: how it is started, how it ends with it, and how it ended."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from typing import Final

_PR_SET_PDEATHSIG: Final = 1


def start_deaf_to_interrupts(process: multiprocessing.process.BaseProcess) -> None:
    """Start it with Ctrl-C blocked, lest one print a traceback before the process ignores them itself."""
    if sys.platform == "win32":
        process.start()
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def how_it_ended(code: int | None) -> str:
    """Say in a clause for people what the exit code of a process means; None where it has none yet."""
    if code is None:
        return "is ending"
    return f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with status {code}"


def ignore_interrupts() -> None:
    """Leave Ctrl-C, which a terminal sends to the whole group, to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def end_with_parent() -> None:
    """Have this process ended, even inside a native call that never returns, once its parent is gone.

    On Linux the kernel kills it when the thread that started it ends; elsewhere a thread waits for the parent.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        raise RuntimeError("only a child process can end with its parent")
    if sys.platform == "linux":
        prctl = ctypes.CDLL(None, use_errno=True).prctl
        prctl.argtypes = (ctypes.c_int, ctypes.c_ulong)
        if prctl(_PR_SET_PDEATHSIG, signal.SIGKILL) != 0:
            raise OSError(ctypes.get_errno(), "cannot tie the worker's life to its parent's")
        if os.getppid() != parent.pid:
            os._exit(1)  # it was gone before the kernel was asked
    else:
        threading.Thread(target=_exit_after, args=(parent,), name="lifeline", daemon=True).start()


def _exit_after(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
