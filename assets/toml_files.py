"""Reading a TOML file that a person wrote, and what to tell them where that fails."""

from __future__ import annotations

import stat
import tomllib
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LARGEST: Final = 8 * 1024 * 1024
"""Bytes; the largest shop's file is a tenth of it."""

_DEEPEST: Final = 20
"""Tables and lists within each other; a catalogue has six, and what explains a mistake recurses through them all."""

_LONGEST: Final = 60
"""Characters of a wrong value that are told."""

_TOO_DEEP: Final = f"has tables and lists more than {_DEEPEST} deep within each other"


class TomlError(Exception):
    """A file that cannot be read or is not TOML; one sentence that names it, and the line where that is known."""


class Toml(NamedTuple):
    """A file as text, for the lines of its mistakes, and as data."""

    text: str
    data: dict[str, Any]


def read_toml(path: Path) -> Toml:
    """Read one file.

    Raises:
        TomlError: that is not possible.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # A pipe or a device may have no end, and no size that says so.
            raise TomlError(f"{path}: is not a file")
        if status.st_size > _LARGEST:
            raise TomlError(f"{path}: is larger than {_LARGEST // 1024 // 1024} MB")
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except OSError as error:
        raise TomlError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise TomlError(f"{path}: is not text in UTF-8") from error
    except ValueError as error:  # The parser's own, or Python's for a number of thousands of digits.
        raise TomlError(f"{path}: is not TOML: {error}") from error
    except RecursionError as error:
        raise TomlError(f"{path}: {_TOO_DEEP}") from error
    if _is_deeper(data, _DEEPEST):
        raise TomlError(f"{path}: {_TOO_DEEP}")
    return Toml(text, data)


def quoted(value: object) -> str:
    """A wrong value for the sentence about it: on one line, and cut where it is long, for it may be anything."""
    try:
        text = f"{value:.12g}" if isinstance(value, float) else repr(value)
    except ValueError:  # Python's, lest somebody wait for it.
        text = "a number of thousands of digits"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def _is_deeper(data: object, levels: int) -> bool:
    """Whether tables and lists stand within each other more than so many times."""
    level = [data]
    for _ in range(levels + 1):
        level = [child for value in level for child in _children(value)]
    return bool(level)


def _children(value: object) -> Iterable[object]:
    match value:
        case dict():
            return value.values()
        case list():
            return value
        case _:
            return ()
