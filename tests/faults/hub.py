"""The hub's own code on a real database, without HTTP, that can die in the middle of a transaction."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from fastapi import HTTPException
from sqlalchemy import event, select

from kiosk.cart.views import CartState
from kiosk.hub.cart_operations import Submission, take_operations
from kiosk.hub.cart_state import abandon_cart, add_member, operations_of
from kiosk.hub.carts_api import tell_changes
from kiosk.hub.devices import DeviceKind, add_device, new_device, new_token
from kiosk.hub.orders import take_order
from kiosk.hub.sent_operations import SentOperation, read_operation
from kiosk.hub.tables.orders import orders
from kiosk.local.cart_store import CartNews
from kiosk.orders.order import OrderError
from kiosk.orders.wire import OrderDocument
from kiosk.sync.errors import RefusedError, UnreachableError
from kiosk.sync.hub import StepResult
from tests.kiosk.orders.test_ready_time import STORE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from kiosk.cart.operation import Operation
    from kiosk.hub.database import Database
    from kiosk.hub.devices import Device
    from kiosk.orders.order import Order, OrderLine, OrderStatus
    from kiosk.stores import Store
    from kiosk.sync.hub_time import HubTime

_CONFLICT: Final = 409


class _DiedError(Exception):
    """The hub is no more."""


class HubProcess:
    """One hub for all kiosks of a test.

    Attributes:
        skew_ms: how wrong its clock is.
    """

    def __init__(self, database: Database, wall_ms: int) -> None:
        self.database = database
        self.skew_ms = 0
        self._wall_ms = wall_ms
        self._statements_left: int | None = None
        self._down_for = 0

    def now_ms(self) -> int:
        self._wall_ms += 1
        return self._wall_ms + self.skew_ms

    def die_in(self, statements: int, questions: int) -> None:
        """Die before that statement of what comes, and be back after so many questions that nobody answers."""
        self._statements_left = statements
        self._down_for = questions

    def recover(self) -> None:
        """Be there, and stay."""
        self._statements_left = None
        self._down_for = 0

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction in the hub's process, if it lives."""
        if self._statements_left is None and self._down_for:
            self._down_for -= 1
            raise UnreachableError("the hub is down")
        try:
            with self.database.writing() as connection:
                event.listen(connection, "before_cursor_execute", self._count)
                yield connection
        except _DiedError as error:
            self._statements_left = None
            raise UnreachableError("the hub died") from error

    def _count(self, *_: Any) -> None:
        if self._statements_left is not None:
            self._statements_left -= 1
            if self._statements_left < 0:
                raise _DiedError

    def register(self, name: str) -> Device:
        """A kiosk that the hub knows."""
        device = new_device(name, STORE.id, DeviceKind.KIOSK)
        with self.database.writing() as connection:
            add_device(connection, device, new_token(), self.now_ms())
        return device

    def let_in(self, cart: UUID, device: Device) -> None:
        """What a hand-off comes to."""
        with self.database.writing() as connection:
            add_member(connection, cart, device.id, self.now_ms())

    def orders(self, cart: UUID) -> list[Order]:
        """As it was told that a cart was ordered."""
        with self.database.reading() as connection:
            documents = connection.scalars(select(orders.c.document).where(orders.c.cart == cart)).all()
        return [OrderDocument.model_validate_json(document).value() for document in documents]

    def operations(self, cart: UUID) -> list[Operation]:
        """All that it has of a cart."""
        with self.database.reading() as connection:
            return operations_of(connection, cart)


class _Shop:
    """Has one store, and prices that never change."""

    def reprice(self, connection: Connection, order: Order) -> tuple[OrderLine, ...]:
        del connection
        return order.lines

    def store(self, connection: Connection, store: str) -> Store | None:
        del connection
        return STORE if store == STORE.id else None


class DirectHub:
    """A ``Hub`` for one device."""

    def __init__(self, process: HubProcess, device: Device, time: HubTime, monotonic: Any) -> None:
        self._process = process
        self._device = device
        self._time = time
        self._monotonic = monotonic

    def send_steps(self, documents: Sequence[str]) -> list[StepResult]:
        sent = [read_operation(json.loads(document)) for document in documents]
        operations = [one for one in sent if isinstance(one, SentOperation)]
        assert len(operations) == len(sent), sent
        with self._process.transaction() as connection:
            taken = take_operations(connection, [Submission(self._device, operations)], self._process.now_ms())
        self._learn()
        return [StepResult(one.status, one.reason or "", one.expected or 0) for one in taken.results[0]]

    def changes(self, cart: UUID, after: int, wait_s: float) -> CartNews:
        del wait_s  # it does not
        with self._process.transaction() as connection:
            try:
                told = tell_changes(connection, cart, self._device, after, self._process.now_ms())
            except HTTPException as error:
                raise RefusedError(str(error.detail), error.status_code, "about:blank") from error
        self._learn()
        steps = tuple(change.operation.value() for change in told.changes)
        return CartNews(steps, told.version, CartState(told.state), None)

    def abandon(self, cart: UUID) -> None:
        with self._process.transaction() as connection:
            abandon_cart(connection, cart, self._device, self._process.now_ms())

    def put_order(self, order: UUID, document: str) -> OrderStatus:
        made = OrderDocument.model_validate_json(document).value()
        assert made.id == order
        with self._process.transaction() as connection:
            try:
                return take_order(connection, _Shop(), made, self._device, self._process.now_ms()).status
            except OrderError as error:
                raise RefusedError(str(error), _CONFLICT, "about:blank") from error

    def send_events(self, documents: Sequence[str]) -> None:
        raise AssertionError(f"nobody told of anything: {documents}")

    def _learn(self) -> None:
        asked = self._monotonic()
        self._time.learn(self._process.now_ms(), asked, asked + 0.01)
