"""A cart's way between a mirror and a phone: a hub and a browser as processes of their own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import numpy as np
import pytest
import requests
import zxingcpp
from PySide6.QtGui import QImage

from kiosk.handoff import read_code
from kiosk.hub.admin import admit_device
from kiosk.hub.cart_page import load_cart_words
from kiosk.hub.database import Database
from kiosk.hub.devices import DeviceKind
from kiosk.hub.shop_loading import ShopFiles, load_shop, read_shop
from tests.fakes.browser import PROGRAM, Browser
from tests.kiosk.hub.phones import BLONDE, STORE, pencil
from tests.kiosk.hub.steps import Hand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed")

VITRINE = "import sys; from kiosk.cli import main; sys.exit(main())"
WORDS = load_cart_words()


class HubProcess:
    """A hub with the sample shop, at one address however often it is killed."""

    def __init__(self, folder: Path) -> None:
        self._database = f"sqlite:///{folder / 'hub.db'}"
        with closing(Database(self._database)) as database:
            database.migrate()
            load_shop(database, read_shop(ShopFiles.sample()))
            names = ("Mirror by the door", "Mirror by the till")
            self._tokens = [admit_device(database, name, STORE, DeviceKind.KIOSK) for name in names]
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def start(self) -> None:
        command = ["hub", "--database", self._database, "--host", "127.0.0.1", "--port", str(self._port)]
        self._process = subprocess.Popen([sys.executable, "-c", VITRINE, *command], stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        if str(self._port) not in self._process.stdout.readline():
            self.kill()
            pytest.fail("the hub does not start")

    def kill(self) -> None:
        """As when the power goes."""
        self._process.kill()
        self._process.communicate()

    def mirror(self, number: int = 0) -> Mirror:
        return Mirror(self.url, self._tokens[number])


@dataclass
class Mirror:
    """What a kiosk asks its hub."""

    url: str
    token: str

    def ask(self, method: str, path: str, **options: Any) -> Any:
        headers = {"Authorization": f"Bearer {self.token}"}
        answer = requests.request(method, self.url + path, headers=headers, timeout=30, **options)
        assert answer.ok, answer.text
        return answer.json()

    def do(self, *steps: dict[str, Any]) -> None:
        results = self.ask("POST", "/v1/operations", json={"operations": steps})["results"]
        assert {result["status"] for result in results} <= {"accepted"}

    def link(self, cart: UUID) -> str:
        return self.url + str(self.ask("POST", f"/v1/carts/{cart}/handoffs")["page"])

    def steps(self, cart: UUID, after: int, count: int) -> list[dict[str, Any]]:
        """What was done to the cart after a version, once it is so much."""
        done: list[dict[str, Any]] = []
        while len(done) < count:
            path = f"/v1/carts/{cart}/changes?after={after + len(done)}&wait=20"
            done += [change["operation"]["action"] for change in self.ask("GET", path)["changes"]]
        return done

    def quantity(self, cart: UUID) -> int:
        lines = self.ask("GET", f"/v1/carts/{cart}/priced")["lines"]
        return sum(line["quantity"] for line in lines if line["sku"] == BLONDE)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    with HubProcess(tmp_path_factory.mktemp("hub")) as hub:
        yield hub


@pytest.fixture
def mirror(served: HubProcess) -> Mirror:
    return served.mirror()


@pytest.fixture
def hand(mirror: Mirror) -> Hand:
    """The mirror's, on a cart with two pencils."""
    hand = Hand("mirror")
    mirror.do(hand.step(pencil(2)))
    return hand


def test_a_cart_is_read_without_scripts_on_the_phone_that_opened_it(mirror: Mirror, hand: Hand, tmp_path: Path) -> None:
    link = mirror.link(hand.cart)
    with Browser("fr", tmp_path / "one") as phone:
        phone.open(link)
        assert phone.property("h1", "textContent") == WORDS["fr"]["title"]
        assert "Plume Fine" in phone.property(".line", "innerText")
        assert phone.property(".line", "innerText").endswith("36,00\N{NO-BREAK SPACE}€")
        assert phone.property("noscript", "textContent")
        assert phone.property(".edit", "offsetHeight") == 0, "what would do nothing is not there"
        with Browser("en", tmp_path / "other") as other:
            other.open(link)
            assert other.property("h1", "textContent") == WORDS["en"]["used"]
        phone.open(link)
        assert phone.property("h1", "textContent") == WORDS["fr"]["title"]


