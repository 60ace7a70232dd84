"""Orders are paid once at most, and no payment is lost, whatever terminals, networks and power cuts do."""

from __future__ import annotations

import os
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from uuid6 import uuid7

from kiosk.local.database import LocalData
from kiosk.local.payment_store import PaymentStore
from kiosk.orders.cashier import Cashier
from kiosk.orders.payment import Outcome, Payment, PaymentUnknownError
from tests.fakes.terminal import SimulatedTerminal, Whim
from tests.kiosk.orders.orders import euros

if TYPE_CHECKING:
    from collections.abc import Iterator

ORDERS = tuple(UUID(int=number) for number in range(3))
CODE = "7K3QX9M2TB"
AMOUNT = euros(5900)


def recover(cashier: Cashier, book: PaymentStore) -> tuple[Payment, ...]:
    """Find out what became of all that are open; gives those that still are."""
    for payment in book.open_payments():
        with suppress(PaymentUnknownError):
            cashier.resolve(payment)
    return book.open_payments()


class PowerCut(BaseException):
    """The kiosk is gone from one moment to the next."""


class CutBook(PaymentStore):
    """Loses power before or after it has written, when it is told to."""

    cut: str = ""

    def write_payment(self, payment: Payment) -> None:
        if self.cut == "before writing":
            raise PowerCut
        super().write_payment(payment)
        if self.cut == "after writing":
            raise PowerCut


class Paying(RuleBasedStateMachine):
    """Shoppers pay, give up and come again; terminals and kiosks fail in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.terminal = SimulatedTerminal()
        self.start()

    def start(self) -> None:
        """The kiosk has power."""
        self.database = LocalData(Path(self.folder.name)).connect()
        self.book = CutBook(self.database)
        self.cashier = Cashier(self.book, self.terminal, uuid7)

    def recover(self) -> tuple[Payment, ...]:
        """Find out what became of all that are open; gives those that still are."""
        return recover(self.cashier, self.book)

    def stop(self) -> None:
        self.database.close()

    def teardown(self) -> None:
        """In the end all is known, and it is what was charged."""
        self.terminal.whims.clear()
        self.terminal.network_delivers()
        self.recover()
        self.terminal.customer(Outcome.DECLINED)
        assert not self.recover()
        charged = {key for key, times in self.terminal.charged.items() if times}
        for order in ORDERS:
            paid = {p.intent.key for p in self.book.payments_of(order) if p.outcome is Outcome.APPROVED}
            assert paid == charged & self.keys_of(order), "what was charged is known"
        self.terminal.network_delivers()
        assert {key for key, times in self.terminal.charged.items() if times} == charged
        self.stop()
        self.folder.cleanup()

    def keys_of(self, order: UUID) -> set[UUID]:
        return {intent.key for intent in self.terminal.asked if intent.order == order}

    @rule(whims=st.lists(st.sampled_from(Whim), max_size=3))
    def the_network_will(self, whims: list[Whim]) -> None:
        self.terminal.whims = whims

    @rule(order=st.sampled_from(ORDERS), cut=st.sampled_from(["", "before writing", "after writing"]))
    def pay(self, order: UUID, cut: str) -> None:
        self.book.cut = cut
        try:
            self.cashier.pay(order, CODE, AMOUNT)
        except PowerCut:
            self.stop()
            self.start()
        self.book.cut = ""

    @rule(outcome=st.sampled_from([Outcome.APPROVED, Outcome.DECLINED]))
    def customer(self, outcome: Outcome) -> None:
        self.terminal.customer(outcome)

    @rule()
    def the_network_delivers(self) -> None:
        self.terminal.network_delivers()

    @rule(order=st.sampled_from(ORDERS))
    def look(self, order: UUID) -> None:
        self.cashier.look(order)

    @rule(order=st.sampled_from(ORDERS))
    def give_up(self, order: UUID) -> None:
        self.cashier.give_up(order)

    @rule()
    def the_kiosk_starts_again(self) -> None:
        self.stop()
        self.start()
        self.recover()

    @invariant()
    def nobody_is_charged_twice(self) -> None:
        for order in ORDERS:
            assert sum(self.terminal.charged[key] for key in self.keys_of(order)) <= 1


TestPaying = Paying.TestCase
TestPaying.settings = settings(
    max_examples=int(os.environ.get("PAYMENT_SCHEDULES", "100")), stateful_step_count=20, deadline=None
)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[PaymentStore]:
    with closing(LocalData(tmp_path).connect()) as database:
        yield PaymentStore(database)


@pytest.fixture
def cashier(book: PaymentStore) -> tuple[Cashier, SimulatedTerminal]:
    terminal = SimulatedTerminal()
    return Cashier(book, terminal, uuid7), terminal


def test_an_order_is_paid(cashier: tuple[Cashier, SimulatedTerminal]) -> None:
    desk, terminal = cashier
    assert desk.pay(ORDERS[0], CODE, AMOUNT).outcome is Outcome.PENDING
    terminal.customer(Outcome.APPROVED)
    paid = desk.look(ORDERS[0])
    assert paid is not None
    assert paid.outcome is Outcome.APPROVED
    assert desk.pay(ORDERS[0], CODE, AMOUNT) == paid, "paying again pays nothing"
    assert terminal.charged.total() == 1


def test_who_is_declined_may_try_again(cashier: tuple[Cashier, SimulatedTerminal]) -> None:
    desk, terminal = cashier
    desk.pay(ORDERS[0], CODE, AMOUNT)
    terminal.customer(Outcome.DECLINED)
    assert desk.pay(ORDERS[0], CODE, AMOUNT).outcome is Outcome.DECLINED, "as it turned out meanwhile"
    assert desk.pay(ORDERS[0], CODE, AMOUNT).outcome is Outcome.PENDING
    terminal.customer(Outcome.APPROVED)
    assert terminal.charged.total() == 1


def test_an_approval_that_comes_after_the_time_out_counts(cashier: tuple[Cashier, SimulatedTerminal]) -> None:
    desk, terminal = cashier
    terminal.whims = [Whim.DELAY, Whim.LOSE_QUESTION]
    assert desk.pay(ORDERS[0], CODE, AMOUNT).outcome is Outcome.PENDING
    desk.give_up(ORDERS[0])  # is not heard
    terminal.network_delivers()
    terminal.customer(Outcome.APPROVED)
    assert desk.pay(ORDERS[0], CODE, AMOUNT).outcome is Outcome.APPROVED
    assert terminal.charged.total() == 1


def test_what_was_on_its_way_in_a_crash_is_not_charged_afterwards(
    cashier: tuple[Cashier, SimulatedTerminal], book: PaymentStore
) -> None:
    desk, terminal = cashier
    terminal.whims = [Whim.DELAY]
    desk.pay(ORDERS[0], CODE, AMOUNT)
    assert not recover(desk, book)
    terminal.network_delivers()
    terminal.customer(Outcome.APPROVED)
    assert terminal.charged.total() == 0


def test_a_terminal_that_does_not_answer_leaves_the_payment_open(
    cashier: tuple[Cashier, SimulatedTerminal], book: PaymentStore
) -> None:
    desk, terminal = cashier
    terminal.whims = [Whim.LOSE_ANSWER, Whim.LOSE_QUESTION]
    desk.pay(ORDERS[0], CODE, AMOUNT)
    (still_open,) = recover(desk, book)
    assert still_open.intent.order == ORDERS[0]
    given_up = desk.give_up(ORDERS[0])
    assert given_up is not None
    assert given_up.outcome is Outcome.CANCELLED
