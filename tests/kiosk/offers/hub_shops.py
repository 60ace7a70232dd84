"""Putting a shop into a hub's database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert

from kiosk.catalogue_documents import document_of
from kiosk.hub.tables.shop import offers, products, shop_revisions, stores
from kiosk.store_schema import store_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from kiosk.catalogue import Product
    from kiosk.stores import Store


def put_products(connection: Connection, sold: Iterable[Product], revision: int) -> None:
    """Sell these too, from ``revision`` on."""
    for position, product in enumerate(sold):
        document = document_of(product).model_dump_json(exclude_defaults=True)
        row = {"id": product.id, "position": position, "document": document, "revision": revision, "removed": False}
        connection.execute(delete(products).where(products.c.id == product.id))
        connection.execute(insert(products).values(row))
    _note(connection, "catalogue", revision)


def put_stores(connection: Connection, known: Iterable[Store], revision: int) -> None:
    """Have these stores."""
    for position, store in enumerate(known):
        document = store_document(store).model_dump_json()
        row = {"id": store.id, "position": position, "document": document, "revision": revision}
        connection.execute(insert(stores).values(row))
    _note(connection, "stores", revision)


def put_offers(connection: Connection, documents: Sequence[str], revision: int) -> None:
    """Offer exactly these."""
    connection.execute(delete(offers))
    for position, document in enumerate(documents):
        row = {"id": f"offer-{position}", "position": position, "document": document, "revision": revision}
        connection.execute(insert(offers).values(row))
    _note(connection, "offers", revision)


def _note(connection: Connection, part: str, revision: int) -> None:
    currency = "EUR" if part == "catalogue" else None
    connection.execute(delete(shop_revisions).where(shop_revisions.c.part == part))
    connection.execute(insert(shop_revisions).values(part=part, revision=revision, currency=currency))
