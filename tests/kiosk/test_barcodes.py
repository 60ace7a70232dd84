"""Article numbers in codes of every form."""

from __future__ import annotations

import pytest
import stdnum.ean
import zxingcpp
from hypothesis import given, reject
from hypothesis import strategies as st

from kiosk.barcodes import gtin13

EAN = "4006381333931"
bodies = st.integers(0, 10**12 - 1).map(lambda number: f"{number:012}")
numbers = bodies.map(lambda body: body + stdnum.ean.calc_check_digit(body))


@pytest.mark.parametrize(
    ("text", "gtin"),
    [
        (EAN, EAN),
        ("96385074", "0000096385074"),
        ("036000291452", "0036000291452"),
        ("01234565", "0012345000065"),
        (f"0{EAN}", EAN),
        (f"(01)0{EAN}(17)261231(10)AB1", EAN),
        (f"(10)AB1(01)0{EAN}", EAN),
        (f"]d2010{EAN}17261231", EAN),
        (f"]C1010{EAN}", EAN),
        (f"010{EAN}1726123110AB1", EAN),
        (f"https://id.gs1.org/01/0{EAN}", EAN),
        (f"https://shop.example/product/01/0{EAN}/10/AB1?linkType=gs1:pip", EAN),
        (f"https://shop.example/01/{EAN}?x=1", EAN),
    ],
)
def test_an_article_is_known_by_every_form_of_its_number(text: str, gtin: str) -> None:
    assert gtin13(text) == gtin


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4006381333932",  # the wrong check digit
        "14006381333938",  # a case of them
        "(01)14006381333938",
        f"https://shop.example/?q=/01/0{EAN}",
        "https://shop.example/c/x",
        "٤٠٠٦٣٨١٣٣٣٩٣١",  # digits, but none that a scanner types
        "hello",
        "1234",
        "9" * 5000,
    ],
)
def test_what_is_no_article_has_no_number(text: str) -> None:
    assert gtin13(text) is None


@given(numbers)
def test_every_right_number_is_read_and_no_number_with_one_wrong_digit(number: str) -> None:
    assert gtin13(number) == number
    wrong = number[:5] + str((int(number[5]) + 1) % 10) + number[6:]
    assert gtin13(wrong) is None


@given(st.integers(0, 999999).map(lambda number: f"{number:06}"))
def test_the_short_form_of_a_number_means_what_a_scanner_says_it_does(middle: str) -> None:
    try:
        code = zxingcpp.create_barcode("0" + middle, zxingcpp.BarcodeFormat.UPCE)
    except ValueError:
        reject()  # There is no such number.
    assert gtin13(f"0{middle}{code.text[-1]}") == code.text


@given(st.text(max_size=200))
def test_no_text_is_a_mistake(text: str) -> None:
    number = gtin13(text)
    assert number is None or stdnum.ean.is_valid(number)
