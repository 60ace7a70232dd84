"""How the way to the hub is, for staff and for the screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
        contact_ms: when the hub last answered, milliseconds since 1970 in UTC; None before it did.
    """

    state: LinkState = LinkState.UNTRIED
    trouble: str = ""
    contact_ms: int | None = None
