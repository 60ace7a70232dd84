"""The hub of a kiosk whose shop has none: a process of its own on this machine's loopback."""

from __future__ import annotations

import secrets
import select
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Final

from kiosk.hub.errors import HubError
from kiosk.hub_address import HubAddress

if TYPE_CHECKING:
    from pathlib import Path

_START_SECONDS: Final = 30.0
_END_SECONDS: Final = 10.0


class LocalHub:
    """Starts the hub when it is first asked for, another when that one died, and ends it. For any thread."""

    def __init__(self, folder: Path) -> None:
        """Start nothing yet.

        Args:
            folder: where the hub has its database, in which the one that is started after another goes on.
        """
        self._database = f"sqlite:///{folder / 'hub.db'}"
        self._token = secrets.token_urlsafe(32)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._address: HubAddress | None = None

    def address(self) -> HubAddress:
        """Where the hub is, once it is there.

        Raises:
            HubError: it does not start.
        """
        with self._lock:
            if self._address is None or self._process is None or self._process.poll() is not None:
                self._end()
                self._address = self._start()
            return self._address

    def close(self) -> None:
        """End the hub. May be called again."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        process, self._process, self._address = self._process, None, None
        if process is None:
            return
        # Closes its standard input, at which it ends.
        try:
            process.communicate(timeout=_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()

    def _start(self) -> HubAddress:
        # -P: a folder named `kiosk` where the command is typed is not ours. A session of its own is out of reach of the
        # terminal's Ctrl-C: we end first, then it.
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "kiosk.hub.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        except OSError as error:
            raise HubError(f"the hub cannot be started: {error.strerror}") from error
        port = self._introduce(self._process)
        if not port:
            self._end()
            raise HubError("the hub did not start")
        return HubAddress(url := f"http://127.0.0.1:{port}", url, self._token)

    def _introduce(self, process: subprocess.Popen[str]) -> str:
        """Tell the hub who will ask; gives the port that it answers with, empty when it does not."""
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the hub was started without pipes")
        try:
            process.stdin.write(f"{self._token}\n{self._database}\n")
            process.stdin.flush()
        except BrokenPipeError:
            return ""
        ready, _, _ = select.select([process.stdout], [], [], _START_SECONDS)
        return process.stdout.readline().strip() if ready else ""
