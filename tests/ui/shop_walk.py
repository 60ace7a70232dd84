"""Walks through the shop over the mirror, for tests of every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

    from tests.ui.stage import Stage

TYPED: Final = {"en": "velvt", "el": "κραγιον", "fr": "rouge", "ar": "شفاه"}
PAGES: Final = ("shop", "product")


def turn_to(stage: Stage, page: str) -> None:
    """Open a page of the sheet."""
    screen = stage.window.findChild(QObject, "mirrorScreen")
    assert screen is not None
    screen.setProperty("page", page)
    stage.settle()


def search_field(stage: Stage) -> QQuickItem:
    """Where one types."""
    (field,) = (item for item in stage.items() if item.inherits("QQuickTextField"))
    return field


def shops(stage: Stage) -> Iterator[str]:
    """Every state of the shop; ends at the mirror."""
    kiosk = stage.kiosk
    turn_to(stage, "shop")
    search_field(stage).forceActiveFocus()
    kiosk.browse.search(TYPED[kiosk.language.current])
    stage.settle()
    yield "shop, typing"
    search_field(stage).setProperty("focus", False)
    kiosk.browse.search("")
    kiosk.browse.choose("hue", "red")
    (page,) = (item for item in stage.items() if item.property("choosing") is False)
    page.setProperty("choosing", True)
    stage.settle()
    yield "shop, filters"
    page.setProperty("choosing", False)
    kiosk.browse.clear()
    kiosk.details.open("velvet-hour", "AN-01-406")
    turn_to(stage, "product")
    yield "product"
    kiosk.details.open("first-water", "")
    stage.settle()
    yield "product without colours"
    turn_to(stage, "try")
