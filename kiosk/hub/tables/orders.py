"""Orders: what was bought, where it has been, who paid, what comes back, and, apart from all that, where to send it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, String, Table, Text, Uuid

from kiosk.hub.tables.metadata import METADATA

orders: Final = Table(
    "orders",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("code", String(10), nullable=False, unique=True),
    Column("cart", Uuid, nullable=False, unique=True),
    Column("kind", String(8), nullable=False),
    Column("state", String(16), nullable=False),
    Column("store", String(40), nullable=False),
    Column("fingerprint", LargeBinary(32), nullable=False),
    Column("document", Text, nullable=False),
    Column("charged", Text, nullable=False),
    Column("missing", Text, nullable=False),
    Column("ready_ms", BigInteger),
    Column("receipts_sent", Integer, nullable=False),
    Column("received_ms", BigInteger, nullable=False),
)
"""``document`` is the order as it was made, ``fingerprint`` its SHA-256; ``charged`` the lines as they are paid;
``missing`` the SKUs that the store has still to find. ``store`` is where the goods are handed over."""

order_steps: Final = Table(
    "order_steps",
    METADATA,
    Column("order_id", ForeignKey(orders.c.id, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("state", String(16), nullable=False),
    Column("at_ms", BigInteger, nullable=False),
)
"""Where each order has been, its steps counted from 1; the last is where it is."""

order_payments: Final = Table(
    "order_payments",
    METADATA,
    Column("order_id", ForeignKey(orders.c.id), primary_key=True),
    Column("key", Uuid, nullable=False, unique=True),
    Column("minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("device", Uuid, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
)
"""Money that was taken: once for each order, under the till's own key."""

order_reservations: Final = Table(
    "order_reservations",
    METADATA,
    Column("order_id", ForeignKey(orders.c.id, ondelete="CASCADE"), primary_key=True),
    Column("sku", String(40), primary_key=True),
    Column("store", String(40), nullable=False, index=True),
    Column("quantity", Integer, nullable=False),
)
"""What of a store's stock is promised to somebody; gone with the goods, or with the order."""

order_returns: Final = Table(
    "order_returns",
    METADATA,
    Column("order_id", ForeignKey(orders.c.id, ondelete="CASCADE"), primary_key=True),
    Column("id", Uuid, nullable=False),
    Column("reason", String(200), nullable=False),
    Column("lines", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
)
"""What somebody wants to bring back; ``lines`` is JSON."""

order_contacts: Final = Table(
    "order_contacts",
    METADATA,
    Column("order_id", ForeignKey(orders.c.id, ondelete="CASCADE"), primary_key=True),
    Column("document", Text, nullable=False),
    Column("delete_ms", BigInteger, nullable=False, index=True),
)
"""Where to send what is shipped, as JSON: the only place of all that has a name or an address, deleted by itself."""
