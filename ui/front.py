"""The view models and the window of one kiosk, put together."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, cast

import PySide6.QtQuick
from PySide6.QtCore import QEvent, QObject
from PySide6.QtQml import QQmlApplicationEngine
from uuid6 import uuid7

from kiosk.scanned import CodeReader
from kiosk.wall_clock import wall_ms
from ui.desk import VisitDesk
from ui.icons import IconProvider
from ui.keyboard_scanner import KeyboardScanner
from ui.models.browse import Browse, ShopCounter
from ui.models.cart import Cart, Shopping
from ui.models.checkout import Checkout, OrderDesk
from ui.models.handoff import Handoff
from ui.models.kiosk import Kiosk
from ui.models.language import Language
from ui.models.live_visit import LiveVisit
from ui.models.looks import Looks
from ui.models.mirror import Mirror
from ui.models.offer import Offer, SuggestingDesk
from ui.models.open_product import OpenProduct
from ui.models.order_tracker import OrderTracker
from ui.models.people import People
from ui.models.picks import Picks
from ui.models.product_details import ProductDetails
from ui.models.restocking import RailKeeper, Restocking
from ui.models.scanner import Scanner
from ui.models.screen import Screen
from ui.models.session import Session
from ui.models.shade_match import ShadeMatch
from ui.models.shelf import Shelf
from ui.models.snapshot import Snapshot
from ui.models.staff import HealthDesk, Staff
from ui.models.wearing import Wearing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtQuick import QQuickWindow

    from kiosk.catalogue import Catalogue
    from kiosk.hub_counter import HubCounter
    from kiosk.looks import BundledLook
    from kiosk.scanned import Articles
    from kiosk.settings import Settings
    from ui.desk import Errands
    from ui.models.snapshot import Post
    from ui.picture import PictureFeed
    from vision.messages import Wish


class CartDesk(Shopping, OrderDesk, SuggestingDesk, HealthDesk, Protocol):
    """All that is done with the cart of this visit; a ``kiosk.shopping.Shopping``."""


class ShopDesk(ShopCounter, RailKeeper, Protocol):
    """All that is asked about what is sold; a ``kiosk.shop_reader.ShopReader``."""


@dataclass(frozen=True, slots=True)
class Desks:
    """Whom the view models have things done by that they do not wait for.

    Attributes:
        shopping: keeps the cart, on the kiosk's own disk.
        counter: asks the hub, which may take seconds.
        shop: looks products up, on the kiosk's own disk.
        articles: the same at once, by their numbers.
    """

    shopping: Errands[CartDesk]
    counter: Errands[HubCounter]
    shop: Errands[ShopDesk]
    articles: Articles


QML: Final = Path(__file__).resolve().parent / "qml"


def build_kiosk(
    settings: Settings,
    catalogue: Catalogue,
    looks: Sequence[BundledLook],
    feed: PictureFeed,
    send: Callable[[Wish], None],
    clock: Callable[[], float] = time.monotonic,
    *,
    post: Post | None,
    desks: Desks,
) -> Kiosk:
    """Make the view models.

    Args:
        settings: how this kiosk is set up.
        catalogue, looks: the shop.
        feed: where frames come from.
        send: takes commands to the vision worker.
        clock: seconds, never running backwards.
        post: takes pictures to the hub; None where there is none.
        desks: what the cart is kept by, who asks the hub about it, and who knows the shop.

    Raises:
        TranslationError: a translation has not been built.
    """
    live = LiveVisit()
    language = Language(settings.languages.offered, settings.languages.default)
    shelf = Shelf(catalogue, live, language)
    people = People(feed, live, send, settings.faces)
    mirror = Mirror(feed, people, send)
    shopping, counter = VisitDesk(desks.shopping), VisitDesk(desks.counter)
    shop: VisitDesk[ShopCounter] = VisitDesk(desks.shop)
    cart = Cart(shopping, live, language)
    shelf_of_looks = Looks(looks, catalogue, live, language)
    return Kiosk(
        live=live,
        session=Session(settings.visit.patience(), clock),
        screen=Screen(settings.screen),
        language=language,
        people=people,
        mirror=mirror,
        shelf=shelf,
        product=OpenProduct(shelf, live, language),
        wearing=Wearing(live, language),
        looks=shelf_of_looks,
        match=ShadeMatch(feed, shelf, live, language, send),
        picks=Picks(live, language),
        snapshot=Snapshot(feed, mirror, post, clock),
        desks=(shopping, counter, shop),
        restocking=Restocking(desks.shop, shelf, shelf_of_looks, live, [sku for look in looks for sku in look.skus]),
        browse=Browse(shop, language),
        details=ProductDetails(shop, shelf, live, language),
        cart=cart,
        handoff=Handoff(counter, cart, clock),
        checkout=Checkout(shopping, counter, cart, language, uuid7),
        orders=OrderTracker(counter, language),
        offer=Offer(shopping, cart, live, shelf, language),
        staff=Staff(shopping, language, wall_ms),
        scanner=Scanner(feed, CodeReader(desks.articles), shelf, live, language, send),
    )


class Front:
    """The engine and its window; ``close()`` ends them in order."""

    def __init__(self, kiosk: Kiosk, *, still: bool = False) -> None:
        """Load the screens; ``still`` draws them without motion. The window is not shown yet."""
        self.kiosk = kiosk
        self._engine = QQmlApplicationEngine()
        self._engine.addImportPath(str(QML))
        self._engine.addImageProvider("icons", IconProvider())
        self._engine.setInitialProperties({"kiosk": kiosk, "still": still})
        kiosk.language.changed.connect(self._engine.retranslate)
        self._engine.loadFromModule("Vitrine.Screens", "Main")
        if not self._engine.rootObjects():
            raise RuntimeError("the screens did not load; the lines above say why")
        self.window = cast("QQuickWindow", self._engine.rootObjects()[0])
        self._watch = _TouchWatch(kiosk.session)
        self.window.installEventFilter(self._watch)
        self._keys = KeyboardScanner(time.monotonic)
        self._keys.scanned.connect(kiosk.session.start)
        self._keys.scanned.connect(kiosk.scanner.scan)
        self.window.installEventFilter(self._keys)

    def close(self) -> None:
        """End the window and everything that it drew."""
        self.kiosk.language.changed.disconnect(self._engine.retranslate)
        self.window.removeEventFilter(self._keys)
        self.window.removeEventFilter(self._watch)
        self.window.close()
        del self.window
        self._engine.deleteLater()
        PySide6.QtCore.QCoreApplication.sendPostedEvents(self._engine, QEvent.Type.DeferredDelete)


class _TouchWatch(QObject):
    """Tells the session of every touch, key and wheel, whichever control takes it."""

    _SIGNS_OF_LIFE: Final = frozenset(
        {
            QEvent.Type.MouseButtonPress,
            QEvent.Type.TouchBegin,
            QEvent.Type.TouchUpdate,
            QEvent.Type.KeyPress,
            QEvent.Type.Wheel,
        }
    )

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: look at an event, and leave it alone."""
        del watched  # there is only the window
        if event.type() in self._SIGNS_OF_LIFE:
            self._session.stir()
        return False
