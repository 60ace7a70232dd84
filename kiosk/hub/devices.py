"""Devices: who may speak to the hub, known by the digest of a token."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import insert, select, update
from uuid6 import uuid7

from kiosk.hub.tables.devices import devices

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection, Row

_TOKEN_BYTES: Final = 32


class DeviceKind(StrEnum):
    """What a device is, which says what it may do."""

    KIOSK = "kiosk"
    TILL = "till"
    STAFF = "staff"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Device:
    """One that the hub knows.

    Attributes:
        id: the hub's own key.
        name: what people call it, unique.
        store: where it stands, the store's id.
        kind: what it is.
        is_revoked: it is not let in any more.
    """

    id: UUID
    name: str
    store: str
    kind: DeviceKind
    is_revoked: bool = False


def new_token() -> str:
    """256 random bits, URL-safe."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def hash_token(token: str) -> bytes:
    """What is kept of a token. It has 256 random bits: no salt and no slowness would make it harder to find."""
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def add_device(connection: Connection, device: Device, token: str, now_ms: int) -> None:
    """Let a device in from now on.

    Raises:
        sqlalchemy.exc.IntegrityError: its name or token is taken.
    """
    connection.execute(
        insert(devices).values(
            id=device.id,
            name=device.name,
            store=device.store,
            kind=device.kind.value,
            token_hash=hash_token(token),
            created_ms=now_ms,
        )
    )


def new_device(name: str, store: str, kind: DeviceKind) -> Device:
    """A device that the hub does not know yet."""
    return Device(UUID(bytes=uuid7().bytes), name, store, kind)


def revoke_device(connection: Connection, name: str, now_ms: int) -> bool:
    """Let a device in no more; whether there is one of this name."""
    revoked = update(devices).where(devices.c.name == name, devices.c.revoked_ms.is_(None)).values(revoked_ms=now_ms)
    connection.execute(revoked)
    return connection.scalar(select(devices.c.id).where(devices.c.name == name)) is not None


def find_devices(connection: Connection, token_hashes: Collection[bytes]) -> dict[bytes, Device]:
    """The devices whose tokens have these digests, revoked or not, by digest."""
    found = connection.execute(select(devices).where(devices.c.token_hash.in_(token_hashes)))
    return {bytes(row.token_hash): _device(row) for row in found}


def list_devices(connection: Connection) -> Sequence[Device]:
    """All but phones, which come and go, by name."""
    listed = select(devices).where(devices.c.kind != DeviceKind.PHONE.value).order_by(devices.c.name)
    return [_device(row) for row in connection.execute(listed)]


def _device(row: Row[tuple[object, ...]]) -> Device:
    return Device(row.id, row.name, row.store, DeviceKind(row.kind), row.revoked_ms is not None)
