"""Every screen in every language: nothing is cut, nothing is too small for a finger, everything has a name."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import QObject, QPointF

from kiosk.orders.code import new_code
from kiosk.orders.order import WAYS, OrderKind
from kiosk.party import FOUNDER
from kiosk.settings import ScreenSettings
from tests.ui.shop_walk import PAGES as SHOP_PAGES
from tests.ui.shop_walk import shops
from tests.ui.stage import MIDDLE, WITHOUT_SOUND, Stage, accessible_name, centre, frame, order_status
from ui.models.language import LANGUAGES, TRANSLATIONS
from ui.qr import QrCode
from ui.typeinfo import TYPES, describe
from vision.messages import CodeFormat, CodesSeen, FaceSummary, Guidance, SeenCode, SkinTone, SkinTrouble, SkinUntold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor
    from PySide6.QtQuick import QQuickItem

pytestmark = WITHOUT_SOUND

LINK: Final = "https://hub.example.com/p/ThisIsOnlyAnExample00000"
CODE: Final = QrCode.of(LINK)
ORDER: Final = "FK6SY9541Z"
FORMATS: Final = {"portrait": (1080, 1920), "landscape": (1920, 1080), "tall-4k": (2160, 3840)}
SCANNED: Final = {
    "articles": ("2901000104010", "2901000104027"),
    "strangers": ("4006381333931", "https://elsewhere.example"),
    "codes": ("COUPON:SPRING-25", new_code(lambda below: 5 % below)),
}
PAGES: Final = ("try", "wearing", "picks", "cart", "find", "help", "language", "comfort")


def states(stage: Stage) -> Iterator[str]:
    """Walk through every screen; the name of each once it is shown."""
    kiosk = stage.kiosk
    stage.settle()
    yield "attract"
    kiosk.session.start()
    stage.settle()
    yield "waking"
    stage.live()
    yield "bare"
    kiosk.looks.wear("evening")
    for category in ("lips", "eyes", "brows", "face", "looks"):
        kiosk.shelf.openCategory(category)
        kiosk.product.pick()
        stage.settle()
        yield category
    yield from company(stage)
    yield from shade_matches(stage)
    yield from shops(stage)
    yield from carts(stage)
    kiosk.shelf.openCategory("lips")
    kiosk.mirror.leaveBare(0.5)
    for page in PAGES:
        open_page(stage, page)
        yield page
    open_page(stage, "try")
    for guidance in Guidance:
        stage.live(guidance)
        yield guidance
    yield from snapshots(stage)
    stage.lost()
    yield "resting"
    stage.wait(61)
    yield "still there"
    kiosk.session.end()
    stage.settle()
    yield "goodbye"
    stage.wait(60)


def scans(stage: Stage) -> Iterator[str]:
    """Walk through codes that are held up: an article that is in the cart and one that is not, and the rest."""
    scanner = stage.kiosk.scanner
    for state, texts in SCANNED.items():
        codes = tuple(SeenCode(CodeFormat.EAN_13, text, 0.4, 0.8, 0.5, 0.9) for text in texts)
        stage.feed.codes(CodesSeen(codes))
        scanner.add(scanner.rows.rows[0].code)
        stage.settle()
        yield state
        scanner.dismiss()


def company(stage: Stage) -> Iterator[str]:
    """Walk through a friend's coming and going."""
    beside = FaceSummary(2, 0.65, 0.32, 0.83, 0.75)
    for tenth in range(25):
        stage.feed.shown.emit(frame(MIDDLE, beside, at=1 + tenth / 10))
    stage.settle()
    yield "guest"
    stage.kiosk.people.welcome()
    stage.settle()
    yield "friend"
    stage.kiosk.people.dress(FOUNDER)
    stage.settle()
    yield "two people"
    stage.feed.shown.emit(frame(MIDDLE, at=20))


def shade_matches(stage: Stage) -> Iterator[str]:
    """Walk through what becomes of looking for a foundation's shade."""
    stage.kiosk.shelf.openCategory("face")
    stage.kiosk.shelf.openProduct("second-skin")
    open_page(stage, "shade")
    yield "shade measuring"
    for trouble in (None, *SkinTrouble):
        request = stage.worker.skin_request
        skin = SkinTone(request, 62.0, 11.0, 16.0, 2.0) if trouble is None else SkinUntold(request, trouble)
        stage.feed.shown.emit(replace(frame(), skin=skin))
        stage.settle()
        yield f"shade {trouble or 'found'}"
        stage.kiosk.match.begin()
    open_page(stage, "try")


def carts(stage: Stage) -> Iterator[str]:
    """Walk through what becomes of a cart."""
    cart = stage.kiosk.cart
    open_page(stage, "cart")
    yield "cart empty"
    cart.addWorn()
    for row in cart.rows.rows[:2]:
        cart.more(row.sku)
        cart.wrap(row.sku, True)
    cart.useCoupon("SPRING-2026")
    cart.writeNote("For my sister’s birthday on Friday, please, with a card that says so")
    stage.settle()
    yield "cart"
    cart.remove(cart.rows.rows[-1].sku)
    stage.settle()
    yield "cart with a line removed"
    open_page(stage, "handoff")
    yield "hand-off"
    stage.counter.trouble = "the hub cannot be reached in time"
    stage.kiosk.handoff.begin()
    stage.settle()
    yield "hand-off failed"
    stage.counter.trouble = ""
    for page in ("coupon", "note", "find", "staff"):
        open_page(stage, page)
        yield page
    yield from checkouts(stage)
    open_page(stage, "try")


