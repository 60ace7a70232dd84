"""Text that the shop has in several languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal, get_args

Language = Literal["en", "el", "fr", "ar"]

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
"""The languages of the screen and of the shop's texts."""

FALLBACK: Final = "en"
"""The language that every text has."""


class LocalText(Mapping[str, str]):
    """One text in several languages: an immutable, hashable mapping of language code (``en``, ``el``) to text.

    Raises:
        ValueError: there is no text in the fallback language.
    """

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Keep a copy of ``texts``."""
        if FALLBACK not in texts:
            raise ValueError(f"a text needs to be there in {FALLBACK!r} at least")
        self._texts: Final = dict(texts)

    def in_language(self, language: str) -> str:
        """The text in ``language`` (``el`` or ``el_GR``), else in the fallback language."""
        return self._texts.get(language.replace("-", "_").partition("_")[0]) or self._texts[FALLBACK]

    def __getitem__(self, language: str) -> str:
        """The text in exactly this language."""
        return self._texts[language]

    def __iter__(self) -> Iterator[str]:
        """The languages, in the order in which they were given."""
        return iter(self._texts)

    def __len__(self) -> int:
        """How many languages there are."""
        return len(self._texts)

    def __hash__(self) -> int:
        """Equal texts hash equal, whatever the order of their languages."""
        return hash(frozenset(self._texts.items()))

    def __repr__(self) -> str:
        """What a developer reads."""
        return f"LocalText({self._texts!r})"
