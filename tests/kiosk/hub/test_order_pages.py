"""Orders on phones: from the cart to the code, to the receipt and back."""

from __future__ import annotations

import logging
import re
import shutil
from contextlib import closing
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from kiosk.hub.database import Database
from kiosk.hub.devices import DeviceKind
from kiosk.hub.order_contacts import KEPT_DAYS, Contact, purge_contacts, read_contact
from kiosk.hub.order_drawing import load_order_words
from kiosk.hub.receipt_post import ReceiptPostError
from kiosk.hub.shop_loading import ShopFiles, load_shop, read_shop
from kiosk.hub.tables.orders import orders
from kiosk.local_text import LANGUAGES
from kiosk.orders.code import in_groups
from kiosk.orders.order import WAYS, OrderState
from kiosk.orders.wire import OrderDocument
from tests.kiosk.hub.conftest import shop_hub_on
from tests.kiosk.hub.phones import STORE, Page, Phone, begin_cart, hand_over, pencil, step
from tests.kiosk.hub.steps import changes
from tests.kiosk.orders.orders import an_order

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import requests

    from tests.kiosk.hub.conftest import Asker, ShopHub

WORDS = load_order_words()["en"]
ADDRESS = {"name": "Ada Byron-MARK", "street": "12 Fleet St", "postcode": "105 63", "city": "Athens", "country": "GR"}
EMAIL = "ada.mark@example.com"


class KeptPost:
    """Keeps letters, or takes none."""

    def __init__(self) -> None:
        self.letters: list[tuple[str, str, str]] = []
        self.is_open = True

    def send(self, address: str, subject: str, text: str) -> None:
        if not self.is_open:
            raise ReceiptPostError("the mail server did not take it: SMTPServerDisconnected")
        self.letters.append((address, subject, text))


@pytest.fixture(scope="module")
def served(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ShopHub, KeptPost]]:
    """A hub with the sample shop, and a post."""
    path, post = tmp_path_factory.mktemp("orders") / "hub.db", KeptPost()
    shutil.copy(empty_sqlite, path)
    with closing(Database(f"sqlite:///{path}")) as database:
        load_shop(database, read_shop(ShopFiles.sample()))
        with shop_hub_on(database, post=post) as hub:
            yield hub, post


@pytest.fixture
def shop(served: tuple[ShopHub, KeptPost]) -> ShopHub:
    """As if nobody had been there for an hour."""
    served[0].clock.now += 3600
    return served[0]


@pytest.fixture
def post(served: tuple[ShopHub, KeptPost]) -> KeptPost:
    """An empty one, and open."""
    served[1].letters.clear()
    served[1].is_open = True
    return served[1]


@pytest.fixture
def kiosk(shop: ShopHub) -> Asker:
    return shop.admit(f"Mirror {uuid4()}", store=STORE)


@pytest.fixture
def till(shop: ShopHub) -> Asker:
    return shop.admit(f"Till {uuid4()}", DeviceKind.TILL, STORE)


@pytest.fixture
def cart(kiosk: Asker) -> UUID:
    """Two pencils at 18."""
    return begin_cart(kiosk, pencil(2)).cart


@pytest.fixture
def phone(kiosk: Asker, cart: UUID) -> Iterator[Phone]:
    """It has opened the cart."""
    phone = Phone(kiosk.hub.url)
    with closing(phone.session):
        phone.get(hand_over(kiosk, cart))
        yield phone


def submit(phone: Phone, path: str, **fields: object) -> requests.Response:
    return phone.session.post(phone.url + path, data=fields, timeout=30)


def shipped_to(phone: Phone, **changed: str) -> requests.Response:
    return submit(phone, "/cart/ship", total="3600", **ADDRESS | changed)


def code_of(answer: requests.Response) -> str:
    assert answer.status_code == 200, answer.text
    return answer.url.rpartition("/o/")[2].partition("?")[0]


def order_of(kiosk: Asker, code: str) -> dict[str, object]:
    told: dict[str, object] = kiosk.ask("GET", f"/v1/order-codes/{code}").json()
    return told


