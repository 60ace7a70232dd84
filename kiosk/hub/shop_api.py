"""`/v1/catalogue`, `/v1/stores`, `/v1/stock`, `/v1/offers`: what a kiosk needs to know of the shop, as it changes."""

# FastAPI reads these annotations as the program runs: they are not put off.

from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Final

from fastapi import APIRouter, Header, HTTPException, Query, Response
from pydantic import BaseModel

from kiosk.catalogue_schema import Key, ProductDocument
from kiosk.hub.device_auth import DEVICE_PROBLEMS, KnownDevice
from kiosk.hub.problems import ProblemError, declared
from kiosk.hub.shop_reading import (
    FutureRevisionError,
    NoStoreError,
    read_catalogue,
    read_offers,
    read_stock,
    read_stores,
    revision_of,
)
from kiosk.offers.offer_schema import OfferDocument
from kiosk.store_schema import StoreTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from kiosk.hub.database import Database

FUTURE: Final = "urn:vitrine:future"
"""The kind of problem of a revision that this hub has not reached: its database is another one. Begin from nothing."""

_MOST_PRODUCTS: Final = 500
_MOST_LEVELS: Final = 5000
_LAST: Final = 2**53 - 1

_Since = Annotated[int, Query(ge=0, le=_LAST, description="A revision; only what changed after it. 0 is everything")]
_Tag = Annotated[str | None, Header(description="The ETag of the answer that is there already", max_length=80)]

_UNCHANGED: Final = {int(HTTPStatus.NOT_MODIFIED): {"description": "What is there already is right"}}
_PROBLEMS: Final = DEVICE_PROBLEMS | declared(HTTPStatus.UNPROCESSABLE_ENTITY) | _UNCHANGED


class CataloguePage(BaseModel):
    """Some products.

    Attributes:
        products: in the order of the shelves.
        removed: of all that changed, what is sold no more; on the first page.
        next: the cursor of the page that follows; null on the last.
        revision: of the catalogue. Pages belong together when theirs is the same.
    """

    products: list[ProductDocument]
    removed: list[str]
    next: str | None
    revision: int


class Stores(BaseModel):
    """All stores."""

    stores: list[StoreTable]
    revision: int


class StockPage(BaseModel):
    """How many of each SKU a store has; what is not named after the last page is not there, or has not changed."""

    store: str
    stock: dict[str, int]
    next: str | None
    revision: int
    as_of_ms: int


class Offers(BaseModel):
    """All offers."""

    offers: list[OfferDocument]
    revision: int


def shop_api(database: "Database", now_ms: "Callable[[], int]") -> APIRouter:
    """Make the routes.

    Args:
        database: where the shop is.
        now_ms: milliseconds since 1970 in UTC.
    """
    router = APIRouter(prefix="/v1", tags=["shop"])

    async def answer(part: str, if_none_match: str | None, read: "Callable[[Connection], str]") -> Response:
        """The documents of a part, which are JSON already, unless the asker has them."""
        revision = await database.read(revision_of, part)
        headers = {"ETag": f'"{part}-{revision}"', "Cache-Control": "private, no-cache"}
        if if_none_match == headers["ETag"]:
            return Response(None, HTTPStatus.NOT_MODIFIED, headers)
        try:
            body = await database.read(read)
        except FutureRevisionError as error:
            raise ProblemError(FUTURE, HTTPStatus.CONFLICT, "this hub has not reached that revision") from error
        except NoStoreError as error:
            raise HTTPException(HTTPStatus.NOT_FOUND, "there is no such store") from error
        return Response(body, HTTPStatus.OK, headers, "application/json")

    @router.get("/catalogue", response_model=CataloguePage, responses=_PROBLEMS | declared(HTTPStatus.CONFLICT))
    async def catalogue(
        device: KnownDevice,
        cursor: Annotated[str | None, Query(pattern=r"^[0-9]{1,9}$", description="``next`` of the page before")] = None,
        limit: Annotated[int, Query(ge=1, le=_MOST_PRODUCTS)] = 200,
        since: _Since = 0,
        if_none_match: _Tag = None,
    ) -> Response:
        """The products, or those that changed."""
        del device
        after = -1 if cursor is None else int(cursor)
        return await answer(
            "catalogue", if_none_match, lambda connection: read_catalogue(connection, after, limit, since)
        )

    @router.get("/stores", response_model=Stores, responses=_PROBLEMS)
    async def stores(device: KnownDevice, if_none_match: _Tag = None) -> Response:
        """The stores: where they are, when they are open, and what part of a price is tax there."""
        del device
        return await answer("stores", if_none_match, read_stores)

    @router.get(
        "/stock", response_model=StockPage, responses=_PROBLEMS | declared(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)
    )
    async def stock(
        device: KnownDevice,
        store: Key,
        cursor: Annotated[Key | None, Query(description="``next`` of the page before")] = None,
        limit: Annotated[int, Query(ge=1, le=_MOST_LEVELS)] = 1000,
        since: _Since = 0,
        if_none_match: _Tag = None,
    ) -> Response:
        """What a store has, or what changed of it."""
        del device
        return await answer(
            "stock",
            if_none_match,
            lambda connection: read_stock(connection, store, cursor or "", limit, since, now_ms()),
        )

    @router.get("/offers", response_model=Offers, responses=_PROBLEMS)
    async def offers(device: KnownDevice, if_none_match: _Tag = None) -> Response:
        """The offers, in the shop's order."""
        del device
        return await answer("offers", if_none_match, read_offers)

    return router
