"""The demo as it is started, while somebody has their picture sent: however it ends, its hub ends, too."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

pytestmark = [pytest.mark.screen, pytest.mark.slow]

PROGRAM = """
import sys
from kiosk.settings import Settings
import ui.app

class Posing(ui.app.Front):
    def __init__(self, kiosk):
        super().__init__(kiosk)
        kiosk.mirror.viewChanged.connect(self._pose)
        kiosk.snapshot.stateChanged.connect(self._send)
        kiosk.snapshot.deliveryChanged.connect(self._tell)

    def _pose(self):
        if self.kiosk.session.phase == "attract":
            self.kiosk.session.start()
        if self.kiosk.snapshot.state == "off":
            self.kiosk.snapshot.begin()

    def _send(self):
        if self.kiosk.snapshot.state == "held":
            self.kiosk.snapshot.send()

    def _tell(self):
        if self.kiosk.snapshot.delivery in {"sent", "failed"}:
            print(self.kiosk.snapshot.delivery, self.kiosk.snapshot.reason, flush=True)

if __name__ == "__main__":
    ui.app.Front = Posing
    sys.exit(ui.app.run(Settings(), demo=True, seconds=60, shot=None))
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_the_demos_hub_comes_with_a_picture_and_goes_with_the_demo(tmp_path: Path, number: signal.Signals) -> None:
    program = tmp_path / "posing.py"
    program.write_text(PROGRAM, "utf-8")
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in without}
    environment["PYTHONPATH"] = str(Path.cwd())
    with subprocess.Popen(
        [sys.executable, str(program)],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as demo:
        assert demo.stdout is not None
        assert demo.stdout.readline().strip() == "sent"
        family = psutil.Process(demo.pid).children(recursive=True)
        assert any("kiosk.hub.child" in member.cmdline() for member in family)
        demo.send_signal(number)
        demo.wait(15)
    _, alive = psutil.wait_procs(family, timeout=5)
    assert not alive
