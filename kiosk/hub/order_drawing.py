"""Drawing the pages of orders for a phone, in its language, without JavaScript."""

from __future__ import annotations

import base64
import hashlib
import tomllib
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_skeleton, format_time, get_datetime_format
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kiosk.hub.page_headers import page_headers
from kiosk.hub.page_words import language_of
from kiosk.orders.code import in_groups

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.money import Money

_TEMPLATES: Final = Path(__file__).resolve().parent / "templates"


class OrderDrawing:
    """Draws the pages of orders; what it draws lets nothing be kept.

    Attributes:
        headers: of every answer to a phone.
    """

    def __init__(self) -> None:
        """Read the templates and the words."""
        self._words = load_order_words()
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["grouped"] = in_groups
        style = self._environment.get_template("order.css").render()
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        self.headers = page_headers({"img-src": "'self'", "style-src": f"'sha256-{digest}'", "form-action": "'self'"})

    def draw(
        self, template: str, accept_language: str, status: HTTPStatus = HTTPStatus.OK, **values: object
    ) -> HTMLResponse:
        """A page.

        Args:
            template: ``order``, ``order_closed``, ``checkout``.
            accept_language: what the phone's browser says that it wants.
            status: of the answer.
            values: what the template shows.
        """
        language = language_of(accept_language)

        def money(amount: Money) -> str:
            return amount.in_language(language)

        def moment(at_ms: int, timezone: str) -> str:
            return format_moment(at_ms, timezone, language)

        def country(code: str) -> str:
            return str(Locale(language).territories.get(code, code))

        html = self._environment.get_template(f"{template}.html").render(
            language=language,
            words=self._words[language],
            money=money,
            moment=moment,
            country=country,
            **values,
        )
        headers = {**self.headers, "Content-Language": language, "Vary": "Accept-Language"}
        return HTMLResponse(html, status, headers)

    def words(self, accept_language: str) -> tuple[str, Mapping[str, str]]:
        """The language that is spoken to a phone, and its words."""
        language = language_of(accept_language)
        return language, self._words[language]


def load_order_words() -> Mapping[str, Mapping[str, str]]:
    """What the pages say: of each language, each sentence by its name."""
    return tomllib.loads((_TEMPLATES / "order_words.toml").read_text("utf-8"))


def format_moment(at_ms: int, timezone: str, language: str) -> str:
    """A day and a time as people say them: "Mon, Nov 23, 2:00 PM".

    Args:
        at_ms: milliseconds since 1970 in UTC.
        timezone: whose clock tells it, IANA's name.
        language: whose people.
    """
    at = datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(ZoneInfo(timezone))
    day, time = format_skeleton("MMMEd", at, locale=language), format_time(at, "short", locale=language)
    return str(get_datetime_format("medium", language)).replace("{1}", str(day)).replace("{0}", str(time))
