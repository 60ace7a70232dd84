"""`/v1/carts/{cart}/handoffs`, `/v1/handoffs`: kiosks hand carts over to phones and take them back."""

# FastAPI reads these annotations as the program runs: they are not put off.

from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Final
from uuid import UUID

from fastapi import APIRouter, HTTPException, Path
from pydantic import BaseModel, Field

from kiosk.cart.views import CartState
from kiosk.hub.cart_state import NoCartError, find_cart
from kiosk.hub.device_auth import DEVICE_PROBLEMS, KnownDevice
from kiosk.hub.handoffs import CODE_PATTERN, LIFETIME_S, find_handoff, make_handoff, use_handoff
from kiosk.hub.problems import declared

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from kiosk.hub.database import Database
    from kiosk.hub.devices import Device
    from kiosk.hub.rate_limit import RateLimit

_PROBLEMS: Final = DEVICE_PROBLEMS | declared(HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY)

_Code = Annotated[str, Path(pattern=CODE_PATTERN, description="What the code that was read ends in")]


class MadeHandoff(BaseModel):
    """A code that lets one device into the cart.

    Attributes:
        code: the code.
        page: the path of the page that it opens, on the address at which phones reach this hub.
        expires_s: how long it is good, seconds.
    """

    code: str = Field(pattern=CODE_PATTERN)
    page: str = Field(pattern=r"^/c/[A-Za-z0-9_-]{24}$")
    expires_s: int


class RedeemedHandoff(BaseModel):
    """The cart that the device has a part in now."""

    cart: UUID


def handoffs_api(database: "Database", now_ms: "Callable[[], int]", rate: "RateLimit") -> APIRouter:
    """Make the routes.

    Args:
        database: where carts are.
        now_ms: milliseconds since 1970 in UTC.
        rate: how often each device may make or redeem a code.
    """
    router = APIRouter(prefix="/v1", tags=["handoffs"])

    def expect_unhurried(device: "Device") -> None:
        if not rate.allows(str(device.id)):
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, "too many codes at once", {"Retry-After": "10"})

    @router.post("/carts/{cart}/handoffs", status_code=HTTPStatus.CREATED, responses=_PROBLEMS)
    async def make(cart: UUID, device: KnownDevice) -> MadeHandoff:
        """Make a code that lets one more device into the cart: once, and within five minutes."""
        expect_unhurried(device)
        code = await database.write(_make, cart, device, now_ms())
        return MadeHandoff(code=code, page=f"/c/{code}", expires_s=LIFETIME_S)

    @router.post("/handoffs/{code}/redeem", responses=_PROBLEMS)
    async def redeem(code: _Code, device: KnownDevice) -> RedeemedHandoff:
        """Let this device into the cart behind a code; again, by the same device, is the same."""
        expect_unhurried(device)
        return RedeemedHandoff(cart=await database.write(_redeem, code, device, now_ms()))

    return router


def _make(connection: "Connection", cart: UUID, device: "Device", now_ms: int) -> str:
    try:
        found = find_cart(connection, cart, device, now_ms)
    except NoCartError as error:
        raise HTTPException(HTTPStatus.NOT_FOUND, "there is no such cart for this device") from error
    if found.state is CartState.GONE:
        raise HTTPException(HTTPStatus.NOT_FOUND, "there is no such cart for this device")
    return make_handoff(connection, cart, now_ms)


def _redeem(connection: "Connection", code: str, device: "Device", now_ms: int) -> UUID:
    handoff = find_handoff(connection, code, now_ms)
    if handoff is None or handoff.used_by not in {None, device.id}:
        raise HTTPException(HTTPStatus.NOT_FOUND, "this code opens nothing")
    use_handoff(connection, code, handoff.cart, device.id, now_ms)
    return handoff.cart
