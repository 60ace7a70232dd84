"""Which codes are told of: each once while it is held up, and none that was only guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vision.messages import CodeFormat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vision.codes import Sighting

GONE_AFTER: Final = 1.5
"""Seconds unseen after which a code that is seen again is another showing."""

_READS: Final = {
    # Their check digit and the fixed lengths of their bars leave little to chance.
    CodeFormat.EAN_13: 1,
    # Reed and Solomon's codes correct errors, and notice when they cannot.
    CodeFormat.QR: 1,
    CodeFormat.DATA_MATRIX: 1,
}
"""How often a code must be read before it is believed. The rest are short or of any length: cloth and hair look like
one now and then, but not like the same one twice."""

_DOUBTED: Final = 2


@dataclass(slots=True)
class _Showing:
    reads: int
    last_seen: float
    told: bool = False


class CodeMemory:
    """Follows the codes from look to look."""

    def __init__(self) -> None:
        """Nothing was seen."""
        self._showings: dict[tuple[CodeFormat, str], _Showing] = {}

    def new_ones(self, sightings: Iterable[Sighting], now: float) -> list[Sighting]:
        """Those among what was seen ``now``, seconds, that are to be told of."""
        self._showings = {
            key: showing for key, showing in self._showings.items() if now - showing.last_seen <= GONE_AFTER
        }
        seen = {(sighting.format, sighting.text): sighting for sighting in sightings}
        return [sighting for key, sighting in seen.items() if self._is_news(key, sighting.reads, now)]

    def forget(self) -> None:
        """Whatever is held up next is told of."""
        self._showings.clear()

    def _is_news(self, key: tuple[CodeFormat, str], reads: int, now: float) -> bool:
        showing = self._showings.setdefault(key, _Showing(0, now))
        showing.reads += reads
        showing.last_seen = now
        if showing.told or showing.reads < _READS.get(key[0], _DOUBTED):
            return False
        showing.told = True
        return True
