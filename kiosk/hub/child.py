"""The hub as a child of a kiosk, on this machine's loopback only: ``python -m kiosk.hub.child``.

It reads the kiosk's token and the address of its database, a line each, from its standard input, writes the port that
it listens on, a line, to its standard output, and ends when its standard input does: however the kiosk ends, by
``kill -9`` too, the system closes that pipe.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING, Final

from kiosk.hub.admin import open_database
from kiosk.hub.devices import DeviceKind, add_device, find_devices, hash_token, new_device
from kiosk.hub.log import write_log
from kiosk.hub.server import build_server, listen
from kiosk.hub.shop_loading import ShopFiles, load_shop, read_shop
from kiosk.wall_clock import wall_ms

if TYPE_CHECKING:
    from kiosk.hub.database import Database
    from kiosk.hub.server import HubServer

_LAST_SECONDS: Final = 8.0
"""What it takes longer to end in good order than this is ended by force."""


def main() -> None:
    """Serve until the parent is gone or says that it is enough."""
    token, url = sys.stdin.readline().strip(), sys.stdin.readline().strip()
    if not url:
        return  # the parent was gone before it had said everything
    write_log()
    with open_database(url) as database, listen("127.0.0.1", 0) as listening:
        shop = read_shop(ShopFiles.sample())
        load_shop(database, shop)
        _admit(database, token, next(iter(shop.stores)))
        server = build_server(database)
        threading.Thread(target=_end_with_parent, args=(server,), name="lifeline", daemon=True).start()
        print(listening.getsockname()[1], flush=True)  # noqa: T201 - the parent reads it
        server.run([listening])


def _admit(database: Database, token: str, store: str) -> None:
    """Let the kiosk in, unless it was let in before."""
    with database.writing() as connection:
        if not find_devices(connection, [hash_token(token)]):
            kiosk = new_device("Mirror", store, DeviceKind.KIOSK)
            add_device(connection, kiosk, token, wall_ms())


def _end_with_parent(server: HubServer) -> None:
    sys.stdin.read()
    server.should_exit = True
    threading.Event().wait(_LAST_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    main()
