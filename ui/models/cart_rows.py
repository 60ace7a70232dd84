"""What the cart's lists show: each row as the language writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from babel.numbers import format_percent

if TYPE_CHECKING:
    from kiosk.cart.views import ItemName
    from kiosk.money import Money
    from kiosk.offers.priced_cart import PricedCoupon, PricedLine

GIFT_WRAP: Final = "gift_wrap"
"""The option of a line that asks for a wrapping."""

YES: Final = "yes"
"""Its value where it is asked for."""


@dataclass(frozen=True, slots=True)
class CartRow:
    """One line; amounts as the language writes them, and empty where there is nothing to say.

    Attributes:
        listTotal: what the line would cost without offers, where they take something off.
        priceBefore: what one cost when it was added, where that is another price than now.
        gone: the shop does not sell it any more.
    """

    sku: str
    brand: str
    name: str
    shade: str
    color: str
    quantity: int
    price: str
    total: str
    listTotal: str
    priceBefore: str
    giftWrap: bool
    gone: bool


@dataclass(frozen=True, slots=True)
class SavingRow:
    """Why the cart costs less: a sentence with the amount."""

    sentence: str


@dataclass(frozen=True, slots=True)
class CouponRow:
    """A coupon that was handed in: what became of it, a key, and how much must still be spent for it, if any."""

    code: str
    standing: str
    missing: str


@dataclass(frozen=True, slots=True)
class TaxRow:
    """What of the total is tax at one rate."""

    rate: str
    amount: str


def cart_row(line: PricedLine, name: ItemName | None, language: str) -> CartRow:
    """A line of what the shop sells; without a name where the shop told none."""
    return CartRow(
        sku=line.sku,
        brand=name.brand if name else "",
        name=name.product.in_language(language) if name else "",
        shade=name.shade.in_language(language) if name and name.shade else "",
        color=name.swatch or "" if name else "",
        quantity=line.quantity,
        price=line.unit_price.in_language(language),
        total=line.total.in_language(language),
        listTotal=line.list_total.in_language(language) if line.discounts else "",
        priceBefore=line.price_seen.in_language(language) if line.price_changed else "",
        giftWrap=line.options.get(GIFT_WRAP) == YES,
        gone=False,
    )


def gone_row(sku: str) -> CartRow:
    """A line of what the shop does not sell any more."""
    return CartRow(sku, "", "", "", "", 0, "", "", "", "", giftWrap=False, gone=True)


def coupon_row(coupon: PricedCoupon, language: str) -> CouponRow:
    """A coupon and what became of it."""
    return CouponRow(coupon.code, coupon.state, coupon.missing.in_language(language) if coupon.missing else "")


def tax_row(permille: int, amount: Money, language: str) -> TaxRow:
    """A rate of tax and what of the total it is."""
    return TaxRow(format_percent(permille / 1000, "#,##0.#%", locale=language), amount.in_language(language))
