"""Who takes connections and does not use them does not shut the hub."""

from __future__ import annotations

import http.client
import shutil
import socket
import time
from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from kiosk.hub.app import Clocks, HubLimits, build_hub
from kiosk.hub.connection import GuardedConnection
from kiosk.hub.database import Database
from kiosk.hub.server import configure
from tests.kiosk.hub.conftest import TOKEN, Clock, a_name, admit, jpeg, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGE = 3 * 2**20
ASK = b"GET /p/nothing HTTP/1.1\r\nHost: hub\r\n\r\n"


class Hasty(GuardedConnection):
    """Waits for no request for long."""

    request_seconds = 0.6


class Brisk(GuardedConnection):
    """Waits for nobody who does not read."""

    answer_seconds = 0.8


class Sparing(GuardedConnection):
    """Lets few of an address in."""

    most_of_one = 8


@contextmanager
def hub_of(connection: type[GuardedConnection], empty: Path, folder: Path) -> Iterator[tuple[str, int]]:
    clock = Clock()
    shutil.copy(empty, folder / "hub.db")
    with closing(Database(f"sqlite:///{folder / 'hub.db'}")) as database:
        admit(database, "mirror", token=TOKEN)
        config = configure(build_hub(database, HubLimits(), Clocks(clock, clock.now_ms)))
        config.http = connection
        with serving(config) as address:
            yield address


@pytest.fixture
def hasty(empty_sqlite: Path, tmp_path: Path) -> Iterator[tuple[str, int]]:
    with hub_of(Hasty, empty_sqlite, tmp_path) as address:
        yield address


@pytest.fixture
def brisk(empty_sqlite: Path, tmp_path: Path) -> Iterator[tuple[str, int]]:
    with hub_of(Brisk, empty_sqlite, tmp_path) as address:
        yield address


@pytest.fixture
def sparing(empty_sqlite: Path, tmp_path: Path) -> Iterator[tuple[str, int]]:
    with hub_of(Sparing, empty_sqlite, tmp_path) as address:
        yield address


def connect(address: tuple[str, int], stack: ExitStack, source: str = "127.0.0.1") -> socket.socket:
    connection = stack.enter_context(socket.create_connection(address, 5, (source, 0)))
    connection.settimeout(5)
    return connection


def handing_in(name: str, length: int) -> bytes:
    head = f"PUT /v1/pictures/{name} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {TOKEN}\r\n"
    return f"{head}Content-Type: image/jpeg\r\nContent-Length: {length}\r\n\r\n".encode()


def is_cut(connection: socket.socket) -> bool:
    """Whether the hub ends it, without an answer."""
    try:
        return connection.recv(1) == b""
    except ConnectionError:
        return True


def is_cut_after(connection: socket.socket, said: bytes) -> bool:
    """Whether the hub ends it, or has, while this is said."""
    try:
        connection.sendall(said)
        return connection.recv(1) == b""
    except TimeoutError:
        return False
    except ConnectionError:
        return True


def rest(connection: socket.socket) -> bytes:
    """What there is to be read until the hub ends it."""
    received = b""
    try:
        while part := connection.recv(1 << 20):
            received += part
    except ConnectionError:
        pass
    return received


def answer(connection: socket.socket, end: bytes = b"</html>") -> bytes:
    """What the hub answers, up to this."""
    received = b""
    while end not in received:
        part = connection.recv(65536)
        assert part, "the hub ended it"
        received += part
    return received


@pytest.mark.parametrize(
    "said",
    [
        b"",
        ASK[:-1],
        handing_in("x" * 30, 1000) + b"\xff\xd8\xff",
    ],
    ids=["nothing", "half a head", "half a body"],
)
def test_who_does_not_say_what_he_wants_is_cut(hasty: tuple[str, int], said: bytes) -> None:
    with ExitStack() as stack:
        silent = [connect(hasty, stack) for _ in range(8)]
        for connection in silent:
            connection.sendall(said)
        assert all(map(is_cut, silent))
        next_one = connect(hasty, stack)
        next_one.sendall(ASK)
        assert answer(next_one).startswith(b"HTTP/1.1 404")


def test_who_trickles_is_cut(hasty: tuple[str, int]) -> None:
    with ExitStack() as stack:
        connection = connect(hasty, stack)
        connection.settimeout(0.05)
        end = time.monotonic() + 5
        while not is_cut_after(connection, b"x"):
            assert time.monotonic() < end


def test_who_trickles_what_was_refused_is_cut(hasty: tuple[str, int]) -> None:
    with ExitStack() as stack:
        connection = connect(hasty, stack)
        connection.sendall(handing_in("short", 1000))
        assert rest(connection).startswith(b"HTTP/1.1 422")


def test_who_does_not_take_his_answer_is_cut(brisk: tuple[str, int]) -> None:
    with ExitStack() as stack:
        kiosk = connect(brisk, stack)
        kiosk.sendall(handing_in(a_name(), LARGE) + jpeg(LARGE))
        page = answer(kiosk, b"}").decode().partition('"page":"')[2].partition('"')[0]
        phone = stack.enter_context(socket.socket())
        phone.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        phone.settimeout(5)
        phone.connect(brisk)
        phone.sendall(f"GET {page}/picture.jpg HTTP/1.1\r\nHost: hub\r\n\r\n".encode())
        later = connect(brisk, stack)
        later.sendall(ASK)
        assert b"</html>" in rest(later), "until it is cut, and so the phone is, which asked before"
        assert 0 < len(rest(phone)) < LARGE


def test_who_asks_one_thing_after_the_other_is_answered(brisk: tuple[str, int]) -> None:
    with ExitStack() as stack:
        connection = stack.enter_context(closing(http.client.HTTPConnection(*brisk, timeout=5)))
        connection.connect()
        first = connection.sock
        end = time.monotonic() + 2 * Brisk.answer_seconds
        while time.monotonic() < end:
            connection.request("GET", "/v1/nothing")
            with connection.getresponse() as answered:
                assert answered.read()
        assert connection.sock is first


def test_one_address_takes_no_more_than_its_part(sparing: tuple[str, int]) -> None:
    with ExitStack() as stack:
        greedy = [connect(sparing, stack) for _ in range(30)]
        for connection in greedy[8:]:
            assert is_cut(connection)
        other = connect(sparing, stack, "127.0.0.2")
        other.sendall(ASK)
        assert answer(other).startswith(b"HTTP/1.1 404")
        greedy[0].sendall(ASK)
        assert answer(greedy[0]).startswith(b"HTTP/1.1 404")


def test_the_shops_own_devices_may_be_behind_one_address(sparing: tuple[str, int]) -> None:
    ask = f"GET /v1/devices/me HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {TOKEN}\r\n\r\n".encode()
    with ExitStack() as stack:
        for _ in range(40):
            kiosk = connect(sparing, stack)
            kiosk.sendall(ask)
            assert answer(kiosk, b"}").startswith(b"HTTP/1.1 200")
        strangers = [connect(sparing, stack) for _ in range(30)]
        assert sum(map(is_cut, strangers[8:])) == 22
        strangers[0].sendall(ASK)
        assert answer(strangers[0]).startswith(b"HTTP/1.1 404")


def test_a_token_that_opens_nothing_makes_nobody_known(sparing: tuple[str, int]) -> None:
    ask = b"GET /v1/devices/me HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer nothing\r\n\r\n"
    with ExitStack() as stack:
        for _ in range(8):
            stranger = connect(sparing, stack)
            stranger.sendall(ask)
            assert answer(stranger, b"}").startswith(b"HTTP/1.1 401")
        assert is_cut(connect(sparing, stack))
