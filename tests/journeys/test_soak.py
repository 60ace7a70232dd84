"""Ten minutes of a shopper who changes everything every two seconds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import psutil
import pytest

pytestmark = [pytest.mark.screen, pytest.mark.soak]

MINUTES = 10
SETTLING_SECONDS = 120
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from kiosk.settings import Settings
import ui.app

class Restless(ui.app.Front):
    def __init__(self, kiosk):
        super().__init__(kiosk)
        self._looks = [row.lookId for row in kiosk.looks.rows.rows]
        self._changes = 0
        self._timer = QTimer()
        self._timer.timeout.connect(lambda: self._change(kiosk))
        self._timer.start(2000)

    def _change(self, kiosk):
        if self._changes == 0:
            kiosk.session.start()
        kiosk.looks.wear(self._looks[self._changes % len(self._looks)])
        kiosk.session.stir()
        self._changes += 1

if __name__ == "__main__":
    ui.app.Front = Restless
    sys.exit(ui.app.run(Settings(), demo=True, seconds=None, shot=None))
"""


def test_memory_stays_flat_and_nothing_is_left_behind(tmp_path: Path) -> None:
    program = tmp_path / "restless.py"
    program.write_text(PROGRAM, "utf-8")
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in without}
    environment["PYTHONPATH"] = str(Path.cwd())
    process = subprocess.Popen([sys.executable, str(program)], env=environment, stderr=subprocess.PIPE, text=True)
    try:
        memory = _watch(psutil.Process(process.pid))
    finally:
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 0, errors
    for name, samples in memory.items():
        at, megabytes = np.array(samples).T
        settled = at >= SETTLING_SECONDS
        slope = np.polyfit(at[settled] / 60, megabytes[settled], 1)[0]
        assert slope < 1, f"{name} grows by {slope:.2f} MB a minute"


def _watch(screen: psutil.Process) -> dict[str, list[tuple[float, float]]]:
    """Memory of the screen's process and the worker's, in MB, every five seconds."""
    started = time.monotonic()
    memory: dict[str, list[tuple[float, float]]] = {}
    while (now := time.monotonic() - started) < MINUTES * 60:
        time.sleep(5)  # what is measured is time itself
        workers = [child for child in screen.children(recursive=True) if "spawn" in " ".join(child.cmdline())]
        for name, member in (("screen", screen), *(("worker", worker) for worker in workers)):
            memory.setdefault(name, []).append((now, member.memory_info().rss / 1e6))
    assert memory.keys() == {"screen", "worker"}
    return memory
