"""What is installed is pinned, hashed, from no index in particular, and explained."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")


def requirements(file: str) -> dict[str, str]:
    """The locked packages of a file and their lines, hashes with them."""
    text = (ROOT / file).read_text(encoding="utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {line.partition("==")[0]: line for line in lines}


def asked_for(file: str) -> list[str]:
    """The requirements of a file that a person wrote, as ``name==version``."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r"))]


@pytest.mark.parametrize("file", LOCKS)
def test_every_package_has_one_version_and_hashes(file: str) -> None:
    locked = requirements(file)

    assert locked
    for line in locked.values():
        assert re.fullmatch(r"[a-z0-9-]+==[^ ]+ (; .*?)?( *--hash=sha256:[0-9a-f]{64})+", line), line[:80]


@pytest.mark.parametrize("file", [*LOCKS, "requirements.in", "requirements-dev.in", "pyproject.toml", "Makefile"])
def test_no_index_is_named(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")

    assert not re.search(r"://|index-url=|--index|--find-links|--trusted-host", text)


@pytest.mark.parametrize("file", LOCKS)
@pytest.mark.parametrize("package", ["opencv-contrib-python", "opencv-python-headless", "sounddevice", "matplotlib"])
def test_what_would_write_another_cv2_or_is_never_used_is_left_out(file: str, package: str) -> None:
    assert package not in requirements(file)


@pytest.mark.parametrize("stem", ["requirements", "requirements-dev"])
def test_the_lock_has_what_was_asked_for(stem: str) -> None:
    locked = requirements(f"{stem}.txt")

    for wanted in asked_for(f"{stem}.in"):
        name, _, version = wanted.partition("==")
        assert locked[name.lower()].startswith(f"{name.lower()}=={version} "), wanted


def test_developers_run_on_what_shops_run_on() -> None:
    shop, developers = (requirements(file) for file in LOCKS)

    assert {name: developers[name] for name in shop} == shop


def test_the_readme_says_what_each_library_is_for() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    explained = " ".join(re.findall(r"^\| ([^|]+) \|", readme, re.MULTILINE))

    for wanted in asked_for("requirements.in"):
        assert wanted.partition("==")[0] in explained, wanted


def test_everything_that_is_imported_was_asked_for() -> None:
    shop = {"assets", "kiosk", "ui", "vision"}
    imported = {name for folder in shop for file in (ROOT / folder).rglob("*.py") for name in imports_of(file)}
    carriers = importlib.metadata.packages_distributions()
    # Parts of pydantic and of fastapi, whose versions those name.
    wanted = {normalised(line.partition("==")[0]) for line in asked_for("requirements.in")} | {
        "pydantic-core",
        "starlette",
    }

    for name in imported - set(sys.stdlib_module_names) - shop:
        assert {normalised(carrier) for carrier in carriers.get(name, [name])} & wanted, name


def normalised(package: str) -> str:
    """The name as package indexes compare it."""
    return re.sub("[-_.]+", "-", package).lower()


def imports_of(file: Path) -> set[str]:
    """The top-level packages that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names
