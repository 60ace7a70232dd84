"""The hub as an application: what it serves, put together."""

from __future__ import annotations

import asyncio
import importlib.metadata
import logging
import signal
import time
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, FastAPI

from kiosk.hub.cart_page import CartPage
from kiosk.hub.cart_pages import CartPages
from kiosk.hub.cart_state import purge_carts
from kiosk.hub.cart_watch import CartWatch
from kiosk.hub.cart_writer import CartWriter
from kiosk.hub.carts_api import carts_api
from kiosk.hub.checkout import PhoneCheckout
from kiosk.hub.checkout_pages import CheckoutPages
from kiosk.hub.database import UNAVAILABLE
from kiosk.hub.device_auth import DeviceAuth
from kiosk.hub.device_directory import DeviceDirectory
from kiosk.hub.envelope import Envelope
from kiosk.hub.events_api import events_api, purge_events
from kiosk.hub.handoff_pages import HandoffPages
from kiosk.hub.handoffs_api import handoffs_api
from kiosk.hub.health_api import health_api
from kiosk.hub.order_contacts import purge_contacts
from kiosk.hub.order_drawing import OrderDrawing
from kiosk.hub.order_pages import OrderPages
from kiosk.hub.order_shop import OrderShop
from kiosk.hub.orders import cancel_unpaid
from kiosk.hub.orders_api import OrderDesk, orders_api, till_api
from kiosk.hub.phone_auth import PhoneAuth
from kiosk.hub.phone_sessions import purge_phones
from kiosk.hub.picture_api import picture_api
from kiosk.hub.picture_page import picture_pages
from kiosk.hub.pictures import PictureLimits, PictureStore
from kiosk.hub.pricing import HubPricing
from kiosk.hub.pricing_api import pricing_api
from kiosk.hub.problems import answer_with_problems, declare_body_problems
from kiosk.hub.rate_limit import RateLimit
from kiosk.hub.shop_api import shop_api
from kiosk.hub.shop_state import ShopStates
from kiosk.wall_clock import wall_ms

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from kiosk.hub.database import Database
    from kiosk.hub.receipt_post import ReceiptPost

_LOG: Final = logging.getLogger(__name__)

_SWEEP_SECONDS: Final = 5.0
"""A picture that nobody asks for any more outlives its time by this much at most."""

_PURGE_SECONDS: Final = 3600.0
_DAY_MS: Final = 24 * 3600 * 1000
_PURGES: Final = ((purge_carts, 30), (purge_events, 90), (purge_phones, 0), (purge_contacts, 0), (cancel_unpaid, 0))
"""What forgets something, and what was touched in the last so many days of it stays."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """What o'clock it is.

    Attributes:
        seconds: never running backwards.
        now_ms: milliseconds since 1970 in UTC.
    """

    seconds: Callable[[], float] = time.monotonic
    now_ms: Callable[[], int] = wall_ms


@dataclass(frozen=True, slots=True)
class HubLimits:
    """How much the hub takes.

    Attributes:
        pictures: how long and how many are held.
        device_per_minute, device_burst: how often a device may ask, in the long run and at once.
    """

    pictures: PictureLimits = field(default_factory=PictureLimits)
    device_per_minute: float = 1800
    device_burst: int = 300


def build_hub(database: Database, limits: HubLimits, clocks: Clocks, post: ReceiptPost | None = None) -> FastAPI:
    """Make the hub.

    Args:
        database: in its newest form; who made it closes it.
        limits: how much is taken.
        clocks: what o'clock it is.
        post: sends receipts; None where the shop has no mail.
    """
    clock, now_ms = clocks.seconds, clocks.now_ms
    pictures = PictureStore(limits.pictures, clock)
    directory = DeviceDirectory(database, clock)
    watch = CartWatch(database)
    writer = CartWriter(database, now_ms, watch.changed)
    pricing = HubPricing(ShopStates(), now_ms)

    @asynccontextmanager
    async def working(app: FastAPI) -> AsyncIterator[None]:
        del app
        writer.start()
        tasks = [
            asyncio.create_task(directory.run()),
            asyncio.create_task(watch.run()),
            asyncio.create_task(_sweep(pictures)),
            asyncio.create_task(_purge(database, now_ms)),
        ]
        for task in tasks:
            task.add_done_callback(_end_on_failure)
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        writer.close()
        pictures.clear()

    app = FastAPI(
        title="Vitrine hub",
        version=importlib.metadata.version("vitrine"),
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=working,
    )
    app.state.watch = watch
    auth = DeviceAuth(
        directory, RateLimit(limits.device_per_minute, limits.device_burst, clock), RateLimit(60, 30, clock)
    )
    app.state.device_auth = auth
    app.add_middleware(Envelope, now_ms=now_ms)
    # Asked most: routes are looked through in order.
    app.include_router(carts_api(database, writer, watch, now_ms))
    app.include_router(health_api(database, app.version, RateLimit(120, 30, clock)))
    app.include_router(shop_api(database, now_ms))
    app.include_router(events_api(database, now_ms))
    app.include_router(handoffs_api(database, now_ms, RateLimit(30, 10, clock)))
    page, phones = CartPage(), PhoneAuth(database, auth, now_ms)
    app.include_router(CartPages(page, phones, pricing, database, writer, watch, now_ms).router())
    openings, codes = RateLimit(60, 30, clock), RateLimit(12, 6, clock)
    app.include_router(HandoffPages(page, phones, database, now_ms, openings, codes).router())
    app.include_router(pricing_api(database, pricing, now_ms))
    for router in _order_routers(database, pricing, phones, post, clocks):
        app.include_router(router)
    app.include_router(picture_api(pictures, limits.pictures, RateLimit(30, 10, clock)))
    app.include_router(picture_pages(pictures, RateLimit(120, 60, clock)))
    answer_with_problems(app)
    declare_body_problems(app)
    return app


def _order_routers(
    database: Database, pricing: HubPricing, phones: PhoneAuth, post: ReceiptPost | None, clocks: Clocks
) -> tuple[APIRouter, ...]:
    clock, now_ms = clocks.seconds, clocks.now_ms
    shop, drawing = OrderShop(pricing), OrderDrawing()
    desk = OrderDesk(database, shop, now_ms, RateLimit(60, 30, clock))
    checkout = PhoneCheckout(pricing, shop)
    return (
        orders_api(desk),
        till_api(desk),
        CheckoutPages(drawing, phones, checkout, database, now_ms).router(),
        OrderPages(drawing, database, pricing, shop, post, now_ms, RateLimit(120, 60, clock)).router(),
    )


def _end_on_failure(task: asyncio.Task[None]) -> None:
    """End a hub that would only seem to work; who watches over it starts another."""
    if not task.cancelled() and task.exception() is not None:
        _LOG.critical("the hub ends: a part of it failed", exc_info=task.exception())
        signal.raise_signal(signal.SIGTERM)


async def _sweep(pictures: PictureStore) -> None:
    while True:
        await asyncio.sleep(_SWEEP_SECONDS)
        pictures.sweep()


async def _purge(database: Database, now_ms: Callable[[], int]) -> None:
    """Forget what nobody has touched for long: at once, for a hub may be started more often than it has turns."""
    while True:
        for purge, days in _PURGES:
            with suppress(*UNAVAILABLE):  # the next turn does it
                await database.write(purge, now_ms() - days * _DAY_MS)
        with suppress(*UNAVAILABLE):
            await database.scrub()
        await asyncio.sleep(_PURGE_SECONDS)
