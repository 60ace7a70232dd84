"""The hub as a child of a kiosk, on this machine's loopback only: ``python -m kiosk.hub.child``.

It reads the kiosk's token, a line, from its standard input, writes the port that it listens on, a line, to its standard
output, and ends when its standard input does: however the kiosk ends, by ``kill -9`` too, the system closes that pipe.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING, Final

from kiosk.hub.server import build_server, listen

if TYPE_CHECKING:
    import uvicorn

_LAST_SECONDS: Final = 4.0
"""What it takes longer to end in good order than this is ended by force."""


def main() -> None:
    """Serve until the parent is gone or says that it is enough."""
    token = sys.stdin.readline().strip()
    if not token:
        return  # the parent was gone before it said anything
    listening = listen("127.0.0.1", 0)
    print(listening.getsockname()[1], flush=True)  # noqa: T201 - the parent reads it
    server = build_server(token)
    threading.Thread(target=_end_with_parent, args=(server,), name="lifeline", daemon=True).start()
    with listening:
        server.run([listening])


def _end_with_parent(server: uvicorn.Server) -> None:
    sys.stdin.read()
    server.should_exit = True
    threading.Event().wait(_LAST_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    main()
