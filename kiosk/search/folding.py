"""Text as it is compared: without case, accents and the ways of writing that a shopper in a hurry leaves out."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")

_ALIKE: Final = {
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
_THE: Final = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
"""The article, which Arabic writes on to the word."""

_SHORTEST_WITH_ARTICLE: Final = 5


class _Letters(dict[int, str]):
    """What each letter is compared as, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        digit = unicodedata.digit(letter, None)
        plain = "" if unicodedata.category(letter).startswith("M") else _ALIKE.get(letter, letter)
        self[code] = plain if digit is None else str(digit)
        return self[code]


_LETTERS: Final = _Letters()


def fold(text: str) -> str:
    """The same for every way of writing it.

    Case goes (and with it the difference of the two small sigmas), and every mark: accents, the tonos, the vowel signs
    and hamzas of Arabic. Digits of all scripts become 0 to 9.
    """
    # Twice: a letter that is written in a special form has a case, and one in lower case may be written in two.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return plain if plain.isascii() else plain.translate(_LETTERS)


def words(text: str) -> list[str]:
    """The words of a text, folded, in order; Arabic ones without their article."""
    return [_without_article(word) for word in _WORD.findall(fold(text))]


def _without_article(word: str) -> str:
    return word[len(_THE) :] if word.startswith(_THE) and len(word) >= _SHORTEST_WITH_ARTICLE else word
