"""One shopper's cart on three devices while everything goes wrong, by the numbers of a seed; then everything heals."""

from __future__ import annotations

from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING, Final

from kiosk.hub.errors import HubError
from kiosk.local.errors import ClosedCartError, LocalDataError
from tests.faults.kiosk import KilledError
from tests.faults.proxy import Fault
from tests.kiosk.local.disks import PRICE, new_id

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from kiosk.cart.editor import CartEditor
    from tests.faults.hub import HubProcess
    from tests.faults.kiosk import Kiosk

COUNTED: Final = "COUNTED"
"""A SKU that is only ever added, one at a time: what it comes to can be counted by hand."""

_DAY_MS: Final = 24 * 3600 * 1000
_SKUS: Final = ("A", "B", "C")
_MOST_STEPS: Final = 50
_ROUNDS: Final = 20
_FAULTS: Final = (Fault.NONE, Fault.NONE, Fault.REQUEST_LOST, Fault.ANSWER_LOST, Fault.TWICE, Fault.LATE)


class Network:
    """What the next question meets: chance, or after ``heal`` nothing."""

    def __init__(self) -> None:
        self.random: Random | None = None

    def choose(self) -> Fault:
        return Fault.NONE if self.random is None else self.random.choice(_FAULTS)


class Schedule:
    """Runs one seed; ``done`` has the ids of the steps that were done, as far as each device had them on its disk."""

    def __init__(self, seed: int, hub: HubProcess, kiosks: Sequence[Kiosk], network: Network) -> None:
        self.cart: UUID = new_id()
        self.counted = 0
        self.done: set[UUID] = set()
        self._random = Random(seed)
        self._hub = hub
        self._kiosks = kiosks
        self._network = network
        self._joined = {0}

    def run(self) -> None:
        """Let things happen, and heal."""
        self._network.random = self._random
        for _ in range(self._random.randint(10, _MOST_STEPS)):
            number = self._random.choice(sorted(self._joined))
            self._happen(number)
        self._heal()

    def _happen(self, number: int) -> None:
        kiosk = self._kiosks[number]
        what = self._random.choices(
            (
                self._edit,
                self._upload,
                self._follow,
                self._join,
                self._jump,
                self._fill,
                self._die,
                self._kill_hub,
                self._order,
            ),
            (30, 22, 15, 12, 3, 3, 9, 3, 3),
        )[0]
        try:
            what(kiosk)
        except KilledError:
            kiosk.restart()
        except (HubError, LocalDataError, ClosedCartError):
            pass  # what the machine and the network do is what this is about; the next turn tries again
        with suppress(KilledError):
            self._count(kiosk)
            return
        kiosk.restart()
        self._count(kiosk)

    def _count(self, kiosk: Kiosk) -> None:
        self.done |= {operation.id for operation in kiosk.own(self.cart)}

    # --- What shoppers and their devices do ---------------------------------------------------------------------------

    def _edit(self, kiosk: Kiosk) -> None:
        change = self._random.choice((self._add, self._add, self._take, self._remove, self._choose, self._note))
        made = kiosk.edit(self.cart, change)
        self.done |= {operation.id for operation in made}

    def _add(self, editor: CartEditor) -> None:
        editor.add(self._random.choice((*_SKUS, COUNTED)), 1, PRICE)

    def _take(self, editor: CartEditor) -> None:
        editor.take(self._random.choice(_SKUS), self._random.randint(1, 2))

    def _remove(self, editor: CartEditor) -> None:
        editor.remove(self._random.choice(_SKUS))

    def _choose(self, editor: CartEditor) -> None:
        editor.set_option(self._random.choice(_SKUS), "gift_wrap", self._random.choice(("yes", "no", "")))

    def _note(self, editor: CartEditor) -> None:
        editor.set_note(f"note {self._random.random()}")

    def _order(self, kiosk: Kiosk) -> None:
        if self._random.random() < 1 / 2:
            kiosk.die_in(self._random.randint(0, 8))
        kiosk.order(self.cart)

    def _upload(self, kiosk: Kiosk) -> None:
        kiosk.upload()

    def _follow(self, kiosk: Kiosk) -> None:
        kiosk.follow(self.cart)

    def _join(self, kiosk: Kiosk) -> None:
        del kiosk
        number = self._random.randrange(len(self._kiosks))
        if number in self._joined or not self._hub.operations(self.cart):
            return
        joining = self._kiosks[number]
        self._hub.let_in(self.cart, joining.device)
        try:
            joining.join(self.cart)
        except KilledError:
            joining.restart()
        if joining.carts.record(self.cart) is not None:
            self._joined.add(number)

    # --- What the world does ------------------------------------------------------------------------------------------

    def _jump(self, kiosk: Kiosk) -> None:
        victim = self._random.choice((kiosk, self._hub))
        victim.skew_ms = self._random.choice((-_DAY_MS, 0, _DAY_MS))

    def _fill(self, kiosk: Kiosk) -> None:
        kiosk.fill_disk()
        for _ in range(3):
            with suppress(HubError, LocalDataError, ClosedCartError):
                self._random.choice((self._edit, self._upload, self._follow))(kiosk)
        kiosk.make_room()

    def _die(self, kiosk: Kiosk) -> None:
        kiosk.die_in(self._random.randint(0, 12))
        self._random.choice((self._edit, self._upload, self._follow))(kiosk)

    def _kill_hub(self, kiosk: Kiosk) -> None:
        self._hub.die_in(self._random.randint(0, 10), self._random.randint(0, 4))
        self._upload(kiosk)

    # --- Healing ------------------------------------------------------------------------------------------------------

    def _heal(self) -> None:
        self._network.random = None
        self._hub.recover()
        for kiosk in self._kiosks:
            kiosk.restart()
            kiosk.make_room()
        for _ in range(_ROUNDS):
            moved = [self._settle(kiosk) for kiosk in self._kiosks]
            if not any(moved):
                return
        raise AssertionError("it does not settle")

    def _settle(self, kiosk: Kiosk) -> bool:
        moved = False
        while kiosk.upload():
            moved = True
        while kiosk.follow(self.cart):
            moved = True
        self._count(kiosk)
        return moved
