"""Going through the shop: what was typed and chosen, and the products that fit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.browsing import Question
from kiosk.catalogue import Category
from kiosk.local.catalogue_store import Facets, Filter, Order
from ui.models.product_rows import CardRow, card_row
from ui.models.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.browsing import Card, Details, Listing
    from kiosk.local.catalogue_store import After
    from ui.desk import VisitDesk
    from ui.models.language import Language

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_PAGE: Final = 24
_LONGEST_TEXT: Final = 80
_MOST_CHOICES: Final = 30
"""Of a group, those that leave most."""
_GROUPS: Final = {"brand": "brands", "finish": "finishes", "hue": "hues", "tag": "tags"}


class ShopCounter(Protocol):
    """Answers questions about the shop; a ``kiosk.browsing.ShopReader``."""

    def browse(self, question: Question) -> Listing:
        """A page of what fits."""

    def details(self, product_id: str) -> Details | None:
        """All about a product; None when it is not sold any more."""


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A category, and whether it is the one that is open; the empty one is everything."""

    category: str
    open: bool


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """Something that can be chosen.

    Attributes:
        group: what it is about: ``brand``, ``finish``, ``hue`` or ``tag``.
        key: a brand's own name, else a key that the screen translates.
        count: how many products it leaves.
    """

    group: str
    key: str
    count: int
    chosen: bool


