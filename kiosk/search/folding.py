"""Text as it is compared: without case, accents and the ways of writing that a shopper in a hurry leaves out."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")

_ALIKE: Final = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        # Arabic: an alef that joins, ta marbuta as ha, alef maqsura and Persian letters as ya and kaf, no tatweel.
        "\N{ARABIC LETTER ALEF WASLA}": "\N{ARABIC LETTER ALEF}",
        "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
        "\N{ARABIC TATWEEL}": "",
    }
)
_THE: Final = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
"""The article, which Arabic writes on to the word."""

_SHORTEST_WITH_ARTICLE: Final = 5


def fold(text: str) -> str:
    """The same for every way of writing it.

    Case goes (and with it the difference of the two small sigmas), and every mark: accents, the tonos, the vowel signs
    and hamzas of Arabic. Digits of all scripts become 0 to 9.
    """
    # Twice: a letter that is written in a special form has a case, and one in lower case may be written in two.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    if plain.isascii():
        return plain
    kept = "".join(letter for letter in plain if not unicodedata.category(letter).startswith("M"))
    return "".join(map(_digit, kept.translate(_ALIKE)))


def words(text: str) -> list[str]:
    """The words of a text, folded, in order; Arabic ones without their article."""
    return [_without_article(word) for word in _WORD.findall(fold(text))]


def _without_article(word: str) -> str:
    return word[len(_THE) :] if word.startswith(_THE) and len(word) >= _SHORTEST_WITH_ARTICLE else word


def _digit(letter: str) -> str:
    value = unicodedata.digit(letter, None)
    return letter if value is None else str(value)
