"""Asking the hub over HTTP: one session, its time-outs, and what its answers mean."""

from __future__ import annotations

import json
import socket
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import HTTPError as Urllib3Error

from kiosk.hub.errors import HubError
from kiosk.sync.errors import BusyError, RefusedError, StrangerError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from urllib3._base_connection import BaseHTTPConnection
    from urllib3.connectionpool import ConnectionPool

    from kiosk.hub_address import HubAddress
    from kiosk.sync.hub_time import HubTime

_CONNECT_SECONDS: Final = 2.0
_SILENT_SECONDS: Final = 3.0
"""What a network swallowed as it went is given up so soon that the next question finds it when it is back. What the hub
did all the same is not done twice."""

_WHOLE_SECONDS: Final = 8.0
_LONGEST_WAIT_S: Final = 120.0
_LONGEST_PROBLEM: Final = 4096
_LONGEST_SENTENCE: Final = 200
_CHUNK: Final = 65536
_CLOCK_HEADER: Final = "Vitrine-Now-Ms"
_REVOKED: Final = "urn:vitrine:revoked"

_LATER: Final = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})
"""Refusals that are none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the hub answered.

    Attributes:
        status: 2xx or 304.
        headers: by name, in any case.
        body: all of it.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """The body's value.

        Raises:
            HubError: it is not JSON.
        """
        try:
            return json.loads(self.body)
        except ValueError as error:
            raise HubError("the hub's answer is not JSON") from error


class HubConnection:
    """Asks the hub for things and waits for the answers. For one thread; ``interrupt`` for any.

    No proxy of the environment stands between: what is sent is for the hub and nobody else.
    """

    def __init__(self, find_hub: Callable[[], HubAddress], hub_time: HubTime | None = None) -> None:
        """Open nothing yet.

        Args:
            find_hub: tells where the hub is, each time; may raise ``HubError``.
            hub_time: learns from each answer what o'clock it is; None where nobody asks.
        """
        self._find_hub = find_hub
        self._hub_time = hub_time
        self._sockets = _WatchedSockets()
        self._session = requests.Session()
        self._session.trust_env = False
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, self._sockets)

    def address(self) -> HubAddress:
        """Where the hub is, which may start one that is not there yet; asks it nothing.

        Raises:
            HubError: there is none to be found.
        """
        return self._find_hub()

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        longest: int = _LONGEST_PROBLEM,
        patience_s: float = _SILENT_SECONDS,
    ) -> Answer:
        """The hub's answer.

        Args:
            method: of HTTP.
            path: below the hub's address, with its query.
            body: to send.
            headers: beside those that every request has.
            longest: bytes that the answer may have.
            patience_s: how long the hub may say nothing, seconds; begun, an answer has 8 s to come.

        Raises:
            UnreachableError: there is none, or it is not the hub's.
            BusyError: not now.
            StrangerError: not for this kiosk.
            RefusedError: not at all.
            HubError: it cannot be used.
        """
        hub = self._find_hub()
        with (
            _network_told(),
            self._session.request(
                method,
                f"{hub.url}{path}",
                data=body,
                headers={"Accept": "application/json", **(headers or {})},
                auth=_Bearer(hub.token),
                timeout=(_CONNECT_SECONDS, patience_s),
                allow_redirects=False,
                stream=True,
            ) as response,
        ):
            answered = time.monotonic()
            self._learn_time(response, answered)
            if response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR and _CLOCK_HEADER not in response.headers:
                # A proxy, or a network that wants to be signed in to: no word of it is the hub's.
                raise UnreachableError(f"what answers at the hub's address is not the hub ({response.status_code})")
            if response.status_code < HTTPStatus.MULTIPLE_CHOICES or response.status_code == HTTPStatus.NOT_MODIFIED:
                text = _read(response, longest, answered + _WHOLE_SECONDS)
                return Answer(response.status_code, response.headers, text)
            raise _refusal(response, answered + _WHOLE_SECONDS)

    def interrupt(self) -> None:
        """Have what is being waited for end at once, as if the network had gone."""
        self._sockets.shut()

    def close(self) -> None:
        """Close the connections, those too that an error's traceback still holds."""
        self._sockets.shut()
        self._session.close()

    def _learn_time(self, response: requests.Response, answered: float) -> None:
        hub_ms = response.headers.get(_CLOCK_HEADER, "")
        if self._hub_time is not None and hub_ms.isascii() and hub_ms.isdigit():
            self._hub_time.learn(int(hub_ms), answered - response.elapsed.total_seconds(), answered)


