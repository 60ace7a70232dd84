"""The live picture: whether there is one, what part of it is shown, and before beside now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, QRectF, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.framing import Crop, Framing
from ui.multimedia import QVideoSink
from vision.messages import FrameReady, Guidance, MirrorState, SetCompare, SetRest

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.models.people import People
    from ui.picture import PictureFeed
    from vision.messages import Wish

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_WAKING_MS: Final = 6000
"""A first picture that takes longer than this is not waited for: the kiosk goes on without."""

_SPLIT_STEP: Final = 0.002


@QmlElement
@QmlUncreatable("the kiosk has one")
class Mirror(QObject):
    """The picture and what the shopper is told about it.

    Attributes:
        view: "waking" (the first picture is on its way), "live", or "resting" (no picture; everything else works).
        reason: for staff, why there is no picture.
        guidance: a ``Guidance``, what keeps the mirror from working well.
        crop: the part of the picture to show, in fractions of its width and height.
        compare: the share of the shown width that is left bare, 0 (none) to 1.

    Signals:
        viewChanged: the picture came or went.
        guidanceChanged: something else keeps the mirror from working well.
        cropChanged: another part of the picture is to be shown.
        compareChanged: the bare part is another.
    """

    viewChanged = Signal()
    guidanceChanged = Signal()
    cropChanged = Signal()
    compareChanged = Signal()

    def __init__(
        self, feed: PictureFeed, people: People, send: Callable[[Wish], None], parent: QObject | None = None
    ) -> None:
        """Follow the feed, with the people in the middle; ``send`` takes commands to the worker."""
        super().__init__(parent)
        self._feed = feed
        self._people = people
        self._send = send
        self._state = MirrorState.STARTING
        self._waking = True
        self._reason = ""
        self._guidance = Guidance.NONE
        self._framing = Framing()
        self._area_aspect = 1.0
        self._crop = Crop(0.0, 0.0, 1.0, 1.0)
        self._compare = 0.0
        self._split: float | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._stop_waiting)
        self._patience.start(_WAKING_MS)
        feed.shown.connect(self._take)
        feed.stateChanged.connect(self._enter)

    def reset(self) -> None:
        """Nothing compared; the next shopper sees themselves whole."""
        self.leaveBare(0.0)

    def rest(self, *, resting: bool) -> None:
        """Nobody sees the picture now, or somebody does again."""
        self._send(SetRest(resting))

    @Slot(QVideoSink)
    def showOn(self, sink: QVideoSink | None) -> None:
        """Show the picture here; with None, nowhere."""
        self._feed.set_sink(sink)

    @Slot(float)
    def fill(self, aspect: float) -> None:
        """The picture's place on the screen has this width over height."""
        if aspect > 0:
            self._area_aspect = aspect

    @Slot(float)
    def leaveBare(self, share: float) -> None:
        """Compare: leave this share of the shown width bare, from the left; 0 ends the comparison."""
        share = min(1.0, max(0.0, share))
        if share != self._compare:
            self._compare = share
            self._send_split()
            self.compareChanged.emit()

    @Slot(float, float)
    def touchFace(self, x: float, y: float) -> None:
        """Dress who is seen at this place from now on, in shares of the shown width and height."""
        self._people.dress_at(self._crop.frame_x(x), self._crop.frame_y(y))

    @Property(str, notify=viewChanged)
    def view(self) -> str:
        """What there is to see."""
        if self._state is MirrorState.LIVE:
            return "live"
        return "waking" if self._waking else "resting"

    @Property(str, notify=viewChanged)
    def reason(self) -> str:
        """Why there is no picture, for staff."""
        return self._reason

    @Property(str, notify=guidanceChanged)
    def guidance(self) -> str:
        """What keeps the mirror from working well, a key."""
        return self._guidance

    @Property(QRectF, notify=cropChanged)
    def crop(self) -> QRectF:
        """The part of the picture to show."""
        return QRectF(self._crop.x, self._crop.y, self._crop.width, self._crop.height)

    @Property(float, notify=compareChanged)
    def compare(self) -> float:
        """The share that is left bare."""
        return self._compare

    @Slot(object)
    def _take(self, ready: FrameReady) -> None:
        self._feed.acknowledge()
        aspect = ready.width / ready.height
        crop = self._framing.update(self._people.subject(), aspect, self._area_aspect, ready.captured_at)
        if crop != self._crop:
            self._crop = crop
            self.cropChanged.emit()
            self._send_split()
        if ready.guidance is not self._guidance:
            self._guidance = ready.guidance
            self.guidanceChanged.emit()

    @Slot(object, str)
    def _enter(self, state: MirrorState, reason: str) -> None:
        if state is not MirrorState.STARTING:
            self._waking = False
            self._patience.stop()
        self._state, self._reason = state, reason
        self.viewChanged.emit()

    @Slot()
    def _stop_waiting(self) -> None:
        self._waking = False
        self.viewChanged.emit()

    def _send_split(self) -> None:
        split = self._crop.frame_x(self._compare) if self._compare > 0 else None
        settled = split is not None and self._split is not None and abs(split - self._split) < _SPLIT_STEP
        if split != self._split and not settled:
            self._split = split
            self._send(SetCompare(split))
