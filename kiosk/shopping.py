"""The cart of one visit, on this kiosk's disk: what a touch does to it, and what the screen shows then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.cart.cart import Cart, merge
from kiosk.cart.views import CartState, CartView, ItemName, SuggestionView
from kiosk.event_wire import EventDocument
from kiosk.item_name import item_name
from kiosk.offers.candidates import candidates
from kiosk.offers.pricing import price_cart
from kiosk.offers.proposals import Moment
from kiosk.offers.suggestion import Suggestions
from kiosk.orders.collecting import collect_choices
from kiosk.orders.order import OrderError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from kiosk.cart.editor import CartEditor
    from kiosk.local.cart_store import CartNews, CartStore
    from kiosk.local.database import LocalDatabase
    from kiosk.local.outbox import Outbox, OutboxHealth
    from kiosk.offers.candidates import Shelves
    from kiosk.offers.facts import Context, VisitFacts
    from kiosk.offers.offer import Offer
    from kiosk.offers.price_book import PriceBook
    from kiosk.orders.checkout import Checkout, PlacedOrder
    from kiosk.orders.collecting import CollectChoice
    from kiosk.stores import Store


@dataclass(frozen=True, slots=True)
class Shop:
    """What is sold here, as far as this kiosk knows now.

    Attributes:
        shelves: what is sold, by key.
        prices: what things cost in this store.
        offers: what is taken off.
        here: the store that the kiosk is in.
        stores: all of the shop's.
        stock: how many a store (by id) has of a SKU, as far as is known here.
    """

    shelves: Shelves
    prices: PriceBook
    offers: Sequence[Offer]
    here: Store
    stores: Sequence[Store]
    stock: Callable[[str, str], int]


class Shopping:
    """One visit at a time. For one thread, as its database is.

    Every method gives the cart as it is on the disk then, and raises:
        LocalDataError: the machine does not let us; nothing was done.
        ClosedCartError: the cart was ordered, or is gone.
    """

    def __init__(
        self,
        database: LocalDatabase,
        carts: CartStore,
        outbox: Outbox,
        checkout: Checkout,
        shop: Callable[[], Shop],
        context: Callable[[], Context],
        now_ms: Callable[[], int],
        new_id: Callable[[], UUID],
        wake: Callable[[], None],
    ) -> None:
        """No visit yet.

        Args:
            database: of the next two.
            carts, outbox: where steps are kept.
            checkout: makes orders of carts.
            shop: what is sold now.
            context: where and when it is sold.
            now_ms: milliseconds since 1970 in UTC.
            new_id: gives UUIDv7s.
            wake: says that there is something for the hub.
        """
        self._database = database
        self._carts = carts
        self._outbox = outbox
        self._checkout = checkout
        self._shop = shop
        self._context = context
        self._now_ms = now_ms
        self._new_id = new_id
        self._wake = wake
        self._suggestions = Suggestions(str(new_id()))
        self._cart: UUID | None = None
        self._ordered: UUID | None = None

    def begin(self) -> CartView:
        """A visit begins, with nothing in its cart; one that was not ended is."""
        return self.end()

    def end(self) -> CartView:
        """The visit is over: its cart goes, with what was written on the disk about it, unless others still need it."""
        self._cart = self._ordered = None
        self._suggestions = Suggestions(str(self._new_id()))
        self._carts.leave_all()
        self._database.scrub()
        self._wake()
        return self.view()

    def view(self) -> CartView:
        """The cart as it is."""
        cart = self._cart
        record = None if cart is None else self._carts.record(cart)
        if cart is None or record is None:
            return self._priced(None)
        if record.state is CartState.ORDERED:
            self._cart = None
            return self._priced(None)
        return self._priced(cart)

    def add(self, sku: str, quantity: int, options: Mapping[str, str]) -> CartView:
        """So many more, at the price that is shown now; what is not sold here changes nothing."""
        item = self._shop().prices.item(sku)
        if item is None:
            return self.view()

        def steps(editor: CartEditor) -> None:
            editor.add(sku, quantity, item.price)
            for name, value in options.items():
                editor.set_option(sku, name, value)

        return self._edit(steps)

    def take(self, sku: str) -> CartView:
        """One fewer."""
        return self._edit(lambda editor: editor.take(sku, 1))

    def remove(self, sku: str) -> CartView:
        """None of it."""
        return self._edit(lambda editor: editor.remove(sku))

    def set_option(self, sku: str, name: str, value: str) -> CartView:
        """A choice about a line; an empty value is none."""
        return self._edit(lambda editor: editor.set_option(sku, name, value))

    def set_coupon(self, code: str, *, applied: bool) -> CartView:
        """A coupon is handed in, or taken back."""
        return self._edit(lambda editor: editor.set_coupon(code, applied=applied))

    def set_note(self, text: str) -> CartView:
        """What the shop should know."""
        return self._edit(lambda editor: editor.set_note(text))

    def share(self) -> CartView:
        """Another device is offered the cart: it outlives the visit."""
        if self._cart is not None:
            self._carts.share(self._cart)
        return self.view()

    def join(self, cart: UUID, news: CartNews) -> CartView:
        """Go on with a cart that was begun elsewhere; what is in this one comes along, or stays where it is.

        Args:
            cart: of which this kiosk is a member.
            news: all of it, as the hub has it.
        """
        mine = self._cart
        if mine == cart:
            return self.view()
        brought = merge(() if mine is None else self._carts.operations(mine))
        with self._database.transaction():
            self._carts.join(cart, news)
            if brought != Cart():
                with self._carts.editing(cart) as editor:
                    editor.adopt(brought)
        self._cart = cart
        if mine is not None:
            self._carts.leave(mine)
        self._wake()
        return self.view()

    def suggest(self, visit: VisitFacts) -> SuggestionView | None:
        """What is worth telling the shopper about now; None for nothing."""
        suggestion = self._suggestions.look(self._moment(visit))
        self._tell_events()
        if suggestion is None:
            return None
        return SuggestionView(suggestion, None if suggestion.sku is None else _name(self._shop(), suggestion.sku))

    def accept(self) -> CartView:
        """The shopper wants what was suggested: it goes into the cart."""
        wanted = self._suggestions.accept()
        self._tell_events()
        if wanted is not None and wanted.coupon is not None:
            self.set_coupon(wanted.coupon, applied=True)
        return self.view() if wanted is None or wanted.sku is None else self.add(wanted.sku, 1, {})

    def dismiss(self) -> None:
        """The shopper does not want what was suggested."""
        self._suggestions.dismiss()
        self._tell_events()

    def collect_choices(self) -> tuple[CollectChoice, ...]:
        """Where the cart could be collected, this store first."""
        shop, context = self._shop(), self._context()
        wanted = {line.sku: line.quantity for line in self.view().priced.lines}
        return collect_choices(shop.stores, wanted, shop.stock, shop.here.id, context.now)

    def place_till(self, order: UUID) -> PlacedOrder:
        """Order the cart as it is, to be paid at the till.

        Args:
            order: a UUIDv7, that of the lease where another device has the cart too.

        Raises:
            OrderError: it is more than one order may be, or nothing.
        """
        return self._place(lambda view: self._checkout.place_till(view, order, self._shop().here.id))

    def place_collect(self, order: UUID, store: str) -> PlacedOrder:
        """Order the cart as it is, for a store to lay it ready; else as ``place_till``."""
        return self._place(lambda view: self._checkout.place_collect(view, order, store))

    def placed(self) -> PlacedOrder | None:
        """What was ordered last in this visit, and what is known of it now."""
        return None if self._ordered is None else self._checkout.placed(self._ordered)

    def health(self) -> OutboxHealth:
        """How the way to the hub is doing."""
        return self._outbox.health()

    def retry(self, number: int) -> OutboxHealth:
        """Staff want to send a parked entry again."""
        self._outbox.retry(number)
        self._wake()
        return self.health()

    def _moment(self, visit: VisitFacts) -> Moment:
        shop = self._shop()

        def in_stock(skus: Sequence[str]) -> frozenset[str]:
            return frozenset(sku for sku in skus if shop.stock(shop.here.id, sku) > 0)

        cart = merge(() if self._cart is None else self._carts.operations(self._cart))
        fitting = candidates(shop.shelves, visit, in_stock)
        return Moment(cart, shop.prices, shop.offers, self._context(), visit, fitting)

    def _tell_events(self) -> None:
        for event in self._suggestions.take_events():
            document = EventDocument(id=self._new_id(), kind=event.kind, at_ms=self._now_ms(), fields=event.fields)
            self._outbox.put_event(document.model_dump_json())
            self._wake()

    def _place(self, place: Callable[[CartView], PlacedOrder]) -> PlacedOrder:
        view = self.view()
        if not view.priced.lines:
            raise OrderError("there is nothing to order")
        placed = place(view)
        self._ordered, self._cart = view.cart, None
        self._wake()
        return placed

    def _edit(self, steps: Callable[[CartEditor], None]) -> CartView:
        cart = self._cart or self._new_id()
        with self._carts.editing(cart) as editor:
            steps(editor)
        self._cart = cart
        self._wake()
        return self.view()

    def _priced(self, cart: UUID | None) -> CartView:
        shop = self._shop()
        merged = merge(() if cart is None else self._carts.operations(cart))
        priced = price_cart(merged, shop.prices, shop.offers, self._context())
        record = None if cart is None else self._carts.record(cart)
        names = {line.sku: _name(shop, line.sku) for line in merged.lines}
        return CartView(
            cart=cart,
            priced=priced,
            names={sku: name for sku, name in names.items() if name is not None},
            note=merged.note,
            state=CartState.OPEN if record is None else record.state,
            unsent=0 if cart is None else self._outbox.unsent(cart),
            lease=None if record is None else record.lease,
            shared=record is not None and record.shared,
        )


def _name(shop: Shop, sku: str) -> ItemName | None:
    found = shop.shelves.by_sku(sku)
    return None if found is None else item_name(*found)
