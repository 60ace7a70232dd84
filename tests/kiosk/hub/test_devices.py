"""Who is let in, for how long, and how often."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from kiosk.hub.admin import dismiss_device
from kiosk.hub.app import HubLimits
from kiosk.hub.database import Database
from kiosk.hub.devices import DeviceKind, hash_token
from kiosk.hub.tables.devices import devices, events
from tests.kiosk.hub.conftest import shop_hub_on
from tests.kiosk.hub.steps import Hand, an_id, send

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kiosk.hub.conftest import ShopHub


def test_a_revoked_device_is_refused_within_5_seconds(shop_hub: ShopHub) -> None:
    kiosk = shop_hub.admit("mirror 1")
    other = shop_hub.admit("mirror 2")
    assert kiosk.ask("GET", "/v1/devices/me").status_code == 200
    dismiss_device(shop_hub.database, "mirror 1")
    shop_hub.clock.now += 5
    refused = kiosk.ask("POST", "/v1/operations", json={"operations": [Hand("k1").step()]})
    assert (refused.status_code, refused.json()["type"]) == (401, "urn:vitrine:revoked")
    assert other.ask("GET", "/v1/devices/me").status_code == 200


def test_a_device_learns_who_it_is(shop_hub: ShopHub) -> None:
    till = shop_hub.admit("till 1", DeviceKind.TILL, "patras")
    assert till.ask("GET", "/v1/devices/me").json() == {"name": "till 1", "store": "patras", "kind": "till"}


def test_of_a_token_only_its_digest_is_kept(shop_hub: ShopHub) -> None:
    kiosk = shop_hub.admit("mirror 1")
    with shop_hub.database.reading() as connection:
        (row,) = connection.execute(devices.select()).all()
    assert row.token_hash == hash_token(kiosk.token)
    assert kiosk.token not in str(row)


def test_who_asks_too_often_is_told_so_and_the_others_are_not(database_url: str) -> None:
    limits = HubLimits(device_per_minute=60, device_burst=3)
    with closing(Database(database_url)) as database, shop_hub_on(database, limits) as hub:
        greedy, modest = hub.admit("mirror 1"), hub.admit("mirror 2")
        answers = [greedy.ask("GET", "/v1/devices/me") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert answers[-1].headers["Retry-After"] == "1"
        assert modest.ask("GET", "/v1/devices/me").status_code == 200


def test_who_guesses_tokens_is_slowed_down(shop_hub: ShopHub) -> None:
    kiosk = shop_hub.admit("mirror 1")
    answers = {
        shop_hub.session.get(
            f"{shop_hub.url}/v1/devices/me", headers={"Authorization": f"Bearer guess-{guess}"}, timeout=5
        ).status_code
        for guess in range(40)
    }
    assert answers == {401, 429}
    assert kiosk.ask("GET", "/v1/devices/me").status_code == 200


def test_what_happened_is_kept_once(shop_hub: ShopHub) -> None:
    kiosk = shop_hub.admit("mirror 1")
    event = {"id": str(an_id()), "kind": "offer_shown", "at_ms": 1, "fields": {"offer": "happy-hour", "held": False}}
    other = event | {"id": str(an_id())}
    for sent in ([event], [event, other], [other, other]):
        assert kiosk.ask("POST", "/v1/events", json={"events": sent}).status_code == 204
    with shop_hub.database.reading() as connection:
        assert len(connection.execute(events.select()).all()) == 2
    wrong = event | {"fields": {"face": "x" * 81}}
    assert kiosk.ask("POST", "/v1/events", json={"events": [wrong]}).status_code == 422


def test_how_the_hub_is_needs_no_token(shop_hub: ShopHub) -> None:
    answer = shop_hub.session.get(f"{shop_hub.url}/v1/health", timeout=5)
    assert answer.json()["status"] == answer.json()["database"] == "ok"


def test_a_hub_whose_database_is_gone_says_so_and_to_try_again(tmp_path: Path, empty_sqlite: Path) -> None:
    path = tmp_path / "hub.db"
    path.write_bytes(empty_sqlite.read_bytes())
    with closing(Database(f"sqlite:///{path}")) as database, shop_hub_on(database) as hub:
        kiosk = hub.admit("mirror 1")
        send(kiosk, Hand("k1").step())
        database._engine.dispose()
        path.unlink()
        path.mkdir()
        health = hub.session.get(f"{hub.url}/v1/health", timeout=30)
        assert (health.status_code, health.json()["status"]) == (503, "failing")
        answer = kiosk.ask("POST", "/v1/operations", json={"operations": [Hand("k1").step()]})
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
        assert answer.headers["Content-Type"] == "application/problem+json"
