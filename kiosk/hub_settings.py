"""Where the shop's back end is, and what a kiosk shows it."""

from __future__ import annotations

import ipaddress
import re
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, SecretStr, model_validator

from assets.toml_files import quoted
from kiosk.hub_address import HubAddress

_SHORTEST_TOKEN: Final = 32
"""Characters of a token: what `openssl rand -hex 16` gives."""


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


def _token(value: object) -> SecretStr:
    """A secret, never repeated in the sentence about it."""
    if not isinstance(value, str) or len(value) < _SHORTEST_TOKEN or not re.fullmatch(r"[!-~]+", value):
        raise ValueError(f"is not a text of {_SHORTEST_TOKEN} or more letters, digits and signs")
    return SecretStr(value)


class HubSettings(BaseModel):
    """Where the shop's back end is, and what lets a kiosk in.

    Attributes:
        url: as this kiosk reaches it; None where the shop has none.
        public_url: as a phone reaches it, where that is not the same.
        token: what the hub and its kiosks know and nobody else does.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: Annotated[str, AfterValidator(_hub_url)] | None = None
    public_url: Annotated[str, AfterValidator(_hub_url)] | None = None
    token: Annotated[SecretStr, BeforeValidator(_token)] | None = None

    @model_validator(mode="after")
    def _hub_is_whole(self) -> HubSettings:
        if self.url is not None and self.token is None:
            raise ValueError("has a url and no token: the hub would not let this kiosk in")
        if self.public_url is not None and self.url is None:
            raise ValueError("has a public_url and no url: this kiosk would not know where the hub is")
        return self

    def address(self) -> HubAddress | None:
        """Where the hub is; None where the shop has none."""
        if self.url is None or self.token is None:
            return None
        return HubAddress(self.url, self.public_url or self.url, self.token.get_secret_value())
