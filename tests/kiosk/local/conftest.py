"""What tests of the kiosk's own data share."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kiosk.local.database import LocalData
from tests.kiosk.local.disks import Disk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A kiosk's data in an empty folder, and one connection to it."""
    data = LocalData(tmp_path / "data")
    with closing(data.connect()) as database:
        yield Disk(tmp_path / "data", data, database)
