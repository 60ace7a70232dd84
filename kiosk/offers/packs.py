"""Offers on several pieces together: bundles and "buy two, get one".

A piece is in one pack at most, and what is in a pack takes no offer on single pieces. An offer forms as many packs as
the free pieces allow, of the costliest ones first, so which packs it forms depends on nothing but what is free.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kiosk.offers.offer import Bundle, BuyGet
from kiosk.offers.rounding import share, split

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.offers.basket import Basket, BasketLine
    from kiosk.offers.offer import Offer


@dataclass(frozen=True, slots=True)
class Packs:
    """All packs that one offer forms.

    Attributes:
        offer: which.
        pieces: how many of each SKU are in them.
        saved: what they take off each of these SKUs' lines, in minor units.
        price: what they cost together, in minor units.
    """

    offer: Offer
    pieces: Mapping[str, int]
    saved: Mapping[str, int]
    price: int


class Packing(Protocol):
    """How one offer forms packs of a basket's pieces."""

    @property
    def most_saved(self) -> int:
        """What its packs save in minor units at most, however few pieces are free: no less than they do save."""

    def packs(self, free: Mapping[str, int]) -> Packs | None:
        """The packs that it forms of so many free pieces of each SKU; None where there are none that save anything."""


def packing_of(offer: Offer, basket: Basket) -> Packing | None:
    """How ``offer`` forms packs; None for one that forms none."""
    match offer.terms:
        case BuyGet() as terms:
            return _Groups(offer, terms, basket)
        case Bundle() as terms:
            return _Bundles(offer, terms, basket)
        case _:
            return None


class _Groups:
    """Groups of pieces in the order of their price; those at the cheap end of each are cheaper."""

    def __init__(self, offer: Offer, terms: BuyGet, basket: Basket) -> None:
        self._offer = offer
        self._terms = terms
        self._lines = basket.targeted(offer.target)
        whole = self.packs(basket.quantities)
        self._most = 0 if whole is None else sum(whole.saved.values())

    @property
    def most_saved(self) -> int:
        return self._most

    def packs(self, free: Mapping[str, int]) -> Packs | None:
        size = self._terms.buy + self._terms.get
        left = sum(free[line.sku] for line in self._lines) // size * size
        pieces: dict[str, int] = {}
        saved: dict[str, int] = {}
        price, place = 0, 0
        for line in self._lines:
            grouped = min(free[line.sku], left - place)
            if not grouped:
                continue
            cheap = self._cheap_before(place + grouped) - self._cheap_before(place)
            place += grouped
            pieces[line.sku] = grouped
            saved[line.sku] = cheap * share(line.unit, self._terms.percent, 100)
            price += grouped * line.unit - saved[line.sku]
        return Packs(self._offer, pieces, saved, price) if any(saved.values()) else None

    def _cheap_before(self, place: int) -> int:
        """How many of the first ``place`` pieces are at the cheap end of a group."""
        groups, rest = divmod(place, self._terms.buy + self._terms.get)
        return groups * self._terms.get + max(0, rest - self._terms.buy)


class _Bundles:
    """Pieces of each part; the parts that fewest lines fit choose first, lest others take what they need."""

    def __init__(self, offer: Offer, terms: Bundle, basket: Basket) -> None:
        self._offer = offer
        self._price = terms.minor
        parts = [(part.quantity, basket.targeted(part.target)) for part in terms.parts]
        self._parts = sorted(parts, key=lambda part: len(part[1]))
        self._units = {line.sku: line.unit for _, lines in parts for line in lines}

    @property
    def most_saved(self) -> int:
        times = min(sum(line.quantity for line in lines) // quantity for quantity, lines in self._parts)
        dearest = sum(lines[0].unit * quantity for quantity, lines in self._parts if lines)
        return times * max(0, dearest - self._price)

    def packs(self, free: Mapping[str, int]) -> Packs | None:
        left = dict(free)
        pieces: Counter[str] = Counter()
        saved: Counter[str] = Counter()
        price = 0
        while one := self._one(left):
            saving = sum(self._units[sku] * count for sku, count in one.items()) - self._price
            if saving <= 0:
                break
            times = min(left[sku] // count for sku, count in one.items())
            for sku, count in one.items():
                left[sku] -= times * count
                pieces[sku] += times * count
            saved.update(split(times * saving, {sku: self._units[sku] * times * count for sku, count in one.items()}))
            price += times * self._price
        return Packs(self._offer, pieces, saved, price) if pieces else None

    def _one(self, free: Mapping[str, int]) -> dict[str, int]:
        """The costliest pieces that make one bundle; empty where what is free makes none."""
        pieces: dict[str, int] = {}
        for quantity, lines in self._parts:
            if not _take(quantity, lines, free, pieces):
                return {}
        return pieces


def _take(wanted: int, lines: tuple[BasketLine, ...], free: Mapping[str, int], pieces: dict[str, int]) -> bool:
    """Add so many of the costliest free pieces of ``lines`` to ``pieces``; whether there were as many."""
    for line in lines:
        taken = min(wanted, free[line.sku] - pieces.get(line.sku, 0))
        if taken:
            pieces[line.sku] = pieces.get(line.sku, 0) + taken
            wanted -= taken
        if not wanted:
            return True
    return False
