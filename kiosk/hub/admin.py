"""What the shop's people do to a hub from its own machine, on its database."""

from __future__ import annotations

import os
import re
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import IntegrityError

from kiosk.hub.database import Database
from kiosk.hub.devices import add_device, list_devices, new_device, new_token, revoke_device
from kiosk.hub.errors import HubError
from kiosk.wall_clock import wall_ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.hub.devices import Device, DeviceKind

_NAME: Final = re.compile(r"[^\W_][\w .-]{0,63}")
_STORE: Final = re.compile(r"[A-Za-z0-9._-]{1,40}")


def default_database() -> str:
    """The address of the database of a hub that is given none: a file of the user's own, in a folder that is there.

    Raises:
        HubError: the folder cannot be made.
    """
    folder = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "vitrine"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise HubError(f"{folder}: the hub's folder cannot be made: {error.strerror}") from error
    return f"sqlite:///{folder / 'hub.db'}"


@contextmanager
def open_database(url: str) -> Iterator[Database]:
    """A hub's database, in its newest form.

    Raises:
        HubError: it cannot be used.
    """
    with closing(Database(url)) as database:
        database.migrate()
        yield database


def admit_device(database: Database, name: str, store: str, kind: DeviceKind) -> str:
    """Let a device in from now on; gives its token, which is nowhere else.

    Raises:
        HubError: the name is taken, or one of both is none.
    """
    if not _NAME.fullmatch(name):
        raise HubError(f"{name[:64]!r} is no name for a device: letters, digits, spaces, dots and dashes, 64 at most")
    if not _STORE.fullmatch(store):
        raise HubError(f"{store[:64]!r} is not the id of a store")
    token = new_token()
    try:
        with database.writing() as connection:
            add_device(connection, new_device(name, store, kind), token, wall_ms())
    except IntegrityError as error:
        raise HubError(f"there is, or was, a device named {name!r}: give this one another name") from error
    return token


def dismiss_device(database: Database, name: str) -> None:
    """Let a device in no more.

    Raises:
        HubError: there is none of this name.
    """
    with database.writing() as connection:
        if not revoke_device(connection, name, wall_ms()):
            raise HubError(f"there is no device named {name[:64]!r}")


def devices_of(database: Database) -> Sequence[Device]:
    """All devices but phones, by name."""
    with database.reading() as connection:
        return list_devices(connection)
