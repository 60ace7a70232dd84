"""Offers on several pieces together: bundles and "buy two, get one".

A piece is in one pack at most, and what is in a pack takes no offer on single pieces. An offer forms as many packs as
the free pieces allow, of the costliest ones first, so which packs it forms depends on nothing but what is free.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.offers.offer import Bundle, BuyGet
from kiosk.offers.rounding import share, split

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.offers.basket import Basket, BasketLine
    from kiosk.offers.offer import BundlePart, Offer


@dataclass(frozen=True, slots=True)
class Packs:
    """All packs that one offer forms.

    Attributes:
        offer: which.
        pieces: how many of each SKU are in them.
        saved: what they take off each of these SKUs' lines, in minor units.
    """

    offer: Offer
    pieces: Mapping[str, int]
    saved: Mapping[str, int]

    @property
    def saving(self) -> int:
        """What they take off together, in minor units."""
        return sum(self.saved.values())


def packs_of(offer: Offer, basket: Basket, free: Mapping[str, int]) -> Packs | None:
    """The packs that ``offer`` forms of so many free pieces of each SKU; None where there are none that save anything.

    Raises:
        TypeError: the offer is not on packs.
    """
    match offer.terms:
        case BuyGet() as terms:
            packs = _groups(offer, terms, basket, free)
        case Bundle() as terms:
            packs = _bundles(offer, terms, basket, free)
        case _:
            raise TypeError(f"{offer.id} is not on several pieces together")
    return packs if packs.saving else None


def most_saved(offer: Offer, basket: Basket) -> int:
    """What packs of ``offer`` can save at most, however many pieces are free: no less than they do save."""
    match offer.terms:
        case BuyGet() as terms:
            return _groups(offer, terms, basket, basket.quantities).saving
        case Bundle() as terms:
            parts = [(part.quantity, basket.targeted(part.target)) for part in terms.parts]
            times = min(sum(line.quantity for line in lines) // quantity for quantity, lines in parts)
            dearest = sum(lines[0].unit * quantity for quantity, lines in parts if lines)
            return times * max(0, dearest - terms.minor)
        case _:
            return 0


def _groups(offer: Offer, terms: BuyGet, basket: Basket, free: Mapping[str, int]) -> Packs:
    """Groups of pieces in the order of their price: which of each line are at the cheap end of theirs."""
    lines = [(line, free[line.sku]) for line in basket.targeted(offer.target)]
    size = terms.buy + terms.get
    left = sum(count for _, count in lines) // size * size
    pieces, saved, place = {}, {}, 0
    for line, count in lines:
        grouped = min(count, left - place)
        cheap = _cheap_before(place + grouped, terms) - _cheap_before(place, terms)
        place += grouped
        if grouped:
            pieces[line.sku] = grouped
            saved[line.sku] = cheap * share(line.unit, terms.percent, 100)
    return Packs(offer, pieces, saved)


def _cheap_before(place: int, terms: BuyGet) -> int:
    """How many of the first ``place`` pieces are those that a group gets."""
    groups, rest = divmod(place, terms.buy + terms.get)
    return groups * terms.get + max(0, rest - terms.buy)


def _bundles(offer: Offer, terms: Bundle, basket: Basket, free: Mapping[str, int]) -> Packs:
    left = Counter(free)
    pieces: Counter[str] = Counter()
    saved: Counter[str] = Counter()
    units = {line.sku: line.unit for line in basket.lines}
    parts = _choosiest_first(terms, basket)
    while one := _one_bundle(parts, left):
        saving = sum(units[sku] * count for sku, count in one.items()) - terms.minor
        if saving <= 0:
            break
        times = min(left[sku] // count for sku, count in one.items())
        for sku, count in one.items():
            left[sku] -= times * count
            pieces[sku] += times * count
        saved.update(split(times * saving, {sku: units[sku] * times * count for sku, count in one.items()}))
    return Packs(offer, pieces, saved)


def _choosiest_first(terms: Bundle, basket: Basket) -> list[tuple[BundlePart, tuple[BasketLine, ...]]]:
    """The parts with the lines that fit, those that fewest fit first, lest others take what they need."""
    parts = [(part, basket.targeted(part.target)) for part in terms.parts]
    return sorted(parts, key=lambda part: len(part[1]))


def _one_bundle(parts: list[tuple[BundlePart, tuple[BasketLine, ...]]], free: Mapping[str, int]) -> Counter[str]:
    """The costliest pieces that make one bundle; empty where what is free makes none."""
    pieces: Counter[str] = Counter()
    for part, lines in parts:
        wanted = part.quantity
        for line in lines:
            taken = min(wanted, free[line.sku] - pieces[line.sku])
            if taken:
                pieces[line.sku] += taken
                wanted -= taken
        if wanted:
            return Counter()
    return pieces
