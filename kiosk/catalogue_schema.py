"""The form of a catalogue file, field by field; described for shops in docs/catalogue.md."""

from __future__ import annotations

import re
from typing import Annotated, Final

import stdnum.ean
from babel.numbers import is_currency
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from kiosk.field_errors import between
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
        if not all(letter.isprintable() or letter in _SPACES_OF_FRENCH for letter in text):
            raise ValueError(f"{text[:40]!r} has characters that cannot be shown")
        return text.strip()

    return AfterValidator(check)


def _key(text: str) -> str:
    if not _KEY.fullmatch(text):
        raise ValueError(f"{text[:40]!r} is not a key: letters, digits, dots, dashes and underscores, 40 at most")
    return text


Key = Annotated[str, AfterValidator(_key)]


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


class ShadeTable(_Table):
    """``[[product.shade]]``."""

    code: Key
    sku: Key
    ean13: Annotated[str, AfterValidator(_ean13)]
    color: Annotated[str, AfterValidator(_swatch)]
    accents: list[Annotated[str, AfterValidator(_swatch)]] = []
    coverage: Annotated[float, between(0.05, 1)] | None = None
    name: NameTable


class ProductTable(_Table):
    """``[[product]]``."""

    id: Key
    brand: Annotated[str, _text(40)]
    kind: Annotated[Kind, Field(strict=False)]
    finish: Annotated[Finish, Field(strict=False)]
    style: str = ""
    price: Annotated[int, between(1, 1_000_000)]
    size: Annotated[str, _text(20)]
    coverage: Annotated[float, between(0.05, 1)]
    name: NameTable
    description: DescriptionTable
    shade: Annotated[list[ShadeTable], Field(min_length=1)]

    @field_validator("style")
    @classmethod
    def _style_is_of_the_kind(cls, style: str, info: ValidationInfo) -> str:
        kind = info.data.get("kind")
        if kind is not None and style not in STYLES.get(kind, ()):
            raise ValueError(f"{style[:40]!r} is not one of: {', '.join(STYLES.get(kind, ())) or 'none for this kind'}")
        return style


class CatalogueFile(_Table):
    """One file."""

    currency: Annotated[str, AfterValidator(_currency)]
    product: Annotated[list[ProductTable], Field(min_length=1)]
