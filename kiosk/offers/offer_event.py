"""What became of suggestions, for who weighs offers: features of the moment, nothing of the person."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum


class OfferEventKind(StrEnum):
    """What happened to a suggestion."""

    SHOWN = "offer_shown"
    ACCEPTED = "offer_accepted"
    DISMISSED = "offer_dismissed"
    HELD_OUT = "offer_held_out"


@dataclass(frozen=True, slots=True)
class OfferEvent:
    """One thing that happened.

    Attributes:
        kind: what.
        offer_id: to which offer.
        store: where.
        weekday, hour: when, by the store's clock; Monday is 1.
        fit_permille: how well it fitted what the visit showed, in thousandths.
        saving_minor: what it would have saved.
        cart_minor, cart_quantity: what the cart cost before offers, and how many pieces it had.
    """

    kind: OfferEventKind
    offer_id: str
    store: str
    weekday: int
    hour: int
    fit_permille: int
    saving_minor: int
    cart_minor: int
    cart_quantity: int

    @property
    def fields(self) -> dict[str, str | int]:
        """All but the kind, as ``kiosk.event_wire.EventDocument`` has it."""
        return {name: value for name, value in asdict(self).items() if name != "kind"}