def checkouts(stage: Stage) -> Iterator[str]:
    """Walk through the ways out of the shop."""
    checkout = stage.kiosk.checkout
    open_page(stage, "checkout")
    yield "checkout"
    checkout.chooseStore()
    stage.settle()
    yield "checkout stores"
    checkout.payAtTill()
    stage.settle()
    yield "checkout till"
    stage.counter.orders[ORDER] = order_status(ORDER, *WAYS[OrderKind.COLLECT])
    stage.kiosk.orders.track("nothing")
    open_page(stage, "order")
    yield "order unknown"
    stage.kiosk.orders.track(ORDER)
    stage.settle()
    yield "order found"


def snapshots(stage: Stage) -> Iterator[str]:
    """Walk through what becomes of a picture."""
    snapshot = stage.kiosk.snapshot
    stage.live()
    snapshot.begin()
    stage.settle()
    yield "picture counting"
    stage.take_picture()
    yield "picture offered"
    snapshot.send()
    stage.settle()
    yield "picture sending"
    snapshot.refused(stage.post.ticket, "the hub cannot be reached in time")
    stage.settle()
    yield "picture failed"
    snapshot.send()
    snapshot.delivered(stage.post.ticket, CODE)
    stage.settle()
    yield "picture sent"
    snapshot.letGo()


def open_page(stage: Stage, page: str) -> None:
    screen = stage.window.findChild(QObject, "mirrorScreen")
    assert screen is not None
    screen.setProperty("page", page)
    stage.settle()


def shown_texts(stage: Stage) -> list[QQuickItem]:
    return [item for item in stage.items() if item.inherits("QQuickText") and item.property("text")]


def clipping(item: QQuickItem) -> Iterator[QQuickItem]:
    """The items that cut what is in them, from the inside out."""
    while item is not None:
        if item.clip():
            yield item
        item = item.parentItem()


def faults(stage: Stage) -> Iterator[str]:
    """Whatever of a text cannot be read."""
    width, height = stage.window.width(), stage.window.height()
    for item in shown_texts(stage):
        text = str(item.property("text"))
        box = item.mapRectToScene(item.boundingRect())
        needs = float(item.property("contentWidth")), float(item.property("contentHeight"))
        if item.property("truncated"):
            yield f"{text!r} is cut short"
        if needs[0] > item.width() + 1.5 or needs[1] > item.height() + 1.5:
            yield f"{text!r} needs {needs[0]:.0f} x {needs[1]:.0f} and has {item.width():.0f} x {item.height():.0f}"
        scrolled = any(True for _ in clipping(item))
        if not scrolled and not (
            box.left() >= -1 and box.right() <= width + 1 and box.top() >= -1 and box.bottom() <= height + 1
        ):
            yield f"{text!r} runs off the screen: {box}"
        for around in clipping(item):
            edge = around.mapRectToScene(around.boundingRect())
            if not around.inherits("QQuickFlickable") and not edge.adjusted(-1, -1, 1, 1).contains(box):
                yield f"{text!r} is cut by what is around it"


