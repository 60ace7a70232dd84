"""The hub of a kiosk whose shop has none: a process of its own on this machine's loopback."""

from __future__ import annotations

import secrets
import select
import subprocess
import sys
from typing import Final

from kiosk.hub.errors import HubError
from kiosk.hub_address import HubAddress

_START_SECONDS: Final = 15.0
_END_SECONDS: Final = 5.0


class LocalHub:
    """Starts the hub when it is first asked for, another when that one died, and ends it. For one thread at a time."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process: subprocess.Popen[str] | None = None
        self._address: HubAddress | None = None

    def address(self) -> HubAddress:
        """Where the hub is, once it is there.

        Raises:
            HubError: it does not start.
        """
        if self._address is None or self._process is None or self._process.poll() is not None:
            self.close()
            self._address = self._start()
        return self._address

    def close(self) -> None:
        """End the hub, and with it everything that it holds. May be called again."""
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
        token = secrets.token_urlsafe(32)
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
        port = self._introduce(self._process, token)
        if not port:
            self.close()
            raise HubError("the hub did not start")
        return HubAddress(url := f"http://127.0.0.1:{port}", url, token)

    @staticmethod
    def _introduce(process: subprocess.Popen[str], token: str) -> str:
        """Tell the hub who will ask; gives the port that it answers with, empty when it does not."""
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the hub was started without pipes")
        try:
            process.stdin.write(f"{token}\n")
            process.stdin.flush()
        except BrokenPipeError:
            return ""
        ready, _, _ = select.select([process.stdout], [], [], _START_SECONDS)
        return process.stdout.readline().strip() if ready else ""
