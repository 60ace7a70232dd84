"""What a phone did to carts, as its page tells it; the hub gives each step its place among the phone's others.

A phone may have the page open twice, and neither knows what the other does: numbered by them, steps would collide. Here
a step's id is what makes it one, however often and through whichever page it is sent.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from fastapi import HTTPException
from pydantic import BaseModel, ConfigDict
from sqlalchemy import select

from kiosk.hub.cart_operations import OperationResult, SentOperation, read_operation
from kiosk.hub.cart_state import CartState, NoCartError, find_cart
from kiosk.hub.tables.carts import cart_operations, cart_signers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection

    from kiosk.hub.cart_writer import CartWriter
    from kiosk.hub.database import Database
    from kiosk.hub.devices import Device

_MOST_TURNS: Final = 4
"""A step loses its place to another page's so often before its own page is asked to send it again."""


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
        match told.get("action"):
            case {"kind": "remove", "observed": dict(observed), **action} if sequence > 1:
                # Of its own steps, a phone had seen all that it did before.
                told["action"] = {**action, "kind": "remove", "observed": {**observed, signer: sequence - 1}}
        return read_operation({**told, "device": signer, "sequence": sequence})


def signer_of(phone: Device) -> str:
    """The name under which a phone's steps are numbered."""
    return str(phone.id)


async def take_steps(
    database: Database, writer: CartWriter, now_ms: Callable[[], int], phone: Device, steps: Sequence[PhoneStep]
) -> list[OperationResult]:
    """Take what a phone did, in its order; what became of each.

    Raises:
        HTTPException: 503, nothing that is not kept is lost by sending all again.
    """
    results: dict[int, OperationResult] = {}
    for _ in range(_MOST_TURNS):
        left = {place: step for place, step in enumerate(steps) if place not in results}
        placed = await database.read(_place, phone, left, now_ms())
        results |= {place: found for place, found in placed.items() if isinstance(found, OperationResult)}
        sent = {place: found for place, found in placed.items() if isinstance(found, SentOperation)}
        if not sent:
            return [results[place] for place in range(len(steps))]
        answers = await writer.submit(phone, list(sent.values()))
        # What was not taken is looked at again: it is kept as refused, or another step was quicker to its place.
        results |= {
            place: answer
            for place, answer in zip(sent, answers, strict=True)
            if answer.status in {"accepted", "duplicate"}
        }
    raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, "too much is done to this cart at once", {"Retry-After": "1"})


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
