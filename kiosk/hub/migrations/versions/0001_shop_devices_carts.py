"""The shop, its devices, and carts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _shop()
    _devices()
    _carts()


def _shop() -> None:
    op.create_table(
        "shop_revisions",
        sa.Column("part", sa.String(16), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(3)),
        sa.PrimaryKeyConstraint("part", name="pk_shop_revisions"),
    )
    op.create_table(
        "products",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_products"),
    )
    op.create_index("ix_products_revision", "products", ["revision"])
    for name in ("stores", "offers"):
        op.create_table(
            name,
            sa.Column("id", sa.String(40), nullable=False),
            sa.Column("position", sa.Integer(), nullable=False),
            sa.Column("document", sa.Text(), nullable=False),
            sa.Column("revision", sa.BigInteger(), nullable=False),
            sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        )
    op.create_table(
        "stock",
        sa.Column("store", sa.String(40), nullable=False),
        sa.Column("sku", sa.String(40), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "sku", name="pk_stock"),
        sa.ForeignKeyConstraint(["store"], ["stores.id"], name="fk_stock_store", ondelete="CASCADE"),
    )
    op.create_index("ix_stock_revision", "stock", ["revision"])


def _devices() -> None:
    op.create_table(
        "devices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("store", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("revoked_ms", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_devices"),
        sa.UniqueConstraint("name", name="uq_devices_name"),
        sa.UniqueConstraint("token_hash", name="uq_devices_token_hash"),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), nullable=False),
        sa.Column("received_ms", sa.BigInteger(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name="fk_events_device", ondelete="CASCADE"),
    )
    op.create_index("ix_events_received_ms", "events", ["received_ms"])


def _carts() -> None:
    op.create_table(
        "carts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("store", sa.String(40), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("updated_ms", sa.BigInteger(), nullable=False),
        sa.Column("lease_device", sa.Uuid()),
        sa.Column("lease_order", sa.Uuid()),
        sa.Column("lease_until_ms", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_carts"),
        sa.ForeignKeyConstraint(["lease_device"], ["devices.id"], name="fk_carts_lease_device", ondelete="SET NULL"),
    )
    op.create_index("ix_carts_updated_ms", "carts", ["updated_ms"])
    op.create_table(
        "cart_members",
        sa.Column("cart", sa.Uuid(), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("joined_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("cart", "device", name="pk_cart_members"),
        sa.ForeignKeyConstraint(["cart"], ["carts.id"], name="fk_cart_members_cart", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name="fk_cart_members_device", ondelete="CASCADE"),
    )
    op.create_table(
        "cart_signers",
        sa.Column("cart", sa.Uuid(), nullable=False),
        sa.Column("signer", sa.String(64), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("last_sequence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("cart", "signer", name="pk_cart_signers"),
        sa.ForeignKeyConstraint(["cart"], ["carts.id"], name="fk_cart_signers_cart", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name="fk_cart_signers_device", ondelete="CASCADE"),
    )
    op.create_table(
        "cart_operations",
        sa.Column("cart", sa.Uuid(), nullable=False),
        sa.Column("signer", sa.String(64), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer()),
        sa.Column("refusal", sa.String(80)),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("cart", "signer", "sequence", name="pk_cart_operations"),
        sa.ForeignKeyConstraint(["cart"], ["carts.id"], name="fk_cart_operations_cart", ondelete="CASCADE"),
    )
    op.create_index("ix_cart_operations_cart_id", "cart_operations", ["cart", "id"])
    op.create_index("ix_cart_operations_cart_version", "cart_operations", ["cart", "version"])
