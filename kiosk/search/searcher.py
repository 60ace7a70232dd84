"""Finding products by what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kiosk.local.catalogue_store import CatalogueStore
from kiosk.local.catalogue_writer import WORDS_VERSION
from kiosk.local_text import FALLBACK, LANGUAGES
from kiosk.search.folding import fold, words
from kiosk.search.vocabulary import Meaning, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.catalogue import Product, Variant
    from kiosk.local.catalogue_store import Filter
    from kiosk.local.database import LocalDatabase

LONGEST: Final = 80
"""Characters of a query; what follows is not read."""

_MOST_WORDS: Final = 8
_MOST_HITS: Final = 60
_FIELDS: Final = (10.0, 6.0, 7.0, 2.0)
"""How much a word tells in a product's name, in those of its shades, in its brand and in what it is about."""

_BEGINNING: Final = 0.8
"""How much a word tells that is the beginning of another."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A product that was found, and which of its variants was meant."""

    product: Product
    variant: Variant


@dataclass(frozen=True, slots=True)
class _Term:
    """One thing that was typed: any of these was meant; or, of two that belong together, both."""

    meanings: tuple[Meaning, ...]

    def expression(self) -> str:
        """As FTS5 asks for it; words are letters and digits only."""
        return "(" + " OR ".join(f'"{one.word}"{"*" if one.begins else ""}' for one in self.meanings) + ")"

    def likeness(self, found: Sequence[str]) -> float:
        """How near the nearest of these words is, 0..1."""
        best = 0.0
        for meaning in self.meanings:
            if meaning.word in found:
                best = max(best, meaning.likeness)
            elif meaning.begins and any(word.startswith(meaning.word) for word in found):
                best = max(best, _BEGINNING * meaning.likeness)
        return best


class Searcher:
    """Searches the shop's products; learns their words anew when these change."""

    def __init__(self, database: LocalDatabase) -> None:
        """Search here; the database is somebody else's to close."""
        self._database = database
        self._store = CatalogueStore(database)
        self._version: str | None = None
        self._vocabularies: dict[str, Vocabulary] = {}

    def search(self, text: str, language: str, wanted: Filter, limit: int) -> tuple[Hit, ...]:
        """The products that ``text`` may mean and that fit the filter, the best first, at most ``limit`` (60 at most).

        Args:
            text: as it was typed, perhaps unfinished; a barcode or a SKU is understood too.
            language: of the screen; one that the shop does not have is its fallback.
            wanted: what else was chosen.
            limit: how many hits.
        """
        text = text[:LONGEST]
        language = language if language in LANGUAGES else FALLBACK
        if (keyed := self._by_key(text.strip())) is not None:
            return (keyed,)
        typed = [word for word in words(text) if len(word) > 1][:_MOST_WORDS]
        if not typed:
            return ()
        vocabulary = self._vocabulary(language)
        for terms in _readings(typed, vocabulary):
            if hits := self._hits(terms, language, wanted, limit):
                return hits
        return ()

    def _by_key(self, text: str) -> Hit | None:
        found = self._store.by_gtin(text) if text.isascii() and text.isdecimal() and len(text) >= 8 else None  # noqa: PLR2004 - an EAN-8
        found = found or self._store.by_sku(text)
        return None if found is None else Hit(*found)

    def _hits(self, terms: Sequence[_Term], language: str, wanted: Filter, limit: int) -> tuple[Hit, ...]:
        condition, parameters = wanted.condition()
        table = f"words_{language}"
        rows = self._database.rows(
            f"SELECT number, name, shade, {table}.brand, about FROM {table} JOIN product ON number = {table}.rowid"  # noqa: S608 - constants and marks
            f" WHERE {table} MATCH ? AND {condition} ORDER BY bm25({table}, {', '.join(map(str, _FIELDS))}) LIMIT ?",
            [" AND ".join(term.expression() for term in terms), *parameters, _MOST_HITS],
        )
        ranked = sorted(((_score(terms, fields), number) for number, *fields in rows), key=lambda one: -one[0])
        products = self._store.by_numbers([number for _, number in ranked[:limit]])
        return tuple(Hit(product, _meant_variant(product, terms, language)) for product in products)

    def _vocabulary(self, language: str) -> Vocabulary:
        rows = self._database.rows("SELECT value FROM state WHERE name = ?", (WORDS_VERSION,))
        version = rows[0][0] if rows else ""
        if version != self._version:
            self._version = version
            self._vocabularies.clear()
        if language not in self._vocabularies:
            counts = self._database.rows(f"SELECT term, doc FROM vocabulary_{language}")  # noqa: S608 - a constant
            self._vocabularies[language] = Vocabulary(counts)
        return self._vocabularies[language]


def _readings(typed: list[str], vocabulary: Vocabulary) -> Iterator[tuple[_Term, ...]]:
    """What may have been meant by the words that were typed: the plainest reading first, others if it finds nothing."""
    plain = tuple(_understood(word, vocabulary) for word in typed)
    if all(term.meanings for term in plain):
        yield plain
    if (respaced := _respaced(typed, vocabulary)) != typed:
        terms = tuple(term for word in respaced if (term := _understood(word, vocabulary)).meanings)
        if terms:
            yield terms
    wide = [_Term(_as_typed(word, vocabulary).meanings + _corrected(word, vocabulary).meanings) for word in typed]
    understood = tuple(term for term in wide if term.meanings)
    if understood:
        yield understood
    # Nothing has all of it: what has any of it.
    if len(understood) > 1:
        yield (_Term(tuple(meaning for term in understood for meaning in term.meanings)),)


def _as_typed(word: str, vocabulary: Vocabulary) -> _Term:
    return _Term((Meaning(word, begins=True, likeness=1.0),) if vocabulary.begins(word) else ())


def _understood(word: str, vocabulary: Vocabulary) -> _Term:
    return _as_typed(word, vocabulary) if vocabulary.begins(word) else _corrected(word, vocabulary)


def _corrected(word: str, vocabulary: Vocabulary) -> _Term:
    return _Term(tuple(vocabulary.meant(word)))


def _respaced(typed: list[str], vocabulary: Vocabulary) -> list[str]:
    """The words as the shop writes them: two that are one put together, one that is two taken apart."""
    result: list[str] = []
    for word in typed:
        if result and result[-1] + word in vocabulary:
            result[-1] += word
        elif not vocabulary.begins(word) and (parts := vocabulary.parts(word)) is not None:
            result += parts
        else:
            result.append(word)
    return result


def _score(terms: Sequence[_Term], fields: Sequence[str]) -> float:
    """How well a product fits: of each term the best that it tells in any field."""
    split = [field.split() for field in fields]
    score = sum(
        max(weight * term.likeness(found) for weight, found in zip(_FIELDS, split, strict=True)) for term in terms
    )
    # A name that was typed whole is meant rather than a longer one that has the same words.
    told = sum(1 for word in split[0] if any(term.likeness([word]) for term in terms))
    return score + told / max(1, len(split[0]))


def _meant_variant(product: Product, terms: Sequence[_Term], language: str) -> Variant:
    """The variant that the terms name; the first where they name none."""

    def named(variant: Variant) -> float:
        own = [*words(variant.name.in_language(language)), fold(variant.code)]
        return sum(term.likeness(own) for term in terms)

    return max(product.variants, key=named)
