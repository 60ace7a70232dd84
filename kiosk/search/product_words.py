"""Under which words a product is found, in each language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.catalogue import PaintedProduct, Shade
from kiosk.local_text import FALLBACK
from kiosk.search.folding import words

if TYPE_CHECKING:
    from kiosk.catalogue import Product

_FILE: Final = Path(__file__).with_name("words.toml")

Concepts = Mapping[str, Mapping[str, Mapping[str, list[str]]]]
"""What shoppers call things: of each concept (``kind``) and key (``lipstick``) the words in each language, folded."""


@dataclass(frozen=True, slots=True)
class ProductWords:
    """A product's words in one language, folded and with spaces between; the most telling first.

    Attributes:
        name: its own.
        shade: the names and codes of its variants.
        brand: whose it is.
        about: what it is, its colours, its finish, what it is good for, and its name in English.
    """

    name: str
    shade: str
    brand: str
    about: str


def load_concepts() -> Concepts:
    """What shoppers call things, from the file that comes with this package."""
    return {
        concept: {key: {language: words(text) for language, text in texts.items()} for key, texts in keys.items()}
        for concept, keys in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()
    }


def product_words(product: Product, language: str, concepts: Concepts) -> ProductWords:
    """The words of a product in a language."""
    of = [("category", product.category.value), *(("tag", tag.value) for tag in product.tags)]
    if isinstance(product, PaintedProduct):
        hues = dict.fromkeys(shade.tone.hue.value for shade in product.shades)
        of += [("kind", product.kind.value), ("finish", product.finish.value), *(("hue", hue) for hue in hues)]
    about = [word for concept, key in of for word in concepts[concept][key][language]]
    if language != FALLBACK:
        about += words(product.name[FALLBACK])
    return ProductWords(
        name=_joined(words(product.name.in_language(language))),
        shade=_joined(words(" ".join(f"{one.name.in_language(language)} {one.code}" for one in product.variants))),
        brand=_joined(words(product.brand)),
        about=_joined(about + words(product.description.in_language(language))),
    )


def hues_of(product: Product) -> list[str]:
    """The colour family of each variant, in order; empty for one that has no colour."""
    return [variant.tone.hue.value if isinstance(variant, Shade) else "" for variant in product.variants]


def _joined(found: list[str]) -> str:
    return " ".join(dict.fromkeys(found))
