"""A cart as a phone shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from kiosk.cart.cart import merge
from kiosk.hub.cart_state import find_cart, operations_of
from kiosk.hub.phone_steps import signer_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy import Connection

    from kiosk.cart.cart import Cart
    from kiosk.cart.clock import Stamp
    from kiosk.cart.views import ItemName
    from kiosk.hub.cart_state import HubCart
    from kiosk.hub.devices import Device
    from kiosk.offers.priced_cart import PricedCart

_OWN_STEPS: Final = 100
"""A page sends so many at once: of those of which it does not know whether they have come, all are among them."""


class Shop(Protocol):
    """What the hub's shop knows of what is in carts."""

    def price(self, connection: Connection, cart: Cart, store: str) -> PricedCart:
        """What a cart costs in a store now."""

    def names(self, connection: Connection, cart: Cart) -> Mapping[str, ItemName]:
        """What is written on a cart's lines, of each SKU that the shop has."""


@dataclass(frozen=True, slots=True)
class ShownCart:
    """One cart as it is now for one phone.

    Attributes:
        cart: what is known of it beside what is in it.
        priced, names, note: as in ``kiosk.cart.views.CartView``.
        observed: of each device, the last of its steps that is in here.
        latest: the last stamp of all that is in here; None while nothing is.
        own: the phone's own last steps that are in here, 100 at most.
    """

    cart: HubCart
    priced: PricedCart
    names: Mapping[str, ItemName]
    note: str
    observed: Mapping[str, int]
    latest: Stamp | None
    own: tuple[UUID, ...]


def show_cart(connection: Connection, shop: Shop, cart: UUID, phone: Device, now_ms: int) -> ShownCart:
    """A cart as a phone shows it.

    Raises:
        NoCartError: the phone has no part in it.
    """
    found = find_cart(connection, cart, phone, now_ms)
    operations = operations_of(connection, cart)
    merged = merge(operations)
    observed: dict[str, int] = {}
    for operation in operations:
        observed[operation.device] = max(operation.sequence, observed.get(operation.device, 0))
    return ShownCart(
        cart=found,
        priced=shop.price(connection, merged, found.store),
        names=shop.names(connection, merged),
        note=merged.note,
        observed=observed,
        latest=max((operation.stamp for operation in operations), default=None),
        own=tuple(operation.id for operation in operations if operation.device == signer_of(phone))[-_OWN_STEPS:],
    )
