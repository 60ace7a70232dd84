"""What offers take off an amount: the best of them, or those that go together one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.offers.offer import AmountOff, PercentOff
from kiosk.offers.rounding import share

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.offers.offer import Offer


@dataclass(frozen=True, slots=True)
class Saving:
    """What one offer takes off, in minor units, more than 0."""

    offer: Offer
    minor: int


def best(offers: Sequence[tuple[Offer, PercentOff | AmountOff]], minor: int, pieces: int = 1) -> tuple[Saving, ...]:
    """The one offer, or all combinable ones together, that take most off ``minor`` units for ``pieces`` pieces.

    A further offer never makes it less, as each of a row takes no less off more, and leaves no more of less.

    Args:
        offers: with what they take off, in the order of their rank, which decides between equals.
    """
    alone = [[(offer, off)] for offer, off in offers if not offer.combinable]
    together = [(offer, off) for offer, off in offers if offer.combinable]
    ways = [_in_a_row(way, minor, pieces) for way in (*alone, together)]
    return max(ways, key=total)


def total(savings: Iterable[Saving]) -> int:
    """What they come to in minor units."""
    return sum(saving.minor for saving in savings)


def _in_a_row(offers: Iterable[tuple[Offer, PercentOff | AmountOff]], minor: int, pieces: int) -> tuple[Saving, ...]:
    savings = []
    for offer, off in offers:
        taken = _taken_off(off, minor, pieces)
        if taken:
            savings.append(Saving(offer, taken))
            minor -= taken
    return tuple(savings)


def _taken_off(off: PercentOff | AmountOff, minor: int, pieces: int) -> int:
    match off:
        case PercentOff(percent):
            return share(minor, percent, 100)
        case AmountOff(amount):
            return min(minor, amount * pieces)
