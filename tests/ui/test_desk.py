"""The desk: what is asked of it is done in order, on a thread of its own, and answered on the screen's."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from ui.desk import Desk, VisitDesk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class DiskFullError(Exception):
    pass


class Ledger:
    """Writes down what it is told, and whose thread told it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.threads: set[str] = set()
        self.opened = 0
        self.closed = 0
        self.refuses_to_open = False

    def write(self, line: str) -> int:
        self.threads.add(threading.current_thread().name)
        if line == "too much":
            raise DiskFullError("the disk is full")
        self.lines.append(line)
        return len(self.lines)

    @contextmanager
    def open(self) -> Iterator[Ledger]:
        if self.refuses_to_open:
            raise DiskFullError("the disk is full")
        self.opened += 1
        yield self
        self.closed += 1


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def desk(qapp: object, ledger: Ledger) -> Iterator[Desk[Ledger]]:
    with Desk("desk", ledger.open, (DiskFullError,)) as desk:
        yield desk


def unexpected(what: object) -> None:
    pytest.fail(f"nobody asked for {what}")


def test_errands_are_done_in_order_elsewhere_and_answered_here(
    desk: Desk[Ledger], ledger: Ledger, qtbot: QtBot
) -> None:
    answers: list[int] = []
    threads: set[str] = set()

    def answered(count: int) -> None:
        threads.add(threading.current_thread().name)
        answers.append(count)

    desk.do(lambda tool: tool.write("a"), answered, unexpected)
    desk.do(lambda tool: tool.write("b"), answered, unexpected)
    desk.do(lambda tool: tool.write("c"), answered, unexpected)
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert ledger.lines == ["a", "b", "c"]
    assert answers == [1, 2, 3]
    assert ledger.threads == {"desk"}
    assert threads == {threading.current_thread().name}


def test_what_the_environment_refuses_is_a_sentence_and_the_next_errand_is_done(
    desk: Desk[Ledger], ledger: Ledger, qtbot: QtBot
) -> None:
    told: list[object] = []
    desk.do(lambda tool: tool.write("too much"), unexpected, told.append)
    desk.do(lambda tool: tool.write("a little"), told.append, unexpected)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["the disk is full", 1]
    assert ledger.opened == 1


def test_nothing_is_opened_before_it_is_needed(desk: Desk[Ledger], ledger: Ledger, qtbot: QtBot) -> None:
    assert ledger.opened == 0
    told: list[object] = []
    ledger.refuses_to_open = True
    desk.do(lambda tool: tool.write("a"), unexpected, told.append)
    qtbot.waitUntil(lambda: told == ["the disk is full"])
    ledger.refuses_to_open = False
    desk.do(lambda tool: tool.write("b"), told.append, unexpected)
    qtbot.waitUntil(lambda: told == ["the disk is full", 1])
    assert ledger.lines == ["b"]


def test_what_waits_at_the_end_is_done_and_nobody_is_told(qapp: object, ledger: Ledger, qtbot: QtBot) -> None:
    go = threading.Event()
    with Desk("desk", ledger.open, (DiskFullError,)) as desk:
        desk.do(lambda _: go.wait(5), unexpected, unexpected)
        desk.do(lambda tool: tool.write("the purge"), unexpected, unexpected)
        go.set()
    qtbot.wait(10)
    assert ledger.lines == ["the purge"]
    assert ledger.closed == 1


def test_what_is_answered_after_a_visit_is_not_heard_and_is_done_all_the_same(
    desk: Desk[Ledger], ledger: Ledger, qtbot: QtBot
) -> None:
    visits = VisitDesk(desk)
    told: list[object] = []
    visits.do(lambda tool: tool.write("of the visit before"), unexpected, unexpected)
    visits.do(lambda tool: tool.write("too much"), unexpected, unexpected)
    visits.renew()
    visits.do(lambda tool: tool.write("of this one"), told.append, unexpected)
    qtbot.waitUntil(lambda: told == [2])
    assert ledger.lines == ["of the visit before", "of this one"]
