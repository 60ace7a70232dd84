"""The shop's stores: where they are, when they are open, and what tax is in their prices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.catalogue import TaxClass
    from kiosk.local_text import LocalText

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Address:
    """Where a letter goes.

    Attributes:
        street: with the number of the house.
        postcode: as it is written on a letter.
        city: as each language calls it.
        country: ISO 3166-1, two letters.
    """

    street: str
    postcode: str
    city: LocalText
    country: str


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """A week, the same all year.

    Attributes:
        days: for each day from Monday, when the doors open and shut, in order and apart; none on a day off.
    """

    days: tuple[tuple[tuple[time, time], ...], ...]

    def is_open(self, at: datetime) -> bool:
        """Whether one can walk in; ``at`` is the store's local time."""
        return any(opens <= at.time() < shuts for opens, shuts in self.days[at.weekday()])

    def next_opening(self, at: datetime) -> datetime | None:
        """When the doors open next, ``at`` itself while they are open; None for a store that never opens."""
        if self.is_open(at):
            return at
        for ahead in range(_WEEK + 1):
            day = (at + timedelta(days=ahead)).date()
            for opens, _ in self.days[day.weekday()]:
                opening = datetime.combine(day, opens, at.tzinfo)
                if opening > at:
                    return opening
        return None


@dataclass(frozen=True, slots=True)
class Store:
    """One shop.

    Attributes:
        id: unique among the stores ("athens-ermou").
        name: what shoppers call it.
        timezone: IANA's name ("Europe/Athens").
        tax: what part of a net price is tax, in thousandths, for each class.
    """

    id: str
    name: LocalText
    address: Address
    timezone: str
    hours: OpeningHours
    tax: Mapping[TaxClass, int]

    def local_time(self, at: datetime) -> datetime:
        """A moment as the clock on the store's wall has it; ``at`` knows its own time zone."""
        return at.astimezone(ZoneInfo(self.timezone))
