"""`/cart/order`: how the shopper wants what is in the cart on their phone: collected, or sent home; without JavaScript.

An address is typed here and nowhere else: on the shopper's own screen.
"""

# FastAPI reads these annotations as the program runs: they are not put off.

from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from kiosk.cart.views import CartState
from kiosk.hub.cart_state import NoCartError
from kiosk.hub.checkout import CheckoutView, Wish
from kiosk.hub.forms import read_form
from kiosk.hub.order_contacts import Contact
from kiosk.hub.phone_auth import expect_own_page
from kiosk.orders.order import OrderError, OrderKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.hub.checkout import PhoneCheckout
    from kiosk.hub.database import Database
    from kiosk.hub.devices import Device
    from kiosk.hub.order_drawing import OrderDrawing
    from kiosk.hub.phone_auth import PhoneAuth

_NO_TOTAL = -1


class CheckoutPages:
    """Asks how a cart is wanted, and makes the order."""

    def __init__(
        self,
        drawing: "OrderDrawing",
        phones: "PhoneAuth",
        checkout: "PhoneCheckout",
        database: "Database",
        now_ms: "Callable[[], int]",
    ) -> None:
        """Ask nobody yet.

        Args:
            drawing: draws.
            phones: knows phones again.
            checkout: makes orders.
            database: where carts and orders are.
            now_ms: milliseconds since 1970 in UTC.
        """
        self._drawing = drawing
        self._phones = phones
        self._checkout = checkout
        self._database = database
        self._now_ms = now_ms

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(prefix="/cart", include_in_schema=False)
        router.add_api_route("/order", self._choose)
        router.add_api_route("/collect", self._ask_where)
        router.add_api_route("/collect", self._collect, methods=["POST"])
        router.add_api_route("/ship", self._ask_whither)
        router.add_api_route("/ship", self._ship, methods=["POST"])
        return router

    async def _choose(self, request: Request) -> Response:
        return await self._ask(request, "")

    async def _ask_where(self, request: Request) -> Response:
        return await self._ask(request, OrderKind.COLLECT)

    async def _ask_whither(self, request: Request) -> Response:
        return await self._ask(request, OrderKind.SHIP)

    async def _collect(self, request: Request) -> Response:
        """Order what a store is to lay ready."""
        expect_own_page(request)
        form = await read_form(request)
        store = form.get("store", "")
        if not store:
            return await self._ask(request, OrderKind.COLLECT, HTTPStatus.UNPROCESSABLE_ENTITY, form, {"store"})
        return await self._place(request, form, Wish(OrderKind.COLLECT, store, None, _total(form)))

    async def _ship(self, request: Request) -> Response:
        """Order what is to be sent."""
        expect_own_page(request)
        form = await read_form(request)
        try:
            contact = Contact.model_validate({field: form.get(field, "") for field in Contact.model_fields})
        except ValidationError as error:
            wrong = {str(mistake["loc"][0]) for mistake in error.errors(include_input=False)}
            return await self._ask(request, OrderKind.SHIP, HTTPStatus.UNPROCESSABLE_ENTITY, form, wrong)
        return await self._place(request, form, Wish(OrderKind.SHIP, None, contact, _total(form)))

    async def _ask(
        self,
        request: Request,
        way: str,
        status: HTTPStatus = HTTPStatus.OK,
        form: Mapping[str, str] | None = None,
        wrong: frozenset[str] | set[str] = frozenset(),
    ) -> Response:
        seen = await self._phones.cart(request)
        if seen is None:
            return self._closed(request, "nothing")
        phone, cart = seen
        try:
            view = await self._database.read(self._checkout.view, cart, phone, self._now_ms())
        except NoCartError:
            return self._closed(request, "nothing")
        return self._answer(request, view, way, status, form or {}, wrong)

    async def _place(self, request: Request, form: Mapping[str, str], wish: Wish) -> Response:
        seen = await self._phones.cart(request)
        if seen is None:
            return self._closed(request, "nothing")
        try:
            view = await self._write(*seen, wish)
        except NoCartError:
            return self._closed(request, "nothing")
        except OrderError:
            return await self._ask(request, wish.kind, HTTPStatus.UNPROCESSABLE_ENTITY, form, {"store"})
        return self._answer(request, view, wish.kind, HTTPStatus.CONFLICT, form, frozenset())

    async def _write(self, phone: "Device", cart: UUID, wish: Wish) -> CheckoutView:
        return await self._database.write(self._checkout.place, cart, phone, wish, self._now_ms())

    def _answer(
        self,
        request: Request,
        view: CheckoutView,
        way: str,
        status: HTTPStatus,
        form: Mapping[str, str],
        wrong: frozenset[str] | set[str],
    ) -> Response:
        if view.code is not None:
            return RedirectResponse(f"/o/{view.code}", HTTPStatus.SEE_OTHER, self._drawing.headers)
        lease = view.cart.cart.lease
        if view.cart.cart.state is CartState.PAYING and lease is not None:
            return self._closed(request, "paying", lease.name)
        if not view.is_orderable:
            return self._closed(request, "nothing")
        moved = bool(form) and _total(form) != view.cart.priced.total.minor
        return self._drawing.draw(
            "checkout", _languages(request), status, view=view, way=way, form=form, wrong=wrong, moved=moved
        )

    def _closed(self, request: Request, why: str, device: str = "") -> Response:
        status = HTTPStatus.CONFLICT if why == "paying" else HTTPStatus.NOT_FOUND
        return self._drawing.draw("order_closed", _languages(request), status, why=why, device=device, to_cart=True)


def _total(form: Mapping[str, str]) -> int:
    """What the page said that the cart comes to; of what is no number, one that no cart comes to."""
    text = form.get("total", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(2**31)) else _NO_TOTAL


def _languages(request: Request) -> str:
    return request.headers.get("accept-language", "")
