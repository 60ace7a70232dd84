"""What the shop suggests: one offer at a time, when nobody is busy, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.offers.facts import VisitFacts

if TYPE_CHECKING:
    from kiosk.cart.views import CartView, SuggestionView
    from ui.desk import Errands
    from ui.models.cart import Cart
    from ui.models.language import Language
    from ui.models.live_visit import LiveVisit
    from ui.models.shelf import Shelf

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_CALM_MS: Final = 2500
"""Nothing is suggested before the face and the cart have been as they are for so long: a finger on its way to a swatch
would find the swatch moved."""


class SuggestingDesk(Protocol):
    """Knows what is worth suggesting; a ``kiosk.shopping.Shopping``."""

    def suggest(self, visit: VisitFacts) -> SuggestionView | None:
        """What is worth telling the shopper about now."""

    def accept(self) -> CartView:
        """The shopper wants it."""

    def dismiss(self) -> None:
        """The shopper does not."""


@QmlElement
@QmlUncreatable("the kiosk has one")
class Offer(QObject):
    """The suggestion that is shown.

    Attributes:
        shown: there is one.
        title: a few words.
        reason: why it is suggested, one sentence with what it saves.
        adds: accepting it puts something into the cart; else it hands in a coupon.
        article: what it puts into the cart; empty for nothing.

    Signals:
        changed: another one, none any more, or another language.
    """

    changed = Signal()

    def __init__(
        self,
        desk: Errands[SuggestingDesk],
        cart: Cart,
        live: LiveVisit,
        shelf: Shelf,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        """Suggest nothing yet; what is worn, looked at and in the cart is followed."""
        super().__init__(parent)
        self._desk = desk
        self._cart = cart
        self._live = live
        self._language = language
        self._shown: SuggestionView | None = None
        self._viewed: frozenset[str] = frozenset()
        self._shelf = shelf
        self._closed = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.look)
        live.changed.connect(self._wait)
        cart.changed.connect(self._wait)
        shelf.productChanged.connect(self._view)
        language.changed.connect(self.changed)

    def letGo(self) -> None:
        """Another visit: nothing was looked at yet."""
        self._calm.stop()
        self._viewed = frozenset()
        self._show(None)

    def close(self) -> None:
        """Nothing is suggested any more, and the desk may end."""
        self._closed = True
        self._calm.stop()

    @Slot()
    def look(self) -> None:
        """See what is worth suggesting now: nothing before something was tried or is in the cart."""
        if self._has_cause:
            facts = self._facts
            self._desk.do(lambda desk: desk.suggest(facts), self._show, self._drop)

    @Slot()
    def accept(self) -> None:
        """Take it."""
        self._show(None)
        self._desk.do(lambda desk: desk.accept(), self._taken, self._drop)

    @Slot()
    def dismiss(self) -> None:
        """Wave it away; it does not come back in this visit."""
        self._show(None)
        self._desk.do(lambda desk: desk.dismiss(), self._drop, self._drop)

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether there is one."""
        return self._shown is not None

    @Property(str, notify=changed)
    def title(self) -> str:
        """A few words."""
        return self._shown.suggestion.title.in_language(self._language.current) if self._shown else ""

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why."""
        return self._shown.suggestion.reason(self._language.current) if self._shown else ""

    @Property(bool, notify=changed)
    def adds(self) -> bool:
        """Whether accepting it puts something into the cart."""
        return self._shown is not None and self._shown.suggestion.sku is not None

    @Property(str, notify=changed)
    def article(self) -> str:
        """What it puts into the cart."""
        article = self._shown.article if self._shown else None
        parts = (article.product, article.shade) if article else ()
        return " · ".join(part.in_language(self._language.current) for part in parts if part)

    @property
    def _has_cause(self) -> bool:
        return not self._closed and bool(self._live.visit.worn or self._cart.count)

    @property
    def _facts(self) -> VisitFacts:
        return VisitFacts(frozenset(worn.shade.sku for worn in self._live.visit.worn), self._viewed)

    def _show(self, shown: SuggestionView | None) -> None:
        self._shown = shown
        self.changed.emit()

    def _taken(self, _: CartView) -> None:
        self._cart.look()

    def _drop(self, _: object) -> None:
        """It is in nobody's way that nothing can be suggested; the cart says what is wrong with the disk."""
        self._show(None)

    @Slot()
    def _view(self) -> None:
        product = self._shelf.product
        if product is not None:
            self._viewed |= {product.id}
        self._wait()

    @Slot()
    def _wait(self) -> None:
        if self._has_cause:
            self._calm.start()
        else:
            self._calm.stop()
