"""An order: what was bought as it was shown, and the way that it goes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from kiosk.money import Money


class OrderKind(StrEnum):
    """How the goods come to the shopper.

    ``TILL``: they are in the shopper's hands and are paid at the till. ``COLLECT``: a shop lays them ready, and they
    are paid when they are fetched. ``SHIP``: they are paid at the till and sent home.
    """

    TILL = "till"
    COLLECT = "collect"
    SHIP = "ship"


class OrderState(StrEnum):
    """Where an order stands.

    ``PLACED``: it was made, and nobody but its maker knows it, or the shop has still to find the goods.
    """

    PLACED = "placed"
    AWAITING_PAYMENT = "awaiting_payment"
    PAID = "paid"
    PREPARING = "preparing"
    READY = "ready"
    SHIPPED = "shipped"
    COLLECTED = "collected"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    RETURN_STARTED = "return_started"
    RETURNED = "returned"


_S = OrderState

WAYS: Final[Mapping[OrderKind, tuple[OrderState, ...]]] = {
    OrderKind.TILL: (_S.PLACED, _S.AWAITING_PAYMENT, _S.PAID),
    OrderKind.COLLECT: (_S.PLACED, _S.PREPARING, _S.READY, _S.PAID, _S.COLLECTED),
    OrderKind.SHIP: (_S.PLACED, _S.AWAITING_PAYMENT, _S.PAID, _S.PREPARING, _S.SHIPPED, _S.DELIVERED),
}
"""The way of each kind when nothing comes between, in order."""

RETURNABLE: Final[Mapping[OrderKind, frozenset[OrderState]]] = {
    OrderKind.TILL: frozenset({_S.PAID}),
    OrderKind.COLLECT: frozenset({_S.COLLECTED}),
    OrderKind.SHIP: frozenset({_S.DELIVERED}),
}
"""Where a return can be started: what is not paid is cancelled, what has not come is waited for."""

SETTLED: Final = frozenset({_S.CANCELLED, _S.RETURNED})
"""Nothing comes after these."""


@dataclass(frozen=True, slots=True)
class OrderStep:
    """When an order came to a state, milliseconds since 1970 in UTC by the hub's clock."""

    state: OrderState
    at_ms: int


class OrderError(Exception):
    """What is asked of an order cannot be done to it now; one sentence."""


def next_states(kind: OrderKind, state: OrderState) -> frozenset[OrderState]:
    """Where an order of this kind can go from here; going nowhere is always allowed and not among them."""
    if state in SETTLED:
        return frozenset()
    if state is _S.RETURN_STARTED:
        return frozenset({_S.RETURNED})
    way = WAYS[kind]
    here = way.index(state)
    further = set(way[here + 1 : here + 2])
    if here < way.index(_S.PAID):
        further.add(_S.CANCELLED)
    if state in RETURNABLE[kind]:
        further.add(_S.RETURN_STARTED)
    return frozenset(further)


def payable(kind: OrderKind, state: OrderState) -> bool:
    """Whether the till can take money for it now."""
    return _S.PAID in next_states(kind, state)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """What was bought of one SKU, as the shopper saw it.

    Attributes:
        sku: the shop's key.
        quantity: 1 or more.
        options: what was chosen for it, such as ``gift_wrap``.
        unit_price: of one, before offers, tax included.
        discount: what offers took off the whole line, 0 or more.
        total: what the line comes to.
    """

    sku: str
    quantity: int
    options: Mapping[str, str]
    unit_price: Money
    discount: Money
    total: Money


@dataclass(frozen=True, slots=True)
class Order:
    """An order as it was made, which never changes.

    Attributes:
        id: a UUIDv7.
        code: its public code (``kiosk.orders.code``).
        kind: how the goods come to the shopper.
        cart: the cart that it was.
        store: where it was made, or, to be fetched, the shop that lays it ready.
        lines: what was bought, one line a SKU, at least one.
        coupons: the coupons that were handed in.
        total: what the shopper saw and agreed to pay, tax included.
        placed_ms: when, milliseconds since 1970 in UTC, as the maker's clock said.
    """

    id: UUID
    code: str
    kind: OrderKind
    cart: UUID
    store: str
    lines: tuple[OrderLine, ...]
    coupons: tuple[str, ...]
    total: Money
    placed_ms: int

    def __post_init__(self) -> None:
        """See that the lines add up to the total."""
        if not self.lines or len({line.sku for line in self.lines}) != len(self.lines):
            raise ValueError("an order has at least one line, and one of each SKU")
        if sum(line.total.minor for line in self.lines) != self.total.minor:
            raise ValueError("the lines do not add up to the total")


@dataclass(frozen=True, slots=True)
class OrderStatus:
    """Where an order stands, without anything about who bought it.

    Attributes:
        id, code, kind, store: the order's own.
        state: where it is.
        shown: the total that the shopper saw.
        charged: what they pay: never more than that.
        ready_ms: when it can be fetched, at the earliest, milliseconds since 1970 in UTC; None where nothing is to be
            fetched, or nobody knows yet.
        missing: SKUs that the store has still to find.
        steps: where it has been, in order, the last being where it is.
    """

    id: UUID
    code: str
    kind: OrderKind
    store: str
    state: OrderState
    shown: Money
    charged: Money
    ready_ms: int | None
    missing: tuple[str, ...]
    steps: tuple[OrderStep, ...]
