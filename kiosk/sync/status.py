"""How the way to the hub is, for staff and for the screen."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.sync.errors import BusyError, StrangerError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.hub.errors import HubError
    from kiosk.local.errors import LocalDataError


class LinkState(StrEnum):
    """Whether what is done here reaches the hub.

    ``OFFLINE``: the hub cannot be reached, or cannot do anything now; it is tried again by itself. ``REFUSED``: the hub
    does not let this kiosk in; somebody has to do something. ``LOCAL``: there is no hub to be asked, or the kiosk's own
    disk fails; somebody has to do something.
    """

    UNTRIED = "untried"
    CONNECTED = "connected"
    OFFLINE = "offline"
    REFUSED = "refused"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """How the way to the hub is.

    Attributes:
        state: how it is.
        trouble: what is wrong, a sentence; empty where nothing is.
        contact_ms: when the hub last answered, by the machine's clock, milliseconds since 1970 in UTC; None before it
            did.
    """

    state: LinkState = LinkState.UNTRIED
    trouble: str = ""
    contact_ms: int | None = None


class StatusBoard:
    """Makes one status of what goes well and what does not in several threads. For any thread."""

    def __init__(self, heard_ms: Callable[[], int | None], tell: Callable[[SyncStatus], None]) -> None:
        """Nothing is known yet.

        Args:
            heard_ms: when the hub last answered, milliseconds since 1970 in UTC; None before it did.
            tell: is told whenever the state or the trouble is another.
        """
        self._heard_ms = heard_ms
        self._tell = tell
        self._lock = threading.Lock()
        self._status = SyncStatus()
        self._troubles: dict[str, _Trouble] = {}

    @property
    def status(self) -> SyncStatus:
        """How the way to the hub is."""
        return self._status

    def note(self, who: str, error: HubError | LocalDataError | None) -> None:
        """Something went wrong for ``who``, or (None) nothing did; of several troubles the oldest is the status."""
        with self._lock:
            heard_ms = self._heard_ms()
            if error is not None:
                self._troubles[who] = _Trouble(error, heard_ms)
            elif who in self._troubles and self._troubles[who].heard_ms != heard_ms:
                del self._troubles[who]  # Else there was nothing to ask, which says nothing about the hub.
            before, self._status = self._status, self._judge(heard_ms)
            if (self._status.state, self._status.trouble) != (before.state, before.trouble):
                self._tell(self._status)

    def _judge(self, heard_ms: int | None) -> SyncStatus:
        for trouble in self._troubles.values():
            return SyncStatus(_state(trouble.error), str(trouble.error), heard_ms)
        return SyncStatus(LinkState.UNTRIED if heard_ms is None else LinkState.CONNECTED, "", heard_ms)


@dataclass(frozen=True, slots=True)
class _Trouble:
    error: HubError | LocalDataError
    heard_ms: int | None


def _state(error: HubError | LocalDataError) -> LinkState:
    match error:
        case StrangerError():
            return LinkState.REFUSED
        case UnreachableError() | BusyError():
            return LinkState.OFFLINE
        case _:
            return LinkState.LOCAL
