"""How the kiosk's database came to be what it is: scripts that only ever go forward.

A script that was released is never changed; what is to be different comes with a new one at the end.
"""

from __future__ import annotations

from typing import Final

_CARTS: Final = """
CREATE TABLE device (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    id TEXT NOT NULL
) STRICT;

CREATE TABLE cart (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    sequence INTEGER NOT NULL,  -- the last that this device used in this cart
    version INTEGER NOT NULL,   -- the last of the hub's that this device has
    offered INTEGER NOT NULL,   -- the hub has steps of it, or may have
    shared INTEGER NOT NULL,    -- another device has it, or may have
    left INTEGER NOT NULL,      -- its visit is over: it goes as soon as the hub has everything
    lease TEXT                  -- JSON: who takes payment for it
) STRICT, WITHOUT ROWID;

CREATE TABLE operation (
    cart TEXT NOT NULL REFERENCES cart (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (cart, device, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('operation', 'order', 'abandon', 'event')),
    cart TEXT,         -- none for an event
    device TEXT,       -- of a step, which is with its cart
    sequence INTEGER,  -- of a step
    id TEXT,           -- of a step or an order
    document TEXT,     -- of an order or an event
    made_ms INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX outbox_step ON outbox (cart, device, sequence) WHERE kind = 'operation';
CREATE INDEX outbox_kind ON outbox (kind, number);
CREATE INDEX outbox_cart ON outbox (cart);

CREATE TABLE parked (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    cart TEXT,
    id TEXT,
    document TEXT,     -- none for a step whose visit is over
    made_ms INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT;
"""

_ORDERS: Final = """
CREATE TABLE placed_order (
    id TEXT PRIMARY KEY,
    cart TEXT NOT NULL UNIQUE REFERENCES cart (id) ON DELETE CASCADE,
    document TEXT NOT NULL,
    status TEXT        -- JSON, what the hub told last
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    order_id TEXT NOT NULL,  -- may be forgotten before it is known what became of its payment
    code TEXT NOT NULL,
    minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    outcome TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    -- Of a payment at the till: the hub knows what becomes of it, so that it goes with its order.
    goes_with TEXT REFERENCES placed_order (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX payment_order ON payment (order_id);
CREATE INDEX payment_open ON payment (is_open) WHERE is_open;
CREATE INDEX payment_goes_with ON payment (goes_with);
"""

MIGRATIONS: Final = (_CARTS, _ORDERS)
"""The script that leads from each version to the next, beginning with an empty file."""
