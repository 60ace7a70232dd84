"""A connection to the hub that cannot be held open without being used."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, ClassVar, Final

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

    from uvicorn._types import HTTPScope
    from uvicorn.protocols.http.h11_impl import RequestResponseCycle

KNOWN: Final = "is_known"
"""Set in the state of a request that shows the token of a device of the shop."""

_IPV6_SITE: Final = 64
"""Bits of an IPv6 address that are the network's; the others everybody in it chooses (RFC 4291)."""


class GuardedConnection(H11Protocol):
    """Is cut when its request does not come whole, or its answer is not taken, in time; strangers have few at once.

    uvicorn's own time-out is for connections between two requests: those that are silent before their first one, that
    trickle, or that never read would stay, until there are as many as the hub serves and it serves nobody any more.

    A connection on which a device of the shop showed its token is no stranger's any more: a chain's kiosks may all be
    behind one address, and each has two.

    Attributes:
        request_seconds: from a request's first byte, or from the connection's beginning, to the request's end.
        answer_seconds: from there to the next request's first byte or the connection's end; the largest picture needs
            50 KB/s, and who waits for a cart to change is answered in half of it.
        most_of_one: strangers' connections of one address; the shop's proxy is one, so is a crowd behind the shop's own
            Wi-Fi, and so are all kiosks that come back together when the hub was gone.
        most_strangers: strangers' connections of all addresses.
        site: where the other end is, an IPv4 address or an IPv6 network.
    """

    request_seconds: ClassVar[float] = 10.0
    answer_seconds: ClassVar[float] = 60.0
    most_of_one: ClassVar[int] = 256
    most_strangers: ClassVar[int] = 1024

    site = b""

    _deadline: asyncio.TimerHandle | None = None
    _is_whole = False
    """Whether the request has come; from its end until the first byte of the next one."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Begin, or be cut at once."""
        super().connection_made(transport)
        self.site = _site(self.client[0]) if self.client else b""
        strangers = [
            connection.site
            for connection in self.connections
            if isinstance(connection, GuardedConnection) and not connection.is_known
        ]
        if len(strangers) > self.most_strangers or strangers.count(self.site) > self.most_of_one:
            transport.abort()
        else:
            self._cut_in(self.request_seconds)

    @property
    def is_known(self) -> bool:
        """Whether the last request showed the token of a device of the shop."""
        return _shows_token(self.scope)

    def data_received(self, data: bytes) -> None:
        """Take a part of a request."""
        if self._is_whole and self.cycle.response_complete:
            self._is_whole = False
            self._cut_in(self.request_seconds)
        super().data_received(data)
        if not self._is_whole and _awaits_answer(self.cycle):
            self._is_whole = True
            self._cut_in(self.answer_seconds)

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        if self._deadline is not None:
            self._deadline.cancel()
        super().connection_lost(exc)

    def _cut_in(self, seconds: float) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        # Closing would wait until what was answered is read.
        self._deadline = self.loop.call_later(seconds, self.transport.abort)


def _awaits_answer(cycle: RequestResponseCycle | None) -> bool:
    """Whether a request has come whole, which before a connection's first one is None."""
    return cycle is not None and not cycle.more_body and not cycle.response_complete


def _shows_token(scope: HTTPScope | None) -> bool:
    """Whether a request, which before a connection's first one is None, is a device's."""
    return scope is not None and KNOWN in scope.get("state", {})


def _site(host: str) -> bytes:
    """What stands for everybody who is at an address: an IPv4 address, or an IPv6 network."""
    address = ipaddress.ip_address(host)
    if isinstance(address, ipaddress.IPv4Address):
        return address.packed
    mapped = address.ipv4_mapped
    return address.packed[: _IPV6_SITE // 8] if mapped is None else mapped.packed
