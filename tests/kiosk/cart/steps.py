"""Steps on carts for tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from uuid import UUID

from uuid6 import uuid7

from kiosk.cart.clock import Stamp
from kiosk.cart.operation import Operation
from kiosk.money import Money

if TYPE_CHECKING:
    from kiosk.cart.operation import Action

CART: Final = UUID("01900000-0000-7000-8000-000000000001")
PRICE: Final = Money(3200, "EUR")


@dataclass
class Shopper:
    """Does things to one cart on one device, at the times that it is told."""

    device: str
    cart: UUID = CART
    sequence: int = field(default=0, init=False)

    def does(self, action: Action, at: int = 1) -> Operation:
        self.sequence += 1
        return Operation(uuid7(), self.cart, self.device, self.sequence, Stamp(at, self.sequence, self.device), action)
