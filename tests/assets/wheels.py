"""Makes small wheels, so that fetching is tested on real packages without a network."""

from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING

from assets.manifest import AssetFile, Package

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def make_wheel(folder: Path, name: str, members: Mapping[str, bytes], tag: str = "py3-none-any") -> Package:
    """Lay a wheel of release 1.0 in ``folder`` and give the package that it is."""
    path = folder / f"{name}-1.0-{tag}.whl"
    info = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        for member, content in members.items():
            wheel.writestr(member, content)
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n")
        wheel.writestr(f"{info}/RECORD", "")
    pinned_tag = "" if tag == "py3-none-any" else tag
    return Package(name, "1.0", hashlib.sha256(path.read_bytes()).hexdigest(), pinned_tag)


def asset(name: str, content: bytes, package: Package, member: str = "") -> AssetFile:
    """Describe a file with this content."""
    return AssetFile(
        name=name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        licence="Public domain",
        source="the tests",
        package=package,
        member=member or f"models/{name}",
    )
