"""The demo as it is started, while somebody shops: the code for the phone, the order, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import psutil
import pytest

pytestmark = [pytest.mark.screen, pytest.mark.slow]

NOTE: Final = "a marked note for the shop 4711"

PROGRAM: Final = f"""
import sys
from PySide6.QtCore import QTimer
from kiosk.settings import Settings
import ui.app

class ShoppingFront(ui.app.Front):
    def __init__(self, kiosk):
        super().__init__(kiosk)
        self._told = set()
        kiosk.mirror.viewChanged.connect(self._begin)
        kiosk.cart.changed.connect(self._hand_over)
        kiosk.handoff.changed.connect(self._order)
        kiosk.checkout.changed.connect(self._leave)

    def _once(self, what):
        if what in self._told:
            return False
        self._told.add(what)
        print(what, flush=True)
        return True

    def _begin(self):
        if self.kiosk.session.phase == "attract":
            self.kiosk.session.start()
            self.kiosk.looks.wear("soft-glam")
            self.kiosk.cart.addWorn()
            self.kiosk.cart.writeNote({NOTE!r})

    def _hand_over(self):
        if self.kiosk.cart.note and self._once("in the cart"):
            self.kiosk.handoff.begin()

    def _order(self):
        if self.kiosk.handoff.state == "failed":
            QTimer.singleShot(300, self.kiosk.handoff.begin)
        elif self.kiosk.handoff.state == "shown" and self._once("handed over"):
            self.kiosk.checkout.payAtTill()

    def _leave(self):
        if self.kiosk.checkout.step == "refused":
            print(self.kiosk.checkout.reason, flush=True)
        if self.kiosk.checkout.confirmed and self._once("confirmed"):
            self.kiosk.session.end()
            QTimer.singleShot(1000, lambda: self._once("left"))

if __name__ == "__main__":
    ui.app.Front = ShoppingFront
    sys.exit(ui.app.run(Settings(), demo=True, seconds=90, shot=None))
"""


def test_a_shopper_of_the_demo_buys_and_leaves_nothing_behind(tmp_path: Path) -> None:
    program = tmp_path / "shopping.py"
    program.write_text(PROGRAM, "utf-8")
    files = tmp_path / "files"
    files.mkdir()
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in without}
    environment |= {"PYTHONPATH": str(Path.cwd()), "TMPDIR": str(files)}
    with subprocess.Popen(
        [sys.executable, str(program)],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as demo:
        assert demo.stdout is not None
        assert demo.stderr is not None
        for step in ("in the cart", "handed over", "confirmed", "left"):
            said = demo.stdout.readline().strip()
            if said != step:
                demo.kill()
            assert said == step, demo.stderr.read()
        family = psutil.Process(demo.pid).children(recursive=True)
        (folder,) = (path.parent for path in files.rglob("shop.db"))
        kept = [path for path in folder.glob("shop.db*") if NOTE.encode() in path.read_bytes()]
        demo.send_signal(signal.SIGTERM)
        errors = demo.stderr.read()
        demo.wait(20)
    _, alive = psutil.wait_procs(family, timeout=5)
    assert not alive
    assert not kept
    assert "Traceback" not in errors
    assert NOTE not in errors
