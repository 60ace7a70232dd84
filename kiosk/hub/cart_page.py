"""Drawing the pages of a cart for a phone."""

from __future__ import annotations

import base64
import hashlib
import tomllib
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.numbers import format_percent
from fastapi import Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kiosk.hub.page_headers import page_headers
from kiosk.hub.page_words import language_of
from kiosk.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.hub.shown_cart import ShownCart

_HERE: Final = Path(__file__).resolve().parent
_PRIVATE: Final = "private, max-age=31536000, immutable"


class CartPage:
    """Draws what a phone sees of a cart, in the phone's language.

    Attributes:
        headers: of every answer to a phone.
    """

    def __init__(self) -> None:
        """Read the templates, the words and the script."""
        environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._words = load_cart_words()
        self._templates = {name: environment.get_template(f"{name}.html") for name in _TEMPLATES}
        self._script = (_HERE / "static" / "cart.js").read_bytes()
        self._script_version = hashlib.sha256(self._script).hexdigest()[:16]
        style = environment.get_template("cart.css").render()
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        self.headers = page_headers(
            {
                "img-src": "'self'",
                "script-src": "'self'",
                "connect-src": "'self'",
                "style-src": f"'sha256-{digest}'",
                "form-action": "'self'",
            }
        )

    def draw(self, shown: ShownCart, accept_language: str) -> HTMLResponse:
        """The page of a cart."""
        return self._draw("cart", HTTPStatus.OK, accept_language, shown, script_version=self._script_version)

    def draw_contents(self, shown: ShownCart, accept_language: str) -> HTMLResponse:
        """The part of that page which changes."""
        return self._draw("cart_contents", HTTPStatus.OK, accept_language, shown)

    def draw_mirror(self, accept_language: str) -> HTMLResponse:
        """The page with the code that a mirror reads."""
        return self._draw("cart_mirror", HTTPStatus.OK, accept_language)

    def draw_closed(self, why: str, accept_language: str) -> HTMLResponse:
        """The page that says why there is no cart: ``gone``, ``used`` or ``expired``."""
        status = HTTPStatus.GONE if why == "used" else HTTPStatus.NOT_FOUND
        return self._draw("cart_closed", status, accept_language, why=why)

    def script(self) -> Response:
        """The script of the page of a cart; its address changes with it."""
        headers = {**self.headers, "Cache-Control": _PRIVATE}
        return Response(self._script, HTTPStatus.OK, headers, "text/javascript")

    def _draw(
        self, template: str, status: HTTPStatus, accept_language: str, shown: ShownCart | None = None, **values: str
    ) -> HTMLResponse:
        language = language_of(accept_language)

        def money(amount: Money) -> str:
            return amount.in_language(language)

        def saved(amount: Money) -> str:
            return Money(-amount.minor, amount.currency).in_language(language)

        def percent(permille: int) -> str:
            return format_percent(permille / 1000, locale=language, decimal_quantization=False)

        html = self._templates[template].render(
            language=language,
            words=self._words[language],
            shown=shown,
            money=money,
            saved=saved,
            percent=percent,
            **values,
        )
        return HTMLResponse(html, status, {**self.headers, "Content-Language": language, "Vary": "Accept-Language"})


def load_cart_words() -> Mapping[str, Mapping[str, str]]:
    """What the pages say: of each language, each sentence by its name."""
    return tomllib.loads((_HERE / "templates" / "cart_words.toml").read_text("utf-8"))


_TEMPLATES: Final = ("cart", "cart_contents", "cart_mirror", "cart_closed")
