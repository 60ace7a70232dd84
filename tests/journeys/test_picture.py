"""A picture's whole way: from the mirror to a phone, or to nowhere."""

from __future__ import annotations

import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import psutil
import pytest
from PySide6.QtGui import QImage

from kiosk.hub_client import HubClient
from kiosk.local_hub import LocalHub
from kiosk.settings import Settings
from tests.fakes.browser import PROGRAM, Browser
from tests.ui.conftest import (
    catalogue,
    clock,
    counter,
    desks,
    feed,
    fonts,
    kiosk,
    looks,
    on_stage,
    post,
    qapp_cls,
    reader,
    shop_folder,
    shopping,
    stage,
    worker,
)
from tests.ui.stage import WITHOUT_SOUND, GreyRing
from ui.front import build_kiosk
from ui.picture_post import PicturePost, as_jpeg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from kiosk.catalogue import Catalogue
    from kiosk.looks import BundledLook
    from tests.ui.stage import Clock, Counter, Post, Stage, Worker
    from ui.front import Desks
    from ui.picture import PictureFeed

pytestmark = WITHOUT_SOUND

__all__ = [
    "catalogue",
    "clock",
    "counter",
    "desks",
    "feed",
    "fonts",
    "kiosk",
    "looks",
    "post",
    "qapp_cls",
    "reader",
    "shop_folder",
    "shopping",
    "stage",
    "worker",
]

JPEG: Final = b"\xff\xd8\xff"
"""How such a picture begins."""


class MarkedRing:
    """Its pictures are made of one mark, which is nowhere else in memory: here it is kept upside down."""

    def __init__(self) -> None:
        self.inverse = np.random.default_rng(7).integers(0, 255, 64).astype(np.uint8)

    def copy_to(self, slot: int, sequence: int, out: NDArray[np.uint8]) -> bool:
        del slot, sequence
        rows = out.reshape(out.shape[0], -1)
        rows[:] = np.resize(self.inverse, rows.shape[1])
        np.invert(out, out=out)
        return True


def is_in_memory(inverse: NDArray[np.uint8]) -> bool:
    """Whether the mark, whose inverse this is, is anywhere in what this process can write; makes no copy of it."""
    wanted = inverse.tobytes()
    window = bytearray(1 << 22)
    view = np.frombuffer(window, np.uint8)
    kernel = Path("/proc/self")
    with (kernel / "maps").open(encoding="ascii") as maps, (kernel / "mem").open("rb", buffering=0) as memory:
        regions = [line.split() for line in maps]
        for span, rights, *_ in regions:
            start, end = (int(address, 16) for address in span.split("-"))
            while "w" in rights and start < end:
                memory.seek(start)
                try:
                    count = memory.readinto(memoryview(window)[: end - start])
                except OSError:  # it went meanwhile, or is a device's
                    break
                np.invert(view, out=view)
                found = window.find(wanted, 0, count) >= 0
                view[:] = 0
                if found:
                    return True
                start += count if count < len(window) else count - len(wanted)
    return False


@pytest.fixture
def connected(
    catalogue: Catalogue,
    looks: tuple[BundledLook, ...],
    feed: PictureFeed,
    worker: Worker,
    clock: Clock,
    post: Post,
    desks: Desks,
    counter: Counter,
    fonts: None,
    tmp_path: Path,
) -> Iterator[Stage]:
    """A kiosk with a hub of its own, as the demo has."""
    with ExitStack() as stack:
        hub = stack.enter_context(closing(LocalHub(tmp_path)))
        real = stack.enter_context(PicturePost(stack.enter_context(closing(HubClient(hub.address)))))
        kiosk = build_kiosk(Settings(), catalogue, looks, feed, worker.send, clock, post=real, desks=desks)
        stack.callback(kiosk.close)
        real.sent.connect(kiosk.snapshot.delivered)
        real.failed.connect(kiosk.snapshot.refused)
        yield stack.enter_context(on_stage(kiosk, feed, worker, clock, post, counter))


