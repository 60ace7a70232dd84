from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from assets import manifest
from assets.manifest import FETCHED, MANIFEST, AssetError, Package, load_manifest, locate
from tests.assets.wheels import asset

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = Package("carrier", "1.0", "0" * 64)
ENTRY = """
[package.carrier]
version = "1.0"
sha256 = "00"

[[file]]
name = "face.task"
bytes = 4
sha256 = "11"
licence = "MIT"
source = "someone"
package = "carrier"
member = "models/face.task"
"""


def test_names_a_licence_and_a_source_for_every_file() -> None:
    files = load_manifest(MANIFEST)

    assert len({file.name for file in files}) == len(files) > 0
    assert all(file.licence and file.source for file in files)
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for file in files for digest in (file.sha256, file.package.sha256))


@pytest.mark.parametrize("name", [file.name for file in load_manifest(MANIFEST)])
def test_locates_every_file_that_was_fetched(name: str) -> None:
    assert locate(name) == FETCHED / name


def test_reads_an_entry(tmp_path: Path) -> None:
    path = tmp_path / "models.toml"
    path.write_text(ENTRY)

    (file,) = load_manifest(path)

    assert file.package == Package("carrier", "1.0", "00")
    assert (file.name, file.size, file.member) == ("face.task", 4, "models/face.task")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[file]", "is not TOML"),
        (ENTRY.replace('sha256 = "11"', ""), "sha256"),
        (ENTRY.replace('package = "carrier"', ""), "package"),
        (ENTRY.replace('package = "carrier"', 'package = "other"'), "other"),
        (ENTRY + 'colour = "red"\n', "colour"),
        ("", "package"),
    ],
)
def test_says_what_is_wrong_with_a_manifest(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "models.toml"
    path.write_text(text)

    with pytest.raises(AssetError, match=f"{re.escape(str(path))}.*{told}"):
        load_manifest(path)


def test_says_that_a_manifest_is_missing(tmp_path: Path) -> None:
    with pytest.raises(AssetError, match="cannot be read"):
        load_manifest(tmp_path / "none.toml")


def test_finds_no_fault_in_the_right_file(tmp_path: Path) -> None:
    (tmp_path / "face.task").write_bytes(b"right")

    assert asset("face.task", b"right", PACKAGE).fault_in(tmp_path) is None


@pytest.mark.parametrize(
    ("content", "told"), [(None, "is missing"), (b"", "has 0 bytes instead of 5"), (b"wrong", "its hash differs")]
)
def test_finds_the_fault_in_a_wrong_file(tmp_path: Path, content: bytes | None, told: str) -> None:
    if content is not None:
        (tmp_path / "face.task").write_bytes(content)

    assert told in str(asset("face.task", b"right", PACKAGE).fault_in(tmp_path))


def test_finds_the_fault_in_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "face.task").mkdir()

    fault = asset("face.task", b"right", PACKAGE).fault_in(tmp_path)

    assert fault is not None


def test_locating_a_missing_file_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest, "FETCHED", tmp_path)

    with pytest.raises(AssetError, match=r"face_landmarker\.task is missing; run `vitrine models`"):
        locate("face_landmarker.task")
