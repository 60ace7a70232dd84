"""When a shop's people have something ready that they are asked for."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.stores import Store

_DAYS_AHEAD: Final = 28
"""A shop that does not open for so long promises nothing."""


def ready_at(store: Store, asked: datetime, work: timedelta) -> datetime | None:
    """When something is ready, if the store's people work on it while the store is open.

    Args:
        store: whose people.
        asked: when they are asked; knows its time zone.
        work: how long it takes them, above 0.

    Returns:
        The moment by the store's clock, in full minutes; None when it does not open for four weeks.
    """
    zone = ZoneInfo(store.timezone)
    left = work.total_seconds()
    # In seconds of all the world: local times come twice or never when clocks change.
    for opens, shuts in _openings(store, zone, asked):
        begins = max(opens.timestamp(), asked.timestamp())
        if begins + left <= shuts.timestamp():
            return _full_minute(datetime.fromtimestamp(begins + left, zone))
        left -= shuts.timestamp() - begins
    return None


def _openings(store: Store, zone: ZoneInfo, asked: datetime) -> Iterator[tuple[datetime, datetime]]:
    """From when till when the store is open; what is over before ``asked`` is left out."""
    today = asked.astimezone(zone).date()
    for days in range(_DAYS_AHEAD):
        day = today + timedelta(days=days)
        for opens, shuts in store.hours.days[day.weekday()]:
            end = datetime.combine(day, shuts, zone)
            if end.timestamp() > asked.timestamp():
                yield datetime.combine(day, opens, zone), end


def _full_minute(moment: datetime) -> datetime:
    beyond = timedelta(seconds=moment.second, microseconds=moment.microsecond)
    return moment + (timedelta(minutes=1) - beyond) if beyond else moment
