"""The kiosk's own database: one SQLite file in which nothing that was committed is lost, and nothing deleted stays."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, Final

from kiosk.local.errors import LocalDataError
from kiosk.local.migrations import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FILE_NAME: Final = "shop.db"

_BUSY_SECONDS: Final = 5.0
_COMPANIONS: Final = ("", "-wal", "-shm")
_DAMAGED: Final = ".damaged-"
_SETTINGS: Final = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
PRAGMA foreign_keys = ON;
PRAGMA temp_store = MEMORY;
"""
_DAMAGE: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

_TROUBLES: Final = {
    sqlite3.SQLITE_FULL: "the disk is full: make room",
    sqlite3.SQLITE_IOERR: "the disk fails: look at it with smartctl, and at how full it is",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: let the kiosk's user write in its folder",
    sqlite3.SQLITE_READONLY: "may not be written: let the kiosk's user write in its folder",
    sqlite3.SQLITE_PERM: "may not be written: let the kiosk's user write in its folder",
    sqlite3.SQLITE_BUSY: "is held by another program: see that only one kiosk runs in this folder",
    sqlite3.SQLITE_CORRUPT: "is damaged: start the kiosk again, which sets it aside and begins anew",
    sqlite3.SQLITE_NOTADB: "is damaged: start the kiosk again, which sets it aside and begins anew",
}
"""What the machine does to a database, by SQLite's primary code. Every other error is a mistake of ours."""


class LocalData:
    """Opens the kiosk's database for each thread that needs it; for any thread.

    The first to ask sees that the file is whole and of this version; one that is damaged is set aside, and an empty one
    begun.
    """

    def __init__(self, folder: Path) -> None:
        """Open nothing yet; the folder is made when it is not there."""
        self._folder = folder
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
        except OSError as error:
            raise LocalDataError(f"{self._folder}: cannot be made: {error.strerror}") from error
        if not _is_whole(path):
            _set_aside(path)
        try:
            path.touch(mode=0o600)  # what SQLite puts beside it gets the same
        except OSError as error:
            raise LocalDataError(f"{path}: cannot be made: {error.strerror}") from error
        with closing(LocalDatabase(path)) as database:
            database.migrate(MIGRATIONS)


class LocalDatabase:
    """One thread's connection to the kiosk's database."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open it; to read only, the file must be there, and is left as it is.

        Raises:
            LocalDataError: it cannot be had.
        """
        self._path = path
        self._within = False
        mode = "ro" if read_only else "rwc"
        with self._told():
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}", timeout=_BUSY_SECONDS, isolation_level=None, uri=True
            )
            try:
                if not read_only:
                    self._connection.executescript(_SETTINGS)
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def execute(self, sql: str, parameters: Sequence[object] | dict[str, object] = ()) -> sqlite3.Cursor:
        """Run one statement.

        Raises:
            LocalDataError: the machine does not let us.
        """
        with self._told():
            return self._connection.execute(sql, parameters)

    def rows(self, sql: str, parameters: Sequence[object] | dict[str, object] = ()) -> list[tuple[Any, ...]]:
        """All that a question gives.

        Raises:
            LocalDataError: the machine does not let us.
        """
        with self._told():
            return self._connection.execute(sql, parameters).fetchall()

    def execute_many(self, sql: str, parameters: Sequence[Sequence[object]]) -> None:
        """Run one statement with each of these.

        Raises:
            LocalDataError: the machine does not let us.
        """
        with self._told():
            self._connection.executemany(sql, parameters)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is done within; once left without an error, it is on the disk.

        Within another transaction it is part of that one.

        Raises:
            LocalDataError: the machine does not let us; nothing was done.
        """
        if self._within:
            yield
            return
        self.execute("BEGIN IMMEDIATE")
        self._within = True
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            # A full disk may have rolled back by itself.
            if self._connection.in_transaction:
                self._connection.rollback()
            raise
        finally:
            self._within = False

    def scrub(self) -> bool:
        """See that what was deleted is in no file any more; false when a reader is in the way.

        Raises:
            LocalDataError: the machine does not let us.
        """
        with self._told():
            busy, _, _ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def migrate(self, scripts: Sequence[str]) -> None:
        """Make of the file what this version needs.

        Raises:
            LocalDataError: a later version wrote it, or the machine does not let us.
        """
        (version,) = self.execute("PRAGMA user_version").fetchone()
        if version > len(scripts):
            raise LocalDataError(f"{self._path}: was written by a later version of Vitrine: install that one")
        for number, script in enumerate(scripts[version:], version + 1):
            with self._told():
                try:
                    self._connection.executescript(f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {number}; COMMIT")
                except sqlite3.Error:
                    self._connection.rollback()
                    raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell the machine's errors in a sentence."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            trouble = _TROUBLES.get(_code(error))
            if trouble is None:
                raise
            raise LocalDataError(f"{self._path}: {trouble}") from error


def set_aside_in(folder: Path) -> tuple[Path, ...]:
    """The damaged databases that were set aside in a folder, in no order."""
    return tuple(path for path in folder.glob(f"{FILE_NAME}{_DAMAGED}*") if not path.name.endswith(_COMPANIONS[1:]))


def _is_whole(path: Path) -> bool:
    """Whether the file can be used as a database, or is not there yet."""
    if not path.exists():
        return True
    try:
        with closing(sqlite3.connect(path, timeout=_BUSY_SECONDS)) as connection:
            return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except sqlite3.DatabaseError as error:
        if _code(error) in _DAMAGE:
            return False
        trouble = _TROUBLES.get(_code(error))
        if trouble is None:
            raise
        raise LocalDataError(f"{path}: {trouble}") from error


def _set_aside(path: Path) -> None:
    """Give a damaged file a name of its own, with what SQLite keeps beside it."""
    number = 1 + len(set_aside_in(path.parent))
    try:
        for companion in _COMPANIONS:
            part = path.with_name(path.name + companion)
            if part.exists():
                part.rename(path.with_name(f"{path.name}{_DAMAGED}{number}{companion}"))
    except OSError as error:
        raise LocalDataError(f"{path}: is damaged and cannot be set aside: {error.strerror}") from error


def _code(error: sqlite3.DatabaseError) -> int:
    """The primary code of SQLite's, without what extended codes add; 0 where there is none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
