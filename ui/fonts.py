"""The typefaces of the screen."""

from __future__ import annotations

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


def install_fonts() -> None:
    """Make the typefaces known to the application.

    Raises:
        AssetError: a font is missing or broken.
    """
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(locate(name))) < 0:
            raise AssetError(f"{name} is not a font that can be read; run `vitrine models`")
    for family, others in _STAND_INS.items():
        QFont.insertSubstitutions(family, others)
    QGuiApplication.setFont(QFont("Inter"))
