"""Gathering what is wrong with a file, for a person who mends one line after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST: Final = 50
"""Lines that a person reads; a file may have a million mistakes."""


class Mistakes:
    """A line for each mistake; the first 50 in words, the others as a number.

    Attributes:
        count: how many there are.
    """

    def __init__(self) -> None:
        self.count = 0
        self._lines: list[str] = []

    def add(self, explain: Callable[..., str], *about: object) -> None:
        """Add one, which ``explain(*about)`` puts into words where they will be read."""
        self.count += 1
        if self.count <= _MOST:
            self._lines.append(explain(*about))

    def __str__(self) -> str:
        """All lines."""
        more = self.count - len(self._lines)
        return "\n".join([*self._lines, f"and {more:,} more"] if more else self._lines)
