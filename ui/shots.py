"""Every screen and state as a picture, with a real worker on the sample face: ``python -m ui.shots OUT``."""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from assets.manifest import AssetError, locate
from kiosk.looks import load_bundled_looks
from kiosk.party import FOUNDER
from kiosk.settings import Settings
from ui.cameras import SAMPLE_FACE
from ui.display import DisplayError, virtual_display
from ui.fonts import install_fonts
from ui.front import Front, build_kiosk
from ui.models.shade_match import MatchState
from ui.picture import PictureFeed
from ui.qr import QrCode
from ui.shot_browse import browse_states
from ui.shot_camera import ShotCamera, draw_pair
from ui.shot_cart import cart_states
from ui.shot_shop import open_shot_shop
from vision.messages import FrameReady, Guidance, MirrorState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QImage

    from ui.models.kiosk import Kiosk
    from ui.shot_shop import ShotCounter, ShotShop

_SETTLE_SECONDS: Final = 0.35
_FIRST_FRAME_SECONDS: Final = 20.0
_FRAMING_SECONDS: Final = 3.0
"""In which the picture comes to rest around two faces."""
_FOUNDATION: Final = "second-skin"


@dataclass(frozen=True, slots=True)
class Format:
    """A display to draw for, and the languages in which it is drawn."""

    name: str
    width: int
    height: int
    languages: tuple[str, ...]


FORMATS: Final = (
    Format("portrait", 1080, 1920, ("en", "ar")),
    Format("portrait-other", 1080, 1920, ("el", "fr")),
    Format("landscape", 1920, 1080, ("en", "ar")),
    Format("portrait-4k", 2160, 3840, ("en", "ar")),
)


GROUPS: Final = ("live", "pair", "shop", "cart", "lost")
"""Of states, in the order in which they are drawn."""


