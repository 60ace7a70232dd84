"""What a code does that is held before the mirror, or scanned by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kiosk.orders.code import in_groups, new_code
from kiosk.scanned import CatalogueArticles, CodeReader
from tests.ui.stage import WITHOUT_SOUND
from ui.keyboard_scanner import KeyboardScanner
from ui.models.language import Language
from ui.models.live_visit import LiveVisit
from ui.models.scanner import Scanner
from ui.models.shelf import Shelf
from vision.messages import CodeFormat, CodesSeen, ReadCodes, SeenCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.catalogue import Catalogue
    from tests.ui.stage import Clock, Stage, Worker
    from ui.picture import PictureFeed

LINK = "https://hub.example/c/" + "x" * 24
ORDER = new_code(lambda below: 5 % below)


@dataclass
class Hand:
    """Holds codes before a scanner with a shop behind it, and remembers what that asked for."""

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
def hand(catalogue: Catalogue, feed: PictureFeed, worker: Worker) -> Iterator[Hand]:
    live = LiveVisit()
    language = Language(("en", "fr"), "en")
    shelf = Shelf(catalogue, live, language)
    codes = CodeReader(CatalogueArticles(catalogue))
    scanner = Scanner(feed, codes, shelf, live, language, worker.send)
    scanner.watch(reading=True)
    yield Hand(scanner, feed, live, shelf, language)
    language.reset()


def test_the_camera_looks_for_codes_when_it_is_told_to(hand: Hand, worker: Worker) -> None:
    hand.scanner.watch(reading=True)
    hand.scanner.watch(reading=False)
    assert [command for command in worker.commands if isinstance(command, ReadCodes)] == [
        ReadCodes(reading=True),
        ReadCodes(reading=False),
    ]


def test_a_package_says_what_it_is_and_what_it_costs(hand: Hand, catalogue: Catalogue) -> None:
    product = catalogue.painted[0]
    shade = product.shades[1]
    hand.hold_up(shade.ean13)
    (row,) = hand.scanner.rows.rows
    assert (row.kind, row.code, row.brand) == ("article", shade.sku, product.brand)
    assert row.name == product.name.in_language("en")
    assert row.price == product.price_of(shade).in_language("en")
    hand.language.choose("fr")
    (row,) = hand.scanner.rows.rows
    assert row.name == product.name.in_language("fr")


def test_several_things_are_a_list_and_the_same_thing_again_is_not_two(hand: Hand, catalogue: Catalogue) -> None:
    first, second, third = (shade for shade in catalogue.painted[0].shades[:3])
    hand.hold_up(first.ean13, second.ean13, third.ean13)
    hand.hold_up(first.ean13)
    assert hand.rows == [("article", shade.sku) for shade in (first, third, second)]


def test_it_goes_into_the_cart_and_says_so(hand: Hand, catalogue: Catalogue) -> None:
    shade = catalogue.painted[0].shades[0]
    hand.hold_up(shade.ean13)
    hand.scanner.add(shade.sku)
    assert hand.asked == [("addWanted", shade.sku)]
    assert [row.added for row in hand.scanner.rows.rows] == [True]


def test_it_is_put_on_and_taken_in_hand(hand: Hand, catalogue: Catalogue) -> None:
    product = catalogue.painted[-1]
    hand.hold_up(product.shades[0].ean13)
    hand.scanner.tryOn(product.shades[0].sku)
    assert [worn.shade for worn in hand.live.visit.worn] == [product.shades[0]]
    assert hand.shelf.product == product
    assert hand.rows == []


def test_a_phones_cart_is_asked_for_at_once(hand: Hand) -> None:
    hand.hold_up(LINK)
    assert hand.asked == [("cartScanned", LINK)]
    assert hand.rows == []


def test_an_order_and_a_coupon_wait_for_a_touch(hand: Hand) -> None:
    hand.hold_up(ORDER, "COUPON:SPRING")
    assert hand.rows == [("coupon", "SPRING"), ("order", in_groups(ORDER))]
    assert hand.asked == []
    hand.scanner.useCoupon("SPRING")
    hand.hold_up(ORDER)
    hand.scanner.openOrder(ORDER)
    assert hand.asked == [("couponWanted", "SPRING"), ("orderWanted", ORDER)]


def test_an_unknown_code_is_said_to_be_one_and_only_once_in_a_visit(hand: Hand) -> None:
    hand.hold_up("https://elsewhere.example")
    assert hand.rows == [("foreign", "")]
    hand.scanner.dismiss()
    hand.hold_up("https://elsewhere.example")
    assert hand.rows == []
    hand.scanner.letGo()
    hand.hold_up("https://elsewhere.example")
    assert hand.rows == [("foreign", "")]


def test_an_article_of_another_shop_is_not_sold_here(hand: Hand) -> None:
    hand.hold_up("4006381333931")
    assert hand.rows == [("not_sold", "4006381333931")]


def test_lines_go_by_themselves_and_with_the_visit(hand: Hand, catalogue: Catalogue) -> None:
    hand.hold_up(catalogue.painted[0].shades[0].ean13)
    timer = hand.scanner.findChild(QTimer)
    assert isinstance(timer, QTimer)
    assert timer.isActive()
    timer.timeout.emit()
    assert hand.rows == []
    hand.hold_up(catalogue.painted[0].shades[0].ean13)
    hand.scanner.letGo()
    assert hand.rows == []


def test_a_code_that_was_on_its_way_when_the_visit_ended_is_not_shown(hand: Hand, catalogue: Catalogue) -> None:
    hand.scanner.watch(reading=False)
    hand.hold_up(catalogue.painted[0].shades[0].ean13)
    assert hand.rows == []


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


def hold_up(stage: Stage, text: str) -> None:
    stage.feed.codes(CodesSeen((SeenCode(CodeFormat.EAN_13, text, 0.4, 0.8, 0.5, 0.9),)))
    stage.settle()


@WITHOUT_SOUND
def test_a_package_before_the_mirror_is_in_the_cart_with_one_touch(stage: Stage, catalogue: Catalogue) -> None:
    shade = catalogue.painted[0].shades[0]
    stage.kiosk.session.start()
    stage.live()
    hold_up(stage, shade.ean13)
    stage.touch("Add to cart")
    assert [row.sku for row in stage.kiosk.cart.rows.rows] == [shade.sku]
    assert stage.reads("In your cart")


@WITHOUT_SOUND
def test_codes_are_read_while_a_visit_goes_on_and_shown_to_nobody_after_it(stage: Stage, catalogue: Catalogue) -> None:
    def reading() -> bool:
        return [command.reading for command in stage.worker.commands if isinstance(command, ReadCodes)][-1:] == [True]

    assert not reading()
    stage.kiosk.session.start()
    stage.live()
    assert reading()
    hold_up(stage, catalogue.painted[0].shades[0].ean13)
    stage.kiosk.session.end()
    stage.settle()
    assert not reading()
    assert stage.kiosk.scanner.rows.count == 0


@WITHOUT_SOUND
def test_a_code_that_is_held_up_keeps_the_visit(stage: Stage, catalogue: Catalogue) -> None:
    stage.kiosk.session.start()
    stage.wait(65)
    assert stage.kiosk.session.phase == "warning"
    hold_up(stage, catalogue.painted[0].shades[0].ean13)
    assert stage.kiosk.session.phase == "active"


@WITHOUT_SOUND
def test_a_hand_scanner_begins_a_visit(stage: Stage, catalogue: Catalogue) -> None:
    for digit in catalogue.painted[0].shades[0].ean13:
        QTest.keyClick(stage.front.window, Qt.Key(ord(digit)))
    QTest.keyClick(stage.front.window, Qt.Key.Key_Return)
    stage.settle()
    assert stage.kiosk.session.phase == "active"
    assert stage.reads(catalogue.painted[0].name.in_language("en"))
