"""The way of a picture from the screen to the hub, on a thread of its own: it encodes, and it waits for the network."""

from __future__ import annotations

import secrets
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal

from kiosk.hub.errors import HubError
from ui.qr import QrCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from PySide6.QtGui import QImage

_LONGEST_SIDE: Final = 2048
"""Pixels; what fills the screen of a large phone."""

_QUALITY: Final = 90

_LAST_SECONDS: Final = 12.0
"""What is under way is waited for at the end: as long as a hub that answers nothing is waited for."""


class Client(Protocol):
    """Who talks to the hub; a ``kiosk.hub_client.HubClient``."""

    def prepare(self) -> None:
        """See that there is a hub."""

    def send_picture(self, name: str, jpeg: bytes) -> str:
        """Hand in a picture, again or for the first time; gives the link that a phone opens."""

    def withdraw_picture(self, name: str) -> None:
        """See that the hub does not hold this picture."""


class LostPictureError(Exception):
    """There are no pixels: the screen's could not be read, or there is no memory for them."""


@dataclass(frozen=True, slots=True)
class _Preparation:
    pass


@dataclass(frozen=True, slots=True)
class _Letter:
    ticket: int
    picture: QImage


@dataclass(frozen=True, slots=True)
class _Withdrawal:
    ticket: int


_Errand: TypeAlias = _Preparation | _Letter | _Withdrawal


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
        self._series = secrets.token_urlsafe(18)
        self._tray: deque[_Errand] = deque()
        self._unseen: int | None = None  # the ticket of the picture that is under way
        self._ending = False
        self._changed = threading.Condition()
        # A daemon, so that a process that dies of a mistake does not wait for the network.
        self._thread = threading.Thread(target=self._run, name="picture post", daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End: what waits is dropped; a picture under way is waited for and withdrawn, for nobody will see its code."""
        with self._changed:
            self._ending = True
            if self._unseen is not None:
                self._tray.append(_Withdrawal(self._unseen))
            self._drop(lambda errand: not isinstance(errand, _Withdrawal))
            self._changed.notify()
        self._thread.join(_LAST_SECONDS)

    def prepare(self) -> None:
        """A picture may be sent soon."""
        self._put(_Preparation())

    def send(self, ticket: int, picture: QImage) -> None:
        """Send this picture, which is the post's from now on.

        ``ticket`` comes back with what becomes of it. Sent again with its ticket, a picture is at the hub once.
        """
        self._put(_Letter(ticket, picture))

    def cancel(self, ticket: int) -> None:
        """The picture of this ticket goes nowhere: it is not sent if it was not yet, and else the hub lets it go.

        Where the hub cannot be reached for that, the picture goes when its time is over; nobody was shown its link.
        """
        with self._changed:
            self._drop(lambda errand: isinstance(errand, _Letter) and errand.ticket == ticket)
            self._put(_Withdrawal(ticket))

    def _put(self, errand: _Errand) -> None:
        with self._changed:
            self._tray.append(errand)
            self._changed.notify()

    def _drop(self, unwanted: Callable[[_Errand], bool]) -> None:
        """Take errands out of the tray, and overwrite the pictures among them; the caller has the lock."""
        for errand in filter(unwanted, list(self._tray)):
            self._tray.remove(errand)
            if isinstance(errand, _Letter):
                errand.picture.fill(0)

    def _run(self) -> None:
        while (errand := self._next()) is not None:
            match errand:
                case _Letter():
                    self._deliver(errand)
                case _Withdrawal(ticket):
                    # Else its time ends it.
                    with suppress(HubError):
                        self._client.withdraw_picture(self._name(ticket))
                case _Preparation():
                    # What is wrong now is told when a picture is sent.
                    with suppress(HubError):
                        self._client.prepare()
            del errand

    def _next(self) -> _Errand | None:
        """Wait for the next errand; None when there is none any more."""
        with self._changed:
            self._changed.wait_for(lambda: self._tray or self._ending)
            errand = self._tray.popleft() if self._tray else None
            self._unseen = errand.ticket if isinstance(errand, _Letter) else None
            return errand

    def _deliver(self, letter: _Letter) -> None:
        try:
            code = QrCode.of(self._client.send_picture(self._name(letter.ticket), as_jpeg(letter.picture)))
        except (HubError, LostPictureError) as error:
            self.failed.emit(letter.ticket, str(error))
        else:
            with self._changed:
                self._unseen = None
            self.sent.emit(letter.ticket, code)
        finally:
            letter.picture.fill(0)

    def _name(self, ticket: int) -> str:
        """What the hub knows a picture by: no other post's has it."""
        return f"{self._series}-{ticket}"


def as_jpeg(picture: QImage) -> bytes:
    """A picture for a phone: JPEG, no side over 2048 pixels, nothing in it but the pixels.

    What is made on the way is overwritten; the JPEG itself is the caller's, and Python's to free.

    Raises:
        LostPictureError: the picture is null.
    """
    small = picture
    if max(picture.width(), picture.height()) > _LONGEST_SIDE:
        small = picture.scaled(
            _LONGEST_SIDE,
            _LONGEST_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    if small.isNull():
        raise LostPictureError("the picture could not be read from the screen, or there was no memory for it")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    try:
        if not small.save(buffer, "JPEG", _QUALITY):  # type: ignore[call-overload]  # Qt takes devices, its stubs do not know
            raise RuntimeError("Qt cannot write JPEG: its image plug-in is missing")
        return bytes(buffer.data().data())
    finally:
        buffer.buffer().fill(0)
        if small is not picture:
            small.fill(0)
