"""A product that travels is the same product where it arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assets.manifest import DATA
from kiosk.catalogue_documents import document_of, product_of
from kiosk.catalogue_files import load_catalogue
from kiosk.catalogue_schema import ProductDocument

if TYPE_CHECKING:
    from kiosk.catalogue import Product

PRODUCTS = load_catalogue(DATA / "catalogue").products


@pytest.mark.parametrize("product", PRODUCTS, ids=[product.id for product in PRODUCTS])
def test_a_product_survives_its_way(product: Product) -> None:
    sent = document_of(product).model_dump_json(exclude_defaults=True)
    document = ProductDocument.model_validate_json(sent)
    assert product_of(document, document.currency) == product
