"""What each process loads: Qt and OpenCV never meet."""

from __future__ import annotations

import subprocess
import sys

import pytest


def loaded_by(module: str) -> set[str]:
    """The top-level packages that are loaded once ``module`` was imported in a process of its own."""
    code = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["ui.app", "ui.checks"])
def test_the_screens_process_loads_no_pixels_library(module: str) -> None:
    loaded = loaded_by(module)

    assert "PySide6" in loaded
    assert loaded.isdisjoint({"cv2", "mediapipe"})
    assert loaded.isdisjoint({"fastapi", "uvicorn", "jinja2"}), "what the hub serves with is in the hub's process only"


@pytest.mark.parametrize("module", ["vision.worker", "vision.mirror", "vision.tracker", "vision.tryon", "vision.bench"])
def test_vision_loads_no_qt_and_no_shop(module: str) -> None:
    assert loaded_by(module).isdisjoint({"PySide6", "ui", "kiosk"})


@pytest.mark.parametrize(
    "module",
    ["kiosk.visit", "kiosk.catalogue_files", "kiosk.settings", "kiosk.looks", "kiosk.checks", "kiosk.hub.child"],
)
def test_the_shop_loads_neither_qt_nor_pixels(module: str) -> None:
    assert loaded_by(module).isdisjoint({"PySide6", "ui", "cv2", "mediapipe"})


def test_the_entry_point_loads_nothing_of_the_others() -> None:
    # The vision worker is spawned with the command's own module in it: what that loads, every worker loads.
    assert loaded_by("kiosk.cli").isdisjoint({"PySide6", "ui", "vision", "cv2", "mediapipe", "numpy", "pydantic"})
