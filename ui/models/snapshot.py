"""The picture that a shopper may take: counted down to, looked at, sent to a phone or let go."""

from __future__ import annotations

from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from ui.models.mirror import Mirror
    from ui.picture import PictureFeed
    from ui.qr import QrCode

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_COUNT_SECONDS: Final = 3


class SnapshotState(StrEnum):
    """``OFF``: the mirror is live. ``COUNTING``: a picture is about to be taken. ``HELD``: it stands still."""

    OFF = "off"
    COUNTING = "counting"
    HELD = "held"


class Delivery(StrEnum):
    """What becomes of the picture that is held.

    ``NONE``: nothing, there is no hub. ``OFFERED``: it may be sent. ``SENDING``, ``SENT``, ``FAILED``: it was asked to.
    """

    NONE = "none"
    OFFERED = "offered"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


class Post(Protocol):
    """Takes pictures to the hub; a ``ui.picture_post.PicturePost``."""

    def prepare(self) -> None:
        """A picture may be sent soon."""

    def send(self, ticket: int, picture: QImage) -> None:
        """Send this picture, for the first time or again."""

    def cancel(self, ticket: int) -> None:
        """Whatever was sent with this ticket goes nowhere."""


@QmlElement
@QmlUncreatable("the kiosk has one")
class Snapshot(QObject):
    """One picture at a time, in memory only, as part of the visit.

    Attributes:
        state: a ``SnapshotState``.
        secondsLeft: until the picture is taken, 3 to 1; else 0.
        delivery: a ``Delivery``.
        reason: for staff, why the picture was not sent.
        codeSide, codePath: the QR code that a phone scans, as ``QrCode`` has it; 0 and empty unless ``SENT``.
        handedOver: a picture of this visit was sent.

    Signals:
        stateChanged: the picture is counted down to, stands still, or is gone.
        secondsLeftChanged: a second of the countdown went by.
        deliveryChanged: something became of the picture.
    """

    stateChanged = Signal()
    secondsLeftChanged = Signal()
    deliveryChanged = Signal()

    def __init__(
        self,
        feed: PictureFeed,
        mirror: Mirror,
        post: Post | None,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        """Hold no picture; without a ``post`` none can be sent. ``clock`` counts seconds and never runs backwards."""
        super().__init__(parent)
        self._feed = feed
        self._mirror = mirror
        self._post = post
        self._clock = clock
        self._state = SnapshotState.OFF
        self._delivery = Delivery.NONE
        self._reason = ""
        self._code: QrCode | None = None
        self._handed_over = False
        self._ticket = 0
        self._due = 0.0
        self._seconds_left = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.check)

    @Slot()
    def begin(self) -> None:
        """Count down to a picture, or to another one; nothing happens without a live mirror."""
        if self._mirror.view != "live":
            return
        self.letGo()
        self._mirror.leaveBare(0.0)
        if self._post is not None:
            self._post.prepare()
        self._due = self._clock() + _COUNT_SECONDS
        self._enter(SnapshotState.COUNTING)
        self.check()

    @Slot()
    def letGo(self) -> None:
        """Forget the picture, or do not take it; what is under way is called back, and what was sent stays."""
        if self._post is not None and self._delivery in {Delivery.SENDING, Delivery.FAILED}:
            self._post.cancel(self._ticket)  # of what failed, too, the hub may have a copy: its answer was what failed
        self._ticket += 1  # an answer that comes comes too late
        self._feed.release()
        self._become(Delivery.NONE)
        self._enter(SnapshotState.OFF)

    @Slot()
    def send(self) -> None:
        """Send the picture to the hub, or try again; the phone is shown a code when it is there."""
        if self._post is not None and self._delivery in {Delivery.OFFERED, Delivery.FAILED}:
            self._become(Delivery.SENDING)
            self._post.send(self._ticket, self._feed.held_part(self._mirror.crop))

    @Slot()
    def check(self) -> None:
        """Look at the clock."""
        if self._state is SnapshotState.COUNTING:
            left = self._due - self._clock()
            if left > 0:
                self._count(ceil(left))
                self._timer.start(ceil((left % 1.0 or 1.0) * 1000))
            else:
                self._take()

    def forget(self) -> None:
        """The next shopper sent nothing yet."""
        self._handed_over = False
        self.deliveryChanged.emit()

    @Slot(int, object)
    def delivered(self, ticket: int, code: QrCode) -> None:
        """The post: the picture of this ticket is at the hub, and this is the code of the link to it."""
        if ticket == self._ticket:
            self._handed_over = True
            self._become(Delivery.SENT, code=code)

    @Slot(int, str)
    def refused(self, ticket: int, reason: str) -> None:
        """The post: the picture of this ticket did not get there."""
        if ticket == self._ticket:
            self._become(Delivery.FAILED, reason=reason)

    @Property(str, notify=stateChanged)
    def state(self) -> str:
        """Whether there is a picture."""
        return self._state

    @Property(int, notify=secondsLeftChanged)
    def secondsLeft(self) -> int:
        """Until the picture is taken."""
        return self._seconds_left

    @Property(str, notify=deliveryChanged)
    def delivery(self) -> str:
        """What becomes of the picture."""
        return self._delivery

    @Property(str, notify=deliveryChanged)
    def reason(self) -> str:
        """Why it was not sent, for staff."""
        return self._reason

    @Property(int, notify=deliveryChanged)
    def codeSide(self) -> int:
        """The code's width and height, modules."""
        return 0 if self._code is None else self._code.side

    @Property(str, notify=deliveryChanged)
    def codePath(self) -> str:
        """The code's dark modules."""
        return "" if self._code is None else self._code.path

    @Property(bool, notify=deliveryChanged)
    def handedOver(self) -> bool:
        """Whether a picture of this visit was sent."""
        return self._handed_over

    def _take(self) -> None:
        """A camera that was away for a moment, and is back, takes the picture all the same."""
        if self._mirror.view == "live" and self._feed.hold():
            self._become(Delivery.NONE if self._post is None else Delivery.OFFERED)
            self._enter(SnapshotState.HELD)
        else:
            self._enter(SnapshotState.OFF)

    def _enter(self, state: SnapshotState) -> None:
        if state is not SnapshotState.COUNTING:
            self._timer.stop()
            self._count(0)
        if state is not self._state:
            self._state = state
            self.stateChanged.emit()

    def _count(self, seconds: int) -> None:
        if seconds != self._seconds_left:
            self._seconds_left = seconds
            self.secondsLeftChanged.emit()

    def _become(self, delivery: Delivery, *, code: QrCode | None = None, reason: str = "") -> None:
        self._delivery, self._code, self._reason = delivery, code, reason
        self.deliveryChanged.emit()
