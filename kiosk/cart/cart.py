"""What a cart comes to: a pure function of the set of steps that were done to it.

Whoever has the same steps has the same cart, in whatever order and however often they came. A line is one SKU. Its
quantity is a counter to which every device adds and from which every device takes. A removal kills what its device had
seen of the line, and nothing else: what another device added meanwhile stays. Of choices, coupons and notes the last
one by the clock counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from kiosk.cart.operation import Add, Remove, SetCoupon, SetNote, SetOption, Take

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from kiosk.cart.clock import Stamp
    from kiosk.cart.operation import Operation
    from kiosk.money import Money

_Change = TypeVar("_Change", SetOption, SetCoupon, SetNote)


@dataclass(frozen=True, slots=True)
class CartLine:
    """So many of one thing.

    Attributes:
        sku: of what.
        quantity: how many, 1 or more.
        options: choices, by name; none is empty.
        price_seen: the least that one cost on the screens on which it was added: nobody pays more unsaid.
        added: when the first of them was added.
    """

    sku: str
    quantity: int
    options: Mapping[str, str]
    price_seen: Money
    added: Stamp


@dataclass(frozen=True, slots=True)
class Cart:
    """What a shopper wants.

    Attributes:
        lines: by when they were added, the oldest first.
        coupons: by when they were handed in, the oldest first.
        note: for the shop; empty is none.
    """

    lines: tuple[CartLine, ...] = ()
    coupons: tuple[str, ...] = ()
    note: str = ""

    def line(self, sku: str) -> CartLine | None:
        """The line of a SKU, where there is one."""
        return next((line for line in self.lines if line.sku == sku), None)


@dataclass(slots=True)
class LineSteps:
    """What was done about one SKU and is not dead by a removal, as the steps follow each other by the clock.

    Attributes:
        adds: with when they were done.
        takes, options: see there.
    """

    adds: list[tuple[Stamp, Add]] = field(default_factory=list)
    takes: list[Take] = field(default_factory=list)
    options: list[SetOption] = field(default_factory=list)

    @property
    def quantity(self) -> int:
        """What the steps come to; below 0 where more was taken than there was."""
        return sum(add.quantity for _, add in self.adds) - sum(take.quantity for take in self.takes)

    @property
    def is_spent(self) -> bool:
        """Nothing is left, but the steps still count: what is added next would first make up for what was taken."""
        return bool(self.adds or self.takes) and self.quantity <= 0


def merge(operations: Iterable[Operation]) -> Cart:
    """The cart that these steps on it come to."""
    each = _once(operations)
    lines = [line for sku, steps in _live_steps(each).items() if (line := _line(sku, steps)) is not None]
    coupons = _last([action for operation in each if isinstance(action := operation.action, SetCoupon)])
    notes = _last([action for operation in each if isinstance(action := operation.action, SetNote)])
    return Cart(
        lines=tuple(sorted(lines, key=lambda line: (line.added, line.sku))),
        coupons=tuple(change.code for change in coupons if change.applied),
        note=next((change.text for change in notes), ""),
    )


def live_steps(operations: Iterable[Operation]) -> Mapping[str, LineSteps]:
    """What lives of each line, by SKU: the steps that no removal of the line had seen."""
    return _live_steps(_once(operations))


def _live_steps(each: Iterable[Operation]) -> dict[str, LineSteps]:
    seen = _seen_by_removals(each)
    lines: dict[str, LineSteps] = {}
    for operation in each:
        match operation.action:
            case Add() | Take() | SetOption() as action if operation.sequence > seen.get(
                (action.sku, operation.device), 0
            ):
                _keep(lines.setdefault(action.sku, LineSteps()), operation.stamp, action)
    return lines


def _seen_by_removals(each: Iterable[Operation]) -> dict[tuple[str, str], int]:
    """Of each SKU and device, the last sequence that any removal of the line had seen."""
    seen: dict[tuple[str, str], int] = {}
    for operation in each:
        if isinstance(removal := operation.action, Remove):
            for device, sequence in removal.observed.items():
                seen[removal.sku, device] = max(sequence, seen.get((removal.sku, device), 0))
    return seen


def _keep(line: LineSteps, stamp: Stamp, action: Add | Take | SetOption) -> None:
    match action:
        case Add():
            line.adds.append((stamp, action))
        case Take():
            line.takes.append(action)
        case SetOption():
            line.options.append(action)


def _once(operations: Iterable[Operation]) -> list[Operation]:
    """Each step once, as they follow each other by the clock; steps of one device never tie."""
    distinct: dict[UUID, Operation] = {operation.id: operation for operation in operations}
    return sorted(distinct.values(), key=lambda operation: (operation.stamp, operation.sequence))


def _line(sku: str, steps: LineSteps) -> CartLine | None:
    quantity = steps.quantity
    if quantity <= 0:
        return None
    chosen = {change.name: change.value for change in _last(steps.options) if change.value}
    return CartLine(
        sku=sku,
        quantity=quantity,
        options=dict(sorted(chosen.items())),
        price_seen=min((add.price_seen for _, add in steps.adds), key=lambda price: (price.minor, price.currency)),
        added=min(stamp for stamp, _ in steps.adds),
    )


def _last(changes: Iterable[_Change]) -> list[_Change]:
    """Of changes that follow each other, the last one about each thing; these follow each other as before."""
    last: dict[str, _Change] = {}
    for change in changes:
        about = _about(change)
        last.pop(about, None)
        last[about] = change
    return list(last.values())


def _about(change: SetOption | SetCoupon | SetNote) -> str:
    match change:
        case SetOption():
            return change.name
        case SetCoupon():
            return change.code
        case SetNote():
            return ""
