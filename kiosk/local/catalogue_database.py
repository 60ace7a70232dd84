"""The shop's data on the kiosk: a database of its own, for it is large, public and can be had again.

Carts are in another file. A catalogue of 20,000 products that is written anew therefore never keeps a cart waiting, and
a database that is damaged is thrown away and filled again from the hub.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING, Final

from kiosk.local.database import LocalDatabase
from kiosk.local.errors import LocalDataError
from kiosk.local_text import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILE_NAME: Final = "catalogue.db"
_COMPANIONS: Final = ("", "-wal", "-shm")

_SHOP: Final = """
CREATE TABLE state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    category TEXT NOT NULL,
    kind TEXT NOT NULL,        -- empty for what the mirror cannot paint
    brand TEXT NOT NULL,
    finish TEXT NOT NULL,      -- the same
    price INTEGER NOT NULL,    -- minor units, of the cheapest variant
    unit_rank INTEGER NOT NULL,  -- products of one unit side by side, the cheapest by that unit first
    document TEXT NOT NULL
) STRICT;
CREATE INDEX product_position ON product (position);
CREATE INDEX product_category ON product (category, position);
CREATE INDEX product_price ON product (price, number);
CREATE INDEX product_unit ON product (unit_rank, number);

CREATE TABLE variant (
    sku TEXT PRIMARY KEY,
    ean13 TEXT NOT NULL,
    product INTEGER NOT NULL REFERENCES product (number) ON DELETE CASCADE,
    hue TEXT NOT NULL          -- empty for what has no colour
) STRICT, WITHOUT ROWID;
CREATE INDEX variant_ean13 ON variant (ean13);
CREATE INDEX variant_product ON variant (product, hue);

CREATE TABLE tag (
    product INTEGER NOT NULL REFERENCES product (number) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (product, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE store (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    document TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stock (
    store TEXT NOT NULL,
    sku TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (store, sku)
) STRICT, WITHOUT ROWID;

CREATE TABLE offer (
    position INTEGER PRIMARY KEY,
    document TEXT NOT NULL
) STRICT;

CREATE TABLE arrived (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
"""``arrived`` holds the pages of a catalogue that has not come whole yet."""

_WORDS: Final = "".join(
    f"""
CREATE VIRTUAL TABLE words_{language} USING fts5(name, shade, brand, about, tokenize = "unicode61 remove_diacritics 0",
    prefix = '2 3');
CREATE VIRTUAL TABLE vocabulary_{language} USING fts5vocab(words_{language}, row);
"""
    for language in LANGUAGES
)

MIGRATIONS: Final = (_SHOP + _WORDS,)


class CatalogueData:
    """Opens the shop's data for each thread that needs it; for any thread.

    The first to ask sees that the file is whole and of this version; one that is damaged is begun anew.
    """

    def __init__(self, folder: Path, begin: Callable[[LocalDatabase], None]) -> None:
        """Open nothing yet.

        Args:
            folder: is made when it is not there.
            begin: sees that there is something in it, once it is whole.
        """
        self._folder = folder
        self._begin = begin
        self._lock = threading.Lock()
        self._prepared = False

    def connect(self) -> LocalDatabase:
        """A connection for the thread that asks, which closes it.

        Raises:
            LocalDataError: the file cannot be had.
        """
        path = self._folder / FILE_NAME
        with self._lock:
            if not self._prepared:
                self._prepare(path)
                self._prepared = True
        return LocalDatabase(path)

    def _prepare(self, path: Path) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_whole(path):
                for companion in _COMPANIONS:
                    path.with_name(path.name + companion).unlink(missing_ok=True)
        except OSError as error:
            raise LocalDataError(f"{path}: cannot be used: {error.strerror}") from error
        with closing(LocalDatabase(path)) as database:
            database.migrate(MIGRATIONS)
            self._begin(database)


def _is_whole(path: Path) -> bool:
    """Whether the file can be used, or is not there yet; whatever else is wrong with it, opening it will tell."""
    if not path.exists():
        return True
    try:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
