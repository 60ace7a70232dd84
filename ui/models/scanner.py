"""What was held up before the mirror, or scanned by hand: said in a line each, with what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalogue import PaintedProduct, Shade
from kiosk.orders.code import in_groups
from kiosk.scanned import Article, CartLink, Coupon, Foreign, OrderCode, UnknownArticle
from ui.models.rows import Rows
from vision.messages import CodesSeen, ReadCodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.scanned import Meaning
    from ui.models.language import Language
    from ui.models.live_visit import LiveVisit
    from ui.models.shelf import Shelf
    from ui.picture import PictureFeed
    from vision.messages import Wish

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_STAYS_MS: Final = 20_000
"""Long enough to read a few lines and walk a step; whoever wants them again shows the code again."""

_MOST_ROWS: Final = 8
"""The oldest goes when there are more; two hands hold fewer."""


class Codes(Protocol):
    """Knows what a code means; a ``kiosk.scanned.CodeReader``."""

    def meaning(self, text: str) -> Meaning:
        """What a code means; anybody may have printed it."""


@dataclass(frozen=True, slots=True)
class ScanRow:
    """One code.

    Attributes:
        kind: "article", "not_sold", "order", "coupon" or "foreign".
        code: the SKU of an article, the number of one that is not sold, an order's or a coupon's code; else empty.
        brand, name, shade, price: of an article, as the language writes them; else empty.
        color: of a shade that can be tried on; else empty.
        added: it was put into the cart from here.
    """

    kind: str
    code: str
    brand: str
    name: str
    shade: str
    color: str
    price: str
    added: bool


@dataclass(frozen=True, slots=True)
class _Scan:
    meaning: Article | UnknownArticle | OrderCode | Coupon | Foreign
    added: bool = False


@QmlElement
@QmlUncreatable("the kiosk has one")
class Scanner(QObject):
    """The codes of the last few seconds, the newest first.

    Attributes:
        rows: a ``ScanRow`` each.

    Signals:
        scanned: a code was read that has something to show.
        cartScanned: a phone shows the code of its cart, of this text.
        addWanted: put one of this SKU into the cart.
        couponWanted: hand in the coupon of this code.
        orderWanted: show the order of this code.
        tried: an article was put on the face.
    """

    scanned = Signal()
    cartScanned = Signal(str)
    addWanted = Signal(str)
    couponWanted = Signal(str)
    orderWanted = Signal(str)
    tried = Signal()

    def __init__(
        self,
        feed: PictureFeed,
        codes: Codes,
        shelf: Shelf,
        live: LiveVisit,
        language: Language,
        send: Callable[[Wish], None],
        parent: QObject | None = None,
    ) -> None:
        """Read nothing yet; ``send`` takes commands to the worker."""
        super().__init__(parent)
        self._codes = codes
        self._shelf = shelf
        self._live = live
        self._language = language
        self._send = send
        self._reading = False
        self._scans: tuple[_Scan, ...] = ()
        self._foreign: set[str] = set()
        self._rows = Rows(ScanRow, self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_STAYS_MS)
        self._patience.timeout.connect(self.dismiss)
        feed.codesSeen.connect(self._see)
        language.changed.connect(self._refresh)

    def watch(self, *, reading: bool) -> None:
        """Have the camera look for codes, or not."""
        if reading != self._reading:
            self._reading = reading
            self._send(ReadCodes(reading))

    def letGo(self) -> None:
        """The visit is another: nothing is kept of what was scanned."""
        self._foreign.clear()
        self.dismiss()

    @Slot(str)
    def scan(self, text: str) -> None:
        """A code was read, by the camera or by hand."""
        meaning = self._codes.meaning(text)
        if isinstance(meaning, CartLink):
            self.cartScanned.emit(meaning.text)
            return
        if isinstance(meaning, Foreign):
            # It may be on somebody's clothes, in and out of sight: it is said once.
            if text in self._foreign:
                return
            self._foreign.add(text)
        others = (scan for scan in self._scans if scan.meaning != meaning)
        self._show((_Scan(meaning), *others)[:_MOST_ROWS])
        self.scanned.emit()

    @Slot(str)
    def add(self, sku: str) -> None:
        """Put one of these into the cart."""
        article = self._article(sku)
        if article is not None:
            self._show([replace(scan, added=scan.added or scan.meaning == article) for scan in self._scans])
            self.addWanted.emit(sku)

    @Slot(str)
    def tryOn(self, sku: str) -> None:
        """Wear one of these, and take its product in hand."""
        match self._article(sku):
            case Article(PaintedProduct() as product, Shade() as shade):
                self._live.change(lambda visit: visit.try_on(product, shade))
                self._shelf.openProduct(product.id)
                self.dismiss()
                self.tried.emit()

    @Slot(str)
    def useCoupon(self, code: str) -> None:
        """Hand in a coupon."""
        self.couponWanted.emit(code)
        self.dismiss()

    @Slot(str)
    def openOrder(self, code: str) -> None:
        """Show an order."""
        self.orderWanted.emit(code)
        self.dismiss()

    @Slot()
    def dismiss(self) -> None:
        """Show nothing any more."""
        self._show(())

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """The codes."""
        return self._rows

    @Slot(object)
    def _see(self, seen: CodesSeen) -> None:
        # What comes after the end was on its way before it.
        if self._reading:
            for code in seen.codes:
                self.scan(code.text)

    def _article(self, sku: str) -> Article | None:
        articles = (scan.meaning for scan in self._scans if isinstance(scan.meaning, Article))
        return next((article for article in articles if article.variant.sku == sku), None)

    def _show(self, scans: Iterable[_Scan]) -> None:
        self._scans = tuple(scans)
        if self._scans:
            self._patience.start()
        else:
            self._patience.stop()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._rows.show([_row(scan, self._language.current) for scan in self._scans])


def _row(scan: _Scan, language: str) -> ScanRow:
    match scan.meaning:
        case Article(product, variant):
            return ScanRow(
                kind="article",
                code=variant.sku,
                brand=product.brand,
                name=product.name.in_language(language),
                shade=variant.name.in_language(language),
                color=str(variant.color) if isinstance(variant, Shade) else "",
                price=product.price_of(variant).in_language(language),
                added=scan.added,
            )
        case UnknownArticle(gtin):
            return _bare_row("not_sold", gtin)
        case OrderCode(code):
            return _bare_row("order", in_groups(code))
        case Coupon(code):
            return _bare_row("coupon", code)
        case Foreign():
            return _bare_row("foreign", "")


def _bare_row(kind: str, code: str) -> ScanRow:
    return ScanRow(kind, code, brand="", name="", shade="", color="", price="", added=False)
