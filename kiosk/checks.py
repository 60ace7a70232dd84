"""Checks of what the kiosk stands on: the machine, the packages, the files, the settings and the shop's data."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil

from assets.manifest import FETCHED, MANIFEST, AssetError, load_manifest
from kiosk.calibrations import CalibrationFileError, load_calibrations
from kiosk.catalogue import CatalogueError
from kiosk.catalogue_files import load_catalogue
from kiosk.findings import Finding, failed, ok, warning
from kiosk.looks import load_bundled_looks
from kiosk.settings import DEFAULT_FILE, SettingsError, load_settings
from kiosk.shop_checks import check_hub, check_unsent
from vision.looks import LookError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.settings import CameraSource

_GB: Final = 1e9
_MB: Final = 1e6
_DAY: Final = 86_400.0
_YEAR: Final = 365 * _DAY
_RIVALS: Final = ("opencv-contrib-python", "opencv-contrib-python-headless", "opencv-python-headless")
"""Each writes the same `cv2` as opencv-python, over it."""


def check_python() -> Finding:
    """Python itself and the machine that it runs on."""
    found = f"{platform.python_version()} on {platform.system()} {platform.machine()}, {sys.executable}"
    return ok("Python", found)


def check_packages() -> Finding:
    """Every package that Vitrine names is there, in the version that was tested, and none overwrites another."""
    rivals = [name for name in _RIVALS if _version(name)]
    if rivals:
        return failed(
            "Packages", f"{rivals[0]} overwrites opencv-python's cv2", f"pip uninstall {rivals[0]}; make setup"
        )
    wanted = [requirement.split("==") for requirement in importlib.metadata.requires("vitrine") or []]
    wrong = [
        f"{name} is {_version(name) or 'missing'} instead of {version}"
        for name, version in wanted
        if _version(name) != version
    ]
    if wrong:
        return failed("Packages", "; ".join(wrong), "make setup")
    return ok("Packages", ", ".join(f"{name} {version}" for name, version in wanted))


def check_files() -> Finding:
    """The fetched models and fonts are there and right to the last byte."""
    try:
        files = load_manifest(MANIFEST)
    except AssetError as error:
        return failed("Models and fonts", str(error), "install Vitrine again")
    faults = [f"{file.name} {fault}" for file in files if (fault := file.fault_in(FETCHED))]
    if faults:
        return failed("Models and fonts", "; ".join(faults), "vitrine models")
    return ok("Models and fonts", f"{len(files)} files are right")


def check_memory() -> Finding:
    """There is memory for the vision worker (about 0.5 GB), the screen and the system."""
    memory = psutil.virtual_memory()
    found = f"{memory.available / _GB:.1f} of {memory.total / _GB:.1f} GB free"
    if memory.available < 0.5 * _GB:
        return failed("Memory", found, "close other programs, or fit more memory")
    if memory.available < 1.5 * _GB:
        return warning("Memory", found, "a mirror is at ease with 1.5 GB free")
    return ok("Memory", found)


def check_shared_memory() -> Finding:
    """The frames' way from the worker to the screen has room; containers often have little."""
    folder = Path("/dev/shm")  # noqa: S108 - the kernel's folder, whose size is asked for
    if not folder.is_dir():
        return ok("Shared memory", "this system needs no folder for it")
    if not os.access(folder, os.W_OK | os.X_OK):
        return failed("Shared memory", f"this user may not write in {folder}", f"chmod 1777 {folder}")
    free = shutil.disk_usage(folder).free
    found = f"{free / _MB:,.0f} MB free in {folder}"
    if free < 150 * _MB:
        return failed("Shared memory", found, f"give {folder} 256 MB or more (containers: --shm-size)")
    return ok("Shared memory", found)


def check_disk() -> Finding:
    """There is room to work in."""
    folder = tempfile.gettempdir()
    free = shutil.disk_usage(folder).free
    found = f"{free / _GB:.1f} GB free in {folder}"
    if free < 0.1 * _GB:
        return failed("Disk", found, "make room")
    if free < 1 * _GB:
        return warning("Disk", found, "make room soon")
    return ok("Disk", found)


