"""The page that a phone opens."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from kiosk.hub.page_words import language_of, load_words
from kiosk.local_text import LANGUAGES
from tests.kiosk.hub.conftest import LIMITS, jpeg

if TYPE_CHECKING:
    from tests.kiosk.hub.conftest import Hub


class Tags(HTMLParser):
    """Every tag of a page, with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def one(self, tag: str) -> dict[str, str | None]:
        (attributes,) = (attributes for name, attributes in self.found if name == tag)
        return attributes


def test_the_page_shows_saves_and_deletes_without_a_script(hub: Hub) -> None:
    link = hub.hold(jpeg())
    tags = Tags(hub.get(link).text)
    picture = f"{hub.address.url}{tags.one('img')['src']}"
    assert hub.get(picture).content == jpeg()
    assert tags.one("a")["href"] == tags.one("img")["src"]
    assert tags.one("a")["download"]
    assert tags.one("form")["method"] == "post"
    assert not [tag for tag, _ in tags.found if tag == "script"]

    gone = hub.session.post(f"{hub.address.url}{tags.one('form')['action']}", timeout=10)
    assert gone.status_code == 404
    assert load_words()["en"].gone in gone.text
    assert hub.get(picture).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_the_phones_language(hub: Hub, language: str) -> None:
    link = hub.hold(jpeg())
    for url, status in ((link, 200), (f"{hub.address.url}/p/nothing", 404)):
        page = hub.get(url, f"de, {language}-XX;q=0.8, en;q=0.1")
        html = Tags(page.text).one("html")
        assert page.status_code == status
        assert html["lang"] == page.headers["Content-Language"] == language
        assert html["dir"] == ("rtl" if language == "ar" else "ltr")


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("*", "en"),
        ("de", "en"),
        ("fr-CA", "fr"),
        ("EL", "el"),
        ("en;q=0.2, ar;q=0.9", "ar"),
        ("fr;q=0, el;q=0.1", "el"),
        ("fr;q=nonsense, el;q=0.1", "el"),
        ("fr ; q=0.5 , ar ; q=0.6", "ar"),
        ("x," * 10_000 + "fr", "en"),
        ("fr;q=nan,el", "el"),
    ],
)
def test_languages_are_chosen_as_browsers_weigh_them(header: str, language: str) -> None:
    assert language_of(header) == language


def test_nothing_of_a_picture_is_cached_found_framed_or_passed_on(hub: Hub) -> None:
    link = hub.hold(jpeg())
    answers = [hub.get(link), hub.get(f"{link}/picture.jpg"), hub.get(f"{hub.address.url}/p/nothing")]
    answers.append(hub.session.post(f"{link}/delete", allow_redirects=False, timeout=10))
    for answer in answers:
        headers = answer.headers
        assert headers["Cache-Control"] == "no-store"
        assert "noindex" in headers["X-Robots-Tag"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "Server" not in headers


def test_a_link_that_opens_nothing_and_one_whose_time_is_over_look_the_same(hub: Hub) -> None:
    link = hub.hold(jpeg())
    hub.clock.now += LIMITS.lifetime
    over, unknown = hub.get(link), hub.get(f"{hub.address.url}/p/{'A' * 24}")
    assert over.status_code == unknown.status_code == 404
    assert over.text == unknown.text
    assert hub.get(f"{link}/picture.jpg").text == over.text


def test_a_picture_is_fetched_a_few_times_and_then_gone(hub: Hub) -> None:
    link = hub.hold(jpeg())
    answers = [hub.get(f"{link}/picture.jpg").status_code for _ in range(LIMITS.servings + 1)]
    assert answers == [200] * LIMITS.servings + [404]


@pytest.mark.parametrize("token", ["%00", "%ff%fe", "..%2f..%2fetc", "<script>", "é" * 200, "x" * 5000])
def test_a_hostile_link_finds_the_friendly_page(hub: Hub, token: str) -> None:
    page = hub.get(f"{hub.address.url}/p/{token}")
    assert page.status_code == 404
    assert "<script>" not in page.text


def test_somebody_who_guesses_links_is_slowed_down(hub: Hub) -> None:
    answers = {hub.get(f"{hub.address.url}/p/{guess}").status_code for guess in range(100)}
    assert 429 in answers


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_in_every_language(language: str) -> None:
    words = load_words()[language]
    texts = [getattr(words, name) for name in words.__slots__]
    assert all(texts)
    assert not [text for text in texts if re.search(r"[<>&]", text)]
