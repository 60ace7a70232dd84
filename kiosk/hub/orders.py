"""The shop's orders, in its database: each made once, paid once, and going one way."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Protocol

from pydantic import TypeAdapter
from sqlalchemy import exists, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from kiosk.hub.cart_state import NoCartError, find_cart, mark_ordered
from kiosk.hub.held_orders import LINES, SKUS, HeldOrder, add_step, enter, find_order, lock_order
from kiosk.hub.order_stock import reserve
from kiosk.hub.tables.carts import carts
from kiosk.hub.tables.orders import order_payments, order_returns, orders
from kiosk.orders.collecting import LAYING_ASIDE
from kiosk.orders.order import (
    RETURNABLE,
    WAYS,
    Order,
    OrderError,
    OrderKind,
    OrderLine,
    OrderState,
    next_states,
    payable,
)
from kiosk.orders.ready_time import ready_at
from kiosk.orders.wire import OrderDocument, OrderLineDocument, ReturnLineDocument

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from kiosk.hub.devices import Device
    from kiosk.orders.wire import PaymentDocument, ReturnDocument
    from kiosk.stores import Store

_RETURN_LINES: Final = TypeAdapter(tuple[ReturnLineDocument, ...])

_AT_ONCE: Final = {
    OrderKind.TILL: OrderState.AWAITING_PAYMENT,
    OrderKind.COLLECT: OrderState.PREPARING,
    OrderKind.SHIP: OrderState.AWAITING_PAYMENT,
}
"""Where an order goes as soon as the hub has it and nothing is missing."""

_UNPAID_DAYS: Final = {OrderKind.TILL: 3, OrderKind.COLLECT: 14, OrderKind.SHIP: 3}
"""After so long nobody comes any more."""

_DAY_MS: Final = 24 * 3600 * 1000


class Shop(Protocol):
    """What taking an order asks of the shop; a ``kiosk.hub.order_shop.OrderShop``."""

    def reprice(self, connection: Connection, order: Order) -> tuple[OrderLine, ...] | None:
        """The lines at the shop's own prices; None where it does not sell them all."""

    def store(self, connection: Connection, store: str) -> Store | None:
        """The store with this id; None when there is none."""


def take_order(connection: Connection, shop: Shop, order: Order, device: Device, now_ms: int) -> HeldOrder:
    """Take an order from a device, once, however often it comes.

    Raises:
        OrderError: its id, its code or its cart is that of another order, or its cart or its store is none of the
            device's, or of the shop's.
    """
    document = OrderDocument.of(order).model_dump_json()
    fingerprint = hashlib.sha256(document.encode()).digest()
    if not _is_taken(connection, order, fingerprint):
        charged = _cheaper(order, shop.reprice(connection, order))
        new = {
            "id": order.id,
            "code": order.code,
            "cart": order.cart,
            "kind": order.kind,
            "state": OrderState.PLACED,
            "store": order.store,
            "fingerprint": fingerprint,
            "document": document,
            "charged": _dump_lines(charged),
            "missing": "[]",
            "receipts_sent": 0,
            "received_ms": now_ms,
        }
        # First of all, as the phone's page does: two that order one cart wait for each other, and not in a circle.
        _close_cart(connection, order.cart, device, now_ms)
        try:
            with connection.begin_nested():
                connection.execute(insert(orders).values(new))
        except IntegrityError:
            # It came twice at once; who was quicker has committed by now.
            _is_taken(connection, order, fingerprint)
        else:
            _begin(connection, shop, order, now_ms)
    return find_order(connection, orders.c.id == order.id)


def advance(connection: Connection, order: UUID, state: OrderState, now_ms: int) -> HeldOrder:
    """Note that an order is further; where it is already, nothing changes.

    Raises:
        UnknownOrderError: there is none.
        OrderError: it cannot go there from where it is, or it has to be paid for that.
    """
    held = lock_order(connection, order)
    if state is held.state:
        return held
    if state is OrderState.PAID:
        raise OrderError("an order is paid by a payment")
    if state not in next_states(held.order.kind, held.state):
        raise OrderError(f"an order that is {_said(held.state)} cannot become {_said(state)}")
    enter(connection, order, state, now_ms)
    return find_order(connection, orders.c.id == order)


def take_payment(connection: Connection, order: UUID, payment: PaymentDocument, device: UUID, now_ms: int) -> HeldOrder:
    """Note that all that was due was paid; told again with the same key, nothing changes.

    Raises:
        UnknownOrderError: there is none.
        OrderError: it was paid with another key, is not to be paid now, or another amount is due.
    """
    held = lock_order(connection, order)
    paid = connection.execute(select(order_payments.c.key).where(order_payments.c.order_id == order)).scalar()
    if paid == payment.key:
        return held
    if paid is not None:
        raise OrderError("the order is paid already, by another payment")
    used = select(exists().where(order_payments.c.key == payment.key))
    if connection.execute(used).scalar():
        raise OrderError("this key is that of another order's payment")
    if not payable(held.order.kind, held.state):
        raise OrderError(f"an order that is {_said(held.state)} cannot be paid")
    if payment.amount.value() != held.charged:
        raise OrderError(f"{held.charged.minor} {held.charged.currency} in minor units is due, neither more nor less")
    connection.execute(
        insert(order_payments).values(
            order_id=order,
            key=payment.key,
            minor=held.charged.minor,
            currency=held.charged.currency,
            device=device,
            at_ms=now_ms,
        )
    )
    enter(connection, order, OrderState.PAID, now_ms)
    return find_order(connection, orders.c.id == order)


