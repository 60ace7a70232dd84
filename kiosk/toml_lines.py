"""On which line of a TOML file a value stands, so that a mistake in it can be shown.

The standard parser keeps no positions and is several times faster than those that do. So files are read with it, and
only when one of them has a mistake is its text walked again, here, for the lines.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

TomlPath = tuple[str | int, ...]
"""Keys and list indices from the document's root to a value: ``("product", 2, "name", "el")``."""

_BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE: Final = re.compile(r"[ \t]*")
_KEY_PART: Final = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_SCALAR: Final = re.compile(
    r'''"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}|\'\'\'(?:[^']|'{1,2}(?!'))*'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^,\]}#\n]+''',
    re.DOTALL,
)


def lines_of(text: str) -> Mapping[TomlPath, int]:
    """The line (1 and up) of every table, key and list item of a document that the standard parser accepts."""
    return _Walk(text).lines


def nearest_line(lines: Mapping[TomlPath, int], path: TomlPath) -> int:
    """The line of the value at ``path``, or of the nearest table around it where there is no such value."""
    return next((lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in lines), 1)


class _Walk:
    """One pass over a valid document.

    Attributes:
        lines: what was found so far.
    """

    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", "\n")
        self._at = 0
        self._line_ends = [match.start() for match in re.finditer("\n", self._text)]
        self._lengths: dict[TomlPath, int] = {}
        self.lines: dict[TomlPath, int] = {}
        table: TomlPath = ()
        while self._skip(_BLANK) < len(self._text):
            table = self._header() if self._text[self._at] == "[" else self._pair(table)

    def _header(self) -> TomlPath:
        """``[a.b]`` or ``[[a.b]]``; answers the table that the following keys belong to."""
        is_list = self._text.startswith("[[", self._at)
        self._at += 2 if is_list else 1
        line = self._line()
        *parents, last = self._key()
        self._at += 2 if is_list else 1
        table: TomlPath = ()
        for part in parents:
            table = self._newest((*table, part))
            self.lines.setdefault(table, line)
        table = (*table, last)
        if is_list:
            self.lines.setdefault(table, line)
            self._lengths[table] = self._lengths.get(table, 0) + 1
            table = self._newest(table)
        self.lines.setdefault(table, line)
        return table

    def _newest(self, table: TomlPath) -> TomlPath:
        """Where keys under ``table`` go: into its last element, where it is a list of tables."""
        return (*table, self._lengths[table] - 1) if table in self._lengths else table

    def _pair(self, table: TomlPath) -> TomlPath:
        """``key = value``; answers the table it was in."""
        line = self._line()
        path = table
        for part in self._key():
            path = (*path, part)
            self.lines.setdefault(path, line)
        self._at += len("=")
        self._value(path)
        return table

    def _key(self) -> list[str]:
        """A dotted key, and the blanks around it."""
        parts: list[str] = []
        while True:
            self._skip(_SPACE)
            raw = self._take(_KEY_PART)
            parts.append(tomllib.loads(f"key = {raw}")["key"] if raw[0] in "\"'" else raw)
            self._skip(_SPACE)
            if not self._text.startswith(".", self._at):
                return parts
            self._at += 1

    def _value(self, path: TomlPath) -> None:
        self._skip(_SPACE)
        match self._text[self._at]:
            case "[":
                self._sequence("]", path, is_table=False)
            case "{":
                self._sequence("}", path, is_table=True)
            case _:
                self._take(_SCALAR)

    def _sequence(self, end: str, path: TomlPath, *, is_table: bool) -> None:
        """A list or an inline table, up to and with its closing bracket."""
        self._at += 1
        index = 0
        while self._text[self._skip(_BLANK)] != end:
            if is_table:
                self._pair(path)
            else:
                self.lines[(*path, index)] = self._line()
                self._value((*path, index))
                index += 1
            if self._text[self._skip(_BLANK)] == ",":
                self._at += 1
        self._at += 1

    def _line(self) -> int:
        return bisect_left(self._line_ends, self._at) + 1

    def _skip(self, pattern: re.Pattern[str]) -> int:
        """Move past what the pattern, which also matches nothing, finds here; answers where that is."""
        self._take(pattern)
        return self._at

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise ValueError(f"this is not TOML, at character {self._at}")
        self._at = match.end()
        return match.group()
