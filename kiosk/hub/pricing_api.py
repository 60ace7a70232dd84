"""`/v1/carts/{cart}/priced`: what a cart costs now."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from fastapi import APIRouter, HTTPException, Path
from pydantic import ValidationError

from kiosk.hub.cart_state import NoCartError, find_cart
from kiosk.hub.device_auth import DEVICE_PROBLEMS, KnownDevice
from kiosk.hub.problems import declared
from kiosk.offers.priced_wire import PricedCartDocument

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from kiosk.hub.database import Database
    from kiosk.hub.devices import Device
    from kiosk.hub.pricing import HubPricing

_CartId = Annotated[UUID, Path(description="A cart's id")]


def pricing_api(database: Database, pricing: HubPricing, now_ms: Callable[[], int]) -> APIRouter:
    """Make the route.

    Args:
        database: where carts are.
        pricing: says what they cost.
        now_ms: milliseconds since 1970 in UTC.
    """
    router = APIRouter(prefix="/v1", tags=["carts"])

    @router.get(
        "/carts/{cart}/priced",
        responses=DEVICE_PROBLEMS | declared(HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY),
    )
    async def read_priced_cart(cart: _CartId, device: KnownDevice) -> PricedCartDocument:
        """What a cart costs now, at the hub's prices and with its offers."""
        return await database.read(_tell, pricing, cart, device, now_ms())

    return router


def _tell(connection: Connection, pricing: HubPricing, cart: UUID, device: Device, now_ms: int) -> PricedCartDocument:
    try:
        found = find_cart(connection, cart, device, now_ms)
    except NoCartError as error:
        raise HTTPException(HTTPStatus.NOT_FOUND, "there is no such cart for this device") from error
    try:
        return PricedCartDocument.of(pricing.price_at_hub(connection, found))
    except ValidationError as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, "this cart comes to more than can be said") from error
