"""A shop of any size, the same each time."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import stdnum.ean

from assets.manifest import DATA
from kiosk.catalogue import Product, Shade
from kiosk.catalogue_files import load_catalogue
from kiosk.local_text import LANGUAGES, LocalText
from kiosk.money import Money
from vision.looks import Color

if TYPE_CHECKING:
    from collections.abc import Iterator

_SYLLABLES = {
    "en": [
        "ba",
        "da",
        "fen",
        "gor",
        "hal",
        "ken",
        "lor",
        "mar",
        "nel",
        "pra",
        "quin",
        "ros",
        "sil",
        "tor",
        "vel",
        "win",
        "zan",
        "cor",
        "lum",
        "tas",
    ],
    "el": [
        "βα",
        "δε",
        "φεν",
        "γορ",
        "χαλ",
        "κεν",
        "λορ",
        "μαρ",
        "νελ",
        "πρα",
        "σαν",
        "ροσ",
        "σιλ",
        "τορ",
        "βελ",
        "ζαν",
        "κορ",
        "λουμ",
        "τασ",
        "μι",
    ],
    "fr": [
        "bé",
        "da",
        "fin",
        "gor",
        "hal",
        "quen",
        "lor",
        "mar",
        "nel",
        "pré",
        "chou",
        "ros",
        "sil",
        "tour",
        "vel",
        "zan",
        "cœur",
        "lum",
        "tas",
        "mi",
    ],
    "ar": [
        "با",
        "دا",
        "فن",
        "جر",
        "هل",
        "كن",
        "لر",
        "مر",
        "نل",
        "بر",
        "قن",
        "رس",
        "سل",
        "طر",
        "ول",
        "زن",
        "كر",
        "لم",
        "تس",
        "مي",
    ],
}


def large_shop(count: int, seed: int = 7) -> Iterator[Product]:
    """``count`` products with names of their own, made after those of the sample shop."""
    chance = random.Random(seed)
    patterns = load_catalogue(DATA / "catalogue").products
    brands = [_word(chance, "en").title() for _ in range(150)]
    words = {language: [_word(chance, language) for _ in range(3000)] for language in LANGUAGES}
    for number in range(count):
        pattern = chance.choice(patterns)
        named = replace(
            pattern,
            id=f"p-{number}",
            brand=chance.choice(brands),
            name=_name(chance, words, 2),
            price=Money(chance.randrange(300, 12_000), "EUR"),
            goes_with=(),
        )
        kept = pattern.variants[: chance.randrange(1, 7)]
        variants = tuple(
            replace(
                variant,
                sku=f"S-{number}-{n}",
                name=_name(chance, words, 1 + n % 2),
                ean13=_ean(number * 10 + n),
                **({"color": _color(chance)} if isinstance(variant, Shade) else {}),
            )
            for n, variant in enumerate(kept)
        )
        yield replace(named, variants=variants)


def _word(chance: random.Random, language: str) -> str:
    return "".join(chance.choice(_SYLLABLES[language]) for _ in range(chance.randrange(2, 4)))


def _name(chance: random.Random, words: dict[str, list[str]], length: int) -> LocalText:
    return LocalText(
        {language: " ".join(chance.choice(words[language]).title() for _ in range(length)) for language in LANGUAGES}
    )


def _color(chance: random.Random) -> Color:
    return Color(chance.randrange(256), chance.randrange(256), chance.randrange(256))


def _ean(number: int) -> str:
    digits = f"20{number:010d}"
    return digits + str(stdnum.ean.calc_check_digit(digits))
