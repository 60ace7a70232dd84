"""A shopper finds what they mean, however they type it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.manifest import DATA
from kiosk.catalogue import Category
from kiosk.catalogue_files import load_catalogue
from kiosk.local.catalogue_store import Filter
from kiosk.local.catalogue_writer import CatalogueWriter
from kiosk.local_text import LANGUAGES
from kiosk.search.searcher import LONGEST, Searcher
from tests.kiosk.shop_disk import open_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPED = [
    # English: misspelt, unfinished, in another order, apart and together, by brand, shade, kind, finish and colour
    ("en", "velvet hour", "velvet-hour"),
    ("en", "velvt hour", "velvet-hour"),
    ("en", "hour velvet", "velvet-hour"),
    ("en", "velvethour", "velvet-hour"),
    ("en", "vlevet", "velvet-hour"),
    ("en", "vel", "velvet-hour"),
    ("en", "vesper", "velvet-hour"),
    ("en", "vespre", "velvet-hour"),
    ("en", "ateler noe matte lipstik", "velvet-hour"),
    ("en", "atelier noe shadow etude", "shadow-etude"),
    ("en", "SILK LETER", "silk-letter"),
    ("en", "laquer opera", "lacquer-opera"),
    ("en", "secnd skin", "second-skin"),
    ("en", "fundation second", "second-skin"),
    ("en", "mascarra seaproof", "seaproof"),
    ("en", "seaprof mascara", "seaproof"),
    ("en", "hilighter candle", "candlelight"),
    ("en", "candelight", "candlelight"),
    ("en", "kohl quill inkwel", "inkwell"),
    ("en", "sunscren", "shade-of-noon"),
    ("en", "perfum amber", "amber-hour"),
    ("en", "make-up remover clean slate", "clean-slate"),
    ("en", "lip stick velvet", "velvet-hour"),
    ("en", "blck cherry", "velvet-hour"),
    ("en", "sponge", "wet-sponge"),
    # Greek: without tonos, the other small sigma, capitals, misspelt
    ("el", "βελουδινη ωρα", "velvet-hour"),
    ("el", "ΒΕΛΟΎΔΙΝΗ ΏΡΑ", "velvet-hour"),
    ("el", "βελουδηνη", "velvet-hour"),
    ("el", "αποσπεριτησ", "velvet-hour"),
    ("el", "αποσπεριτις", "velvet-hour"),
    ("el", "μεταξενιο γραμα", "silk-letter"),
    ("el", "κραγιον μεταξ", "silk-letter"),
    ("el", "πρωτο νερο", "first-water"),
    ("el", "προτο νερο", "first-water"),
    ("el", "αντηλιακο", "shade-of-noon"),
    ("el", "αντιλιακο", "shade-of-noon"),
    ("el", "αρωμα κεδρος", "ink-and-cedar"),
    ("el", "σφουγκαρι", "wet-sponge"),
    ("el", "velvet hour", "velvet-hour"),
    # French: without accents, with an article, misspelt
    ("fr", "heure velours", "velvet-hour"),
    ("fr", "l'heure velour", "velvet-hour"),
    ("fr", "etoile du soir", "velvet-hour"),
    ("fr", "étoille du soir", "velvet-hour"),
    ("fr", "lettre de soi", "silk-letter"),
    ("fr", "lettre soie", "silk-letter"),
    ("fr", "demaquillant", "clean-slate"),
    ("fr", "démaquilant", "clean-slate"),
    ("fr", "creme solaire", "shade-of-noon"),
    ("fr", "parfum ambre", "amber-hour"),
    ("fr", "premiere eau", "first-water"),
    ("fr", "eponge", "wet-sponge"),
    # Arabic: with and without the article, alef, ta marbuta, vowel signs; misspelt
    ("ar", "ساعة المخمل", "velvet-hour"),
    ("ar", "ساعه مخمل", "velvet-hour"),
    ("ar", "سَاعَة المُخْمَل", "velvet-hour"),
    ("ar", "ساعة المحمل", "velvet-hour"),
    ("ar", "نجمة المساء", "velvet-hour"),
    ("ar", "نجمه مسا", "velvet-hour"),
    ("ar", "رساله حرير", "silk-letter"),
    ("ar", "رسالة حريير", "silk-letter"),
    ("ar", "اول الماء", "first-water"),
    ("ar", "واقى شمس", "shade-of-noon"),
    ("ar", "ساعة العنبر", "amber-hour"),
    ("ar", "اسفنجة", "wet-sponge"),
]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with closing(open_catalogue(tmp_path_factory.mktemp("shop"))) as database:
        CatalogueWriter(database).replace(load_catalogue(DATA / "catalogue").products)
        yield Searcher(database)


def _found(searcher: Searcher, text: str, language: str = "en", wanted: Filter = Filter(), limit: int = 3) -> list[str]:  # noqa: B008 - a value
    return [hit.product.id for hit in searcher.search(text, language, wanted, limit)]


@pytest.mark.parametrize(("language", "typed", "meant"), TYPED)
def test_what_is_meant_is_among_the_first_three(searcher: Searcher, language: str, typed: str, meant: str) -> None:
    assert meant in _found(searcher, typed, language)


def test_the_shade_that_was_named_is_the_one_that_is_shown(searcher: Searcher) -> None:
    (hit, *_) = searcher.search("vespr velvet", "en", Filter(), 3)
    assert hit.variant.sku == "AN-01-406"
    (hit, *_) = searcher.search("recharge ambre", "fr", Filter(), 3)
    assert (hit.product.id, hit.variant.code) == ("amber-hour", "50R")


@pytest.mark.parametrize("typed", ["2901000104065", "02901000104065", "AN-01-406", " AN-01-406 "])
def test_a_number_from_the_package_finds_the_one_thing(searcher: Searcher, typed: str) -> None:
    (hit,) = searcher.search(typed, "el", Filter(), 10)
    assert (hit.product.id, hit.variant.sku) == ("velvet-hour", "AN-01-406")


def test_words_of_kind_finish_and_colour_lead_to_what_is_so(searcher: Searcher) -> None:
    for hit in searcher.search("matte lipstick", "en", Filter(), 5):
        assert hit.product.category is Category.LIPS
    reds = searcher.search("blue eyeliner", "en", Filter(), 3)
    assert reds
    assert all(hit.product.category is Category.EYES for hit in reds)


def test_what_else_was_chosen_holds(searcher: Searcher) -> None:
    assert "silk-letter" in _found(searcher, "letter", limit=10)
    assert "silk-letter" not in _found(searcher, "letter", wanted=Filter(category=Category.EYES), limit=10)
    assert _found(searcher, "velvet", wanted=Filter(brands=frozenset({"Meltemi"}))) == []


def test_as_many_as_are_asked_for_and_none_twice(searcher: Searcher) -> None:
    hits = _found(searcher, "lipstick", limit=7)
    assert len(hits) == len(set(hits)) == 7


@pytest.mark.parametrize("typed", ["", " ", "!?", "x", "xqzwv", '"', "*", "(((", ":", "-", "^x", "%_", "\x00"])
def test_what_means_nothing_finds_nothing_that_it_does_not_mean(searcher: Searcher, typed: str) -> None:
    assert _found(searcher, typed) == []


@settings(max_examples=50, deadline=None)
@given(text=st.lists(st.sampled_from(['"', "*", "NEAR(", "AND", "OR NOT", "{name}", ":", "vel", "^"])).map(" ".join))
def test_the_engine_s_own_language_is_not_spoken(searcher: Searcher, text: str) -> None:
    assert len(_found(searcher, text)) <= 3


@settings(max_examples=50, deadline=None)
@given(text=st.text(max_size=LONGEST + 20), language=st.sampled_from([*LANGUAGES, "de", ""]))
def test_whatever_is_typed_is_answered(searcher: Searcher, text: str, language: str) -> None:
    assert len(_found(searcher, text, language)) <= 3


@settings(max_examples=100, deadline=None)
@given(text=st.lists(st.sampled_from(["marked", "search", "lipstik", "velvethour", "zqxjk", "3380"])).map("-".join))
def test_words_of_the_shop_beside_words_of_nothing_are_answered(searcher: Searcher, text: str) -> None:
    assert len(_found(searcher, text)) <= 3


def test_new_words_are_known_at_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    products = load_catalogue(DATA / "catalogue").products
    with closing(open_catalogue(tmp_path_factory.mktemp("shop"))) as database:
        writer = CatalogueWriter(database)
        searcher = Searcher(database)
        writer.replace([product for product in products if product.id != "lip-brush"])
        assert "lip-brush" not in _found(searcher, "sygnature brush")
        writer.replace(products)
        assert "lip-brush" in _found(searcher, "sygnature brush")
