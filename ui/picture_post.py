"""The way of a picture from the screen to the hub, on a thread of its own: it encodes, and it waits for the network."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal

from kiosk.hub.errors import HubError
from ui.qr import QrCode

if TYPE_CHECKING:
    from typing import Self

    from PySide6.QtGui import QImage

_LONGEST_SIDE: Final = 2048
"""Pixels; what fills the screen of a large phone."""

_QUALITY: Final = 90


class Client(Protocol):
    """Who talks to the hub; a ``kiosk.hub_client.HubClient``."""

    def prepare(self) -> None:
        """See that there is a hub."""

    def send_picture(self, jpeg: bytes) -> str:
        """Hand in a picture; gives the link that a phone opens."""


class _Errand(Enum):
    PREPARE = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class _Letter:
    ticket: int
    picture: QImage


class PicturePost(QObject):
    """Takes pictures to the hub, one after the other, from its entry as a context to its end.

    Signals:
        sent: a ticket, and the ``QrCode`` of the link to its picture.
        failed: a ticket, and for staff why its picture did not get there, a sentence.
    """

    sent = Signal(int, object)
    failed = Signal(int, str)

    def __init__(self, client: Client) -> None:
        """Send nothing yet; ``client`` is used by this post's thread only."""
        super().__init__()
        self._client = client
        self._tray: SimpleQueue[_Letter | _Errand] = SimpleQueue()
        # A daemon, so that a process that dies of a mistake does not wait for the network.
        self._thread = threading.Thread(target=self._run, name="picture post", daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End, once a picture under way has got there or failed."""
        self._tray.put(_Errand.END)
        self._thread.join()

    def prepare(self) -> None:
        """A picture may be sent soon."""
        self._tray.put(_Errand.PREPARE)

    def send(self, ticket: int, picture: QImage) -> None:
        """Send this picture, which is the post's from now on; ``ticket`` comes back with what becomes of it."""
        self._tray.put(_Letter(ticket, picture))

    def _run(self) -> None:
        while (letter := self._tray.get()) is not _Errand.END:
            if isinstance(letter, _Letter):
                self._deliver(letter)
            else:
                # What is wrong now is told when a picture is sent.
                with suppress(HubError):
                    self._client.prepare()
            del letter

    def _deliver(self, letter: _Letter) -> None:
        try:
            code = QrCode.of(self._client.send_picture(as_jpeg(letter.picture)))
        except HubError as error:
            self.failed.emit(letter.ticket, str(error))
        else:
            self.sent.emit(letter.ticket, code)
        finally:
            letter.picture.fill(0)


def as_jpeg(picture: QImage) -> bytes:
    """A picture for a phone: JPEG, no side over 2048 pixels, nothing in it but the pixels."""
    if max(picture.width(), picture.height()) > _LONGEST_SIDE:
        picture = picture.scaled(
            _LONGEST_SIDE,
            _LONGEST_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "JPEG", _QUALITY):  # type: ignore[call-overload]  # Qt takes devices, its stubs do not know
        raise RuntimeError("Qt cannot write JPEG: its image plug-in is missing")
    return bytes(buffer.data().data())
