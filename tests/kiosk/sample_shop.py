"""The sample shop on a kiosk's disk, as its hub tells it."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from kiosk.local.catalogue_database import CatalogueData
from kiosk.shop_opening import sample_seed
from kiosk.shop_reader import ShopReader, sow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.catalogue import Catalogue


@contextmanager
def open_sample_shop(folder: Path, catalogue: Catalogue) -> Iterator[ShopReader]:
    """The shop in the first of its stores, with the stock of all."""
    data = CatalogueData(folder, lambda database: sow(database, sample_seed(catalogue)))
    with closing(data.connect()) as database:
        yield ShopReader(database)
