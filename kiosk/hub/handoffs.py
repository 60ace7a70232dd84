"""Handing a cart to one more device: a code that opens it once, and soon not at all."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import and_, delete, func, insert, or_, select, update

from kiosk.cart.views import CartState
from kiosk.hub.cart_state import add_member
from kiosk.hub.tables.carts import cart_members, carts
from kiosk.hub.tables.handoffs import handoffs

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

LIFETIME_S: Final = 300
"""How long a code opens a cart."""

CODE_PATTERN: Final = r"^[A-Za-z0-9_-]{24}$"
MOST_MEMBERS: Final = 32
"""Devices that have a part in a cart; a removal names all whose steps it had seen, and can name 64."""

_CODE_BYTES: Final = 18
"""144 bits, of which base64 makes 24 characters without padding."""


@dataclass(frozen=True, slots=True)
class Handoff:
    """What a code stands for.

    Attributes:
        cart: the cart that it opens, or opened.
        store: where that was begun.
        used_by: the device that used it; None while it is good.
    """

    cart: UUID
    store: str
    used_by: UUID | None


def make_handoff(connection: Connection, cart: UUID, now_ms: int) -> str:
    """Make a code that opens this cart once, and let go of those that nobody used in time."""
    code = secrets.token_urlsafe(_CODE_BYTES)
    connection.execute(delete(handoffs).where(handoffs.c.expires_ms <= now_ms, handoffs.c.used_by.is_(None)))
    connection.execute(
        insert(handoffs).values(code_hash=_digest(code), cart=cart, expires_ms=now_ms + LIFETIME_S * 1000)
    )
    return code


def find_handoff(connection: Connection, code: str, now_ms: int) -> Handoff | None:
    """What a code stands for, kept from everybody else until the transaction ends.

    None alike for a code that never was and for one whose time is over, or whose cart is gone or has no room.
    """
    members = select(func.count()).where(cart_members.c.cart == carts.c.id).scalar_subquery()
    row = connection.execute(
        select(handoffs.c.cart, carts.c.store, handoffs.c.used_by)
        .join(carts, carts.c.id == handoffs.c.cart)
        .where(
            handoffs.c.code_hash == _digest(code),
            or_(and_(handoffs.c.expires_ms > now_ms, members < MOST_MEMBERS), handoffs.c.used_by.is_not(None)),
            carts.c.state != CartState.GONE.value,
        )
        .with_for_update(of=handoffs)
    ).one_or_none()
    return None if row is None else Handoff(row.cart, row.store, row.used_by)


def use_handoff(connection: Connection, code: str, cart: UUID, device: UUID, now_ms: int) -> None:
    """Let the device into the cart by a code that was found to be good in this transaction."""
    connection.execute(update(handoffs).where(handoffs.c.code_hash == _digest(code)).values(used_by=device))
    add_member(connection, cart, device, now_ms)


def _digest(code: str) -> bytes:
    return hashlib.sha256(code.encode("utf-8", "replace")).digest()
