"""The hub's log: what went wrong and where in the program, never about whom."""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType


class ReticentFormatter(logging.Formatter):
    """Writes a message's first line, and of an exception its kind and the places that it went through.

    What an exception says may quote what was sent: a token, an address, a shopper's note. So may the lines after the
    first: asyncio puts exceptions there.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """The message's first line."""
        record.message = record.message.partition("\n")[0]
        return super().formatMessage(record)

    def formatException(  # noqa: N802 - logging's own name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """The exception and those that led to it, without what they say."""
        error = ei[1]
        lines: list[str] = []
        while error is not None:
            lines += [*traceback.format_tb(error.__traceback__), f"{type(error).__module__}.{type(error).__name__}\n"]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "".join(lines).rstrip()


def write_log() -> None:
    """Have what is wrong written to standard error; for a process that is a hub and nothing else."""
    handler = logging.StreamHandler()
    handler.setFormatter(ReticentFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
