"""What a hub can do to who asks it, over real sockets."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import closing, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from kiosk.hub.errors import HubError
from kiosk.hub_address import HubAddress
from kiosk.sync import http
from kiosk.sync.errors import BusyError, RefusedError, StrangerError, UnreachableError
from kiosk.sync.http import HubConnection
from kiosk.sync.hub_time import HubTime

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "planted-token-of-thirty-two-characters"  # noqa: S105 - of no hub
OPEN_S = 5.0


class Answers(BaseHTTPRequestHandler):
    """Answers as the path says."""

    protocol_version = "HTTP/1.1"
    timeout = OPEN_S
    asked = threading.Event()
    done = threading.Event()

    def do_GET(self) -> None:
        match self.path.split("/")[1:]:
            case ["status", status, *rest]:
                self._answer(int(status), b'{"type": "%s", "detail": "no more"}' % "/".join(rest).encode())
            case ["busy"]:
                self._answer(503, b"", **{"Retry-After": "7"})
            case ["dated"]:
                self._answer(200, b"{}")
            case ["large"]:
                self._answer(200, b"x" * 100_000)
            case ["text"]:
                self._answer(200, b"not JSON")
            case ["silent"]:
                self.asked.set()
                self.done.wait(OPEN_S)
                self.close_connection = True
            case ["trickle"]:
                self.send_response(200)
                self.send_header("Vitrine-Now-Ms", "1800000000000")
                self.send_header("Content-Length", "1000")
                self.end_headers()
                with suppress(OSError):
                    while not self.done.wait(0.05):
                        self.wfile.write(b"x")
            case ["elsewhere"]:
                self._answer(302, b"", Location="http://127.0.0.1:9/")
            case _:
                self.wfile.write(b"no HTTP at all\r\n\r\n")
                self.close_connection = True

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        if not self.path.endswith("/portal"):
            self.send_header("Vitrine-Now-Ms", "1800000000000")
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name for it
        """Say nothing."""


@pytest.fixture
def url() -> Iterator[str]:
    Answers.asked.clear()
    Answers.done.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, name="answers")
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    Answers.done.set()
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def connected(url: str, hub_time: HubTime | None = None) -> Iterator[HubConnection]:
    with closing(HubConnection(lambda: HubAddress(url, url, TOKEN), hub_time)) as connection:
        yield connection


@pytest.fixture
def connection(url: str) -> Iterator[HubConnection]:
    with connected(url) as connection:
        yield connection


@pytest.mark.parametrize(
    ("path", "error", "sentence"),
    [
        ("/status/401/urn:vitrine:revoked", StrangerError, "revoked this kiosk; enrol it again"),
        ("/status/401", StrangerError, "does not know this kiosk's token"),
        ("/status/409/urn:vitrine:closed", RefusedError, "409 Conflict: no more"),
        ("/status/404", RefusedError, "404 Not Found"),
        ("/status/429", BusyError, "429 Too Many Requests"),
        ("/status/500", BusyError, "500 Internal Server Error"),
        ("/elsewhere", RefusedError, "302 Found"),
        ("/large", HubError, "too long"),
        ("/nothing-of-http", UnreachableError, "cannot be reached"),
    ],
)
def test_what_an_answer_means(path: str, error: type[HubError], sentence: str, connection: HubConnection) -> None:
    with pytest.raises(error, match=sentence):
        connection.ask("GET", path)


@pytest.mark.parametrize("status", [200, 302, 401, 403, 404])
def test_what_is_not_the_hub_is_no_answer(status: int, connection: HubConnection) -> None:
    """A network that wants to be signed in to must neither take what waits for the hub, nor refuse it for good."""
    with pytest.raises(UnreachableError, match="is not the hub"):
        connection.ask("GET", f"/status/{status}/portal")


def test_the_kind_of_a_refusal_is_kept(connection: HubConnection) -> None:
    with pytest.raises(RefusedError) as refused:
        connection.ask("GET", "/status/409/urn:vitrine:closed")

    assert (refused.value.status, refused.value.kind) == (409, "urn:vitrine:closed")


def test_a_busy_hub_is_left_alone_for_as_long_as_it_wants(connection: HubConnection) -> None:
    with pytest.raises(BusyError) as busy:
        connection.ask("GET", "/busy")

    assert busy.value.wait_s == 7.0


def test_what_is_no_json_is_told(connection: HubConnection) -> None:
    with pytest.raises(HubError, match="not JSON"):
        connection.ask("GET", "/text").json()


def test_nobody_there_is_told() -> None:
    with connected("http://127.0.0.1:9") as connection, pytest.raises(UnreachableError, match="cannot be reached"):
        connection.ask("GET", "/dated")


def test_a_hub_that_says_nothing_is_not_waited_for_without_end(connection: HubConnection) -> None:
    with pytest.raises(UnreachableError, match="does not answer in time"):
        connection.ask("GET", "/silent", patience_s=0.2)


def test_a_hub_that_trickles_is_not_listened_to_without_end(
    connection: HubConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "_WHOLE_SECONDS", 0.5)
    begun = time.monotonic()
    with pytest.raises(UnreachableError, match="takes too long"):
        connection.ask("GET", "/trickle")
    assert time.monotonic() - begun < OPEN_S


def test_every_answer_tells_the_time(url: str) -> None:
    hub_time = HubTime(lambda: 0, time.monotonic)
    with connected(url, hub_time) as connection:
        connection.ask("GET", "/dated")

    assert hub_time.now_ms() == pytest.approx(1_800_000_000_000, abs=5000)


def test_what_is_waited_for_can_be_cut_off(connection: HubConnection) -> None:
    def cut() -> None:
        Answers.asked.wait(OPEN_S)
        connection.interrupt()

    cutter = threading.Thread(target=cut)
    cutter.start()
    begun = time.monotonic()

    with pytest.raises(UnreachableError):
        connection.ask("GET", "/silent", patience_s=OPEN_S)

    assert time.monotonic() - begun < OPEN_S / 2
    cutter.join()
    connection.ask("GET", "/dated")


def test_no_token_is_in_a_log_or_an_error(
    connection: HubConnection, caplog: pytest.LogCaptureFixture, url: str
) -> None:
    caplog.set_level(logging.DEBUG)
    told = []
    for path in ("/dated", "/status/401", "/status/500", "/nothing-of-http"):
        try:
            connection.ask("GET", path)
        except HubError as error:
            told += [repr(error), repr(error.__cause__)]

    assert caplog.records
    assert "planted" not in caplog.text + "".join(told) + repr(connection)