class _Clock:
    """Time that goes by when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class _Post:
    """Has every picture there at once."""

    def __init__(self) -> None:
        self.kiosk: Kiosk | None = None
        self.works = True

    def prepare(self) -> None:
        pass

    def cancel(self, ticket: int) -> None:
        pass

    def send(self, ticket: int, picture: QImage) -> None:
        del picture
        if self.kiosk is None:
            raise RuntimeError("nobody waits for the picture")
        if self.works:
            self.kiosk.snapshot.delivered(ticket, QrCode.of("https://pictures.example.com/p/ThisIsOnlyAnExample00000"))
        else:
            self.kiosk.snapshot.refused(ticket, "the hub cannot be reached in time")


class Studio:
    """Brings the kiosk into each state, one after the other."""

    def __init__(
        self,
        front: Front,
        feed: PictureFeed,
        clock: _Clock,
        post: _Post,
        counter: ShotCounter,
        camera: ShotCamera,
        pair: Path,
    ) -> None:
        """Stand before a kiosk whose camera is live; ``pair`` is a photo of two people."""
        self._front = front
        self._kiosk: Kiosk = front.kiosk
        self._feed = feed
        self._clock = clock
        self._post = post
        self._counter = counter
        self._camera = camera
        self._pair = pair
        self._last: FrameReady | None = None
        self._guidance: Guidance | None = None
        feed.shown.connect(self._remember)

    @property
    def states(self) -> Mapping[str, Callable[[], Iterator[str]]]:
        """The walks through the states of each group."""
        walks = (self.live_states, self.pair_states, self.shop_states, self.cart_states, self.lost_states)
        return dict(zip(GROUPS, walks, strict=True))

    def wait_for_picture(self) -> None:
        """Return when there is a first frame.

        Raises:
            TimeoutError: there is none.
        """
        self._kiosk.session.start()
        self._wait(lambda: self._last is not None, "the vision worker gives no picture")
        self._leave()

    def _wait(self, ready: Callable[[], bool], trouble: str) -> None:
        end = time.monotonic() + _FIRST_FRAME_SECONDS
        while not ready():
            settle(0.05)
            if time.monotonic() > end:
                raise TimeoutError(trouble)

    def hold_still(self) -> None:
        """Just before a picture is taken: what the next camera frame would undo."""
        if self._guidance is not None and self._last is not None:
            self._feed.shown.emit(replace(self._last, guidance=self._guidance))

    def live_states(self) -> Iterator[str]:
        """The states that need a camera; the name of each, once it is on the screen."""
        kiosk = self._kiosk
        self._clock.now += 1
        yield "attract"
        kiosk.session.start()
        yield "mirror-bare"
        kiosk.looks.wear("soft-glam")
        kiosk.shelf.openCategory("lips")
        yield "mirror-lips"
        kiosk.product.pick()
        kiosk.mirror.leaveBare(0.5)
        yield "mirror-compare"
        kiosk.mirror.leaveBare(0)
        kiosk.shelf.openCategory("eyes")
        kiosk.product.pick()
        yield "mirror-eyes"
        yield from self._face_states()
        kiosk.shelf.openCategory("looks")
        yield "mirror-looks"
        kiosk.shelf.openCategory("lips")
        for page in ("wearing", "picks", "help", "language", "comfort"):
            self._open(page)
            yield f"page-{page}"
        self._open("try")
        kiosk.screen.highContrast = True
        yield "comfort-contrast"
        self._open("picks")
        yield "comfort-contrast-picks"
        self._open("try")
        kiosk.screen.highContrast = False
        kiosk.screen.largerType = True
        yield "comfort-larger"
        for page in ("wearing", "picks", "help", "language", "comfort"):
            self._open(page)
            yield f"comfort-larger-{page}"
        self._open("try")
        kiosk.screen.largerType = False
        kiosk.screen.reach = True
        yield "comfort-reach"
        kiosk.screen.reach = False
        for guidance in (Guidance.NO_FACE, Guidance.TOO_FAR, Guidance.TOO_DARK):
            self._guidance = guidance
            yield f"guidance-{guidance.replace('_', '-')}"
        self._guidance = None
        yield from self._snapshot_states()
        self._clock.now += 62
        kiosk.session.check()
        yield "still-there"
        kiosk.session.end()
        yield "goodbye"
        self._leave()

    def _face_states(self) -> Iterator[str]:
        """The shelf of the face, and finding a foundation's shade for whoever is before the camera."""
        kiosk = self._kiosk
        kiosk.shelf.openCategory("face")
        kiosk.product.pick()
        yield "mirror-face"
        kiosk.shelf.openProduct(_FOUNDATION)
        yield "mirror-foundation"
        self._open("shade")
        yield "shade-measuring"
        end = time.monotonic() + _FIRST_FRAME_SECONDS
        while kiosk.match.state == MatchState.MEASURING and time.monotonic() < end:
            settle(0.1)
        yield "shade-answer"
        self._open("try")

    def _snapshot_states(self) -> Iterator[str]:
        """The picture that a shopper takes, from the countdown to the code."""
        kiosk, snapshot = self._kiosk, self._kiosk.snapshot
        snapshot.begin()
        yield "picture-counting"
        self._clock.now += 3
        snapshot.check()
        yield "picture-offered"
        self._post.works = False
        snapshot.send()
        yield "picture-failed"
        self._post.works = True
        snapshot.send()
        yield "picture-sent"
        for comfort in ("highContrast", "largerType", "reach"):
            snapshot.letGo()
            kiosk.screen.setProperty(comfort, True)
            settle(_SETTLE_SECONDS)
            self._take_picture()
            snapshot.send()
            yield f"picture-{comfort.lower()}"
            kiosk.screen.setProperty(comfort, False)
        snapshot.letGo()

    def _take_picture(self) -> None:
        self._kiosk.snapshot.begin()
        self._clock.now += 3
        self._kiosk.snapshot.check()

    def pair_states(self) -> Iterator[str]:
        """The states with a friend beside the shopper."""
        kiosk = self._kiosk
        self._camera.show(self._pair)
        self._clock.now += 1
        kiosk.session.start()
        self._wait(lambda: kiosk.people.guest, "the vision worker sees no two people")
        kiosk.looks.wear("soft-glam")
        kiosk.shelf.openCategory("lips")
        yield "pair-offered"
        kiosk.people.welcome()
        kiosk.looks.wear("opera-red")
        settle(_FRAMING_SECONDS)
        yield "pair-friend"
        kiosk.people.dress(FOUNDER)
        yield "pair-you"
        for comfort in ("highContrast", "largerType", "reach"):
            kiosk.screen.setProperty(comfort, True)
            yield f"pair-{comfort.lower()}"
            kiosk.screen.setProperty(comfort, False)
        self._leave()

    def shop_states(self) -> Iterator[str]:
        """The shop over the mirror."""
        self._clock.now += 1
        self._kiosk.session.start()
        settle(_SETTLE_SECONDS)  # the screen of the visit before goes first
        yield from browse_states(self._kiosk, self._front.window, self._open)
        self._leave()

    def cart_states(self) -> Iterator[str]:
        """The states with something to buy."""
        self._camera.show(locate(SAMPLE_FACE))
        self._clock.now += 1
        self._kiosk.session.start()
        settle(_SETTLE_SECONDS)  # the screen of the visit before goes first
        self._kiosk.looks.wear("soft-glam")
        self._kiosk.shelf.openCategory("lips")
        yield from cart_states(self._kiosk, self._counter, self._open)
        self._leave()

    def lost_states(self) -> Iterator[str]:
        """The states without one."""
        self._camera.stop()
        kiosk = self._kiosk
        self._clock.now += 1
        kiosk.session.start()
        kiosk.shelf.openCategory("lips")
        kiosk.product.tryShade(3)
        self._feed.stateChanged.emit(MirrorState.LOST, "camera 0 does not answer")
        yield "resting"
        self._open("picks")
        yield "resting-picks-empty"
        self._feed.stateChanged.emit(MirrorState.LIVE, "")
        self._leave()

    def _open(self, page: str) -> None:
        screen = self._front.window.findChild(QObject, "mirrorScreen")
        if screen is None:
            raise LookupError("there is no visit, and no sheet to turn a page of")
        screen.setProperty("page", page)

    def _leave(self) -> None:
        self._kiosk.session.end()
        self._clock.now += 60
        self._kiosk.session.check()

    def _remember(self, ready: FrameReady) -> None:
        self._last = ready


