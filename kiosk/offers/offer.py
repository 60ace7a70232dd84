"""What an offer is: whom it is for, when it holds and what it takes off."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from kiosk.local_text import LocalText
    from kiosk.offers.condition import Condition
    from kiosk.offers.price_book import ShopItem


class OfferError(Exception):
    """Offers that cannot be used: one line for each mistake, each naming the offer and the field.

    Attributes:
        count: how many mistakes there are; of very many, the message has the first.
    """

    def __init__(self, message: str, count: int = 1) -> None:
        super().__init__(message)
        self.count = count


@dataclass(frozen=True, slots=True)
class Target:
    """Some of what the shop sells: whatever is named in any of these; where nothing is named, everything."""

    skus: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()

    @property
    def is_everything(self) -> bool:
        """Whether nothing is named."""
        return not (self.skus or self.products or self.brands or self.categories)

    def has(self, item: ShopItem) -> bool:
        """Whether ``item`` is one of it."""
        return (
            item.sku in self.skus
            or item.product_id in self.products
            or item.brand in self.brands
            or item.category in self.categories
            or self.is_everything
        )


@dataclass(frozen=True, slots=True)
class PercentOff:
    """A share of the price, 1 to 100 percent."""

    percent: int


@dataclass(frozen=True, slots=True)
class AmountOff:
    """An amount in minor units, 1 or more: of each piece, or of the whole order; never more than what it costs."""

    minor: int


@dataclass(frozen=True, slots=True)
class OrderOff:
    """A share or an amount off the whole order, once enough is spent."""

    off: PercentOff | AmountOff


@dataclass(frozen=True, slots=True)
class BuyGet:
    """Of every ``buy + get`` pieces, the ``get`` cheapest are ``percent`` cheaper: 100 is free."""

    buy: int
    get: int
    percent: int = 100


@dataclass(frozen=True, slots=True)
class BundlePart:
    """So many pieces of some of what the shop sells."""

    target: Target
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class Bundle:
    """Pieces that cost ``minor`` units together."""

    parts: tuple[BundlePart, ...]
    minor: int


Terms = PercentOff | AmountOff | OrderOff | BuyGet | Bundle


@dataclass(frozen=True, slots=True)
class Offer:
    """One offer.

    Attributes:
        id: unique among the shop's offers.
        title: a few words ("Lips at happy hour").
        reason: one sentence that says why; ``{amount}`` in it stands for what is saved.
        terms: what is taken off.
        currency: of its amounts.
        target: what it is about. Of a bundle, the parts say it; of an offer on the order, what the spending counts.
        spend_minor: what the targeted lines of a cart cost before offers, at least; 0 asks for nothing.
        condition: what else must be true; None asks for nothing.
        coupon: the code that is handed in for it; None needs none.
        first_day, last_day: when it holds, both included; None is open.
        weekdays: Monday is 1; empty is every day.
        hours: from and until, the end excluded; None is all day.
        stores: where; empty is everywhere.
        priority: of two that save as much the higher one counts, and it is suggested first.
        combinable: whether it goes together with other combinable ones of its kind.
        suggest: when it is worth suggesting; None whenever it holds.
        most_shown: how often a visit sees it suggested, at most; 0 is never.
        holdout_percent: of how many visits in a hundred it is kept, so that its effect can be known.
    """

    id: str
    title: LocalText
    reason: LocalText
    terms: Terms
    currency: str
    target: Target = field(default_factory=Target)
    spend_minor: int = 0
    condition: Condition | None = None
    coupon: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    weekdays: frozenset[int] = frozenset()
    hours: tuple[time, time] | None = None
    stores: frozenset[str] = frozenset()
    priority: int = 0
    combinable: bool = False
    suggest: Condition | None = None
    most_shown: int = 1
    holdout_percent: int = 10

    @property
    def targets(self) -> tuple[Target, ...]:
        """What it is about; of a bundle, each part of it."""
        return tuple(part.target for part in self.terms.parts) if isinstance(self.terms, Bundle) else (self.target,)

    @property
    def rank(self) -> tuple[int, str]:
        """The order in which offers are looked at, whatever order they came in: by priority, then by id."""
        return -self.priority, self.id
