"""Real kiosks and a real hub, each a process of its own, to be killed and started again."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from typing import Final

ROOT: Final = Path(__file__).parents[2]
_START_SECONDS: Final = 60.0


class Victim:
    """A process, each line that it printed, and its successors."""

    def __init__(self, name: str, command: list[str], first_line: str | None = None) -> None:
        """Start nothing yet; ``first_line`` is what the process is told before anything else."""
        self.name = name
        self.printed: list[str] = []
        self._command = command
        self._first_line = first_line
        self._lines: Queue[str | None] = Queue()
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None

    def start(self) -> None:
        """Begin, or begin anew."""
        process = subprocess.Popen(
            [sys.executable, *self._command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        self._process = process
        if self._first_line is not None:
            self.tell(self._first_line)
        self._reader = threading.Thread(target=self._read, args=(process,), name=f"reads {self.name}")
        self._reader.start()

    def await_lines(self, count: int) -> None:
        """Until it has printed so many more."""
        for _ in range(count):
            line = self._lines.get(timeout=_START_SECONDS)
            assert line is not None, f"{self.name} ended by itself"
            self.printed.append(line)

    def kill(self) -> None:
        """As power does."""
        assert self._process is not None
        self._process.kill()
        self._gone()

    def tell(self, line: str) -> None:
        """Write a line to it."""
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def await_line(self, wanted: str) -> None:
        """Until it has printed this."""
        while wanted not in self.printed:
            self.await_lines(1)

    def finish(self) -> str:
        """Let it end in good order; gives its last line."""
        assert self._process is not None
        status = self._process.wait(_START_SECONDS)
        self._gone()
        assert status == 0, f"{self.name} ended with {status}"
        return self.printed[-1]

    def _gone(self) -> None:
        assert self._process is not None
        assert self._reader is not None
        self._process.wait(_START_SECONDS)
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()
        with suppress(Empty):
            while True:
                if (line := self._lines.get_nowait()) is not None:
                    self.printed.append(line)
        self._process = None

    def end(self) -> None:
        """Be gone, whatever it was at."""
        if self._process is not None:
            self.kill()

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self._lines.put(line.strip())
        self._lines.put(None)
