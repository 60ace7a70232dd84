from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.money import Money

amounts = st.builds(Money, st.integers(-(10**9), 10**9), st.just("EUR"))


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "€32.00"),
        ("el", "32,00\N{NO-BREAK SPACE}€"),
        ("fr", "32,00\N{NO-BREAK SPACE}€"),
        ("fr-FR", "32,00\N{NO-BREAK SPACE}€"),
    ],
)
def test_an_amount_is_written_as_its_readers_write_it(language: str, written: str) -> None:
    assert Money(3200, "EUR").in_language(language) == written


def test_arabic_has_the_amount_and_the_sign() -> None:
    written = Money(3250, "EUR").in_language("ar")
    assert "€" in written
    assert "32.50" in written


def test_minor_units_are_the_currency_s_own() -> None:
    assert Money(3200, "JPY").in_language("en") == "¥3,200"
    assert "3.200" in Money(3200, "KWD").in_language("en")


@given(amounts, amounts)
def test_sums_are_exact(one: Money, other: Money) -> None:
    assert one + other == Money(one.minor + other.minor, "EUR")
    assert one + other == other + one


def test_currencies_do_not_mix() -> None:
    with pytest.raises(ValueError, match="EUR and GBP"):
        Money(1, "EUR") + Money(1, "GBP")


def test_a_currency_must_exist() -> None:
    with pytest.raises(ValueError, match="'XYZ'"):
        Money(1, "XYZ")
