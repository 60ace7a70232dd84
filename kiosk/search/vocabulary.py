"""The words of a shop, and which of them somebody may have meant."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MOST_MEANT: Final = 8

_SHORTEST_PART: Final = 3
"""Letters; shorter pieces of a word that was written without a space are no words of their own."""

_LAST: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word that may have been meant.

    Attributes:
        word: of the shop, or how one begins.
        begins: any word that begins so.
        likeness: how near it is to what was typed, 0..1.
    """

    word: str
    begins: bool
    likeness: float


class Vocabulary:
    """All words of one language's products, folded."""

    def __init__(self, counts: Iterable[tuple[str, int]]) -> None:
        """Know these words, each with the number of products that it is of."""
        self._counts: Mapping[str, int] = dict(counts)
        self._sorted = sorted(self._counts)
        by_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in self._sorted:
            by_length[len(word)].append(word)
        self._by_length: Mapping[int, Sequence[str]] = by_length

    def __contains__(self, word: str) -> bool:
        """Whether some product has this word."""
        return word in self._counts

    def begins(self, start: str) -> bool:
        """Whether some word begins so."""
        at = bisect_left(self._sorted, start)
        return at < len(self._sorted) and self._sorted[at].startswith(start)

    def meant(self, typed: str) -> list[Meaning]:
        """The words that ``typed`` may be a misspelling of, or of whose beginning; the likeliest first."""
        mistakes = _mistakes_in(typed)
        if not mistakes:
            return []
        near = range(len(typed) - mistakes, len(typed) + mistakes + 1)
        whole = [word for length in near for word in self._by_length.get(length, ())]
        found = _nearest(typed, whole, mistakes)
        if not found:
            longer = (word for length, words in self._by_length.items() if length > len(typed) for word in words)
            starts = list({word[: len(typed)] for word in longer})
            return [Meaning(word, True, _likeness(distance, typed)) for word, distance in _nearest(typed, starts, 1)]
        found.sort(key=lambda one: (one[1], -self._counts[one[0]]))
        return [Meaning(word, False, _likeness(distance, typed)) for word, distance in found[:_MOST_MEANT]]

    def parts(self, typed: str) -> tuple[str, str] | None:
        """The two words that were typed as one, one of them perhaps misspelt; None where there are none."""
        halves = [(typed[:cut], typed[cut:]) for cut in range(_SHORTEST_PART, len(typed) - _SHORTEST_PART + 1)]
        right = [(first, second) for first, second in halves if first in self and second in self]
        near = (pair for pair in halves if any(one in self for one in pair) and all(map(self._is_understood, pair)))
        return right[0] if right else next(near, None)

    def _is_understood(self, typed: str) -> bool:
        return self.begins(typed) or bool(self.meant(typed))


def _nearest(typed: str, words: Sequence[str], mistakes: int) -> list[tuple[str, int]]:
    found = process.extract(typed, words, scorer=OSA.distance, score_cutoff=mistakes, limit=4 * _MOST_MEANT)
    return [(word, int(distance)) for word, distance, _ in found]


def _mistakes_in(typed: str) -> int:
    """How many letters may be wrong, missing, too many or in each other's place in a word of this length."""
    length = len(typed)
    return 0 if length < 3 else 1 if length < 6 else 2 if length < 10 else 3  # noqa: PLR2004 - a rule of thumb, as one line


def _likeness(distance: int, typed: str) -> float:
    return 1 - distance / len(typed)