@QmlElement
@QmlUncreatable("the kiosk has one")
class Browse(QObject):
    """The shop's products by shelf, by choice and by what was typed; answers come from another thread.

    Attributes:
        text: what was typed.
        category: the open shelf's key; empty for everything.
        categories: ``ShelfRow``.
        choices: ``ChoiceRow``: what there is to choose among, group by group.
        chosen: how many choices are made, with that of what is in stock here.
        inStockHere: only what this store has.
        order: ``shelf``, ``price`` or ``unit_price``.
        products: ``CardRow``.
        count: how many fit.
        answered: whether ``products`` and ``count`` are those of what was asked for last.
        trouble: why there is no answer, a sentence; empty where there is one.

    Signals:
        changed: one of these is another.
        renewed: other products are shown, from the first.
    """

    changed = Signal()
    renewed = Signal()

    def __init__(self, desk: VisitDesk[ShopCounter], language: Language, parent: QObject | None = None) -> None:
        """Ask at ``desk``."""
        super().__init__(parent)
        self._desk = desk
        self._language = language
        self._categories = Rows(ShelfRow, self)
        self._choices = Rows(ChoiceRow, self)
        self._products = Rows(CardRow, self)
        self._cards: tuple[Card, ...] = ()
        self._facets = Facets()
        self._text = ""
        self._wanted = Filter()
        self._only_here = False
        self._order = Order.SHELF
        self._after: After | None = None
        self._count = 0
        self._trouble = ""
        self._asked = self._answered = 0
        self._is_under_way = False
        language.changed.connect(self._retell)

    def reset(self) -> None:
        """Nothing is typed, chosen or shown; what is still answered is not heard."""
        self._text, self._wanted, self._only_here, self._order = "", Filter(), False, Order.SHELF
        self._cards, self._facets, self._after, self._count, self._trouble = (), Facets(), None, 0, ""
        self._asked = self._answered = 0
        self._is_under_way = False
        self._retell()

    @Slot()
    def begin(self) -> None:
        """The shop is opened."""
        self._ask_anew()

    @Slot(str)
    def search(self, text: str) -> None:
        """What was typed so far; blank is everything again."""
        if text[:_LONGEST_TEXT] != self._text:
            self._text = text[:_LONGEST_TEXT]
            self._ask_anew()

    @Slot(str)
    def openCategory(self, category: str) -> None:
        """Go to a shelf; to everything where it is empty."""
        self._want(replace(self._wanted, category=Category(category) if category else None))

    @Slot(str, str)
    def choose(self, group: str, key: str) -> None:
        """Make a choice, or take it back."""
        name = _GROUPS[group]
        self._want(replace(self._wanted, **{name: getattr(self._wanted, name) ^ {key}}))

    @Slot(bool)
    def onlyInStock(self, only: bool) -> None:
        """Show only what this store has, or everything."""
        if only != self._only_here:
            self._only_here = only
            self._ask_anew()

    @Slot()
    def clear(self) -> None:
        """Take all choices back; the shelf stays open."""
        if self.chosen:
            self._wanted, self._only_here = Filter(category=self._wanted.category), False
            self._ask_anew()

    @Slot(str)
    def sort(self, order: str) -> None:
        """Lay it in another order."""
        if order != self._order:
            self._order = Order(order)
            self._ask_anew()

    @Slot()
    def more(self) -> None:
        """The next page, if there is one that was not asked for yet."""
        if self._after is not None and self.answered and not self._is_under_way:
            self._ask(self._after)

    @Property(str, notify=changed)
    def text(self) -> str:
        """What was typed."""
        return self._text

    @Property(str, notify=changed)
    def category(self) -> str:
        """The open shelf's key."""
        return self._wanted.category or ""

    @Property(Rows, constant=True)
    def categories(self) -> Rows:
        """The shelves."""
        return self._categories

    @Property(Rows, constant=True)
    def choices(self) -> Rows:
        """What there is to choose among."""
        return self._choices

    @Property(int, notify=changed)
    def chosen(self) -> int:
        """How many choices are made."""
        groups = (self._wanted.brands, self._wanted.finishes, self._wanted.hues, self._wanted.tags)
        return sum(map(len, groups)) + self._only_here

    @Property(bool, notify=changed)
    def inStockHere(self) -> bool:
        """Whether only what this store has is shown."""
        return self._only_here

    @Property(str, notify=changed)
    def order(self) -> str:
        """How the products lie."""
        return self._order

    @Property(Rows, constant=True)
    def products(self) -> Rows:
        """The products that fit, as many pages as were asked for."""
        return self._products

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many fit."""
        return self._count

    @Property(bool, notify=changed)
    def answered(self) -> bool:
        """Whether what is shown is what was asked for last."""
        return self._asked == self._answered

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why there is no answer."""
        return self._trouble

    def _want(self, wanted: Filter) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._ask_anew()

    def _ask_anew(self) -> None:
        """Ask for the first page; while one is answered, what comes meanwhile waits, and only the last of it."""
        self._asked += 1
        self.changed.emit()
        if not self._is_under_way:
            self._ask(None)

    def _ask(self, after: After | None) -> None:
        self._is_under_way = True
        number = self._asked
        language = self._language.current
        question = Question(self._text, language, self._wanted, self._order, after, _PAGE, self._only_here)
        self._desk.do(
            lambda counter: counter.browse(question), lambda listing: self._show(number, listing), self._refuse
        )

    def _show(self, number: int, listing: Listing) -> None:
        self._is_under_way = False
        if number != self._asked:
            self._ask(None)
            return
        self._answered = number
        self._trouble = ""
        is_first = listing.facets is not None
        self._cards = listing.cards if is_first else self._cards + listing.cards
        self._facets = listing.facets or self._facets
        self._after, self._count = listing.after, listing.count
        self._retell()
        if is_first:
            self.renewed.emit()

    def _refuse(self, trouble: str) -> None:
        self._is_under_way = False
        self._answered = self._asked
        self._trouble = trouble
        self.changed.emit()

    @Slot()
    def _retell(self) -> None:
        language = self._language.current
        self._products.show([card_row(card, language) for card in self._cards])
        opened = self._wanted.category
        # The open shelf stays, also when nothing that was chosen is on it.
        shelves = [category for category in Category if self._facets.categories.get(category) or category == opened]
        self._categories.show(
            [ShelfRow("", opened is None), *(ShelfRow(category, category == opened) for category in shelves)]
        )
        self._choices.show([row for group, name in _GROUPS.items() for row in self._rows_of(group, name)])
        self.changed.emit()

    def _rows_of(self, group: str, name: str) -> list[ChoiceRow]:
        counts: Mapping[str, int] = getattr(self._facets, name)
        chosen: frozenset[str] = getattr(self._wanted, name)
        keys = dict.fromkeys([*list(counts)[:_MOST_CHOICES], *sorted(chosen)])
        return [ChoiceRow(group, key, counts.get(key, 0), key in chosen) for key in keys]
