from __future__ import annotations

import pytest

from kiosk.local_text import LocalText

TEXT = LocalText({"en": "Evening", "el": "Βραδιά"})


@pytest.mark.parametrize(
    ("language", "text"),
    [("el", "Βραδιά"), ("el_GR", "Βραδιά"), ("el-GR", "Βραδιά"), ("en", "Evening"), ("fr", "Evening")],
)
def test_a_reader_gets_their_language_or_english(language: str, text: str) -> None:
    assert TEXT.in_language(language) == text


def test_a_text_without_english_is_refused() -> None:
    with pytest.raises(ValueError, match="'en'"):
        LocalText({"el": "Βραδιά"})


def test_equal_texts_are_one_key() -> None:
    assert len({TEXT, LocalText({"el": "Βραδιά", "en": "Evening"})}) == 1


def test_what_it_was_made_of_can_change_without_it() -> None:
    texts = {"en": "Evening"}
    text = LocalText(texts)
    texts["en"] = "Morning"
    assert text["en"] == "Evening"
