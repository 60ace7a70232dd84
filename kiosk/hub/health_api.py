"""`/v1/health` and `/v1/devices/me`: whether the hub is well, and who asks."""

# FastAPI reads these annotations as the program runs: they are not put off.

from http import HTTPStatus
from typing import TYPE_CHECKING, Literal

from fastapi import APIRouter, Request, Response
from fastapi.exceptions import HTTPException
from pydantic import BaseModel
from sqlalchemy import select

from kiosk.hub.database import UNAVAILABLE
from kiosk.hub.device_auth import DEVICE_PROBLEMS, KnownDevice
from kiosk.hub.devices import DeviceKind
from kiosk.hub.problems import declared

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kiosk.hub.database import Database
    from kiosk.hub.rate_limit import RateLimit


class Health(BaseModel):
    """Whether the hub can do its work."""

    status: Literal["ok", "failing"]
    version: str
    database: Literal["ok", "unreachable"]


class DeviceDocument(BaseModel):
    """A device as the hub knows it."""

    name: str
    store: str
    kind: DeviceKind


def health_api(database: "Database", version: str, rate: "RateLimit") -> APIRouter:
    """Make the routes.

    Args:
        database: without which the hub is not well.
        version: the hub's.
        rate: how often each address may ask how the hub is.
    """
    router = APIRouter(prefix="/v1", tags=["hub"])

    @router.get(
        "/health",
        responses=declared(HTTPStatus.TOO_MANY_REQUESTS)
        | {int(HTTPStatus.SERVICE_UNAVAILABLE): {"model": Health, "description": "The hub cannot do its work"}},
    )
    async def health(request: Request, response: Response) -> Health:
        """Whether the hub can do its work; for who watches over it."""
        if not rate.allows(request.client.host if request.client else ""):
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, "too many requests", {"Retry-After": "10"})
        response.headers["Cache-Control"] = "no-store"
        try:
            await database.read(_ask)
        except UNAVAILABLE:
            response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
            return Health(status="failing", version=version, database="unreachable")
        return Health(status="ok", version=version, database="ok")

    @router.get("/devices/me", responses=DEVICE_PROBLEMS)
    async def me(device: KnownDevice) -> DeviceDocument:
        """The device that asks, by its token."""
        return DeviceDocument(name=device.name, store=device.store, kind=device.kind)

    return router


def _ask(connection: "Connection") -> None:
    connection.execute(select(1))