def check_clock() -> Finding:
    """The clock is not earlier than the installation, nor in another age."""
    now = time.time()
    found = time.strftime("%Y-%m-%d %H:%M:%S %Z", time.localtime(now))
    installed = Path(__file__).stat().st_mtime
    if not installed - _DAY < now < installed + 30 * _YEAR:
        return failed(
            "Clock", f"{found}, which cannot be", "set it and let the system keep it (timedatectl set-ntp true)"
        )
    return ok("Clock", found)


def check_camera(source: CameraSource) -> Finding:
    """The camera of the settings is there and this user may use it; whether it gives a picture, `vitrine run` says."""
    if isinstance(source, Path):
        return _check_camera_file(source)
    if sys.platform != "linux":
        return ok("Camera", "not looked for: this system has no list of them that is free to read")
    devices = sorted(Path("/dev").glob("video*"))
    wanted = devices if source == "auto" else [device for device in devices if device.name == f"video{source}"]
    if not wanted:
        missing = "none is connected" if source == "auto" else f"there is no camera {source}"
        return warning(
            "Camera", missing, "connect it; until then the kiosk works by touch, the demo with a sample face"
        )
    if not any(map(_may_use, wanted)):
        return failed(
            "Camera", f"this user may not use {wanted[0]}", "add the user to the group `video`, sign in again"
        )
    return ok("Camera", ", ".join(f"{device} ({_camera_name(device)})" for device in filter(_may_use, wanted)))


def check_settings(path: Path | None) -> Iterator[Finding]:
    """The settings can be read; and the camera, the shop and the looks are as they say."""
    try:
        settings = load_settings(path)
    except SettingsError as error:
        yield failed("Settings", "; ".join(str(error).splitlines()), "mend the settings")
        return
    file = path or DEFAULT_FILE
    yield ok("Settings", str(file) if file.exists() else f"built-in, as there is no {file}")
    yield check_camera(settings.camera.source)
    yield _check_calibrations(settings.calibrations)
    yield _check_catalogue(settings.catalogue)
    yield _check_looks()
    yield check_hub(settings.hub.enrolled(time.monotonic))
    yield from check_unsent(settings.data)


def _check_calibrations(path: Path) -> Finding:
    try:
        calibrations = load_calibrations(path)
    except CalibrationFileError as error:
        return failed("Calibration", str(error), "vitrine calibrate")
    if not calibrations:
        return ok("Calibration", "none: the light is read from the whites of people's eyes alone")
    return ok("Calibration", ", ".join(f"{name} on {one.at:%Y-%m-%d}" for name, one in calibrations.items()))


def _check_catalogue(folder: Path) -> Finding:
    try:
        catalogue = load_catalogue(folder)
    except CatalogueError as error:
        more = f" (and {error.count - 1:,} more)" if error.count > 1 else ""
        return failed("Catalogue", str(error).splitlines()[0] + more, "mend the catalogue")
    variants = sum(len(product.variants) for product in catalogue.products)
    return ok("Catalogue", f"{len(catalogue.products)} products in {variants} shades and sizes from {folder}")


def _check_looks() -> Finding:
    try:
        return ok("Looks", f"{len(load_bundled_looks())} looks")
    except LookError as error:
        return failed("Looks", str(error), "install Vitrine again")


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _check_camera_file(path: Path) -> Finding:
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises for a name that is too long, or a locked folder
        return warning("Camera", f"{path} is not there", "connect it, or name another in the settings")
    if not os.access(path, os.R_OK):
        return failed("Camera", f"this user may not read {path}", "let the user read it (devices: the group `video`)")
    return ok("Camera", str(path))


def _may_use(device: Path) -> bool:
    return os.access(device, os.R_OK | os.W_OK)


def _camera_name(device: Path) -> str:
    name = Path("/sys/class/video4linux", device.name, "name")
    return name.read_text(encoding="utf-8").strip() if name.is_file() else "unnamed"
