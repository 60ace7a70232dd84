"""The screen's process: everything is put together here, and taken apart."""

from __future__ import annotations

import signal
import socket
import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, QSize, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.catalogue_files import load_catalogue
from kiosk.looks import load_bundled_looks
from ui.cameras import choose_camera
from ui.display import DisplayError, display
from ui.fonts import install_fonts
from ui.front import Front, build_kiosk
from ui.models.language import TranslationError
from ui.picture import PictureFeed, quieten_codecs
from vision.supervisor import Supervisor, WorkerConfig

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.settings import Settings

_SHOT_LOOK: Final = "soft-glam"
"""What ``--shot`` wears, so that the picture shows what the mirror is for."""

_SHOT_SECONDS: Final = 8.0
_MARGIN_SECONDS: Final = 1.0
_DEMO_SHAPE: Final = QSize(9, 16)


def run(settings: Settings, *, demo: bool, seconds: float | None, shot: Path | None) -> int:
    """Run the kiosk until it is told to end; gives the exit status.

    Args:
        settings: how this kiosk is set up.
        demo: a window instead of the full screen, and a sample face where there is no camera.
        seconds: end by itself after so long.
        shot: write a PNG of the mirror, wearing a bundled look, before the end (after 8 s where ``seconds`` is None).

    Raises:
        AssetError, CatalogueError, LookError: something that the kiosk needs is missing or wrong.
    """
    try:
        with ExitStack() as stack:
            signals = stack.enter_context(_signals())
            stack.enter_context(display())
            return _run(settings, stack, signals, demo=demo, seconds=seconds, shot=shot)
    except (DisplayError, TranslationError) as error:
        print(f"vitrine: {error}", file=sys.stderr)
        return 1


def _run(
    settings: Settings,
    stack: ExitStack,
    signals: socket.socket,
    *,
    demo: bool,
    seconds: float | None,
    shot: Path | None,
) -> int:
    feed = PictureFeed()
    # The worker's libraries take longest to load: begin with them.
    supervisor = Supervisor(WorkerConfig.mirror(choose_camera(settings.camera, demo=demo), settings.faces), feed)
    supervisor.start()
    stack.callback(supervisor.stop)
    quieten_codecs()
    application = QGuiApplication.instance() or QGuiApplication(["vitrine"])
    QLocale.setDefault(QLocale.c())
    install_fonts()
    looks = load_bundled_looks()
    kiosk = build_kiosk(settings, load_catalogue(settings.catalogue), looks, feed, supervisor.send)
    front = Front(kiosk)
    stack.callback(front.close)
    stack.callback(feed.set_sink, None)
    _show(front, demo=demo)
    stack.enter_context(_quit_on(signals, application))
    saved = True
    if shot is not None:
        seconds = seconds or _SHOT_SECONDS
        kiosk.session.start()
        kiosk.looks.wear(_SHOT_LOOK)
        kiosk.shelf.openCategory("lips")

        def take() -> None:
            nonlocal saved
            saved = front.window.grabWindow().save(str(shot))

        QTimer.singleShot(round(max(0.0, seconds - _MARGIN_SECONDS) * 1000), take)
    if seconds is not None:
        QTimer.singleShot(round(seconds * 1000), application.quit)
    status = application.exec()
    if not saved:
        print(f"vitrine: {shot}: the picture cannot be written there", file=sys.stderr)
        return 1
    return status


def _show(front: Front, *, demo: bool) -> None:
    window = front.window
    screen = window.screen()
    if demo:
        room = screen.availableGeometry()
        window.resize(_DEMO_SHAPE.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
        window.setPosition(room.topLeft())
        window.show()
    else:
        window.setFlags(Qt.WindowType.FramelessWindowHint)
        window.setGeometry(screen.geometry())
        window.setCursor(Qt.CursorShape.BlankCursor)
        window.showFullScreen()


@contextmanager
def _signals() -> Iterator[socket.socket]:
    """Turn Ctrl-C and SIGTERM into bytes on a socket: Qt's event loop would not let Python see them.

    One that comes before the loop runs waits there for it.
    """
    reading, writing = socket.socketpair()
    reading.setblocking(False)
    writing.setblocking(False)
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)}
    wakeup = signal.set_wakeup_fd(writing.fileno())
    try:
        yield reading
    finally:
        signal.set_wakeup_fd(wakeup)
        for number, handler in before.items():
            signal.signal(number, handler)
        reading.close()
        writing.close()


@contextmanager
def _quit_on(signals: socket.socket, application: QCoreApplication) -> Iterator[None]:
    """End the event loop once there is a byte to read."""
    notifier = QSocketNotifier(signals.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(application.quit)
    try:
        yield
    finally:
        notifier.setEnabled(False)
