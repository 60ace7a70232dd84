"""QR codes as shapes that QML can fill."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Self

import segno


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code (ISO/IEC 18004) without its quiet zone.

    Attributes:
        side: its width and height, in modules.
        path: its dark modules as an SVG path, a module being one unit.
    """

    side: int
    path: str

    @classmethod
    def of(cls, text: str) -> Self:
        """The code of a text, of which 15 % may be unreadable, or more where that makes it no larger."""
        rows = segno.make_qr(text, error="m").matrix
        return cls(len(rows), "".join(_runs(row, y) for y, row in enumerate(rows)))


def _runs(row: bytearray, y: int) -> str:
    """The dark runs of a row as rectangles."""
    path, x = "", 0
    for dark, modules in groupby(row):
        length = len(list(modules))
        path += f"M{x} {y}h{length}v1h-{length}z" if dark else ""
        x += length
    return path
