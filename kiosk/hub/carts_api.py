"""`/v1/operations`, `/v1/carts`: what devices did to carts comes in, and what others did goes out."""

# FastAPI reads these annotations as the program runs: they are not put off.

from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal
from uuid import UUID

from fastapi import APIRouter, HTTPException, Query, Request
from pydantic import BaseModel, Field
from pydantic.config import JsonDict

from kiosk.cart.wire import OperationDocument
from kiosk.hub.cart_state import (
    ClosedError,
    LeasedError,
    NoCartError,
    abandon_cart,
    changes_after,
    find_cart,
    lease_cart,
    release_cart,
)
from kiosk.hub.device_auth import DEVICE_PROBLEMS, KnownDevice, expect_still_known
from kiosk.hub.problems import ProblemError, declared
from kiosk.hub.sent_operations import OperationResult, SentOperation, read_operation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

    from kiosk.hub.cart_state import Lease
    from kiosk.hub.cart_watch import CartWatch
    from kiosk.hub.cart_writer import CartWriter
    from kiosk.hub.database import Database
    from kiosk.hub.devices import Device

LEASED: Final = "urn:vitrine:leased"
"""The kind of problem of a cart that another device is about to pay."""

CLOSED: Final = "urn:vitrine:closed"
"""The kind of problem of a cart that was ordered or is gone."""

_MOST_OPERATIONS: Final = 500
_OPERATION: Final[JsonDict] = {"$ref": "#/components/schemas/OperationDocument"}
_LONGEST_WAIT: Final = 25.0
_LAST_VERSION: Final = 2**31 - 1

_PROBLEMS: Final = DEVICE_PROBLEMS | declared(HTTPStatus.UNPROCESSABLE_ENTITY)


class SentOperations(BaseModel):
    """What was done to carts, the steps of one device on one cart in their order.

    Attributes:
        operations: of any carts; one that is not right is refused, and the others are taken.
    """

    operations: Annotated[
        list[Any],
        Field(
            max_length=_MOST_OPERATIONS, json_schema_extra={"items": {"$ref": "#/components/schemas/OperationDocument"}}
        ),
    ]


class OperationResults(BaseModel):
    """What became of operations, in the order in which they were sent."""

    results: list[OperationResult]
    now_ms: int


class Change(BaseModel):
    """One step that was taken, and the version that it made."""

    version: int
    operation: OperationDocument


class LeaseDocument(BaseModel):
    """A device is about to pay the cart.

    Attributes:
        device: what people call it.
        is_own: whether it is the one that asks.
        order: what it is about to order.
        remaining_s: how long it still may, seconds, unless it asks again.
    """

    device: str
    is_own: bool
    order: UUID
    remaining_s: float


class CartChanges(BaseModel):
    """What was done to a cart after a version.

    Attributes:
        version: up to which this tells; changes of state count too.
    """

    changes: list[Change]
    version: int
    state: Literal["open", "paying", "ordered", "gone"]
    lease: LeaseDocument | None


class LeaseWish(BaseModel):
    """What a device is about to order."""

    order: UUID


