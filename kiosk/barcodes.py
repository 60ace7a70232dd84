"""The article number in a code, whatever the code is: GS1 gives every article one number and many ways to print it."""

from __future__ import annotations

import re
from typing import Final

import stdnum.ean

_GTIN_13: Final = 13

_ARTICLE_IN_PARENTHESES: Final = re.compile(r"\(01\)(\d{14})", re.ASCII)
_ARTICLE_FIRST: Final = re.compile(r"(?:\](?:d2|C1|Q3|e0))?01(\d{14})", re.ASCII)
"""As a scanner types it that is plugged in as a keyboard: bare, or behind AIM's identifier of the symbology."""
_ARTICLE_IN_LINK: Final = re.compile(r"https?://[^\s?#]+/01/(\d{8,14})(?:[/?#]|$)", re.ASCII)
"""GS1 Digital Link: the number is part of the path, whoever's host it is."""


def gtin13(text: str) -> str | None:
    """The 13 digits of the article that a code is for; None when it is for none, or its check digit is wrong.

    EAN-13, EAN-8, UPC-A and UPC-E by their digits; GS1's codes by their part (01), in parentheses or as a keyboard
    scanner types it; GS1 Digital Links by their path. A number of a case of articles is none of an article.

    Args:
        text: what the code says, of any length.
    """
    for form in (_ARTICLE_IN_PARENTHESES.search, _ARTICLE_FIRST.match, _ARTICLE_IN_LINK.match):
        if found := form(text):
            return _article(found[1])
    return _article(text) if text.isascii() and text.isdecimal() else None


def _article(digits: str) -> str | None:
    """An article's number of 8, 12, 13 or 14 digits as one of 13."""
    match len(digits):
        case 14:
            # What is not nought says how many articles a case holds.
            return _checked(digits[1:]) if digits.startswith("0") else None
        case 12 | 13:
            return _checked(digits.zfill(_GTIN_13))
        case 8:
            # Numbers of EAN-8 that begin with a nought are a shop's own; GS1 gives them to UPC-E only.
            short = digits.startswith("0") and _checked(_long_form(digits).zfill(_GTIN_13))
            return short or _checked(digits.zfill(_GTIN_13))
        case _:
            return None


def _checked(digits: str) -> str | None:
    return digits if stdnum.ean.is_valid(digits) else None


def _long_form(upc_e: str) -> str:
    """UPC-E's 8 digits as the 12 of UPC-A that they shorten; the last of the six in the middle says which noughts.

    GS1 General Specifications, 5.2.2.4.2.
    """
    system, middle, check = upc_e[0], upc_e[1:7], upc_e[7]
    match middle[5]:
        case "0" | "1" | "2":
            body = f"{middle[:2]}{middle[5]}0000{middle[2:5]}"
        case "3":
            body = f"{middle[:3]}00000{middle[3:5]}"
        case "4":
            body = f"{middle[:4]}00000{middle[4]}"
        case _:
            body = f"{middle[:5]}0000{middle[5]}"
    return system + body + check
