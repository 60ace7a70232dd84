"""What a cart comes to: the same on every device that has the same cart, prices and offers.

Three levels, each on what the one before it leaves: packs of pieces, single pieces, the whole order. Whether an offer
holds is decided by prices before offers, so that no offer takes another away. docs/offers.md tells shops the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.money import Money
from kiosk.offers.basket import basket_of
from kiosk.offers.coupons import judge_coupons
from kiosk.offers.eligibility import Eligibility, Standing
from kiosk.offers.line_offers import LineOffers
from kiosk.offers.offer import OrderOff
from kiosk.offers.pack_choice import PackChoice
from kiosk.offers.priced_cart import Discount, PricedCart, PricedLine
from kiosk.offers.rounding import share, split
from kiosk.offers.savings import Saving, best
from kiosk.offers.savings import total as total_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kiosk.cart.cart import Cart, CartLine
    from kiosk.offers.basket import Basket, BasketLine
    from kiosk.offers.facts import Context
    from kiosk.offers.offer import Offer
    from kiosk.offers.price_book import PriceBook


def price_cart(cart: Cart, shop: PriceBook, offers: Sequence[Offer], context: Context) -> PricedCart:
    """What ``cart`` costs with the offers that save most of those that may go together.

    Args:
        cart: its lines have different SKUs.
        shop: the store's prices now.
        offers: of different ids, in any order.
        context: where and when.
    """
    basket = basket_of(cart, shop)
    eligibility = Eligibility.of(basket, cart.coupons, context)
    ranked = sorted(offers, key=lambda offer: offer.rank)
    holding = [offer for offer in ranked if eligibility.standing(offer) is Standing.HOLDS]
    savings = _off_the_order(basket, holding, _off_the_lines(basket, holding))
    applied = {saving.offer.id for each in savings.values() for saving in each}
    lines = {line.sku: line for line in basket.lines}
    currency = shop.currency
    priced = tuple(
        _priced(line, lines[line.sku], savings[line.sku], currency) for line in cart.lines if line.sku in lines
    )
    listed, total = basket.list_total, sum(line.total.minor for line in priced)
    return PricedCart(
        lines=priced,
        offers=_by_offer(ranked, savings, currency),
        coupons=judge_coupons(cart.coupons, ranked, eligibility, applied),
        unknown=tuple(line.sku for line in cart.lines if line.sku not in lines),
        subtotal=Money(listed, currency),
        savings=Money(listed - total, currency),
        total=Money(total, currency),
        taxes=_taxes(priced, currency),
    )


def _off_the_lines(basket: Basket, holding: Sequence[Offer]) -> dict[str, tuple[Saving, ...]]:
    """What offers on packs and on single pieces take off each SKU's line."""
    rest = LineOffers(basket, holding)
    packs = PackChoice(basket, holding, rest).best
    savings: dict[str, tuple[Saving, ...]] = {}
    for line in basket.lines:
        packed = [Saving(each.offer, saved) for each in packs if (saved := each.saved.get(line.sku, 0))]
        free = line.quantity - sum(each.pieces.get(line.sku, 0) for each in packs)
        savings[line.sku] = (*packed, *rest.savings(line.sku, free))
    return savings


def _off_the_order(
    basket: Basket, holding: Sequence[Offer], savings: Mapping[str, tuple[Saving, ...]]
) -> dict[str, tuple[Saving, ...]]:
    """The same and what offers on the order take off what is left, divided among the lines by what they cost."""
    left = {line.sku: line.list_total - total_of(savings[line.sku]) for line in basket.lines}
    after = dict(savings)
    on_order = [(offer, offer.terms.off) for offer in holding if isinstance(offer.terms, OrderOff)]
    for saving in best(on_order, sum(left.values())):
        for sku, part in split(saving.minor, left).items():
            if part:
                left[sku] -= part
                after[sku] = (*after[sku], Saving(saving.offer, part))
    return after


def _priced(line: CartLine, basket_line: BasketLine, savings: Iterable[Saving], currency: str) -> PricedLine:
    discounts = tuple(_discount(saving, currency) for saving in savings)
    unit_price = basket_line.item.price
    return PricedLine(
        sku=line.sku,
        quantity=line.quantity,
        options=line.options,
        unit_price=unit_price,
        list_total=Money(basket_line.list_total, currency),
        discounts=discounts,
        total=Money(basket_line.list_total - sum(discount.amount.minor for discount in discounts), currency),
        price_seen=line.price_seen,
        price_changed=unit_price != line.price_seen,
        tax_permille=basket_line.item.tax_permille,
    )


def _by_offer(
    ranked: Iterable[Offer], savings: Mapping[str, tuple[Saving, ...]], currency: str
) -> tuple[Discount, ...]:
    """What each offer takes off the whole cart, in the order of their rank."""
    sums: dict[str, int] = {}
    for each in savings.values():
        for saving in each:
            sums[saving.offer.id] = sums.get(saving.offer.id, 0) + saving.minor
    return tuple(_discount(Saving(offer, sums[offer.id]), currency) for offer in ranked if offer.id in sums)


def _discount(saving: Saving, currency: str) -> Discount:
    return Discount(saving.offer.id, saving.offer.reason, Money(saving.minor, currency))


def _taxes(lines: Iterable[PricedLine], currency: str) -> tuple[tuple[int, Money], ...]:
    """The tax in what is paid, rounded once for each rate."""
    gross: dict[int, int] = {}
    for line in lines:
        gross[line.tax_permille] = gross.get(line.tax_permille, 0) + line.total.minor
    return tuple((rate, Money(share(gross[rate], rate, 1000 + rate), currency)) for rate in sorted(gross))
