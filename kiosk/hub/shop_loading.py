"""Bringing the shop's files into the hub's database: what has not changed there is not touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, select, update

from assets.manifest import DATA
from kiosk.catalogue_documents import document_of
from kiosk.catalogue_files import load_catalogue
from kiosk.hub.database import take_turns
from kiosk.hub.errors import HubError
from kiosk.hub.inserts import upsert
from kiosk.hub.tables.shop import offers, products, shop_revisions, stock, stores
from kiosk.offers.check import check_offers
from kiosk.offers.facts import Context
from kiosk.offers.offer_documents import offer_of
from kiosk.offers.offer_files import SAMPLE_OFFERS, load_offer_documents
from kiosk.offers.store_prices import item_of
from kiosk.store_files import SAMPLE_STOCK, SAMPLE_STORES, load_stock, load_stores
from kiosk.store_schema import store_document
from kiosk.wall_clock import wall_ms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, Table

    from kiosk.catalogue import Catalogue
    from kiosk.hub.database import Database
    from kiosk.offers.offer import Offer
    from kiosk.stores import Store

_LOADING_LOCK: Final = 0x53484F50
"""The number of the lock by which those who load a shop take turns."""


@dataclass(frozen=True, slots=True)
class ShopFiles:
    """Where the shop's files are; described in docs/catalogue.md and docs/offers.md.

    Attributes:
        catalogue: the folder of the products.
        stores, stock, offers: a file each.
    """

    catalogue: Path
    stores: Path
    stock: Path
    offers: Path

    @classmethod
    def of_folder(cls, folder: Path) -> ShopFiles:
        """Those of a folder, with the products in a folder ``catalogue``."""
        return cls(folder / "catalogue", folder / "stores.toml", folder / "stock.toml", folder / "offers.toml")

    @classmethod
    def sample(cls) -> ShopFiles:
        """Those of the sample shop."""
        return cls(DATA / "catalogue", SAMPLE_STORES, SAMPLE_STOCK, SAMPLE_OFFERS)


@dataclass(frozen=True, slots=True)
class ShopDocuments:
    """What the files say, as it is kept.

    Attributes:
        currency: of all prices.
        products, stores, offers: JSON, by id, in order.
        stock: of each store, how many of each SKU.
        doubts: what the offers ask for in vain, a sentence each.
    """

    currency: str
    products: Mapping[str, str]
    stores: Mapping[str, str]
    offers: Mapping[str, str]
    stock: Mapping[str, Mapping[str, int]]
    doubts: tuple[str, ...]


def read_shop(files: ShopFiles) -> ShopDocuments:
    """Read the shop's files.

    Raises:
        CatalogueError, StoreFileError, OfferError: they cannot be read or understood.
        HubError: their prices are in several currencies.
    """
    catalogue = load_catalogue(files.catalogue)
    sold = [document_of(product) for product in catalogue.products]
    offered = load_offer_documents(files.offers)
    currencies = sorted({product.currency for product in sold} | {offer.currency for offer in offered})
    if len(currencies) > 1:
        raise HubError(f"the shop's prices are in {' and '.join(currencies)}: a hub has one currency")
    open_stores = load_stores(files.stores)
    skus = {variant.sku for product in catalogue.products for variant in product.variants}
    return ShopDocuments(
        currency=currencies[0],
        products={document.id: document.model_dump_json(exclude_defaults=True) for document in sold},
        stores={store.id: store_document(store).model_dump_json() for store in open_stores},
        offers={document.id: document.model_dump_json(exclude_defaults=True) for document in offered},
        stock=load_stock(files.stock, {store.id for store in open_stores}, skus),
        doubts=_doubts(catalogue, open_stores, [offer_of(document) for document in offered]),
    )


def _doubts(catalogue: Catalogue, stores: Sequence[Store], offers: Iterable[Offer]) -> tuple[str, ...]:
    items = [item_of(product, variant, {}) for product in catalogue.products for variant in product.variants]
    here = stores[0]
    context = Context(here.id, here.local_time(datetime.now(UTC)))
    return tuple(check_offers(offers, items, [store.id for store in stores], context))


def load_shop(database: Database, shop: ShopDocuments) -> dict[str, int]:
    """Make the database say what ``shop`` does; of each part that changed, its new revision.

    Revisions grow, after a database was lost too: they begin with the time in milliseconds.
    """
    with database.writing() as connection:
        take_turns(connection, _LOADING_LOCK)
        rows = connection.execute(select(shop_revisions.c.part, shop_revisions.c.revision)).all()
        revision = max([wall_ms(), *(row.revision + 1 for row in rows)])
        parts = {
            "catalogue": _load_products(connection, shop.products, revision),
            "stores": _load_documents(connection, stores, shop.stores, revision),
            "stock": _load_stock(connection, shop.stock, revision),
            "offers": _load_documents(connection, offers, shop.offers, revision),
        }
        changed = {part: revision for part, has_changed in parts.items() if has_changed}
        for part in changed:
            revisions = upsert(connection, shop_revisions)
            values = {"revision": revision, "currency": shop.currency}
            new = revisions.values(part=part, **values)
            connection.execute(new.on_conflict_do_update(index_elements=[shop_revisions.c.part], set_=values))
    return changed


def _load_products(connection: Connection, documents: Mapping[str, str], revision: int) -> bool:
    there = {
        row.id: (row.position, None if row.removed else row.document) for row in connection.execute(select(products))
    }
    new = [
        {"id": id_, "position": position, "document": document, "revision": revision, "removed": False}
        for position, (id_, document) in enumerate(documents.items())
        if there.get(id_, (0, None))[1] != document
    ]
    gone = [id_ for id_, (_, document) in there.items() if document is not None and id_ not in documents]
    _put(connection, products, ["id"], new)
    _move(connection, products, {id_: position for id_, (position, _) in there.items()}, documents)
    for part in _parts(gone):
        leaving = update(products).where(products.c.id.in_(part))
        connection.execute(leaving.values(removed=True, revision=revision))
    return bool(new or gone)


def _load_documents(connection: Connection, table: Table, documents: Mapping[str, str], revision: int) -> bool:
    there = {row.id: (row.position, row.document) for row in connection.execute(select(table))}
    if list(documents.items()) == [(id_, document) for id_, (_, document) in sorted(there.items(), key=_position)]:
        return False
    for part in _parts(list(there.keys() - documents.keys())):
        connection.execute(delete(table).where(table.c.id.in_(part)))
    rows = [
        {"id": id_, "position": position, "document": document, "revision": revision}
        for position, (id_, document) in enumerate(documents.items())
    ]
    _put(connection, table, ["id"], rows)
    return True


def _load_stock(connection: Connection, levels: Mapping[str, Mapping[str, int]], revision: int) -> bool:
    """Set how many there are; a SKU that is not named any more stays, with none."""
    there = {(row.store, row.sku): row.quantity for row in connection.execute(select(stock))}
    wanted = dict.fromkeys(there, 0)
    wanted |= {(store, sku): quantity for store, of_store in levels.items() for sku, quantity in of_store.items()}
    changed = [
        {"store": store, "sku": sku, "quantity": quantity, "revision": revision}
        for (store, sku), quantity in wanted.items()
        if there.get((store, sku)) != quantity
    ]
    _put(connection, stock, ["store", "sku"], changed)
    return bool(changed)


def _position(entry: tuple[str, tuple[int, str]]) -> int:
    return entry[1][0]


def _move(connection: Connection, table: Table, there: Mapping[str, int], documents: Mapping[str, str]) -> None:
    """Put what was there before into its new place, which is no change of its own."""
    moved = [
        {"moved": id_, "place": position}
        for position, id_ in enumerate(documents)
        if there.get(id_, position) != position
    ]
    if moved:
        connection.execute(
            update(table).where(table.c.id == bindparam("moved")).values(position=bindparam("place")), moved
        )


def _put(connection: Connection, table: Table, key: list[str], rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    new = upsert(connection, table)
    rest = {name: new.excluded[name] for name in rows[0] if name not in key}
    connection.execute(new.on_conflict_do_update(index_elements=key, set_=rest), rows)


def _parts(ids: list[str]) -> list[list[str]]:
    """In parts that a statement takes."""
    return [ids[first : first + 1000] for first in range(0, len(ids), 1000)]
