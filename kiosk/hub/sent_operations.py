"""Operations as devices send them, read one by one: one that is not right must not keep the others from being taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError

from kiosk.cart.wire import DeviceId, OperationDocument, Sequence

_LONGEST_REASON: Final = 80


class OperationResult(BaseModel):
    """What became of one operation.

    Attributes:
        id: the operation's, as it was sent; null where it could not be read.
        status: ``accepted``; ``duplicate``: it was accepted before; ``refused``: it is not taken, and never will be;
            ``gap``: others of its device come before it.
        reason: why it was refused.
        expected: at a gap, the sequence that comes next.
    """

    id: str | None
    status: Literal["accepted", "duplicate", "refused", "gap"]
    reason: str | None = None
    expected: int | None = None


@dataclass(frozen=True, slots=True)
class SentOperation:
    """An operation as it was sent.

    Attributes:
        id, cart, signer, sequence: as in ``kiosk.cart.operation.Operation``, of which ``signer`` is the device.
        document: the operation as JSON; empty where its action is none.
        mistake: what is wrong with its action; empty where nothing is.
    """

    id: UUID
    cart: UUID
    signer: str
    sequence: int
    document: str
    mistake: str = ""


class _Envelope(BaseModel):
    """What an operation has around its action; what is not read here is not kept either."""

    model_config = ConfigDict(extra="ignore")

    id: UUID
    cart: UUID
    device: DeviceId
    sequence: Sequence


def read_operation(sent: object) -> SentOperation | OperationResult:
    """Read an operation; what cannot be told from others at all is refused at once."""
    try:
        document = OperationDocument.model_validate(sent)
    except ValidationError as error:
        return _read_envelope(sent, _mistake(error))
    return SentOperation(document.id, document.cart, document.device, document.sequence, document.model_dump_json())


def _read_envelope(sent: object, mistake: str) -> SentOperation | OperationResult:
    try:
        envelope = _Envelope.model_validate(sent)
    except ValidationError as error:
        return OperationResult(id=None, status="refused", reason=_mistake(error))
    return SentOperation(envelope.id, envelope.cart, envelope.device, envelope.sequence, "", mistake)


def _mistake(error: ValidationError) -> str:
    """The first thing that is wrong, without what was sent."""
    detail = error.errors(include_input=False, include_context=False)[0]
    place = ".".join(str(part) for part in detail["loc"])
    return f"{place[:40]}: {detail['type']}"[:_LONGEST_REASON]