def settle(seconds: float) -> None:
    """Let the screen draw for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def take_all(
    out: Path, formats: tuple[Format, ...], groups: tuple[str, ...], only: str, pair: Path, shop: ShotShop
) -> int:
    """Write ``<out>/<format>-<language>-<state>.png`` for every state of ``groups`` whose name contains ``only``.

    ``pair`` is a photo of two people. Gives how many there are.
    """
    clock = _Clock()
    feed = PictureFeed()
    post = _Post()
    settings = Settings()
    camera = ShotCamera(feed, settings.faces)
    camera.show(locate(SAMPLE_FACE))
    kiosk = build_kiosk(
        settings, shop.catalogue, load_bundled_looks(), feed, camera.send, clock, post=post, desks=shop.desks
    )
    post.kiosk = kiosk
    front = Front(kiosk, still=True)
    studio = Studio(front, feed, clock, post, shop.counter, camera, pair)
    count = 0
    try:
        front.window.show()
        studio.wait_for_picture()
        for states in (studio.states[group] for group in groups):
            for shape in formats:
                front.window.resize(shape.width, shape.height)
                for language in shape.languages:
                    kiosk.language.choose(language)
                    for state in states():
                        if only not in state:
                            continue
                        settle(_SETTLE_SECONDS)
                        studio.hold_still()
                        front.window.grabWindow().save(str(out / f"{shape.name}-{language}-{state}.png"))
                        count += 1
                        kiosk.language.choose(language)
    finally:
        feed.set_sink(None)
        camera.stop()
        front.close()
        kiosk.close()
    return count


def main() -> int:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(prog="python -m ui.shots", description="Draw every screen and state.")
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("--only", default="", help="states whose name contains this")
    parser.add_argument("--group", choices=GROUPS, help="one group of states only")
    parser.add_argument("--format", choices=[shape.name for shape in FORMATS], help="one display only")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    formats = tuple(shape for shape in FORMATS if arguments.format in {None, shape.name})
    groups = tuple(group for group in GROUPS if arguments.group in {None, group})
    largest = max(shape.width for shape in formats), max(shape.height for shape in formats)
    try:
        with ExitStack() as stack:
            stack.enter_context(virtual_display(*largest))
            application = QGuiApplication(["vitrine"])
            stack.callback(application.quit)
            install_fonts()
            pair = Path(stack.enter_context(TemporaryDirectory())) / "pair.png"
            draw_pair(pair)
            shop = stack.enter_context(open_shot_shop())
            count = take_all(arguments.out, formats, groups, arguments.only, pair, shop)
            print(f"{count} pictures in {arguments.out}")
    except (AssetError, DisplayError) as error:
        print(f"vitrine: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
