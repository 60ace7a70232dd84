"""What a kiosk's shop is made of, put together on the thread that works with it."""

from __future__ import annotations

import secrets
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from uuid6 import uuid7

from kiosk.local.cart_store import CartStore
from kiosk.local.order_store import OrderStore
from kiosk.local.outbox import Outbox
from kiosk.offers.facts import Context
from kiosk.offers.offer_documents import offer_of
from kiosk.offers.offer_files import SAMPLE_OFFERS, load_offer_documents
from kiosk.offers.store_prices import StorePrices
from kiosk.orders.checkout import Checkout
from kiosk.orders.code import new_code
from kiosk.shop_reader import Seed
from kiosk.shopping import Shop, Shopping
from kiosk.store_files import SAMPLE_STOCK, SAMPLE_STORES, load_stock, load_stores
from kiosk.wall_clock import wall_ms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from kiosk.catalogue import Catalogue
    from kiosk.local.database import LocalData


def sample_shop(catalogue: Catalogue) -> Shop:
    """What the sample shop sells in its first store, from its files alone.

    Raises:
        OfferError, StoreFileError: its files cannot be used.
    """
    stores = load_stores(SAMPLE_STORES)
    stock = load_stock(SAMPLE_STOCK, [store.id for store in stores])
    here = stores[0]
    return Shop(
        shelves=catalogue,
        prices=StorePrices(catalogue, here.tax, catalogue.products[0].price.currency),
        offers=tuple(offer_of(document) for document in load_offer_documents(SAMPLE_OFFERS)),
        here=here,
        stores=stores,
        stock=lambda store, sku: stock[store].get(sku, 0),
    )


def sample_seed(catalogue: Catalogue) -> Seed:
    """The sample shop, for a kiosk that has heard of no other yet, with ``catalogue`` to sell.

    Raises:
        OfferError, StoreFileError: its files cannot be used.
    """
    stores = load_stores(SAMPLE_STORES)
    return Seed(
        products=catalogue.products,
        stores=stores,
        stock=load_stock(SAMPLE_STOCK, [store.id for store in stores]),
        offers=[document.model_dump_json(exclude_unset=True) for document in load_offer_documents(SAMPLE_OFFERS)],
    )


@contextmanager
def open_shopping(
    local: LocalData,
    shop: Callable[[], Shop],
    hub_now_ms: Callable[[], int],
    now: Callable[[ZoneInfo], datetime],
    wake: Callable[[], None],
) -> Iterator[Shopping]:
    """The cart's keeper for the thread that asks, until it leaves. What a visit before left behind goes.

    Args:
        local: the kiosk's own data.
        shop: what is sold now.
        hub_now_ms: the hub's clock as far as it is known here, milliseconds since 1970 in UTC.
        now: the wall clock of a time zone.
        wake: says that there is something for the hub.

    Raises:
        LocalDataError: the kiosk's own data cannot be had.
    """

    def context() -> Context:
        here = shop().here
        return Context(here.id, now(ZoneInfo(here.timezone)))

    with closing(local.connect()) as database:
        outbox = Outbox(database, wall_ms)
        carts = CartStore(database, outbox, hub_now_ms, uuid7)
        checkout = Checkout(OrderStore(database, outbox, carts), hub_now_ms, lambda: new_code(secrets.randbelow))
        shopping = Shopping(database, carts, outbox, checkout, shop, context, hub_now_ms, uuid7, wake)
        shopping.end()
        yield shopping
