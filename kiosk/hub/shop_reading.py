"""What the hub's database has of the shop, by the page, put together as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from kiosk.hub.tables.shop import offers, products, shop_revisions, stock, stores

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Table


class FutureRevisionError(ValueError):
    """What changed after a revision that was not reached yet cannot be told."""


class NoStoreError(LookupError):
    """There is no such store."""


def revision_of(connection: Connection, part: str) -> int:
    """The revision of a part of the shop; 0 while there is nothing of it."""
    return connection.scalar(select(shop_revisions.c.revision).where(shop_revisions.c.part == part)) or 0


def read_catalogue(connection: Connection, after: int, limit: int, since: int) -> str:
    """Products that changed after the revision ``since``, from the place after ``after`` on.

    Raises:
        FutureRevisionError: the catalogue has not reached ``since``.
    """
    revision = _reached(connection, "catalogue", since)
    table = products.c
    wanted = (
        select(table.position, table.document)
        .where(table.removed.is_(False), table.position > after, table.revision > since)
        .order_by(table.position)
        .limit(limit + 1)
    )
    found = connection.execute(wanted).all()
    removed: list[str] = []
    if since and after < 0:
        gone = select(table.id).where(table.removed.is_(True), table.revision > since).order_by(table.id)
        removed = list(connection.scalars(gone))
    following = str(found[limit - 1].position) if len(found) > limit else None
    documents = _list(row.document for row in found[:limit])
    return (
        f'{{"products":{documents},"removed":{json.dumps(removed)},"next":{json.dumps(following)},'
        f'"revision":{revision}}}'
    )


def read_stores(connection: Connection) -> str:
    """All stores."""
    return f'{{"stores":{_documents(connection, stores)},"revision":{revision_of(connection, "stores")}}}'


def read_offers(connection: Connection) -> str:
    """All offers."""
    return f'{{"offers":{_documents(connection, offers)},"revision":{revision_of(connection, "offers")}}}'


def read_stock(connection: Connection, store: str, after: str, limit: int, since: int, now_ms: int) -> str:
    """How many a store has of what changed after the revision ``since``, from the SKU after ``after`` on.

    Raises:
        NoStoreError: there is no such store.
        FutureRevisionError: the stock has not reached ``since``.
    """
    if connection.scalar(select(stores.c.id).where(stores.c.id == store)) is None:
        raise NoStoreError(store)
    revision = _reached(connection, "stock", since)
    table = stock.c
    wanted = (
        select(table.sku, table.quantity)
        .where(table.store == store, table.sku > after, table.revision > since)
        .order_by(table.sku)
        .limit(limit + 1)
    )
    found = connection.execute(wanted).all()
    return json.dumps(
        {
            "store": store,
            "stock": {row.sku: row.quantity for row in found[:limit]},
            "next": found[limit - 1].sku if len(found) > limit else None,
            "revision": revision,
            "as_of_ms": now_ms,
        }
    )


def _reached(connection: Connection, part: str, since: int) -> int:
    revision = revision_of(connection, part)
    if since > revision:
        raise FutureRevisionError(since)
    return revision


def _documents(connection: Connection, table: Table) -> str:
    return _list(connection.scalars(select(table.c.document).order_by(table.c.position)))


def _list(documents: Iterable[str]) -> str:
    return f"[{','.join(documents)}]"
