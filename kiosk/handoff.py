"""Carts between this kiosk and phones: a code that a phone opens, and the one that a phone shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import BaseModel, Field, ValidationError

from kiosk.hub.errors import HubError
from kiosk.sync.errors import RefusedError
from kiosk.sync.hub import whole_cart

if TYPE_CHECKING:
    from kiosk.local.cart_store import CartNews
    from kiosk.sync.http import HubConnection
    from kiosk.sync.hub import Hub

_PAGE: Final = re.compile(r"/c/([A-Za-z0-9_-]{24})")
_LONGEST_LINK: Final = 400
_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class HandoffLink:
    """What a phone opens.

    Attributes:
        url: the link, good for one phone.
        expires_s: for how long, seconds.
    """

    url: str = field(repr=False)
    expires_s: int


@dataclass(frozen=True, slots=True)
class JoinedCart:
    """A cart that was begun elsewhere.

    Attributes:
        cart: its id.
        news: all that the hub tells of it.
    """

    cart: UUID
    news: CartNews


class _MadeHandoff(BaseModel):
    page: str = Field(pattern=r"^/c/[A-Za-z0-9_-]{24}$")
    expires_s: int = Field(ge=1)


class _RedeemedHandoff(BaseModel):
    cart: UUID


class HandoffCounter:
    """Hands carts over at the hub, and takes them. For one thread, which waits."""

    def __init__(self, connection: HubConnection, hub: Hub) -> None:
        """Ask by ``connection``; ``hub`` tells what is in a cart."""
        self._connection = connection
        self._hub = hub

    def hand_over(self, cart: UUID) -> HandoffLink:
        """A link that lets one phone into the cart.

        Raises:
            HubError: there is none now; the hub does not answer, or has nothing of the cart yet.
        """
        try:
            answer = self._connection.ask("POST", f"/v1/carts/{cart}/handoffs")
        except RefusedError as error:
            if error.status == HTTPStatus.NOT_FOUND:
                raise HubError("the hub does not have this cart yet") from error
            raise
        try:
            made = _MadeHandoff.model_validate_json(answer.body)
        except ValidationError as error:
            raise HubError("the hub's answer names no page") from error
        return HandoffLink(self._connection.address().public_url + made.page, made.expires_s)

    def redeem(self, code: str) -> JoinedCart:
        """The cart behind a code that a phone shows; this kiosk has a part in it from now on.

        Raises:
            HubError: there is none; the hub does not answer, or the code opens nothing.
        """
        try:
            answer = self._connection.ask("POST", f"/v1/handoffs/{code}/redeem")
        except RefusedError as error:
            if error.status == HTTPStatus.NOT_FOUND:
                raise HubError("this code was used, or its time is over: the phone shows another one") from error
            raise
        try:
            cart = _RedeemedHandoff.model_validate_json(answer.body).cart
        except ValidationError as error:
            raise HubError("the hub's answer names no cart") from error
        return JoinedCart(cart, whole_cart(self._hub, cart))

    def read_code(self, text: str) -> str | None:
        """The code in what was scanned; None when it is no link of this shop's hub.

        Raises:
            HubError: this kiosk does not know where its hub is.
        """
        return read_code(text, self._connection.address().public_url)


def read_code(text: str, public_url: str) -> str | None:
    """The code in a link to a cart at the hub that phones reach at ``public_url``; None for all other texts."""
    if len(text) > _LONGEST_LINK or not text.isascii() or not text.isprintable():
        return None
    try:
        link, hub = urlsplit(text), urlsplit(public_url)
        if (link.scheme, link.hostname, link.port or _PORTS.get(link.scheme)) != (
            hub.scheme,
            hub.hostname,
            hub.port or _PORTS.get(hub.scheme),
        ):
            return None
    except ValueError:  # no port, or no address
        return None
    if "@" in link.netloc or link.query or link.fragment:
        return None
    page = _PAGE.fullmatch(link.path.removeprefix(hub.path))
    return page[1] if page is not None and link.path == hub.path + page[0] else None
