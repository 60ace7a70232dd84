"""What the hub tells of the shop is at the mirror when the next shopper comes, and not before."""

from __future__ import annotations

from collections import deque
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.catalogue import Catalogue, Category
from kiosk.local.catalogue_database import CatalogueData
from kiosk.local.catalogue_writer import CATALOGUE_REVISION, CatalogueWriter
from kiosk.local.errors import LocalDataError
from kiosk.money import Money
from kiosk.shop_opening import sample_seed
from kiosk.shop_reader import ShopReader, sow
from tests.ui.stage import SameThreadDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.local.database import LocalDatabase
    from ui.front import Desks
    from ui.models.kiosk import Kiosk


class Slow:
    """Does what was asked for when it is told to."""

    def __init__(self, desk: SameThreadDesk[ShopReader]) -> None:
        self._desk = desk
        self._waiting: deque[tuple[Any, ...]] = deque()

    def do(self, *errand: Any) -> None:
        self._waiting.append(errand)

    def catch_up(self) -> None:
        while self._waiting:
            self._desk.do(*self._waiting.popleft())


@pytest.fixture
def disk(tmp_path: Path, catalogue: Catalogue) -> Iterator[LocalDatabase]:
    """The shop's data on a disk that a hub may change."""
    data = CatalogueData(tmp_path / "goods", lambda database: sow(database, sample_seed(catalogue)))
    with closing(data.connect()) as database:
        yield database


@pytest.fixture
def slow(disk: LocalDatabase) -> Slow:
    return Slow(SameThreadDesk(ShopReader(disk), (LocalDataError,)))


@pytest.fixture
def desks(desks: Desks, slow: Slow) -> Desks:
    return replace(desks, shop=slow)


@pytest.fixture
def tell(disk: LocalDatabase, catalogue: Catalogue) -> Callable[[int], None]:
    """The hub tells of a shop without its first lipstick, in which everything costs a fiver, at a revision."""

    def tell(revision: int) -> None:
        first = catalogue.to_try(Category.LIPS)[0]
        products = [product for product in catalogue.products if product != first]
        writer = CatalogueWriter(disk)
        writer.replace([replace(product, price=Money(500 + revision, "EUR")) for product in products])
        writer.remember(**{CATALOGUE_REVISION: str(revision)})

    return tell


def prices(kiosk: Kiosk) -> set[str]:
    return {row.price for row in kiosk.shelf.products.rows}


def test_the_rail_changes_at_the_next_visit_and_not_in_this_one(
    kiosk: Kiosk, slow: Slow, tell: Callable[[int], None]
) -> None:
    kiosk.session.start()
    slow.catch_up()
    before = list(kiosk.shelf.products.rows)
    tell(1)
    slow.catch_up()
    assert kiosk.shelf.products.rows == tuple(before)
    kiosk.session.end()
    kiosk.session.start()
    slow.catch_up()
    assert prices(kiosk) == {"€5.01"}
    assert before[0].productId not in {row.productId for row in kiosk.shelf.products.rows}
    assert kiosk.shelf.productIndex == 0
    kiosk.looks.wear("soft-glam")
    assert {worn.product.price.minor for worn in kiosk._live.visit.worn} == {501}


def test_what_is_read_too_late_waits_for_the_next_visit(kiosk: Kiosk, slow: Slow, tell: Callable[[int], None]) -> None:
    tell(1)
    kiosk.session.start()
    kiosk.product.tryShade(1)
    before = prices(kiosk)
    slow.catch_up()
    assert prices(kiosk) == before
    kiosk.session.end()
    kiosk.session.start()
    assert prices(kiosk) == {"€5.01"}


def test_each_change_is_there_at_the_visit_after_it(kiosk: Kiosk, slow: Slow, tell: Callable[[int], None]) -> None:
    tell(1)
    for _ in range(2):
        kiosk.session.start()
        slow.catch_up()
        kiosk.session.end()
    tell(2)
    kiosk.session.start()
    slow.catch_up()
    assert prices(kiosk) == {"€5.02"}
