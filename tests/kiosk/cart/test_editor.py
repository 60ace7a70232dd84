from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uuid6 import uuid7

from kiosk.cart.cart import Cart, merge
from kiosk.cart.clock import HybridClock
from kiosk.cart.editor import CartEditor
from kiosk.cart.operation import Remove
from kiosk.cart.wire import MOST_OF_A_LINE, OperationDocument
from kiosk.money import Money
from tests.kiosk.cart.steps import CART, PRICE

if TYPE_CHECKING:
    from kiosk.cart.operation import Operation

ROUGE = "rouge-01"


class Device:
    """One that edits a cart, knows what it made and what it was told, and has a clock of its own."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.known: list[Operation] = []
        self.now_ms = 1
        self._sequence = 0

    def editor(self) -> CartEditor:
        last = max((operation.stamp for operation in self.known), default=None)
        clock = HybridClock(self.name, lambda: self.now_ms, last)
        return CartEditor(CART, self.known, self._sequence, clock, lambda: UUID(bytes=uuid7().bytes))

    def keep(self, editor: CartEditor) -> None:
        self.known += editor.made
        self._sequence += len(editor.made)

    def add(self, quantity: int, price: Money = PRICE) -> None:
        editor = self.editor()
        editor.add(ROUGE, quantity, price)
        self.keep(editor)

    def take(self, quantity: int) -> None:
        editor = self.editor()
        editor.take(ROUGE, quantity)
        self.keep(editor)

    def remove(self) -> None:
        editor = self.editor()
        editor.remove(ROUGE)
        self.keep(editor)

    def hear(self, other: Device) -> None:
        ours = {operation.id for operation in self.known}
        self.known += [operation for operation in other.known if operation.id not in ours]

    def quantity(self) -> int:
        line = merge(self.known).line(ROUGE)
        return line.quantity if line else 0


@pytest.fixture
def kiosk() -> Device:
    return Device("kiosk")


@pytest.fixture
def phone() -> Device:
    return Device("phone")


def test_adds_and_takes_count(kiosk: Device) -> None:
    kiosk.add(3)
    kiosk.take(1)

    assert kiosk.quantity() == 2


def test_the_last_one_goes_with_its_line(kiosk: Device) -> None:
    kiosk.add(2)
    kiosk.take(2)

    assert isinstance(kiosk.known[-1].action, Remove)
    assert kiosk.quantity() == 0


def test_nothing_is_taken_from_nothing(kiosk: Device) -> None:
    kiosk.take(1)
    kiosk.remove()

    assert kiosk.known == []


def test_what_is_added_after_too_much_was_taken_is_all_there(kiosk: Device, phone: Device) -> None:
    kiosk.add(3)
    phone.hear(kiosk)
    kiosk.take(2)
    phone.take(2)
    kiosk.hear(phone)
    assert kiosk.quantity() == 0

    kiosk.add(2)
    phone.hear(kiosk)

    assert kiosk.quantity() == phone.quantity() == 2


def test_a_removal_spares_what_another_adds_meanwhile(kiosk: Device, phone: Device) -> None:
    kiosk.add(3)
    phone.hear(kiosk)
    kiosk.remove()
    phone.add(1)

    kiosk.hear(phone)
    phone.hear(kiosk)

    assert kiosk.quantity() == phone.quantity() == 1


def test_a_line_that_comes_back_has_the_price_of_its_return(kiosk: Device) -> None:
    kiosk.add(1, Money(3200, "EUR"))
    kiosk.remove()
    kiosk.add(1, Money(3400, "EUR"))

    assert [line.price_seen for line in merge(kiosk.known).lines] == [Money(3400, "EUR")]


def test_the_later_choice_wins_though_its_clock_is_a_day_behind(kiosk: Device, phone: Device) -> None:
    kiosk.now_ms = 86_400_000
    editor = kiosk.editor()
    editor.set_note("from the kiosk")
    kiosk.keep(editor)
    phone.hear(kiosk)
    editor = phone.editor()
    editor.set_note("from the phone")

    assert editor.cart.note == "from the phone"


def test_another_cart_is_taken_over_whole(kiosk: Device, phone: Device) -> None:
    for _ in range(3):
        phone.add(MOST_OF_A_LINE)
    editor = phone.editor()
    editor.set_option(ROUGE, "gift_wrap", "yes")
    editor.set_coupon("SPRING", applied=True)
    editor.set_note("no bag")
    wanted = editor.cart

    taker = kiosk.editor()
    taker.adopt(wanted)

    assert what_is_in(taker.cart) == what_is_in(wanted)
    assert all(OperationDocument.of(operation).value() == operation for operation in taker.made)


def what_is_in(cart: Cart) -> object:
    return [(line.sku, line.quantity, line.options) for line in cart.lines], cart.coupons, cart.note


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["kiosk", "phone"]), st.sampled_from(["add", "take", "remove", "hear"]), st.integers(1, 4)
        ),
        max_size=30,
    )
)
def test_a_tap_does_what_it_says_on_the_screen_on_which_it_was_made(taps: list[tuple[str, str, int]]) -> None:
    devices = {name: Device(name) for name in ("kiosk", "phone")}
    for name, tap, count in taps:
        device = devices[name]
        before = device.quantity()
        match tap:
            case "add":
                device.add(count)
                assert device.quantity() == before + count
            case "take":
                device.take(count)
                assert device.quantity() == max(0, before - count)
            case "remove":
                device.remove()
                assert device.quantity() == 0
            case _:
                device.hear(devices["phone" if name == "kiosk" else "kiosk"])

    devices["kiosk"].hear(devices["phone"])
    devices["phone"].hear(devices["kiosk"])
    assert merge(devices["kiosk"].known) == merge(devices["phone"].known)
