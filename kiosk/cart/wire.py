"""How a cart's operations travel: JSON documents, checked as they come in."""

from __future__ import annotations

from typing import Annotated, Final, Literal
from uuid import UUID

from babel.numbers import is_currency
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from kiosk.cart.clock import Stamp
from kiosk.cart.operation import Action, Add, Operation, Remove, SetCoupon, SetNote, SetOption, Take
from kiosk.money import Money

MOST_OF_A_LINE: Final = 99
"""Of one SKU in one step."""

LONGEST_NOTE: Final = 200
"""Characters."""

LONGEST_COUPON: Final = 40
"""Characters."""

MOST_DEVICES: Final = 64
"""Whose steps one removal had seen."""

_LAST_MS: Final = 2**48 - 1  # what a UUIDv7 holds
_MOST: Final = 2**31 - 1


def _visible(text: str) -> str:
    if not text.isprintable():
        raise ValueError("has characters that cannot be shown")
    return text


def _currency(code: str) -> str:
    if not is_currency(code):
        raise ValueError(f"{code!r} is not the code of a currency, such as EUR")
    return code


Sku = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,40}$")]
DeviceId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Sequence = Annotated[int, Field(ge=1, le=_MOST)]
Quantity = Annotated[int, Field(ge=1, le=MOST_OF_A_LINE)]


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MoneyDocument(_Document):
    """An amount in minor units, tax included."""

    minor: Annotated[int, Field(ge=-_MOST, le=_MOST)]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$"), AfterValidator(_currency)]

    @classmethod
    def of(cls, money: Money) -> MoneyDocument:
        """The document of an amount."""
        return cls(minor=money.minor, currency=money.currency)

    def value(self) -> Money:
        """The amount."""
        return Money(self.minor, self.currency)


class AddDocument(_Document):
    """``add``."""

    kind: Literal["add"] = "add"
    sku: Sku
    quantity: Quantity
    price_seen: MoneyDocument


class TakeDocument(_Document):
    """``take``."""

    kind: Literal["take"] = "take"
    sku: Sku
    quantity: Quantity


class RemoveDocument(_Document):
    """``remove``."""

    kind: Literal["remove"] = "remove"
    sku: Sku
    observed: Annotated[dict[DeviceId, Sequence], Field(max_length=MOST_DEVICES)]


class OptionDocument(_Document):
    """``option``."""

    kind: Literal["option"] = "option"
    sku: Sku
    name: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    value: Annotated[str, Field(max_length=80), AfterValidator(_visible)]


class CouponDocument(_Document):
    """``coupon``."""

    kind: Literal["coupon"] = "coupon"
    code: Annotated[str, Field(pattern=rf"^[A-Z0-9-]{{1,{LONGEST_COUPON}}}$")]
    applied: bool


class NoteDocument(_Document):
    """``note``."""

    kind: Literal["note"] = "note"
    text: Annotated[str, Field(max_length=LONGEST_NOTE), AfterValidator(_visible)]


ActionDocument = Annotated[
    AddDocument | TakeDocument | RemoveDocument | OptionDocument | CouponDocument | NoteDocument,
    Field(discriminator="kind"),
]


class OperationDocument(_Document):
    """One step on one cart; the fields are those of ``kiosk.cart.operation.Operation``."""

    id: UUID
    cart: UUID
    device: DeviceId
    sequence: Sequence
    wall_ms: Annotated[int, Field(ge=0, le=_LAST_MS)]
    counter: Annotated[int, Field(ge=0, le=_MOST)]
    action: ActionDocument

    @classmethod
    def of(cls, operation: Operation) -> OperationDocument:
        """The document of an operation."""
        return cls(
            id=operation.id,
            cart=operation.cart,
            device=operation.device,
            sequence=operation.sequence,
            wall_ms=operation.stamp.wall_ms,
            counter=operation.stamp.counter,
            action=_document_of(operation.action),
        )

    def value(self) -> Operation:
        """The operation."""
        stamp = Stamp(self.wall_ms, self.counter, self.device)
        return Operation(self.id, self.cart, self.device, self.sequence, stamp, _action_of(self.action))


def _document_of(action: Action) -> ActionDocument:
    match action:
        case Add(sku, quantity, price_seen):
            return AddDocument(sku=sku, quantity=quantity, price_seen=MoneyDocument.of(price_seen))
        case Take(sku, quantity):
            return TakeDocument(sku=sku, quantity=quantity)
        case Remove(sku, observed):
            return RemoveDocument(sku=sku, observed=dict(observed))
        case SetOption(sku, name, value):
            return OptionDocument(sku=sku, name=name, value=value)
        case SetCoupon(code, applied):
            return CouponDocument(code=code, applied=applied)
        case SetNote(text):
            return NoteDocument(text=text)


def _action_of(document: ActionDocument) -> Action:
    match document:
        case AddDocument():
            return Add(document.sku, document.quantity, document.price_seen.value())
        case TakeDocument():
            return Take(document.sku, document.quantity)
        case RemoveDocument():
            return Remove(document.sku, document.observed)
        case OptionDocument():
            return SetOption(document.sku, document.name, document.value)
        case CouponDocument():
            return SetCoupon(document.code, document.applied)
        case NoteDocument():
            return SetNote(document.text)
