"""What a screen shows of a cart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from kiosk.local_text import LocalText
    from kiosk.offers.priced_cart import PricedCart
    from kiosk.offers.proposals import Suggestion


class CartState(StrEnum):
    """How far a cart is.

    ``PAYING`` is never stored at the hub: a cart is so while its lease lasts.
    """

    OPEN = "open"
    PAYING = "paying"
    ORDERED = "ordered"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Lease:
    """One device takes payment for a cart; the others wait.

    Attributes:
        order: what is being paid.
        device: who takes it, as shoppers call it ("Mirror by the door").
        is_own: that is this device.
        until_ms: when it lapses unless it is renewed, milliseconds since 1970 in UTC by the hub's clock.
    """

    order: UUID
    device: str
    is_own: bool
    until_ms: int


@dataclass(frozen=True, slots=True)
class ItemName:
    """What is written on a line.

    Attributes:
        brand, product: as the shop calls them.
        shade: which of the product's; None where it has none.
        swatch: the shade's colour, ``#rrggbb``; None where it has none.
    """

    brand: str
    product: LocalText
    shade: LocalText | None = None
    swatch: str | None = None


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """What a shopper is told of.

    Attributes:
        suggestion: which offer, and why.
        article: what accepting it puts into the cart; None for nothing.
    """

    suggestion: Suggestion
    article: ItemName | None


@dataclass(frozen=True, slots=True)
class CartView:
    """One cart as it is now on this device.

    Attributes:
        cart: which; None while nothing was ever put into it.
        priced: its lines and what they come to.
        names: of each SKU of ``priced`` that the shop has.
        note: for the shop.
        state: how far it is.
        unsent: steps that the hub does not have yet.
        lease: who takes payment for it; None when nobody does.
        shared: another device has it too, or may have.
    """

    cart: UUID | None
    priced: PricedCart
    names: Mapping[str, ItemName]
    note: str
    state: CartState
    unsent: int
    lease: Lease | None
    shared: bool
