"""Keeping matplotlib out of a process that draws no plots."""

from __future__ import annotations

import sys
from types import ModuleType


def do_without_plotting() -> None:
    """Have MediaPipe's import of matplotlib find an empty module; for a process that uses neither to draw.

    MediaPipe imports it for a helper that plots landmarks in 3-D. That takes longer than everything else the worker
    loads, and writes a cache of fonts to the disk.
    """
    for name in ("matplotlib", "matplotlib.pyplot"):
        sys.modules.setdefault(name, ModuleType(name))
