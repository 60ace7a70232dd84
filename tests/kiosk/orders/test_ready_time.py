from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue import TaxClass
from kiosk.local_text import LocalText
from kiosk.orders.ready_time import ready_at
from kiosk.stores import Address, OpeningHours, Store

ATHENS = ZoneInfo("Europe/Athens")
DAY = ((time(9), time(14)), (time(17), time(20)))
CLOSED: tuple[tuple[time, time], ...] = ()
TWO_HOURS = timedelta(hours=2)


def a_store(*days: tuple[tuple[time, time], ...]) -> Store:
    address = Address("Ermou 1", "105 63", LocalText({"en": "Athens"}), "GR")
    tax = dict.fromkeys(TaxClass, 240)
    return Store("ermou", LocalText({"en": "Ermou"}), address, "Europe/Athens", OpeningHours(days), tax)


STORE = a_store(DAY, DAY, DAY, DAY, DAY, DAY, CLOSED)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ATHENS)


@pytest.mark.parametrize(
    ("asked", "ready"),
    [
        ("2026-11-23 10:00", "2026-11-23 12:00"),
        ("2026-11-23 10:00:01", "2026-11-23 12:01"),
        ("2026-11-23 06:00", "2026-11-23 11:00"),
        ("2026-11-23 13:00", "2026-11-23 18:00"),
        ("2026-11-23 19:30", "2026-11-24 10:30"),
        ("2026-11-28 19:00", "2026-11-30 10:00"),
        ("2026-11-29 12:00", "2026-11-30 11:00"),
    ],
)
def test_people_make_things_ready_while_the_store_is_open(asked: str, ready: str) -> None:
    assert ready_at(STORE, at(asked), TWO_HOURS) == at(ready)


def test_the_clock_of_the_store_counts_wherever_it_was_asked() -> None:
    assert ready_at(STORE, datetime(2026, 11, 23, 8, 0, tzinfo=UTC), TWO_HOURS) == at("2026-11-23 12:00")


def test_an_hour_that_comes_twice_is_worked_twice() -> None:
    night = a_store(*[CLOSED] * 6, ((time(2), time(6)),))
    assert ready_at(night, at("2026-10-25 02:00"), timedelta(hours=3)) == at("2026-10-25 04:00"), "clocks go back at 4"


def test_a_store_that_never_opens_promises_nothing() -> None:
    assert ready_at(a_store(*[CLOSED] * 7), at("2026-11-23 10:00"), TWO_HOURS) is None


@given(st.integers(0, 365 * 24 * 60 * 60), st.integers(1, 600))
def test_what_is_promised_is_within_opening_hours_and_not_too_early(second: int, minutes: int) -> None:
    asked = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=second)
    ready = ready_at(STORE, asked, timedelta(minutes=minutes))
    assert ready is not None
    assert ready.timestamp() - asked.timestamp() >= minutes * 60
    assert any(opens <= ready.time() <= shuts for opens, shuts in STORE.hours.days[ready.weekday()])
