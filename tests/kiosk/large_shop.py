"""A shop of any size, the same each time."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import stdnum.ean

from assets.manifest import DATA
from kiosk.catalogue import Shade
from kiosk.catalogue_files import load_catalogue
from kiosk.local_text import LANGUAGES, LocalText
from kiosk.money import Money
from vision.looks import Color

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.catalogue import Product, Variant
    from kiosk.local_text import Language


def large_shop(count: int, seed: int = 7) -> Iterator[Product]:
    """``count`` products with names of their own, made after those of the sample shop."""
    chance = random.Random(seed)
    patterns = load_catalogue(DATA / "catalogue").products
    words = {language: _invented(chance, patterns, language) for language in LANGUAGES}
    brands = words["en"][:150]
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
            _variant(chance, variant, f"S-{number}-{n}", number * 10 + n, _name(chance, words, 1 + n % 2))
            for n, variant in enumerate(kept)
        )
        yield replace(named, variants=variants)


def _invented(chance: random.Random, patterns: Sequence[Product], language: str) -> list[str]:
    """3,000 words that sound like the language's: the beginning of one of its words and the end of another."""
    texts = " ".join(product.description[language] for product in patterns)
    known = sorted({word for word in texts.replace(".", "").replace(",", "").split() if len(word) > 3})
    return [(chance.choice(known)[:3] + chance.choice(known)[-3:]).title() for _ in range(3000)]


def _name(chance: random.Random, words: Mapping[Language, list[str]], length: int) -> LocalText:
    return LocalText(
        {language: " ".join(chance.choice(words[language]) for _ in range(length)) for language in LANGUAGES}
    )


def _variant(chance: random.Random, pattern: Variant, sku: str, number: int, name: LocalText) -> Variant:
    named = replace(pattern, sku=sku, name=name, ean13=_ean(number))
    return replace(named, color=_color(chance)) if isinstance(named, Shade) else named


def _color(chance: random.Random) -> Color:
    return Color(chance.randrange(256), chance.randrange(256), chance.randrange(256))


def _ean(number: int) -> str:
    digits = f"20{number:010d}"
    return digits + str(stdnum.ean.calc_check_digit(digits))