def carts_api(database: "Database", writer: "CartWriter", watch: "CartWatch", now_ms: "Callable[[], int]") -> APIRouter:
    """Make the routes.

    Args:
        database: where carts are.
        writer: takes operations.
        watch: waits for changes.
        now_ms: milliseconds since 1970 in UTC.
    """
    router = APIRouter(prefix="/v1", tags=["carts"])

    @router.post("/operations", responses=_PROBLEMS)
    async def take_operations(sent: SentOperations, device: KnownDevice) -> OperationResults:
        """Take steps on carts; a step that comes again is taken once. The first step of a kiosk on a cart begins it."""
        return OperationResults(results=await take(writer, device, sent.operations), now_ms=now_ms())

    @router.get("/carts/{cart}/changes", responses=_PROBLEMS | declared(HTTPStatus.NOT_FOUND))
    async def changes(
        request: Request,
        cart: UUID,
        device: KnownDevice,
        after: Annotated[int, Query(ge=0, le=_LAST_VERSION)] = 0,
        wait: Annotated[float, Query(ge=0, le=_LONGEST_WAIT, description="Seconds; for what is not there yet")] = 0,
    ) -> CartChanges:
        """What was done to a cart after a version, as soon as there is something."""
        told = await database.read(tell_changes, cart, device, after, now_ms())
        if told.version <= after and told.state != "gone" and wait > 0:
            await watch.wait(cart, after, wait)
            await expect_still_known(request)
            told = await database.read(tell_changes, cart, device, after, now_ms())
        return told

    @router.delete(
        "/carts/{cart}",
        status_code=HTTPStatus.NO_CONTENT,
        responses=_PROBLEMS | declared(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT),
    )
    async def abandon(cart: UUID, device: KnownDevice) -> None:
        """Let all that is in a cart go; again is the same."""
        with _refusals():
            await database.write(abandon_cart, cart, device, now_ms())
        watch.changed({cart: _LAST_VERSION})

    @router.post("/carts/{cart}/lease", responses=_PROBLEMS | declared(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT))
    async def lease(cart: UUID, wish: LeaseWish, device: KnownDevice) -> LeaseDocument:
        """Let this device pay the cart, and nobody else, for two minutes; asked again, for two minutes more."""
        with _refusals():
            taken = await database.write(lease_cart, cart, device, wish.order, now_ms())
        watch.changed({cart: _LAST_VERSION})
        return _lease_document(taken, device, now_ms())

    @router.delete(
        "/carts/{cart}/lease",
        status_code=HTTPStatus.NO_CONTENT,
        responses=_PROBLEMS | declared(HTTPStatus.NOT_FOUND),
    )
    async def release(cart: UUID, device: KnownDevice) -> None:
        """Let others pay the cart, if this device was to; again is the same."""
        with _refusals():
            await database.write(release_cart, cart, device, now_ms())
        watch.changed({cart: _LAST_VERSION})

    return router


async def take(writer: "CartWriter", device: "Device", sent: list[object]) -> list[OperationResult]:
    """Take what a device sent, of which some may not be operations; what became of each, in the same order."""
    read = [read_operation(one) for one in sent]
    results = iter(await writer.submit(device, [one for one in read if isinstance(one, SentOperation)]))
    return [next(results) if isinstance(one, SentOperation) else one for one in read]


def tell_changes(connection: "Connection", cart: UUID, device: "Device", after: int, now_ms: int) -> CartChanges:
    """What was done to a cart after a version.

    Raises:
        HTTPException: there is no such cart, or the device has no part in it.
    """
    with _refusals():
        found = find_cart(connection, cart, device, now_ms)
    changes, last = changes_after(connection, found, after)
    return CartChanges(
        changes=[
            Change(version=version, operation=OperationDocument.model_validate_json(document))
            for version, document in changes
        ],
        version=last,
        state=found.state.value,
        lease=None if found.lease is None else _lease_document(found.lease, device, now_ms),
    )


def _lease_document(lease: "Lease", device: "Device", now_ms: int) -> LeaseDocument:
    return LeaseDocument(
        device=lease.name,
        is_own=lease.device == device.id,
        order=lease.order,
        remaining_s=max(0, lease.until_ms - now_ms) / 1000,
    )


@contextmanager
def _refusals() -> "Iterator[None]":
    """Say what a cart refuses as the interface says it."""
    try:
        yield
    except NoCartError as error:
        raise HTTPException(HTTPStatus.NOT_FOUND, "there is no such cart for this device") from error
    except ClosedError as error:
        raise ProblemError(CLOSED, HTTPStatus.CONFLICT, "the cart cannot be paid any more") from error
    except LeasedError as error:
        raise ProblemError(LEASED, HTTPStatus.CONFLICT, f"being paid at {error.lease.name}") from error
