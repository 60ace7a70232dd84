"""What stands in for the world around a screen: the clock, the vision worker, a finger and a pair of eyes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic
from uuid import UUID

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest

from kiosk.handoff import HandoffLink
from kiosk.hub.errors import HubError
from kiosk.money import Money
from kiosk.orders.order import OrderKind, OrderState, OrderStatus, OrderStep
from ui.desk import Result, Tool
from ui.models.rows import Rows
from vision.messages import FaceSummary, FrameReady, Guidance, MeasureSkin, MirrorState, SetCompare, SetLooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from numpy.typing import NDArray
    from PySide6.QtQuick import QQuickItem

    from kiosk.handoff import JoinedCart
    from ui.front import Front
    from ui.picture import PictureFeed, PixelSource
    from vision.looks import Look
    from vision.messages import Command

WITHOUT_SOUND = pytest.mark.qt_log_ignore("pa_context_connect", extend=True)
"""Qt says once that it finds no sound server; machines that run tests have none."""

MIDDLE = FaceSummary(1, 0.4, 0.3, 0.6, 0.75)


class Clock:
    """Seconds that go by when they are told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Worker:
    """Remembers what it was told."""

    commands: list[Command] = field(default_factory=list)

    def send(self, command: Command) -> None:
        self.commands.append(command)

    @property
    def look(self) -> Look:
        """What the one who is being dressed wears."""
        return next(iter(self.looks.values()))

    @property
    def looks(self) -> Mapping[int, Look]:
        """Who wears what, by the number of the face."""
        return next((command.looks for command in reversed(self.commands) if isinstance(command, SetLooks)), {})

    @property
    def skin_request(self) -> int:
        """The number of the last wish to measure a skin."""
        requests = (command.request for command in reversed(self.commands) if isinstance(command, MeasureSkin))
        return next(request for request in requests if request is not None)

    @property
    def split(self) -> float | None:
        return next((command.split for command in reversed(self.commands) if isinstance(command, SetCompare)), None)


@dataclass
class Post:
    """Keeps the pictures that it is to send."""

    prepared: int = 0
    pictures: list[tuple[int, QImage]] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)

    def prepare(self) -> None:
        self.prepared += 1

    def send(self, ticket: int, picture: QImage) -> None:
        self.pictures.append((ticket, picture))

    def cancel(self, ticket: int) -> None:
        self.cancelled.append(ticket)

    @property
    def ticket(self) -> int:
        return self.pictures[-1][0]


class SameThreadDesk(Generic[Tool]):
    """Does everything at once and on the spot."""

    def __init__(self, tool: Tool, troubles: tuple[type[Exception], ...]) -> None:
        self.tool = tool
        self.troubles = troubles

    def do(
        self, work: Callable[[Tool], Result], then: Callable[[Result], None], trouble: Callable[[str], None]
    ) -> None:
        try:
            result = work(self.tool)
        except self.troubles as error:
            trouble(str(error))
        else:
            then(result)


class Counter:
    """A hub's counter: takes carts to phones and back, and knows orders, unless there is trouble."""

    def __init__(self) -> None:
        self.trouble = ""
        self.handed_over: list[UUID] = []
        self.phones: dict[str, JoinedCart] = {}
        self.orders: dict[str, OrderStatus] = {}
        self.is_paid_elsewhere = False

    def hand_over(self, cart: UUID) -> HandoffLink:
        self._answer()
        self.handed_over.append(cart)
        return HandoffLink("https://hub.example.com/c/ThisIsOnlyAnExample00", 300)

    def read_code(self, text: str) -> str | None:
        return text.removeprefix("https://hub.example.com/c/") if text.startswith("https://hub.") else None

    def redeem(self, code: str) -> JoinedCart:
        if code not in self.phones:
            raise HubError("the code is not good any more")
        return self.phones.pop(code)

    def page(self, code: str) -> str:
        self._answer()
        return f"https://hub.example.com/o/{code}"

    def track(self, typed: str) -> OrderStatus | None:
        self._answer()
        return self.orders.get(typed)

    def lease(self, cart: UUID, order: UUID) -> bool:
        self._answer()
        del cart, order
        return not self.is_paid_elsewhere

    def release(self, cart: UUID) -> None:
        del cart
        self._answer()

    def _answer(self) -> None:
        if self.trouble:
            raise HubError(self.trouble)


def order_status(code: str, *states: OrderState) -> OrderStatus:
    """An order that went through these, an hour each."""
    price = Money(3200, "EUR")
    steps = tuple(OrderStep(state, 1_795_168_800_000 + hour * 3_600_000) for hour, state in enumerate(states))
    return OrderStatus(UUID(int=7), code, OrderKind.COLLECT, "athens-ermou", states[-1], price, price, None, (), steps)


class GreyRing:
    """A ring whose pictures are grey all over."""

    def copy_to(self, slot: int, sequence: int, out: NDArray[np.uint8]) -> bool:
        del slot, sequence
        out[:] = 128
        return True


