"""The pictures of the shop over the mirror: its shelves, the search, the filters and a product's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMetaObject, QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtQuick import QQuickWindow

    from ui.models.kiosk import Kiosk

_TYPED: Final = {"en": "velvt hour", "el": "κραγιον", "fr": "etoile du soir", "ar": "مخمل"}
_COMFORTS: Final = ("highContrast", "largerType", "reach")


def browse_states(kiosk: Kiosk, window: QQuickWindow, turn_to: Callable[[str], None]) -> Iterator[str]:
    """Walk through the shop; ``turn_to`` opens a page of the sheet."""
    turn_to("shop")
    yield "shop"
    page, field = _found(window, "shopPage"), _found(window, "searchField")
    QMetaObject.invokeMethod(field, "forceActiveFocus")
    kiosk.browse.search(_TYPED[kiosk.language.current])
    yield "shop-search"
    kiosk.browse.search("")
    field.setProperty("focus", False)
    page.setProperty("choosing", True)
    yield "shop-filters"
    page.setProperty("choosing", False)
    kiosk.browse.onlyInStock(True)
    kiosk.browse.sort("unit_price")
    yield "shop-unit-price"
    kiosk.browse.reset()
    turn_to("try")
    for comfort in _COMFORTS:
        kiosk.screen.setProperty(comfort, True)
        turn_to("shop")
        yield f"shop-{comfort.lower()}"
        kiosk.details.open("petit-theatre", "")
        turn_to("product")
        yield f"product-{comfort.lower()}"
        kiosk.screen.setProperty(comfort, False)
    for product, sku in (("velvet-hour", "AN-01-406"), ("second-skin", ""), ("first-water", "")):
        kiosk.details.open(product, sku)
        turn_to("product")
        yield f"product-{product}"


def _found(window: QQuickWindow, name: str) -> QObject:
    found = window.findChild(QObject, name)
    if found is None:
        raise LookupError(f"the shop is not open: there is no {name}")
    return found
