"""A PostgreSQL of the tests' own: Debian's binaries, a folder that goes with it, a port that was free."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

_START_SECONDS = 20
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "100",
    # Its helpers come and go by themselves, and would look like processes that a test leaves behind.
    "autovacuum": "off",
    "max_parallel_workers": "0",
}


@contextmanager
def running_postgres(*, durable: bool = False) -> Iterator[str]:
    """A server; yields its address, to which a database's name is to be added.

    Args:
        durable: it writes to the disk for good, as a shop's does; otherwise it forgets all with the machine's power.
    """
    with tempfile.TemporaryDirectory(prefix="vitrine-postgres-") as name:
        folder = Path(name)
        user = "postgres" if os.geteuid() == 0 else None
        if user:
            shutil.chown(folder, user)
        binaries = _binaries()
        data = folder / "data"
        initdb: list[str | Path] = [
            binaries / "initdb",
            "-D",
            data,
            "-U",
            "vitrine",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "-N",
        ]
        subprocess.run(initdb, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL, timeout=60)
        port = _free_port()
        settings = _SETTINGS | {"port": str(port), "unix_socket_directories": name}
        if not durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
        log = (folder / "log").open("wb")
        with (
            log,
            subprocess.Popen(
                [binaries / "postgres", "-D", data, *options],
                user=user,
                cwd=folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
            ) as server,
        ):
            try:
                url = f"postgresql://vitrine@127.0.0.1:{port}"
                _wait_for(url, server, folder / "log")
                yield url
            finally:
                server.send_signal(signal.SIGINT)  # at once, but in good order
                server.wait(_START_SECONDS)


def make_database(server: str, name: str, template: str = "template1") -> str:
    """Make a database; gives its address."""
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy'.encode())
    return f"{server}/{name}"


def _binaries() -> Path:
    found = shutil.which("postgres")
    if found:
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while True:
        try:
            psycopg.connect(f"{url}/postgres", connect_timeout=2).close()
        except psycopg.OperationalError as error:
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(log.read_text("utf-8", "replace")) from error
            time.sleep(0.05)  # PostgreSQL tells nobody when it is ready
        else:
            return
