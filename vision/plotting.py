"""Doing without matplotlib, which MediaPipe wants for plots that nothing here draws."""

from __future__ import annotations

import sys
from types import ModuleType


def do_without_plotting() -> None:
    """Have MediaPipe's import of matplotlib find an empty module; to be called before MediaPipe is imported.

    It is imported for a helper that plots landmarks in 3-D. That takes longer than everything else the worker loads,
    and writes a cache of fonts to the disk; so it is not installed.
    """
    for name in ("matplotlib", "matplotlib.pyplot"):
        sys.modules.setdefault(name, ModuleType(name))
