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

_LOOKS: Final = 2
"""After so many a code is believed that is not certain."""


@dataclass(slots=True)
class _Showing:
    looks: int
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
        return [sighting for key, sighting in seen.items() if self._is_news(key, now, certain=sighting.certain)]

    def doubted(self, sightings: Iterable[Sighting]) -> list[Sighting]:
        """The numbers among what was just seen that are told of if the next picture says them, too.

        What chance makes of cloth and hair it makes again in the next picture: those formats have to wait.
        """
        return [
            each
            for each in sightings
            if each.format is CodeFormat.EAN_13 and not self._showings[each.format, each.text].told
        ]

    def _is_news(self, key: tuple[CodeFormat, str], now: float, *, certain: bool) -> bool:
        showing = self._showings.setdefault(key, _Showing(0, now))
        showing.looks += 1
        showing.last_seen = now
        if showing.told or not (certain or showing.looks >= _LOOKS):
            return False
        showing.told = True
        return True
