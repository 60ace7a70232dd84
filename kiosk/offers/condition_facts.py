"""What conditions may ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kiosk.offers.condition import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.offers.basket import Basket
    from kiosk.offers.condition import Fact
    from kiosk.offers.facts import Context, VisitFacts

MOST_LISTED: Final = 100
"""Entries of a list that conditions see, the first by name; what looks into a list takes time for each."""


def price_facts(basket: Basket, context: Context) -> Facts:
    """What every device that prices the cart knows. Amounts are before offers, so that no offer depends on another."""
    return Facts(_known_everywhere(basket, context))


def suggestion_facts(basket: Basket, context: Context, visit: VisitFacts) -> Facts:
    """The same and what the visit shows, which only the mirror knows."""
    shown: dict[str, Fact] = {"tried": _listed(visit.tried), "viewed": _listed(visit.viewed)}
    return Facts({**_known_everywhere(basket, context), "visit": shown})


def _known_everywhere(basket: Basket, context: Context) -> dict[str, str | Mapping[str, Fact]]:
    now = context.now
    items = [line.item for line in basket.lines]
    return {
        "cart": {
            "total_minor": basket.list_total,
            "quantity": sum(line.quantity for line in basket.lines),
            "skus": _listed(item.sku for item in items),
            "products": _listed(item.product_id for item in items),
            "brands": _listed(item.brand for item in items),
            "categories": _listed(item.category for item in items),
        },
        "now": {"date": f"{now:%Y-%m-%d}", "weekday": now.isoweekday(), "hour": now.hour, "minute": now.minute},
        "store": context.store,
        "member": dict(context.member),
    }


def _listed(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names))[:MOST_LISTED])
