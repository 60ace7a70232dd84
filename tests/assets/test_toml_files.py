from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from assets.toml_files import TomlError, read_toml

if TYPE_CHECKING:
    from pathlib import Path


def _mistake(path: Path) -> str:
    with pytest.raises(TomlError) as caught:
        read_toml(path)
    return str(caught.value)


def test_a_file_is_given_as_text_and_as_data(tmp_path: Path) -> None:
    path = tmp_path / "right.toml"
    path.write_text('name = "Βελούδινη"\n', encoding="utf-8")
    assert read_toml(path) == ('name = "Βελούδινη"\n', {"name": "Βελούδινη"})


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"\xff\xfe\x00", "is not text in UTF-8"),
        (b"x = ", "is not TOML: "),
        (b"x = " + b"9" * 5000, "is not TOML: "),
        (b"x = " + b"[" * 100_000, "has tables and lists more than 20 deep"),
        (b"x = " + b"[" * 21 + b"]" * 21, "has tables and lists more than 20 deep"),
        (b"x" + b".x" * 3000 + b" = 1", "has tables and lists more than 20 deep"),
        (b"#" * 9_000_000, "is larger than 8 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_used_is_told_in_a_sentence(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(content)
    assert _mistake(path).startswith(f"{path}: {complaint}")


@pytest.mark.parametrize("depth", [1, 20])
def test_what_is_nested_a_little_is_read(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "deep.toml"
    path.write_text("x = " + "[" * depth + "]" * depth, encoding="utf-8")
    assert list(read_toml(path).data) == ["x"]


def test_a_missing_file_is_told_so(tmp_path: Path) -> None:
    assert _mistake(tmp_path / "none.toml") == f"{tmp_path / 'none.toml'}: cannot be read: No such file or directory"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert _mistake(tmp_path / "pipe.toml") == f"{tmp_path / 'pipe.toml'}: is not a file"
