"""What every request and every answer is held to: how much may come, and what o'clock it is at the hub."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

CLOCK_HEADER: Final = "Vitrine-Now-Ms"
"""Milliseconds since 1970 in UTC, by which devices tell how far off their own clocks are."""

_LARGEST_BODY: Final = 2**20
"""Bytes."""

_PICTURES: Final = "/v1/pictures/"
"""Under which bodies are as large as pictures are; who takes them says how large."""


class Envelope:
    """Stands around the app: refuses bodies that are too large, and says the time."""

    def __init__(self, app: ASGIApp, now_ms: Callable[[], int]) -> None:
        """Stand around ``app``; ``now_ms`` is the hub's wall clock."""
        self._app = app
        self._now_ms = now_ms

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        received = 0

        async def receive_little() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > _LARGEST_BODY:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a request has {_LARGEST_BODY} bytes at most")
            return message

        async def send_dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                clock = (CLOCK_HEADER.lower().encode(), str(self._now_ms()).encode())
                message = {**message, "headers": [*message["headers"], clock]}
            await send(message)

        is_picture = scope["path"].startswith(_PICTURES)
        await self._app(scope, receive if is_picture else receive_little, send_dated)
