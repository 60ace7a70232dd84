"""What is left at the hub of those who were there, once its time is over."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import requests
from sqlalchemy import func, select

from kiosk.hub.app import Clocks, HubLimits, build_hub
from kiosk.hub.database import Database
from kiosk.hub.order_contacts import Contact, keep_contact
from kiosk.hub.server import configure
from kiosk.hub.tables.carts import carts
from kiosk.hub.tables.devices import events
from kiosk.hub.tables.orders import order_contacts
from kiosk.orders.wire import OrderDocument
from tests.kiosk.hub.conftest import Clock, serving, shop_hub_on
from tests.kiosk.hub.steps import Hand, an_id, send
from tests.kiosk.orders.orders import an_order

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


MARK = "marked-4711"
DAY_S = 24 * 3600


def left(database: Database) -> int:
    """Rows that are about somebody."""
    with database.reading() as connection:
        counts = [
            connection.scalar(select(func.count()).select_from(table)) for table in (carts, events, order_contacts)
        ]
    return sum(count or 0 for count in counts)


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < end
        threading.Event().wait(0.05)


def shop_once(database: Database) -> None:
    """A cart, an event and an address."""
    with shop_hub_on(database) as hub:
        kiosk = hub.admit("mirror 1")
        send(kiosk, Hand("k1").step({"kind": "note", "text": MARK}))
        event = {"id": str(an_id()), "kind": "offer_shown", "at_ms": 1, "fields": {"offer": MARK}}
        kiosk.ask("POST", "/v1/events", json={"events": [event]})
        order = an_order()
        answer = kiosk.ask("PUT", f"/v1/orders/{order.id}", json=OrderDocument.of(order).model_dump(mode="json"))
        assert answer.status_code == 200, answer.text
        contact = Contact(name=MARK, street=MARK, postcode="1", city="Athens", country="GR")
        with database.writing() as connection:
            keep_contact(connection, order.id, contact, hub.clock.now_ms())


def test_a_hub_that_is_started_forgets_what_is_over(database: Database) -> None:
    shop_once(database)
    assert left(database) == 3
    clock = Clock()
    clock.now = 91 * DAY_S
    app = build_hub(database, HubLimits(), Clocks(clock, clock.now_ms))
    with serving(configure(app)):
        wait_until(lambda: left(database) == 0)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_forgotten_is_in_no_file(database_url: str, tmp_path: Path) -> None:
    def is_written() -> bool:
        return any(MARK.encode() in path.read_bytes() for path in tmp_path.glob("hub.db*"))

    with closing(Database(database_url)) as database:
        shop_once(database)
        assert is_written()
        clock = Clock()
        clock.now = 91 * DAY_S
        app = build_hub(database, HubLimits(), Clocks(clock, clock.now_ms))
        with serving(configure(app)) as (host, port):
            assert requests.get(f"http://{host}:{port}/v1/health", timeout=10).status_code == 200
            wait_until(lambda: not is_written())
