"""Taking money: the port to whatever takes it, and what that may answer.

Every payment has a key of its own. Who takes payments (`Cashpoint`) promises three things: one key is charged once at
most, however often it is begun; an answer that is final never changes; and a key that was cancelled is never charged
afterwards, even if it is begun only then. Everything else may go wrong: an answer may be lost, or come late or twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.money import Money


class Outcome(StrEnum):
    """How a payment stands.

    ``UNHEARD``: where it should be taken, nobody knows of it. ``PENDING``: it is under way there.
    """

    UNHEARD = "unheard"
    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"
    CANCELLED = "cancelled"


FINAL: Final = frozenset({Outcome.APPROVED, Outcome.DECLINED, Outcome.CANCELLED})
"""These never change any more."""


class PaymentUnknownError(Exception):
    """No answer came: what became of the payment has to be found out."""


@dataclass(frozen=True, slots=True)
class PaymentIntent:
    """What is to be paid.

    Attributes:
        key: a UUIDv7, no other payment's.
        order: what for.
        code: the order's public code.
        amount: how much, above 0.
    """

    key: UUID
    order: UUID
    code: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment and what is known of it here."""

    intent: PaymentIntent
    outcome: Outcome


class Cashpoint(Protocol):
    """Takes payments. Every method may raise ``PaymentUnknownError``."""

    def begin(self, intent: PaymentIntent) -> Outcome:
        """Ask for the money; of a payment that was begun before, how it stands."""

    def find(self, intent: PaymentIntent) -> Outcome:
        """How a payment stands, asked as often as needed, after a crash too."""

    def cancel(self, intent: PaymentIntent) -> Outcome:
        """Want it no more: ``CANCELLED``, unless it was final already or is too far gone (``PENDING``)."""
