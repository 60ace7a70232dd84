"""What the hub does not have yet: kept until it has said what became of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.cart.operation import Operation
    from kiosk.local.database import LocalDatabase


class EntryKind(StrEnum):
    """What is waiting."""

    OPERATION = "operation"
    ORDER = "order"
    ABANDON = "abandon"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class PendingStep:
    """One step on a cart that waits.

    Attributes:
        number: its place in the outbox.
        id, cart, device, sequence: the step's own.
        document: the step as it travels, JSON.
    """

    number: int
    id: UUID
    cart: UUID
    device: str
    sequence: int
    document: str


@dataclass(frozen=True, slots=True)
class PendingOrder:
    """One order that waits, all steps of whose cart the hub has.

    Attributes:
        number: its place in the outbox.
        id, cart: the order's own.
        document: the order as it travels, JSON.
    """

    number: int
    id: UUID
    cart: UUID
    document: str


@dataclass(frozen=True, slots=True)
class Parked:
    """What the hub refused for good, for staff to look at.

    Attributes:
        number: its place in the outbox, when it was there.
        kind: what it is.
        summary: what it was about, without what a shopper wrote ("add rouge-01").
        reason: the hub's own words.
        made_ms: when it was made, milliseconds since 1970 in UTC.
        can_retry: sending it again, unchanged, may have another end.
    """

    number: int
    kind: EntryKind
    summary: str
    reason: str
    made_ms: int
    can_retry: bool


@dataclass(frozen=True, slots=True)
class OutboxHealth:
    """How the way to the hub is doing.

    Attributes:
        unsent: entries that wait.
        oldest_ms: when the oldest of them was made, milliseconds since 1970 in UTC; None where nothing waits.
        parked: what the hub refused, the oldest first.
    """

    unsent: int
    oldest_ms: int | None
    parked: tuple[Parked, ...]


class Outbox:
    """The queue to the hub. What is put here within a transaction is as safe as what it is about."""

    def __init__(self, database: LocalDatabase, now_ms: Callable[[], int]) -> None:
        """Keep it in ``database``; ``now_ms`` is the wall clock, milliseconds since 1970 in UTC."""
        self._database = database
        self._now_ms = now_ms

    # --- Putting in ---------------------------------------------------------------------------------------------------

    def put_steps(self, operations: Iterable[Operation]) -> None:
        """Steps that are kept with their cart."""
        now = self._now_ms()
        self._database.execute_many(
            "INSERT INTO outbox (kind, cart, device, sequence, id, made_ms) VALUES ('operation', ?, ?, ?, ?, ?)",
            [(str(one.cart), one.device, one.sequence, str(one.id), now) for one in operations],
        )

    def put_order(self, order: UUID, cart: UUID, document: str) -> None:
        """An order, which goes once the hub has all steps of its cart.

        Args:
            order: its id, under which the hub takes it once.
            cart: what is ordered.
            document: the order as it travels, JSON.
        """
        self._put(EntryKind.ORDER, cart, order, document)

    def put_abandon(self, cart: UUID) -> None:
        """Word that a cart is given up."""
        self._put(EntryKind.ABANDON, cart)

    def put_event(self, document: str) -> None:
        """Something that happened, as it travels, JSON."""
        self._put(EntryKind.EVENT, document=document)

    def _put(
        self, kind: EntryKind, cart: UUID | None = None, order: UUID | None = None, document: str | None = None
    ) -> None:
        ids = [None if one is None else str(one) for one in (cart, order)]
        self._database.execute(
            "INSERT INTO outbox (kind, cart, id, document, made_ms) VALUES (?, ?, ?, ?, ?)",
            (kind, *ids, document, self._now_ms()),
        )

    # --- What goes next -----------------------------------------------------------------------------------------------

    def next_steps(self, most: int) -> list[PendingStep]:
        """The steps that have waited longest, those of each cart in their order; from now on the hub may have them."""
        with self._database.transaction():
            rows = self._database.rows(
                "SELECT number, outbox.id, cart, outbox.device, sequence, document.document FROM outbox"
                " JOIN operation AS document USING (cart, sequence)"
                " WHERE kind = 'operation' AND document.device = outbox.device ORDER BY number LIMIT ?",
                (most,),
            )
            steps = [
                PendingStep(number, UUID(id_), UUID(cart), device, sequence, document)
                for number, id_, cart, device, sequence, document in rows
            ]
            self._database.execute_many(
                "UPDATE cart SET offered = 1 WHERE id = ? AND NOT offered",
                [(cart,) for cart in {row[2] for row in rows}],
            )
        return steps

    def next_order(self, after: int = 0) -> PendingOrder | None:
        """The order that has waited longest among those whose carts the hub has.

        Args:
            after: the place of one that shall let others by: those behind it come first.
        """
        rows = self._database.rows(
            "SELECT number, id, cart, document FROM outbox AS it WHERE kind = 'order' AND NOT EXISTS"
            " (SELECT 1 FROM outbox WHERE kind = 'operation' AND cart = it.cart)"
            " ORDER BY number <= ?, number LIMIT 1",
            (after,),
        )
        return next((PendingOrder(number, UUID(id_), UUID(cart), text) for number, id_, cart, text in rows), None)

    def next_abandon(self) -> tuple[int, UUID] | None:
        """The cart that was given up first of those of which the hub does not know it, with its place here."""
        rows = self._database.rows("SELECT number, cart FROM outbox WHERE kind = 'abandon' ORDER BY number LIMIT 1")
        return next(((number, UUID(cart)) for number, cart in rows), None)

    def next_events(self, most: int) -> list[tuple[int, str]]:
        """The events that have waited longest, each with its place here."""
        return [
            (number, document)
            for number, document in self._database.rows(
                "SELECT number, document FROM outbox WHERE kind = 'event' ORDER BY number LIMIT ?", (most,)
            )
        ]

    # --- What became of it --------------------------------------------------------------------------------------------

    def done(self, numbers: Iterable[int]) -> None:
        """The hub has these, or has no need of them."""
        self._database.execute_many("DELETE FROM outbox WHERE number = ?", [(number,) for number in numbers])

    def park(self, number: int, reason: str) -> None:
        """The hub will never take this: keep it for staff. A step is in no cart any more, as on all other devices."""
        with self._database.transaction():
            self._database.execute(
                "INSERT INTO parked SELECT number, kind, it.cart, it.id, coalesce(it.document, operation.document),"
                " made_ms, ? FROM outbox AS it LEFT JOIN operation ON kind = 'operation' AND operation.cart = it.cart"
                " AND operation.device = it.device AND operation.sequence = it.sequence WHERE number = ?",
                (reason, number),
            )
            self._database.execute(
                "DELETE FROM operation WHERE (cart, device, sequence, id) ="
                " (SELECT cart, device, sequence, id FROM outbox WHERE number = ? AND kind = 'operation')",
                (number,),
            )
            self.done([number])

    def resend(self, cart: UUID, device: str, expected: int) -> bool:
        """The hub has less of a cart than was thought: all steps from ``expected`` on wait again, in order.

        Gives false, and does nothing, where the expected step is not there any more.
        """
        where = "cart = ? AND device = ? AND sequence >= ?"
        with self._database.transaction():
            rows = self._database.rows(
                f"SELECT sequence, id FROM operation WHERE {where} ORDER BY sequence",  # noqa: S608 - our own words
                (str(cart), device, expected),
            )
            if not rows or rows[0][0] != expected:
                return False
            self._database.execute(
                "DELETE FROM outbox WHERE kind = 'operation' AND cart = ? AND device = ?", (str(cart), device)
            )
            now = self._now_ms()
            self._database.execute_many(
                "INSERT INTO outbox (kind, cart, device, sequence, id, made_ms) VALUES ('operation', ?, ?, ?, ?, ?)",
                [(str(cart), device, sequence, id_, now) for sequence, id_ in rows],
            )
        return True

    def retry(self, number: int) -> None:
        """Staff want to send a parked entry again; nothing happens to one that cannot be."""
        with self._database.transaction():
            self._database.execute(
                "INSERT INTO outbox (kind, cart, id, document, made_ms)"
                " SELECT kind, cart, id, document, made_ms FROM parked WHERE number = ? AND kind <> 'operation'",
                (number,),
            )
            self._database.execute("DELETE FROM parked WHERE number = ? AND kind <> 'operation'", (number,))

    # --- How it is doing ----------------------------------------------------------------------------------------------

    def unsent(self, cart: UUID) -> int:
        """How many entries about a cart wait."""
        ((count,),) = self._database.rows("SELECT count(*) FROM outbox WHERE cart = ?", (str(cart),))
        return int(count)

    def health(self) -> OutboxHealth:
        """How the way to the hub is doing."""
        ((unsent, oldest_ms),) = self._database.rows("SELECT count(*), min(made_ms) FROM outbox")
        rows = self._database.rows("SELECT number, kind, id, document, reason, made_ms FROM parked ORDER BY number")
        return OutboxHealth(unsent, oldest_ms, tuple(_parked(*row) for row in rows))


def _parked(number: int, kind: str, id_: str | None, document: str | None, reason: str, made_ms: int) -> Parked:
    entry = EntryKind(kind)
    return Parked(number, entry, _summary(entry, id_, document), reason, made_ms, entry is not EntryKind.OPERATION)


def _summary(kind: EntryKind, id_: str | None, document: str | None) -> str:
    match kind:
        case EntryKind.OPERATION if document is not None:
            action: dict[str, Any] = json.loads(document)["action"]
            return " ".join(part for part in (action["kind"], action.get("sku")) if part)
        case EntryKind.OPERATION:
            return "a step of a visit that is over"
        case EntryKind.ORDER:
            return f"order {id_}"
        case EntryKind.ABANDON:
            return "word of a cart that was given up"
        case EntryKind.EVENT:
            return "an event"
