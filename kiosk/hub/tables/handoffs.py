"""Hand-offs: codes that let one more device into a cart, and the phones that came in by them."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, LargeBinary, Table

from kiosk.hub.tables.carts import carts
from kiosk.hub.tables.devices import devices
from kiosk.hub.tables.metadata import METADATA

handoffs: Final = Table(
    "handoffs",
    METADATA,
    Column("code_hash", LargeBinary(32), primary_key=True),
    Column("cart", ForeignKey(carts.c.id, ondelete="CASCADE"), nullable=False, index=True),
    Column("expires_ms", BigInteger, nullable=False, index=True),
    Column("used_by", ForeignKey(devices.c.id, ondelete="CASCADE")),
)
"""Of a code, its SHA-256 only."""

phone_sessions: Final = Table(
    "phone_sessions",
    METADATA,
    Column("device", ForeignKey(devices.c.id, ondelete="CASCADE"), primary_key=True),
    Column("cart", ForeignKey(carts.c.id, ondelete="CASCADE"), nullable=False, index=True),
    Column("ends_ms", BigInteger, nullable=False, index=True),
)
"""The cart that a phone sees: the one that it opened last. What its cookie says is the token of its device."""
