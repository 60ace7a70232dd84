"""In which stores an order can be collected, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from kiosk.orders.ready_time import ready_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kiosk.stores import Store

LAYING_ASIDE: Final = timedelta(hours=2)
"""What a store's people need, while it is open, to lay an order ready."""


@dataclass(frozen=True, slots=True)
class CollectChoice:
    """A store in which an order could be collected.

    Attributes:
        store: which.
        missing: SKUs of which it has too few, as far as is known here.
        ready: when it could have the order ready, by its own clock; None where something is missing, or it is shut.
    """

    store: Store
    missing: tuple[str, ...]
    ready: datetime | None


def collect_choices(
    stores: Iterable[Store], wanted: Mapping[str, int], stock: Callable[[str, str], int], here: str, now: datetime
) -> tuple[CollectChoice, ...]:
    """Every store, this one first, then those that have it all, the soonest ready first.

    Args:
        stores: of the shop.
        wanted: how many of each SKU.
        stock: how many a store (by id) has of a SKU.
        here: the id of the store that the shopper is in.
        now: knows its time zone.
    """
    choices = [_choice(store, wanted, stock, now) for store in stores]

    def rank(choice: CollectChoice) -> tuple[bool, bool, float]:
        soon = float("inf") if choice.ready is None else choice.ready.timestamp()
        return choice.store.id != here, bool(choice.missing), soon

    return tuple(sorted(choices, key=rank))


def _choice(store: Store, wanted: Mapping[str, int], stock: Callable[[str, str], int], now: datetime) -> CollectChoice:
    missing = tuple(sorted(sku for sku, quantity in wanted.items() if stock(store.id, sku) < quantity))
    return CollectChoice(store, missing, None if missing else ready_at(store, now, LAYING_ASIDE))
