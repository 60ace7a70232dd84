"""`/cart`: a cart on a phone, without an app and, for who only reads, without JavaScript."""

# FastAPI reads these annotations as the program runs: they are not put off.

from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Final
from uuid import UUID

from fastapi import APIRouter, HTTPException, Query, Request, Response
from pydantic import BaseModel, Field

from kiosk.cart.views import CartState
from kiosk.hub.cart_state import NoCartError
from kiosk.hub.phone_auth import expect_own_page
from kiosk.hub.phone_steps import PhoneStep, PhoneSteps
from kiosk.hub.sent_operations import OperationResult
from kiosk.hub.shown_cart import show_cart

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.hub.cart_page import CartPage
    from kiosk.hub.cart_watch import CartWatch
    from kiosk.hub.cart_writer import CartWriter
    from kiosk.hub.database import Database
    from kiosk.hub.phone_auth import PhoneAuth
    from kiosk.hub.shown_cart import Shop, ShownCart

_MOST_STEPS: Final = 100
_WAIT_SECONDS: Final = 25.0
_LAST_VERSION: Final = 2**31 - 1

_OWN_HEADER: Final = "Vitrine-Page"
"""Only a page of this hub can send it: of another site's page, a browser asks the hub first, which does not answer."""


class SentSteps(BaseModel):
    """What a phone did, in its order."""

    operations: Annotated[list[PhoneStep], Field(max_length=_MOST_STEPS)]


class StepResults(BaseModel):
    """What became of it, in the same order."""

    results: list[OperationResult]


class CartPages:
    """Shows a phone its cart, and takes what it does there."""

    def __init__(
        self,
        page: "CartPage",
        phones: "PhoneAuth",
        shop: "Shop",
        database: "Database",
        writer: "CartWriter",
        watch: "CartWatch",
        now_ms: "Callable[[], int]",
    ) -> None:
        """Have nobody to show anything to yet.

        Args:
            page: draws.
            phones: knows phones again.
            shop: knows what is in carts.
            database: where carts are.
            writer: takes what phones do.
            watch: waits for what others do.
            now_ms: milliseconds since 1970 in UTC.
        """
        self._page = page
        self._phones = phones
        self._shop = shop
        self._database = database
        self._steps = PhoneSteps(database, writer, now_ms)
        self._watch = watch
        self._now_ms = now_ms

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(prefix="/cart", include_in_schema=False)
        router.add_api_route("", self._show)
        router.add_api_route("/contents", self._show_contents)
        router.add_api_route("/operations", self._take, methods=["POST"])
        router.add_api_route("/page.js", self._script)
        return router

    async def _show(self, request: Request) -> Response:
        """The whole page."""
        shown = await self._shown(request)
        language = request.headers.get("accept-language", "")
        return self._page.draw_closed("gone", language) if shown is None else self._page.draw(shown, language)

    async def _show_contents(
        self, request: Request, cart: UUID, after: Annotated[int, Query(ge=-1, le=_LAST_VERSION)]
    ) -> Response:
        """What changes of it: as soon as the cart that the page shows has a later version, or after a while."""
        seen = await self._phones.cart(request)
        if seen is not None and seen[1] == cart:
            await self._watch.wait(cart, after, _WAIT_SECONDS)
        shown = await self._shown(request)
        language = request.headers.get("accept-language", "")
        return self._page.draw_closed("gone", language) if shown is None else self._page.draw_contents(shown, language)

    async def _take(self, request: Request, sent: SentSteps) -> StepResults:
        """Take what the page did, to any cart that the phone has a part in."""
        expect_own_page(request)
        if _OWN_HEADER not in request.headers:
            raise HTTPException(HTTPStatus.FORBIDDEN, "this is for the hub's own pages")
        phone = await self._phones.phone(request)
        if phone is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "this phone sees no cart")
        return StepResults(results=await self._steps.take(phone, sent.operations))

    async def _script(self) -> Response:
        """What makes it a page that can change the cart."""
        return self._page.script()

    async def _shown(self, request: Request) -> "ShownCart | None":
        seen = await self._phones.cart(request)
        if seen is None:
            return None
        phone, cart = seen
        try:
            shown = await self._database.read(show_cart, self._shop, cart, phone, self._now_ms())
        except NoCartError:
            return None
        return None if shown.cart.state is CartState.GONE else shown
