"""A card terminal that does everything that card terminals do, as a script says."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.orders.payment import FINAL, Outcome, PaymentUnknownError

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.orders.payment import PaymentIntent


class Whim(StrEnum):
    """What becomes of one question to the terminal.

    ``ANSWER``: it does and says as asked. ``LOSE_QUESTION``: it never hears it, and no answer comes. ``LOSE_ANSWER``:
    it does as asked, and the answer is lost. ``DELAY``: no answer comes, and a beginning is heard later.
    """

    ANSWER = "answer"
    LOSE_QUESTION = "lose question"
    LOSE_ANSWER = "lose answer"
    DELAY = "delay"


class SimulatedTerminal:
    """Keeps the promises of a `Cashpoint`, and no other.

    Attributes:
        charged: how often each payment was charged.
        asked: every payment that was ever asked for, whether that was heard or not.
        whims: what becomes of the next questions, in order; then it answers.
    """

    def __init__(self) -> None:
        self.charged: Counter[UUID] = Counter()
        self.asked: list[PaymentIntent] = []
        self.whims: list[Whim] = []
        self._known: dict[UUID, Outcome] = {}
        self._late: list[PaymentIntent] = []

    def begin(self, intent: PaymentIntent) -> Outcome:
        whim = self._whim()
        self.asked.append(intent)
        if whim is Whim.DELAY:
            self._late.append(intent)
        elif whim is not Whim.LOSE_QUESTION:
            self._hear(intent)
        return self._answer(whim, intent)

    def find(self, intent: PaymentIntent) -> Outcome:
        return self._answer(self._whim(), intent)

    def cancel(self, intent: PaymentIntent) -> Outcome:
        whim = self._whim()
        if whim in {Whim.ANSWER, Whim.LOSE_ANSWER} and self._known.get(intent.key) not in FINAL:
            self._known[intent.key] = Outcome.CANCELLED
        return self._answer(whim, intent)

    def network_delivers(self) -> None:
        """What was delayed comes now, the same question twice."""
        late, self._late = self._late, []
        for intent in late + late:
            self._hear(intent)

    def customer(self, outcome: Outcome) -> None:
        """Who stands there pays (``APPROVED``), or cannot (``DECLINED``), whatever is asked for now."""
        for key, known in self._known.items():
            if known is Outcome.PENDING:
                self._known[key] = outcome
                self.charged[key] += outcome is Outcome.APPROVED

    def _hear(self, intent: PaymentIntent) -> None:
        self._known.setdefault(intent.key, Outcome.PENDING)

    def _whim(self) -> Whim:
        return self.whims.pop(0) if self.whims else Whim.ANSWER

    def _answer(self, whim: Whim, intent: PaymentIntent) -> Outcome:
        if whim is not Whim.ANSWER:
            raise PaymentUnknownError
        return self._known.get(intent.key, Outcome.UNHEARD)
