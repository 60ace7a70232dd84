"""Reading the shop's stores and what each has in stock from TOML files, and saying what is wrong with them."""

from __future__ import annotations

import re
from datetime import time
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Final, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from assets.manifest import DATA
from assets.toml_files import TomlError, read_toml
from kiosk.catalogue import TaxClass
from kiosk.catalogue_schema import Key, NameTable
from kiosk.field_errors import between, sentence
from kiosk.local_text import LocalText
from kiosk.mistakes import Mistakes
from kiosk.stores import DAYS, Address, OpeningHours, Store
from kiosk.toml_lines import lines_of, nearest_line

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from assets.toml_files import Toml
    from kiosk.toml_lines import TomlPath

SAMPLE_STORES: Final = DATA / "shop" / "stores.toml"
SAMPLE_STOCK: Final = DATA / "shop" / "stock.toml"

_File = TypeVar("_File", bound=BaseModel)

_HOURS: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_COUNTRY: Final = re.compile(r"[A-Z]{2}", re.ASCII)


class StoreFileError(Exception):
    """Stores or stock that cannot be used: one line for each mistake, each naming file, line and field."""


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


class _StoreTable(_Table):
    id: Key
    name: NameTable
    address: _AddressTable
    timezone: Annotated[str, AfterValidator(_timezone)]
    hours: _HoursTable
    tax: _TaxTable


class _StoresFile(_Table):
    store: Annotated[list[_StoreTable], Field(min_length=1)]


class _StockFile(_Table):
    stock: dict[Key, dict[Key, Annotated[int, between(0, 1_000_000)]]]


def load_stores(path: Path) -> tuple[Store, ...]:
    """Read the stores, in the order of the file.

    Raises:
        StoreFileError: the file cannot be read or understood; one line for each mistake.
    """
    toml = _read(path)
    file = _parse(_StoresFile, toml, path)
    mistakes = _Places(toml, path)
    ids = [table.id for table in file.store]
    for n, store_id in enumerate(ids):
        if store_id in ids[:n]:
            mistakes.add(("store", n, "id"), f"{store_id!r} is taken already")
    mistakes.check()
    return tuple(_store(table) for table in file.store)


def load_stock(path: Path, stores: Collection[str], skus: Collection[str]) -> Mapping[str, Mapping[str, int]]:
    """Read how many each store has of each SKU; what is not named is not there.

    Args:
        path: the file.
        stores, skus: the ids that there are.

    Raises:
        StoreFileError: the file cannot be read or understood; one line for each mistake.
    """
    toml = _read(path)
    file = _parse(_StockFile, toml, path)
    mistakes = _Places(toml, path)
    known = frozenset(skus)
    for store, levels in file.stock.items():
        if store not in stores:
            mistakes.add(("stock", store), f"{store!r} is not a store")
        for sku in levels.keys() - known:
            mistakes.add(("stock", store, sku), f"{sku!r} is not in the catalogue")
    mistakes.check()
    return {store: file.stock.get(store, {}) for store in stores}


class _Places:
    """Mistakes of one file, and on which line each is."""

    def __init__(self, toml: Toml, path: Path) -> None:
        self._path = path
        self._text = toml.text
        self._found: list[tuple[TomlPath, str]] = []

    def add(self, where: TomlPath, what: str) -> None:
        """Add one."""
        self._found.append((where, what))

    def check(self) -> None:
        """Raise, in the order of the lines, what was found."""
        if not self._found:
            return
        lines = lines_of(self._text)
        mistakes = Mistakes()
        for line, where, what in sorted((nearest_line(lines, where), where, what) for where, what in self._found):
            field = ".".join(str(part + 1 if isinstance(part, int) else part) for part in where)
            mistakes.add(str, f"{self._path}:{line}: {field}: {what}")
        raise StoreFileError(str(mistakes))


def _read(path: Path) -> Toml:
    try:
        return read_toml(path)
    except TomlError as error:
        raise StoreFileError(str(error)) from error


def _parse(form: type[_File], toml: Toml, path: Path) -> _File:
    try:
        return form.model_validate(toml.data)
    except ValidationError as error:
        mistakes = _Places(toml, path)
        for detail in error.errors():
            mistakes.add(tuple(part for part in detail["loc"] if part != "[key]"), sentence(detail))
        mistakes.check()
        raise  # a validation error has at least one mistake


def _store(table: _StoreTable) -> Store:
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


def _from_until(text: str) -> tuple[time, time]:
    opens, _, shuts = text.partition("-")
    return time.fromisoformat(opens), time.fromisoformat(shuts)
