"""Going through the shop: what a shopper asks for, and what is shown to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.catalogue import Catalogue, Product, Variant
    from kiosk.local.catalogue_store import After, Facets, Filter, Order, StockLevel


@dataclass(frozen=True, slots=True)
class Question:
    """What a shopper wants to see.

    Attributes:
        text: what they typed; blank to go through everything.
        language: of the screen.
        wanted: what they chose.
        order: how it is to lie; what was typed lies by how well it fits.
        after: where the page before ended; None for the first.
        limit: how many at most.
        only_here: only what the store has in which they stand.
    """

    text: str
    language: str
    wanted: Filter
    order: Order
    after: After | None
    limit: int
    only_here: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A product as it lies among others.

    Attributes:
        product: what it is.
        variant: the one that is meant, or the first.
        in_stock: whether the store has any variant of it; None where that is not known.
    """

    product: Product
    variant: Variant
    in_stock: bool | None


@dataclass(frozen=True, slots=True)
class Listing:
    """What answers a question.

    Attributes:
        cards: a page of it.
        after: where the next begins; None at the end.
        count: how many there are on all pages.
        facets: what could be chosen; with the first page only, for it is the same for all.
    """

    cards: tuple[Card, ...]
    after: After | None
    count: int
    facets: Facets | None


@dataclass(frozen=True, slots=True)
class Details:
    """One product, and what else is worth knowing about it.

    Attributes:
        product: what it is.
        here: the id of the store in which the shopper stands.
        stock: of each SKU how many each store has, this store first.
        companions: what is used with it and is sold here.
    """

    product: Product
    here: str
    stock: Mapping[str, tuple[StockLevel, ...]]
    companions: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Rail:
    """What lies at the mirror.

    Attributes:
        revision: of the hub's catalogue; above 0.
        catalogue: of that, what lies there.
    """

    revision: int
    catalogue: Catalogue
