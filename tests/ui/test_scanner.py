"""What a code does that is held before the mirror, or scanned by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from kiosk.orders.code import in_groups, new_code
from kiosk.scanned import CatalogueArticles, CodeReader
from ui.keyboard_scanner import KeyboardScanner
from ui.models.language import Language
from ui.models.live_visit import LiveVisit
from ui.models.scanner import Scanner
from ui.models.shelf import Shelf
from vision.messages import CodeFormat, CodesSeen, ReadCodes, SeenCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.catalogue import Catalogue
    from tests.ui.stage import Clock, Worker
    from ui.picture import PictureFeed

LINK = "https://hub.example/c/" + "x" * 24
ORDER = new_code(lambda below: 5 % below)


@dataclass
class Counter:
    """A scanner with a shop behind it, and what it asked for."""

    scanner: Scanner
    feed: PictureFeed
    live: LiveVisit
    shelf: Shelf
    language: Language
    asked: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in ("cartScanned", "addWanted", "couponWanted", "orderWanted"):
            getattr(self.scanner, name).connect(lambda text, name=name: self.asked.append((name, text)))

    def hold_up(self, *texts: str) -> None:
        codes = tuple(SeenCode(CodeFormat.EAN_13, text, 0.1, 0.1, 0.2, 0.2) for text in texts)
        self.feed.codes(CodesSeen(codes))

    @property
    def rows(self) -> list[tuple[str, str]]:
        return [(row.kind, row.code) for row in self.scanner.rows.rows]


@pytest.fixture
def counter(catalogue: Catalogue, feed: PictureFeed, worker: Worker) -> Iterator[Counter]:
    live = LiveVisit()
    language = Language(("en", "fr"), "en")
    shelf = Shelf(catalogue, live, language)
    codes = CodeReader(CatalogueArticles(catalogue))
    scanner = Scanner(feed, codes, shelf, live, language, worker.send)
    scanner.watch(reading=True)
    yield Counter(scanner, feed, live, shelf, language)
    language.reset()


def test_the_camera_looks_for_codes_when_it_is_told_to(counter: Counter, worker: Worker) -> None:
    counter.scanner.watch(reading=True)
    counter.scanner.watch(reading=False)
    assert [command for command in worker.commands if isinstance(command, ReadCodes)] == [
        ReadCodes(reading=True),
        ReadCodes(reading=False),
    ]


def test_a_package_says_what_it_is_and_what_it_costs(counter: Counter, catalogue: Catalogue) -> None:
    product = catalogue.painted[0]
    shade = product.shades[1]
    counter.hold_up(shade.ean13)
    (row,) = counter.scanner.rows.rows
    assert (row.kind, row.code, row.brand) == ("article", shade.sku, product.brand)
    assert row.name == product.name.in_language("en")
    assert row.price == product.price_of(shade).in_language("en")
    counter.language.choose("fr")
    (row,) = counter.scanner.rows.rows
    assert row.name == product.name.in_language("fr")


def test_several_things_are_a_list_and_the_same_thing_again_is_not_two(counter: Counter, catalogue: Catalogue) -> None:
    first, second, third = (shade for shade in catalogue.painted[0].shades[:3])
    counter.hold_up(first.ean13, second.ean13, third.ean13)
    counter.hold_up(first.ean13)
    assert counter.rows == [("article", shade.sku) for shade in (first, third, second)]


def test_it_goes_into_the_cart_and_says_so(counter: Counter, catalogue: Catalogue) -> None:
    shade = catalogue.painted[0].shades[0]
    counter.hold_up(shade.ean13)
    counter.scanner.add(shade.sku)
    assert counter.asked == [("addWanted", shade.sku)]
    assert [row.added for row in counter.scanner.rows.rows] == [True]


def test_it_is_put_on_and_taken_in_hand(counter: Counter, catalogue: Catalogue) -> None:
    product = catalogue.painted[-1]
    counter.hold_up(product.shades[0].ean13)
    counter.scanner.tryOn(product.shades[0].sku)
    assert [worn.shade for worn in counter.live.visit.worn] == [product.shades[0]]
    assert counter.shelf.product == product
    assert counter.rows == []


def test_a_phones_cart_is_asked_for_at_once(counter: Counter) -> None:
    counter.hold_up(LINK)
    assert counter.asked == [("cartScanned", LINK)]
    assert counter.rows == []


def test_an_order_and_a_coupon_wait_for_a_touch(counter: Counter) -> None:
    counter.hold_up(ORDER, "COUPON:SPRING")
    assert counter.rows == [("coupon", "SPRING"), ("order", in_groups(ORDER))]
    assert counter.asked == []
    counter.scanner.useCoupon("SPRING")
    counter.hold_up(ORDER)
    counter.scanner.openOrder(ORDER)
    assert counter.asked == [("couponWanted", "SPRING"), ("orderWanted", ORDER)]


def test_an_unknown_code_is_said_to_be_one_and_only_once_in_a_visit(counter: Counter) -> None:
    counter.hold_up("https://elsewhere.example")
    assert counter.rows == [("foreign", "")]
    counter.scanner.dismiss()
    counter.hold_up("https://elsewhere.example")
    assert counter.rows == []
    counter.scanner.letGo()
    counter.hold_up("https://elsewhere.example")
    assert counter.rows == [("foreign", "")]


def test_an_article_of_another_shop_is_not_sold_here(counter: Counter) -> None:
    counter.hold_up("4006381333931")
    assert counter.rows == [("not_sold", "4006381333931")]


def test_lines_go_by_themselves_and_with_the_visit(counter: Counter, catalogue: Catalogue) -> None:
    counter.hold_up(catalogue.painted[0].shades[0].ean13)
    timer = counter.scanner.findChild(QTimer)
    assert isinstance(timer, QTimer)
    assert timer.isActive()
    timer.timeout.emit()
    assert counter.rows == []
    counter.hold_up(catalogue.painted[0].shades[0].ean13)
    counter.scanner.letGo()
    assert counter.rows == []


def test_a_code_that_was_on_its_way_when_the_visit_ended_is_not_shown(counter: Counter, catalogue: Catalogue) -> None:
    counter.scanner.watch(reading=False)
    counter.hold_up(catalogue.painted[0].shades[0].ean13)
    assert counter.rows == []


class Keys:
    """A keyboard on the window, and what the scanner made of it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._filter = KeyboardScanner(clock)
        self._window = QObject()
        self.scanned: list[str] = []
        self._filter.scanned.connect(self.scanned.append)

    def type(self, text: str, seconds_between: float) -> list[bool]:
        """Whether each key was taken."""
        return [self._press(letter, seconds_between) for letter in text]

    def _press(self, letter: str, seconds: float) -> bool:
        self._clock.now += seconds
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key.Key_A
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        return self._filter.eventFilter(self._window, event)


