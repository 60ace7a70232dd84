"""What a shopper at the mirror has the hub do while they wait for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, Protocol

from kiosk.hub.errors import HubError

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.handoff import HandoffLink, JoinedCart
    from kiosk.orders.order import OrderStatus


class Handoffs(Protocol):
    """Takes carts to phones and back; a ``kiosk.handoff.HandoffCounter``. Every method may raise ``HubError``."""

    def hand_over(self, cart: UUID) -> HandoffLink:
        """A link that lets one phone into a cart."""

    def redeem(self, code: str) -> JoinedCart:
        """The cart behind a code that a phone shows."""

    def read_code(self, text: str) -> str | None:
        """The code in what was scanned; None when it is no link of this shop's hub."""


class Orders(Protocol):
    """Knows orders; a ``kiosk.sync.hub_orders.HubOrders``. Every method may raise ``HubError`` and ``OrderError``."""

    def page(self, code: str) -> str:
        """The address of an order's page, as a phone opens it."""

    def track(self, typed: str) -> OrderStatus | None:
        """Where an order stands; None when there is none of this code."""

    def lease(self, cart: UUID, order: UUID) -> bool:
        """Keep other devices from paying a cart; false when one of them is about to."""

    def release(self, cart: UUID) -> None:
        """Let other devices pay a cart again."""


@dataclass(frozen=True, slots=True)
class HubCounter:
    """All that can be asked there."""

    handoffs: Handoffs
    orders: Orders


class _NoHub:
    """Answers for a hub that is not there."""

    def hand_over(self, cart: UUID) -> NoReturn:
        del cart
        raise _missing()

    def redeem(self, code: str) -> NoReturn:
        del code
        raise _missing()

    def read_code(self, text: str) -> None:
        del text

    def page(self, code: str) -> NoReturn:
        del code
        raise _missing()

    def track(self, typed: str) -> NoReturn:
        del typed
        raise _missing()

    def lease(self, cart: UUID, order: UUID) -> bool:
        del cart, order
        return True

    def release(self, cart: UUID) -> None:
        del cart


def no_hub() -> HubCounter:
    """The counter of a shop without a hub, in which no other device has a cart."""
    nobody = _NoHub()
    return HubCounter(nobody, nobody)


def _missing() -> HubError:
    return HubError("this kiosk knows no hub")
