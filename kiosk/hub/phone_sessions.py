"""Phones: each a device of its own, known by a cookie, that sees one cart at a time."""

from __future__ import annotations

import secrets
from enum import Enum
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, exists, insert, select, update

from kiosk.hub.devices import DeviceKind, add_device, new_device, new_token
from kiosk.hub.handoffs import find_handoff, use_handoff
from kiosk.hub.tables.carts import cart_members
from kiosk.hub.tables.devices import devices
from kiosk.hub.tables.handoffs import phone_sessions

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from kiosk.hub.devices import Device

LIFETIME_S: Final = 7 * 24 * 3600
"""How long a phone keeps the cart that it opened."""


_NAME_BYTES: Final = 6
"""No two phones' names are the same: one time in 60,000 among 100,000 phones."""


class Refusal(Enum):
    """Why a code lets a phone into no cart; the values are those of the page's words."""

    USED = "used"
    EXPIRED = "expired"


def open_cart(connection: Connection, code: str, phone: Device | None, now_ms: int) -> str | Refusal | None:
    """Let a phone into a cart by a code.

    Args:
        connection: of a writing transaction.
        code: what the phone read.
        phone: the phone, where it was here before.
        now_ms: milliseconds since 1970 in UTC.

    Returns:
        The token of a phone that is new, None for one that was here before, or why it is not let in. The code that a
        phone itself used is as good to it as new, as long as there is the cart.
    """
    handoff = find_handoff(connection, code, now_ms)
    if handoff is None:
        return Refusal.EXPIRED
    if handoff.used_by is not None and (phone is None or phone.id != handoff.used_by):
        return Refusal.USED
    token = None
    if phone is None:
        token = new_token()
        phone = new_device(f"Phone {secrets.token_hex(_NAME_BYTES)}", handoff.store, DeviceKind.PHONE)
        add_device(connection, phone, token, now_ms)
    use_handoff(connection, code, handoff.cart, phone.id, now_ms)
    _see(connection, phone.id, handoff.cart, now_ms)
    return token


def seen_cart(connection: Connection, phone: UUID, now_ms: int) -> UUID | None:
    """The cart that a phone sees; None when that is over."""
    session = select(phone_sessions.c.cart).where(phone_sessions.c.device == phone, phone_sessions.c.ends_ms > now_ms)
    return connection.scalar(session)


def leave_cart(connection: Connection, phone: UUID, now_ms: int) -> None:
    """Have a phone see no cart, and not be let in any more by its cookie."""
    connection.execute(delete(phone_sessions).where(phone_sessions.c.device == phone))
    connection.execute(update(devices).where(devices.c.id == phone).values(revoked_ms=now_ms))


def _see(connection: Connection, phone: UUID, cart: UUID, now_ms: int) -> None:
    connection.execute(delete(phone_sessions).where(phone_sessions.c.device == phone))
    connection.execute(insert(phone_sessions).values(device=phone, cart=cart, ends_ms=now_ms + LIFETIME_S * 1000))


def purge_phones(connection: Connection, now_ms: int) -> None:
    """Forget phones that see no cart any more and have a part in none."""
    connection.execute(delete(phone_sessions).where(phone_sessions.c.ends_ms <= now_ms))
    connection.execute(
        delete(devices).where(
            devices.c.kind == DeviceKind.PHONE.value,
            ~exists().where(phone_sessions.c.device == devices.c.id),
            ~exists().where(cart_members.c.device == devices.c.id),
        )
    )
