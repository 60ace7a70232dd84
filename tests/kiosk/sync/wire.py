"""A network that can go away, as kiosks notice it: nothing is refused, and nothing comes any more."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

_CHUNK: Final = 65536


class Wire:
    """Stands before a hub, as a context.

    What is on its way when the network goes never comes, nor does what follows on its connection.

    Attributes:
        port: where kiosks find it.
    """

    def __init__(self, find_hub: Callable[[], int]) -> None:
        """Serve nothing yet; ``find_hub`` gives the hub's port."""
        self._find_hub = find_hub
        self._gone = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._ends: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, name="wire")]

    def __enter__(self) -> Self:
        """Begin."""
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        """Cut every connection."""
        for end in (self._listening, *self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        for thread in self._threads:
            thread.join()

    def cut(self) -> None:
        """The network goes."""
        self._gone.set()

    def mend(self) -> None:
        """The network is back, for new connections."""
        self._gone.clear()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                kiosk, _ = self._listening.accept()
                self._ends.append(kiosk)
                if self._gone.is_set():
                    continue
                hub = socket.create_connection(("127.0.0.1", self._find_hub()))
                self._ends.append(hub)
                lost = threading.Event()
                for source, sink in ((kiosk, hub), (hub, kiosk)):
                    thread = threading.Thread(target=self._carry, args=(source, sink, lost), name="wire")
                    self._threads.append(thread)
                    thread.start()

    def _carry(self, source: socket.socket, sink: socket.socket, lost: threading.Event) -> None:
        with suppress(OSError):
            while chunk := source.recv(_CHUNK):
                if self._gone.is_set():
                    lost.set()
                if not lost.is_set():
                    sink.sendall(chunk)
        if not lost.is_set():
            with suppress(OSError):
                sink.shutdown(socket.SHUT_WR)
