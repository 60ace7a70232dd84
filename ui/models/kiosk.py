"""Everything that the screens know, in one place that the window is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.attention import IN_VISIT, Phase
from ui.models.browse import Browse
from ui.models.cart import Cart
from ui.models.checkout import Checkout
from ui.models.handoff import Handoff
from ui.models.language import Language
from ui.models.looks import Looks
from ui.models.mirror import Mirror
from ui.models.offer import Offer
from ui.models.open_product import OpenProduct
from ui.models.order_tracker import OrderTracker
from ui.models.people import People
from ui.models.picks import Picks
from ui.models.product_details import ProductDetails
from ui.models.scanner import Scanner
from ui.models.screen import Screen
from ui.models.session import Session
from ui.models.shade_match import ShadeMatch
from ui.models.shelf import Shelf
from ui.models.snapshot import Snapshot, SnapshotState
from ui.models.staff import Staff
from ui.models.wearing import Wearing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import VisitDesk
    from ui.models.live_visit import LiveVisit
    from ui.models.restocking import Restocking

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
        restocking: Restocking,
        browse: Browse,
        details: ProductDetails,
        cart: Cart,
        handoff: Handoff,
        checkout: Checkout,
        orders: OrderTracker,
        offer: Offer,
        staff: Staff,
        scanner: Scanner,
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
        self._restocking = restocking
        self._browse = browse
        self._details = details
        self._cart = cart
        self._handoff = handoff
        self._checkout = checkout
        self._orders = orders
        self._offer = offer
        self._staff = staff
        checkout.changed.connect(self._hold_while_placing)
        mirror.viewChanged.connect(self._open_desks)
        self._scanner = scanner
        scanner.scanned.connect(session.stir)
        scanner.cartScanned.connect(handoff.adopt)
        scanner.addWanted.connect(cart.add)
        scanner.couponWanted.connect(cart.useCoupon)
        snapshot.stateChanged.connect(self._rest_unseen)
        session.visitChanged.connect(self._turn_over)
        session.phaseChanged.connect(self._follow_phase)
        self._follow_phase()

    def close(self) -> None:
        """Nothing is asked of the desks any more by itself; for whoever built it, before they end."""
        self._offer.close()

    @Slot()
    def _turn_over(self) -> None:
        """Nothing of the visit before is left."""
        for desk in self._desks:
            desk.renew()
        self._live.renew()
        self._shelf.reset()
        self._browse.reset()
        self._details.reset()
        self._mirror.reset()
        self._match.letGo()
        self._snapshot.letGo()
        self._handoff.letGo()
        self._checkout.letGo()
        self._orders.letGo()
        self._offer.letGo()
        self._scanner.letGo()
        if self._session.phase in IN_VISIT:
            self._restocking.begin()
            self._snapshot.forget()
            self._people.begin()
            self._cart.begin()
        else:
            self._people.end()
            self._cart.end()

    @Slot()
    def _open_desks(self) -> None:
        """There is a picture, or none is waited for: what the desks load is in nobody's way any more."""
        for desk in self._desks:
            desk.do(lambda _: None, lambda _: None, lambda _: None)

    @Slot()
    def _hold_while_placing(self) -> None:
        """A visit does not end under an order."""
        self._session.hold(held=self._checkout.isPlacing)

    @Slot()
    def _rest_unseen(self) -> None:
        """The worker rests while nobody sees the live picture, and reads no codes while a picture is taken."""
        held = self._snapshot.state == SnapshotState.HELD
        in_visit = self._session.phase in IN_VISIT
        self._mirror.rest(resting=held or not in_visit)
        self._scanner.watch(reading=in_visit and self._snapshot.state == SnapshotState.OFF)

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

    @Property(Browse, constant=True)
    def browse(self) -> Browse:
        """The whole shop."""
        return self._browse

    @Property(ProductDetails, constant=True)
    def details(self) -> ProductDetails:
        """The product whose page is open."""
        return self._details

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

    @Property(Scanner, constant=True)
    def scanner(self) -> Scanner:
        """The codes that were held up."""
        return self._scanner

    @Property(Checkout, constant=True)
    def checkout(self) -> Checkout:
        """The way out."""
        return self._checkout

    @Property(OrderTracker, constant=True)
    def orders(self) -> OrderTracker:
        """Where an order stands."""
        return self._orders

    @Property(Offer, constant=True)
    def offer(self) -> Offer:
        """What the shop suggests."""
        return self._offer

    @Property(Staff, constant=True)
    def staff(self) -> Staff:
        """What the shop's people want to know."""
        return self._staff
