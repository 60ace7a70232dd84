"""What the hub writes about its troubles names nobody."""

from __future__ import annotations

import logging
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import requests
from sqlalchemy import text

from kiosk.hub.database import Database
from kiosk.hub.log import ReticentFormatter
from tests.kiosk.hub.conftest import admit
from tests.kiosk.hub.processes import hub_process
from tests.kiosk.hub.steps import Hand, an_id

if TYPE_CHECKING:
    from pathlib import Path

EMAIL = "maria.secret@example.com"
ADDRESS = "Odos-Kryfi-17"


def test_no_token_mail_or_address_is_written_whatever_goes_wrong(tmp_path: Path, database_url: str) -> None:
    with closing(Database(database_url)) as database:
        device, token = admit(database, "mirror 1")
        with hub_process(database_url, tmp_path / "log") as (_, url), requests.Session() as session:
            session.headers["Authorization"] = f"Bearer {token}"

            def send(hand: Hand) -> int:
                note = hand.step({"kind": "note", "text": f"{EMAIL}, {ADDRESS}"})
                sent = {"operations": [note]}
                return session.post(f"{url}/v1/operations?for={EMAIL}", json=sent, timeout=10).status_code

            assert send(Hand("k1")) == 200
            session.get(f"{url}/c/{ADDRESS}?mail={EMAIL}", timeout=10)
            session.put(f"{url}/v1/orders/{an_id()}", json={"email": EMAIL, "address": ADDRESS}, timeout=10)
            wrong = {"Authorization": f"Bearer {ADDRESS}"}
            assert session.get(f"{url}/v1/devices/me", headers=wrong, timeout=10).status_code == 401
            with database.writing() as connection:
                connection.execute(text("ALTER TABLE cart_operations RENAME TO misplaced"))
            assert send(Hand("k1")) in {500, 503}
            with database.writing() as connection:
                connection.execute(text("ALTER TABLE carts RENAME COLUMN version TO vision"))
            assert session.get(f"{url}/v1/carts/{an_id()}/changes", timeout=10).status_code in {500, 503}
    log = (tmp_path / "log").read_text()
    assert "kiosk" in log, "what went wrong is written"
    for secret in (token, EMAIL, ADDRESS, str(device.id)):
        assert secret not in log


def fail() -> None:
    try:
        raise ValueError(f"bad address {EMAIL}")  # noqa: TRY301 - on the way to another
    except ValueError as error:
        raise RuntimeError(f"no receipt for {EMAIL}") from error


def test_an_exception_is_named_and_not_quoted() -> None:
    with pytest.raises(RuntimeError) as caught:
        fail()
    about = (type(caught.value), caught.value, caught.tb)
    record = logging.LogRecord("hub", logging.ERROR, "", 0, "task failed\nfuture: %s", (EMAIL,), about)
    written = ReticentFormatter("%(levelname)s: %(message)s").format(record)
    assert written.startswith("ERROR: task failed\n")
    for named in ("builtins.ValueError", "builtins.RuntimeError", "test_log.py"):
        assert named in written
    assert EMAIL not in written