def order_id(kiosk: Asker, code: str) -> UUID:
    return UUID(str(order_of(kiosk, code)["id"]))


def has_address(kiosk: Asker, code: str) -> bool:
    with kiosk.hub.database.writing() as connection:
        purge_contacts(connection, kiosk.hub.clock.now_ms())
        return read_contact(connection, order_id(kiosk, code)) is not None


def pay(till: Asker, code: str) -> None:
    status = till.ask("GET", f"/v1/till/orders/{code}").json()["status"]
    payment = {"key": str(uuid4()), "amount": status["charged"]}
    assert till.ask("POST", f"/v1/till/orders/{status['id']}/payments", json=payment).status_code == 200


def move(till: Asker, code: str, *states: str) -> None:
    identity = till.ask("GET", f"/v1/till/orders/{code}").json()["status"]["id"]
    for state in states:
        assert till.ask("POST", f"/v1/till/orders/{identity}/state", json={"state": state}).status_code == 200


def test_a_cart_is_sent_home_from_the_phone(kiosk: Asker, till: Asker, cart: UUID, phone: Phone) -> None:
    assert phone.get("/cart/order").status_code == 200
    form = Page(phone.get("/cart/ship").text)
    assert {field for field in ADDRESS if form.of(field)} == set(ADDRESS)
    answer = shipped_to(phone)
    code = code_of(answer)
    assert WORDS["now_ship_awaiting_payment"] in Page(answer.text).text
    assert "MARK" not in answer.text, "an address is shown to nobody, not even to who has the code"
    assert code_of(shipped_to(phone)) == code, "sending the form again orders nothing again"
    assert changes(kiosk, cart)["state"] == "ordered"

    with kiosk.hub.database.reading() as connection:
        assert read_contact(connection, order_id(kiosk, code)) == Contact(**ADDRESS)
    pay(till, code)
    move(till, code, "preparing", "shipped", "delivered")
    assert WORDS["now_ship_delivered"] in Page(phone.get(f"/o/{code}").text).text


def test_a_cart_is_collected_in_another_shop(kiosk: Asker, till: Asker, phone: Phone) -> None:
    page = phone.get("/cart/collect").text
    shops = re.findall(r'name="store" value="([^"]+)"', page)
    assert shops[0] == STORE
    assert len(shops) == 3
    chosen = next(store for store in shops[1:] if order_stock(kiosk, store) >= 2)
    answer = submit(phone, "/cart/collect", total="3600", store=chosen)
    code = code_of(answer)
    told = order_of(kiosk, code)
    assert told["store"] == chosen
    assert told["state"] == "preparing"
    assert WORDS["ready"].partition("{")[0] in Page(answer.text).text
    move(till, code, "ready")
    pay(till, code)
    move(till, code, "collected")
    assert WORDS["now_collect_collected"] in phone.get(f"/o/{code}").text


def order_stock(kiosk: Asker, store: str) -> int:
    levels: dict[str, int] = kiosk.ask("GET", f"/v1/stock?store={store}&limit=1000").json()["stock"]
    return levels.get("KQ-35-301", 0)


def test_an_address_that_lacks_something_is_asked_for_again(phone: Phone) -> None:
    answer = shipped_to(phone, street=" ", name='<script>alert("x")</script>')
    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.of("street")["aria-invalid"] == "true"
    assert page.of("postcode")["value"] == ADDRESS["postcode"], "what was typed stays"
    assert "<script" not in answer.text
    assert code_of(shipped_to(phone))


@pytest.mark.parametrize(
    "fields",
    [{}, {"store": "moon"}, {"store": "<moon>"}, {"store": STORE, "total": "1e9"}, {"store": STORE, "total": "-1"}],
)
def test_a_form_that_was_tampered_with_orders_nothing(kiosk: Asker, cart: UUID, phone: Phone, fields: dict) -> None:  # type: ignore[type-arg]
    answer = submit(phone, "/cart/collect", **{"total": "3600"} | fields)
    assert answer.status_code in {409, 422}
    assert changes(kiosk, cart)["state"] == "open"


