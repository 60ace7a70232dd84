"""What a package's price comes to, by the unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.money import Money
from kiosk.unit_price import Content, Unit, unit_price

contents = st.builds(
    Content, st.decimals("0.001", "99999", places=3).map(Decimal.normalize), st.sampled_from(list(Unit))
)


@pytest.mark.parametrize(
    ("size", "cents", "per", "expected"),
    [
        ("50 ml", 2400, "100 ml", 4800),
        ("3.5 g", 3200, "10 g", 9143),
        ("0.09 g", 1800, "10 g", 200_000),
        ("1 l", 1500, "100 ml", 150),
        ("12 pieces", 1206, "1 piece", 101),
    ],
)
def test_a_price_comes_to_so_much_by_the_unit(size: str, cents: int, per: str, expected: int) -> None:
    price = unit_price(Money(cents, "EUR"), Content.parse(size))
    assert (str(price.per), price.price) == (per, Money(expected, "EUR"))


@given(contents)
def test_a_content_is_read_as_it_is_written(content: Content) -> None:
    assert Content.parse(str(content)) == content


@pytest.mark.parametrize("text", ["", "0 g", "3,5 g", "-1 g", "3.5", "g", "10 pairs", "1e3 g", "٣ g"])
def test_what_is_no_content_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a content"):
        Content.parse(text)
