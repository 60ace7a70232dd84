"""Where an order stands whose code a shopper shows or types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from babel.dates import format_datetime
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.orders.code import in_groups, read_code
from kiosk.orders.order import RETURNABLE
from ui.models.rows import Rows
from ui.qr import QrCode

if TYPE_CHECKING:
    from kiosk.hub_counter import HubCounter
    from kiosk.orders.order import OrderStatus
    from ui.desk import Errands
    from ui.models.language import Language

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_WHEN = "d MMMM, HH:mm"


class TrackerState(StrEnum):
    """``OFF``: no code yet. ``ASKING``: the hub is asked. ``FOUND``, ``UNKNOWN``, ``FAILED``: what came of it."""

    OFF = "off"
    ASKING = "asking"
    FOUND = "found"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class StepRow:
    """One state that the order came to, a key, and when, as the language writes it."""

    step: str
    at: str


@QmlElement
@QmlUncreatable("the kiosk has one")
class OrderTracker(QObject):
    """One order at a time, without anything about who bought it.

    Attributes:
        state: a ``TrackerState``.
        code: of the order that was found, in groups.
        steps: ``StepRow``, the first first.
        total: what is paid for it, as the language writes it.
        ready: when it can be fetched; empty where nothing is to be, or nobody knows.
        returnable: a return of it can be started.
        pageSide, pagePath: the order's page for a phone, as ``QrCode`` has it; 0 and empty before it is there.
        reason: for staff, why the hub did not answer.

    Signals:
        changed: another state, order or language.
    """

    changed = Signal()

    def __init__(self, counter: Errands[HubCounter], language: Language, parent: QObject | None = None) -> None:
        """Ask at this counter."""
        super().__init__(parent)
        self._counter = counter
        self._language = language
        self._state = TrackerState.OFF
        self._status: OrderStatus | None = None
        self._steps = Rows(StepRow, self)
        self._page: QrCode | None = None
        self._reason = ""
        self._ticket = 0
        language.changed.connect(self._refresh)

    @Slot(str)
    def track(self, typed: str) -> None:
        """Ask where the order of this code stands; what cannot be a code is not asked for."""
        self.letGo()
        code = read_code(typed)
        if code is None:
            self._enter(TrackerState.UNKNOWN)
            return
        ticket = self._ticket
        self._enter(TrackerState.ASKING)
        self._counter.do(
            lambda counter: (counter.orders.track(code), counter.orders.page(code)),
            lambda answer: self._show(ticket, *answer),
            lambda reason: self._fail(ticket, reason),
        )

    @Slot()
    def letGo(self) -> None:
        """Forget the order."""
        self._ticket += 1
        self._status, self._page = None, None
        self._enter(TrackerState.OFF)

    @Property(str, notify=changed)
    def state(self) -> str:
        """What is known."""
        return self._state

    @Property(str, notify=changed)
    def code(self) -> str:
        """Of the order."""
        return in_groups(self._status.code) if self._status else ""

    @Property(Rows, constant=True)
    def steps(self) -> Rows:
        """Where it has been."""
        return self._steps

    @Property(str, notify=changed)
    def total(self) -> str:
        """What is paid for it."""
        return self._status.charged.in_language(self._language.current) if self._status else ""

    @Property(str, notify=changed)
    def ready(self) -> str:
        """When it can be fetched."""
        return self._write(self._status.ready_ms) if self._status and self._status.ready_ms is not None else ""

    @Property(bool, notify=changed)
    def returnable(self) -> bool:
        """Whether a return can be started."""
        return self._status is not None and self._status.state in RETURNABLE[self._status.kind]

    @Property(int, notify=changed)
    def pageSide(self) -> int:
        """The code's width and height, modules."""
        return self._page.side if self._page else 0

    @Property(str, notify=changed)
    def pagePath(self) -> str:
        """The code's dark modules."""
        return self._page.path if self._page else ""

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why the hub did not answer."""
        return self._reason

    def _show(self, ticket: int, status: OrderStatus | None, page: str) -> None:
        if ticket != self._ticket:
            return
        self._status = status
        self._page = None if status is None else QrCode.of(page)
        self._enter(TrackerState.UNKNOWN if status is None else TrackerState.FOUND)

    def _fail(self, ticket: int, reason: str) -> None:
        if ticket == self._ticket:
            self._enter(TrackerState.FAILED, reason)

    def _enter(self, state: TrackerState, reason: str = "") -> None:
        self._state, self._reason = state, reason
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        steps = self._status.steps if self._status else ()
        self._steps.show([StepRow(step.state, self._write(step.at_ms)) for step in steps])
        self.changed.emit()

    def _write(self, at_ms: int) -> str:
        when = datetime.fromtimestamp(at_ms / 1000).astimezone()
        return format_datetime(when, _WHEN, locale=self._language.current)
