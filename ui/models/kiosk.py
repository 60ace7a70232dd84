"""Everything that the screens know, in one place that the window is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.attention import IN_VISIT, Phase
from ui.models.cart import Cart
from ui.models.handoff import Handoff
from ui.models.language import Language
from ui.models.looks import Looks
from ui.models.mirror import Mirror
from ui.models.open_product import OpenProduct
from ui.models.people import People
from ui.models.picks import Picks
from ui.models.screen import Screen
from ui.models.session import Session
from ui.models.shade_match import ShadeMatch
from ui.models.shelf import Shelf
from ui.models.snapshot import Snapshot, SnapshotState
from ui.models.wearing import Wearing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import VisitDesk
    from ui.models.live_visit import LiveVisit

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("the window is given one")
class Kiosk(QObject):
    """The view models, and what happens to them between one shopper and the next."""

    def __init__(
        self,
        *,
        live: LiveVisit,
        session: Session,
        screen: Screen,
        language: Language,
        people: People,
        mirror: Mirror,
        shelf: Shelf,
        product: OpenProduct,
        wearing: Wearing,
        looks: Looks,
        match: ShadeMatch,
        picks: Picks,
        snapshot: Snapshot,
        desks: Sequence[VisitDesk[Any]],
        cart: Cart,
        handoff: Handoff,
    ) -> None:
        """Tie the visit's beginning and end to what must go with it; of ``desks``, answers must."""
        super().__init__()
        self._live = live
        self._session = session
        self._screen = screen
        self._language = language
        self._people = people
        self._mirror = mirror
        self._shelf = shelf
        self._product = product
        self._wearing = wearing
        self._looks = looks
        self._match = match
        self._picks = picks
        self._snapshot = snapshot
        self._desks = desks
        self._cart = cart
        self._handoff = handoff
        snapshot.stateChanged.connect(self._rest_unseen)
        session.visitChanged.connect(self._turn_over)
        session.phaseChanged.connect(self._follow_phase)
        self._follow_phase()

    @Slot()
    def _turn_over(self) -> None:
        """Nothing of the visit before is left."""
        for desk in self._desks:
            desk.renew()
        self._live.renew()
        self._shelf.reset()
        self._mirror.reset()
        self._match.letGo()
        self._snapshot.letGo()
        self._handoff.letGo()
        if self._session.phase in IN_VISIT:
            self._snapshot.forget()
            self._people.begin()
            self._cart.begin()
        else:
            self._people.end()
            self._cart.end()

    @Slot()
    def _rest_unseen(self) -> None:
        """The worker rests while nobody sees the live picture."""
        held = self._snapshot.state == SnapshotState.HELD
        self._mirror.rest(resting=held or self._session.phase not in IN_VISIT)

    @Slot()
    def _follow_phase(self) -> None:
        """A picture does not wait for somebody who went; language and comfort stay for the goodbye, and go with it."""
        self._rest_unseen()
        if self._session.phase == Phase.WARNING:
            self._snapshot.letGo()
        if self._session.phase == Phase.ATTRACT:
            self._language.reset()
            self._screen.reset()

    @Property(Session, constant=True)
    def session(self) -> Session:
        """Who is there."""
        return self._session

    @Property(Screen, constant=True)
    def screen(self) -> Screen:
        """Sizes and comfort."""
        return self._screen

    @Property(Language, constant=True)
    def language(self) -> Language:
        """The language in use."""
        return self._language

    @Property(People, constant=True)
    def people(self) -> People:
        """Who takes part."""
        return self._people

    @Property(Mirror, constant=True)
    def mirror(self) -> Mirror:
        """The live picture."""
        return self._mirror

    @Property(Shelf, constant=True)
    def shelf(self) -> Shelf:
        """The shop."""
        return self._shelf

    @Property(ShadeMatch, constant=True)
    def match(self) -> ShadeMatch:
        """The shade that suits the skin."""
        return self._match

    @Property(OpenProduct, constant=True)
    def product(self) -> OpenProduct:
        """The product in hand."""
        return self._product

    @Property(Wearing, constant=True)
    def wearing(self) -> Wearing:
        """What is on the face."""
        return self._wearing

    @Property(Looks, constant=True)
    def looks(self) -> Looks:
        """The looks' shelf."""
        return self._looks

    @Property(Picks, constant=True)
    def picks(self) -> Picks:
        """The remembered shades."""
        return self._picks

    @Property(Snapshot, constant=True)
    def snapshot(self) -> Snapshot:
        """The picture that may be taken."""
        return self._snapshot

    @Property(Cart, constant=True)
    def cart(self) -> Cart:
        """What is to be bought."""
        return self._cart

    @Property(Handoff, constant=True)
    def handoff(self) -> Handoff:
        """The code that takes the cart to a phone."""
        return self._handoff
