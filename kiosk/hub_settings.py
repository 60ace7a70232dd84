"""Where the shop's back end is."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from assets.toml_files import quoted
from kiosk.device_token import EnrolledHub

if TYPE_CHECKING:
    from collections.abc import Callable


def _hub_url(value: str) -> str:
    """An address to which paths can be added: encrypted, unless it stays within the machine or the house."""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if not host or parts.scheme not in {"http", "https"}:
        raise ValueError(f"{quoted(value)} is not an address such as https://hub.example.com")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError(f"{quoted(parts.hostname)} is given with more than an address: leave out users, ? and #")
    if parts.scheme == "http" and not _is_near(host):
        raise ValueError(f"{quoted(value)} sends pictures of people unencrypted: use https")
    return value.rstrip("/")


def _is_near(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_private
    except ValueError:
        return False


class HubSettings(BaseModel):
    """Where the shop's back end is; what lets a kiosk in is not a setting (``kiosk.device_token``).

    Attributes:
        url: as this kiosk reaches it; None where the shop has none.
        public_url: as a phone reaches it, where that is not the same.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: Annotated[str, AfterValidator(_hub_url)] | None = None
    public_url: Annotated[str, AfterValidator(_hub_url)] | None = None

    @model_validator(mode="after")
    def _hub_is_whole(self) -> HubSettings:
        if self.public_url is not None and self.url is None:
            raise ValueError("has a public_url and no url: this kiosk would not know where the hub is")
        return self

    def enrolled(self, monotonic: Callable[[], float]) -> EnrolledHub | None:
        """The hub as this kiosk finds it; None where the shop has none.

        Args:
            monotonic: seconds, never running backwards.
        """
        return None if self.url is None else EnrolledHub(self.url, self.public_url or self.url, monotonic)
