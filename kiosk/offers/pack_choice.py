"""Which offers on several pieces count: the choice with which a cart costs least."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kiosk.offers.packs import packing_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.offers.basket import Basket
    from kiosk.offers.line_offers import LineOffers
    from kiosk.offers.offer import Offer
    from kiosk.offers.packs import Packs

MOST_AT_ONCE: Final = 3
"""Different offers on packs in one cart: with n that could apply, there are n + n²/2 + n³/6 choices at most."""


class PackChoice:
    """Looks through all choices of at most three offers, leaving out those that cannot be better than one it has.

    The offers of a choice form their packs in the order of their rank. A further offer only adds choices, so it never
    makes a cart cost more.

    Attributes:
        best: the packs with which the cart costs least; of equals, those that were looked at first.
    """

    def __init__(self, basket: Basket, offers: Iterable[Offer], rest: LineOffers) -> None:
        """Look through those of ``offers``, which hold and come in the order of their rank, that form packs.

        Args:
            basket: what is bought.
            offers: in the order in which they form packs.
            rest: says what pieces outside of packs cost.
        """
        self._rest = rest
        packings = [packing for offer in offers if (packing := packing_of(offer, basket)) is not None]
        self._packings = [(packing, packing.most_saved) for packing in packings if packing.most_saved]
        self._least = rest.cost(basket.quantities)
        self.best: tuple[Packs, ...] = ()
        self._look(0, (), basket.quantities, self._least)

    def _look(self, start: int, chosen: tuple[Packs, ...], free: Mapping[str, int], cost: int) -> None:
        """Look at the choices that add offers from ``start`` on to ``chosen``, with which the cart costs ``cost``."""
        more = MOST_AT_ONCE - len(chosen)
        packed = sum(packs.price for packs in chosen)
        for place in range(start, len(self._packings)):
            if cost - self._most_saved_from(place, more) >= self._least:
                return
            packs = self._packings[place][0].packs(free)
            if packs is None:
                continue
            left = {sku: count - packs.pieces.get(sku, 0) for sku, count in free.items()}
            with_packs = packed + packs.price + self._rest.cost(left)
            if with_packs < self._least:
                self._least, self.best = with_packs, (*chosen, packs)
            if more > 1:
                self._look(place + 1, (*chosen, packs), left, with_packs)

    def _most_saved_from(self, start: int, count: int) -> int:
        """What ``count`` offers from ``start`` on can save at most."""
        return sum(sorted((most for _, most in self._packings[start:]), reverse=True)[:count])
