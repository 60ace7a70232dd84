"""A product as it is worn: the shade, how much of it, and where it is placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vision.looks import Kind, Layer, Look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.catalogue import PaintedProduct, Shade

PAINT_ORDER: Final = (
    Kind.FOUNDATION,
    Kind.CONCEALER,
    Kind.CONTOUR,
    Kind.BRONZER,
    Kind.BLUSH,
    Kind.HIGHLIGHTER,
    Kind.BROWS,
    Kind.EYESHADOW,
    Kind.EYELINER,
    Kind.LASHES,
    Kind.LIP_LINER,
    Kind.LIPSTICK,
    Kind.LENS,
)
"""The order of a make-up artist's hand: the base first, what lies on it later."""


@dataclass(frozen=True, slots=True)
class Worn:
    """One product on the face.

    Attributes:
        product, shade: what it is; the shade is one of the product's.
        coverage: how much of it, 0..1.
        style: where it is placed, one of ``vision.looks.STYLES[kind]``; empty for a kind with one placement.
    """

    product: PaintedProduct
    shade: Shade
    coverage: float
    style: str

    @classmethod
    def as_it_comes(cls, product: PaintedProduct, shade: Shade) -> Worn:
        """With the coverage and the placement of the product itself."""
        layer = shade.layer(product)
        return cls(product, shade, layer.coverage, layer.style)

    @property
    def kind(self) -> Kind:
        """What it is; a face wears one product of each kind."""
        return self.product.kind

    def layer(self) -> Layer:
        """What the mirror paints."""
        return self.shade.layer(self.product, self.coverage, self.style)


def in_paint_order(worn: Iterable[Worn]) -> tuple[Worn, ...]:
    """The same products, the first to be painted first."""
    return tuple(sorted(worn, key=lambda item: PAINT_ORDER.index(item.kind)))


def look_of(worn: Iterable[Worn], name: str = "") -> Look:
    """The look that these products make, painted in the order in which they are given."""
    return Look(name, tuple(item.layer() for item in worn))
