"""Orders for tests."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from uuid6 import uuid7

from kiosk.money import Money
from kiosk.orders.code import new_code
from kiosk.orders.order import Order, OrderKind, OrderLine

if TYPE_CHECKING:
    from collections.abc import Sequence


def euros(minor: int) -> Money:
    return Money(minor, "EUR")


def a_line(sku: str = "VH-412", quantity: int = 2, unit: int = 3200, discount: int = 500) -> OrderLine:
    total = euros(quantity * unit - discount)
    return OrderLine(sku, quantity, {"gift_wrap": "yes"}, euros(unit), euros(discount), total)


def an_order(
    kind: OrderKind = OrderKind.TILL,
    lines: Sequence[OrderLine] = (a_line(),),
    store: str = "harbour",
    coupons: tuple[str, ...] = (),
) -> Order:
    total = euros(sum(line.total.minor for line in lines))
    code = new_code(secrets.randbelow)
    return Order(uuid7(), code, kind, uuid7(), store, tuple(lines), coupons, total, 1_795_000_000_000)
