"""What a cart comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.local_text import LocalText
    from kiosk.money import Money


class CouponState(StrEnum):
    """What became of a coupon."""

    ACCEPTED = "accepted"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    NOT_COMBINABLE = "not_combinable"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Discount:
    """What one offer takes off a line, or off the cart.

    Attributes:
        offer_id: which offer.
        reason: why, in one sentence; ``{amount}`` stands for the amount.
        amount: more than 0.
    """

    offer_id: str
    reason: LocalText
    amount: Money

    def said(self, language: str) -> str:
        """The sentence, with the amount as the language writes it."""
        return self.reason.in_language(language).replace("{amount}", self.amount.in_language(language))


@dataclass(frozen=True, slots=True)
class PricedLine:
    """So many of one thing, and what they cost.

    Attributes:
        sku: of what.
        quantity: how many.
        options: choices, by name.
        unit_price: of one now, before offers.
        list_total: of all, before offers.
        discounts: what offers take off, in the order in which they do.
        total: what is paid for the line, 0 or more.
        price_seen: what one cost on the screen on which it was added.
        price_changed: ``unit_price`` is another than that, which the shopper must be told.
        tax_permille: the rate of the tax in it.
    """

    sku: str
    quantity: int
    options: Mapping[str, str]
    unit_price: Money
    list_total: Money
    discounts: tuple[Discount, ...]
    total: Money
    price_seen: Money
    price_changed: bool
    tax_permille: int


@dataclass(frozen=True, slots=True)
class PricedCoupon:
    """A code that was handed in.

    Attributes:
        code: as handed in.
        state: what became of it.
        missing: how much more must be spent before it counts; None where that is not what it lacks.
    """

    code: str
    state: CouponState
    missing: Money | None = None


@dataclass(frozen=True, slots=True)
class PricedCart:
    """All lines and their sums; tax is included everywhere.

    Attributes:
        lines: in the order of the cart.
        offers: what each offer takes off the whole cart; the sum of them is ``savings``.
        coupons: in the order of the cart.
        unknown: SKUs of the cart that the store does not sell, which cost nothing and cannot be bought.
        subtotal: before offers.
        savings: what offers take off.
        total: what is paid.
        taxes: of each rate in thousandths, lowest first, the tax that is in the total.
    """

    lines: tuple[PricedLine, ...]
    offers: tuple[Discount, ...]
    coupons: tuple[PricedCoupon, ...]
    unknown: tuple[str, ...]
    subtotal: Money
    savings: Money
    total: Money
    taxes: tuple[tuple[int, Money], ...]
