"""What a phone did to carts, as its page tells it; the hub gives each step its place among the phone's others.

A phone may have the page open twice, and neither knows what the other does: numbered by them, steps would collide. Here
a step's id is what makes it one, however often and through whichever page it is sent.
"""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID
from weakref import WeakValueDictionary

from fastapi import HTTPException
from pydantic import BaseModel, ConfigDict
from sqlalchemy import select

from kiosk.cart.views import CartState
from kiosk.hub.cart_state import NoCartError, find_cart
from kiosk.hub.sent_operations import OperationResult, SentOperation, read_operation
from kiosk.hub.tables.carts import cart_operations, cart_signers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection

    from kiosk.hub.cart_writer import CartWriter
    from kiosk.hub.database import Database
    from kiosk.hub.devices import Device

_MOST_TURNS: Final = 4
"""A step loses its place so often to one that came to another process of the hub before its page is asked to send it
again."""


_LATEST_MS: Final = 2**47
_HIGHEST_COUNTER: Final = 2**30
"""Half of what a stamp can have. Each device's next one is later than all that it has seen: after a stranger's last
one that there can be, kiosks would have none."""


class PhoneStep(BaseModel):
    """An operation (``kiosk.cart.wire.OperationDocument``) without device and sequence.

    What is in it beside its names is checked as an operation's is.
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    id: UUID
    cart: UUID

    def numbered(self, signer: str, sequence: int) -> SentOperation | OperationResult:
        """The operation that it is in this place."""
        told: dict[str, Any] = {**(self.model_extra or {}), "id": self.id, "cart": self.cart}
        match told:
            case {"wall_ms": int(wall_ms), "counter": int(counter)}:
                is_late = wall_ms > _LATEST_MS or counter > _HIGHEST_COUNTER
            case _:
                is_late = True
        if is_late:
            return OperationResult(id=str(self.id), status="refused", reason="its stamp is none of a phone's")
        match told.get("action"):
            case {"kind": "remove", "observed": dict(observed), **action} if sequence > 1:
                # Of its own steps, a phone had seen all that it did before.
                told["action"] = {**action, "kind": "remove", "observed": {**observed, signer: sequence - 1}}
        return read_operation({**told, "device": signer, "sequence": sequence})


def signer_of(phone: Device) -> str:
    """The name under which a phone's steps are numbered."""
    return str(phone.id)


class PhoneSteps:
    """Takes what phones do. For the event loop's thread."""

    def __init__(self, database: Database, writer: CartWriter, now_ms: Callable[[], int]) -> None:
        """Take nothing yet.

        Args:
            database: where carts are.
            writer: takes operations.
            now_ms: milliseconds since 1970 in UTC.
        """
        self._database = database
        self._writer = writer
        self._now_ms = now_ms
        self._turns: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()

    async def take(self, phone: Device, steps: Sequence[PhoneStep]) -> list[OperationResult]:
        """Take what a phone did, in its order; what became of each.

        Raises:
            HTTPException: 503, nothing is lost by sending all of it again.
        """
        results: dict[int, OperationResult] = {}
        async with self._turns.setdefault(phone.id, asyncio.Lock()):
            for _ in range(_MOST_TURNS):
                left = {place: step for place, step in enumerate(steps) if place not in results}
                results |= await self._turn(phone, left)
                if len(results) == len(steps):
                    return [results[place] for place in range(len(steps))]
        raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, "too much is done to this cart", {"Retry-After": "1"})

    async def _turn(self, phone: Device, steps: Mapping[int, PhoneStep]) -> dict[int, OperationResult]:
        """Give steps their places and take them; tells of all but those to whose places others were quicker."""
        placed = await self._database.read(_place, phone, steps, self._now_ms())
        sent = {place: found for place, found in placed.items() if isinstance(found, SentOperation)}
        answers = zip(sent, await self._writer.submit(phone, list(sent.values())), strict=True)
        # What is refused is kept, and found the next time; or its place was taken, and it gets another.
        taken = {place: answer for place, answer in answers if answer.status in {"accepted", "duplicate"}}
        return {place: found for place, found in placed.items() if isinstance(found, OperationResult)} | taken


def _place(
    connection: Connection, phone: Device, steps: Mapping[int, PhoneStep], now_ms: int
) -> dict[int, OperationResult | SentOperation]:
    """Each step at its place, or what became of it."""
    signer = signer_of(phone)
    last: dict[UUID, int | None] = {
        cart: _last_sequence(connection, cart, phone, now_ms) for cart in {step.cart for step in steps.values()}
    }
    table = cart_operations.c
    known = select(table.cart, table.id, table.refusal).where(
        table.cart.in_(last), table.id.in_({step.id for step in steps.values()}), table.signer == signer
    )
    kept = {(row.cart, row.id): row.refusal for row in connection.execute(known)}
    placed: dict[int, OperationResult | SentOperation] = {}
    for place, step in steps.items():
        sequence = last[step.cart]
        if sequence is None:
            placed[place] = OperationResult(id=str(step.id), status="refused", reason="there is no such cart")
        elif (step.cart, step.id) in kept:
            placed[place] = _kept(step.id, kept[step.cart, step.id])
        else:
            placed[place] = step.numbered(signer, sequence + 1)
            last[step.cart] = sequence + isinstance(placed[place], SentOperation)
    return placed


def _last_sequence(connection: Connection, cart: UUID, phone: Device, now_ms: int) -> int | None:
    """How far the phone's steps on a cart are; None where it may not do any."""
    try:
        found = find_cart(connection, cart, phone, now_ms)
    except NoCartError:
        return None
    if found.state is CartState.GONE:
        return None
    table = cart_signers.c
    return (
        connection.scalar(select(table.last_sequence).where(table.cart == cart, table.signer == signer_of(phone))) or 0
    )


def _kept(step: UUID, refusal: str | None) -> OperationResult:
    if refusal is None:
        return OperationResult(id=str(step), status="duplicate")
    return OperationResult(id=str(step), status="refused", reason=refusal)
