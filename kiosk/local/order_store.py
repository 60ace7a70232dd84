"""The orders of a kiosk, on its own disk: one is made, and on its way to the hub, or it never happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.local.payment_store import PaymentStore
from kiosk.orders.order import OrderKind
from kiosk.orders.payment import Outcome, Payment, PaymentIntent
from kiosk.orders.wire import OrderDocument, OrderStatusDocument

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.local.cart_store import CartStore
    from kiosk.local.database import LocalDatabase
    from kiosk.local.outbox import Outbox
    from kiosk.orders.order import Order, OrderStatus


class OrderStore:
    """Orders by their carts, as long as their carts are there. For one thread, as the connection is."""

    def __init__(self, database: LocalDatabase, outbox: Outbox, carts: CartStore) -> None:
        """Keep orders in ``database``, on which ``outbox`` and ``carts`` are too."""
        self._database = database
        self._payments = PaymentStore(database)
        self._outbox = outbox
        self._carts = carts

    def place(self, order: Order) -> None:
        """Keep an order and, of one for the till, that it is to be paid; close its cart and have the hub told.

        All of that or nothing.

        Raises:
            LocalDataError: the machine does not let us; nothing was done.
        """
        document = OrderDocument.of(order).model_dump_json()
        with self._database.transaction():
            self._database.execute(
                "INSERT INTO placed_order (id, cart, document) VALUES (?, ?, ?)",
                (str(order.id), str(order.cart), document),
            )
            self._carts.order(order.cart)
            self._outbox.put_order(order.id, order.cart, document)
            if order.kind is OrderKind.TILL:
                # Its own id is a key that no other payment has: the till is asked for each order once.
                intent = PaymentIntent(order.id, order.id, order.code, order.total)
                self._payments.await_till(Payment(intent, Outcome.PENDING))

    def of_cart(self, cart: UUID) -> Order | None:
        """What a cart was ordered as; None where it was not, or that is forgotten."""
        rows = self._database.rows("SELECT document FROM placed_order WHERE cart = ?", (str(cart),))
        return next((OrderDocument.model_validate_json(document).value() for (document,) in rows), None)

    def is_sent(self, order: UUID) -> bool:
        """Whether the hub has said what became of it."""
        waiting = self._database.rows("SELECT 1 FROM outbox WHERE kind = 'order' AND id = ?", (str(order),))
        return not waiting

    def refusal(self, order: UUID) -> str | None:
        """Why the hub does not take it; None where that is not so."""
        rows = self._database.rows("SELECT reason FROM parked WHERE kind = 'order' AND id = ?", (str(order),))
        return next((reason for (reason,) in rows), None)

    def is_paid(self, order: UUID) -> bool:
        """Whether it is known here that the money was taken."""
        return any(payment.outcome is Outcome.APPROVED for payment in self._payments.payments_of(order))

    def note(self, status: OrderStatus) -> None:
        """Keep what the hub told of an order, where it is here."""
        document = OrderStatusDocument.of(status).model_dump_json()
        self._database.execute("UPDATE placed_order SET status = ? WHERE id = ?", (document, str(status.id)))

    def status(self, order: UUID) -> OrderStatus | None:
        """What the hub told last of an order; None before it told anything."""
        rows = self._database.rows("SELECT status FROM placed_order WHERE id = ?", (str(order),))
        told = [OrderStatusDocument.model_validate_json(document).value() for (document,) in rows if document]
        return told[0] if told else None
