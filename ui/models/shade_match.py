"""Finding the shade of a foundation that suits the shopper's skin: measuring, and the three that come nearest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.lab import Lab
from kiosk.skin_match import CLOSE, nearest_shades
from ui.models.rows import Rows
from vision.looks import Kind
from vision.messages import FrameReady, MeasureSkin, MirrorState, SkinTone

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.catalogue import PaintedProduct
    from kiosk.skin_match import Match
    from ui.models.language import Language
    from ui.models.live_visit import LiveVisit
    from ui.models.shelf import Shelf
    from ui.picture import PictureFeed
    from vision.messages import Wish

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_NO_PICTURE: Final = "no_picture"
"""Beside the keys of ``SkinTrouble``."""


class MatchState(StrEnum):
    """``OFF``: nothing is asked. ``MEASURING``: it takes two seconds. ``FOUND``, ``UNTOLD``: what came of it."""

    OFF = "off"
    MEASURING = "measuring"
    FOUND = "found"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A proposed shade; ``depth`` and ``warmth`` are the keys of how it differs from the skin."""

    sku: str
    code: str
    name: str
    color: str
    depth: str
    warmth: str
    difference: float
    worn: bool


@QmlElement
@QmlUncreatable("the kiosk has one")
class ShadeMatch(QObject):
    """What "Find my shade" says. The skin's colour is forgotten with ``letGo`` and at the visit's end.

    Attributes:
        offered: the product in hand is a foundation.
        state: a ``MatchState``.
        trouble: why the skin cannot be told, a key; empty unless ``UNTOLD``.
        matches: rows of the proposed shades, the nearest first; none unless ``FOUND``.
        close: the nearest of them comes close to the skin.

    Signals:
        changed: any of them is another.
        interrupted: somebody else is dressed now, so that what was asked is let go.
    """

    changed = Signal()
    interrupted = Signal()

    def __init__(
        self,
        feed: PictureFeed,
        shelf: Shelf,
        live: LiveVisit,
        language: Language,
        send: Callable[[Wish], None],
        parent: QObject | None = None,
    ) -> None:
        """Follow the feed; ``send`` takes commands to the worker."""
        super().__init__(parent)
        self._shelf = shelf
        self._live = live
        self._language = language
        self._send = send
        self._live_picture = False
        self._state = MatchState.OFF
        self._trouble = ""
        self._request = 0
        self._person = live.visit.active
        self._product: PaintedProduct | None = None
        self._found: tuple[Match, ...] = ()
        self._rows = Rows(MatchRow, self)
        feed.shown.connect(self._hear)
        feed.stateChanged.connect(self._watch)
        shelf.productChanged.connect(self._refresh)
        live.changed.connect(self._follow)
        language.changed.connect(self._refresh)

    @Slot()
    def begin(self) -> None:
        """Measure who is being dressed, or measure again; without a foundation in hand nothing happens."""
        if not self.offered:
            return
        self._person = self._live.visit.active
        self._product, self._found = self._shelf.product, ()
        if not self._live_picture:
            self._enter(MatchState.UNTOLD, _NO_PICTURE)
            return
        self._request += 1
        self._send(MeasureSkin(self._request))
        self._enter(MatchState.MEASURING)

    @Slot()
    def letGo(self) -> None:
        """Stop measuring, and forget what was found."""
        if self._state is MatchState.MEASURING:
            self._send(MeasureSkin(None))
        self._product, self._found = None, ()
        self._enter(MatchState.OFF)

    @Slot(str)
    def wear(self, sku: str) -> None:
        """Wear a proposed shade; one that is not proposed changes nothing."""
        product = self._product
        shade = next((match.shade for match in self._found if match.shade.sku == sku), None)
        if product is not None and shade is not None:
            self._live.change(lambda visit: visit.try_on(product, shade))

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        """Whether there is something to find."""
        product = self._shelf.product
        return product is not None and product.kind is Kind.FOUNDATION

    @Property(str, notify=changed)
    def state(self) -> str:
        """How far it is."""
        return self._state

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why it cannot be told, a key."""
        return self._trouble

    @Property(Rows, constant=True)
    def matches(self) -> Rows:
        """The proposed shades."""
        return self._rows

    @Property(bool, notify=changed)
    def close(self) -> bool:
        """Whether a shade comes close."""
        return any(match.difference <= CLOSE for match in self._found)

    @Slot(object)
    def _hear(self, ready: FrameReady) -> None:
        answer = ready.skin
        if self._state is not MatchState.MEASURING or answer is None or answer.request != self._request:
            return
        # The worker keeps an answer until another is wanted: none is.
        self._send(MeasureSkin(None))
        if isinstance(answer, SkinTone) and self._product is not None:
            skin = Lab(answer.lightness, answer.green_red, answer.blue_yellow)
            self._found = nearest_shades(self._product, skin)
            self._enter(MatchState.FOUND)
        elif not isinstance(answer, SkinTone):
            self._enter(MatchState.UNTOLD, answer.trouble)

    @Slot(object)
    def _watch(self, state: MirrorState) -> None:
        self._live_picture = state is MirrorState.LIVE
        if self._state is MatchState.MEASURING and not self._live_picture:
            self._send(MeasureSkin(None))
            self._enter(MatchState.UNTOLD, _NO_PICTURE)

    @Slot()
    def _follow(self) -> None:
        if self._state is not MatchState.OFF and self._live.visit.active != self._person:
            self.letGo()
            self.interrupted.emit()
        else:
            self._refresh()

    def _enter(self, state: MatchState, trouble: str = "") -> None:
        self._state, self._trouble = state, trouble
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._rows.show([self._row(match) for match in self._found])
        self.changed.emit()

    def _row(self, match: Match) -> MatchRow:
        shade = match.shade
        worn = self._live.visit.wearing(Kind.FOUNDATION)
        return MatchRow(
            sku=shade.sku,
            code=shade.code,
            name=shade.name.in_language(self._language.current),
            color=str(shade.color),
            depth=match.depth,
            warmth=match.warmth,
            difference=round(match.difference, 1),
            worn=worn is not None and worn.shade.sku == shade.sku,
        )
