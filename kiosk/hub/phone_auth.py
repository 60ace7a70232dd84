"""Knowing a phone again: by a cookie that no script can read and no other site can use."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from fastapi import HTTPException

from kiosk.hub.devices import DeviceKind
from kiosk.hub.phone_sessions import LIFETIME_S, seen_cart

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from fastapi import Request, Response

    from kiosk.hub.database import Database
    from kiosk.hub.device_auth import DeviceAuth
    from kiosk.hub.devices import Device

_COOKIE: Final = "vitrine"
_HOST_COOKIE: Final = "__Host-vitrine"
"""With this prefix a browser sees to it that only this very host set it, over TLS (RFC 6265bis, 4.1.3.2)."""


class PhoneAuth:
    """Knows phones by their cookies. For the event loop's thread."""

    def __init__(self, database: Database, devices: DeviceAuth, now_ms: Callable[[], int]) -> None:
        """Know nobody yet.

        Args:
            database: where the phones' carts are.
            devices: knows a phone by its token, as any device.
            now_ms: milliseconds since 1970 in UTC.
        """
        self._database = database
        self._devices = devices
        self._now_ms = now_ms

    async def phone(self, request: Request) -> Device | None:
        """The phone that asks; None for one that never opened a cart, or is let in no more.

        Raises:
            HTTPException: it asks too often.
        """
        token = request.cookies.get(_cookie(request))
        if token is None:
            return None
        try:
            device = await self._devices.admit(request, token)
        except HTTPException as error:
            if error.status_code != HTTPStatus.UNAUTHORIZED:
                raise
            return None
        return device if device.kind is DeviceKind.PHONE else None

    async def cart(self, request: Request) -> tuple[Device, UUID] | None:
        """The phone that asks, and the cart that it sees.

        Raises:
            HTTPException: it asks too often.
        """
        phone = await self.phone(request)
        cart = None if phone is None else await self._database.read(seen_cart, phone.id, self._now_ms())
        return None if phone is None or cart is None else (phone, cart)

    def remember(self, request: Request, response: Response, token: str | None) -> None:
        """Have the phone keep its cookie for as long as its cart from now on; ``token`` is that of a new phone."""
        name = _cookie(request)
        value = request.cookies[name] if token is None else token
        response.set_cookie(name, value, LIFETIME_S, secure=_is_over_tls(request), httponly=True, samesite="lax")

    def forget(self, request: Request, response: Response) -> None:
        """Have the phone drop its cookie."""
        response.delete_cookie(_cookie(request), secure=_is_over_tls(request), httponly=True, samesite="lax")


def expect_own_page(request: Request) -> None:
    """Refuse what another site's page had the browser send; browsers from before 2023 do not say, and hold to Lax.

    Raises:
        HTTPException: it is so.
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise HTTPException(HTTPStatus.FORBIDDEN, "this is for the hub's own pages")


def _is_over_tls(request: Request) -> bool:
    """Whether the phone spoke TLS, to the shop's proxy or here; without, as within a house, cookies are less strict."""
    return request.url.scheme == "https"


def _cookie(request: Request) -> str:
    return _HOST_COOKIE if _is_over_tls(request) else _COOKIE
