"""What the work with pictures can fail of, apart from mistakes of ours. Imports nothing heavy."""

from __future__ import annotations


class TryOnError(Exception):
    """An input or an output that cannot be used; one sentence that names it."""


class BenchError(Exception):
    """A measurement that cannot be made as asked; one sentence."""


class MachineError(Exception):
    """A machine that the mirror does not run on; one sentence."""


class CalibrationError(Exception):
    """A card that cannot be measured; one sentence that says what to do."""
