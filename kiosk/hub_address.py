"""Where the hub is, and how it knows a kiosk."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HubAddress:
    """One hub.

    Attributes:
        url: as this kiosk reaches it, without a slash at the end.
        public_url: as a phone reaches it.
        token: shown to be let in.
    """

    url: str
    public_url: str
    token: str = field(repr=False)
