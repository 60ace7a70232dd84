"""The form of a store and of its stock, field by field, in files and on the wire; described in docs/catalogue.md."""

from __future__ import annotations

import re
from datetime import time
from itertools import pairwise
from typing import Annotated, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from kiosk.catalogue import TaxClass
from kiosk.catalogue_schema import Key, NameTable
from kiosk.field_errors import between
from kiosk.local_text import LocalText
from kiosk.stores import DAYS, Address, OpeningHours, Store

_HOURS: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_COUNTRY: Final = re.compile(r"[A-Z]{2}", re.ASCII)


def _opening(text: str) -> str:
    match = _HOURS.fullmatch(text)
    if match is None or not match.group(1, 2) < match.group(3, 4):
        raise ValueError(f"{text[:40]!r} is not from when until when, such as 09:00-18:30")
    return text


def _in_order(hours: list[str]) -> list[str]:
    for earlier, later in pairwise(hours):
        if not earlier.partition("-")[2] < later.partition("-")[0]:
            raise ValueError(f"{later!r} does not come after {earlier!r}")
    return hours


def _timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name[:40]!r} is not a time zone such as Europe/Athens") from error
    return name


def _country(code: str) -> str:
    if not _COUNTRY.fullmatch(code):
        raise ValueError(f"{code[:40]!r} is not a country of two letters, such as GR")
    return code


def _line(text: str) -> str:
    if not 0 < len(text.strip()) <= 80 or not text.isprintable():  # noqa: PLR2004 - as much as goes on a label
        raise ValueError(f"{text[:40]!r} is not one line of 80 characters at most")
    return text.strip()


_Day = Annotated[list[Annotated[str, AfterValidator(_opening)]], AfterValidator(_in_order)]
_Permille = Annotated[int, between(0, 500)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _AddressTable(_Table):
    street: Annotated[str, AfterValidator(_line)]
    postcode: Annotated[str, AfterValidator(_line)]
    city: NameTable
    country: Annotated[str, AfterValidator(_country)]


class _HoursTable(_Table):
    mon: _Day = []
    tue: _Day = []
    wed: _Day = []
    thu: _Day = []
    fri: _Day = []
    sat: _Day = []
    sun: _Day = []


class _TaxTable(_Table):
    standard: _Permille
    reduced: _Permille
    zero: _Permille = 0


class StoreTable(_Table):
    """``[[store]]``."""

    id: Key
    name: NameTable
    address: _AddressTable
    timezone: Annotated[str, AfterValidator(_timezone)]
    hours: _HoursTable
    tax: _TaxTable


class StoresFile(_Table):
    """The file of the stores."""

    store: Annotated[list[StoreTable], Field(min_length=1)]


class StockFile(_Table):
    """The file of what each store has of each SKU."""

    stock: dict[Key, dict[Key, Annotated[int, between(0, 1_000_000)]]]


def store_of(table: StoreTable) -> Store:
    """The store that a table describes."""
    city = LocalText(table.address.city.model_dump())
    hours: dict[str, list[str]] = table.hours.model_dump()
    return Store(
        id=table.id,
        name=LocalText(table.name.model_dump()),
        address=Address(table.address.street, table.address.postcode, city, table.address.country),
        timezone=table.timezone,
        hours=OpeningHours(tuple(tuple(_from_until(text) for text in hours[day]) for day in DAYS)),
        tax={TaxClass(name): permille for name, permille in table.tax.model_dump().items()},
    )


def store_document(store: Store) -> StoreTable:
    """The table of a store."""
    return StoreTable.model_validate(
        {
            "id": store.id,
            "name": dict(store.name),
            "address": {
                "street": store.address.street,
                "postcode": store.address.postcode,
                "city": dict(store.address.city),
                "country": store.address.country,
            },
            "timezone": store.timezone,
            "hours": {
                day: [f"{opens:%H:%M}-{shuts:%H:%M}" for opens, shuts in hours]
                for day, hours in zip(DAYS, store.hours.days, strict=True)
            },
            "tax": {tax.value: permille for tax, permille in store.tax.items()},
        }
    )


def _from_until(text: str) -> tuple[time, time]:
    opens, _, shuts = text.partition("-")
    return time.fromisoformat(opens), time.fromisoformat(shuts)
