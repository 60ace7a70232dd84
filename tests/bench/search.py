"""How long a search takes in a large shop: ``python -m tests.bench.search [--products N]``.

Each query is a product's words as a hurried finger types them: in one of the languages, in any order, misspelt, or not
finished. A search is timed with the reading of the products that it shows, as the screen does it.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.local.catalogue_store import CatalogueStore, Filter, Order
from kiosk.local.catalogue_writer import CatalogueWriter
from kiosk.local_text import LANGUAGES
from kiosk.search.searcher import Searcher
from tests.kiosk.large_shop import large_shop
from tests.kiosk.shop_disk import open_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.catalogue import Product

_SHOWN = 24
_GENERAL = (
    "lipstick",
    "red lipstick",
    "vegan",
    "matte",
    "κραγιόν",
    "rouge mat",
    "أحمر شفاه",
    "li",
    "foundation",
    "new",
)


def main() -> None:
    """Measure, and print the figures as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search")
    parser.add_argument("--products", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=1_000)
    arguments = parser.parse_args()
    products = list(large_shop(arguments.products))
    with tempfile.TemporaryDirectory() as folder, closing(open_catalogue(Path(folder))) as database:
        begin = time.thread_time()
        CatalogueWriter(database).replace(products)
        filled = time.thread_time() - begin
        searcher = Searcher(database)
        for language in LANGUAGES:
            searcher.search("warm", language, Filter(), _SHOWN)
        queries = _queries(products, arguments.queries)
        searches = [_timed(partial(searcher.search, *query, Filter(), _SHOWN)) for query in queries]
        store = CatalogueStore(database)
        filters = (Filter(), Filter(category=products[0].category), Filter(hues=frozenset({"red"})))
        pages = [
            _timed(partial(store.page, wanted, order, None, _SHOWN))
            for wanted in filters
            for order in Order
            for _ in range(10)
        ]
        facets = [_timed(partial(store.facets, wanted)) for wanted in filters for _ in range(10)]
    figures: dict[str, object] = {"products": arguments.products, "fill_s": round(filled, 1)}
    figures |= {"search_ms": _told(searches), "page_ms": _told(pages), "facets_ms": _told(facets)}
    sys.stdout.write(json.dumps(figures) + "\n")


def _queries(products: list[Product], count: int) -> list[tuple[str, str]]:
    chance = random.Random(11)
    queries: list[tuple[str, str]] = []
    for number in range(count):
        language = LANGUAGES[number % len(LANGUAGES)]
        if number % 5 == 0:
            queries.append((chance.choice(_GENERAL), language))
            continue
        product = chance.choice(products)
        words = f"{product.name[language]} {product.brand}".split()
        chance.shuffle(words)
        queries.append((" ".join(_typed(chance, word) for word in words[: chance.randrange(1, 4)]), language))
    return queries


def _typed(chance: random.Random, word: str) -> str:
    place = chance.randrange(len(word))
    match chance.randrange(4):
        case 0:
            return word[:place] + word[place + 1 :]
        case 1:
            return word[: max(2, place)]
        case 2:
            return word[:place] + chance.choice("aeioutrs") + word[place:]
    return word


def _timed(work: Callable[[], object]) -> float:
    """Milliseconds of the processor: all of a search is on one thread, and others may be using the machine."""
    begin = time.thread_time()
    work()
    return (time.thread_time() - begin) * 1000


def _told(times: list[float]) -> dict[str, float]:
    times = sorted(times)
    return {
        "p50": round(statistics.median(times), 2),
        "p95": round(times[int(len(times) * 0.95)], 2),
        "most": round(times[-1], 2),
    }


if __name__ == "__main__":
    main()
