"""Ways of writing one word are one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue import Category, Tag
from kiosk.local_text import LANGUAGES
from kiosk.search.folding import fold, words
from kiosk.search.product_words import load_concepts
from kiosk.tones import Hue
from vision.looks import Finish, Kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Noé", "NOE"),
        ("cœur", "COEUR"),
        ("Ώρα", "ωρα"),
        ("οδός", "ΟΔΟΣ"),
        ("Αϊλάινερ", "αιλαινερ"),
        ("أسود", "اسود"),
        ("ساعة", "ساعه"),
        ("مُخْمَل", "مخمل"),
        ("مخمـــل", "مخمل"),
        ("شفتى", "شفتي"),
        ("کحل", "كحل"),
        ("٤٠٦", "406"),
        ("\N{LATIN SMALL LIGATURE FI}n", "fin"),
    ],
)
def test_ways_of_writing_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_the_article_is_no_part_of_an_arabic_word() -> None:
    assert words("ساعة المخمل") == words("ساعة مخمل")
    assert words("الم") == ["الم"]


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert all(words(word) == [word] or word.startswith("ال") for word in words(text))


def test_every_concept_has_words_in_every_language() -> None:
    concepts = load_concepts()
    for concept, keys in (("category", Category), ("kind", Kind), ("finish", Finish), ("hue", Hue), ("tag", Tag)):
        assert concepts[concept].keys() == {key.value for key in keys}
        for texts in concepts[concept].values():
            assert texts.keys() == set(LANGUAGES)
            assert all(texts.values())
