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

    def __init__(self, database: Database, devices: DeviceAuth, now_ms: Callable[[], int], *, over_tls: bool) -> None:
        """Know nobody yet.

        Args:
            database: where the phones' carts are.
            devices: knows a phone by its token, as any device.
            now_ms: milliseconds since 1970 in UTC.
            over_tls: whether phones reach the hub over TLS; without, as within a house, cookies cannot be as strict.
        """
        self._database = database
        self._devices = devices
        self._now_ms = now_ms
        self._over_tls = over_tls
        self._name = _HOST_COOKIE if over_tls else _COOKIE

    async def phone(self, request: Request) -> Device | None:
        """The phone that asks; None for one that never opened a cart, or is let in no more.

        Raises:
            HTTPException: it asks too often.
        """
        token = request.cookies.get(self._name)
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
        value = token or request.cookies[self._name]
        response.set_cookie(self._name, value, max_age=LIFETIME_S, secure=self._over_tls, httponly=True, samesite="lax")

    def forget(self, response: Response) -> None:
        """Have the phone drop its cookie."""
        response.delete_cookie(self._name, secure=self._over_tls, httponly=True, samesite="lax")


def expect_own_page(request: Request) -> None:
    """Refuse what another site's page had the browser send; browsers from before 2023 do not say, and hold to Lax.

    Raises:
        HTTPException: it is so.
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise HTTPException(HTTPStatus.FORBIDDEN, "this is for the hub's own pages")