class _Bearer(AuthBase):
    """Shows the token."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class _WatchedSockets(HTTPAdapter):
    """Knows the connections that it opened, so that another thread can shut the one that is waited for."""

    def __init__(self) -> None:
        self._opened: WeakSet[BaseHTTPConnection] = WeakSet()
        super().__init__()

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> ConnectionPool:
        """Give the pool of connections to a host."""
        pool = super().get_connection_with_tls_context(*args, **kwargs)
        if isinstance(pool, HTTPConnectionPool):
            kind = type(pool).ConnectionCls

            def watched(*args: Any, **kwargs: Any) -> BaseHTTPConnection:
                connection = kind(*args, **kwargs)
                self._opened.add(connection)
                return connection

            pool.ConnectionCls = watched  # type: ignore[assignment]  # it is only called
        return pool

    def shut(self) -> None:
        """Shut what is open; whoever waits for it reads its end."""
        for connection in list(self._opened):
            # Between the two it may have been closed.
            if (open_socket := getattr(connection, "sock", None)) is not None:
                with suppress(OSError):
                    open_socket.shutdown(socket.SHUT_RDWR)


@contextmanager
def _network_told() -> Iterator[None]:
    """Say what the network does in a sentence, without what was sent."""
    try:
        yield
    except requests.ConnectTimeout as error:
        raise UnreachableError("the hub cannot be reached in time") from error
    except requests.Timeout as error:
        raise UnreachableError("the hub does not answer in time") from error
    except (requests.RequestException, Urllib3Error) as error:
        raise UnreachableError(f"the hub cannot be reached ({type(error).__name__})") from error


def _read(response: requests.Response, longest: int, end: float) -> bytes:
    """A body that is short and comes in time: a hub that trickles could else hold the caller for ever."""
    body = bytearray()
    while chunk := response.raw.read1(_CHUNK, decode_content=True):  # what has come, and not a whole chunk
        body += chunk
        if len(body) > longest:
            raise HubError("the hub's answer is too long")
        if time.monotonic() > end:
            raise UnreachableError("the hub's answer takes too long")
    return bytes(body)


def _refusal(response: requests.Response, end: float) -> HubError:
    status = response.status_code
    kind, detail = _problem(response, end)
    sentence = f"the hub answers {status} {_phrase(status)}" + (f": {detail}" if detail else "")
    if status == HTTPStatus.UNAUTHORIZED:
        why = "revoked this kiosk" if kind == _REVOKED else "does not know this kiosk's token"
        return StrangerError(f"the hub answers 401: it {why}; enrol it again (vitrine enrol)")
    if status in _LATER or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return BusyError(sentence, _wait(response.headers.get("Retry-After", "")))
    return RefusedError(sentence, status, kind)


def _problem(response: requests.Response, end: float) -> tuple[str, str]:
    """The kind of a refusal and its sentence (RFC 9457), where it has any."""
    try:
        problem = json.loads(_read(response, _LONGEST_PROBLEM, end))
    except (ValueError, HubError):
        return "about:blank", ""
    if not isinstance(problem, dict):
        return "about:blank", ""
    return str(problem.get("type", "about:blank")), str(problem.get("detail", ""))[:_LONGEST_SENTENCE]


def _wait(header: str) -> float:
    return min(float(header), _LONGEST_WAIT_S) if header.isascii() and header.isdigit() else 0.0


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
