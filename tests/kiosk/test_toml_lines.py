from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.toml_lines import TomlPath, lines_of, nearest_line

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENT = '''# Everything that TOML has.
title = "a # b ] , }"
"quoted key" = 'x'
a.b . c = 1

[table]
basic = """
two "lines" \\" ""
"""
literal = \'\'\'
it's [not] a = list\'\'\'
date = 1979-05-27 07:32:00Z
mixed = [ [1, 2], # a comment, with ] in it
  { k = "v", deep.er = [true] },
]
empty = []
none = {}

[[shop]]
id = 1
  [[shop.shade]]
  code = "x"
  [[shop.shade]]
  code = "y"
  [shop.shade.name]
  en = "Y"
[[shop]]
[shop.size]
value = 2
'''


def _paths(value: Any, path: TomlPath = ()) -> Iterator[TomlPath]:
    """Every path of what the standard parser made of a document."""
    if path:
        yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from _paths(child, (*path, key))


def test_every_value_that_the_parser_finds_has_a_line_and_nothing_else_has() -> None:
    assert set(lines_of(DOCUMENT)) == set(_paths(tomllib.loads(DOCUMENT)))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 'title = "a # b ] , }"'),
        (("quoted key",), "\"quoted key\" = 'x'"),
        (("a", "b", "c"), "a.b . c = 1"),
        (("table", "literal"), "literal = '''"),
        (("table", "mixed", 0, 1), "mixed = [ [1, 2], # a comment, with ] in it"),
        (("table", "mixed", 1, "deep", "er", 0), '{ k = "v", deep.er = [true] },'),
        (("shop", 0, "shade", 1, "code"), 'code = "y"'),
        (("shop", 0, "shade", 1, "name", "en"), 'en = "Y"'),
        (("shop", 1, "size", "value"), "value = 2"),
    ],
)
def test_a_value_is_on_its_line(path: TomlPath, line: str) -> None:
    assert DOCUMENT.splitlines()[lines_of(DOCUMENT)[path] - 1].strip() == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("shop", 0, "price"), "[[shop]]"),
        (("shop", 0, "shade", 0, "name", "en"), "[[shop.shade]]"),
        (("table", "empty", 0), "empty = []"),
        (("nothing",), "# Everything that TOML has."),
        ((), "# Everything that TOML has."),
    ],
)
def test_what_is_missing_is_looked_for_in_the_table_around_it(path: TomlPath, line: str) -> None:
    assert DOCUMENT.splitlines()[nearest_line(lines_of(DOCUMENT), path) - 1].strip() == line


def test_line_ends_of_windows_count_once() -> None:
    assert lines_of("a = 1\r\nb = 2\r\n") == {("a",): 1, ("b",): 2}


keys = st.sampled_from(["a", "b", '"c d"', "'e.f'", "1"])
scalars = st.sampled_from(['"#]},"', "'x = [1]'", "1", "-2.5e3", "true", "07:32:00", '"""a\n"b" """', "'''\n]'''"])
inline = st.recursive(
    scalars,
    lambda values: st.one_of(
        st.lists(values, max_size=3).map(lambda items: f"[ {' , '.join(items)} ]"),
        st.lists(values, max_size=3).map(lambda items: "[\n" + "".join(f"{item}, # ]\n" for item in items) + "]"),
        st.dictionaries(keys, scalars.filter(lambda text: "\n" not in text), max_size=3).map(
            lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"
        ),
    ),
    max_leaves=8,
)


@given(st.lists(st.dictionaries(keys, inline, max_size=4), max_size=4))
def test_any_document_is_walked_as_the_parser_reads_it(tables: list[dict[str, str]]) -> None:
    text = "".join("[[t]]\n" + "".join(f"{key} = {value}\n" for key, value in table.items()) for table in tables)
    lines = lines_of(text)
    assert set(lines) == set(_paths(tomllib.loads(text)))
    assert [lines["t", n] for n in range(len(tables))] == [
        n for n, line in enumerate(text.splitlines(), start=1) if line == "[[t]]"
    ]
