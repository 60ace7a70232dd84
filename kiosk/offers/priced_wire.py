"""How a priced cart travels: a JSON document."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from kiosk.cart.wire import MoneyDocument
from kiosk.local_text import LANGUAGES
from kiosk.offers.priced_cart import CouponState, Discount, PricedCart, PricedCoupon, PricedLine


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DiscountDocument(_Document):
    """What an offer takes off; ``reason`` is the sentence in each language, with the amount in it."""

    offer: str
    reason: dict[str, str]
    amount: MoneyDocument

    @classmethod
    def of(cls, discount: Discount) -> DiscountDocument:
        """The document of a discount."""
        reason: dict[str, str] = {language: discount.said(language) for language in LANGUAGES}
        return cls(offer=discount.offer_id, reason=reason, amount=MoneyDocument.of(discount.amount))


class PricedLineDocument(_Document):
    """One line; the fields are those of ``kiosk.offers.priced_cart.PricedLine``."""

    sku: str
    quantity: int
    options: dict[str, str]
    unit_price: MoneyDocument
    list_total: MoneyDocument
    discounts: list[DiscountDocument]
    total: MoneyDocument
    price_seen: MoneyDocument
    price_changed: bool
    tax_permille: int

    @classmethod
    def of(cls, line: PricedLine) -> PricedLineDocument:
        """The document of a line."""
        return cls(
            sku=line.sku,
            quantity=line.quantity,
            options=dict(line.options),
            unit_price=MoneyDocument.of(line.unit_price),
            list_total=MoneyDocument.of(line.list_total),
            discounts=[DiscountDocument.of(discount) for discount in line.discounts],
            total=MoneyDocument.of(line.total),
            price_seen=MoneyDocument.of(line.price_seen),
            price_changed=line.price_changed,
            tax_permille=line.tax_permille,
        )


class PricedCouponDocument(_Document):
    """What became of a code; ``missing`` is how much more must be spent before it counts."""

    code: str
    state: CouponState
    missing: MoneyDocument | None

    @classmethod
    def of(cls, coupon: PricedCoupon) -> PricedCouponDocument:
        """The document of a coupon."""
        missing = None if coupon.missing is None else MoneyDocument.of(coupon.missing)
        return cls(code=coupon.code, state=coupon.state, missing=missing)


class TaxDocument(_Document):
    """The tax in the total, of one rate in thousandths."""

    permille: int
    amount: MoneyDocument


class PricedCartDocument(_Document):
    """What a cart comes to; the fields are those of ``kiosk.offers.priced_cart.PricedCart``."""

    lines: list[PricedLineDocument]
    offers: list[DiscountDocument]
    coupons: list[PricedCouponDocument]
    unknown: list[str]
    subtotal: MoneyDocument
    savings: MoneyDocument
    total: MoneyDocument
    taxes: list[TaxDocument]

    @classmethod
    def of(cls, cart: PricedCart) -> PricedCartDocument:
        """The document of a priced cart."""
        return cls(
            lines=[PricedLineDocument.of(line) for line in cart.lines],
            offers=[DiscountDocument.of(discount) for discount in cart.offers],
            coupons=[PricedCouponDocument.of(coupon) for coupon in cart.coupons],
            unknown=list(cart.unknown),
            subtotal=MoneyDocument.of(cart.subtotal),
            savings=MoneyDocument.of(cart.savings),
            total=MoneyDocument.of(cart.total),
            taxes=[TaxDocument(permille=rate, amount=MoneyDocument.of(amount)) for rate, amount in cart.taxes],
        )
