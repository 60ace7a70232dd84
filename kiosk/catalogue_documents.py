"""Products as tables of a file or documents on the wire, and back."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from kiosk.catalogue import SHELVES, PaintedProduct, Product, Shade, Variant
from kiosk.catalogue_schema import ProductDocument
from kiosk.local_text import LocalText
from kiosk.money import Money
from kiosk.unit_price import Content
from vision.looks import Color

if TYPE_CHECKING:
    from kiosk.catalogue_schema import ProductTable, ShadeTable, VariantTable


def product_of(table: ProductTable, currency: str) -> Product:
    """The product that a table describes; ``currency`` is that of its prices."""
    common: dict[str, Any] = {
        "id": table.id,
        "brand": table.brand,
        "name": LocalText(table.name.model_dump()),
        "description": LocalText(table.description.model_dump()),
        "price": Money(table.price, currency),
        "tax": table.tax,
        "size": table.size,
        "content": _content(table.content, table.size),
        "ingredients": table.ingredients or "",
        "tags": tuple(table.tags),
        "goes_with": tuple(table.goes_with),
    }
    if table.category is not None and table.kind is None:
        variants = tuple(Variant(**_variant(variant, currency)) for variant in table.variant)
        return Product(**common, category=table.category, variants=variants)
    if table.kind is None or table.finish is None or table.coverage is None:
        raise ValueError(f"the table of {table.id} was never validated")
    return PaintedProduct(
        **common,
        category=SHELVES[table.kind],
        kind=table.kind,
        finish=table.finish,
        style=table.style,
        variants=tuple(_shade(shade, currency, table.coverage) for shade in table.shade),
    )


def document_of(product: Product) -> ProductDocument:
    """The document of a product."""
    fields: dict[str, Any] = {
        "id": product.id,
        "brand": product.brand,
        "price": product.price.minor,
        "currency": product.price.currency,
        "tax": product.tax,
        "size": product.size,
        "content": None if product.content is None else str(product.content),
        "ingredients": product.ingredients or None,
        "tags": list(product.tags),
        "goes_with": list(product.goes_with),
        "name": dict(product.name),
        "description": dict(product.description),
    }
    if isinstance(product, PaintedProduct):
        coverage = product.shades[0].coverage
        fields |= {"kind": product.kind, "finish": product.finish, "coverage": coverage}
        fields |= {"style": product.style} if product.style else {}
        fields["shade"] = [_shade_fields(shade) for shade in product.shades]
    else:
        fields |= {"category": product.category, "variant": [_fields(variant) for variant in product.variants]}
    return ProductDocument.model_validate(fields)


def _shade(table: ShadeTable, currency: str, coverage: float) -> Shade:
    return Shade(
        **_variant(table, currency),
        color=Color.parse(table.color),
        accents=tuple(Color.parse(accent) for accent in table.accents),
        coverage=coverage if table.coverage is None else table.coverage,
    )


def _variant(table: VariantTable, currency: str) -> dict[str, Any]:
    return {
        "sku": table.sku,
        "code": table.code,
        "name": LocalText(table.name.model_dump()),
        "ean13": table.ean13,
        "price": None if table.price is None else Money(table.price, currency),
        "size": table.size,
        "content": None if table.size is None else _content(table.content, table.size),
    }


def _content(told: str | None, size: str) -> Content | None:
    """What a package holds: as told, else as its label says, where that is an amount."""
    if told is not None:
        return Content.parse(told)
    with suppress(ValueError):
        return Content.parse(size)
    return None


def _shade_fields(shade: Shade) -> dict[str, Any]:
    accents = [str(accent) for accent in shade.accents]
    return _fields(shade) | {"color": str(shade.color), "accents": accents, "coverage": shade.coverage}


def _fields(variant: Variant) -> dict[str, Any]:
    return {
        "code": variant.code,
        "sku": variant.sku,
        "ean13": variant.ean13,
        "price": None if variant.price is None else variant.price.minor,
        "size": variant.size,
        "content": None if variant.content is None else str(variant.content),
        "name": dict(variant.name),
    }