def test_what_one_changes_the_other_shows_within_a_second(mirror: Mirror, hand: Hand, tmp_path: Path) -> None:
    with Browser("en", tmp_path, runs_scripts=True) as phone:
        phone.open(mirror.link(hand.cart))
        version = 1
        for tap, done in (
            (f"#add-{BLONDE}", {"kind": "add", "sku": BLONDE, "quantity": 1}),
            (f"#take-{BLONDE}", {"kind": "take", "sku": BLONDE, "quantity": 1}),
            (f"#wrap-{BLONDE}", {"kind": "option", "sku": BLONDE, "name": "gift_wrap", "value": "yes"}),
        ):
            began = time.monotonic()
            phone.press(tap)
            (action,) = mirror.steps(hand.cart, version, 1)
            assert time.monotonic() - began < 1
            assert action.items() >= done.items()
            version += 1
        phone.type("#coupon-code", "welcome5")
        phone.press("#coupon button")
        phone.type("#note-text", "Merci\N{NARROW NO-BREAK SPACE}!")
        phone.press("#note button")
        assert mirror.steps(hand.cart, version, 2) == [
            {"kind": "coupon", "code": "WELCOME5", "applied": True},
            {"kind": "note", "text": "Merci !"},
        ]
        phone.until("document.querySelector('.sums').innerText.includes('welcome code')")

        began = time.monotonic()
        mirror.do(hand.step(pencil(3)))
        phone.until("document.querySelector('.line output').textContent === '5'")
        assert time.monotonic() - began < 1
        phone.until("document.getElementById('said').textContent.includes('€85.50')")

        # By the mirror's clock, which is months ahead; what comes after it counts all the same.
        mirror.do(hand.step({"kind": "note", "text": "As a present"}, counter=1000))
        phone.until("document.getElementById('note-text').value === 'As a present'")
        phone.type("#note-text", " in blue")
        phone.press("#note button")
        phone.press("[data-coupon]")
        phone.until("!document.getElementById('cart').innerText.includes('WELCOME5')")
        phone.ask("Page.reload")
        phone.wait_for("Page.loadEventFired")
        assert phone.property("#note-text", "value") == "As a present in blue"

        phone.press(f"#remove-{BLONDE}")
        phone.until("document.getElementById('cart').innerText.includes('Nothing in it yet')")
        assert mirror.quantity(hand.cart) == 0


def test_a_hurried_thumb_loses_no_tap_and_shows_each_at_once(mirror: Mirror, hand: Hand, tmp_path: Path) -> None:
    with Browser("en", tmp_path, runs_scripts=True) as phone:
        phone.open(mirror.link(hand.cart))
        for count in range(12):
            phone.press(f"#add-{BLONDE}")
            assert phone.property(".line output", "textContent") == str(3 + count)
        phone.until("document.querySelector('.line').dataset.quantity === '14'")
        assert phone.property(".line output", "textContent") == "14"
        assert mirror.quantity(hand.cart) == 14
        phone.ask("Page.reload")
        phone.wait_for("Page.loadEventFired")
        phone.press(f"#take-{BLONDE}")
        phone.until("document.querySelector('.line').dataset.quantity === '13'")
        assert mirror.quantity(hand.cart) == 13


@pytest.mark.parametrize("page", ["stays open", "is closed"])
def test_what_is_tapped_while_the_hub_is_dead_is_done_once_when_it_is_back(tmp_path: Path, page: str) -> None:
    with HubProcess(tmp_path) as hub, Browser("en", tmp_path / "phone", runs_scripts=True) as phone:
        mirror, hand = hub.mirror(), Hand("mirror")
        mirror.do(hand.step(pencil(2)))
        phone.open(mirror.link(hand.cart))
        phone.until("document.querySelector('main').classList.contains('live')")
        hub.kill()
        for _ in range(3):
            phone.press(f"#add-{BLONDE}")
        phone.press(f"#take-{BLONDE}")
        phone.until("document.getElementById('notice').textContent.includes('Not sent yet: 4')")
        assert phone.property(".line output", "textContent") == "4"
        if page == "is closed":
            phone.open("about:blank")
        hub.start()
        if page == "is closed":
            phone.open(f"{hub.url}/cart")
        assert len(mirror.steps(hand.cart, 1, 4)) == 4
        phone.until("document.querySelector('.line').dataset.quantity === '4'")
        phone.until("document.getElementById('notice').textContent === ''")
        assert mirror.quantity(hand.cart) == 4


def test_the_cart_goes_back_to_a_mirror_by_the_code_on_the_phone(
    served: HubProcess, mirror: Mirror, hand: Hand, tmp_path: Path
) -> None:
    with Browser("en", tmp_path) as phone:
        phone.open(mirror.link(hand.cart))
        phone.press(".to-mirror")
        phone.wait_for("Page.loadEventFired")
        (seen,) = zxingcpp.read_barcodes(grey(phone.picture()))
    code = read_code(seen.text, served.url)
    other = served.mirror(1)
    assert other.ask("POST", f"/v1/handoffs/{code}/redeem") == {"cart": str(hand.cart)}
    assert other.quantity(hand.cart) == 2


def grey(png: bytes) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """A picture's pixels."""
    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()
