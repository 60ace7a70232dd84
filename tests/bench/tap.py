"""How long a tap takes until it is on disk and screen, with the hub down: ``python -m tests.bench.tap``.

The window, the view models, the desk's thread and the disk are the kiosk's own; the hub's address is one at which
nobody listens. A tap begins with the finger's release and ends twice: when the view models know that it is on the disk,
and when a whole frame that shows it was drawn and read back, which is more than a display waits for.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.catalogue_files import load_catalogue
from kiosk.hub_address import HubAddress
from kiosk.looks import load_bundled_looks
from kiosk.settings import Settings
from tests.ui.stage import visible
from ui.fonts import install_fonts
from ui.front import Front, build_kiosk
from ui.picture import PictureFeed
from ui.shop_desks import shop_desks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtQuick import QQuickItem

    from ui.models.kiosk import Kiosk

_VISIT_TAPS: Final = 50
_SECONDS: Final = 20.0
_NOBODY: Final = HubAddress("http://127.0.0.1:9", "http://127.0.0.1:9", "0" * 32)


def main() -> int:
    """Measure, and print the figures as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.tap")
    parser.add_argument("--taps", type=int, default=300)
    arguments = parser.parse_args()
    application = QGuiApplication(["vitrine"])
    install_fonts()
    settings = Settings()
    catalogue = load_catalogue(settings.catalogue)
    feed = PictureFeed()
    with tempfile.TemporaryDirectory() as folder, shop_desks(Path(folder), catalogue, lambda: _NOBODY) as shop:
        kiosk = build_kiosk(
            settings, catalogue, load_bundled_looks(), feed, lambda _: None, post=None, desks=shop.desks
        )
        front = Front(kiosk, still=True)
        front.window.resize(1080, 1920)
        front.window.show()
        kiosk._open_desks()
        kept: list[float] = []
        shown: list[float] = []
        while len(kept) < arguments.taps:
            _visit(front, min(_VISIT_TAPS, arguments.taps - len(kept)), kept, shown)
        feed.set_sink(None)
        front.close()
        kiosk.close()
    application.quit()
    json.dump({"taps": len(kept), "kept": _figures(kept), "shown": _figures(shown)}, sys.stdout, indent=2)
    return 0


def _visit(front: Front, taps: int, kept: list[float], shown: list[float]) -> None:
    """Wear a look, put it all into the cart, and tap on one line after the other."""
    kiosk: Kiosk = front.kiosk
    kiosk.session.start()
    _wait(kiosk, lambda: kiosk.cart.view is not None)
    kiosk.looks.wear("soft-glam")
    kiosk.cart.addWorn()
    _wait(kiosk, lambda: kiosk.cart.count == kiosk.wearing.count)
    screen = front.window.findChild(QObject, "mirrorScreen")
    if screen is None:
        raise RuntimeError("there is no visit")
    screen.setProperty("page", "cart")
    front.window.grabWindow()
    for tap in range(taps):
        kiosk.session.stir()
        row = kiosk.cart.rows.rows[tap % 5]
        where = _middle(_button(front, f"One more of {row.name}"))
        before = kiosk.cart.count
        QTest.mousePress(front.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        begin = time.perf_counter()
        QTest.mouseRelease(front.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        _wait(kiosk, partial(_has, kiosk, before + 1))
        kept.append(time.perf_counter() - begin)
        front.window.grabWindow()
        shown.append(time.perf_counter() - begin)
    kiosk.session.end()


def _wait(kiosk: Kiosk, ready: Callable[[], bool]) -> None:
    """Let events happen until it is so."""
    if ready():
        return
    loop = QEventLoop()
    late = QTimer(singleShot=True, interval=round(_SECONDS * 1000))
    late.timeout.connect(loop.quit)
    late.start()
    look = kiosk.cart.changed.connect(lambda: loop.quit() if ready() else None)
    loop.exec()
    kiosk.cart.changed.disconnect(look)
    if not ready():
        raise TimeoutError("the desk does not answer")


def _has(kiosk: Kiosk, count: int) -> bool:
    return bool(kiosk.cart.count == count)


def _button(front: Front, name: str) -> QQuickItem:
    return next(item for item in visible(front.window.contentItem()) if item.property("text") == name)


def _middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(item.boundingRect().center()).toPoint()


def _figures(seconds: list[float]) -> dict[str, float]:
    """In milliseconds."""
    cuts = statistics.quantiles(seconds, n=100)
    return {name: round(cuts[at - 1] * 1000, 1) for name, at in (("p50", 50), ("p95", 95), ("p99", 99))}


if __name__ == "__main__":
    sys.exit(main())