def pose(stage: Stage, ring: MarkedRing) -> None:
    """Begin a visit, put something on and have a picture taken."""
    stage.touch("Start")
    stage.live()
    stage.kiosk.looks.wear("evening")
    stage.show_pixels(ring)
    stage.touch("Take a picture")
    for left in (3, 2, 1):
        assert stage.reads(str(left))
        stage.clock.now += 1
        stage.kiosk.snapshot.check()
        stage.settle()
    assert stage.reads("Your picture")
    assert all(stage.reads(row.name) for row in stage.kiosk.wearing.worn.rows), "what is worn is listed"


def send(stage: Stage, qtbot: QtBot) -> str:
    """Have the picture sent; the link that a phone reads from the screen."""
    stage.touch("Send to my phone")
    qtbot.waitUntil(lambda: stage.kiosk.snapshot.delivery == "sent", timeout=20_000)
    stage.settle()
    return stage.read_code()


@pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed")
def test_a_picture_is_sent_seen_saved_and_deleted(connected: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    pose(connected, MarkedRing())
    link = send(connected, qtbot)
    crop = connected.kiosk.mirror.crop
    connected.touch("Done")
    with Browser("fr", tmp_path) as phone:
        phone.open(link)
        assert phone.property("html", "lang") == "fr"
        assert phone.property("h1", "textContent") == "Votre photo"
        assert phone.property("img", "naturalHeight") == pytest.approx(crop.height() * 720, abs=2)
        saved = QImage(str(phone.save("a.primary")))
        assert saved.width() == phone.property("img", "naturalWidth")
        phone.press("button")
        phone.wait_for("Page.loadEventFired")
        assert phone.property("h1", "textContent") == "Cette photo n’est plus là"
        phone.open(link)
        assert phone.property("h1", "textContent") == "Cette photo n’est plus là"
    connected.kiosk.session.end()
    connected.settle()
    assert connected.reads("waits ten minutes behind its code")


def test_after_the_hub_died_the_next_picture_still_gets_there(connected: Stage, qtbot: QtBot) -> None:
    pose(connected, MarkedRing())
    first = send(connected, qtbot)
    for child in psutil.Process().children():
        if "kiosk.hub.child" in child.cmdline():
            child.kill()
            child.wait(5)
    connected.touch("Done")
    connected.take_picture()
    assert send(connected, qtbot) not in {"", first}


@pytest.mark.skipif(sys.platform != "linux", reason="looks at its own memory as Linux shows it")
def test_what_a_picture_is_scaled_to_is_not_left_in_memory() -> None:
    strip = QImage(3000, 16, QImage.Format.Format_RGB32)
    inverse = np.resize(~np.array([0x56, 0x34, 0x12, 0xFF], np.uint8), 4096)
    strip.fill(0xFF123456)
    assert is_in_memory(inverse)
    assert as_jpeg(strip)
    strip.fill(0)
    assert not is_in_memory(inverse)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at its own memory as Linux shows it")
@pytest.mark.parametrize("way", ["let go", "ended", "quiet"])
def test_no_picture_is_left_on_the_screen_in_memory_or_on_disk(
    connected: Stage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    for variable in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR"):
        monkeypatch.setenv(variable, str(tmp_path))
    ring = MarkedRing()
    pose(connected, ring)
    code = send(connected, qtbot) and connected.kiosk.snapshot.codePath
    assert is_in_memory(ring.inverse), "the mark is there to be found"
    assert any(code in text for text in connected.properties())
    match way:
        case "let go":
            connected.touch("Done")
            connected.show_pixels(GreyRing())
        case "ended":
            connected.kiosk.session.end()
        case "quiet":
            connected.wait(61)
            connected.show_pixels(GreyRing())
    connected.settle()
    assert not [text for text in connected.properties() if code in text]
    assert connected.read_code() == ""
    assert not is_in_memory(ring.inverse)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.name.split(".")[0] for path in files} == {"hub", "shop"}, "their databases, and nothing else"
    assert not [path for path in files if JPEG in path.read_bytes()]
