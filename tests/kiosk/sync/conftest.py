"""What tests of the way to the hub share: a hub on SQLite that they may stop, and kiosks on temporary disks."""

from __future__ import annotations

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import pytest

from kiosk.hub.database import Database
from kiosk.local.database import LocalData
from tests.kiosk.local.disks import Disk
from tests.kiosk.sync.mirrors import Mirror, StoppableHub

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[StoppableHub]:
    with closing(Database(f"sqlite:///{tmp_path / 'hub.db'}")) as database:
        database.migrate()
        with StoppableHub(database) as hub:
            yield hub


@pytest.fixture
def mirror(hub: StoppableHub, tmp_path: Path) -> Iterator[Callable[[str], Mirror]]:
    """Begins a kiosk by its name, which ends with the test."""
    with ExitStack() as stack:
        yield lambda name: stack.enter_context(Mirror(tmp_path / name, hub, name))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A kiosk's data, and nothing that sends them."""
    data = LocalData(tmp_path / "data")
    with closing(data.connect()) as database:
        yield Disk(tmp_path / "data", data, database)