@pytest.mark.parametrize("larger", [False, True], ids=["usual", "larger"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", ["portrait", "landscape"])
def test_every_word_of_every_screen_can_be_read(stage: Stage, shape: str, language: str, *, larger: bool) -> None:
    stage.window.resize(*FORMATS[shape])
    stage.kiosk.language.choose(language)
    stage.kiosk.screen.largerType = larger
    found = {f"{state}: {fault}" for state in states(stage) for fault in faults(stage)}
    assert not found


@pytest.mark.parametrize("shape", list(FORMATS))
def test_no_two_texts_lie_on_each_other(stage: Stage, shape: str) -> None:
    stage.window.resize(*FORMATS[shape])
    for state in states(stage):
        boxes = [
            (str(item.property("text")), item.mapRectToScene(item.boundingRect()).adjusted(2, 2, -2, -2))
            for item in shown_texts(stage)
            if not any(True for _ in clipping(item))
        ]
        for index, (text, box) in enumerate(boxes):
            for other, other_box in boxes[index + 1 :]:
                assert not box.intersects(other_box), f"{state}: {text!r} lies on {other!r}"


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("shape", list(FORMATS))
def test_every_control_is_as_big_as_a_finger_and_has_a_name(stage: Stage, shape: str, language: str) -> None:
    width, height = FORMATS[shape]
    stage.window.resize(width, height)
    stage.kiosk.language.choose(language)
    finger = 20 / ScreenSettings().mm_per_pixel(width, height)
    for state in states(stage):
        for control in stage.controls():
            name = accessible_name(control)
            assert name, f"{state}: {control} has no name"
            assert min(control.width(), control.height()) >= finger - 0.5, f"{state}: {name}"


def test_no_control_lies_over_the_face(stage: Stage) -> None:
    """The face is framed between a tenth and four fifths of the picture's height."""
    for shape in FORMATS.values():
        stage.window.resize(*shape)
        for state in states(stage):
            for picture in (item for item in stage.items() if item.inherits("QQuickVideoOutput")):
                place = picture.parentItem()
                area = place.mapRectToScene(place.boundingRect())
                face = area.adjusted(area.width() * 0.2, area.height() * 0.1, -area.width() * 0.2, -area.height() * 0.2)
                for control in stage.controls():
                    box = control.mapRectToScene(control.boundingRect())
                    for around in clipping(control):
                        box = box.intersected(around.mapRectToScene(around.boundingRect()))
                    assert not box.intersects(face), f"{state}: {control.property('text')}"


@pytest.mark.parametrize("contrast", [False, True])
def test_words_stand_out_from_the_paper(stage: Stage, *, contrast: bool) -> None:
    stage.kiosk.screen.highContrast = contrast
    stage.settle()
    theme = stage.window.property("theme")
    pairs = [("ink", "paper"), ("inkSoft", "paper"), ("ink", "sheet"), ("inkSoft", "sheet"), ("inkSoft", "well")]
    pairs += [("accentInk", "accent"), ("accentInk", "accentPressed"), ("veilInk", "veil"), ("accent", "sheet")]
    for front, back in pairs:
        ratio = contrast_ratio(theme.property(front), theme.property(back))
        assert ratio >= (7 if contrast else 4.5), f"{front} on {back}: {ratio:.1f}"


def contrast_ratio(one: QColor, other: QColor) -> float:
    """WCAG 2."""

    def luminance(color: QColor) -> float:
        red, green, blue = (_linear(c) for c in (color.redF(), color.greenF(), color.blueF()))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)


def test_arabic_runs_from_the_right_and_the_reflection_does_not(stage: Stage) -> None:
    stage.kiosk.session.start()
    stage.live()
    stage.kiosk.looks.wear("evening")
    stage.kiosk.shelf.openCategory("lips")
    stage.settle()
    first, last = stage.swatches()[0], stage.swatches()[-1]
    assert centre(first).x() < centre(last).x()
    stage.kiosk.language.choose("ar")
    stage.settle()
    first, last = stage.swatches()[0], stage.swatches()[-1]
    assert centre(first).x() > centre(last).x()
    (picture,) = (item for item in stage.items() if item.inherits("QQuickVideoOutput"))
    left = picture.mapToScene(QPointF(0, 0)).x()
    assert left < picture.mapToScene(QPointF(picture.width(), 0)).x()


def test_reach_mode_brings_every_control_down(stage: Stage) -> None:
    panel = ScreenSettings(floor_to_bottom_mm=820)
    stage.kiosk.screen._panel = panel
    stage.kiosk.session.start()
    stage.live()
    stage.kiosk.looks.wear("evening")
    stage.kiosk.screen.reach = True
    stage.settle()
    line = 1920 - (1120 - 820) / panel.mm_per_pixel(1080, 1920)
    for page in (*PAGES, *SHOP_PAGES):
        open_page(stage, page)
        for control in stage.controls():
            top = control.mapToScene(QPointF(0, 0)).y()
            assert top >= line - 1, f"{page}: {control.property('text')}"
    open_page(stage, "try")
    for state in chain(company(stage), snapshots(stage)):
        for control in stage.controls():
            assert control.mapToScene(QPointF(0, 0)).y() >= line - 1, f"{state}: {control.property('text')}"


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_translations_are_finished(language: str) -> None:
    text = (TRANSLATIONS / f"vitrine_{language}.ts").read_text("utf-8")
    assert "unfinished" not in text
    assert "<translation></translation>" not in text
    assert "<translation />" not in text


def test_the_tools_know_the_view_models_as_they_are() -> None:
    assert TYPES.read_text("utf-8") == describe(), "run `python -m ui.typeinfo`"


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("shape", list(FORMATS))
def test_a_phone_reads_the_code(stage: Stage, shape: str, *, contrast: bool) -> None:
    width, height = FORMATS[shape]
    stage.window.resize(width, height)
    stage.kiosk.screen.highContrast = contrast
    stage.kiosk.session.start()
    stage.live()
    stage.kiosk.looks.wear("evening")
    stage.take_picture()
    assert stage.read_code() == ""
    stage.kiosk.snapshot.send()
    stage.kiosk.snapshot.delivered(stage.post.ticket, CODE)
    stage.settle()
    assert stage.read_code() == LINK
    (code,) = (item for item in stage.items() if item.property("quiet"))
    assert code.width() * ScreenSettings().mm_per_pixel(width, height) >= 25


def test_without_a_hub_the_screen_says_so_and_offers_no_phone(hubless: Stage) -> None:
    hubless.kiosk.session.start()
    hubless.live()
    hubless.take_picture()
    assert hubless.reads("sends no pictures to phones")
    assert not hubless.reads("Send to my phone")
    assert not list(faults(hubless))
    hubless.touch("Let it go")
    assert hubless.kiosk.snapshot.state == "off"
