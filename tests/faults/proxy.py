"""An HTTP proxy that stands between a kiosk and its hub and does to requests what networks do."""

from __future__ import annotations

import http.client
import threading
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_SECONDS: Final = 30.0
_HOP_BY_HOP: Final = frozenset({"connection", "keep-alive", "transfer-encoding", "te", "upgrade", "content-length"})


class Fault(Enum):
    """What happens to one request.

    ``NONE``: it passes. ``REQUEST_LOST``: the hub never sees it. ``ANSWER_LOST``: the hub does it and nobody learns so.
    ``TWICE``: the hub sees it two times, one after the other. ``LATE``: the connection breaks, and the hub sees it
    after the request that comes next, so that the two change places.
    """

    NONE = auto()
    REQUEST_LOST = auto()
    ANSWER_LOST = auto()
    TWICE = auto()
    LATE = auto()


@dataclass(frozen=True, slots=True)
class _Request:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes


class FaultProxy:
    """Passes requests on to a hub, each with the fault that ``choose`` gives it. A context: serves while it is entered.

    Attributes:
        url: where kiosks find it.
        upstream: host and port of the hub; may be changed when the hub comes back elsewhere.
    """

    def __init__(self, upstream: tuple[str, int], choose: Callable[[], Fault]) -> None:
        """Serve nothing yet; ``choose`` is asked by several threads, one at a time."""
        self.upstream = upstream
        self._choose = choose
        self._lock = threading.Lock()
        self._late: list[_Request] = []
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, name="proxy")
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        """Begin to serve."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every connection; what is late by then is lost."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def pass_on(self, request: _Request) -> _Answer | None:
        """Do to a request what its fault asks; None is a connection that breaks."""
        with self._lock:
            fault = self._choose()
            late = [] if fault is Fault.LATE else self._late
            if fault is Fault.LATE:
                self._late.append(request)
            else:
                self._late = []
        if fault in {Fault.LATE, Fault.REQUEST_LOST}:
            return None
        try:
            answer = self._ask(request)
            if fault is Fault.TWICE:
                answer = self._ask(request)
        except (OSError, http.client.HTTPException):
            answer = None
        for waiting in late:
            with suppress(OSError, http.client.HTTPException):
                self._ask(waiting)
        return None if fault is Fault.ANSWER_LOST else answer

    def _ask(self, request: _Request) -> _Answer:
        connection = http.client.HTTPConnection(*self.upstream, timeout=_SECONDS)
        try:
            connection.request(request.method, request.path, request.body or None, request.headers)
            response = connection.getresponse()
            headers = [(name, value) for name, value in response.getheaders() if name.lower() not in _HOP_BY_HOP]
            return _Answer(response.status, headers, response.read())
        finally:
            connection.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True

    def __init__(self, proxy: FaultProxy) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.proxy = proxy


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 1.0  # a kept connection that is silent ends, and its thread with it

    server: _Server

    def _handle(self) -> None:
        # Who asked may have been killed meanwhile.
        with suppress(ConnectionError):
            self._pass_on()

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name: value for name, value in self.headers.items() if name.lower() not in _HOP_BY_HOP}
        answer = self.server.proxy.pass_on(_Request(self.command, self.path, headers, body))
        if answer is None:
            self.close_connection = True
            return
        self.send_response_only(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    do_GET = do_PUT = do_POST = do_DELETE = _handle  # noqa: N815 - the library looks for these names

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name for it
        """Say nothing: answers and paths are nobody's business."""
