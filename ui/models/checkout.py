"""The way out: pay at the till, or have a store lay everything ready."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from babel.dates import format_datetime
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.orders.code import in_groups
from ui.models.rows import Rows
from ui.qr import QrCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from kiosk.hub_counter import HubCounter
    from kiosk.orders.checkout import PlacedOrder
    from kiosk.orders.collecting import CollectChoice
    from ui.desk import Errands
    from ui.models.cart import Cart
    from ui.models.language import Language

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_WHEN = "EEEE d MMMM, HH:mm"


class CheckoutStep(StrEnum):
    """``CHOOSE``: how to get it. ``STORES``: which store lays it ready. ``PLACING``: it is being ordered.

    ``TILL``, ``COLLECT``: it was ordered so. ``REFUSED``: it was not, and the cart is as it was.
    """

    CHOOSE = "choose"
    STORES = "stores"
    PLACING = "placing"
    TILL = "till"
    COLLECT = "collect"
    REFUSED = "refused"


class OrderDesk(Protocol):
    """Makes orders of the cart, on this kiosk's disk; a ``kiosk.shopping.Shopping``."""

    def collect_choices(self) -> tuple[CollectChoice, ...]:
        """Where the cart could be collected, this store first."""

    def place_till(self, order: UUID) -> PlacedOrder:
        """Order the cart, to be paid at the till."""

    def place_collect(self, order: UUID, store: str) -> PlacedOrder:
        """Order the cart, for a store to lay it ready."""

    def placed(self) -> PlacedOrder | None:
        """What was ordered last in this visit."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A store that could lay the cart ready.

    Attributes:
        ready: when, as the language writes it; empty where nobody knows.
        missing: how many of the cart's articles it has too few of.
        here: the shopper is in it.
    """

    storeId: str
    name: str
    address: str
    ready: str
    missing: int
    here: bool


