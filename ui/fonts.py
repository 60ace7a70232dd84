"""The typefaces of the screen."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from assets.manifest import AssetError, locate

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILES: Final = ("Fraunces.ttf", "Inter.ttf", "NotoSansArabic.ttf", "NotoSerif.ttf")
_STAND_INS: Final[Mapping[str, list[str]]] = {
    "Fraunces": ["Noto Serif", "Noto Sans Arabic"],
    "Noto Serif": ["Noto Sans Arabic"],
    "Inter": ["Noto Sans Arabic"],
    "Noto Sans Arabic": ["Inter"],
}
"""Where a typeface has no letter, such as a brand's Latin name in an Arabic sentence, these have it."""

_LINES: Final[Mapping[str, tuple[float, float]]] = {"NotoSansArabic.ttf": (1.12, 0.42)}
"""Ascent and descent in ems, in place of the font's own: Noto Sans Arabic asks for lines of 2.1 em, room for the
stacked marks of other languages than Arabic, and tears the sentences of a screen apart."""


def install_fonts() -> None:
    """Make the typefaces known to the application.

    Raises:
        AssetError: a font is missing or broken.
    """
    for name in _FILES:
        data = locate(name).read_bytes()
        if QFontDatabase.addApplicationFontFromData(_with_line(data, *_LINES[name]) if name in _LINES else data) < 0:
            raise AssetError(f"{name} is not a font that can be read; run `vitrine models`")
    for family, others in _STAND_INS.items():
        QFont.insertSubstitutions(family, others)
    QGuiApplication.setFont(QFont("Inter"))


def _with_line(font: bytes, ascent: float, descent: float) -> bytes:
    """The same TrueType font with other line metrics, in ems."""
    data = bytearray(font)
    tables = {
        bytes(data[at : at + 4]): struct.unpack_from(">I", data, at + 8)[0]
        for at in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16)
    }
    em = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    for table, offset in ((b"hhea", 4), (b"OS/2", 68)):
        struct.pack_into(">hh", data, tables[table] + offset, round(ascent * em), -round(descent * em))
    return bytes(data)
