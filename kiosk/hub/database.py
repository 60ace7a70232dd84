"""The hub's database: SQLite for one shop, PostgreSQL for a chain, and the threads that speak to it."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, TypeVar

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from kiosk.hub.errors import HubError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine import URL
    from sqlalchemy.pool import ConnectionPoolEntry

_P = ParamSpec("_P")
_T = TypeVar("_T")

UNAVAILABLE: Final = (OperationalError, InterfaceError, PoolTimeoutError)
"""What is raised when the database does not answer, which passes: it may be asked again."""

_MIGRATIONS: Final = Path(__file__).resolve().parent / "migrations"
_THREADS: Final = 8
_BESIDE_THREADS: Final = 2
"""Connections for who writes carts and who watches them."""

_WAIT_SECONDS: Final = 5
_RETRY_SECONDS: Final = 0.02
_MIGRATION_LOCK: Final = 0x56495452
"""The number of the lock that hubs that start at the same time take turns by."""

_POSTGRESQL_OPTIONS: Final = (
    "-c statement_timeout=15s -c lock_timeout=10s -c idle_in_transaction_session_timeout=30s -c timezone=UTC"
)


class Database:
    """Gives transactions, to threads of its own or of who asks.

    Values never get into messages, which may end in a log.

    Attributes:
        dialect: ``sqlite`` or ``postgresql``.
    """

    def __init__(self, url: str) -> None:
        """Prepare to speak to a database, and do not yet.

        Args:
            url: ``sqlite:///hub.db``, ``postgresql://user:password@host/name``.

        Raises:
            HubError: it is not the address of a database that a hub can have.
        """
        self._url: Final = _read_url(url)
        self.dialect: Final = self._url.get_backend_name()
        self._engine: Final = _sqlite(self._url) if self.dialect == "sqlite" else _postgresql(self._url)
        self._threads: Final = ThreadPoolExecutor(_THREADS, thread_name_prefix="hub-database")
        # Begun at once, so that none is begun in the middle of something.
        everybody = threading.Barrier(_THREADS)
        for _ in range(_THREADS):
            self._threads.submit(everybody.wait)

    def migrate(self) -> None:
        """Bring the database to the form that this hub knows; hubs that start together take turns.

        Raises:
            HubError: it cannot be reached or changed.
        """
        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS))
        try:
            with self.writing() as connection:
                take_turns(connection, _MIGRATION_LOCK)
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        except DBAPIError as error:
            raise HubError(f"the hub's database {self} cannot be used: {_first_line(error)}") from error
        except CommandError as error:
            raise HubError(
                f"the hub's database {self} was made by a newer hub: install that, or one after it"
            ) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that changes nothing."""
        with self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed when the block ends, and undone when it raises."""
        with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    async def read(self, work: Callable[Concatenate[Connection, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """What ``work(connection, ...)`` gives in a reading transaction, in a thread."""
        return await self._run(lambda: self._within(self.reading(), work, *args, **kwargs))

    async def write(self, work: Callable[Concatenate[Connection, _P], _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """What ``work(connection, ...)`` gives in a writing transaction, in a thread; committed by then."""
        return await self._run(lambda: self._within(self.writing(), work, *args, **kwargs))

    async def scrub(self) -> None:
        """See that what was deleted is in none of SQLite's files any more; PostgreSQL's are its server's."""
        if self.dialect == "sqlite":
            await self._run(self._truncate_log)

    def _truncate_log(self) -> None:
        statement = "PRAGMA wal_checkpoint(TRUNCATE)"
        try:
            with closing(self._engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
                cursor.execute(statement)
        except sqlite3.OperationalError as error:
            # Outside a transaction, where this has to be done, the driver's errors come as they are.
            raise OperationalError(statement, None, error) from error

    def close(self) -> None:
        """End the threads and the connections."""
        self._threads.shutdown()
        self._engine.dispose()

    def __str__(self) -> str:
        """Its address, without the password."""
        return self._url.render_as_string(hide_password=True)

    async def _run(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    @staticmethod
    def _within(
        transaction: AbstractContextManager[Connection],
        work: Callable[Concatenate[Connection, _P], _T],
        *args: _P.args,
        **kwargs: _P.kwargs,
    ) -> _T:
        with transaction as connection:
            return work(connection, *args, **kwargs)


def take_turns(connection: Connection, number: int) -> None:
    """Wait until nobody else is in a transaction that took this number; on SQLite only one writes anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})


def _read_url(url: str) -> URL:
    try:
        read = make_url(url)
    except ArgumentError as error:
        raise HubError("the hub's database is not given as sqlite:///FILE or postgresql://USER@HOST/NAME") from error
    if read.get_backend_name() == "postgresql":
        return read.set(drivername="postgresql+psycopg")
    if read.get_backend_name() == "sqlite" and read.database and read.database != ":memory:":
        return read.set(drivername="sqlite+pysqlite")
    raise HubError("the hub's database is not given as sqlite:///FILE or postgresql://USER@HOST/NAME")


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url,
        pool_size=_THREADS + _BESIDE_THREADS,
        max_overflow=0,
        pool_timeout=_WAIT_SECONDS,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": _WAIT_SECONDS, "options": _POSTGRESQL_OPTIONS, "application_name": "vitrine"},
    )


def _sqlite(url: URL) -> Engine:
    # Carts and addresses are nobody else's; SQLite makes its other files as it finds this one.
    with suppress(OSError):  # said better when it is opened
        Path(url.database or "").touch(mode=0o600)
    engine = create_engine(
        url,
        pool_size=_THREADS + _BESIDE_THREADS,
        max_overflow=0,
        pool_timeout=_WAIT_SECONDS,
        hide_parameters=True,
        # The driver leaves transactions to us: by itself it would begin them late, and fail where it should wait.
        connect_args={"isolation_level": None, "timeout": _WAIT_SECONDS},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
        del entry
        _write_ahead(connection)
        for pragma in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Have a log written ahead; SQLite does not wait by itself for another hub that begins on the same file."""
    end = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(_RETRY_SECONDS)
        else:
            return


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().partition("\n")[0]
