"""The shop's data on a disk, with nothing in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.local.catalogue_database import CatalogueData

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.local.database import LocalDatabase


def open_catalogue(folder: Path) -> LocalDatabase:
    """A connection, to be closed."""
    return CatalogueData(folder, lambda _database: None).connect()