def frame(*faces: FaceSummary, guidance: Guidance = Guidance.NONE, at: float = 0.0, sequence: int = 0) -> FrameReady:
    """A frame with these faces; with one in its middle when none is named."""
    return FrameReady(sequence, 0, 1280, 720, at, faces or (MIDDLE,), guidance, 8.0, 5.0)


class Stage:
    """A window, and what a person does before it."""

    def __init__(
        self, front: Front, feed: PictureFeed, worker: Worker, clock: Clock, post: Post, counter: Counter
    ) -> None:
        self.front = front
        self.window = front.window
        self.kiosk = front.kiosk
        self.feed = feed
        self.worker = worker
        self.clock = clock
        self.post = post
        self.counter = counter

    def live(self, guidance: Guidance = Guidance.NONE) -> None:
        """The camera works."""
        self.feed.stateChanged.emit(MirrorState.LIVE, "")
        self.feed.shown.emit(frame(guidance=guidance))
        self.settle()

    def lost(self, reason: str = "camera 0 does not answer") -> None:
        """The camera does not."""
        self.feed.stateChanged.emit(MirrorState.LOST, reason)
        self.settle()

    def show_pixels(self, ring: PixelSource) -> None:
        """The camera gives these."""
        self.feed.acknowledge()
        self.feed.frame(frame(), ring)
        self.settle()

    def take_picture(self) -> None:
        """Count down, before a live mirror, to a picture of a grey wall."""
        self.show_pixels(GreyRing())
        self.kiosk.snapshot.begin()
        self.clock.now += 3
        self.kiosk.snapshot.check()
        self.settle()

    def read_code(self) -> str:
        """What a phone makes of the code on the screen; empty where there is none."""
        image = self.window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
        pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        return cv2.QRCodeDetector().detectAndDecode(np.ascontiguousarray(pixels[:, : image.width()]))[0]

    def wait(self, seconds: float) -> None:
        """Nobody touches anything for so long."""
        self.clock.now += seconds
        self.kiosk.session.check()
        self.settle()

    def settle(self) -> None:
        """Let bindings, layouts and deferred deletions happen."""
        for _ in range(3):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.window.grabWindow()

    def items(self) -> Iterator[QQuickItem]:
        """Everything that is on the screen now."""
        return visible(self.window.contentItem())

    def texts(self) -> list[str]:
        """What there is to read."""
        return [text for item in self.items() if item.inherits("QQuickText") and (text := str(item.property("text")))]

    def reads(self, words: str) -> bool:
        """Whether these words are on the screen."""
        return any(words in text for text in self.texts())

    def button(self, name: str) -> QQuickItem:
        """The one control with these words, or this name for those who do not see it."""
        found = [item for item in self.controls() if str(item.property("text")) == name]
        assert len(found) == 1, (
            f"{len(found)} controls are called {name!r}: {[c.property('text') for c in self.controls()]}"
        )
        return found[0]

    def controls(self) -> list[QQuickItem]:
        """What a finger can press or drag."""
        kinds = ("QQuickAbstractButton", "QQuickSlider")
        return [item for item in self.items() if any(item.inherits(kind) for kind in kinds)]

    def slider(self, name: str) -> QQuickItem:
        """The one slider that is called so by those who do not see it."""
        (found,) = (item for item in self.controls() if item.inherits("QQuickSlider") and accessible_name(item) == name)
        return found

    def touch(self, name: str) -> None:
        """Press and let go of a control."""
        self.touch_at(centre(self.button(name)))

    def touch_at(self, point: QPointF) -> None:
        where = QPoint(round(point.x()), round(point.y()))
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        self.settle()

    def slide(self, *points: QPointF) -> None:
        """Put a finger down, lead it over these points, and lift it."""
        where = [QPoint(round(point.x()), round(point.y())) for point in points]
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(self.window, left, none, where[0])
        for point in where[1:]:
            QTest.mouseMove(self.window, point)
            QCoreApplication.processEvents()
        QTest.mouseRelease(self.window, left, none, where[-1])
        self.settle()

    def swatches(self) -> list[QQuickItem]:
        """The round shades of the product in hand, from the first to the last."""
        codes = {row.code: index for index, row in enumerate(self.kiosk.product.shades.rows)}
        found = [
            item for item in self.items() if item.property("code") in codes and item.property("chosen") is not None
        ]
        return sorted(found, key=lambda item: codes[item.property("code")])

    def properties(self) -> Iterator[str]:
        """Every text that any object of the window or the view models holds."""
        for top in (self.window, self.kiosk):
            for thing in (top, *top.findChildren(QObject)):
                meta = thing.metaObject()
                for index in range(meta.propertyCount()):
                    if str(meta.property(index).typeName()) in {"QString", "QUrl"}:
                        yield str(meta.property(index).read(thing))
                if isinstance(thing, Rows):
                    yield from map(str, thing.rows)


def accessible_name(item: QQuickItem) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(item).text(QAccessible.Text.Name)


def visible(item: QQuickItem) -> Iterator[QQuickItem]:
    """An item and what is in it, as far as it is shown."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from visible(child)


def centre(item: QQuickItem) -> QPointF:
    """The middle of an item, in the window."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
