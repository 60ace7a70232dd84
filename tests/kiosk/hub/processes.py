"""Hubs in processes of their own."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PROGRAM = "import sys; from kiosk.cli import main; sys.exit(main())"


@contextmanager
def hub_process(database_url: str, log: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`vitrine hub` on a database, its log in a file; yields it and its address. It may be killed."""
    command = [sys.executable, "-c", _PROGRAM, "hub", "--database", database_url, "--port", "0"]
    with log.open("w") as errors, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True) as hub:
        assert hub.stdout is not None
        try:
            yield hub, f"http://127.0.0.1:{hub.stdout.readline().split()[-1]}"
        finally:
            hub.terminate()
