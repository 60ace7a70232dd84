"""One visit: what each person wears, the way back, and what was picked.

A visit knows no clock and no screen. Whoever began it drops it at the end, and nothing of it is left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.party import FOUNDER
from kiosk.wearing import Worn, in_paint_order, look_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.catalogue import PaintedProduct, Product, Shade, Variant
    from vision.looks import Kind, Look


@dataclass(frozen=True, slots=True)
class Pick:
    """What the shopper wants to remember: one variant of a product, a shade where the mirror paints it."""

    product: Product
    variant: Variant


class Visit:
    """What the people of this visit wear and picked.

    One of them is active: whatever is worn, or put on, or taken off, is theirs. Every change of what is worn is one
    step of ``undo``, whoever it was on; a change that changes nothing is none. All changes between ``begin_gesture``
    and ``end_gesture`` (a finger on a slider, or sliding over the swatches) are one step together. Picks are a list of
    all, with a remove of its own, and are not part of the steps.
    """

    def __init__(self) -> None:
        """The founder's bare face and no picks."""
        self._wardrobe: dict[int, tuple[Worn, ...]] = {FOUNDER: ()}
        self._active = FOUNDER
        self._history: list[tuple[int, tuple[Worn, ...]]] = []
        self._before_gesture: tuple[Worn, ...] | None = None
        self._picks: list[Pick] = []

    @property
    def people(self) -> tuple[int, ...]:
        """The numbers of those who take part, in the order in which they joined."""
        return tuple(self._wardrobe)

    @property
    def active(self) -> int:
        """The number of the one who is being dressed."""
        return self._active

    def join(self, person: int) -> None:
        """Somebody takes part with a bare face, and is the one who is dressed now."""
        self._wardrobe.setdefault(person, ())
        self.activate(person)

    def leave(self, person: int) -> None:
        """A friend takes part no more: what they wore is dropped, and so are the steps to undo it.

        Raises:
            ValueError: it is the founder, with whom the visit ends.
        """
        if person == FOUNDER:
            raise ValueError("a visit does not go on without its founder")
        if person == self._active:
            self.activate(FOUNDER)
        self._wardrobe.pop(person, None)
        self._history = [step for step in self._history if step[0] != person]

    def activate(self, person: int) -> None:
        """Dress this one from now on; a gesture under way ends.

        Raises:
            LookupError: they take no part.
        """
        if person not in self._wardrobe:
            raise LookupError(f"nobody of number {person} takes part")
        self.end_gesture()
        self._active = person

    @property
    def worn(self) -> tuple[Worn, ...]:
        """What is on the active one's face, one of each kind, in the order of painting."""
        return self._wardrobe[self._active]

    @property
    def picks(self) -> tuple[Pick, ...]:
        """What was picked, the oldest first."""
        return tuple(self._picks)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._history) or self._before_gesture not in (None, self.worn)

    def wearing(self, kind: Kind) -> Worn | None:
        """What is worn of this kind."""
        return next((worn for worn in self.worn if worn.kind is kind), None)

    def look(self, person: int) -> Look:
        """What the mirror paints on somebody who takes part."""
        return look_of(self._wardrobe[person])

    def try_on(self, product: PaintedProduct, shade: Shade) -> None:
        """Wear this shade in place of what was worn of its kind.

        Another shade of the product that is worn keeps the coverage and placement that the shopper set.
        """
        before = self.wearing(product.kind)
        if before is not None and before.product.id == product.id:
            self._put(replace(before, product=product, shade=shade))
        else:
            self._put(Worn.as_it_comes(product, shade))

    def set_coverage(self, kind: Kind, coverage: float) -> None:
        """Wear more or less of what is worn of this kind.

        Raises:
            LookupError: nothing of this kind is worn.
            ValueError: the coverage is outside 0..1.
        """
        self._put(replace(self._worn_of(kind), coverage=coverage))

    def set_style(self, kind: Kind, style: str) -> None:
        """Place what is worn of this kind differently.

        Raises:
            LookupError: nothing of this kind is worn.
            ValueError: the kind has no such placement.
        """
        self._put(replace(self._worn_of(kind), style=style))

    def take_off(self, kind: Kind) -> None:
        """Wear nothing of this kind any more."""
        self._change(worn for worn in self.worn if worn.kind is not kind)

    def wear(self, steps: Iterable[Worn]) -> None:
        """Wear exactly these, as a bundled look does; the last one of a kind counts."""
        self._change({worn.kind: worn for worn in steps}.values())

    def clear(self) -> None:
        """Take everything off."""
        self._change(())

    def begin_gesture(self) -> None:
        """From here on, until ``end_gesture``, all changes are one step; a gesture under way goes on."""
        if self._before_gesture is None:
            self._before_gesture = self.worn

    def end_gesture(self) -> None:
        """Make a step of what the gesture changed, if anything."""
        before, self._before_gesture = self._before_gesture, None
        if before is not None and before != self.worn:
            self._history.append((self._active, before))

    def undo(self) -> None:
        """Take the last step back; a gesture under way ends first, and whose step it was is active.

        Does nothing on a fresh visit.
        """
        self.end_gesture()
        if self._history:
            self._active, worn = self._history.pop()
            self._wardrobe[self._active] = worn

    def pick(self, product: Product, variant: Variant) -> None:
        """Remember this variant; picking it again changes nothing."""
        pick = Pick(product, variant)
        if pick not in self._picks:
            self._picks.append(pick)

    def unpick(self, variant: Variant) -> None:
        """Forget this variant."""
        self._picks = [pick for pick in self._picks if pick.variant.sku != variant.sku]

    def has_picked(self, variant: Variant) -> bool:
        """Whether this variant is among the picks."""
        return any(pick.variant.sku == variant.sku for pick in self._picks)

    def _worn_of(self, kind: Kind) -> Worn:
        worn = self.wearing(kind)
        if worn is None:
            raise LookupError(f"no {kind} is worn")
        return worn

    def _put(self, item: Worn) -> None:
        item.layer()  # Refuses a coverage or a placement that cannot be painted, before anything changes.
        self._change([*(worn for worn in self.worn if worn.kind is not item.kind), item])

    def _change(self, worn: Iterable[Worn]) -> None:
        before, after = self.worn, in_paint_order(worn)
        self._wardrobe[self._active] = after
        if self._before_gesture is None and before != after:
            self._history.append((self._active, before))
