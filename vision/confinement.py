"""Keeping the worker off the network: it sees people's faces, and its libraries are not ours."""

from __future__ import annotations

import ctypes
import platform
import struct
import sys
from typing import Final

# <linux/prctl.h>, <linux/seccomp.h>, <linux/filter.h>
_PR_SET_NO_NEW_PRIVS: Final = 38
_PR_SET_SECCOMP: Final = 22
_MODE_FILTER: Final = 2
_LOAD_WORD: Final = 0x20
_JUMP_IF_EQUAL: Final = 0x15
_RETURN: Final = 0x06
_ALLOW: Final = 0x7FFF0000
_FAIL_WITH_EACCES: Final = 0x00050000 | 13
_OFFSET_OF_CALL: Final = 0
_OFFSET_OF_ARCHITECTURE: Final = 4

_MACHINE: Final = "x86_64"
"""The one that the mirror runs on."""
_ARCHITECTURE: Final = 0xC000003E
"""It, as the kernel's audit names it."""
_SOCKET_CALL: Final = 41
"""The number of its ``socket(2)``."""


class _Program(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def forbid_sockets() -> bool:
    """Have the kernel refuse this thread, and all that it starts, any new socket, for good.

    Made against a library that reports home, not against an attacker who runs code here.

    Returns:
        Whether the system did: Linux does, others cannot.
    """
    if sys.platform != "linux" or platform.machine() != _MACHINE:
        return False
    instructions = b"".join(
        struct.pack("=HBBI", *instruction)
        for instruction in (
            (_LOAD_WORD, 0, 0, _OFFSET_OF_ARCHITECTURE),
            (_JUMP_IF_EQUAL, 0, 3, _ARCHITECTURE),
            (_LOAD_WORD, 0, 0, _OFFSET_OF_CALL),
            (_JUMP_IF_EQUAL, 0, 1, _SOCKET_CALL),
            (_RETURN, 0, 0, _FAIL_WITH_EACCES),
            (_RETURN, 0, 0, _ALLOW),
        )
    )
    program = _Program(len(instructions) // struct.calcsize("=HBBI"), instructions)
    prctl = ctypes.CDLL(None).prctl
    prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)
    # A filter needs either the promise to gain no privileges or the privilege to set one.
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.addressof(program), 0, 0) == 0)
