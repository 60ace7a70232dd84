"""What the hub's shop sells, and for how much, in memory: read from the database as far as it has changed there."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from kiosk.catalogue_documents import product_of
from kiosk.catalogue_schema import ProductDocument
from kiosk.hub.tables.shop import offers, products, shop_revisions, stores
from kiosk.offers.offer_documents import read_offers
from kiosk.store_schema import StoreTable, store_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from kiosk.catalogue import Product, Variant
    from kiosk.offers.offer import Offer
    from kiosk.stores import Store

_NO_CURRENCY: Final = "XXX"
"""ISO 4217's own word for none: that of a shop that sells nothing yet."""


@dataclass(frozen=True, slots=True)
class ShopState:
    """The shop at one moment.

    Attributes:
        revisions: of each part of the shop, its last change that is in here.
        currency: of every price.
        products: what is sold, by id.
        articles: the same, by SKU.
        stores: by id.
        offers: those that can be used.
    """

    revisions: Mapping[str, int] = field(default_factory=dict)
    currency: str = _NO_CURRENCY
    products: Mapping[str, Product] = field(default_factory=dict)
    articles: Mapping[str, tuple[Product, Variant]] = field(default_factory=dict)
    stores: Mapping[str, Store] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()

    def by_sku(self, sku: str) -> tuple[Product, Variant] | None:
        """The article with this SKU and its product; None when the shop does not sell it."""
        return self.articles.get(sku)


class ShopStates:
    """Keeps the shop's state, for any thread that asks."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._lock = threading.Lock()
        self._state = ShopState()

    def current(self, connection: Connection) -> ShopState:
        """The shop as the database has it in this transaction."""
        rows = connection.execute(select(shop_revisions)).all()
        revisions = {row.part: row.revision for row in rows}
        with self._lock:
            if revisions != self._state.revisions:
                currency = next((row.currency for row in rows if row.currency), _NO_CURRENCY)
                self._state = _renewed(connection, self._state, revisions, currency)
            return self._state


def _renewed(connection: Connection, old: ShopState, revisions: Mapping[str, int], currency: str) -> ShopState:
    """The state at ``revisions``: of the catalogue only what changed is read."""
    now, before = revisions.get("catalogue", 0), old.revisions.get("catalogue", 0)
    sold = old.products
    if now != before:
        sold = _products(connection, sold, before if now > before else 0)
    return ShopState(
        revisions=revisions,
        currency=currency,
        products=sold,
        articles={variant.sku: (product, variant) for product in sold.values() for variant in product.variants},
        stores=_stores(connection),
        offers=_offers(connection),
    )


def _products(connection: Connection, old: Mapping[str, Product], since: int) -> Mapping[str, Product]:
    """What is sold; ``old`` is right about all that has not changed since a revision and is still there."""
    there = set(connection.scalars(select(products.c.id).where(products.c.removed.is_(False))))
    sold = {product_id: product for product_id, product in old.items() if product_id in there}
    changed = select(products.c.document).where(products.c.removed.is_(False), products.c.revision > since)
    for text in connection.scalars(changed):
        document = ProductDocument.model_validate_json(text)
        sold[document.id] = product_of(document, document.currency)
    return sold


def _stores(connection: Connection) -> Mapping[str, Store]:
    documents = connection.scalars(select(stores.c.document).order_by(stores.c.position))
    return {store.id: store for store in map(store_of, map(StoreTable.model_validate_json, documents))}


def _offers(connection: Connection) -> tuple[Offer, ...]:
    """The offers; those that cannot be used were refused when the shop was loaded, or are a newer hub's."""
    usable, _ = read_offers(connection.scalars(select(offers.c.document).order_by(offers.c.position)))
    return usable
