from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from kiosk.hub.errors import HubError
from kiosk.local.errors import LocalDataError
from kiosk.sync.errors import BusyError, StrangerError, UnreachableError
from kiosk.sync.status import LinkState, StatusBoard, SyncStatus

AWAY = UnreachableError("the hub cannot be reached in time")


@dataclass
class Office:
    """A board, who reads it, and when the hub was last heard of."""

    heard_ms: int | None = None
    told: list[SyncStatus] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.board = StatusBoard(lambda: self.heard_ms, self.told.append)

    def answered(self, at_ms: int) -> None:
        self.heard_ms = at_ms
        self.board.note("uploads", None)


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (AWAY, LinkState.OFFLINE),
        (BusyError("the hub answers 503", 1.0), LinkState.OFFLINE),
        (StrangerError("the hub answers 401"), LinkState.REFUSED),
        (HubError("this kiosk has no token"), LinkState.LOCAL),
        (LocalDataError("the disk is full: make room"), LinkState.LOCAL),
    ],
)
def test_trouble_is_told_in_its_own_words(error: HubError | LocalDataError, state: LinkState, office: Office) -> None:
    office.board.note("uploads", error)

    assert office.told == [SyncStatus(state, str(error), None)]


def test_who_had_nothing_to_ask_does_not_know_whether_the_hub_is_there(office: Office) -> None:
    office.board.note("uploads", None)
    assert office.board.status.state is LinkState.UNTRIED
    office.answered(at_ms=1)
    office.board.note("uploads", AWAY)

    office.board.note("uploads", None)

    assert office.board.status == SyncStatus(LinkState.OFFLINE, str(AWAY), 1)


def test_a_change_is_told_once_and_the_last_contact_is_kept(office: Office) -> None:
    for at_ms in (1, 2, 3):
        office.answered(at_ms)

    assert [status.state for status in office.told] == [LinkState.CONNECTED]
    assert office.board.status.contact_ms == 3


def test_one_thread_s_luck_does_not_hide_another_s_trouble(office: Office) -> None:
    office.board.note("uploads", AWAY)
    office.heard_ms = 1
    office.board.note("follows", None)
    assert [status.state for status in office.told] == [LinkState.OFFLINE]

    office.board.note("uploads", None)

    assert [status.state for status in office.told] == [LinkState.OFFLINE, LinkState.CONNECTED]
