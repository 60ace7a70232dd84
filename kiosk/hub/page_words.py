"""What the page on a phone says, in each language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.local_text import FALLBACK, LANGUAGES

if TYPE_CHECKING:
    from kiosk.local_text import Language

_FILE: Final = Path(__file__).resolve().parent / "templates" / "words.toml"
_LONGEST_HEADER: Final = 400
"""Characters; phones send a few dozen."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of the picture's page; ``direction`` is HTML's, "ltr" or "rtl"."""

    direction: str
    title: str
    picture: str
    save: str
    delete: str
    note: str
    gone: str
    gone_note: str


def load_words() -> dict[str, PageWords]:
    """The words of every language, by its code."""
    return {code: PageWords(**words) for code, words in tomllib.loads(_FILE.read_text("utf-8")).items()}


def language_of(accept_language: str) -> Language:
    """The language to speak to a browser that sends this ``Accept-Language`` (RFC 9110, 12.5.4)."""
    weighed = [_weighed(choice) for choice in accept_language[:_LONGEST_HEADER].split(",")]
    # The sort is stable: of equals, the one that is named first.
    for weight, code in sorted(weighed, key=lambda choice: -choice[0]):
        for language in LANGUAGES:
            if weight > 0 and code == language:
                return language
    return FALLBACK


def _weighed(choice: str) -> tuple[float, str]:
    tag, _, parameter = choice.partition(";")
    try:
        weight = float(parameter.strip().removeprefix("q=")) if parameter else 1.0
    except ValueError:
        weight = 0.0
    return weight, tag.strip().lower().partition("-")[0]
