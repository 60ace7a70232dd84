"""The form of a catalogue file, field by field; described for shops in docs/catalogue.md."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

import stdnum.ean
from babel.numbers import is_currency
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from kiosk.catalogue import SHELVES, Category, Tag, TaxClass
from kiosk.field_errors import between
from kiosk.unit_price import Content
from vision.looks import STYLES, Color, Finish, Kind

_EAN13_DIGITS: Final = 13
_KEY: Final = re.compile(r"[A-Za-z0-9._-]{1,40}")

_SPACES_OF_FRENCH: Final = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
"""Python counts no space but the common one as printable."""


def _ean13(digits: str) -> str:
    if len(digits) != _EAN13_DIGITS or not (digits.isascii() and digits.isdecimal()):
        raise ValueError(f"{digits[:40]!r} is not 13 digits")
    if not stdnum.ean.is_valid(digits):
        right = stdnum.ean.calc_check_digit(digits[:-1])
        raise ValueError(f"{digits!r} has the wrong check digit: it should end in {right}")
    return digits


def _swatch(text: str) -> str:
    Color.parse(text)
    return text


def _content(text: str) -> str:
    Content.parse(text)
    return text


def _each_once(words: list[Any]) -> list[Any]:
    twice = next((word for n, word in enumerate(words) if word in words[:n]), None)
    if twice is not None:
        raise ValueError(f"{str(twice)!r} is there twice")
    return words


def _currency(code: str) -> str:
    if not is_currency(code):
        raise ValueError(f"{code!r} is not the code of a currency, such as EUR")
    return code


def _text(longest: int) -> AfterValidator:
    def check(text: str) -> str:
        if len(text) > longest:
            raise ValueError(f"{text[:40]!r}... has {len(text)} characters, {longest} is the most")
        if not text.strip():
            raise ValueError("is blank")
        if not text.isprintable() and not all(letter.isprintable() or letter in _SPACES_OF_FRENCH for letter in text):
            raise ValueError(f"{text[:40]!r} has characters that cannot be shown")
        return text.strip()

    return AfterValidator(check)


def _key(text: str) -> str:
    if not _KEY.fullmatch(text):
        raise ValueError(f"{text[:40]!r} is not a key: letters, digits, dots, dashes and underscores, 40 at most")
    return text


Key = Annotated[str, AfterValidator(_key)]
Price = Annotated[int, between(1, 1_000_000)]
Size = Annotated[str, _text(20)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class NameTable(_Table):
    """A name in every language of the shop."""

    en: Annotated[str, _text(60)]
    el: Annotated[str, _text(60)]
    fr: Annotated[str, _text(60)]
    ar: Annotated[str, _text(60)]


class DescriptionTable(_Table):
    """A sentence in every language of the shop."""

    en: Annotated[str, _text(240)]
    el: Annotated[str, _text(240)]
    fr: Annotated[str, _text(240)]
    ar: Annotated[str, _text(240)]


class VariantTable(_Table):
    """``[[product.variant]]``; ``price``, ``size`` and ``content`` only where they differ from the product's."""

    code: Key
    sku: Key
    ean13: Annotated[str, AfterValidator(_ean13)]
    price: Price | None = None
    size: Size | None = None
    content: Annotated[str, AfterValidator(_content)] | None = None
    name: NameTable


class ShadeTable(VariantTable):
    """``[[product.shade]]``."""

    color: Annotated[str, AfterValidator(_swatch)]
    accents: list[Annotated[str, AfterValidator(_swatch)]] = []
    coverage: Annotated[float, between(0.05, 1)] | None = None


class ProductTable(_Table):
    """``[[product]]``.

    What the mirror paints has ``kind``, ``finish``, ``coverage`` and shades; all else has a category and variants.
    """

    id: Key
    brand: Annotated[str, _text(40)]
    kind: Annotated[Kind, Field(strict=False)] | None = None
    category: Annotated[Category, Field(strict=False)] | None = Field(default=None, validate_default=True)
    finish: Annotated[Finish, Field(strict=False)] | None = Field(default=None, validate_default=True)
    style: str = ""
    price: Price
    tax: Annotated[TaxClass, Field(strict=False)] = TaxClass.STANDARD
    size: Size
    content: Annotated[str, AfterValidator(_content)] | None = None
    coverage: Annotated[float, between(0.05, 1)] | None = Field(default=None, validate_default=True)
    ingredients: Annotated[str, _text(2000)] | None = None
    tags: Annotated[list[Annotated[Tag, Field(strict=False)]], AfterValidator(_each_once)] = []
    goes_with: Annotated[list[Key], Field(max_length=12), AfterValidator(_each_once)] = []
    name: NameTable
    description: DescriptionTable
    shade: list[ShadeTable] = Field(default=[], validate_default=True)
    variant: list[VariantTable] = Field(default=[], validate_default=True)

    @field_validator("category")
    @classmethod
    def _category_is_of_the_kind(cls, category: Category | None, info: ValidationInfo) -> Category | None:
        if "kind" not in info.data:
            return category
        kind = info.data["kind"]
        if kind is None and category is None:
            raise ValueError("is missing, and so is a kind, which would tell it")
        if kind is not None and category not in {None, SHELVES[kind]}:
            raise ValueError(f"a product of kind {kind} stands with {SHELVES[kind]}")
        return category

    @field_validator("finish", "coverage", "shade")
    @classmethod
    def _painted_products_have_it(cls, value: object, info: ValidationInfo) -> object:
        return _only(value, info, painted=True)

    @field_validator("variant")
    @classmethod
    def _others_have_it(cls, value: object, info: ValidationInfo) -> object:
        return _only(value, info, painted=False)

    @field_validator("style")
    @classmethod
    def _style_is_of_the_kind(cls, style: str, info: ValidationInfo) -> str:
        kind = info.data.get("kind")
        if kind is not None and style not in STYLES.get(kind, ()):
            raise ValueError(f"{style[:40]!r} is not one of: {', '.join(STYLES.get(kind, ())) or 'none for this kind'}")
        return style


def _only(value: object, info: ValidationInfo, *, painted: bool) -> object:
    """Refuse a field that is missing or too much, by whether the product has a kind, if that is known."""
    if "kind" not in info.data:
        return value
    wanted = painted is (info.data["kind"] is not None)
    if wanted and value in (None, []):
        raise ValueError("is missing" if value is None else "is empty")
    if not wanted and value not in (None, []):
        raise ValueError("is for products with a kind" if painted else "is for products without a kind")
    return value


class ProductDocument(ProductTable):
    """A product as it travels between hub and kiosk: the table, with the currency of its file."""

    currency: Annotated[str, AfterValidator(_currency)]


class CatalogueFile(_Table):
    """One file."""

    currency: Annotated[str, AfterValidator(_currency)]
    product: Annotated[list[ProductTable], Field(min_length=1)]
