"""Hubs on loopback, in a thread of the test's own process, on both databases, whose clocks are set by hand."""

from __future__ import annotations

import secrets
import shutil
import threading
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
import requests

from kiosk.hub.app import Clocks, HubLimits, build_hub
from kiosk.hub.database import Database
from kiosk.hub.devices import DeviceKind, add_device, new_device
from kiosk.hub.pictures import PictureLimits
from kiosk.hub.server import HubServer, configure, listen
from kiosk.hub.tables.metadata import METADATA
from kiosk.hub_address import HubAddress
from tests.postgres import make_database, running_postgres

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import uvicorn

    from kiosk.hub.cart_watch import CartWatch
    from kiosk.hub.devices import Device
    from kiosk.hub.receipt_post import ReceiptPost

TOKEN = "a kiosk's token that is long enough"  # noqa: S105 - of no other hub
LIMITS = PictureLimits(lifetime=600, servings=3, pictures=4, size=20_000, total=60_000)


class Clock:
    """Seconds that go by when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def now_ms(self) -> int:
        """What o'clock it is."""
        return 1_800_000_000_000 + round(self.now * 1000)


@dataclass
class Hub:
    """What a kiosk and a phone ask a hub."""

    address: HubAddress
    clock: Clock
    session: requests.Session

    def put(self, body: bytes, name: str = "", **headers: str) -> requests.Response:
        """Hand in a picture, under a name of its own unless one is given."""
        sent = {"Content-Type": "image/jpeg", "Authorization": f"Bearer {self.address.token}", **headers}
        return self.session.put(
            f"{self.address.url}/v1/pictures/{name or a_name()}", data=body, headers=sent, timeout=10
        )

    def hold(self, body: bytes) -> str:
        """Hand in a picture; the address of its page."""
        answer = self.put(body)
        assert answer.status_code == 201, answer.text
        return f"{self.address.url}{answer.json()['page']}"

    def get(self, url: str, language: str = "") -> requests.Response:
        return self.session.get(url, headers={"Accept-Language": language}, timeout=10)


class _Server(HubServer):
    """Says when it is ready."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@contextmanager
def serving(config: uvicorn.Config) -> Iterator[tuple[str, int]]:
    """A server in a thread of its own, on loopback; yields where."""
    listening = listen("127.0.0.1", 0)
    server = _Server(config)
    thread = threading.Thread(target=server.run, args=([listening],), name="hub")
    thread.start()
    assert server.ready.wait(10)
    yield listening.getsockname()
    server.should_exit = True
    thread.join()
    listening.close()


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database's file, in its newest form, to be copied."""
    path = tmp_path_factory.mktemp("hub") / "empty.db"
    with closing(Database(f"sqlite:///{path}")) as database:
        database.migrate()
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A server with a database named ``empty``, in its newest form, to be copied."""
    with running_postgres() as server:
        with closing(Database(make_database(server, "empty"))) as database:
            database.migrate()
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, postgres: str, empty_sqlite: Path, tmp_path: Path) -> str:
    """A database of the test's own, in its newest form, of each kind."""
    if request.param == "postgresql":
        return make_database(postgres, uuid4().hex, "empty")
    shutil.copy(empty_sqlite, tmp_path / "hub.db")
    return f"sqlite:///{tmp_path / 'hub.db'}"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with closing(Database(database_url)) as database:
        yield database


@dataclass
class ShopHub:
    """A hub with its database, and how devices speak to it."""

    url: str
    database: Database
    clock: Clock
    session: requests.Session
    watch: CartWatch

    def admit(self, name: str, kind: DeviceKind = DeviceKind.KIOSK, store: str = "athens") -> Asker:
        """Let a device in; what speaks for it."""
        return Asker(self, *admit(self.database, name, kind, store))


@dataclass
class Asker:
    """A device that asks the hub."""

    hub: ShopHub
    device: Device
    token: str

    def ask(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, **options: Any
    ) -> requests.Response:
        """Ask; ``path`` begins with a slash."""
        shown = {"Authorization": f"Bearer {self.token}", **(headers or {})}
        return self.hub.session.request(method, self.hub.url + path, headers=shown, timeout=30, **options)


@contextmanager
def shop_hub_on(
    database: Database, limits: HubLimits | None = None, post: ReceiptPost | None = None
) -> Iterator[ShopHub]:
    """Serve a hub on a database."""
    clock = Clock()
    app = build_hub(database, limits or HubLimits(), Clocks(clock, clock.now_ms), post)
    with serving(configure(app)) as (host, port), requests.Session() as session:
        yield ShopHub(f"http://{host}:{port}", database, clock, session, app.state.watch)


@pytest.fixture(scope="session")
def shop_hubs(
    postgres: str, empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, ShopHub]]:
    """A hub on each kind of database, for as long as there are tests."""
    path = tmp_path_factory.mktemp("hub") / "hub.db"
    shutil.copy(empty_sqlite, path)
    urls = {"sqlite": f"sqlite:///{path}", "postgresql": make_database(postgres, uuid4().hex, "empty")}
    with ExitStack() as stack:
        databases = {kind: stack.enter_context(closing(Database(url))) for kind, url in urls.items()}
        yield {kind: stack.enter_context(shop_hub_on(database)) for kind, database in databases.items()}


@pytest.fixture(params=["sqlite", "postgresql"])
def shop_hub(request: pytest.FixtureRequest, shop_hubs: dict[str, ShopHub]) -> ShopHub:
    """A hub with nothing in it, on each kind of database."""
    hub = shop_hubs[request.param]
    hub.clock.now += 3600
    with hub.database.writing() as connection:
        for table in reversed(METADATA.sorted_tables):
            connection.execute(table.delete())
    return hub


def admit(
    database: Database, name: str, kind: DeviceKind = DeviceKind.KIOSK, store: str = "athens", token: str = ""
) -> tuple[Device, str]:
    """Let a device in; the device, and its token."""
    device, token = new_device(name, store, kind), token or secrets.token_urlsafe(32)
    with database.writing() as connection:
        add_device(connection, device, token, 0)
    return device, token


@pytest.fixture(scope="session")
def served_hub(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    clock = Clock()
    path = tmp_path_factory.mktemp("hub") / "hub.db"
    shutil.copy(empty_sqlite, path)
    with closing(Database(f"sqlite:///{path}")) as database:
        admit(database, "mirror", token=TOKEN)
        app = build_hub(database, HubLimits(pictures=LIMITS), Clocks(clock, clock.now_ms))
        with serving(configure(app)) as (host, port), requests.Session() as session:
            url = f"http://{host}:{port}"
            yield Hub(HubAddress(url, url, TOKEN), clock, session)


@pytest.fixture
def hub(served_hub: Hub) -> Hub:
    """As if nobody had been there for an hour."""
    served_hub.clock.now += 3600
    return served_hub


def a_name() -> str:
    """A picture's, which no other has."""
    return secrets.token_urlsafe(18)


def jpeg(size: int = 1000, filling: bytes = b"x") -> bytes:
    """What begins and ends as a JPEG does."""
    return b"\xff\xd8\xff" + filling * (size - 5) + b"\xff\xd9"
