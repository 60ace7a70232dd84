"""Bringing the shop's data from the hub to the kiosk's disk: a page at a time, and never half of a change."""

from __future__ import annotations

from contextlib import closing
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Final, TypeVar
from urllib.parse import urlencode

from pydantic import BaseModel, Field, ValidationError

from kiosk.catalogue_schema import Key, ProductDocument
from kiosk.hub.errors import HubError
from kiosk.local.catalogue_store import CatalogueStore
from kiosk.local.catalogue_writer import CATALOGUE_REVISION, HERE, CatalogueWriter
from kiosk.offers.offer_schema import OfferDocument
from kiosk.store_schema import StoreTable, store_of
from kiosk.sync.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.local.catalogue_database import CatalogueData
    from kiosk.local.database import LocalDatabase
    from kiosk.sync.http import HubConnection
    from kiosk.sync.jobs import Refresher

_CATALOGUE_S: Final = 60.0
_STOCK_S: Final = 30.0
"""After so long each is asked for again; most answers are that nothing changed."""

_PAGE: Final = 200
_LEVELS_A_PAGE: Final = 2000
_LONGEST: Final = 16 * 2**20
"""Bytes; a product may take 40 KB in four languages with all its shades."""
_LONGEST_STATE: Final = 2**20
_MOST_REMOVED: Final = 100_000

_COMING: Final = "catalogue_coming"

_Page = TypeVar("_Page", bound=BaseModel)
_Quantity = Annotated[int, Field(ge=0, le=1_000_000)]


class _CataloguePage(BaseModel):
    products: list[ProductDocument]
    removed: Annotated[list[Key], Field(max_length=_MOST_REMOVED)]
    next: str | None
    revision: Annotated[int, Field(ge=0)]


class _Coming(BaseModel):
    """A catalogue, or a change of one, that has come in part.

    Attributes:
        since: after which revision it changed; 0 where it is the whole.
        revision: what the kiosk has once it is all there.
        cursor: of the page that comes next.
        removed: what is sold no more then.
    """

    since: int
    revision: int
    cursor: str
    removed: list[str]


class _Stores(BaseModel):
    stores: Annotated[list[StoreTable], Field(min_length=1)]


class _Offers(BaseModel):
    offers: list[OfferDocument]


class _StockPage(BaseModel):
    stock: dict[Key, _Quantity]
    next: str | None
    revision: Annotated[int, Field(ge=0)]
    as_of_ms: Annotated[int, Field(ge=0)]


class _Me(BaseModel):
    store: Key | None = None


def shop_refreshers(data: CatalogueData, connection: HubConnection, now_ms: Callable[[], int]) -> Sequence[Refresher]:
    """What keeps the shop's data as the hub has them, in the order in which they matter.

    Args:
        data: where they are kept.
        connection: the way to the hub; of the thread that calls the refreshers.
        now_ms: the hub's clock, milliseconds since 1970 in UTC.
    """
    return (
        StoresRefresher(data, connection),
        CatalogueRefresher(data, connection),
        OffersRefresher(data, connection),
        StockRefresher(data, connection, now_ms),
    )


class CatalogueRefresher:
    """Brings the products, at first all and then what changed.

    What has come is put aside until it is whole, also while the kiosk is off; pages of two revisions never mix.
    """

    def __init__(self, data: CatalogueData, connection: HubConnection) -> None:
        """Do nothing yet."""
        self._data = data
        self._connection = connection

    def refresh(self) -> float:
        """Bring the next page; gives after how many seconds to come again.

        Raises:
            HubError: the hub did not give it.
            LocalDataError: it cannot be kept.
        """
        with closing(self._data.connect()) as database:
            writer = CatalogueWriter(database)
            try:
                return self._bring(database, writer)
            except RefusedError as error:
                if error.status != HTTPStatus.CONFLICT:
                    raise
                # The hub was given another database: what the kiosk has may be later than what it tells.
                with database.transaction():
                    writer.forget_arrived()
                    writer.remember(**{CATALOGUE_REVISION: "0", _COMING: None})
                return 0.0

    def _bring(self, database: LocalDatabase, writer: CatalogueWriter) -> float:
        text = writer.state(_COMING)
        coming = None if text is None else _Coming.model_validate_json(text)
        had = int(writer.state(CATALOGUE_REVISION) or 0)
        page = self._ask(had if coming is None else coming.since, had, coming)
        if page is None or page.revision == 0:
            return _CATALOGUE_S  # Nothing changed, or the hub sells nothing yet.
        if coming is not None and page.revision != coming.revision:
            with database.transaction():
                writer.forget_arrived()
                writer.remember(**{_COMING: None})
            return 0.0
        since = had if coming is None else coming.since
        removed = page.removed if coming is None else coming.removed
        with database.transaction():
            if coming is None:
                writer.forget_arrived()
            writer.receive(page.products)
            if page.next is not None:
                state = _Coming(since=since, revision=page.revision, cursor=page.next, removed=removed)
                writer.remember(**{_COMING: state.model_dump_json()})
                return 0.0
            if since:
                writer.merge(removed)
            else:
                writer.take_over()
            writer.remember(**{CATALOGUE_REVISION: str(page.revision), _COMING: None})
        return _CATALOGUE_S

    def _ask(self, since: int, had: int, coming: _Coming | None) -> _CataloguePage | None:
        """A page; None where nothing changed."""
        wanted = {"limit": str(_PAGE), "since": str(since)} | ({} if coming is None else {"cursor": coming.cursor})
        known = f'"catalogue-{had}"' if coming is None and had else ""
        return _get(self._connection, f"/v1/catalogue?{urlencode(wanted)}", known, _CataloguePage)


