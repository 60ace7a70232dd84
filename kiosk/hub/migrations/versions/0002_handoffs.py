"""Hand-offs, and the phones that came by them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "handoffs",
        sa.Column("code_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("cart", sa.Uuid(), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=False),
        sa.Column("used_by", sa.Uuid()),
        sa.PrimaryKeyConstraint("code_hash", name="pk_handoffs"),
        sa.ForeignKeyConstraint(["cart"], ["carts.id"], name="fk_handoffs_cart", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["used_by"], ["devices.id"], name="fk_handoffs_used_by", ondelete="CASCADE"),
    )
    op.create_index("ix_handoffs_cart", "handoffs", ["cart"])
    op.create_index("ix_handoffs_expires_ms", "handoffs", ["expires_ms"])
    op.create_table(
        "phone_sessions",
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("cart", sa.Uuid(), nullable=False),
        sa.Column("ends_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("device", name="pk_phone_sessions"),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name="fk_phone_sessions_device", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["cart"], ["carts.id"], name="fk_phone_sessions_cart", ondelete="CASCADE"),
    )
    op.create_index("ix_phone_sessions_cart", "phone_sessions", ["cart"])
    op.create_index("ix_phone_sessions_ends_ms", "phone_sessions", ["ends_ms"])
