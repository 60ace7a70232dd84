"""The hub as an application: what it serves, put together."""

from __future__ import annotations

import asyncio
import importlib.metadata
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Final

from fastapi import FastAPI

from kiosk.hub.picture_api import picture_api
from kiosk.hub.picture_page import picture_pages
from kiosk.hub.pictures import PictureStore
from kiosk.hub.problems import answer_with_problems
from kiosk.hub.rate_limit import RateLimit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from kiosk.hub.pictures import PictureLimits

_SWEEP_SECONDS: Final = 5.0
"""A picture that nobody asks for any more outlives its time by this much at most."""


def build_hub(token: str, limits: PictureLimits, clock: Callable[[], float]) -> FastAPI:
    """Make the hub.

    Args:
        token: what a kiosk shows to be let in.
        limits: how long and how much is held.
        clock: seconds, never running backwards.
    """
    pictures = PictureStore(limits, clock)

    @asynccontextmanager
    async def sweeping(app: FastAPI) -> AsyncIterator[None]:
        del app
        task = asyncio.create_task(_sweep(pictures))
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        pictures.clear()

    app = FastAPI(
        title="Vitrine hub",
        version=importlib.metadata.version("vitrine"),
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=sweeping,
    )
    app.include_router(picture_api(pictures, limits, token, RateLimit(30, 10, clock)))
    app.include_router(picture_pages(pictures, RateLimit(120, 60, clock)))
    answer_with_problems(app)
    return app


async def _sweep(pictures: PictureStore) -> None:
    while True:
        await asyncio.sleep(_SWEEP_SECONDS)
        pictures.sweep()
