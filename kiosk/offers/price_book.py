"""What things cost before offers, as far as pricing needs to know the shop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kiosk.money import Money


@dataclass(frozen=True, slots=True)
class ShopItem:
    """One thing that the shop sells.

    Attributes:
        sku: its key.
        product_id: the product that it is a variant of.
        brand: whose it is.
        category: the shelf that it stands on ("lips").
        price: of one, tax included, 0 or more.
        tax_permille: the rate of the tax that is in the price, in thousandths: 240 for 24 %.
    """

    sku: str
    product_id: str
    brand: str
    category: str
    price: Money
    tax_permille: int


class PriceBook(Protocol):
    """The prices of one store."""

    @property
    def currency(self) -> str:
        """What the store is paid in, ISO 4217."""

    def item(self, sku: str) -> ShopItem | None:
        """The thing with this SKU; None when the store does not sell it."""
