"""`/o/{code}`: an order on a phone: how far it is, its receipt, and a return; without JavaScript."""

# FastAPI reads these annotations as the program runs: they are not put off.

import asyncio
import io
import logging
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from uuid import UUID

import segno
from email_validator import EmailNotValidError, validate_email
from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from sqlalchemy import Connection, update
from uuid6 import uuid7

from kiosk.hub.forms import read_form
from kiosk.hub.held_orders import UnknownOrderError, lock_order
from kiosk.hub.order_contacts import forget_contact
from kiosk.hub.orders import start_return
from kiosk.hub.phone_auth import expect_own_page
from kiosk.hub.receipt_post import ReceiptPostError
from kiosk.hub.receipts import write_receipt
from kiosk.hub.shown_order import MOST_RECEIPTS, ShownOrder, show_order
from kiosk.hub.tables.orders import orders
from kiosk.orders.code import read_code
from kiosk.orders.order import OrderError
from kiosk.orders.wire import ReturnDocument

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.hub.database import Database
    from kiosk.hub.order_drawing import OrderDrawing
    from kiosk.hub.rate_limit import RateLimit
    from kiosk.hub.receipt_post import ReceiptPost
    from kiosk.hub.shown_order import Names, Stores

_SAID: Final = frozenset({"mail_sent", "mail_wrong", "mail_failed", "mail_enough", "return_nothing", "return_late"})
"""What a page may be told to say about what was sent to it before."""

_BACK: Final = "back-"
_MOST_LETTERS: Final = 4
"""On their way at once."""

_LOG: Final = logging.getLogger(__name__)


