from __future__ import annotations

import secrets
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.orders.code import ALPHABET, LENGTH, in_groups, new_code, read_code

seeds = st.integers(0, 2**32)


def a_code(seed: int) -> str:
    return new_code(Random(seed).randrange)


@given(seeds)
def test_a_code_reads_as_itself_however_it_is_typed(seed: int) -> None:
    code = a_code(seed)
    assert len(code) == LENGTH
    assert read_code(code) == code
    assert read_code(in_groups(code).lower()) == code
    assert read_code(f" {code.replace('1', 'l').replace('0', 'o')} ") == code


@given(seeds, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(seed: int, place: int, wrong: str) -> None:
    code = a_code(seed)
    mistyped = code[:place] + wrong + code[place + 1 :]
    assert (read_code(mistyped) is not None) == (mistyped == code)


@given(seeds, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_characters_that_changed_places_are_noticed(seed: int, one: int, other: int) -> None:
    letters = list(a_code(seed))
    letters[one], letters[other] = letters[other], letters[one]
    assert (read_code("".join(letters)) is not None) == (letters == list(a_code(seed)))


@pytest.mark.parametrize(
    "typed", ["", "123", "U" * LENGTH, "é" * LENGTH, "0" * 11, "7" * 10_000, "\N{ARABIC-INDIC DIGIT ZERO}" * LENGTH]
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_codes_are_not_given_twice() -> None:
    assert len({new_code(secrets.randbelow) for _ in range(10_000)}) == 10_000
