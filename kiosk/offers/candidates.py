"""What of the shop is worth suggesting to somebody, by what their visit shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from kiosk.catalogue import Product, Variant
    from kiosk.offers.facts import VisitFacts

MOST: Final = 40
"""Articles that are thought about at once."""

TRIED: Final = 1.0
VIEWED: Final = 0.8
GOES_WITH: Final = 0.6


class Shelves(Protocol):
    """What is sold, by key."""

    def product(self, product_id: str) -> Product | None:
        """The product with this id; None when it is not sold."""

    def by_sku(self, sku: str) -> tuple[Product, Variant] | None:
        """The article with this SKU and its product; None when it is not sold."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One article.

    Attributes:
        sku: which.
        fit: how well it fits the visit, above 0 and up to 1.
    """

    sku: str
    fit: float


def candidates(
    shelves: Shelves, visit: VisitFacts, in_stock: Callable[[Sequence[str]], Collection[str]]
) -> tuple[Candidate, ...]:
    """What was tried, what was looked at, and what goes with either, that is in stock here: the best fit first.

    Args:
        shelves: what is sold.
        visit: what the visit shows.
        in_stock: which of some SKUs the store has.
    """
    fits: dict[str, float] = {}
    for sku, fit in _found(shelves, visit):
        fits[sku] = max(fit, fits.get(sku, 0.0))
    best = sorted(fits, key=lambda sku: (-fits[sku], sku))[:MOST]
    here = in_stock(best)
    return tuple(Candidate(sku, fits[sku]) for sku in best if sku in here)


def _found(shelves: Shelves, visit: VisitFacts) -> Iterator[tuple[str, float]]:
    known: dict[str, Product] = {}
    for sku in sorted(visit.tried):
        found = shelves.by_sku(sku)
        if found is not None:
            known[found[0].id] = found[0]
            yield sku, TRIED
    for product in _products(shelves, visit.viewed):
        if product.id not in known:
            known[product.id] = product
            yield product.variants[0].sku, VIEWED
    companions = {other for product in known.values() for other in product.goes_with} - known.keys()
    for product in _products(shelves, companions):
        yield product.variants[0].sku, GOES_WITH


def _products(shelves: Shelves, ids: Iterable[str]) -> Iterator[Product]:
    for product_id in sorted(ids):
        product = shelves.product(product_id)
        if product is not None:
            yield product
