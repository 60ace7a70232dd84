"""A cart at the hub: who may use it, what state it is in, who is about to pay it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select, update

from kiosk.cart.views import CartState
from kiosk.cart.wire import OperationDocument
from kiosk.hub.devices import DeviceKind
from kiosk.hub.inserts import upsert
from kiosk.hub.tables.carts import cart_members, cart_operations, cart_signers, carts
from kiosk.hub.tables.devices import devices

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from uuid import UUID

    from sqlalchemy import Connection

    from kiosk.cart.operation import Operation
    from kiosk.hub.devices import Device

LEASE_SECONDS: Final = 120

_MOST_CHANGES: Final = 1000
"""Of one answer."""


class NoCartError(LookupError):
    """There is no such cart, or the device has no part in it."""


class LeasedError(Exception):
    """Another device is about to pay the cart.

    Attributes:
        lease: which, and until when.
    """

    def __init__(self, lease: Lease) -> None:
        super().__init__(lease.name)
        self.lease = lease


class ClosedError(Exception):
    """The cart was ordered, or is gone."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A device is about to pay a cart.

    Attributes:
        device: which.
        name: what people call it.
        order: what it is about to order.
        until_ms: milliseconds since 1970 in UTC.
    """

    device: UUID
    name: str
    order: UUID
    until_ms: int


@dataclass(frozen=True, slots=True)
class HubCart:
    """A cart without what is in it."""

    id: UUID
    store: str
    state: CartState
    version: int
    lease: Lease | None


def may_use(device: Device, members: Collection[UUID], store: str) -> bool:
    """Whether a device has a part in a cart: it began it or was let in, or serves the shop's people in its store."""
    return device.id in members or (device.kind is DeviceKind.STAFF and device.store == store)


def find_cart(connection: Connection, cart: UUID, device: Device, now_ms: int, *, locked: bool = False) -> HubCart:
    """A cart in which the device has a part; ``locked`` keeps others from changing it until the transaction ends.

    Raises:
        NoCartError: there is none.
    """
    wanted = (
        select(carts, devices.c.name.label("lease_name"))
        .outerjoin(devices, devices.c.id == carts.c.lease_device)
        .where(carts.c.id == cart)
    )
    row = connection.execute(wanted.with_for_update(key_share=True, of=carts) if locked else wanted).one_or_none()
    members = set(connection.scalars(select(cart_members.c.device).where(cart_members.c.cart == cart)))
    if row is None or not may_use(device, members, row.store):
        raise NoCartError(cart)
    lease = None
    if row.lease_device is not None and row.lease_until_ms > now_ms:
        lease = Lease(row.lease_device, row.lease_name, row.lease_order, row.lease_until_ms)
    state = CartState.PAYING if lease is not None and row.state == "open" else CartState(row.state)
    return HubCart(row.id, row.store, state, row.version, lease)


def changes_after(connection: Connection, cart: HubCart, version: int) -> tuple[list[tuple[int, str]], int]:
    """What was done after ``version``, 1000 steps at most, and the version up to which that is all.

    A step is the version that it made and the operation as JSON.
    """
    table = cart_operations.c
    wanted = (
        select(table.version, table.document)
        .where(table.cart == cart.id, table.version > version, table.version <= cart.version)
        .order_by(table.version)
        .limit(_MOST_CHANGES)
    )
    changes = [(row.version, row.document) for row in connection.execute(wanted)]
    return changes, cart.version if len(changes) < _MOST_CHANGES else changes[-1][0]


def operations_of(connection: Connection, cart: UUID) -> list[Operation]:
    """All that was done to a cart."""
    table = cart_operations.c
    wanted = select(table.document).where(table.cart == cart, table.version.is_not(None)).order_by(table.version)
    return [OperationDocument.model_validate_json(document).value() for document in connection.scalars(wanted)]


def add_member(connection: Connection, cart: UUID, device: UUID, now_ms: int) -> None:
    """Give a device a part in a cart; again is the same."""
    joins = upsert(connection, cart_members).values(cart=cart, device=device, joined_ms=now_ms)
    connection.execute(joins.on_conflict_do_nothing())


