"""Has orders paid: never twice, and no payment lost, whatever is cut off in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kiosk.orders.payment import FINAL, Outcome, Payment, PaymentIntent, PaymentUnknownError

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kiosk.money import Money
    from kiosk.orders.payment import Cashpoint


class PaymentBook(Protocol):
    """Keeps payments through power cuts: what it has taken is on disk when the call is over."""

    def payments_of(self, order: UUID) -> tuple[Payment, ...]:
        """All of an order, in the order in which they were written."""

    def open_payments(self) -> tuple[Payment, ...]:
        """All whose outcome is not final."""

    def write_payment(self, payment: Payment) -> None:
        """Write one, or what is known of it now."""


class Cashier:
    """Leads each payment from its intent, which is on disk before anybody is asked for money, to its outcome.

    An order is asked for anew only when every payment before is final and none of them was approved.
    """

    def __init__(self, book: PaymentBook, cashpoint: Cashpoint, new_key: Callable[[], UUID]) -> None:
        """Write into ``book`` and have ``cashpoint`` take the money; ``new_key`` gives a UUIDv7 each time."""
        self._book = book
        self._cashpoint = cashpoint
        self._new_key = new_key

    def pay(self, order: UUID, code: str, amount: Money) -> Payment:
        """Have an order paid; of one that is paid, or is being paid, how that stands.

        Where no answer comes the payment stays pending, and ``look`` finds out.
        """
        for payment in self._book.payments_of(order):
            if payment.outcome is Outcome.APPROVED:
                return payment
            if payment.outcome not in FINAL:
                return self._follow(payment, self._cashpoint.begin)
        payment = Payment(PaymentIntent(self._new_key(), order, code, amount), Outcome.PENDING)
        self._book.write_payment(payment)
        return self._follow(payment, self._cashpoint.begin)

    def look(self, order: UUID) -> Payment | None:
        """How an order's latest payment stands now; None when none was asked for."""
        payments = self._book.payments_of(order)
        if not payments or payments[-1].outcome in FINAL:
            return payments[-1] if payments else None
        return self._follow(payments[-1], self._cashpoint.find)

    def give_up(self, order: UUID) -> Payment | None:
        """Stop asking for the money of an order, if it is not too late for that; how its latest payment stands then."""
        payments = self._book.payments_of(order)
        if not payments or payments[-1].outcome in FINAL:
            return payments[-1] if payments else None
        return self._follow(payments[-1], self._cashpoint.cancel)

    def resolve(self, payment: Payment) -> Payment:
        """Find out what became of a payment that is open: after a crash, and then again until it is known.

        One that was never heard of is cancelled: what was on its way when we crashed must not be charged later, when
        nobody stands there.

        Raises:
            PaymentUnknownError: no answer came; its cause says why.
        """
        outcome = self._cashpoint.find(payment.intent)
        if outcome is Outcome.UNHEARD:
            outcome = self._cashpoint.cancel(payment.intent)
        return self._note(payment, outcome)

    def _follow(self, payment: Payment, ask: Callable[[PaymentIntent], Outcome]) -> Payment:
        try:
            outcome = ask(payment.intent)
        except PaymentUnknownError:
            return payment
        return self._note(payment, outcome)

    def _note(self, payment: Payment, outcome: Outcome) -> Payment:
        if outcome not in FINAL:
            return payment
        settled = Payment(payment.intent, outcome)
        self._book.write_payment(settled)
        return settled
