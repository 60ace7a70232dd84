"""Phones before a hub, and a shop that sells something."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
import requests

from kiosk.hub.shop_loading import ShopFiles, load_shop, read_shop
from tests.kiosk.hub.steps import Hand, an_id, send

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.hub.database import Database
    from kiosk.hub.shop_loading import ShopDocuments
    from tests.kiosk.hub.conftest import Asker

ON_ONE_DATABASE = pytest.mark.parametrize("shop_hub", ["sqlite"], indirect=True)
"""For tests of what no database has a part in."""

STORE = "athens-ermou"
BLONDE = "KQ-35-301"
"""The shade of a pencil for brows, at 18 euros."""


@cache
def _sample() -> ShopDocuments:
    return read_shop(ShopFiles.sample())


def open_shop(database: Database) -> None:
    """Sell what the sample shop sells, with its offers."""
    load_shop(database, _sample())


def begin_cart(kiosk: Asker, *actions: dict[str, Any]) -> Hand:
    """A cart to which a kiosk did this."""
    hand = Hand(str(kiosk.device.id))
    assert all(result["status"] == "accepted" for result in send(kiosk, *map(hand.step, actions)))
    return hand


def pencil(quantity: int = 1, sku: str = BLONDE, minor: int = 1800) -> dict[str, Any]:
    """So many pencils more."""
    return {"kind": "add", "sku": sku, "quantity": quantity, "price_seen": {"minor": minor, "currency": "EUR"}}


def hand_over(kiosk: Asker, cart: UUID) -> str:
    """The link that a phone opens."""
    answer = kiosk.ask("POST", f"/v1/carts/{cart}/handoffs")
    assert answer.status_code == 201, answer.text
    return f"{kiosk.hub.url}{answer.json()['page']}"


def code_in(link: str) -> str:
    """What a link ends in."""
    return link.rpartition("/")[2]


@dataclass
class Phone:
    """A phone's browser, without its screen: it keeps cookies and follows where it is sent."""

    url: str
    session: requests.Session = field(default_factory=requests.Session)

    def get(self, path: str, **headers: str) -> requests.Response:
        """Open a page of the hub, or a link."""
        url = path if path.startswith("http") else self.url + path
        return self.session.get(url, headers=headers, timeout=30)

    def post(self, path: str, body: object = None, **headers: str) -> requests.Response:
        """Send what a page sends."""
        return self.session.post(self.url + path, json=body, headers={"Vitrine-Page": "cart", **headers}, timeout=30)

    def cart(self) -> Page:
        """The page of the cart."""
        page = self.get("/cart")
        assert page.status_code == 200, page.text
        return Page(page.text)

    def send(self, *steps: dict[str, Any]) -> list[dict[str, Any]]:
        """Tell what was done; what became of each."""
        answer = self.post("/cart/operations", {"operations": list(steps)})
        assert answer.status_code == 200, answer.text
        results: list[dict[str, Any]] = answer.json()["results"]
        return results


def step(cart: UUID, action: dict[str, Any], counter: int = 0) -> dict[str, Any]:
    """A step as the page tells it."""
    return {"id": str(an_id()), "cart": str(cart), "wall_ms": 1_800_000_000_000, "counter": counter, "action": action}


class Page(HTMLParser):
    """What a page says.

    Attributes:
        tags: each with its attributes.
        text: what is read.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._silent += tag in {"style", "script"}

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"style", "script"}

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text += data

    def of(self, identity: str) -> dict[str, str | None]:
        """The attributes of the element with this id."""
        return next(attributes for _, attributes in self.tags if attributes.get("id") == identity)

    def quantities(self) -> dict[str, int]:
        """How many of each SKU there are."""
        lines = [attributes for _, attributes in self.tags if "data-quantity" in attributes]
        return {str(line["data-sku"]): int(line["data-quantity"] or 0) for line in lines}
