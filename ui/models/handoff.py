"""The code that a phone scans to go on with the cart: asked for, shown for a while, and taken once."""

from __future__ import annotations

from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.qr import QrCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.handoff import HandoffLink, JoinedCart
    from kiosk.hub_counter import HubCounter
    from ui.desk import Errands
    from ui.models.cart import Cart

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SECOND_MS: Final = 1000


class HandoffState(StrEnum):
    """``OFF``: no code. ``ASKING``: one is on its way. ``SHOWN``: a phone may scan it. ``EXPIRED``: its time is over.

    ``FAILED``: the hub gave none. ``REFUSED``: a cart that a phone showed could not be brought here.
    """

    OFF = "off"
    ASKING = "asking"
    SHOWN = "shown"
    EXPIRED = "expired"
    FAILED = "failed"
    REFUSED = "refused"


@QmlElement
@QmlUncreatable("the kiosk has one")
class Handoff(QObject):
    """One code at a time, for the cart of the visit.

    Attributes:
        state: a ``HandoffState``.
        codeSide, codePath: the QR code, as ``QrCode`` has it; 0 and empty unless ``SHOWN``.
        secondsLeft: until the code expires, while it is shown.
        reason: for staff, why it ``FAILED`` or was ``REFUSED``.

    Signals:
        changed: another state, or a second went by.
        adopted: a cart was brought here by its code, or could not be.
    """

    changed = Signal()
    adopted = Signal()

    def __init__(
        self,
        counter: Errands[HubCounter],
        cart: Cart,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        """Ask at this counter, for this cart; ``clock`` counts seconds and never runs backwards."""
        super().__init__(parent)
        self._counter = counter
        self._cart = cart
        self._clock = clock
        self._state = HandoffState.OFF
        self._code: QrCode | None = None
        self._reason = ""
        self._due = 0.0
        self._ticket = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.check)

    @Slot()
    def begin(self) -> None:
        """Ask for a code; again, for another one. An empty cart has none."""
        view = self._cart.view
        if view is None or view.cart is None:
            return
        cart = view.cart
        self._ticket += 1
        ticket = self._ticket
        self._enter(HandoffState.ASKING)
        self._counter.do(
            lambda counter: counter.handoffs.hand_over(cart),
            lambda link: self._offer(ticket, link),
            lambda reason: self._fail(ticket, reason),
        )

    @Slot(str)
    def adopt(self, text: str) -> None:
        """Bring the cart here whose code a phone shows; what is not a code of this shop changes nothing."""

        def redeem(counter: HubCounter) -> JoinedCart | None:
            code = counter.handoffs.read_code(text)
            return None if code is None else counter.handoffs.redeem(code)

        self._ticket += 1
        ticket = self._ticket
        self._counter.do(redeem, self._take_over, lambda reason: self._refuse(ticket, reason))

    @Slot()
    def letGo(self) -> None:
        """Show no code any more."""
        self._ticket += 1
        self._enter(HandoffState.OFF)

    @Slot()
    def check(self) -> None:
        """Look at the clock."""
        if self._state is HandoffState.SHOWN and self._clock() >= self._due:
            self._enter(HandoffState.EXPIRED)
        else:
            self.changed.emit()

    @Property(str, notify=changed)
    def state(self) -> str:
        """What becomes of the code."""
        return self._state

    @Property(int, notify=changed)
    def codeSide(self) -> int:
        """The code's width and height, modules."""
        return self._code.side if self._code else 0

    @Property(str, notify=changed)
    def codePath(self) -> str:
        """The code's dark modules."""
        return self._code.path if self._code else ""

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        """Until the code expires."""
        return max(0, ceil(self._due - self._clock())) if self._state is HandoffState.SHOWN else 0

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why there is no code."""
        return self._reason

    def _offer(self, ticket: int, link: HandoffLink) -> None:
        """Show the code once the cart is sure to outlive the visit: a phone may open it the moment that it shows."""
        if ticket == self._ticket:
            due = self._clock() + link.expires_s
            self._cart.share(lambda: self._show(ticket, link, due), lambda reason: self._fail(ticket, reason))

    def _show(self, ticket: int, link: HandoffLink, due: float) -> None:
        if ticket == self._ticket:
            self._due = due
            self._enter(HandoffState.SHOWN, code=QrCode.of(link.url))

    def _fail(self, ticket: int, reason: str) -> None:
        if ticket == self._ticket:
            self._enter(HandoffState.FAILED, reason=reason)

    def _refuse(self, ticket: int, reason: str) -> None:
        if ticket == self._ticket:
            self._enter(HandoffState.REFUSED, reason=reason)
            self.adopted.emit()

    def _take_over(self, joined: JoinedCart | None) -> None:
        if joined is not None:
            self._cart.join(joined.cart, joined.news)
            self.adopted.emit()

    def _enter(self, state: HandoffState, *, code: QrCode | None = None, reason: str = "") -> None:
        self._state, self._code, self._reason = state, code, reason
        if state is HandoffState.SHOWN:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()
