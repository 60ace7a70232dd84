"""What carts cost at the hub: as on the kiosk, at the hub's own prices and offers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.cart.cart import merge
from kiosk.hub.cart_state import operations_of
from kiosk.item_name import item_name
from kiosk.offers.facts import Context
from kiosk.offers.pricing import price_cart
from kiosk.offers.store_prices import StorePrices

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection

    from kiosk.cart.cart import Cart
    from kiosk.cart.views import ItemName
    from kiosk.hub.cart_state import HubCart
    from kiosk.hub.shop_state import ShopState, ShopStates
    from kiosk.offers.priced_cart import PricedCart


class HubPricing:
    """Prices carts, and says what things are called."""

    def __init__(self, shop: ShopStates, now_ms: Callable[[], int]) -> None:
        """Price by what ``shop`` has.

        Args:
            shop: what is sold.
            now_ms: milliseconds since 1970 in UTC.
        """
        self._shop = shop
        self._now_ms = now_ms

    def price(self, connection: Connection, cart: Cart, store: str) -> PricedCart:
        """What a cart costs in a store now."""
        return _priced(self._shop.current(connection), cart, store, self._now_ms())

    def price_at_hub(self, connection: Connection, cart: HubCart) -> PricedCart:
        """What a cart that the hub has costs now."""
        return self.price(connection, merge(operations_of(connection, cart.id)), cart.store)

    def names(self, connection: Connection, cart: Cart) -> Mapping[str, ItemName]:
        """What is written on a cart's lines, of each SKU that the shop has."""
        articles = self._shop.current(connection).articles
        return {line.sku: item_name(*articles[line.sku]) for line in cart.lines if line.sku in articles}


def _priced(shop: ShopState, cart: Cart, store_id: str, at_ms: int) -> PricedCart:
    """What a cart costs; in a store that the hub does not know, without taxes and by the clock of UTC."""
    store = shop.stores.get(store_id)
    at = datetime.fromtimestamp(at_ms / 1000, UTC)
    context = Context(store_id, at if store is None else store.local_time(at))
    prices = StorePrices(shop, {} if store is None else store.tax, shop.currency)
    return price_cart(cart, prices, shop.offers, context)
