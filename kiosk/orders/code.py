"""An order's public code: what a shopper reads out, types, or has scanned.

Ten characters of Crockford's base 32 (no I, L, O, U; https://www.crockford.com/base32.html), nine of them random, the
last a check. 45 random bits, asked for at the hub's limited rate, are not found by guessing.

The check is one symbol of a Reed-Solomon code over GF(32): it finds every single wrong character and every two
characters that changed places.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 10
PATTERN: Final = rf"^[{ALPHABET}]{{{LENGTH}}}$"
"""A code as it is kept and sent."""

_REDUCTION: Final = 0b100101
"""x^5 + x^2 + 1, primitive over GF(2): powers of x differ up to the 31st, far beyond a code's length."""
_MISREAD: Final = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})
_LONGEST_TYPED: Final = 40


def new_code(random_below: Callable[[int], int]) -> str:
    """A code that nobody can foresee.

    Args:
        random_below: a whole number from 0 up to what is given, without it; `secrets.randbelow`.
    """
    symbols = "".join(ALPHABET[random_below(len(ALPHABET))] for _ in range(LENGTH - 1))
    return symbols + _check(symbols)


def read_code(typed: str) -> str | None:
    """The code that somebody typed or scanned, whatever its case and grouping; None when it is none."""
    symbols = typed[:_LONGEST_TYPED].upper().translate(_MISREAD)
    if not re.fullmatch(PATTERN, symbols) or _check(symbols[:-1]) != symbols[-1]:
        return None
    return symbols


def in_groups(code: str) -> str:
    """The code as people read it: ``7K3QX-9M2TB``."""
    return f"{code[:5]}-{code[5:]}"


def _check(symbols: str) -> str:
    value = 0
    for symbol in symbols:
        value = _times_x(value ^ ALPHABET.index(symbol))
    return ALPHABET[value]


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _REDUCTION if doubled & len(ALPHABET) else doubled
