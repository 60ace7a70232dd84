"""A small shop for tests: products as they are needed."""

from __future__ import annotations

from typing import Final

from kiosk.catalogue import SHELVES, Catalogue, PaintedProduct, Shade
from kiosk.local_text import LocalText
from kiosk.money import Money
from vision.looks import Color, Finish, Kind

_COLORS: Final = (Color(0xAA, 0x14, 0x28), Color(0xC9, 0x90, 0x86), Color(0x3B, 0x33, 0x37))


def shade(sku: str, color: Color = _COLORS[0], coverage: float = 0.8) -> Shade:
    """A shade whose code, name and SKU are the same."""
    return Shade(sku, sku, LocalText({"en": sku}), "2900000000018", color, coverage)


def product(product_id: str, kind: Kind, finish: Finish = Finish.SATIN, style: str = "") -> PaintedProduct:
    """A product in three shades."""
    return PaintedProduct(
        id=product_id,
        brand="Atelier Noé",
        name=LocalText({"en": product_id}),
        description=LocalText({"en": f"About {product_id}."}),
        category=SHELVES[kind],
        kind=kind,
        finish=finish,
        style=style,
        price=Money(2400, "EUR"),
        size="3.5 g",
        variants=tuple(shade(f"{product_id}-{n}", color) for n, color in enumerate(_COLORS)),
    )


def shop() -> Catalogue:
    """Two products of every kind."""
    return Catalogue(tuple(product(f"{kind}-{n}", kind) for kind in Kind for n in range(2)))
