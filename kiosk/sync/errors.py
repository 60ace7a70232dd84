"""What can become of asking the hub, beside an answer."""

from __future__ import annotations

from kiosk.hub.errors import HubError


class UnreachableError(HubError):
    """The hub cannot be reached, or does not answer: it may be there again at any moment."""


class BusyError(HubError):
    """The hub is there and cannot do it now.

    Attributes:
        wait_s: after how long it wants to be asked again, seconds; 0 where it says nothing.
    """

    def __init__(self, sentence: str, wait_s: float) -> None:
        super().__init__(sentence)
        self.wait_s = wait_s


class RefusedError(HubError):
    """The hub will not do it, now or later.

    Attributes:
        status: of the answer.
        kind: what kind of problem it is, a URI; ``about:blank`` for one that the status tells.
    """

    def __init__(self, sentence: str, status: int, kind: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.kind = kind


class StrangerError(HubError):
    """The hub does not let this kiosk in: it was revoked, or never known."""
