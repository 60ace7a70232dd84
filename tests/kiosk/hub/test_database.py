"""The database's form, and what happens to it when hubs share it and die."""

from __future__ import annotations

import asyncio
import os
import pkgutil
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
import requests
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

import kiosk.hub.tables
from kiosk.hub.database import UNAVAILABLE, Database
from kiosk.hub.errors import HubError
from kiosk.hub.tables.carts import cart_operations, carts
from kiosk.hub.tables.metadata import METADATA
from tests.kiosk.hub.conftest import admit
from tests.kiosk.hub.processes import hub_process
from tests.kiosk.hub.steps import Hand
from tests.postgres import make_database

if TYPE_CHECKING:
    from pathlib import Path

KIOSKS = 6
STEPS = int(os.environ.get("HUB_KILL_STEPS", "40"))
"""Of each kiosk."""


def test_the_migrations_lead_to_the_tables_as_they_are(database: Database) -> None:
    for module in pkgutil.iter_modules(kiosk.hub.tables.__path__):
        import_module(f"kiosk.hub.tables.{module.name}")
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_database_that_is_away_is_told_as_such_when_its_log_is_to_be_emptied(tmp_path: Path) -> None:
    with closing(Database(f"sqlite:///{tmp_path / 'gone' / 'hub.db'}")) as database, pytest.raises(UNAVAILABLE):
        asyncio.run(database.scrub())


def test_hubs_that_start_together_on_an_empty_database_take_turns(postgres: str, tmp_path: Path) -> None:
    for url in (make_database(postgres, uuid4().hex), f"sqlite:///{tmp_path / 'new.db'}"):
        with ExitStack() as stack:
            databases = [stack.enter_context(closing(Database(url))) for _ in range(4)]
            with ThreadPoolExecutor(4) as threads:
                list(threads.map(Database.migrate, databases))


def test_a_database_of_a_newer_hub_is_left_alone(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(HubError, match="newer hub"):
        database.migrate()


def test_what_a_hub_keeps_in_files_is_for_nobody_else(tmp_path: Path) -> None:
    with closing(Database(f"sqlite:///{tmp_path / 'new.db'}")) as database:
        database.migrate()
        with database.reading():
            modes = {path.name: oct(path.stat().st_mode & 0o777) for path in tmp_path.iterdir()}
    assert modes["new.db"] == "0o600"
    assert set(modes.values()) == {"0o600"}


def test_what_is_undone_by_an_error_was_never_there(database: Database) -> None:
    row = {"id": uuid4(), "store": "x", "state": "open", "version": 0, "created_ms": 0, "updated_ms": 0}

    def begin_and_fail() -> None:
        with database.writing() as connection:
            connection.execute(carts.insert().values(row))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        begin_and_fail()
    with database.reading() as connection:
        assert connection.execute(carts.select()).all() == []


class Kiosk:
    """Sends steps to whichever hub answers, each until it knows what became of it."""

    def __init__(self, urls: list[str], token: str, name: str) -> None:
        self._urls = urls
        self._headers = {"Authorization": f"Bearer {token}"}
        self.hand = Hand(name)
        self.sent: list[dict[str, Any]] = []

    def work(self, acknowledged: threading.Semaphore) -> None:
        with requests.Session() as session:
            for turn in range(STEPS):
                step = self.hand.step()
                self.sent.append(step)
                while not self._is_taken(session, step, turn):
                    turn += 1  # noqa: PLW2901 - the other hub
                acknowledged.release()

    def _is_taken(self, session: requests.Session, step: dict[str, Any], turn: int) -> bool:
        url = self._urls[turn % len(self._urls)]
        try:
            answer = session.post(
                f"{url}/v1/operations", json={"operations": [step]}, headers=self._headers, timeout=10
            )
        except requests.RequestException:
            return False
        assert answer.status_code in {200, 503}, answer.text
        return answer.status_code == 200 and answer.json()["results"][0]["status"] in {"accepted", "duplicate"}


def test_of_two_hubs_one_is_killed_and_nothing_is_lost_or_doubled(postgres: str, tmp_path: Path) -> None:
    url = make_database(postgres, uuid4().hex, "empty")
    with closing(Database(url)) as database, ExitStack() as stack:
        tokens = [admit(database, f"mirror {n}")[1] for n in range(KIOSKS)]
        hubs = [stack.enter_context(hub_process(url, tmp_path / f"log-{n}")) for n in range(2)]
        kiosks = [Kiosk([address for _, address in hubs], token, f"k{n}") for n, token in enumerate(tokens)]
        acknowledged = threading.Semaphore(0)
        with ThreadPoolExecutor(KIOSKS) as threads:
            working = [threads.submit(kiosk.work, acknowledged) for kiosk in kiosks]
            for _ in range(KIOSKS * STEPS // 3):
                assert acknowledged.acquire(timeout=30)
            hubs[0][0].send_signal(signal.SIGKILL)
            for done in working:
                done.result(60)
        with database.reading() as connection:
            for kiosk_ in kiosks:
                kept = connection.execute(
                    cart_operations.select()
                    .where(cart_operations.c.cart == kiosk_.hand.cart)
                    .order_by(cart_operations.c.version)
                ).all()
                assert [str(row.id) for row in kept] == [step["id"] for step in kiosk_.sent]
                assert [row.version for row in kept] == list(range(1, STEPS + 1))
