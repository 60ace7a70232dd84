"""A network between a kiosk and its hub, in one process: it does to questions what networks do."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kiosk.sync.errors import UnreachableError
from tests.faults.proxy import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from kiosk.local.cart_store import CartNews
    from kiosk.orders.order import OrderStatus
    from kiosk.sync.hub import Hub, StepResult

_T = TypeVar("_T")


class FaultyNetwork:
    """The ``Hub`` behind it, asked with the fault that ``choose`` gives each question."""

    def __init__(self, hub: Hub, choose: Callable[[], Fault]) -> None:
        self._hub = hub
        self._choose = choose
        self._late: list[Callable[[], object]] = []

    def send_steps(self, documents: Sequence[str]) -> Sequence[StepResult]:
        return self._ask(lambda: self._hub.send_steps(documents))

    def changes(self, cart: UUID, after: int, wait_s: float) -> CartNews:
        return self._ask(lambda: self._hub.changes(cart, after, wait_s))

    def abandon(self, cart: UUID) -> None:
        self._ask(lambda: self._hub.abandon(cart))

    def put_order(self, order: UUID, document: str) -> OrderStatus:
        return self._ask(lambda: self._hub.put_order(order, document))

    def send_events(self, documents: Sequence[str]) -> None:
        self._ask(lambda: self._hub.send_events(documents))

    def _ask(self, question: Callable[[], _T]) -> _T:
        fault = self._choose()
        if fault is Fault.LATE:
            self._late.append(question)
        if fault in {Fault.LATE, Fault.REQUEST_LOST}:
            raise UnreachableError("the network loses the question")
        answer = question()
        if fault is Fault.TWICE:
            answer = question()
        late, self._late = self._late, []
        for waiting in late:
            try:
                waiting()
            except UnreachableError:
                continue  # the hub is down: what was late is lost
        if fault is Fault.ANSWER_LOST:
            raise UnreachableError("the network loses the answer")
        return answer
