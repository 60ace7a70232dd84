"""The language of the screen, switched live."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QCoreApplication, QObject, QTranslator, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.models.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

TRANSLATIONS: Final = Path(__file__).resolve().parent.parent / "translations"
SOURCE_LANGUAGE: Final = "en"
_RIGHT_TO_LEFT: Final = frozenset({"ar"})
_OWN_NAMES: Final = {"en": "English", "el": "Ελληνικά", "fr": "Français", "ar": "العربية"}
LANGUAGES: Final = tuple(_OWN_NAMES)
"""The languages that the screen speaks."""


class TranslationError(Exception):
    """A translation that should be there is not; one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A language to choose: its code, and its name in itself."""

    code: str
    name: str


@QmlElement
@QmlUncreatable("the kiosk has one")
class Language(QObject):
    """The language in use and those to choose from.

    Attributes:
        current: ISO 639-1 code.
        name: of the current language, in itself.
        rightToLeft: the script runs that way.
        choices: rows of ``code`` and ``name``.

    Signals:
        changed: another language is in use; its translator is already installed.
    """

    changed = Signal()

    def __init__(self, offered: Sequence[str], default: str, parent: QObject | None = None) -> None:
        """Load the translators of the languages ``offered``; a visit begins in ``default``.

        Raises:
            TranslationError: a translation has not been built.
        """
        super().__init__(parent)
        self._default = default
        self._current = SOURCE_LANGUAGE
        self._translators = {code: self._load(code) for code in offered if code != SOURCE_LANGUAGE}
        self._choices = Rows(LanguageRow, self)
        self._choices.show([LanguageRow(code, _OWN_NAMES[code]) for code in offered])
        self.reset()

    def reset(self) -> None:
        """Back to the language in which a visit begins."""
        self._use(self._default)

    @Slot(str)
    def choose(self, code: str) -> None:
        """Speak this language from now on; one that is not offered changes nothing."""
        if any(row.code == code for row in self._choices.rows):
            self._use(code)

    @Property(str, notify=changed)
    def current(self) -> str:
        """The code of the language in use."""
        return self._current

    @Property(str, notify=changed)
    def name(self) -> str:
        """The language in use, in its own words."""
        return _OWN_NAMES[self._current]

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:
        """Whether the script runs from right to left."""
        return self._current in _RIGHT_TO_LEFT

    @Property(Rows, constant=True)
    def choices(self) -> Rows:
        """The languages offered."""
        return self._choices

    def _use(self, code: str) -> None:
        if code == self._current:
            return
        if self._current in self._translators:
            QCoreApplication.removeTranslator(self._translators[self._current])
        if code in self._translators:
            QCoreApplication.installTranslator(self._translators[code])
        self._current = code
        self.changed.emit()

    def _load(self, code: str) -> QTranslator:
        translator = QTranslator(self)
        file = TRANSLATIONS / f"vitrine_{code}.qm"
        if not translator.load(str(file)):
            raise TranslationError(f"{file}: this translation is missing or broken; run `make setup`")
        return translator
