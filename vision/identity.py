"""Numbers that stay with a person while they are before the camera. Tells places apart, never people."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, hypot, log, sqrt, tau
from typing import TYPE_CHECKING, Final

from vision.messages import UNSURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vision.geometry import Rect

_KEEP_SECONDS: Final = 2.0
"""How long a number waits for its face to be seen again."""
_COAST_SECONDS: Final = 0.5
"""So long somebody who is hidden goes on as they went; by then most have stopped or turned."""
_SPEED_SECONDS: Final = 0.15
"""The time constant of the speed."""

# Spread, one standard deviation: of places in face sizes, of sizes in their logarithm; at once, and more each second.
_JITTER, _WANDER = 0.05, 0.6
_SIZE_JITTER, _APPROACH = 0.08, 0.2

_LOST: Final = 0.05
"""The chance that a face that was seen is not found in the next frame."""
_FOUND: Final = 0.3
"""The chance that a face that was not seen is found in the next."""
_NEWCOMERS: Final = 1e-3
"""New faces a frame, over an area of one face size squared and sizes that differ by a factor of e."""
_SURE: Final = 0.95
_NEGLIGIBLE: Final = 10.0
"""A match this much less likely (natural logarithm) than a newcomer is not weighed."""


class IdentityKeeper:
    """Matches the faces of a frame to the people of the frames before, by place, motion, size and time.

    All ways to match them are weighed against each other, each person expected where they were going (Fortmann,
    Bar-Shalom and Scheffe, "Sonar tracking of multiple targets using joint probabilistic data association", 1983). A
    face of which no one reading is nearly certain is ``UNSURE``, and nothing is learned from it: better
    nobody's for some frames than somebody else's.
    """

    def __init__(self) -> None:
        """Begin with nobody."""
        self._people: dict[int, _Person] = {}
        self._next = UNSURE + 1

    def assign(self, boxes: list[Rect], at: float) -> list[int]:
        """The number of each box in a frame taken ``at`` seconds; a number is given once a frame, ``UNSURE`` often."""
        self._people = {i: person for i, person in self._people.items() if at - person.at <= _KEEP_SECONDS}
        places = [_Place.of(box) for box in boxes]
        gains = [self._gains(place, at) for place in places]
        numbers = [self._settle(weights) for weights in _weigh(gains)]
        seen = dict(zip(numbers, places, strict=True))
        for number, person in self._people.items():
            person.seen = number in seen
        for number, place in seen.items():
            if number in self._people:
                self._people[number].move(place, at)
            elif number != UNSURE:
                self._people[number] = _Person(place, at)
        return numbers

    def _gains(self, place: _Place, at: float) -> dict[int, float]:
        """How much likelier each person makes it that there is a face here, than if it were not them; logarithms."""
        gains = {number: person.gain(place, at) for number, person in self._people.items()}
        return {number: gain for number, gain in gains.items() if gain > _NEWCOMER - _NEGLIGIBLE}

    def _settle(self, weights: dict[int | None, float]) -> int:
        number, weight = max(weights.items(), key=lambda item: item[1])
        if weight < _SURE * sum(weights.values()):
            return UNSURE
        if number is None:
            number, self._next = self._next, self._next + 1
        return number


_NEWCOMER: Final = log(_NEWCOMERS)


@dataclass(frozen=True, slots=True)
class _Place:
    """The middle of a box and its size, the root of its area; pixels."""

    x: float
    y: float
    size: float

    @classmethod
    def of(cls, box: Rect) -> _Place:
        size = sqrt(max(1, box.width) * max(1, box.height))
        return cls((box.left + box.right) / 2, (box.top + box.bottom) / 2, size)


class _Person:
    """Where somebody was when that was last sure, and how they moved.

    Attributes:
        at: when that was, seconds.
        seen: it was in the frame before.
    """

    def __init__(self, place: _Place, at: float) -> None:
        self.at = at
        self.seen = True
        self._place = place
        self._speed = (0.0, 0.0)

    def gain(self, place: _Place, at: float) -> float:
        """How much likelier it is that they are seen, and here, than that they are not seen; a logarithm."""
        elapsed = at - self.at
        coasted = min(elapsed, _COAST_SECONDS)
        x, y = self._place.x + self._speed[0] * coasted, self._place.y + self._speed[1] * coasted
        spread = _JITTER + _WANDER * elapsed
        size_spread = _SIZE_JITTER + _APPROACH * elapsed
        away = hypot(place.x - x, place.y - y) / self._place.size / spread
        grown = log(place.size / self._place.size) / size_spread
        density = -(away**2 + grown**2) / 2 - 1.5 * log(tau) - 2 * log(spread) - log(size_spread)
        chance = 1 - _LOST if self.seen else _FOUND
        return density + log(chance / (1 - chance))

    def move(self, place: _Place, at: float) -> None:
        """They were surely seen here."""
        elapsed = at - self.at
        if elapsed > 0:
            share = 1 - exp(-elapsed / _SPEED_SECONDS)
            moved = (place.x - self._place.x) / elapsed, (place.y - self._place.y) / elapsed
            self._speed = (
                self._speed[0] + (moved[0] - self._speed[0]) * share,
                self._speed[1] + (moved[1] - self._speed[1]) * share,
            )
        self._place, self.at = place, at


def _weigh(gains: list[dict[int, float]]) -> list[dict[int | None, float]]:
    """The weight of each reading of each face over all ways to match them; None is a newcomer."""
    ways = list(_ways(gains, frozenset()))
    best = max(total for total, _ in ways)
    weights: list[dict[int | None, float]] = [{} for _ in gains]
    for total, numbers in ways:
        for reading, number in zip(weights, numbers, strict=True):
            reading[number] = reading.get(number, 0.0) + exp(total - best)
    return weights


def _ways(gains: list[dict[int, float]], taken: frozenset[int]) -> Iterator[tuple[float, tuple[int | None, ...]]]:
    """Every way to give faces to people, each at most one, and the logarithm of its weight."""
    if not gains:
        yield 0.0, ()
        return
    for total, numbers in _ways(gains[1:], taken):
        yield total + _NEWCOMER, (None, *numbers)
    for number, gain in gains[0].items():
        if number not in taken:
            for total, numbers in _ways(gains[1:], taken | {number}):
                yield total + gain, (number, *numbers)