@pytest.fixture
def keys(qapp: object, clock: Clock) -> Keys:
    return Keys(clock)


def test_what_a_hand_scanner_types_is_a_code(keys: Keys) -> None:
    taken = keys.type("4006381333931\r", 0.008)
    assert keys.scanned == ["4006381333931"]
    assert taken == [False, *[True] * 13]


def test_what_a_person_types_is_none(keys: Keys) -> None:
    assert not any(keys.type("4006381333931\r", 0.12))
    assert keys.scanned == []


def test_two_codes_one_after_the_other_are_two(keys: Keys) -> None:
    keys.type("4006381333931\r", 0.008)
    keys.type("5901234123457\r", 0.008)
    assert keys.scanned == ["4006381333931", "5901234123457"]


def test_what_was_typed_before_is_no_part_of_it(keys: Keys) -> None:
    keys.type("abc", 0.3)
    keys.type("4", 0.3)
    keys.type("006381333931\r", 0.008)
    assert keys.scanned == ["4006381333931"]


@pytest.mark.parametrize("text", ["\r", "12\r", "9" * 400 + "\r"])
def test_too_little_or_too_much_is_no_code(keys: Keys, text: str) -> None:
    keys.type(text, 0.008)
    assert keys.scanned == []


def test_an_enter_of_a_person_is_theirs(keys: Keys) -> None:
    keys.type("4006381333931", 0.008)
    assert keys.type("\r", 0.5) == [False]
    assert keys.scanned == []
