"""A hub on loopback, in a thread of the test's own process, whose clock is set by hand."""

from __future__ import annotations

import secrets
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import requests
import uvicorn

from kiosk.hub.app import build_hub
from kiosk.hub.pictures import PictureLimits
from kiosk.hub.server import configure, listen
from kiosk.hub_address import HubAddress

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

TOKEN = "a kiosk's token that is long enough"  # noqa: S105 - of no other hub
LIMITS = PictureLimits(lifetime=600, servings=3, pictures=4, size=20_000, total=60_000)


class Clock:
    """Seconds that go by when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


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


class _Server(uvicorn.Server):
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
def served_hub() -> Iterator[Hub]:
    clock = Clock()
    with serving(configure(build_hub(TOKEN, LIMITS, clock))) as (host, port), requests.Session() as session:
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
