"""Offers on single pieces: what a line costs with the best of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.offers.offer import AmountOff, PercentOff
from kiosk.offers.savings import best, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.offers.basket import Basket
    from kiosk.offers.offer import Offer
    from kiosk.offers.savings import Saving


class LineOffers:
    """What the lines of a basket cost, each with its best offer or with all of its combinable ones."""

    def __init__(self, basket: Basket, offers: Iterable[Offer]) -> None:
        """Keep those of ``offers``, which hold and come in the order of their rank, that are on single pieces."""
        on_pieces = [(offer, offer.terms) for offer in offers if isinstance(offer.terms, PercentOff | AmountOff)]
        self._units = {line.sku: line.unit for line in basket.lines}
        self._offers = {
            line.sku: [(offer, off) for offer, off in on_pieces if offer.target.has(line.item)] for line in basket.lines
        }
        self._savings: dict[tuple[str, int], tuple[Saving, ...]] = {}

    def savings(self, sku: str, pieces: int) -> tuple[Saving, ...]:
        """What offers take off so many pieces of a line, in the order in which they do."""
        key = (sku, pieces)
        if key not in self._savings:
            self._savings[key] = best(self._offers[sku], self._units[sku] * pieces, pieces)
        return self._savings[key]

    def cost(self, pieces: Mapping[str, int]) -> int:
        """What so many pieces of each line cost together, in minor units."""
        return sum(self._units[sku] * count - total(self.savings(sku, count)) for sku, count in pieces.items())