def lease_cart(connection: Connection, cart: UUID, device: Device, order: UUID, now_ms: int) -> Lease:
    """Let a device pay, or go on paying: for 120 s nobody else is let.

    Raises:
        NoCartError: there is no such cart.
        ClosedError: it cannot be paid any more.
        LeasedError: somebody else is.
    """
    found = _expect_free(connection, cart, device, now_ms)
    if found.state in {CartState.ORDERED, CartState.GONE}:
        raise ClosedError(cart)
    until_ms = now_ms + LEASE_SECONDS * 1000
    _change(connection, found, now_ms, lease_device=device.id, lease_order=order, lease_until_ms=until_ms)
    return Lease(device.id, device.name, order, until_ms)


def release_cart(connection: Connection, cart: UUID, device: Device, now_ms: int) -> None:
    """Let others pay again, if this device held the cart.

    Raises:
        NoCartError: there is no such cart.
    """
    found = find_cart(connection, cart, device, now_ms, locked=True)
    if found.lease is not None and found.lease.device == device.id:
        _change(connection, found, now_ms, **_NO_LEASE)


def release_order(connection: Connection, cart: UUID, device: Device, order: UUID, now_ms: int) -> None:
    """Let others pay again, if this device held the cart for an order that came to nothing; else nothing changes."""
    held = (carts.c.id == cart, carts.c.lease_device == device.id, carts.c.lease_order == order)
    connection.execute(update(carts).where(*held).values(version=carts.c.version + 1, updated_ms=now_ms, **_NO_LEASE))


def mark_ordered(connection: Connection, cart: UUID, now_ms: int) -> None:
    """Take no more steps on a cart: what is in it was ordered. Again is the same; a cart that is gone stays so."""
    ordered = update(carts).where(carts.c.id == cart, carts.c.state == CartState.OPEN.value)
    connection.execute(
        ordered.values(state=CartState.ORDERED.value, version=carts.c.version + 1, updated_ms=now_ms, **_NO_LEASE)
    )


def abandon_cart(connection: Connection, cart: UUID, device: Device, now_ms: int) -> None:
    """Let all that is in a cart go; again is the same.

    Of one that the hub does not know it remembers that it is gone: its first step may be under way.

    Raises:
        NoCartError: the device has no part in it.
        LeasedError: somebody else is about to pay it.
    """
    if device.kind is DeviceKind.KIOSK:
        row = {"id": cart, "store": device.store, "state": CartState.GONE.value, "version": 1}
        begun = upsert(connection, carts).values(**row, created_ms=now_ms, updated_ms=now_ms)
        if connection.scalar(begun.on_conflict_do_nothing().returning(carts.c.id)) is not None:
            connection.execute(insert(cart_members).values(cart=cart, device=device.id, joined_ms=now_ms))
    found = _expect_free(connection, cart, device, now_ms)
    if found.state is not CartState.GONE:
        connection.execute(delete(cart_operations).where(cart_operations.c.cart == cart))
        connection.execute(delete(cart_signers).where(cart_signers.c.cart == cart))
        _change(connection, found, now_ms, state=CartState.GONE.value, **_NO_LEASE)


def versions_of(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, int]:
    """The version of each of these carts that is there."""
    wanted = select(carts.c.id, carts.c.version).where(carts.c.id.in_(ids))
    return {row.id: row.version for row in connection.execute(wanted)}


def purge_carts(connection: Connection, before_ms: int) -> None:
    """Forget carts that nobody has touched since then."""
    connection.execute(delete(carts).where(carts.c.updated_ms < before_ms))


_NO_LEASE: Final[dict[str, Any]] = {"lease_device": None, "lease_order": None, "lease_until_ms": None}


def _expect_free(connection: Connection, cart: UUID, device: Device, now_ms: int) -> HubCart:
    found = find_cart(connection, cart, device, now_ms, locked=True)
    if found.lease is not None and found.lease.device != device.id:
        raise LeasedError(found.lease)
    return found


def _change(connection: Connection, cart: HubCart, now_ms: int, **values: Any) -> None:
    changed = update(carts).where(carts.c.id == cart.id)
    connection.execute(changed.values(version=cart.version + 1, updated_ms=now_ms, **values))