def test_a_cart_that_is_more_than_an_order_may_be_is_not_ordered(kiosk: Asker, cart: UUID, phone: Phone) -> None:
    coupons = [{"kind": "coupon", "code": f"NONE-{number}", "applied": True} for number in range(21)]
    phone.send(*(step(cart, coupon, number) for number, coupon in enumerate(coupons)))
    assert shipped_to(phone).status_code == 422
    assert changes(kiosk, cart)["state"] == "open"


def test_a_total_that_moved_is_said_before_anything_is_ordered(kiosk: Asker, cart: UUID, phone: Phone) -> None:
    phone.get("/cart/ship")
    phone.send(step(cart, pencil(1)))
    answer = shipped_to(phone)
    assert answer.status_code == 409
    assert "€54.00" in Page(answer.text).text
    assert changes(kiosk, cart)["state"] == "open"


def test_while_another_device_pays_nothing_is_ordered(kiosk: Asker, cart: UUID, phone: Phone) -> None:
    assert kiosk.ask("POST", f"/v1/carts/{cart}/lease", json={"order": str(uuid4())}).status_code == 200
    answer = shipped_to(phone)
    assert answer.status_code == 409
    assert WORDS["paying"].format(device=kiosk.device.name) in Page(answer.text).text


def test_a_phone_without_a_cart_orders_nothing(shop: ShopHub) -> None:
    stranger = Phone(shop.url)
    with closing(stranger.session):
        assert stranger.get("/cart/order").status_code == 404
        assert shipped_to(stranger).status_code == 404


def test_another_sites_page_orders_nothing(kiosk: Asker, cart: UUID, phone: Phone) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    fields = {"total": "3600", **ADDRESS}
    answer = phone.session.post(f"{phone.url}/cart/ship", data=fields, headers=headers, timeout=30)
    assert answer.status_code == 403
    assert changes(kiosk, cart)["state"] == "open"


def test_a_receipt_goes_to_an_address_that_is_kept_nowhere(
    kiosk: Asker, till: Asker, phone: Phone, post: KeptPost
) -> None:
    code = code_of(shipped_to(phone))
    assert "email" not in phone.get(f"/o/{code}").text, "no receipt before it is paid"
    pay(till, code)
    assert WORDS["mail_wrong"] in submit(phone, f"/o/{code}/receipt", email="ada at example").text
    assert WORDS["mail_wrong"] in submit(phone, f"/o/{code}/receipt", email=f"{EMAIL}\nBcc: all@example.com").text
    assert WORDS["mail_sent"] in submit(phone, f"/o/{code}/receipt", email=f" {EMAIL} ").text
    ((address, subject, text),) = post.letters
    assert address == EMAIL
    assert in_groups(code) in subject
    assert "€36.00" in text
    assert "Paid" in text

    post.is_open = False
    assert WORDS["mail_failed"] in submit(phone, f"/o/{code}/receipt", email=EMAIL).text
    post.is_open = True
    pages = [submit(phone, f"/o/{code}/receipt", email=EMAIL).text for _ in range(3)]
    assert WORDS["mail_enough"] in pages[-1]
    assert len(post.letters) == 2, "nobody's letter box is filled"
    with kiosk.hub.database.reading() as connection:
        assert EMAIL not in str(connection.execute(select(orders)).all())


def test_a_return_is_started_on_the_page_once(kiosk: Asker, till: Asker) -> None:
    order = an_order(store=STORE)
    document = OrderDocument.of(order).model_dump(mode="json")
    assert kiosk.ask("PUT", f"/v1/orders/{order.id}", json=document).status_code == 200
    browser = Phone(kiosk.hub.url)
    with closing(browser.session):
        returns = f"/o/{order.code}/return"
        wanted = {"id": str(uuid4()), "reason": "too red", "back-VH-412": "1"}
        assert WORDS["return_late"] in submit(browser, returns, **wanted).text
        pay(till, order.code)
        assert WORDS["return_nothing"] in submit(browser, returns, **wanted | {"back-VH-412": "0"}).text
        for _ in range(2):
            started = submit(browser, returns, **wanted)
            assert WORDS["now_return_started"] in Page(started.text).text
    assert order_of(kiosk, order.code)["state"] == "return_started"


