"""The payments of a kiosk, on its own disk: the intent before anybody is asked for money, the outcome once known."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.money import Money
from kiosk.orders.payment import FINAL, Outcome, Payment, PaymentIntent

if TYPE_CHECKING:
    from kiosk.local.database import LocalDatabase


class PaymentStore:
    """A ``kiosk.orders.cashier.PaymentBook``. For one thread, as the connection is."""

    def __init__(self, database: LocalDatabase) -> None:
        """Keep payments in ``database``."""
        self._database = database

    def payments_of(self, order: UUID) -> tuple[Payment, ...]:
        """All of an order, in the order in which they were written."""
        return self._read("order_id = ?", str(order))

    def open_payments(self) -> tuple[Payment, ...]:
        """All whose outcome is not final."""
        return self._read("is_open")

    def write_payment(self, payment: Payment) -> None:
        """Write one, or what is known of it now; on the disk when this is over.

        Raises:
            LocalDataError: the machine does not let us.
        """
        self._write(payment, None)

    def await_till(self, payment: Payment) -> None:
        """Write one that the till takes, of an order that is kept here: it is forgotten with its order.

        Raises:
            LocalDataError: the machine does not let us.
        """
        self._write(payment, str(payment.intent.order))

    def _write(self, payment: Payment, goes_with: str | None) -> None:
        intent = payment.intent
        self._database.execute(
            "INSERT INTO payment (key, order_id, code, minor, currency, outcome, is_open, goes_with)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET outcome = excluded.outcome, is_open = excluded.is_open",
            (
                str(intent.key),
                str(intent.order),
                intent.code,
                intent.amount.minor,
                intent.amount.currency,
                payment.outcome,
                payment.outcome not in FINAL,
                goes_with,
            ),
        )

    def _read(self, where: str, *values: str) -> tuple[Payment, ...]:
        rows = self._database.rows(
            f"SELECT key, order_id, code, minor, currency, outcome FROM payment WHERE {where} ORDER BY number",  # noqa: S608 - our own words
            values,
        )
        return tuple(
            Payment(PaymentIntent(UUID(key), UUID(order), code, Money(minor, currency)), Outcome(outcome))
            for key, order, code, minor, currency, outcome in rows
        )
