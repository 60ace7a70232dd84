"""Letting devices in: by their tokens, no longer than they are wanted, and not too often."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

from fastapi import Depends, Request
from fastapi.exceptions import HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from kiosk.hub.connection import KNOWN
from kiosk.hub.devices import Device, DeviceKind, hash_token
from kiosk.hub.problems import ProblemError, declared

if TYPE_CHECKING:
    from kiosk.hub.device_directory import DeviceDirectory
    from kiosk.hub.rate_limit import RateLimit

REVOKED: Final = "urn:vitrine:revoked"
"""The kind of problem of a device that is let in no more."""

_BEARER: Final = HTTPBearer(auto_error=False, description="The device's token")

DEVICE_PROBLEMS: Final[dict[int | str, dict[str, Any]]] = declared(
    HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE
)
"""What an operation that is for devices may answer besides."""


class DeviceAuth:
    """Knows devices by their tokens. For the event loop's thread."""

    def __init__(self, directory: DeviceDirectory, devices: RateLimit, strangers: RateLimit) -> None:
        """Let those of the directory in.

        Args:
            directory: knows devices.
            devices: how often each device may ask.
            strangers: how often each address may show a token that opens nothing.
        """
        self._directory = directory
        self._devices = devices
        self._strangers = strangers

    async def admit(self, request: Request, token: str | None) -> Device:
        """Who shows this token.

        Raises:
            HTTPException: nobody that is let in, or too often.
        """
        device = None if token is None else await self._directory.find(hash_token(token))
        if device is None:
            if not self._strangers.allows(request.client.host if request.client else ""):
                raise _too_many()
            raise HTTPException(
                HTTPStatus.UNAUTHORIZED, "this is for the shop's devices", {"WWW-Authenticate": "Bearer"}
            )
        if device.is_revoked:
            raise ProblemError(
                REVOKED, HTTPStatus.UNAUTHORIZED, "this device was revoked", {"WWW-Authenticate": "Bearer"}
            )
        request.scope["state"][KNOWN] = True
        if not self._devices.allows(str(device.id)):
            raise _too_many()
        return device


async def _known_device(
    request: Request, shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]
) -> Device:
    auth = cast("DeviceAuth", request.app.state.device_auth)
    device = await auth.admit(request, None if shown is None else shown.credentials)
    if device.kind is DeviceKind.PHONE:
        # Its cookie is for the hub's pages, which let it do less; whoever scanned a code could fill the disk here.
        raise HTTPException(HTTPStatus.FORBIDDEN, "phones use the hub's pages")
    return device


async def expect_still_known(request: Request) -> None:
    """Refuse a device that was let in when it began to wait, and has been revoked since.

    Raises:
        HTTPException: it was.
    """
    await _known_device(request, await _BEARER(request))


KnownDevice = Annotated[Device, Depends(_known_device)]
"""The device of the shop that asks, as a parameter of an operation of an app whose ``state.device_auth`` is a
``DeviceAuth``."""


def expect_kind(device: Device, *kinds: DeviceKind) -> None:
    """Refuse a device that is of none of these kinds.

    Raises:
        HTTPException: it is not.
    """
    if device.kind not in kinds:
        raise HTTPException(HTTPStatus.FORBIDDEN, f"this is not for a {device.kind}")


def _too_many() -> HTTPException:
    return HTTPException(HTTPStatus.TOO_MANY_REQUESTS, "too many requests", {"Retry-After": "1"})
