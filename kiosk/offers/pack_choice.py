"""Which offers on several pieces count: the choice with which a cart costs least."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kiosk.offers.offer import Bundle, BuyGet
from kiosk.offers.packs import most_saved, packs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.offers.basket import Basket
    from kiosk.offers.line_offers import LineOffers
    from kiosk.offers.offer import Offer
    from kiosk.offers.packs import Packs

MOST_AT_ONCE: Final = 3
"""Different offers on packs in one cart: with n that could apply, fewer than n³ / 6 + n² / 2 + n choices to look at."""


class PackChoice:
    """Looks through all choices of at most three offers, leaving out those that cannot be better than one it has.

    The offers of a choice form their packs in the order of their rank. A further offer only adds choices, so it never
    makes a cart cost more.
    """

    def __init__(self, basket: Basket, offers: Iterable[Offer], rest: LineOffers) -> None:
        """Look through those of ``offers``, which hold and come in the order of their rank, that are on packs.

        Args:
            rest: says what pieces outside of packs cost.
        """
        self._basket = basket
        self._rest = rest
        on_packs = [offer for offer in offers if isinstance(offer.terms, BuyGet | Bundle)]
        self._offers = [(offer, most) for offer in on_packs if (most := most_saved(offer, basket))]
        self._best: tuple[Packs, ...] = ()
        self._least = rest.cost(basket.quantities)
        self._look(0, (), basket.quantities, 0)

    @property
    def best(self) -> tuple[Packs, ...]:
        """The packs with which the cart costs least; of equals, those that were looked at first."""
        return self._best

    def _look(self, start: int, chosen: tuple[Packs, ...], free: Mapping[str, int], packed: int) -> None:
        """Look at the choices that add offers from ``start`` on to ``chosen``, whose packs cost ``packed``."""
        cost = packed + self._rest.cost(free)
        if cost < self._least:
            self._least, self._best = cost, chosen
        more = MOST_AT_ONCE - len(chosen)
        for place in range(start, len(self._offers)):
            if cost - self._most_left(place, more) >= self._least:
                return
            packs = packs_of(self._offers[place][0], self._basket, free)
            if packs is not None:
                self._look(place + 1, (*chosen, packs), _without(free, packs), packed + self._price(packs))

    def _most_left(self, start: int, count: int) -> int:
        """What ``count`` offers from ``start`` on can save at most."""
        return sum(sorted((most for _, most in self._offers[start:]), reverse=True)[:count])

    def _price(self, packs: Packs) -> int:
        listed = sum(line.unit * packs.pieces.get(line.sku, 0) for line in self._basket.lines)
        return listed - packs.saving


def _without(free: Mapping[str, int], packs: Packs) -> Mapping[str, int]:
    return {sku: count - packs.pieces.get(sku, 0) for sku, count in free.items()}
