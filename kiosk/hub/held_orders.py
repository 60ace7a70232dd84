"""Orders as the hub holds them: what is known of one, and how it comes to be further."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter
from sqlalchemy import func, insert, select, update

from kiosk.cart.wire import Sku
from kiosk.hub.order_contacts import shorten_contact
from kiosk.hub.order_stock import release
from kiosk.hub.tables.orders import order_steps, orders
from kiosk.money import Money
from kiosk.orders.order import Order, OrderLine, OrderState, OrderStatus, OrderStep
from kiosk.orders.wire import OrderDocument, OrderLineDocument

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection

LINES: Final = TypeAdapter(tuple[OrderLineDocument, ...])
SKUS: Final = TypeAdapter(tuple[Sku, ...])
"""How lines and SKUs are in the database: JSON."""

_GOODS_ARE_GONE: Final = frozenset({OrderState.COLLECTED, OrderState.SHIPPED, OrderState.CANCELLED})
"""From here on nothing is held back for an order."""


class UnknownOrderError(Exception):
    """There is no such order."""


@dataclass(frozen=True, slots=True)
class HeldOrder:
    """An order as the hub has it.

    Attributes:
        order: as it was made.
        state: where it is.
        lines: as they are paid: never more than as they were shown.
        ready_ms: when it can be fetched, at the earliest; None where that is not known.
        missing: SKUs that the store has still to find.
        steps: where it has been.
    """

    order: Order
    state: OrderState
    lines: tuple[OrderLine, ...]
    ready_ms: int | None
    missing: tuple[str, ...]
    steps: tuple[OrderStep, ...]

    @property
    def charged(self) -> Money:
        """What is to be paid."""
        return Money(sum(line.total.minor for line in self.lines), self.order.total.currency)

    @property
    def status(self) -> OrderStatus:
        """Where it stands, as anybody may know who has its code."""
        order = self.order
        return OrderStatus(
            order.id,
            order.code,
            order.kind,
            order.store,
            self.state,
            order.total,
            self.charged,
            self.ready_ms,
            self.missing,
            self.steps,
        )


def find_order(connection: Connection, which: ColumnElement[bool]) -> HeldOrder:
    """The order of which this is true.

    Raises:
        UnknownOrderError: there is none.
    """
    row = connection.execute(select(orders).where(which)).one_or_none()
    if row is None:
        raise UnknownOrderError
    walked = select(order_steps.c.state, order_steps.c.at_ms).where(order_steps.c.order_id == row.id)
    return HeldOrder(
        order=OrderDocument.model_validate_json(row.document).value(),
        state=OrderState(row.state),
        lines=tuple(line.value() for line in LINES.validate_json(row.charged)),
        ready_ms=row.ready_ms,
        missing=SKUS.validate_json(row.missing),
        steps=tuple(
            OrderStep(OrderState(step.state), step.at_ms)
            for step in connection.execute(walked.order_by(order_steps.c.number))
        ),
    )


def lock_order(connection: Connection, order: UUID) -> HeldOrder:
    """The order with this id, which nobody else changes before this transaction is over.

    Raises:
        UnknownOrderError: there is none.
    """
    connection.execute(select(orders.c.id).where(orders.c.id == order).with_for_update())
    return find_order(connection, orders.c.id == order)


def enter(connection: Connection, order: UUID, state: OrderState, now_ms: int) -> None:
    """Note that an order came to a state, with all that this entails."""
    connection.execute(update(orders).where(orders.c.id == order).values(state=state))
    add_step(connection, order, state, now_ms)
    shorten_contact(connection, order, state, now_ms)
    if state in _GOODS_ARE_GONE:
        release(connection, order)


def add_step(connection: Connection, order: UUID, state: OrderState, at_ms: int) -> None:
    """Note a step of its way, after those that are there."""
    so_far = select(func.count()).select_from(order_steps).where(order_steps.c.order_id == order)
    number = connection.execute(so_far).scalar_one() + 1
    connection.execute(insert(order_steps).values(order_id=order, number=number, state=state, at_ms=at_ms))
