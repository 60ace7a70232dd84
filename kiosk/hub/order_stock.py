"""What of a store's stock is promised to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select

from kiosk.hub.tables.orders import order_reservations
from kiosk.hub.tables.shop import stock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy import Connection


def available(connection: Connection, store: str, skus: frozenset[str], *, locked: bool = False) -> dict[str, int]:
    """How many of each SKU a store has that nobody was promised; ``locked`` holds that still in this transaction."""
    # In one order, so that two who want the same wait for each other and not in a circle.
    held = select(stock).where(stock.c.store == store, stock.c.sku.in_(skus)).order_by(stock.c.sku)
    levels = connection.execute(held.with_for_update() if locked else held).all()
    counted = (
        select(order_reservations.c.sku, func.sum(order_reservations.c.quantity).label("quantity"))
        .where(order_reservations.c.store == store, order_reservations.c.sku.in_(skus))
        .group_by(order_reservations.c.sku)
    )
    promised = {row.sku: int(row.quantity) for row in connection.execute(counted)}
    return {level.sku: max(0, level.quantity - promised.get(level.sku, 0)) for level in levels}


def reserve(connection: Connection, order: UUID, store: str, wanted: Mapping[str, int]) -> tuple[str, ...]:
    """Promise an order what it wants of a store's stock; gives the SKUs of which there are too few, in order."""
    there = available(connection, store, frozenset(wanted), locked=True)
    missing = tuple(sorted(sku for sku, quantity in wanted.items() if there.get(sku, 0) < quantity))
    promised = [
        {"order_id": order, "sku": sku, "store": store, "quantity": quantity}
        for sku, quantity in wanted.items()
        if sku not in missing
    ]
    if promised:
        connection.execute(insert(order_reservations), promised)
    return missing


def release(connection: Connection, order: UUID) -> None:
    """Hold nothing back for an order any more."""
    connection.execute(delete(order_reservations).where(order_reservations.c.order_id == order))
