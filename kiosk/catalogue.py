"""What the shop sells: products, their shades, and how to find them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kiosk.tones import Tone, tone_of
from vision.looks import Color, Finish, Kind, Layer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.local_text import LocalText
    from kiosk.money import Money


class CatalogueError(Exception):
    """A catalogue that cannot be used: one line for each mistake, each naming file, line and field.

    Attributes:
        count: how many mistakes there are; of very many, the message has the first.
    """

    def __init__(self, message: str, count: int = 1) -> None:
        super().__init__(message)
        self.count = count


class Category(StrEnum):
    """The shelves, in the order in which they stand."""

    LIPS = "lips"
    EYES = "eyes"
    BROWS = "brows"
    FACE = "face"


SHELVES: Final[Mapping[Kind, Category]] = {
    Kind.LIPSTICK: Category.LIPS,
    Kind.LIP_LINER: Category.LIPS,
    Kind.EYESHADOW: Category.EYES,
    Kind.EYELINER: Category.EYES,
    Kind.LASHES: Category.EYES,
    Kind.LENS: Category.EYES,
    Kind.BROWS: Category.BROWS,
    Kind.FOUNDATION: Category.FACE,
    Kind.CONCEALER: Category.FACE,
    Kind.BLUSH: Category.FACE,
    Kind.BRONZER: Category.FACE,
    Kind.CONTOUR: Category.FACE,
    Kind.HIGHLIGHTER: Category.FACE,
}
"""Where each kind of product stands."""


@dataclass(frozen=True, slots=True)
class Shade:
    """One colour of a product: what a shopper tries, picks and pays for.

    Attributes:
        sku: the shop's own key, unique in the catalogue.
        code: what the package says ("412"), unique in its product.
        name: what it is called ("Vesper").
        ean13: the barcode's 13 digits, check digit right, unique in the catalogue.
        color: the swatch.
        coverage: how opaque one honest application is, 0..1.
        accents: the further colours of a palette or of a two-tone lipstick, as many as ``vision.looks.MOST_ACCENTS``
            allows its kind.
    """

    sku: str
    code: str
    name: LocalText
    ean13: str
    color: Color
    coverage: float
    accents: tuple[Color, ...] = ()

    @property
    def colors(self) -> tuple[Color, ...]:
        """The swatch and the accents."""
        return (self.color, *self.accents)

    @property
    def tone(self) -> Tone:
        """The swatch in words, for shoppers who do not see it."""
        return tone_of(self.color)

    def layer(self, product: Product, coverage: float | None = None, style: str | None = None) -> Layer:
        """How ``product`` in this shade is painted; what is None is as the product comes.

        Raises:
            ValueError: a coverage outside 0..1, or a style that the product's kind does not have.
        """
        return Layer(
            product.kind,
            self.color,
            product.finish,
            self.coverage if coverage is None else coverage,
            product.style if style is None else style,
            self.accents,
        )


@dataclass(frozen=True, slots=True)
class Product:
    """What stands on the shelf.

    Attributes:
        id: unique in the catalogue ("velvet-hour").
        brand: whose it is.
        name, description: what the shopper reads; the description is one sentence.
        kind, finish: what the mirror paints.
        style: the placement that it comes with, one of ``vision.looks.STYLES[kind]``; empty for the kind's own default.
        price: of each shade, tax included.
        size: what is in the package ("3.5 g").
        shades: at least one, in the order of the display.
    """

    id: str
    brand: str
    name: LocalText
    description: LocalText
    kind: Kind
    finish: Finish
    style: str
    price: Money
    size: str
    shades: tuple[Shade, ...]

    @property
    def category(self) -> Category:
        """The shelf that it stands on."""
        return SHELVES[self.kind]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that the shop sells, in the order of its shelves."""

    products: tuple[Product, ...]
    _by_id: dict[str, Product] = field(init=False, repr=False, compare=False)
    _by_sku: dict[str, tuple[Product, Shade]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index what is looked up by key."""
        shades = ((product, shade) for product in self.products for shade in product.shades)
        object.__setattr__(self, "_by_id", {product.id: product for product in self.products})
        object.__setattr__(self, "_by_sku", {shade.sku: (product, shade) for product, shade in shades})

    def on_shelf(self, category: Category) -> tuple[Product, ...]:
        """The products of one category, in order."""
        return tuple(product for product in self.products if product.category is category)

    def product(self, product_id: str) -> Product | None:
        """The product with this id; None when the shop does not sell it."""
        return self._by_id.get(product_id)

    def by_sku(self, sku: str) -> tuple[Product, Shade] | None:
        """The shade with this SKU and its product; None when the shop does not sell it."""
        return self._by_sku.get(sku)
