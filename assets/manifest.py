"""Which files come from packages, by name, size and hash (``models.toml``), and where they lie once fetched."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).resolve().parent
"""The folder that holds the data files and this package."""

FETCHED: Final = DATA / "fetched"
"""Where the files of the manifest lie."""

MANIFEST: Final = DATA / "models.toml"

_REMEDY: Final = "run `vitrine models`"


class AssetError(Exception):
    """A file that is needed is missing or wrong; one sentence that says which and what to do."""


@dataclass(frozen=True, slots=True)
class Package:
    """A release that carries files.

    Attributes:
        name, version: as the package index knows it.
        sha256: of the wheel, hexadecimal.
        tag: the wheel's ``python-abi-platform`` where it is built per platform; empty for one that suits every machine.
    """

    name: str
    version: str
    sha256: str
    tag: str = ""

    def __str__(self) -> str:
        """Name and version, as a requirement."""
        return f"{self.name}=={self.version}"


@dataclass(frozen=True, slots=True)
class AssetFile:
    """One file of the manifest.

    Attributes:
        name: what it is called here.
        size: bytes.
        sha256: of the file, hexadecimal.
        licence: SPDX identifier, or "Public domain".
        source: who made it.
        package: what carries it.
        member: its path inside the package's wheel.
    """

    name: str
    size: int
    sha256: str
    licence: str
    source: str
    package: Package
    member: str

    def fault_in(self, folder: Path) -> str | None:
        """Say what is wrong with the copy in ``folder``, or None when it is right to the last byte."""
        path = folder / self.name
        try:
            size = path.stat().st_size
            if size != self.size:
                return f"has {size:,} bytes instead of {self.size:,}"
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            return "is missing"
        except OSError as error:
            return f"cannot be read ({error.strerror})"
        return None if digest == self.sha256 else "is not the file that it should be (its hash differs)"


def load_manifest(path: Path) -> tuple[AssetFile, ...]:
    """Read a manifest.

    Raises:
        AssetError: the file cannot be read, or an entry lacks a field or has one too many.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        packages = {name: Package(name, **fields) for name, fields in data["package"].items()}
        return tuple(_asset_file(entry, packages) for entry in data["file"])
    except OSError as error:
        raise AssetError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AssetError(f"{path}: is not TOML: {error}") from error
    except KeyError as error:
        raise AssetError(f"{path}: {error.args[0]}: is missing") from error
    except TypeError as error:
        raise AssetError(f"{path}: an entry is wrong: {error}") from error


def locate(name: str) -> Path:
    """Give the path of a fetched file whose content is what the manifest promises.

    Raises:
        AssetError: the file is missing, cut short or another one.
        KeyError: the manifest knows no file of this name.
    """
    asset = {asset.name: asset for asset in load_manifest(MANIFEST)}[name]
    fault = asset.fault_in(FETCHED)
    if fault:
        raise AssetError(f"{FETCHED / name} {fault}; {_REMEDY}")
    return FETCHED / name


def _asset_file(entry: dict[str, Any], packages: dict[str, Package]) -> AssetFile:
    package = packages[entry.pop("package")]
    return AssetFile(size=entry.pop("bytes"), package=package, **entry)
