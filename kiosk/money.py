"""Amounts of money: exact, with their currency, written as a language writes them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_currency, get_currency_precision, is_currency


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount.

    Attributes:
        minor: whole minor units (cents for EUR, yen for JPY); below zero for what is given back.
        currency: its ISO 4217 code.
    """

    minor: int
    currency: str

    def __post_init__(self) -> None:
        """Refuse a currency that nobody pays in."""
        if not is_currency(self.currency):
            raise ValueError(f"{self.currency!r} is not the code of a currency, such as EUR")

    def __add__(self, other: Money) -> Money:
        """The sum; adding two currencies is an error of ours."""
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return Money(self.minor + other.minor, self.currency)

    def in_language(self, language: str) -> str:
        """The amount as readers of ``language`` (``el``, ``fr``, ``ar``) write it, with the currency's sign."""
        amount = Decimal(self.minor).scaleb(-get_currency_precision(self.currency))
        return format_currency(amount, self.currency, locale=language.replace("-", "_"))
