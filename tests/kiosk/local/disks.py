"""A kiosk's own data for tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from uuid import UUID

from uuid6 import uuid7

from kiosk.local.cart_store import CartStore
from kiosk.local.outbox import Outbox
from kiosk.money import Money

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.local.database import LocalData, LocalDatabase

NOON: Final = 1_800_000_000_000
PRICE: Final = Money(3200, "EUR")


def new_id() -> UUID:
    return UUID(bytes=uuid7().bytes)


@dataclass
class Disk:
    """A folder, a connection to the database in it, and what is kept there; the clock is moved by hand."""

    folder: Path
    data: LocalData
    database: LocalDatabase
    now_ms: int = NOON
    outbox: Outbox = field(init=False)
    carts: CartStore = field(init=False)

    def __post_init__(self) -> None:
        self.outbox = Outbox(self.database, lambda: self.now_ms)
        self.carts = CartStore(self.database, self.outbox, lambda: self.now_ms, new_id)

    def files(self) -> bytes:
        """All that is in the folder."""
        return b"".join(path.read_bytes() for path in self.folder.iterdir())

    def fill_up(self) -> None:
        """No page more fits on the disk."""
        ((pages,),) = self.database.rows("PRAGMA page_count")
        self.database.execute(f"PRAGMA max_page_count = {pages}")

    def make_room(self) -> None:
        self.database.execute("PRAGMA max_page_count = 1000000")
