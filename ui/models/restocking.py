"""Has the mirror lie as the hub told it last, from one visit to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.browsing import Rail
    from ui.desk import Errands
    from ui.models.live_visit import LiveVisit
    from ui.models.looks import Looks
    from ui.models.shelf import Shelf


class RailKeeper(Protocol):
    """Knows what lies at the mirror; a ``kiosk.shop_reader.ShopReader``."""

    def rail(self, revision: int, skus: Sequence[str]) -> Rail | None:
        """What lies there now; None where that is what lay there at this revision."""


class Restocking:
    """Lays out what is new and puts away what is sold no more at the beginning of a visit, and never in its midst.

    What is read too late, when the shopper has begun, waits for the next visit.
    """

    def __init__(
        self, desk: Errands[RailKeeper], shelf: Shelf, looks: Looks, live: LiveVisit, skus: Sequence[str]
    ) -> None:
        """Ask at ``desk``, whatever the visit; ``skus`` are of what looks are made of."""
        self._desk = desk
        self._shelf = shelf
        self._looks = looks
        self._live = live
        self._skus = tuple(skus)
        self._revision = 0
        self._coming: Rail | None = None

    def begin(self) -> None:
        """A visit begins, of which nothing was done yet."""
        self._lay_out()
        revision, skus = self._revision, self._skus
        self._desk.do(lambda keeper: keeper.rail(revision, skus), self._take, self._leave)

    def _take(self, rail: Rail | None) -> None:
        self._coming = rail
        visit = self._live.visit
        if self._shelf.is_reset and not visit.worn and not visit.picks:
            self._lay_out()

    def _leave(self, _: str) -> None:
        """What lies there stays; the shop's own pages say what is wrong with the disk."""

    def _lay_out(self) -> None:
        if self._coming is not None:
            self._revision = self._coming.revision
            self._looks.restock(self._coming.catalogue)
            self._shelf.restock(self._coming.catalogue)
            self._coming = None
