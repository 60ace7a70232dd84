"""Follows payments that are open until what became of them is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kiosk.hub.errors import HubError
from kiosk.orders.payment import FINAL, PaymentUnknownError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.orders.cashier import Cashier, PaymentBook
    from kiosk.orders.payment import Payment

_SECONDS: Final = 3.0


class PaymentWatch:
    """A ``kiosk.sync.jobs.Refresher``: looks at the newest payment, and at the others in turn."""

    def __init__(self, book: PaymentBook, cashier: Cashier, told: Callable[[], None]) -> None:
        """Watch what is open in ``book``, led by ``cashier``; ``told`` hears when something became known."""
        self._book = book
        self._cashier = cashier
        self._told = told
        self._turn = 0

    def refresh(self) -> float:
        """Look once, and give after how many seconds to look again.

        Raises:
            HubError: it cannot tell.
            LocalDataError: what became of one cannot be kept.
        """
        payments = self._book.open_payments()
        if payments:
            self._look(payments[-1])
        if others := payments[:-1]:
            self._turn = (self._turn + 1) % len(others)
            self._look(others[self._turn])
        return _SECONDS

    def _look(self, payment: Payment) -> None:
        try:
            resolved = self._cashier.resolve(payment)
        except PaymentUnknownError as error:
            if isinstance(error.__cause__, HubError):
                raise error.__cause__ from None  # so that nobody takes silence for an answer
            return
        if resolved.outcome in FINAL:
            self._told()