@QmlElement
@QmlUncreatable("the kiosk has one")
class Checkout(QObject):
    """One order at a time, made on this kiosk's disk whether or not there is a network.

    Attributes:
        step: a ``CheckoutStep``.
        places: ``PlaceRow`` of every store.
        code: the order's, in groups, as it is read out.
        codeSide, codePath: the same for a scanner, as ``QrCode`` has it; 0 and empty where there is none.
        pageSide, pagePath: the order's page for a phone; the same.
        total: what was ordered, as the language writes it.
        place: the store that lays it ready; empty where none does.
        ready: when that is; empty where nobody knows yet.
        confirmed: the hub has the order.
        paid: the till has taken the money.
        reason: why it was refused, or by the hub since; for staff.

    Signals:
        changed: another step, or the hub said something.
    """

    changed = Signal()

    def __init__(
        self,
        desk: Errands[OrderDesk],
        counter: Errands[HubCounter],
        cart: Cart,
        language: Language,
        new_id: Callable[[], UUID],
        parent: QObject | None = None,
    ) -> None:
        """Order nothing yet; ``new_id`` gives UUIDv7s."""
        super().__init__(parent)
        self._desk = desk
        self._counter = counter
        self._cart = cart
        self._language = language
        self._new_id = new_id
        self._step = CheckoutStep.CHOOSE
        self._choices: tuple[CollectChoice, ...] = ()
        self._places = Rows(PlaceRow, self)
        self._placed: PlacedOrder | None = None
        self._chosen: CollectChoice | None = None
        self._page: QrCode | None = None
        self._reason = ""
        language.changed.connect(self._refresh)

    @property
    def isPlacing(self) -> bool:
        """Whether the visit must not end now."""
        return self._step is CheckoutStep.PLACING

    @Slot()
    def begin(self) -> None:
        """Choose how to get what is in the cart."""
        self._placed, self._chosen, self._page = None, None, None
        self._enter(CheckoutStep.CHOOSE)

    @Slot()
    def payAtTill(self) -> None:
        """Take everything to the till."""
        self._order(CheckoutStep.TILL, lambda desk, order: desk.place_till(order))

    @Slot()
    def chooseStore(self) -> None:
        """See which stores could lay everything ready."""
        self._desk.do(lambda desk: desk.collect_choices(), self._show_choices, self._refuse)

    @Slot(str)
    def collectAt(self, store: str) -> None:
        """Have a store lay everything ready."""
        self._chosen = next((choice for choice in self._choices if choice.store.id == store), None)
        if self._chosen is not None:
            self._order(CheckoutStep.COLLECT, lambda desk, order: desk.place_collect(order, store))

    @Slot()
    def askPage(self) -> None:
        """Show the code of the order's page, on which a phone finds the receipt."""
        if self._placed is not None:
            code = self._placed.order.code
            self._counter.do(lambda counter: counter.orders.page(code), self._show_page, self._note)

    @Slot()
    def look(self) -> None:
        """The hub may have said something of the order."""
        if self._placed is not None:
            self._desk.do(lambda desk: desk.placed(), self._show_news, self._note)

    @Slot()
    def letGo(self) -> None:
        """The visit is over, or the shopper goes on."""
        self.begin()

    @Property(str, notify=changed)
    def step(self) -> str:
        """How far it is."""
        return self._step

    @Property(Rows, constant=True)
    def places(self) -> Rows:
        """The stores."""
        return self._places

    @Property(str, notify=changed)
    def code(self) -> str:
        """The order's code."""
        return in_groups(self._placed.order.code) if self._placed else ""

    @Property(int, notify=changed)
    def codeSide(self) -> int:
        """The code's width and height, modules."""
        return self._scanned.side if self._scanned else 0

    @Property(str, notify=changed)
    def codePath(self) -> str:
        """The code's dark modules."""
        return self._scanned.path if self._scanned else ""

    @Property(int, notify=changed)
    def pageSide(self) -> int:
        """The width and height of the page's code, modules."""
        return self._page.side if self._page else 0

    @Property(str, notify=changed)
    def pagePath(self) -> str:
        """The dark modules of the page's code."""
        return self._page.path if self._page else ""

    @Property(str, notify=changed)
    def total(self) -> str:
        """What was ordered."""
        return self._placed.order.total.in_language(self._language.current) if self._placed else ""

    @Property(str, notify=changed)
    def place(self) -> str:
        """Who lays it ready."""
        return self._chosen.store.name.in_language(self._language.current) if self._chosen else ""

    @Property(str, notify=changed)
    def ready(self) -> str:
        """When it is ready."""
        return self._write(self._chosen.ready) if self._chosen else ""

    @Property(bool, notify=changed)
    def confirmed(self) -> bool:
        """Whether the hub has it."""
        return self._placed is not None and self._placed.sent and self._placed.refusal is None

    @Property(bool, notify=changed)
    def paid(self) -> bool:
        """Whether the till has taken the money."""
        return self._placed is not None and self._placed.paid

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why it was refused."""
        return self._reason

    @property
    def _scanned(self) -> QrCode | None:
        return QrCode.of(self._placed.order.code) if self._placed else None

    def _order(self, step: CheckoutStep, place: Callable[[OrderDesk, UUID], PlacedOrder]) -> None:
        """Make the order; where another device has the cart too, not before the hub keeps that from paying it."""
        view = self._cart.view
        if view is None or view.cart is None or self._step is CheckoutStep.PLACING:
            return
        cart, order = view.cart, self._new_id()
        self._enter(CheckoutStep.PLACING)

        def make(refuse: Callable[[str], None]) -> None:
            self._desk.do(lambda desk: place(desk, order), lambda placed: self._show_placed(step, placed), refuse)

        def let_go(reason: str) -> None:
            self._counter.do(lambda counter: counter.orders.release(cart), lambda _: None, self._note)
            self._refuse(reason)

        def go_on(is_ours: bool) -> None:
            if is_ours:
                make(let_go)
            else:
                self._refuse("")

        if view.shared:
            self._counter.do(lambda counter: counter.orders.lease(cart, order), go_on, self._refuse)
        else:
            make(self._refuse)

    def _show_choices(self, choices: tuple[CollectChoice, ...]) -> None:
        self._choices = choices
        self._enter(CheckoutStep.STORES)

    def _show_placed(self, step: CheckoutStep, placed: PlacedOrder) -> None:
        self._placed = placed
        self._enter(step)
        self._cart.look()

    def _show_news(self, placed: PlacedOrder | None) -> None:
        if placed is not None:
            self._placed = placed
            self._reason = placed.refusal or ""
            self.changed.emit()

    def _show_page(self, url: str) -> None:
        self._page = QrCode.of(url)
        self.changed.emit()

    def _refuse(self, reason: str) -> None:
        self._enter(CheckoutStep.REFUSED, reason)

    def _note(self, reason: str) -> None:
        self._reason = reason
        self.changed.emit()

    def _enter(self, step: CheckoutStep, reason: str = "") -> None:
        self._step, self._reason = step, reason
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._places.show([self._row(choice, is_first=index == 0) for index, choice in enumerate(self._choices)])
        self.changed.emit()

    def _row(self, choice: CollectChoice, *, is_first: bool) -> PlaceRow:
        language, address = self._language.current, choice.store.address
        return PlaceRow(
            choice.store.id,
            choice.store.name.in_language(language),
            f"{address.street}, {address.city.in_language(language)}",
            self._write(choice.ready),
            len(choice.missing),
            is_first,
        )

    def _write(self, when: datetime | None) -> str:
        return "" if when is None else format_datetime(when, _WHEN, locale=self._language.current)
