"""What the shop sells: products, their shades, and how to find them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kiosk.tones import Tone, tone_of
from kiosk.unit_price import UnitPrice, unit_price
from vision.looks import Color, Finish, Kind, Layer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.local_text import LocalText
    from kiosk.money import Money
    from kiosk.unit_price import Content


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
    CARE = "care"
    FRAGRANCE = "fragrance"
    TOOLS = "tools"


class Tag(StrEnum):
    """What a product is or does, for shoppers who look for just that."""

    VEGAN = "vegan"
    FRAGRANCE_FREE = "fragrance_free"
    FOR_SENSITIVE_SKIN = "sensitive"
    SUN_PROTECTION = "sun_protection"
    WATERPROOF = "waterproof"
    LONG_WEAR = "long_wear"
    REFILLABLE = "refillable"
    NEW = "new"


class TaxClass(StrEnum):
    """Which of a store's rates is in the price."""

    STANDARD = "standard"
    REDUCED = "reduced"
    ZERO = "zero"


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
class Variant:
    """One article of a product: what is scanned, put in a cart and paid for.

    Attributes:
        sku: the shop's own key, unique in the catalogue.
        code: what the package says ("412"), unique in its product.
        name: what it is called ("Vesper", "50 ml").
        ean13: the barcode's 13 digits, check digit right, unique in the catalogue.
        price, size, content: where they differ from the product's; else None.
    """

    sku: str
    code: str
    name: LocalText
    ean13: str
    price: Money | None = field(default=None, kw_only=True)
    size: str | None = field(default=None, kw_only=True)
    content: Content | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Shade(Variant):
    """One colour of a product that the mirror paints.

    Attributes:
        color: the swatch.
        coverage: how opaque one honest application is, 0..1.
        accents: the further colours of a palette or of a two-tone lipstick, as many as ``vision.looks.MOST_ACCENTS``
            allows its kind.
    """

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

    def layer(self, product: PaintedProduct, coverage: float | None = None, style: str | None = None) -> Layer:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What stands on the shelf.

    Attributes:
        id: unique in the catalogue ("velvet-hour").
        brand: whose it is.
        name, description: what the shopper reads; the description is one sentence.
        category: the shelf that it stands on.
        price: of each variant that has none of its own, tax included.
        tax: which tax that is.
        size: what is in the package, as it says ("3.5 g").
        content: the same as an amount; None where the price of a unit would tell nothing.
        ingredients: the INCI list as on the package; empty for what has none.
        tags: what it is or does.
        goes_with: the ids of products that are used with it.
        variants: at least one, in the order of the display.
    """

    id: str
    brand: str
    name: LocalText
    description: LocalText
    category: Category
    price: Money
    tax: TaxClass = TaxClass.STANDARD
    size: str
    content: Content | None = None
    ingredients: str = ""
    tags: tuple[Tag, ...] = ()
    goes_with: tuple[str, ...] = ()
    variants: tuple[Variant, ...]

    def price_of(self, variant: Variant) -> Money:
        """What one of its variants costs, tax included."""
        return self.price if variant.price is None else variant.price

    def size_of(self, variant: Variant) -> str:
        """What is in the package of one of its variants."""
        return self.size if variant.size is None else variant.size

    def unit_price_of(self, variant: Variant) -> UnitPrice | None:
        """What one of its variants costs by the unit; None where that would tell nothing."""
        content = variant.content if variant.size is not None else self.content
        return None if content is None else unit_price(self.price_of(variant), content)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedProduct(Product):
    """What the mirror can put on a face.

    Attributes:
        kind, finish: what the mirror paints; the kind decides the category.
        style: the placement that it comes with, one of ``vision.looks.STYLES[kind]``; empty for the kind's own default.
        variants: its shades.
    """

    kind: Kind
    finish: Finish
    style: str = ""
    variants: tuple[Shade, ...]

    @property
    def shades(self) -> tuple[Shade, ...]:
        """The colours that it comes in."""
        return self.variants


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that the shop sells, in the order of its shelves."""

    products: tuple[Product, ...]
    _by_id: dict[str, Product] = field(init=False, repr=False, compare=False)
    _by_sku: dict[str, tuple[Product, Variant]] = field(init=False, repr=False, compare=False)
    _to_try: dict[Category, tuple[PaintedProduct, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index what is looked up by key."""
        variants = ((product, variant) for product in self.products for variant in product.variants)
        object.__setattr__(self, "_by_id", {product.id: product for product in self.products})
        object.__setattr__(self, "_by_sku", {variant.sku: (product, variant) for product, variant in variants})
        painted = self.painted
        shelves = {each: tuple(product for product in painted if product.category is each) for each in Category}
        object.__setattr__(self, "_to_try", shelves)

    @property
    def painted(self) -> tuple[PaintedProduct, ...]:
        """What the mirror can put on, in order."""
        return tuple(product for product in self.products if isinstance(product, PaintedProduct))

    def to_try(self, category: Category) -> tuple[PaintedProduct, ...]:
        """What the mirror can put on of one category, in order."""
        return self._to_try[category]

    def product(self, product_id: str) -> Product | None:
        """The product with this id; None when the shop does not sell it."""
        return self._by_id.get(product_id)

    def painted_by_id(self, product_id: str) -> PaintedProduct | None:
        """The product with this id that the mirror can put on; None where there is no such one."""
        product = self.product(product_id)
        return product if isinstance(product, PaintedProduct) else None

    def by_sku(self, sku: str) -> tuple[Product, Variant] | None:
        """The variant with this SKU and its product; None when the shop does not sell it."""
        return self._by_sku.get(sku)

    def shade(self, sku: str) -> tuple[PaintedProduct, Shade] | None:
        """The shade with this SKU and its product; None when the mirror cannot paint it."""
        match self.by_sku(sku):
            case (PaintedProduct() as product, Shade() as shade):
                return product, shade
        return None
