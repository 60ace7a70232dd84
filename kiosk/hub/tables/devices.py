"""Devices: kiosks, tills, staff's screens and phones, and what each has told."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, LargeBinary, String, Table, Text, Uuid

from kiosk.hub.tables.metadata import METADATA

devices: Final = Table(
    "devices",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("name", String(64), nullable=False, unique=True),
    Column("store", String(40), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True),
    Column("created_ms", BigInteger, nullable=False),
    Column("revoked_ms", BigInteger),
)
"""Who may speak to the hub; of a token, its SHA-256 only."""

events: Final = Table(
    "events",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("device", ForeignKey(devices.c.id, ondelete="CASCADE"), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("received_ms", BigInteger, nullable=False, index=True),
    Column("fields", Text, nullable=False),
)
"""What happened before the screens, without anybody's identity; ``fields`` is a JSON object."""
