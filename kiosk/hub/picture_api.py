"""`/v1/pictures/{name}`: a kiosk hands in the picture that a shopper asked for, or withdraws it."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Final

from fastapi import APIRouter, Depends, HTTPException, Path, Request, Response
from pydantic import BaseModel, Field
from starlette.requests import ClientDisconnect

from kiosk.hub.device_auth import DEVICE_PROBLEMS, KnownDevice, expect_kind
from kiosk.hub.devices import DeviceKind
from kiosk.hub.problems import declared

if TYPE_CHECKING:
    from kiosk.hub.pictures import PictureLimits, PictureStore
    from kiosk.hub.rate_limit import RateLimit

_UPLOAD_SECONDS: Final = 8.0
"""A kiosk that takes longer to say what it has is told so, before its connection is cut."""

_JPEG_BEGINS: Final = b"\xff\xd8\xff"
_JPEG_ENDS: Final = b"\xff\xd9"

_Name = Annotated[
    str,
    Path(
        pattern=r"^[A-Za-z0-9_-]{22,64}$",
        description="A name that no other picture has: under it this one may be sent again, and withdrawn",
    ),
]


class HeldPicture(BaseModel):
    """A picture that a phone can fetch.

    Attributes:
        page: the path of the page that shows it, on the address at which phones reach this hub.
        lifetime_s: how long it is there, seconds.
    """

    page: str = Field(pattern=r"^/p/[A-Za-z0-9_-]{22,64}$")
    lifetime_s: float


async def _kiosk(device: KnownDevice) -> None:
    expect_kind(device, DeviceKind.KIOSK, DeviceKind.STAFF)


def picture_api(pictures: PictureStore, limits: PictureLimits, rate: RateLimit) -> APIRouter:
    """Make the routes.

    Args:
        pictures, limits: where pictures are held, and how much of them.
        rate: how often one may be handed in from each address.
    """
    router = APIRouter(prefix="/v1", tags=["pictures"])

    async def unhurried(request: Request) -> None:
        if not rate.allows(request.client.host if request.client else ""):
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, "too many pictures at once", {"Retry-After": "10"})

    @router.put(
        "/pictures/{name}",
        status_code=HTTPStatus.CREATED,
        dependencies=[Depends(_kiosk), Depends(unhurried)],
        responses=DEVICE_PROBLEMS
        | declared(
            HTTPStatus.BAD_REQUEST,
            HTTPStatus.REQUEST_TIMEOUT,
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            HTTPStatus.UNPROCESSABLE_ENTITY,
        ),
        openapi_extra={
            "requestBody": {
                "required": True,
                "content": {"image/jpeg": {"schema": {"type": "string", "format": "binary"}}},
            }
        },
    )
    async def hold_picture(name: _Name, request: Request, response: Response) -> HeldPicture:
        """Hold a JPEG picture, in memory only, for the phone that opens its page; again, at the same page."""
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "image/jpeg":
            raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a picture is sent as image/jpeg")
        jpeg = await _read_body(request, limits.size)
        if not (jpeg.startswith(_JPEG_BEGINS) and jpeg.endswith(_JPEG_ENDS)):
            raise HTTPException(HTTPStatus.BAD_REQUEST, "this is not a whole JPEG picture")
        response.headers["Cache-Control"] = "no-store"
        return HeldPicture(page=f"/p/{pictures.put(name, jpeg)}", lifetime_s=limits.lifetime)

    @router.delete(
        "/pictures/{name}",
        status_code=HTTPStatus.NO_CONTENT,
        dependencies=[Depends(_kiosk)],
        responses=DEVICE_PROBLEMS | declared(HTTPStatus.UNPROCESSABLE_ENTITY),
    )
    async def withdraw_picture(name: _Name) -> None:
        """Let a picture go, if there is one of this name."""
        pictures.withdraw(name)

    return router


async def _read_body(request: Request, most: int) -> bytes:
    """The request's body, of ``most`` bytes at most, whatever its headers promise."""
    body = bytearray()
    try:
        async with asyncio.timeout(_UPLOAD_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > most:
                    raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a picture has {most} bytes at most")
    except TimeoutError as error:
        raise HTTPException(HTTPStatus.REQUEST_TIMEOUT, "the picture took too long to arrive") from error
    except ClientDisconnect as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "the picture broke off") from error
    return bytes(body)