class StoresRefresher:
    """Brings the stores, and which of them the kiosk stands in."""

    def __init__(self, data: CatalogueData, connection: HubConnection) -> None:
        """Do nothing yet."""
        self._data = data
        self._connection = connection
        self._known = ""

    def refresh(self) -> float:
        """Bring all, where they changed; see ``CatalogueRefresher.refresh``."""
        answer = self._connection.ask(
            "GET", "/v1/stores", headers={"If-None-Match": self._known}, longest=_LONGEST_STATE
        )
        if answer.status != HTTPStatus.NOT_MODIFIED:
            stores = [store_of(table) for table in _read(_Stores, answer.body).stores]
            me = _read(_Me, self._connection.ask("GET", "/v1/devices/me").body)
            with closing(self._data.connect()) as database, database.transaction():
                writer = CatalogueWriter(database)
                writer.replace_stores(stores)
                writer.remember(**{HERE: me.store})
            self._known = answer.headers.get("ETag", "")
        return _CATALOGUE_S


class OffersRefresher:
    """Brings the offers."""

    def __init__(self, data: CatalogueData, connection: HubConnection) -> None:
        """Do nothing yet."""
        self._data = data
        self._connection = connection
        self._known = ""

    def refresh(self) -> float:
        """Bring all, where they changed; see ``CatalogueRefresher.refresh``."""
        answer = self._connection.ask("GET", "/v1/offers", headers={"If-None-Match": self._known}, longest=_LONGEST)
        if answer.status != HTTPStatus.NOT_MODIFIED:
            offers = _read(_Offers, answer.body).offers
            with closing(self._data.connect()) as database:
                documents = [offer.model_dump_json(exclude_unset=True) for offer in offers]
                CatalogueWriter(database).replace_offers(documents)
            self._known = answer.headers.get("ETag", "")
        return _CATALOGUE_S


class StockRefresher:
    """Brings what each store has, at first all and then what changed."""

    def __init__(self, data: CatalogueData, connection: HubConnection, now_ms: Callable[[], int]) -> None:
        """Do nothing yet; ``now_ms`` is the hub's clock."""
        self._data = data
        self._connection = connection
        self._now_ms = now_ms
        self._revisions: dict[str, int] = {}
        self._waiting: list[str] = []
        self._coming: dict[str, int] = {}
        self._cursor: str | None = None
        self._revision = 0

    def refresh(self) -> float:
        """Bring a page of one store; see ``CatalogueRefresher.refresh``."""
        with closing(self._data.connect()) as database:
            if not self._waiting:
                self._waiting = [store.id for store in CatalogueStore(database).stores()]
            store = self._waiting[0]
            try:
                self._bring(CatalogueWriter(database), store)
            except RefusedError as error:
                if error.status not in {HTTPStatus.CONFLICT, HTTPStatus.NOT_FOUND}:
                    raise
                # Another database, or a store that is closing: the stores come anew by themselves.
                self._revisions.pop(store, None)
                self._turn()
        return 0.0 if self._waiting else _STOCK_S

    def _bring(self, writer: CatalogueWriter, store: str) -> None:
        since = self._revisions.get(store, 0)
        wanted = {"store": store, "limit": str(_LEVELS_A_PAGE), "since": str(since)}
        wanted |= {} if self._cursor is None else {"cursor": self._cursor}
        known = f'"stock-{since}"' if since and self._cursor is None else ""
        page = _get(self._connection, f"/v1/stock?{urlencode(wanted)}", known, _StockPage)
        if page is None:
            writer.change_stock(store, {}, self._now_ms())
            self._turn()
            return
        if self._cursor is None:
            # That of the first page: what changes while the others come is asked for again.
            self._revision = page.revision
        self._coming |= page.stock
        self._cursor = page.next
        if page.next is not None:
            return
        if since:
            writer.change_stock(store, self._coming, page.as_of_ms)
        else:
            writer.replace_stock(store, self._coming, page.as_of_ms)
        self._revisions[store] = self._revision
        self._turn()

    def _turn(self) -> None:
        """On to the next store."""
        self._waiting.pop(0)
        self._coming = {}
        self._cursor = None


def _get(connection: HubConnection, path: str, known: str, form: type[_Page]) -> _Page | None:
    """What the hub has; None where it is what is known by this ETag."""
    headers = {"If-None-Match": known} if known else None
    answer = connection.ask("GET", path, headers=headers, longest=_LONGEST)
    return None if answer.status == HTTPStatus.NOT_MODIFIED else _read(form, answer.body)


def _read(form: type[_Page], body: bytes) -> _Page:
    try:
        return form.model_validate_json(body)
    except ValidationError as error:
        raise HubError("the hub's answer is not what it should be") from error
