"""What about the shop's offers would surprise the shop: they can be read, but ask for what there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.offers.basket import Basket, BasketLine
from kiosk.offers.condition import ConditionError
from kiosk.offers.condition_facts import suggestion_facts
from kiosk.offers.facts import VisitFacts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kiosk.offers.condition import Condition, Facts
    from kiosk.offers.facts import Context
    from kiosk.offers.offer import Offer
    from kiosk.offers.price_book import ShopItem


def check_offers(
    offers: Iterable[Offer], items: Collection[ShopItem], stores: Collection[str], context: Context
) -> Iterator[str]:
    """A sentence for each thing that an offer asks for in vain.

    Args:
        offers: all that there are.
        items: what the shop sells.
        stores: the ids of its stores.
        context: where and when conditions are tried, for a guest with nothing and for one with everything.
    """
    guests = [suggestion_facts(basket, context, VisitFacts()) for basket in _baskets(items)]
    for offer in offers:
        asked = [*_not_sold(offer, items), *_no_store(offer, stores), *_no_answer(offer, guests)]
        yield from (f"offer {offer.id}: {problem}" for problem in asked)


def _baskets(items: Collection[ShopItem]) -> tuple[Basket, Basket]:
    return Basket((), ""), Basket(tuple(BasketLine(item, 1, item.price.minor) for item in items), "")


def _not_sold(offer: Offer, items: Collection[ShopItem]) -> Iterator[str]:
    for target in offer.targets:
        for field, named, sold in (
            ("skus", target.skus, {item.sku for item in items}),
            ("products", target.products, {item.product_id for item in items}),
            ("brands", target.brands, {item.brand for item in items}),
            ("categories", target.categories, {item.category for item in items}),
        ):
            yield from (f"{field}: the shop does not sell {name!r}" for name in sorted(named - sold))


def _no_store(offer: Offer, stores: Collection[str]) -> Iterator[str]:
    yield from (f"stores: there is no store {store!r}" for store in sorted(offer.stores.difference(stores)))


def _no_answer(offer: Offer, guests: Iterable[Facts]) -> Iterator[str]:
    for field, condition in (("condition", offer.condition), ("suggest.when", offer.suggest)):
        if condition is not None and (problem := _problem(condition, guests)):
            yield f"{field}: for a guest it {problem}"


def _problem(condition: Condition, guests: Iterable[Facts]) -> str:
    for facts in guests:
        try:
            condition.holds(facts)
        except ConditionError as error:
            return str(error)
    return ""