def start_return(connection: Connection, order: UUID, wanted: ReturnDocument, now_ms: int) -> HeldOrder:
    """Note that somebody wants to bring things back; told again with the same id, nothing changes.

    Raises:
        UnknownOrderError: there is no such order.
        OrderError: it is not in the shopper's hands, comes back already, or did not have these lines.
    """
    held = lock_order(connection, order)
    started = connection.execute(select(order_returns.c.id).where(order_returns.c.order_id == order)).scalar()
    if started == wanted.id:
        return held
    if held.state not in RETURNABLE[held.order.kind]:
        raise OrderError(f"an order that is {_said(held.state)} cannot be returned")
    bought = {line.sku: line.quantity for line in held.lines}
    asked = [line.sku for line in wanted.lines]
    if len(set(asked)) != len(asked) or any(line.quantity > bought.get(line.sku, 0) for line in wanted.lines):
        raise OrderError("only what was bought can be returned")
    connection.execute(
        insert(order_returns).values(
            order_id=order,
            id=wanted.id,
            reason=wanted.reason,
            lines=_RETURN_LINES.dump_json(wanted.lines).decode(),
            at_ms=now_ms,
        )
    )
    enter(connection, order, OrderState.RETURN_STARTED, now_ms)
    return find_order(connection, orders.c.id == order)


def cancel_unpaid(connection: Connection, now_ms: int) -> None:
    """Cancel what nobody has paid in time, and hold its goods back for nobody any more."""
    for kind, days in _UNPAID_DAYS.items():
        unpaid = [state for state in WAYS[kind] if OrderState.CANCELLED in next_states(kind, state)]
        late = orders.c.received_ms <= now_ms - days * _DAY_MS
        found = select(orders.c.id).where(orders.c.kind == kind, orders.c.state.in_(unpaid), late)
        # Whoever holds one is about to do something with it: the next turn looks again.
        for order in connection.scalars(found.with_for_update(skip_locked=True)).all():
            enter(connection, order, OrderState.CANCELLED, now_ms)


def _is_taken(connection: Connection, order: Order, fingerprint: bytes) -> bool:
    """Whether this very order is there already.

    Raises:
        OrderError: another one is in its place.
    """
    same = or_(orders.c.id == order.id, orders.c.code == order.code, orders.c.cart == order.cart)
    found = connection.execute(select(orders.c.id, orders.c.code, orders.c.fingerprint).where(same)).all()
    for row in found:
        if row.id == order.id and row.fingerprint != fingerprint:
            raise OrderError("another order has this id")
        if row.id != order.id:
            raise OrderError(f"another order has this {'code' if row.code == order.code else 'cart'}")
    return bool(found)


def _begin(connection: Connection, shop: Shop, order: Order, now_ms: int) -> None:
    add_step(connection, order.id, OrderState.PLACED, min(order.placed_ms, now_ms))
    missing: tuple[str, ...] = ()
    ready_ms = None
    if order.kind is not OrderKind.TILL:
        missing = reserve(connection, order.id, order.store, {line.sku: line.quantity for line in order.lines})
    if order.kind is OrderKind.COLLECT:
        ready_ms = _ready_ms(shop.store(connection, order.store), now_ms)
    connection.execute(
        update(orders)
        .where(orders.c.id == order.id)
        .values(missing=SKUS.dump_json(missing).decode(), ready_ms=None if missing else ready_ms)
    )
    if order.kind is not OrderKind.COLLECT or not missing:
        enter(connection, order.id, _AT_ONCE[order.kind], now_ms)


def _close_cart(connection: Connection, cart: UUID, device: Device, now_ms: int) -> None:
    """See that the cart, where the hub has it, changes no more."""
    if connection.scalar(select(carts.c.id).where(carts.c.id == cart)) is None:
        return
    try:
        find_cart(connection, cart, device, now_ms, locked=True)
    except NoCartError as error:
        raise OrderError("this device has no part in the cart") from error
    mark_ordered(connection, cart, now_ms)


def _ready_ms(store: Store | None, now_ms: int) -> int | None:
    if store is None:
        raise OrderError("there is no such store to collect it from")
    ready = ready_at(store, datetime.fromtimestamp(now_ms / 1000, UTC), LAYING_ASIDE)
    return None if ready is None else int(ready.timestamp() * 1000)


def _cheaper(order: Order, repriced: tuple[OrderLine, ...] | None) -> tuple[OrderLine, ...]:
    """What is charged: the lines as shown, or at the shop's prices where these come to less."""
    if repriced is None:
        return order.lines
    total = sum(line.total.minor for line in repriced)
    in_one_currency = {line.total.currency for line in repriced} == {order.total.currency}
    return repriced if in_one_currency and total < order.total.minor else order.lines


def _dump_lines(lines: tuple[OrderLine, ...]) -> str:
    return LINES.dump_json(tuple(OrderLineDocument.of(line) for line in lines)).decode()


def _said(state: OrderState) -> str:
    return state.replace("_", " ")
