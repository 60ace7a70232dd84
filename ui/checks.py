"""Checks of Qt and the display on this machine: ``python -m ui.checks`` prints what was found as JSON.

A process of its own, since Qt ends the process in which it finds no display.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, qVersion
from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

from kiosk.findings import Finding, Status, failed, ok, warning

_PLUGIN_PATHS: Final = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_PLUGIN_PATH")
_GL_RENDERER: Final = 0x1F01
"""OpenGL's name for the question which renderer this is."""

_WITHOUT_SERVER: Final = ("eglfs", "linuxfb")
"""Qt's ways to draw on the machine's own screen."""

_SOFTWARE: Final = ("llvmpipe", "softpipe", "swrast", "software")
"""Renderers that draw without a graphics card call themselves so."""


def check_plugin_paths() -> Finding:
    """No variable leads Qt to the plug-ins of another Qt, such as the one that OpenCV carries."""
    for variable in _PLUGIN_PATHS:
        folder = os.environ.get(variable)
        if folder and not Path(folder).is_relative_to(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)):
            return failed("Qt plug-ins", f"{variable} leads Qt to {folder}", f"unset {variable}")
    return ok("Qt plug-ins", f"Qt {qVersion()} uses its own")


def check_display() -> Finding:
    """There is a display to draw on."""
    if sys.platform != "linux":
        return ok("Display", "the system's own")
    if os.environ.get("QT_QPA_PLATFORM") in _WITHOUT_SERVER:
        return ok("Display", f"Qt's {os.environ['QT_QPA_PLATFORM']}, which needs no server")
    if named := os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"):
        return ok("Display", named)
    if shutil.which("Xvfb"):
        return warning(
            "Display", "none", "run the kiosk in a graphical session; `vitrine demo` starts a virtual display"
        )
    return failed("Display", "none, and no Xvfb to start a virtual one", "make setup, or run in a graphical session")


def check_drawing() -> Finding:
    """Qt draws with OpenGL, on a graphics card where there is one."""
    application = QGuiApplication([])
    surface = QOffscreenSurface()
    surface.create()
    context = QOpenGLContext()
    if not context.create() or not context.makeCurrent(surface):
        return failed(
            "Drawing", f"no OpenGL on Qt's {application.platformName()}", "install the graphics card's driver"
        )
    renderer = str(context.functions().glGetString(_GL_RENDERER))
    context.doneCurrent()
    found = f"{renderer}, on Qt's {application.platformName()}"
    if any(word in renderer.lower() for word in _SOFTWARE):
        return warning(
            "Drawing", f"{found}: without a graphics card", "install the graphics card's driver, if it has one"
        )
    return ok("Drawing", found)


def main() -> None:
    """Print the findings."""
    display = check_display()
    for finding in (check_plugin_paths(), display):
        _print(finding)
    if display.status is Status.OK:
        _print(check_drawing())


def _print(finding: Finding) -> None:
    # At once: should the next check end the process, this one is known.
    print(json.dumps(asdict(finding)), flush=True)


if __name__ == "__main__":
    main()
