"""Reading the shop's stores and what each has in stock from TOML files, and saying what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import BaseModel, ValidationError

from assets.manifest import DATA
from assets.toml_files import TomlError, read_toml
from kiosk.field_errors import sentence
from kiosk.mistakes import Mistakes
from kiosk.store_schema import StockFile, StoresFile, store_of
from kiosk.toml_lines import lines_of, nearest_line

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from assets.toml_files import Toml
    from kiosk.stores import Store
    from kiosk.toml_lines import TomlPath

SAMPLE_STORES: Final = DATA / "shop" / "stores.toml"
SAMPLE_STOCK: Final = DATA / "shop" / "stock.toml"

_File = TypeVar("_File", bound=BaseModel)


class StoreFileError(Exception):
    """Stores or stock that cannot be used: one line for each mistake, each naming file, line and field."""


def load_stores(path: Path) -> tuple[Store, ...]:
    """Read the stores, in the order of the file.

    Raises:
        StoreFileError: the file cannot be read or understood; one line for each mistake.
    """
    toml = _read(path)
    file = _parse(StoresFile, toml, path)
    mistakes = _Places(toml, path)
    ids = [table.id for table in file.store]
    for n, store_id in enumerate(ids):
        if store_id in ids[:n]:
            mistakes.add(("store", n, "id"), f"{store_id!r} is taken already")
    mistakes.check()
    return tuple(store_of(table) for table in file.store)


def load_stock(
    path: Path, stores: Collection[str], skus: Collection[str] | None = None
) -> Mapping[str, Mapping[str, int]]:
    """Read how many each store has of each SKU; what is not named is not there.

    Args:
        path: the file.
        stores: the ids that there are.
        skus: the same; None to take any.

    Raises:
        StoreFileError: the file cannot be read or understood; one line for each mistake.
    """
    toml = _read(path)
    file = _parse(StockFile, toml, path)
    mistakes = _Places(toml, path)
    for store, levels in file.stock.items():
        if store not in stores:
            mistakes.add(("stock", store), f"{store!r} is not a store")
        for sku in levels.keys() - (levels.keys() if skus is None else set(skus)):
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
