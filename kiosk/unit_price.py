"""What a package holds, and what its price comes to per unit, so that packages of any size can be compared.

After Directive 98/6/EC on the indication of prices: beside the selling price stands the price of one unit, the same
for everything that is measured alike. Beauty products are small, so the units are 100 ml, 10 g and one piece.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from kiosk.money import Money

_WRITTEN: Final = re.compile(r"(\d{1,5}(?:\.\d{1,3})?) ?(ml|l|g|kg|pieces?)", re.ASCII)


class Unit(StrEnum):
    """What content is measured in."""

    MILLILITRE = "ml"
    GRAM = "g"
    PIECE = "piece"


_AS_WRITTEN: Final = {
    "ml": (Unit.MILLILITRE, 1),
    "l": (Unit.MILLILITRE, 1000),
    "g": (Unit.GRAM, 1),
    "kg": (Unit.GRAM, 1000),
    "piece": (Unit.PIECE, 1),
    "pieces": (Unit.PIECE, 1),
}

_COMPARED: Final = {Unit.MILLILITRE: 100, Unit.GRAM: 10, Unit.PIECE: 1}
"""How much of each unit a price is told for."""


@dataclass(frozen=True, slots=True)
class Content:
    """How much there is of something.

    Attributes:
        amount: above zero, in thousandths at the finest.
        unit: of what.
    """

    amount: Decimal
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Content:
        """Read what a package says: ``3.5 g``, ``1 l``, ``20 pieces``.

        Raises:
            ValueError: that is no amount, or zero.
        """
        written = _WRITTEN.fullmatch(text)
        if written is None or not Decimal(written[1]):
            raise ValueError(f"{text[:40]!r} is not a content such as 3.5 g, 30 ml or 20 pieces")
        unit, many = _AS_WRITTEN[written[2]]
        return cls(Decimal(written[1]) * many, unit)

    def __str__(self) -> str:
        """As ``parse`` reads it."""
        unit = "pieces" if self.unit is Unit.PIECE and self.amount != 1 else self.unit
        return f"{self.amount:f} {unit}"


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """What so much of a product costs.

    Attributes:
        price: of ``per``, rounded half up to the minor unit.
        per: 100 ml, 10 g or one piece.
    """

    price: Money
    per: Content


def unit_price(price: Money, content: Content) -> UnitPrice:
    """What a package's price comes to for the amount at which such products are compared."""
    per = Content(Decimal(_COMPARED[content.unit]), content.unit)
    minor = (price.minor * per.amount / content.amount).quantize(Decimal(1), ROUND_HALF_UP)
    return UnitPrice(Money(int(minor), price.currency), per)