class OrderPages:
    """Shows an order to whoever has its code."""

    def __init__(
        self,
        drawing: "OrderDrawing",
        database: "Database",
        names: "Names",
        stores: "Stores",
        post: "ReceiptPost | None",
        now_ms: "Callable[[], int]",
        guesses: "RateLimit",
    ) -> None:
        """Show nothing yet.

        Args:
            drawing: draws.
            database: where orders are.
            names: what is bought is called.
            stores: where it is handed over.
            post: sends receipts; None where the shop has no mail.
            now_ms: milliseconds since 1970 in UTC.
            guesses: how often each address may name a code.
        """
        self._drawing = drawing
        self._database = database
        self._names = names
        self._stores = stores
        self._post = post
        self._now_ms = now_ms
        self._guesses = guesses
        self._letters = asyncio.Semaphore(_MOST_LETTERS)

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(prefix="/o", include_in_schema=False)
        router.add_api_route("/{code}", self._show)
        router.add_api_route("/{code}/code.svg", self._show_code)
        router.add_api_route("/{code}/receipt", self._send_receipt, methods=["POST"])
        router.add_api_route("/{code}/return", self._start_return, methods=["POST"])
        router.add_api_route("/{code}/forget", self._forget_address, methods=["POST"])
        return router

    async def _show(self, request: Request, code: str, said: str = "") -> Response:
        shown = await self._find(request, code)
        if isinstance(shown, Response):
            return shown
        return self._drawing.draw(
            "order",
            _languages(request),
            shown=shown,
            said=said if said in _SAID else "",
            mails=self._post is not None,
            new_id=uuid7(),
        )

    async def _show_code(self, request: Request, code: str) -> Response:
        shown = await self._find(request, code)
        if isinstance(shown, Response):
            return shown
        drawing = io.BytesIO()
        segno.make(shown.held.order.code, error="m", micro=False).save(drawing, kind="svg", scale=8, xmldecl=False)
        return Response(drawing.getvalue(), HTTPStatus.OK, self._drawing.headers, "image/svg+xml")

    async def _send_receipt(self, request: Request, code: str) -> Response:
        """Send the receipt to an address that is used once."""
        expect_own_page(request)
        shown = await self._find(request, code)
        if isinstance(shown, Response):
            return shown
        address = _address((await read_form(request)).get("email", ""))
        if self._post is None or not shown.is_paid:
            return self._back(shown, "mail_failed")
        if address is None:
            return self._back(shown, "mail_wrong")
        if not await self._database.write(_count_receipt, shown.held.order.id):
            return self._back(shown, "mail_enough")
        try:
            await self._deliver(self._post, address, *write_receipt(shown, *self._drawing.words(_languages(request))))
        except ReceiptPostError as error:
            _LOG.warning("a receipt was not sent: %s", error)
            return self._back(shown, "mail_failed")
        return self._back(shown, "mail_sent")

    async def _deliver(self, post: "ReceiptPost", address: str, subject: str, text: str) -> None:
        """Send a letter, on a thread that ends with it: a mail server takes its time, and nobody else waits."""
        thread = ThreadPoolExecutor(1, "hub-receipt")
        try:
            async with self._letters:
                await asyncio.get_running_loop().run_in_executor(thread, post.send, address, subject, text)
        finally:
            thread.shutdown(wait=False)

    async def _start_return(self, request: Request, code: str) -> Response:
        """Start to return what the form says."""
        expect_own_page(request)
        shown = await self._find(request, code)
        if isinstance(shown, Response):
            return shown
        try:
            wanted = _wanted_back(await read_form(request))
        except ValidationError:
            return self._back(shown, "return_nothing")
        try:
            await self._database.write(start_return, shown.held.order.id, wanted, self._now_ms())
        except OrderError:
            return self._back(shown, "return_late")
        return self._back(shown)

    async def _forget_address(self, request: Request, code: str) -> Response:
        """Forget where an order went."""
        expect_own_page(request)
        shown = await self._find(request, code)
        if isinstance(shown, Response):
            return shown
        with suppress(OrderError):  # the page says until when it is needed
            await self._database.write(_forget, shown.held.order.id)
        return self._back(shown)

    async def _find(self, request: Request, typed: str) -> ShownOrder | Response:
        """The order with this code, or the page that says why there is none."""
        if not self._guesses.allows(request.client.host if request.client else ""):
            page = self._closed(request, "busy", HTTPStatus.TOO_MANY_REQUESTS)
            page.headers["Retry-After"] = "60"
            return page
        code = read_code(typed)
        if code is None:
            return self._closed(request, "gone", HTTPStatus.NOT_FOUND)
        try:
            return await self._database.read(show_order, self._names, self._stores, code)
        except UnknownOrderError:
            return self._closed(request, "gone", HTTPStatus.NOT_FOUND)

    def _closed(self, request: Request, why: str, status: HTTPStatus) -> Response:
        return self._drawing.draw("order_closed", _languages(request), status, why=why, device="", to_cart=False)

    def _back(self, shown: ShownOrder, said: str = "") -> Response:
        """To the page, which can be loaded again without doing anything again."""
        query = f"?said={said}" if said else ""
        return RedirectResponse(f"/o/{shown.held.order.code}{query}", HTTPStatus.SEE_OTHER, self._drawing.headers)


def _languages(request: Request) -> str:
    return request.headers.get("accept-language", "")


def _address(typed: str) -> str | None:
    """An address that may be one; whether somebody reads there, only the post can tell."""
    try:
        return validate_email(typed.strip(), check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def _wanted_back(form: Mapping[str, str]) -> ReturnDocument:
    quantities = {name.removeprefix(_BACK): value for name, value in form.items() if name.startswith(_BACK)}
    lines = [{"sku": sku, "quantity": value} for sku, value in quantities.items() if value != "0"]
    return ReturnDocument.model_validate({"id": form.get("id", ""), "reason": form.get("reason", ""), "lines": lines})


def _count_receipt(connection: Connection, order: UUID) -> bool:
    """Count one more receipt; false when there were enough."""
    counted = update(orders).where(orders.c.id == order, orders.c.receipts_sent < MOST_RECEIPTS)
    return connection.execute(counted.values(receipts_sent=orders.c.receipts_sent + 1)).rowcount == 1


def _forget(connection: Connection, order: UUID) -> None:
    held = lock_order(connection, order)
    forget_contact(connection, order, held.order.kind, held.state)
