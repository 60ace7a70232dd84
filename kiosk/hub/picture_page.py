"""The page that a phone opens to fetch its picture; it works without JavaScript and leaves nothing in a cache."""

from __future__ import annotations

import base64
import hashlib
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kiosk.hub.page_headers import page_headers
from kiosk.hub.page_words import language_of, load_words

if TYPE_CHECKING:
    from kiosk.hub.pictures import PictureStore
    from kiosk.hub.rate_limit import RateLimit

_TEMPLATES: Final = Path(__file__).resolve().parent / "templates"


class PicturePage:
    """Draws the page of a picture, or the one that says that it is gone."""

    def __init__(self) -> None:
        """Read the templates and the words."""
        self._words = load_words()
        environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)
        style = environment.get_template("page.css").render()
        self._template = environment.get_template("picture.html")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        self.headers = page_headers({"img-src": "'self'", "style-src": f"'sha256-{digest}'", "form-action": "'self'"})

    def draw(self, token: str | None, accept_language: str) -> HTMLResponse:
        """The page of the picture behind ``token``, or with None the one that says that it is gone."""
        language = language_of(accept_language)
        html = self._template.render(token=token, language=language, words=self._words[language])
        headers = {**self.headers, "Content-Language": language, "Vary": "Accept-Language"}
        return HTMLResponse(html, HTTPStatus.OK if token else HTTPStatus.NOT_FOUND, headers)


def picture_pages(pictures: PictureStore, rate: RateLimit) -> APIRouter:
    """Make the routes for phones.

    Args:
        pictures: where they are held.
        rate: how often each phone may ask.
    """
    page = PicturePage()
    router = APIRouter(prefix="/p", include_in_schema=False)

    def admit(request: Request) -> None:
        if not rate.allows(request.client.host if request.client else ""):
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, "too many requests", {"Retry-After": "10"})

    def draw(request: Request, token: str | None) -> HTMLResponse:
        return page.draw(token, request.headers.get("accept-language", ""))

    @router.get("/{token}")
    async def show(request: Request, token: str) -> Response:
        admit(request)
        return draw(request, token if pictures.has(token) else None)

    @router.get("/{token}/picture.jpg")
    async def fetch(request: Request, token: str) -> Response:
        admit(request)
        jpeg = pictures.serve(token)
        if jpeg is None:
            return draw(request, None)
        attached = {"Content-Disposition": 'attachment; filename="vitrine.jpg"'}
        return Response(jpeg, HTTPStatus.OK, {**page.headers, **attached}, "image/jpeg")

    @router.post("/{token}/delete")
    async def delete(request: Request, token: str) -> Response:
        admit(request)
        pictures.delete(token)
        # To a page that can be loaded again without deleting again. The same answer whether there was a picture or not.
        return RedirectResponse("/p/deleted", HTTPStatus.SEE_OTHER, page.headers)

    return router
