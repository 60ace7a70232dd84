"""What a tap on the screen comes to: steps on a cart, by the rules that let all devices agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.cart.cart import Cart, LineSteps, live_steps, merge
from kiosk.cart.operation import Add, Operation, Remove, SetCoupon, SetNote, SetOption, Take
from kiosk.cart.wire import MOST_OF_A_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from kiosk.cart.clock import HybridClock
    from kiosk.cart.operation import Action
    from kiosk.money import Money


class CartEditor:
    """Makes the steps of one device on one cart, all that it knows of which is told at the beginning.

    What is asked must be what a cart can hold (``kiosk.cart.wire``): a screen lets nothing else be typed.

    Attributes:
        made: the steps that were made here, in their order.
    """

    def __init__(
        self,
        cart: UUID,
        known: Iterable[Operation],
        sequence: int,
        clock: HybridClock,
        new_id: Callable[[], UUID],
    ) -> None:
        """Make nothing yet.

        Args:
            cart: which.
            known: every step on it that this device has, of all devices.
            sequence: the last that this device used in this cart; 0 for none.
            clock: this device's.
            new_id: gives UUIDv7s.
        """
        self.made: list[Operation] = []
        self._cart = cart
        self._known = list(known)
        self._sequence = sequence
        self._clock = clock
        self._new_id = new_id

    @property
    def cart(self) -> Cart:
        """What the cart comes to, with what was made here."""
        return merge([*self._known, *self.made])

    def add(self, sku: str, quantity: int, price_seen: Money) -> None:
        """So many more, ``price_seen`` each; a line that was emptied comes back as a new one."""
        steps = self._steps(sku)
        if steps is not None and steps.is_spent:
            self.remove(sku)
        self._do(Add(sku, quantity, price_seen))

    def take(self, sku: str, quantity: int) -> None:
        """So many fewer; the last goes with its line."""
        steps = self._steps(sku)
        if steps is None or steps.quantity <= 0:
            return
        if quantity >= steps.quantity:
            self.remove(sku)
        else:
            self._do(Take(sku, quantity))

    def remove(self, sku: str) -> None:
        """The line goes, with all that this device knows of it."""
        if self._steps(sku) is not None:
            self._do(Remove(sku, self._observed()))

    def set_option(self, sku: str, name: str, value: str) -> None:
        """A choice about a line; an empty one is none."""
        self._do(SetOption(sku, name, value))

    def set_coupon(self, code: str, *, applied: bool) -> None:
        """A coupon is handed in, or taken back."""
        self._do(SetCoupon(code, applied))

    def set_note(self, text: str) -> None:
        """What the shop shall know; empty is nothing."""
        self._do(SetNote(text))

    def adopt(self, other: Cart) -> None:
        """Put in what another cart holds, as if its shopper did all of it here anew."""
        for line in other.lines:
            for quantity in _steps_of(line.quantity):
                self.add(line.sku, quantity, line.price_seen)
            for name, value in line.options.items():
                self.set_option(line.sku, name, value)
        for code in other.coupons:
            self.set_coupon(code, applied=True)
        if other.note and not self.cart.note:
            self.set_note(other.note)

    def _do(self, action: Action) -> None:
        self._sequence += 1
        stamp = self._clock.now()
        self.made.append(Operation(self._new_id(), self._cart, stamp.device, self._sequence, stamp, action))

    def _steps(self, sku: str) -> LineSteps | None:
        return live_steps([*self._known, *self.made]).get(sku)

    def _observed(self) -> dict[str, int]:
        """Of each device, the last step that is known here."""
        last: dict[str, int] = {}
        for operation in (*self._known, *self.made):
            last[operation.device] = max(operation.sequence, last.get(operation.device, 0))
        return last


def _steps_of(quantity: int) -> list[int]:
    """A quantity in parts that one step can have."""
    whole, rest = divmod(quantity, MOST_OF_A_LINE)
    return [MOST_OF_A_LINE] * whole + [rest] * bool(rest)
