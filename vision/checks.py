"""Checks of the vision worker's libraries on this machine: ``python -m vision.checks`` prints what was found as JSON.

A process of its own, since a native library that does not suit the machine ends the process that loads it.
"""

from __future__ import annotations

import importlib.metadata
import json
import platform
import time
from typing import Final, TypedDict

from assets.manifest import AssetError, locate
from vision import ring
from vision.errors import MachineError

_PORTRAIT: Final = "astronaut.png"


class Finding(TypedDict):
    """One checked thing, as `vitrine doctor` reads it: ``status`` is ok, warning or failed."""

    name: str
    status: str
    finding: str
    remedy: str


def check_machine() -> Finding:
    """The machine is of a kind that the mirror runs on."""
    try:
        ring.check_machine()
    except MachineError as error:
        return Finding(name="Machine", status="failed", finding=str(error), remedy="use an x86-64 machine")
    return Finding(name="Machine", status="ok", finding=platform.machine(), remedy="")


def check_detection() -> Finding:
    """The libraries load, the models load, and the face in the sample portrait is found."""
    started = time.perf_counter()
    import cv2  # noqa: PLC0415 - what is measured, and what may end the process
    import numpy as np  # noqa: PLC0415

    from vision.tracker import FaceFinder  # noqa: PLC0415

    try:
        image = np.asarray(cv2.imread(str(locate(_PORTRAIT))), np.uint8)
        with FaceFinder() as finder:
            loaded = time.perf_counter()
            faces = finder.find(image)
    except AssetError as error:
        return Finding(name="Face tracking", status="failed", finding=str(error), remedy="vitrine models")
    took = f"loaded in {loaded - started:.1f} s, tracked in {(time.perf_counter() - loaded) * 1000:.0f} ms"
    if len(faces) != 1:
        return Finding(
            name="Face tracking",
            status="failed",
            finding=f"{len(faces)} faces found in {_PORTRAIT} instead of 1 ({took})",
            remedy="make setup",
        )
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("mediapipe", "opencv-python"))
    return Finding(name="Face tracking", status="ok", finding=f"{versions}: {took}", remedy="")


def main() -> None:
    """Print what was found."""
    for check in (check_machine, check_detection):
        print(json.dumps(check()), flush=True)  # lest the next one ends the process before it is out


if __name__ == "__main__":
    main()
