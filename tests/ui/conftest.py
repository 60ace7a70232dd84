"""A kiosk with the sample shop, a clock that is set by hand, and no camera."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.catalogue_files import load_catalogue
from kiosk.looks import load_bundled_looks
from kiosk.settings import Settings
from tests.ui.stage import Clock, Post, Stage, Worker
from ui.fonts import install_fonts
from ui.front import Front, build_kiosk
from ui.picture import PictureFeed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.catalogue import Catalogue
    from kiosk.looks import BundledLook
    from ui.models.kiosk import Kiosk


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(Settings().catalogue)


@pytest.fixture(scope="session")
def looks() -> tuple[BundledLook, ...]:
    return load_bundled_looks()


@pytest.fixture(scope="session")
def fonts(qapp: QGuiApplication) -> None:
    install_fonts()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def worker() -> Worker:
    return Worker()


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def feed(qapp: QGuiApplication) -> PictureFeed:
    return PictureFeed()


@pytest.fixture
def kiosk(
    catalogue: Catalogue, looks: tuple[BundledLook, ...], feed: PictureFeed, worker: Worker, clock: Clock, post: Post
) -> Iterator[Kiosk]:
    kiosk = build_kiosk(Settings(), catalogue, looks, feed, worker.send, clock, post=post)
    yield kiosk
    kiosk.language.reset()


@pytest.fixture
def stage(kiosk: Kiosk, feed: PictureFeed, worker: Worker, clock: Clock, post: Post, fonts: None) -> Iterator[Stage]:
    with on_stage(kiosk, feed, worker, clock, post) as stage:
        yield stage


@pytest.fixture
def hubless(
    catalogue: Catalogue,
    looks: tuple[BundledLook, ...],
    feed: PictureFeed,
    worker: Worker,
    clock: Clock,
    post: Post,
    fonts: None,
) -> Iterator[Stage]:
    """A kiosk of a shop without a hub."""
    kiosk = build_kiosk(Settings(), catalogue, looks, feed, worker.send, clock, post=None)
    with on_stage(kiosk, feed, worker, clock, post) as stage:
        yield stage


@contextmanager
def on_stage(kiosk: Kiosk, feed: PictureFeed, worker: Worker, clock: Clock, post: Post) -> Iterator[Stage]:
    """The window of this kiosk."""
    front = Front(kiosk, still=True)
    front.window.resize(1080, 1920)
    front.window.show()
    yield Stage(front, feed, worker, clock, post)
    feed.set_sink(None)
    front.close()
