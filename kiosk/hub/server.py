"""Serving the hub over HTTP."""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING, Final

import uvicorn
from fastapi import FastAPI

from kiosk.hub.app import Clocks, HubLimits, build_hub
from kiosk.hub.connection import GuardedConnection
from kiosk.hub.errors import HubError

if TYPE_CHECKING:
    from kiosk.hub.database import Database
    from kiosk.hub.receipt_post import ReceiptPost

_BACKLOG: Final = 1024
"""Connections that wait to be taken; all kiosks come at once when the hub was gone."""

_MOST_CONNECTIONS: Final = 4096
"""Of strangers there are fewer: see ``GuardedConnection``."""

_MOST_FILES: Final = _MOST_CONNECTIONS + 256
_GRACE_SECONDS: Final = 2


def listen(host: str, port: int) -> socket.socket:
    """Take the address; port 0 takes any that is free.

    Raises:
        HubError: it cannot be had.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise HubError(f"the hub cannot listen on {host}:{port}: {error.strerror}") from error
    # Handed down to each connection: else an answer's body waits 40 ms for word that its headers have come.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def configure(app: FastAPI) -> uvicorn.Config:
    """How the hub is served: links are secrets, so requests are not logged, and what uvicorn says else names none."""
    return uvicorn.Config(
        app,
        http=GuardedConnection,
        ws="none",
        access_log=False,
        log_config=None,
        server_header=False,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )


class HubServer(uvicorn.Server):
    """Serves until a signal or ``should_exit`` ends it; who waits for a change is answered then, and not waited for."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin."""
        _allow_files(_MOST_FILES)
        await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End in good order."""
        if isinstance(self.config.app, FastAPI):
            self.config.app.state.watch.close()
        await super().shutdown(sockets)


def _allow_files(wanted: int) -> None:
    """Have so many files open at once, connections are some, if the system lets a process."""
    if sys.platform == "win32":
        return  # it has no such limit

    import resource  # noqa: PLC0415 - which Windows has not

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def build_server(database: Database, post: ReceiptPost | None = None) -> HubServer:
    """Make a hub that serves what it is given to listen on.

    Args:
        database: in its newest form.
        post: sends receipts; None where the shop has no mail.
    """
    return HubServer(configure(build_hub(database, HubLimits(), Clocks(), post)))
