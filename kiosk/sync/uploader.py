"""What waits in the outbox goes to the hub, and what the hub says of it is kept."""

from __future__ import annotations

from http import HTTPStatus
from itertools import groupby
from typing import TYPE_CHECKING, Final, Protocol

from kiosk.sync.errors import RefusedError, UnreachableError
from kiosk.sync.hub import MOST_STEPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.local.cart_store import CartStore
    from kiosk.local.database import LocalDatabase
    from kiosk.local.outbox import Outbox, PendingStep
    from kiosk.orders.order import OrderStatus
    from kiosk.sync.hub import Hub, StepResult

_MOST_EVENTS: Final = 100


class OrderNotes(Protocol):
    """Who keeps what the hub says of orders, on the same database; a ``kiosk.local.order_store.OrderStore``."""

    def note(self, status: OrderStatus) -> None:
        """The hub has an order, and this is where it stands."""


class Uploader:
    """Empties the outbox: steps, then the orders whose carts the hub has, then the rest. For one thread."""

    def __init__(self, hub: Hub, database: LocalDatabase, outbox: Outbox, carts: CartStore, orders: OrderNotes) -> None:
        """Send nothing yet; ``outbox``, ``carts`` and ``orders`` are on ``database``."""
        self._hub = hub
        self._database = database
        self._outbox = outbox
        self._carts = carts
        self._orders = orders
        self._steps_at_once = _Batch(MOST_STEPS)
        self._events_at_once = _Batch(_MOST_EVENTS)
        self._stuck_order = 0

    def upload(self) -> bool:
        """Send what is to go next; false when nothing waits.

        Raises:
            HubError: the hub did not take it; it waits as before.
            LocalDataError: what the hub said could not be kept; it will be asked again.
        """
        if not (self._send_steps() or self._send_order() or self._send_abandon() or self._send_events()):
            return False
        if self._carts.forget_settled():
            self._database.scrub()
        return True

    # --- Steps --------------------------------------------------------------------------------------------------------

    def _send_steps(self) -> bool:
        steps = self._outbox.next_steps(self._steps_at_once.size)
        if not steps:
            return False
        try:
            results = self._hub.send_steps([step.document for step in steps])
        except RefusedError as error:
            self._narrow(self._steps_at_once, [step.number for step in steps], str(error))
            return True
        self._steps_at_once.widen()
        with self._database.transaction():
            settled = self._settle(steps, results)
        if not settled:
            raise UnreachableError("the hub asks for steps that it was sent")
        return True

    def _narrow(self, batch: _Batch, numbers: Sequence[int], reason: str) -> None:
        """One of these makes the hub refuse them all: look for it among fewer, until it is alone."""
        if len(numbers) > 1:
            batch.size = len(numbers) // 2
            return
        batch.widen()
        self._outbox.park(numbers[0], reason)

    def _settle(self, steps: Sequence[PendingStep], results: Sequence[StepResult]) -> bool:
        """Keep what the hub says of each step; false where that brings nothing forward."""
        taken = [step.number for step, result in zip(steps, results, strict=True) if result.status in _TAKEN]
        self._outbox.done(taken)
        refused = [(step, result) for step, result in zip(steps, results, strict=True) if result.status == "refused"]
        for step, result in refused:
            self._outbox.park(step.number, result.reason or "the hub gives no reason")
        gaps = [(step, result) for step, result in zip(steps, results, strict=True) if result.status == "gap"]
        moved = [self._fill_gap([step for step, _ in behind], behind[0][1].expected) for behind in _by_signer(gaps)]
        return bool(taken or refused or any(moved))

    def _fill_gap(self, behind: Sequence[PendingStep], expected: int) -> bool:
        """The hub lacks what comes before these: send it again, if it is still here, and else give them up.

        False where that is what was done already.
        """
        first = behind[0]
        if self._outbox.resend(first.cart, first.device, expected):
            return expected != first.sequence
        for step in behind:
            self._outbox.park(step.number, f"the hub lacks step {expected} of this cart, and so does this kiosk")
        return True

    # --- The rest -----------------------------------------------------------------------------------------------------

    def _send_order(self) -> bool:
        order = self._outbox.next_order(self._stuck_order)
        if order is None:
            return False
        try:
            # Where the hub breaks over this one, the next one has its turn.
            self._stuck_order = order.number
            status = self._hub.put_order(order.id, order.document)
        except RefusedError as error:
            self._outbox.park(order.number, str(error))
        else:
            with self._database.transaction():
                self._outbox.done([order.number])
                self._orders.note(status)
        self._stuck_order = 0
        return True

    def _send_abandon(self) -> bool:
        pending = self._outbox.next_abandon()
        if pending is None:
            return False
        number, cart = pending
        try:
            self._hub.abandon(cart)
        except RefusedError as error:
            if error.status != HTTPStatus.NOT_FOUND:
                self._outbox.park(number, str(error))
                return True
        self._outbox.done([number])
        return True

    def _send_events(self) -> bool:
        events = self._outbox.next_events(self._events_at_once.size)
        if not events:
            return False
        numbers = [number for number, _ in events]
        try:
            self._hub.send_events([document for _, document in events])
        except RefusedError as error:
            self._narrow(self._events_at_once, numbers, str(error))
        else:
            self._events_at_once.widen()
            self._outbox.done(numbers)
        return True


class _Batch:
    """How many go at once: as many as may, unless one of them spoils it for all."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.size = most

    def widen(self) -> None:
        self.size = self._most


_TAKEN: Final = frozenset({"accepted", "duplicate"})


def _by_signer(gaps: Sequence[tuple[PendingStep, StepResult]]) -> list[list[tuple[PendingStep, StepResult]]]:
    """Steps by cart and device, those of each as they follow each other."""
    ordered = sorted(gaps, key=lambda gap: (str(gap[0].cart), gap[0].device, gap[0].sequence))
    return [list(group) for _, group in groupby(ordered, key=lambda gap: (gap[0].cart, gap[0].device))]