def test_an_address_goes_when_it_is_no_longer_needed(kiosk: Asker, till: Asker, phone: Phone) -> None:
    code = code_of(shipped_to(phone))
    submit(phone, f"/o/{code}/forget")
    assert has_address(kiosk, code), "it is still to be sent there"
    pay(till, code)
    move(till, code, "preparing", "shipped", "delivered")
    kiosk.hub.clock.now += 13 * 24 * 3600
    assert has_address(kiosk, code)
    kiosk.hub.clock.now += 2 * 24 * 3600
    assert not has_address(kiosk, code)


def test_an_address_is_deleted_when_its_owner_wants(kiosk: Asker, till: Asker, phone: Phone) -> None:
    code = code_of(shipped_to(phone))
    move(till, code, "cancelled")
    assert WORDS["forget"] in phone.get(f"/o/{code}").text
    assert WORDS["forget"] not in submit(phone, f"/o/{code}/forget").text
    assert not has_address(kiosk, code)


def test_an_address_is_not_kept_for_an_order_that_nobody_pays(kiosk: Asker, phone: Phone) -> None:
    code = code_of(shipped_to(phone))
    kiosk.hub.clock.now += KEPT_DAYS * 24 * 3600
    assert not has_address(kiosk, code)


def test_no_address_and_no_code_is_logged(
    kiosk: Asker,
    till: Asker,
    phone: Phone,
    post: KeptPost,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with caplog.at_level(logging.DEBUG):
        shipped_to(phone, city="")
        code = code_of(shipped_to(phone))
        pay(till, code)
        post.is_open = False
        submit(phone, f"/o/{code}/receipt", email=EMAIL)
        submit(phone, f"/o/{code}/receipt", email="broken.mark@")
    said = capfd.readouterr()
    # The phone's own words, and a log that has no handler but that of the tests.
    logged = [record for record in caplog.records if not record.name.startswith(("urllib3", "uvicorn.access"))]
    told = "\n".join(f"{record.getMessage()} {record.exc_info}" for record in logged) + said.out + said.err
    assert "a receipt was not sent" in told
    for secret in ("mark", "MARK", "Fleet", code, kiosk.token, till.token):
        assert secret not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_speak_the_phones_language(phone: Phone, language: str) -> None:
    words = load_order_words()[language]
    headers = {"Accept-Language": language}
    for path, said in (("/cart/collect", "pick_store"), ("/cart/ship", "place_ship"), ("/o/nothing", "gone")):
        page = phone.get(path, **headers)
        assert words[said] in Page(page.text).text
        assert f'lang="{language}" dir="{words["direction"]}"' in page.text
        assert page.headers["Content-Language"] == language
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_in_every_language(language: str) -> None:
    words = load_order_words()
    assert list(words[language]) == list(words["en"])
    assert all(words[language].values())
    for name, sentence in words["en"].items():
        assert set(re.findall(r"{\w+}", sentence)) == set(re.findall(r"{\w+}", words[language][name]))
    spoken = {f"now_{kind}_{state}" for kind, way in WAYS.items() for state in way if state is not OrderState.PLACED}
    assert spoken <= words[language].keys()
    assert {f"state_{state}" for state in OrderState} <= words[language].keys()


def test_codes_that_nobody_has_look_like_any_nonsense_and_guessing_is_slow(shop: ShopHub) -> None:
    phone = Phone(shop.url)
    with closing(phone.session):
        pages = [phone.get(f"/o/{code}") for code in ("nonsense", an_order().code, "%00", "é" * 50)]
        assert {page.status_code for page in pages} == {404}
        assert len({page.text for page in pages}) == 1
        assert 429 in {phone.get(f"/o/{an_order().code}").status_code for _ in range(80)}
