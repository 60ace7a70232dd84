"""`/c/{code}` and the way back: a cart comes to a phone by a code, and to a mirror by another."""

# FastAPI reads these annotations as the program runs: they are not put off.

import io
from http import HTTPStatus
from typing import TYPE_CHECKING

import segno
from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from kiosk.hub.handoffs import make_handoff
from kiosk.hub.phone_auth import expect_own_page
from kiosk.hub.phone_sessions import Refusal, leave_cart, open_cart

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.hub.cart_page import CartPage
    from kiosk.hub.database import Database
    from kiosk.hub.phone_auth import PhoneAuth
    from kiosk.hub.rate_limit import RateLimit


class HandoffPages:
    """Lets phones into carts, and makes the codes by which they let a mirror in."""

    def __init__(
        self,
        page: "CartPage",
        phones: "PhoneAuth",
        database: "Database",
        now_ms: "Callable[[], int]",
        openings: "RateLimit",
        codes: "RateLimit",
    ) -> None:
        """Let nobody in yet.

        Args:
            page: draws.
            phones: knows phones again.
            database: where carts are.
            now_ms: milliseconds since 1970 in UTC.
            openings: how often each address may open a code.
            codes: how often each phone may make one.
        """
        self._page = page
        self._phones = phones
        self._database = database
        self._now_ms = now_ms
        self._openings = openings
        self._codes = codes

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/c/{code}", self._look_at_code, methods=["HEAD"])
        router.add_api_route("/c/{code}", self._open_code)
        router.add_api_route("/cart/mirror", self._show_mirror)
        router.add_api_route("/cart/code.svg", self._show_code)
        router.add_api_route("/cart/leave", self._leave, methods=["POST"])
        return router

    async def _look_at_code(self, code: str) -> Response:
        """Say of every code that there may be something, and use none."""
        del code
        return Response(None, HTTPStatus.OK, self._page.headers)

    async def _open_code(self, request: Request, code: str) -> Response:
        """Let a phone into the cart behind a code."""
        if not self._openings.allows(request.client.host if request.client else ""):
            raise _too_many()
        if _is_prefetch(request):
            return Response(None, HTTPStatus.SERVICE_UNAVAILABLE, self._page.headers)
        opened = await self._database.write(open_cart, code, await self._phones.phone(request), self._now_ms())
        if isinstance(opened, Refusal):
            return self._page.draw_closed(opened.value, request.headers.get("accept-language", ""))
        response = RedirectResponse("/cart", HTTPStatus.SEE_OTHER, self._page.headers)
        self._phones.remember(request, response, opened)
        return response

    async def _show_mirror(self, request: Request) -> Response:
        """The page with the code that a mirror reads."""
        language = request.headers.get("accept-language", "")
        if await self._phones.cart(request) is None:
            return self._page.draw_closed("gone", language)
        return self._page.draw_mirror(language)

    async def _show_code(self, request: Request) -> Response:
        """A code that lets a mirror into the cart that the phone sees; each time another."""
        expect_own_page(request)
        seen = await self._phones.cart(request)
        if seen is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "this phone sees no cart")
        phone, cart = seen
        if not self._codes.allows(str(phone.id)):
            raise _too_many()
        code = await self._database.write(make_handoff, cart, self._now_ms())
        # A phone reaches the hub where the kiosk's code led it, which is the address that mirrors know the hub by.
        return Response(_draw_code(f"{request.base_url}c/{code}"), HTTPStatus.OK, self._page.headers, "image/svg+xml")

    async def _leave(self, request: Request) -> Response:
        """Forget the phone; the cart stays wherever else it is."""
        expect_own_page(request)
        phone = await self._phones.phone(request)
        if phone is not None:
            await self._database.write(leave_cart, phone.id, self._now_ms())
        response = RedirectResponse("/cart", HTTPStatus.SEE_OTHER, self._page.headers)
        self._phones.forget(request, response)
        return response


def _is_prefetch(request: Request) -> bool:
    """Whether a browser only guesses that somebody will want to go there."""
    said = [request.headers.get(name, "").lower() for name in ("sec-purpose", "purpose", "x-moz")]
    return any(purpose.startswith(("prefetch", "preview")) for purpose in said)


def _too_many() -> HTTPException:
    return HTTPException(HTTPStatus.TOO_MANY_REQUESTS, "too many codes at once", {"Retry-After": "10"})


def _draw_code(link: str) -> bytes:
    drawing = io.BytesIO()
    segno.make(link, error="m", micro=False).save(drawing, kind="svg", scale=8, border=4, xmldecl=False)
    return drawing.getvalue()
