"""`/v1/orders`, `/v1/order-codes` and `/v1/till`: kiosks place orders and follow them, tills take the money."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any, Concatenate, Final, ParamSpec
from uuid import UUID

from fastapi import APIRouter, HTTPException, Path
from pydantic import BaseModel

from kiosk.hub.cart_state import release_order
from kiosk.hub.device_auth import DEVICE_PROBLEMS, KnownDevice, expect_kind
from kiosk.hub.devices import DeviceKind
from kiosk.hub.held_orders import HeldOrder, UnknownOrderError, find_order
from kiosk.hub.orders import advance, start_return, take_order, take_payment
from kiosk.hub.problems import declared
from kiosk.hub.tables.orders import orders
from kiosk.orders.code import read_code
from kiosk.orders.order import OrderError, OrderState, payable
from kiosk.orders.wire import (
    OrderDocument,
    OrderLineDocument,
    OrderStatusDocument,
    PaymentDocument,
    ReturnDocument,
    StateDocument,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from kiosk.hub.database import Database
    from kiosk.hub.devices import Device
    from kiosk.hub.orders import Shop
    from kiosk.hub.rate_limit import RateLimit

_P = ParamSpec("_P")

_PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    **DEVICE_PROBLEMS,
    **declared(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY),
}

_OrderId = Annotated[UUID, Path(description="An order's id")]
_Code = Annotated[str, Path(min_length=1, max_length=40, description="An order's code, however it was typed")]


class TillOrder(BaseModel):
    """An order as the till needs it.

    Attributes:
        status: where it stands.
        payable: whether money can be taken for it now.
        lines: as they are paid.
    """

    status: OrderStatusDocument
    payable: bool
    lines: tuple[OrderLineDocument, ...]


class OrderDesk:
    """Asks the database about orders and says in HTTP what cannot be done."""

    def __init__(self, database: Database, shop: Shop, wall_ms: Callable[[], int], guesses: RateLimit) -> None:
        """Keep orders in ``database``.

        Args:
            database: where orders are.
            shop: what things cost, and where.
            wall_ms: milliseconds since 1970 in UTC.
            guesses: how often each asker may name a code.
        """
        self._database = database
        self._shop = shop
        self._wall_ms = wall_ms
        self._guesses = guesses

    async def take(self, document: OrderDocument, device: Device) -> HeldOrder:
        """Take an order; see ``kiosk.hub.orders.take_order``. One that is refused keeps nobody from paying its cart."""
        order, now_ms = document.value(), self._wall_ms()
        try:
            return await self.change(take_order, self._shop, order, device, now_ms)
        except HTTPException:
            await self._database.write(release_order, order.cart, device, order.id, now_ms)
            raise

    async def find(self, order: UUID) -> HeldOrder:
        """The order with this id."""
        try:
            return await self._database.read(find_order, orders.c.id == order)
        except UnknownOrderError as error:
            raise _unknown() from error

    async def find_by_code(self, asker: str, typed: str) -> HeldOrder:
        """The order with the code that somebody typed or scanned."""
        if not self._guesses.allows(asker):
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, "too many codes at once", {"Retry-After": "10"})
        code = read_code(typed)
        if code is None:
            raise _unknown()
        try:
            return await self._database.read(find_order, orders.c.code == code)
        except UnknownOrderError as error:
            raise _unknown() from error

    async def advance(self, order: UUID, state: OrderState) -> HeldOrder:
        """Note that an order is further; see ``kiosk.hub.orders.advance``."""
        return await self.change(advance, order, state, self._wall_ms())

    async def pay(self, order: UUID, payment: PaymentDocument, device: UUID) -> HeldOrder:
        """Note a payment; see ``kiosk.hub.orders.take_payment``."""
        return await self.change(take_payment, order, payment, device, self._wall_ms())

    async def start_return(self, order: UUID, wanted: ReturnDocument) -> HeldOrder:
        """Note a return; see ``kiosk.hub.orders.start_return``."""
        return await self.change(start_return, order, wanted, self._wall_ms())

    async def change(
        self, work: Callable[Concatenate[Connection, _P], HeldOrder], *args: _P.args, **kwargs: _P.kwargs
    ) -> HeldOrder:
        """Do something to an order."""
        try:
            return await self._database.write(work, *args, **kwargs)
        except UnknownOrderError as error:
            raise _unknown() from error
        except OrderError as error:
            raise HTTPException(HTTPStatus.CONFLICT, str(error)) from error


def orders_api(desk: OrderDesk) -> APIRouter:
    """Make the routes for kiosks and staff."""
    router = APIRouter(prefix="/v1", tags=["orders"], responses=_PROBLEMS)

    @router.put("/orders/{order}")
    async def place_order(order: _OrderId, document: OrderDocument, device: KnownDevice) -> OrderStatusDocument:
        """Take an order that was made on the device, maybe long ago; told again, it is taken once."""
        _expect_shop(device)
        if document.id != order:
            raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, "the order's id is not that of its address")
        return _told(await desk.take(document, device))

    @router.get("/orders/{order}")
    async def read_order(order: _OrderId, device: KnownDevice) -> OrderStatusDocument:
        """Where an order stands."""
        _expect_shop(device)
        return _told(await desk.find(order))

    @router.post("/orders/{order}/cancellation")
    async def cancel_order(order: _OrderId, device: KnownDevice) -> OrderStatusDocument:
        """Cancel an order that is not paid; again, it stays so."""
        _expect_shop(device)
        return _told(await desk.advance(order, OrderState.CANCELLED))

    @router.get("/order-codes/{code}")
    async def read_order_of_code(code: _Code, device: KnownDevice) -> OrderStatusDocument:
        """Where the order with this code stands."""
        _expect_shop(device)
        return _told(await desk.find_by_code(str(device.id), code))

    @router.post("/order-codes/{code}/return")
    async def return_order_of_code(code: _Code, document: ReturnDocument, device: KnownDevice) -> OrderStatusDocument:
        """Start to return what was bought by the order with this code; told again, it is started once."""
        _expect_shop(device)
        held = await desk.find_by_code(str(device.id), code)
        return _told(await desk.start_return(held.order.id, document))

    return router


def till_api(desk: OrderDesk) -> APIRouter:
    """Make the routes for tills, which hand over goods and take and give back money."""
    router = APIRouter(prefix="/v1/till", tags=["till"], responses=_PROBLEMS)

    @router.get("/orders/{code}")
    async def read_order_at_till(code: _Code, device: KnownDevice) -> TillOrder:
        """What is to be paid under a code that was scanned."""
        _expect_till(device)
        return _at_till(await desk.find_by_code(str(device.id), code))

    @router.post("/orders/{order}/payments")
    async def pay_order(order: _OrderId, document: PaymentDocument, device: KnownDevice) -> TillOrder:
        """Note that all that is due was paid; told again under the same key, it is paid once."""
        _expect_till(device)
        return _at_till(await desk.pay(order, document, device.id))

    @router.post("/orders/{order}/state")
    async def move_order(order: _OrderId, document: StateDocument, device: KnownDevice) -> TillOrder:
        """Note that an order is further: prepared, ready, shipped, handed over, taken back, or cancelled."""
        expect_kind(device, DeviceKind.TILL, DeviceKind.STAFF)
        return _at_till(await desk.advance(order, document.state))

    return router


def _told(held: HeldOrder) -> OrderStatusDocument:
    return OrderStatusDocument.of(held.status)


def _at_till(held: HeldOrder) -> TillOrder:
    return TillOrder(
        status=_told(held),
        payable=payable(held.order.kind, held.state),
        lines=tuple(OrderLineDocument.of(line) for line in held.lines),
    )


def _expect_shop(device: Device) -> None:
    expect_kind(device, DeviceKind.KIOSK, DeviceKind.STAFF, DeviceKind.TILL)


def _expect_till(device: Device) -> None:
    expect_kind(device, DeviceKind.TILL)


def _unknown() -> HTTPException:
    return HTTPException(HTTPStatus.NOT_FOUND, "there is no such order")
