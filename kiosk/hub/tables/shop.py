"""The shop: products, stores, what is in stock and what is offered, as documents."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, String, Table, Text

from kiosk.hub.tables.metadata import METADATA

shop_revisions: Final = Table(
    "shop_revisions",
    METADATA,
    Column("part", String(16), primary_key=True),
    Column("revision", BigInteger, nullable=False),
    Column("currency", String(3)),
)
"""Of each part (``catalogue``, ``stores``, ``stock``, ``offers``) the revision of its last change; of the catalogue the
currency of its prices."""

products: Final = Table(
    "products",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("revision", BigInteger, nullable=False, index=True),
    Column("removed", Boolean, nullable=False),
)
"""What the shop sells, or has sold; ``document`` is a product of a catalogue file as JSON."""

stores: Final = Table(
    "stores",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("revision", BigInteger, nullable=False),
)

stock: Final = Table(
    "stock",
    METADATA,
    Column("store", ForeignKey(stores.c.id, ondelete="CASCADE"), primary_key=True),
    Column("sku", String(40), primary_key=True),
    Column("quantity", Integer, nullable=False),
    Column("revision", BigInteger, nullable=False, index=True),
)
"""How many of each SKU a store has; one that it no longer has stays, with none."""

offers: Final = Table(
    "offers",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("revision", BigInteger, nullable=False),
)
