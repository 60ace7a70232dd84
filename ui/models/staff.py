"""How the kiosk's way to the hub is doing, for the shop's people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from babel.dates import format_timedelta
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.models.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.local.outbox import OutboxHealth
    from kiosk.sync.status import SyncStatus
    from ui.desk import Errands
    from ui.models.language import Language

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_NO_HUB: Final = "none"


class HealthDesk(Protocol):
    """Knows what waits for the hub; a ``kiosk.shopping.Shopping``."""

    def health(self) -> OutboxHealth:
        """How the way to the hub is doing."""

    def retry(self, number: int) -> OutboxHealth:
        """Send a parked entry again."""


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """What the hub refused for good, without anything that a shopper wrote."""

    number: int
    summary: str
    reason: str
    mayRetry: bool


@QmlElement
@QmlUncreatable("the kiosk has one")
class Staff(QObject):
    """What waits for the hub and what it refused; nothing about a shopper.

    Attributes:
        unsent: how many entries wait.
        oldest: for how long the oldest does, as the language writes it; empty where nothing waits.
        parked: ``ParkedRow``, the oldest first.
        hub: a ``LinkState``, or "none" where the shop has no hub.
        trouble: what is wrong on the way to it, or with this kiosk's disk; empty where nothing is.
        contact: how long ago the hub answered last, as the language writes it; empty before it did.

    Signals:
        changed: any of it.
    """

    changed = Signal()

    def __init__(
        self,
        desk: Errands[HealthDesk],
        language: Language,
        wall_ms: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        """Know nothing yet; ``wall_ms`` gives milliseconds since 1970 in UTC."""
        super().__init__(parent)
        self._desk = desk
        self._language = language
        self._wall_ms = wall_ms
        self._health: OutboxHealth | None = None
        self._status: SyncStatus | None = None
        self._trouble = ""
        self._parked = Rows(ParkedRow, self)
        language.changed.connect(self.changed)

    @Slot()
    def look(self) -> None:
        """See how it is now."""
        self._desk.do(lambda desk: desk.health(), self._show, self._fail)

    @Slot(int)
    def tryAgain(self, number: int) -> None:
        """Send a parked entry again."""
        self._desk.do(lambda desk: desk.retry(number), self._show, self._fail)

    @Slot(object)
    def noteStatus(self, status: SyncStatus) -> None:
        """The way to the hub is another."""
        self._status = status
        self.changed.emit()

    @Property(int, notify=changed)
    def unsent(self) -> int:
        """What waits."""
        return self._health.unsent if self._health else 0

    @Property(str, notify=changed)
    def oldest(self) -> str:
        """For how long."""
        return self._ago(self._health.oldest_ms if self._health else None)

    @Property(Rows, constant=True)
    def parked(self) -> Rows:
        """What was refused."""
        return self._parked

    @Property(str, notify=changed)
    def hub(self) -> str:
        """How the way to the hub is."""
        return self._status.state if self._status else _NO_HUB

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """What is wrong."""
        return self._trouble or (self._status.trouble if self._status else "")

    @Property(str, notify=changed)
    def contact(self) -> str:
        """When the hub answered last."""
        return self._ago(self._status.contact_ms if self._status else None)

    def _ago(self, at_ms: int | None) -> str:
        if at_ms is None:
            return ""
        return format_timedelta(max(0, self._wall_ms() - at_ms) // 1000, locale=self._language.current)

    def _show(self, health: OutboxHealth) -> None:
        self._health, self._trouble = health, ""
        self._parked.show(
            [ParkedRow(entry.number, entry.summary, entry.reason, entry.can_retry) for entry in health.parked]
        )
        self.changed.emit()

    def _fail(self, trouble: str) -> None:
        self._trouble = trouble
        self.changed.emit()
