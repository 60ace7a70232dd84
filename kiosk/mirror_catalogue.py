"""Which of the shop's products lie at the mirror."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from kiosk.local.catalogue_database import FILE_NAME
from kiosk.local.catalogue_store import CatalogueStore
from kiosk.local.database import LocalDatabase
from kiosk.local.errors import LocalDataError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kiosk.catalogue import Catalogue

AT_MIRROR: Final = 60
"""Of each shelf; whatever else is sold can be found, and comes along when it is tried."""


def catalogue_at_mirror(folder: Path, skus: Sequence[str]) -> Catalogue | None:
    """What lies at the mirror, of what a hub told this kiosk; None where none has yet.

    Args:
        folder: where the kiosk keeps its data.
        skus: of what looks are made of, which lies there in any case.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return None
    try:
        with closing(LocalDatabase(path, read_only=True)) as database:
            store = CatalogueStore(database)
            return store.to_try(AT_MIRROR, skus) if store.told_revision() else None
    except (LocalDataError, sqlite3.DatabaseError):
        return None  # It is begun anew, by whoever writes in it first.
