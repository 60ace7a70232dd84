"""The sample shop on a kiosk's disk, as its hub tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.browsing import open_shop
from kiosk.shop_opening import sample_seed

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from kiosk.browsing import ShopReader
    from kiosk.catalogue import Catalogue


def open_sample_shop(folder: Path, catalogue: Catalogue) -> AbstractContextManager[ShopReader]:
    """The shop in the first of its stores, with the stock of all."""
    return open_shop(folder, sample_seed(catalogue))
