"""Carts: what was done to each, by whom, and in which order the hub took it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text, Uuid

from kiosk.hub.tables.devices import devices
from kiosk.hub.tables.metadata import METADATA

carts: Final = Table(
    "carts",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("store", String(40), nullable=False),
    Column("state", String(8), nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Column("updated_ms", BigInteger, nullable=False, index=True),
    Column("lease_device", ForeignKey(devices.c.id, ondelete="SET NULL")),
    Column("lease_order", Uuid),
    Column("lease_until_ms", BigInteger),
)
"""``version`` counts what was accepted and changes of state. Of a cart that is gone the row stays for a while, without
what was in it, so that a step that arrives late does not bring it back."""

cart_members: Final = Table(
    "cart_members",
    METADATA,
    Column("cart", ForeignKey(carts.c.id, ondelete="CASCADE"), primary_key=True),
    Column("device", ForeignKey(devices.c.id, ondelete="CASCADE"), primary_key=True),
    Column("joined_ms", BigInteger, nullable=False),
)
"""The devices that may read and change a cart."""

cart_signers: Final = Table(
    "cart_signers",
    METADATA,
    Column("cart", ForeignKey(carts.c.id, ondelete="CASCADE"), primary_key=True),
    Column("signer", String(64), primary_key=True),
    Column("device", ForeignKey(devices.c.id, ondelete="CASCADE"), nullable=False),
    Column("last_sequence", Integer, nullable=False),
)
"""The names under which devices number their steps on a cart, and how far each has come. A device names itself, before
it ever spoke to the hub; in a cart a name belongs to the first device that used it."""

cart_operations: Final = Table(
    "cart_operations",
    METADATA,
    Column("cart", ForeignKey(carts.c.id, ondelete="CASCADE"), primary_key=True),
    Column("signer", String(64), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("id", Uuid, nullable=False),
    Column("version", Integer),
    Column("refusal", String(80)),
    Column("document", Text, nullable=False),
    Index(None, "cart", "id"),
    Index(None, "cart", "version"),
)
"""What was done; accepted ones have a version, refused ones the reason. ``document`` is the operation as JSON."""
