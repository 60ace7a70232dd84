"""Reading a TOML file that a person wrote, and what to tell them where that fails."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST: Final = 8 * 1024 * 1024
"""Bytes; the largest shop's file is a tenth of it."""


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
        if path.stat().st_size > _LARGEST:
            raise TomlError(f"{path}: is larger than {_LARGEST // 1024 // 1024} MB")
        text = path.read_text(encoding="utf-8")
        return Toml(text, tomllib.loads(text))
    except OSError as error:
        raise TomlError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise TomlError(f"{path}: is not text in UTF-8") from error
    except ValueError as error:  # The parser's own, or Python's for a number of thousands of digits.
        raise TomlError(f"{path}: is not TOML: {error}") from error
    except RecursionError as error:
        raise TomlError(f"{path}: has brackets within brackets without end") from error
