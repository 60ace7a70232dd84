"""What is done to a cart: small steps that can be sent late, twice and in any order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from kiosk.cart.clock import Stamp
    from kiosk.money import Money


@dataclass(frozen=True, slots=True)
class Add:
    """So many more of a line.

    Attributes:
        sku: whose line.
        quantity: how many, 1 or more.
        price_seen: what one cost on the screen on which it was added, tax included, before offers.
    """

    sku: str
    quantity: int
    price_seen: Money


@dataclass(frozen=True, slots=True)
class Take:
    """So many fewer of a line, which stays."""

    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Remove:
    """A line goes, with all that the device knew of it.

    Attributes:
        sku: whose line.
        observed: of each device, the last sequence in this cart that the remover had seen. What others added without
            its knowing stays.
    """

    sku: str
    observed: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SetOption:
    """A choice about a line, such as ``gift_wrap``; the last one by the clock counts. An empty ``value`` is none."""

    sku: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SetCoupon:
    """A coupon is handed in, or (``applied`` false) taken back; the last one by the clock counts."""

    code: str
    applied: bool


@dataclass(frozen=True, slots=True)
class SetNote:
    """What the shopper wants the shop to know; the last one by the clock counts. Empty is none."""

    text: str


Action = Add | Take | Remove | SetOption | SetCoupon | SetNote


@dataclass(frozen=True, slots=True)
class Operation:
    """One step on one cart.

    Attributes:
        id: a UUIDv7, the step's idempotency key.
        cart: a UUIDv7.
        device: who did it: a kiosk, a phone, a till.
        sequence: counts the device's steps on this cart: 1, 2, 3, without a gap.
        stamp: when.
        action: what.
    """

    id: UUID
    cart: UUID
    device: str
    sequence: int
    stamp: Stamp
    action: Action
