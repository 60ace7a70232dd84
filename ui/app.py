"""The screen's process: everything is put together here, and taken apart."""

from __future__ import annotations

import signal
import socket
import sys
import threading
import time
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLocale, QMetaObject, QSize, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.calibrations import load_calibrations
from kiosk.catalogue_files import load_catalogue
from kiosk.local_hub import LocalHub
from kiosk.looks import load_bundled_looks
from kiosk.mirror_catalogue import catalogue_at_mirror
from ui.cameras import choose_camera
from ui.display import DisplayError, display
from ui.fonts import install_fonts
from ui.front import Front, build_kiosk
from ui.models.language import TranslationError
from ui.picture import PictureFeed
from ui.picture_post import PicturePost
from ui.shop_desks import shop_desks
from ui.shot import Shot, ShotError
from vision.supervisor import Supervisor, WorkerConfig

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kiosk.catalogue import Catalogue
    from kiosk.hub_address import HubAddress
    from kiosk.looks import BundledLook
    from kiosk.settings import Settings
    from ui.hub_link import HubLink
    from ui.models.kiosk import Kiosk

_SHOT_SECONDS: Final = 8.0
_HUB_AFTER_MS: Final = 500
"""So long after the first picture, or after it is known that there is none, the kiosk begins to speak to its hub."""
_SOFTWARE_FAULT: Final = 70
"""The exit status of a program that found a mistake of its own (sysexits.h): whoever watches it starts it anew."""
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
    except (DisplayError, ShotError, TranslationError) as error:
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
    picture = None if shot is None else Shot(shot)
    broken = stack.enter_context(_quit_on_broken_threads())
    feed = PictureFeed()
    # The worker's libraries take longest to load: begin with them.
    camera = choose_camera(settings.camera, demo=demo)
    calibration = load_calibrations(settings.calibrations).get(camera.name)
    gains = calibration.gains if calibration else None
    supervisor = Supervisor(WorkerConfig.mirror(camera, settings.faces, gains), feed)
    supervisor.start()
    stack.callback(supervisor.stop)
    application = QGuiApplication.instance() or QGuiApplication(["vitrine"])
    QLocale.setDefault(QLocale.c())
    install_fonts()
    looks = load_bundled_looks()
    folder = stack.enter_context(_data(settings, demo=demo))
    catalogue = _catalogue(settings, folder, looks)
    find_hub = stack.enter_context(_hub(settings, folder, demo=demo))
    post = stack.enter_context(_post(find_hub))
    shop = stack.enter_context(shop_desks(folder, catalogue, find_hub))
    kiosk = build_kiosk(settings, catalogue, looks, feed, supervisor.send, post=post, desks=shop.desks)
    stack.callback(kiosk.close)
    if shop.link is not None:
        _follow(shop.link, kiosk)
        # By itself, and not before the first picture, which its libraries would keep waiting.
        hub_time = QTimer(application, singleShot=True, interval=_HUB_AFTER_MS)
        hub_time.timeout.connect(lambda: shop.desks.counter.do(_nothing, _nothing, _nothing))
        kiosk.mirror.viewChanged.connect(hub_time.start, Qt.ConnectionType.SingleShotConnection)
    if post is not None:
        post.sent.connect(kiosk.snapshot.delivered)
        post.failed.connect(kiosk.snapshot.refused)
    front = Front(kiosk)
    stack.callback(front.close)
    stack.callback(feed.set_sink, None)
    _show(front, demo=demo)
    stack.enter_context(_quit_on(signals, application))
    if picture is not None:
        picture.plan(kiosk, front.window, seconds := seconds or _SHOT_SECONDS)
    if seconds is not None:
        QTimer.singleShot(round(seconds * 1000), application.quit)
    status = _SOFTWARE_FAULT if broken else application.exec()
    if picture is not None and not broken:
        picture.check()
    return _SOFTWARE_FAULT if broken else status


def _catalogue(settings: Settings, folder: Path, looks: Sequence[BundledLook]) -> Catalogue:
    """What lies at the mirror: as the hub told it last; else as the kiosk's own files have it."""
    told = catalogue_at_mirror(folder, [sku for look in looks for sku in look.skus])
    return load_catalogue(settings.catalogue) if told is None else told


@contextmanager
def _data(settings: Settings, *, demo: bool) -> Iterator[Path]:
    """Where the kiosk keeps its own; in the demo, a folder that goes with it."""
    if not demo:
        yield settings.data
        return
    with TemporaryDirectory(prefix="vitrine-") as folder:
        yield Path(folder)


@contextmanager
def _hub(settings: Settings, folder: Path, *, demo: bool) -> Iterator[Callable[[], HubAddress] | None]:
    """What tells where the shop's hub is, or in the demo starts one; None where there is no hub."""
    enrolled = settings.hub.enrolled(time.monotonic)
    if enrolled is not None or not demo:
        yield None if enrolled is None else enrolled.address
        return
    with closing(LocalHub(folder)) as local:
        yield local.address


@contextmanager
def _post(find_hub: Callable[[], HubAddress] | None) -> Iterator[PicturePost | None]:
    """What takes pictures to the shop's hub; None where there is no hub."""
    if find_hub is None:
        yield None
        return
    # Its libraries take a tenth of a second, while the worker, which was started before, takes its two.
    from kiosk.hub_client import HubClient  # noqa: PLC0415 - not before the worker is started

    with closing(HubClient(find_hub)) as client, PicturePost(client) as post:
        yield post


def _nothing(_: object) -> None:
    """Have a desk open, and no more."""


def _follow(link: HubLink, kiosk: Kiosk) -> None:
    """Show what comes from the hub."""
    link.cartChanged.connect(kiosk.cart.look)
    link.sent.connect(kiosk.cart.look)
    link.sent.connect(kiosk.checkout.look)
    link.statusChanged.connect(kiosk.staff.noteStatus)


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


@contextmanager
def _quit_on_broken_threads() -> Iterator[list[str]]:
    """A thread that ends of a mistake ends the program: a kiosk without its mirror's keeper would look alive for ever.

    Yields the names of the threads that did.
    """
    broken: list[str] = []

    def end(mistake: threading.ExceptHookArgs) -> None:
        threading.__excepthook__(mistake)
        broken.append(mistake.thread.name if mistake.thread else "unknown")
        if application := QCoreApplication.instance():
            QMetaObject.invokeMethod(application, "quit", Qt.ConnectionType.QueuedConnection)

    before, threading.excepthook = threading.excepthook, end
    try:
        yield broken
    finally:
        threading.excepthook = before
