"""What is written on a cart's line about an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.cart.views import ItemName
from kiosk.catalogue import Shade

if TYPE_CHECKING:
    from kiosk.catalogue import Product, Variant


def item_name(product: Product, variant: Variant) -> ItemName:
    """Whose it is and what it is called; a shade's colour too."""
    swatch = str(variant.color) if isinstance(variant, Shade) else None
    return ItemName(product.brand, product.name, variant.name, swatch)
