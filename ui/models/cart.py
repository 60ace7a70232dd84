"""The cart: what is in it, what it comes to, and what a touch does to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.cart.wire import LONGEST_COUPON, LONGEST_NOTE, MOST_OF_A_LINE
from ui.models.cart_rows import (
    GIFT_WRAP,
    YES,
    CartRow,
    CouponRow,
    SavingRow,
    TaxRow,
    cart_row,
    coupon_row,
    gone_row,
    tax_row,
)
from ui.models.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from kiosk.cart.views import CartView, ItemName
    from kiosk.local.cart_store import CartNews
    from kiosk.money import Money
    from kiosk.offers.priced_cart import PricedCart, PricedLine
    from ui.desk import Errands
    from ui.models.language import Language
    from ui.models.live_visit import LiveVisit

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_UNSENT_MS: Final = 5000
"""What is not sent after so long waits for the network rather than for its turn."""


class Shopping(Protocol):
    """What is done to the cart of this visit; a ``kiosk.shopping.Shopping``.

    Every method gives the cart as it is then, on disk.
    """

    def begin(self) -> CartView:
        """A visit begins, with nothing in its cart."""

    def end(self) -> CartView:
        """The visit is over: what nobody needs any more goes."""

    def view(self) -> CartView:
        """The cart as it is."""

    def add(self, sku: str, quantity: int, options: Mapping[str, str]) -> CartView:
        """So many more."""

    def take(self, sku: str) -> CartView:
        """One fewer."""

    def remove(self, sku: str) -> CartView:
        """None of it."""

    def set_option(self, sku: str, name: str, value: str) -> CartView:
        """A choice about a line."""

    def set_coupon(self, code: str, *, applied: bool) -> CartView:
        """A coupon is handed in, or taken back."""

    def set_note(self, text: str) -> CartView:
        """What the shop should know."""

    def share(self) -> CartView:
        """Another device is offered the cart."""

    def join(self, cart: UUID, news: CartNews) -> CartView:
        """Go on with a cart that was begun elsewhere; what is in this one comes along."""


@dataclass(frozen=True, slots=True)
class _Removed:
    """A line that can be brought back."""

    sku: str
    name: str
    quantity: int
    options: Mapping[str, str]


@QmlElement
@QmlUncreatable("the kiosk has one")
class Cart(QObject):
    """The cart of the visit, as it is on disk: a touch shows once it is there.

    Attributes:
        rows, offers, coupons, taxes: ``CartRow``, ``SavingRow``, ``CouponRow``, ``TaxRow``.
        count: how many things there are.
        hasWorn: something is on the face, and all of it is in the cart.
        total, subtotal, savings: as the language writes them; savings are empty where there are none.
        note: for the shop.
        waiting: the hub does not have all of it for a while now.
        shared: another device has the cart too.
        payingAt: the name of another device that takes payment for it; empty when none does.
        removed: the name of the line that was removed last and can be brought back; empty when there is none.
        news: the name of what another device added last; empty when that is not new.
        trouble: for staff, why the last touch could not be kept; empty when it was.

    Signals:
        changed: the cart is another, or the language.
        added: something was put in by this mirror.
    """

    changed = Signal()
    added = Signal()

    def __init__(
        self, desk: Errands[Shopping], live: LiveVisit, language: Language, parent: QObject | None = None
    ) -> None:
        """Begin with nothing in the cart; the ``desk`` keeps it."""
        super().__init__(parent)
        self._desk = desk
        self._live = live
        self._language = language
        self._view: CartView | None = None
        self._rows = Rows(CartRow, self)
        self._offers = Rows(SavingRow, self)
        self._coupons = Rows(CouponRow, self)
        self._taxes = Rows(TaxRow, self)
        self._removed: _Removed | None = None
        self._news = ""
        self._trouble = ""
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_UNSENT_MS)
        self._waiting.timeout.connect(self.changed)
        language.changed.connect(self._refresh)
        live.changed.connect(self.changed)

    @property
    def view(self) -> CartView | None:
        """The cart as it was shown last; None before the first."""
        return self._view

    def begin(self) -> None:
        """Another visit: nothing of the one before is shown, whatever the desk still answers about it."""
        self._forget()
        self._ask(lambda shopping: shopping.begin())

    def end(self) -> None:
        """The visit is over."""
        self._forget()
        self._ask(lambda shopping: shopping.end())

    @Slot()
    def look(self) -> None:
        """Another device may have changed the cart, or the hub its prices."""
        self._ask(lambda shopping: shopping.view(), self._show_news)

    def share(self, then: Callable[[], None], trouble: Callable[[str], None]) -> None:
        """Have the cart outlive the visit, since another device is to have it: ``then``, once that is on the disk."""

        def shared(view: CartView) -> None:
            self._show_step(view)
            then()

        self._desk.do(lambda shopping: shopping.share(), shared, trouble)

    def join(self, cart: UUID, news: CartNews) -> None:
        """Go on with a cart that was begun elsewhere, of which the hub tells this."""
        self._ask(lambda shopping: shopping.join(cart, news))

    @Slot(str)
    def add(self, sku: str) -> None:
        """One more of this."""
        self._ask(lambda shopping: shopping.add(sku, 1, {}), self._show_added)

    @Slot()
    def addWorn(self) -> None:
        """One of everything on the face that is not in the cart yet."""
        for sku in self._worn_outside:
            self.add(sku)

    @Slot(str)
    def more(self, sku: str) -> None:
        """One more of a line."""
        row = self._row(sku)
        if row is not None and row.quantity < MOST_OF_A_LINE:
            self._ask(lambda shopping: shopping.add(sku, 1, {}))

    @Slot(str)
    def fewer(self, sku: str) -> None:
        """One fewer of a line; of the last one, the line goes and can be brought back."""
        row = self._row(sku)
        if row is not None and row.quantity == 1:
            self.remove(sku)
        elif row is not None:
            self._ask(lambda shopping: shopping.take(sku))

    @Slot(str)
    def remove(self, sku: str) -> None:
        """The line goes."""
        row, line = self._row(sku), self._line(sku)
        if row is not None:
            removed = None if line is None else _Removed(sku, row.name, line.quantity, line.options)
            self._ask(lambda shopping: shopping.remove(sku), lambda view: self._show_removed(view, removed))

    @Slot()
    def undo(self) -> None:
        """The line that was removed last comes back."""
        removed = self._removed
        if removed is not None:
            self._ask(lambda shopping: shopping.add(removed.sku, removed.quantity, removed.options))

    @Slot(str, bool)
    def wrap(self, sku: str, wrapped: bool) -> None:
        """Wrap a line as a gift, or not."""
        self._ask(lambda shopping: shopping.set_option(sku, GIFT_WRAP, YES if wrapped else ""))

    @Slot(str)
    def useCoupon(self, typed: str) -> None:
        """Hand in a coupon; what cannot be one changes nothing."""
        code = "".join(char for char in typed.upper() if char == "-" or (char.isascii() and char.isalnum()))
        if 0 < len(code) <= LONGEST_COUPON:
            self._ask(lambda shopping: shopping.set_coupon(code, applied=True))

    @Slot(str)
    def dropCoupon(self, code: str) -> None:
        """Take a coupon back."""
        self._ask(lambda shopping: shopping.set_coupon(code, applied=False))

    @Slot(str)
    def writeNote(self, text: str) -> None:
        """Tell the shop something; what is too long is cut."""
        plain = "".join(char if char.isprintable() else " " for char in text).strip()[:LONGEST_NOTE]
        self._ask(lambda shopping: shopping.set_note(plain))

    @Slot()
    def forgetNews(self) -> None:
        """What another device added was seen."""
        self._news = ""
        self.changed.emit()

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """The lines."""
        return self._rows

    @Property(Rows, constant=True)
    def offers(self) -> Rows:
        """Why it costs less."""
        return self._offers

    @Property(Rows, constant=True)
    def coupons(self) -> Rows:
        """The coupons."""
        return self._coupons

    @Property(Rows, constant=True)
    def taxes(self) -> Rows:
        """The tax in the total."""
        return self._taxes

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many things there are."""
        return sum(line.quantity for line in self._priced.lines) if self._priced else 0

    @Property(bool, notify=changed)
    def hasWorn(self) -> bool:
        """Whether everything on the face is in the cart."""
        return bool(self._live.visit.worn) and not self._worn_outside

    @Property(str, notify=changed)
    def total(self) -> str:
        """What is to be paid."""
        return self._write(self._priced.total) if self._priced else ""

    @Property(str, notify=changed)
    def subtotal(self) -> str:
        """What it would cost without offers."""
        return self._write(self._priced.subtotal) if self._priced else ""

    @Property(str, notify=changed)
    def savings(self) -> str:
        """What offers take off."""
        return self._write(self._priced.savings) if self._priced and self._priced.savings.minor else ""

    @Property(str, notify=changed)
    def note(self) -> str:
        """For the shop."""
        return self._view.note if self._view else ""

    @Property(bool, notify=changed)
    def waiting(self) -> bool:
        """Whether the hub does not have all of it for a while now."""
        return self._unsent > 0 and not self._waiting.isActive()

    @Property(bool, notify=changed)
    def shared(self) -> bool:
        """Whether another device has it too."""
        return self._view is not None and self._view.shared

    @Property(str, notify=changed)
    def payingAt(self) -> str:
        """Who takes payment for it."""
        lease = self._view.lease if self._view else None
        return lease.device if lease and not lease.is_own else ""

    @Property(str, notify=changed)
    def removed(self) -> str:
        """What can be brought back."""
        return self._removed.name if self._removed else ""

    @Property(str, notify=changed)
    def news(self) -> str:
        """What another device added."""
        return self._news

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why a touch was not kept."""
        return self._trouble

    @property
    def _worn_outside(self) -> list[str]:
        """The SKUs on the face that are not in the cart."""
        there = {row.sku for row in self._rows.rows}
        return [worn.shade.sku for worn in self._live.visit.worn if worn.shade.sku not in there]

    @property
    def _unsent(self) -> int:
        return self._view.unsent if self._view else 0

    @property
    def _priced(self) -> PricedCart | None:
        return self._view.priced if self._view else None

    def _row(self, sku: str) -> CartRow | None:
        return next((row for row in self._rows.rows if row.sku == sku), None)

    def _line(self, sku: str) -> PricedLine | None:
        lines = self._priced.lines if self._priced else ()
        return next((line for line in lines if line.sku == sku), None)

    def _ask(self, step: Callable[[Shopping], CartView], then: Callable[[CartView], None] | None = None) -> None:
        """Have the desk do a step."""
        self._desk.do(step, self._show_step if then is None else then, self._refuse)

    def _forget(self) -> None:
        self._view = None
        self._removed, self._news, self._trouble = None, "", ""
        self._refresh()

    def _show_step(self, view: CartView) -> None:
        self._removed = None
        self._show(view)

    def _show_added(self, view: CartView) -> None:
        self._show_step(view)
        self.added.emit()

    def _show_removed(self, view: CartView, removed: _Removed | None) -> None:
        self._removed = removed
        self._show(view)

    def _show_news(self, view: CartView) -> None:
        """Say what is in the cart now and was not before."""
        before = {line.sku: line.quantity for line in self._priced.lines} if self._priced else {}
        more = [line.sku for line in view.priced.lines if line.quantity > before.get(line.sku, 0)]
        if self._view is not None and self._view.cart == view.cart and more:
            self._news = self._name(view.names.get(more[-1]))
        self._show(view)

    def _show(self, view: CartView) -> None:
        had_all = self._unsent == 0
        self._view = view
        if had_all and self._unsent:
            self._waiting.start()
        self._trouble = ""
        self._refresh()

    def _refuse(self, trouble: str) -> None:
        self._trouble = trouble
        self.changed.emit()

    @Slot()
    def _refresh(self) -> None:
        view = self._view
        lines = view.priced.lines if view else ()
        unknown = view.priced.unknown if view else ()
        names = view.names if view else {}
        language = self._language.current
        shown = (cart_row(line, names.get(line.sku), language) for line in lines)
        self._rows.show([*shown, *map(gone_row, unknown)])
        self._offers.show([SavingRow(offer.said(language)) for offer in (view.priced.offers if view else ())])
        self._coupons.show([coupon_row(coupon, language) for coupon in (view.priced.coupons if view else ())])
        self._taxes.show([tax_row(*tax, language) for tax in (view.priced.taxes if view else ())])
        self.changed.emit()

    def _name(self, name: ItemName | None) -> str:
        return name.product.in_language(self._language.current) if name else ""

    def _write(self, money: Money) -> str:
        return money.in_language(self._language.current)
