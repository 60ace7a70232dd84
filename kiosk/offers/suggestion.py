"""Which offer is told a shopper now: one at most, never one that they waved away, and few in a visit."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kiosk.offers.offer_event import OfferEvent, OfferEventKind
from kiosk.offers.proposals import Proposals

if TYPE_CHECKING:
    from kiosk.offers.basket import Basket
    from kiosk.offers.offer import Offer
    from kiosk.offers.proposals import Moment, Suggestion

MOST_A_VISIT: Final = 3
"""Suggestions of any offer."""


class Suggestions:
    """Those of one visit."""

    def __init__(self, visit_id: str) -> None:
        """Nothing was suggested yet.

        Args:
            visit_id: random, of this visit alone and told to nobody; decides which offers it is kept from.
        """
        self._visit_id = visit_id
        self._times: dict[str, int] = {}
        self._over: set[str] = set()
        self._shown: tuple[Suggestion, OfferEvent] | None = None
        self._events: list[OfferEvent] = []

    def look(self, moment: Moment) -> Suggestion | None:
        """The suggestion for now: the one that is shown, as long as it still saves, else the best; None for none."""
        if self._shown is not None:
            shown, event = self._shown
            renewed = Proposals(moment).renewed(shown)
            self._shown = None if renewed is None else (renewed, event)
        if self._shown is None:
            self._shown = self._next(moment)
        return None if self._shown is None else self._shown[0]

    def accept(self) -> Suggestion | None:
        """The shopper wants what is shown: that; it does not come again."""
        return self._end(OfferEventKind.ACCEPTED)

    def dismiss(self) -> Suggestion | None:
        """The shopper does not want what is shown: that; it does not come again."""
        return self._end(OfferEventKind.DISMISSED)

    def take_events(self) -> tuple[OfferEvent, ...]:
        """What happened since the last time that this was asked."""
        events, self._events = tuple(self._events), []
        return events

    def _end(self, kind: OfferEventKind) -> Suggestion | None:
        if self._shown is None:
            return None
        (ended, event), self._shown = self._shown, None
        self._over.add(ended.offer.id)
        self._events.append(replace(event, kind=kind))
        return ended

    def _next(self, moment: Moment) -> tuple[Suggestion, OfferEvent] | None:
        if sum(self._times.values()) >= MOST_A_VISIT:
            return None
        open_offers = [offer for offer in moment.offers if self._is_open(offer)]
        proposals = Proposals(moment)
        for suggestion in proposals.best_first(open_offers):
            offer = suggestion.offer
            if is_held_out(self._visit_id, offer):
                self._over.add(offer.id)
                self._events.append(_event(OfferEventKind.HELD_OUT, suggestion, moment, proposals.basket))
                continue
            event = _event(OfferEventKind.SHOWN, suggestion, moment, proposals.basket)
            self._times[offer.id] = self._times.get(offer.id, 0) + 1
            self._events.append(event)
            return suggestion, event
        return None

    def _is_open(self, offer: Offer) -> bool:
        return offer.id not in self._over and self._times.get(offer.id, 0) < offer.most_shown


def is_held_out(visit_id: str, offer: Offer) -> bool:
    """Whether a visit is kept from an offer: decided by chance, and always the same."""
    digest = hashlib.sha256(f"{visit_id}\n{offer.id}".encode()).digest()
    return int.from_bytes(digest[:8]) % 100 < offer.holdout_percent


def _event(kind: OfferEventKind, suggestion: Suggestion, moment: Moment, basket: Basket) -> OfferEvent:
    now = moment.context.now
    return OfferEvent(
        kind=kind,
        offer_id=suggestion.offer.id,
        store=moment.context.store,
        weekday=now.isoweekday(),
        hour=now.hour,
        fit_permille=round(1000 * suggestion.score),
        saving_minor=suggestion.saving.amount.minor,
        cart_minor=basket.list_total,
        cart_quantity=sum(line.quantity for line in basket.lines),
    )
