"""How orders travel: JSON documents, checked as they come in."""

from __future__ import annotations

from typing import Annotated, Final, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from kiosk.cart.wire import MoneyDocument, Quantity, Sku
from kiosk.orders.code import PATTERN, read_code
from kiosk.orders.order import Order, OrderKind, OrderLine, OrderState, OrderStatus, OrderStep

MOST_LINES: Final = 500
_MOST_COUPONS: Final = 20
_LAST_MS: Final = 2**48 - 1
_LONGEST_REASON: Final = 200


def _code(text: str) -> str:
    if read_code(text) != text:
        raise ValueError("is not the code of an order: its check character is wrong")
    return text


def _visible(text: str) -> str:
    if not text.isprintable():
        raise ValueError("has characters that cannot be shown")
    return text.strip()


Code = Annotated[str, Field(pattern=PATTERN), AfterValidator(_code)]
StoreId = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,40}$")]
CouponCode = Annotated[str, Field(pattern=r"^[A-Z0-9-]{1,40}$")]
OptionName = Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
OptionValue = Annotated[str, Field(max_length=80), AfterValidator(_visible)]
Milliseconds = Annotated[int, Field(ge=0, le=_LAST_MS)]


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OrderLineDocument(_Document):
    """The fields are those of ``kiosk.orders.order.OrderLine``."""

    sku: Sku
    quantity: Annotated[int, Field(ge=1, le=9999)]
    options: Annotated[dict[OptionName, OptionValue], Field(max_length=8)]
    unit_price: MoneyDocument
    discount: MoneyDocument
    total: MoneyDocument

    @classmethod
    def of(cls, line: OrderLine) -> OrderLineDocument:
        """The document of a line."""
        return cls(
            sku=line.sku,
            quantity=line.quantity,
            options=dict(line.options),
            unit_price=MoneyDocument.of(line.unit_price),
            discount=MoneyDocument.of(line.discount),
            total=MoneyDocument.of(line.total),
        )

    def value(self) -> OrderLine:
        """The line."""
        return OrderLine(
            self.sku,
            self.quantity,
            self.options,
            self.unit_price.value(),
            self.discount.value(),
            self.total.value(),
        )


class OrderDocument(_Document):
    """An order as its maker sends it; the fields are those of ``kiosk.orders.order.Order``."""

    id: UUID
    code: Code
    kind: OrderKind
    cart: UUID
    store: StoreId
    lines: Annotated[tuple[OrderLineDocument, ...], Field(min_length=1, max_length=MOST_LINES)]
    coupons: Annotated[tuple[CouponCode, ...], Field(max_length=_MOST_COUPONS)]
    total: MoneyDocument
    placed_ms: Milliseconds

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        amounts = [self.total]
        for line in self.lines:
            amounts += [line.unit_price, line.discount, line.total]
            if line.unit_price.minor * line.quantity - line.discount.minor != line.total.minor:
                raise ValueError(f"the line of {line.sku} does not add up")
        if any(amount.minor < 0 or amount.currency != self.total.currency for amount in amounts):
            raise ValueError("an order has amounts of 0 or more, of one currency")
        self.value()
        return self

    @classmethod
    def of(cls, order: Order) -> OrderDocument:
        """The document of an order."""
        return cls(
            id=order.id,
            code=order.code,
            kind=order.kind,
            cart=order.cart,
            store=order.store,
            lines=tuple(OrderLineDocument.of(line) for line in order.lines),
            coupons=order.coupons,
            total=MoneyDocument.of(order.total),
            placed_ms=order.placed_ms,
        )

    def value(self) -> Order:
        """The order."""
        return Order(
            self.id,
            self.code,
            self.kind,
            self.cart,
            self.store,
            tuple(line.value() for line in self.lines),
            self.coupons,
            self.total.value(),
            self.placed_ms,
        )


class StepDocument(_Document):
    """When an order came to a state, by the hub's clock."""

    state: OrderState
    at_ms: Milliseconds


class OrderStatusDocument(_Document):
    """Where an order stands; the fields are those of ``kiosk.orders.order.OrderStatus``.

    Attributes:
        page: the path of its page, on the address at which phones reach this hub.
    """

    id: UUID
    code: Code
    kind: OrderKind
    store: StoreId
    state: OrderState
    shown: MoneyDocument
    charged: MoneyDocument
    ready_ms: Milliseconds | None
    missing: tuple[Sku, ...]
    steps: tuple[StepDocument, ...]
    page: Annotated[str, Field(pattern=r"^/o/[0-9A-Z]{10}$")]

    @classmethod
    def of(cls, status: OrderStatus) -> OrderStatusDocument:
        """The document of a status."""
        return cls(
            id=status.id,
            code=status.code,
            kind=status.kind,
            store=status.store,
            state=status.state,
            shown=MoneyDocument.of(status.shown),
            charged=MoneyDocument.of(status.charged),
            ready_ms=status.ready_ms,
            missing=status.missing,
            steps=tuple(StepDocument(state=step.state, at_ms=step.at_ms) for step in status.steps),
            page=f"/o/{status.code}",
        )

    def value(self) -> OrderStatus:
        """The status."""
        return OrderStatus(
            self.id,
            self.code,
            self.kind,
            self.store,
            self.state,
            self.shown.value(),
            self.charged.value(),
            self.ready_ms,
            self.missing,
            tuple(OrderStep(step.state, step.at_ms) for step in self.steps),
        )


class PaymentDocument(_Document):
    """Money that the till took.

    Attributes:
        key: the till's own for this payment: told twice, it is taken once.
        amount: all that was due.
    """

    key: UUID
    amount: MoneyDocument


class StateDocument(_Document):
    """Where the shop's people say that an order is now."""

    state: OrderState


class ReturnLineDocument(_Document):
    """So many of a SKU come back."""

    sku: Sku
    quantity: Quantity


class ReturnDocument(_Document):
    """A return that is started.

    Attributes:
        id: of the return: told twice, it is started once.
        reason: in the shopper's words or the form's; may be empty.
        lines: what comes back.
    """

    id: UUID
    reason: Annotated[str, Field(max_length=_LONGEST_REASON), AfterValidator(_visible)]
    lines: Annotated[tuple[ReturnLineDocument, ...], Field(min_length=1, max_length=MOST_LINES)]
